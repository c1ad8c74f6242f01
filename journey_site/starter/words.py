"""What stands in a new handbook, in each language that it may begin in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    settings: str
    """A comment at the head of handbook.yml."""
    departments: str
    channels: str
    persona: str
    """A comment at the head of a persona."""
    journey: str
    """A comment at the head of a journey."""
    guessed: str
    """Why everything in the new journey is marked as assumed."""
    shop: str
    shop_channel: str
    owner: str
    """A department that everybody has."""
    owners: str
    """A comment at the head of CODEOWNERS."""
    edit_links: str
    """A comment in mkdocs.yml."""
    dark: str
    light: str
    """What the switch of colours says."""
    readme: str
    """README.md; ``%(title)s`` is the handbook's title, ``%(last)s`` the last of what to do."""
    last: Mapping[str, str]
    """How a change gets to readers, by what it is called where it is looked at; under the empty word, where nobody does."""


_COMMANDS = """```sh
python -m venv .venv
. .venv/bin/activate          # Windows: .venv\\Scripts\\activate
pip install -r requirements.txt
mkdocs serve
```"""

WORDS = {
    "en": Words(
        settings="What holds for the whole handbook.",
        departments="Who in the company owns something or takes part: an id, and the name.",
        channels="Ways in which you and your customers meet.",
        persona="Somebody you sell to or serve. Write what you know; what you leave out is shown as a gap.",
        journey="The way one persona takes. Each stage may say what the customer thinks, feels and does, and what you do.",
        guessed="Everything here is only assumed until somebody has asked a customer.",
        shop="Our website",
        shop_channel="Web",
        owner="Marketing",
        owners="Who is asked to look at a change: the owners that stand in the handbook.",
        edit_links="With these, each page leads to the line that it is made from:",
        dark="Dark",
        light="Light",
        readme=f"""# %(title)s

A handbook of customer journeys, written in the text files of the folder `maps`.

## Look at it on your own computer

{_COMMANDS}

Then open <http://127.0.0.1:8000>. The page follows when you save a file.

## Change something

1. Open a file in `maps/personas` or `maps/journeys`, and change it.
2. `journey-site check` says whether all is well, and what to do where it is not.
3. %(last)s

`journey-site new stage`, `new persona`, `new touchpoint` and so on write the first lines for you. `journey-site schema --install` teaches your editor to complete them.
""",
        last={
            "pull request": "Open a pull request: a comment there says what your change means for readers.",
            "merge request": "Open a merge request: a comment there says what your change means for readers.",
            "": "Save the file, and run `mkdocs build`: it writes the site into the folder `site`, ready to be put where readers find it.",
        },
    ),
    "sv": Words(
        settings="Det som gäller hela handboken.",
        departments="De i företaget som äger eller deltar i något: ett id och namnet.",
        channels="Sätt som ni och era kunder möts på.",
        persona="Någon ni säljer till eller finns till för. Skriv det ni vet; det ni utelämnar visas som en lucka.",
        journey="Vägen som en persona tar. Varje steg kan berätta vad kunden tänker, känner och gör, och vad ni gör.",
        guessed="Allt här är bara antaget tills någon har frågat en kund.",
        shop="Vår webbplats",
        shop_channel="Webb",
        owner="Marknad",
        owners="Vem som ombeds titta på en ändring: de som äger något enligt handboken.",
        edit_links="Med de här leder varje sida till raden som den är gjord av:",
        dark="Mörkt",
        light="Ljust",
        readme=f"""# %(title)s

En handbok med kundresor, skriven i textfilerna i mappen `maps`.

## Titta på den på din egen dator

{_COMMANDS}

Öppna sedan <http://127.0.0.1:8000>. Sidan följer med när du sparar en fil.

## Ändra något

1. Öppna en fil i `maps/personas` eller `maps/journeys` och ändra i den.
2. `journey-site check` säger om allt är bra, och vad du ska göra där det inte är det.
3. %(last)s

`journey-site new stage`, `new persona`, `new touchpoint` och så vidare skriver de första raderna åt dig. `journey-site schema --install` lär din editor att föreslå fält och id:n.

Kommandona svarar på engelska.
""",
        last={
            "pull request": "Öppna en pull request: en kommentar där säger vad ändringen betyder för läsarna.",
            "merge request": "Öppna en merge request: en kommentar där säger vad ändringen betyder för läsarna.",
            "": "Spara filen och kör `mkdocs build`: då skrivs webbplatsen i mappen `site`, färdig att läggas där läsarna hittar den.",
        },
    ),
    "da": Words(
        settings="Det, der gælder for hele håndbogen.",
        departments="Hvem i virksomheden der ejer noget eller deltager: et id og navnet.",
        channels="Måder, I og jeres kunder mødes på.",
        persona="En, I sælger til eller er til for. Skriv det, I ved; det, I udelader, vises som et hul.",
        journey="Den vej, en persona går. Hvert trin kan fortælle, hvad kunden tænker, føler og gør, og hvad I gør.",
        guessed="Alt her er kun antaget, indtil nogen har spurgt en kunde.",
        shop="Vores hjemmeside",
        shop_channel="Web",
        owner="Marketing",
        owners="Hvem der bedes se på en ændring: dem, der ejer noget ifølge håndbogen.",
        edit_links="Med disse fører hver side til den linje, den er lavet af:",
        dark="Mørkt",
        light="Lyst",
        readme=f"""# %(title)s

En håndbog med kunderejser, skrevet i tekstfilerne i mappen `maps`.

## Se den på din egen computer

{_COMMANDS}

Åbn derefter <http://127.0.0.1:8000>. Siden følger med, når du gemmer en fil.

## Ret noget

1. Åbn en fil i `maps/personas` eller `maps/journeys`, og ret i den.
2. `journey-site check` siger, om alt er i orden, og hvad du skal gøre, hvor det ikke er.
3. %(last)s

`journey-site new stage`, `new persona`, `new touchpoint` og så videre skriver de første linjer for dig. `journey-site schema --install` lærer din editor at udfylde resten.

Kommandoerne svarer på engelsk.
""",
        last={
            "pull request": "Åbn en pull request: en kommentar dér siger, hvad rettelsen betyder for læserne.",
            "merge request": "Åbn en merge request: en kommentar dér siger, hvad rettelsen betyder for læserne.",
            "": "Gem filen, og kør `mkdocs build`: så skrives hjemmesiden i mappen `site`, klar til at blive lagt, hvor læserne finder den.",
        },
    ),
    "nb": Words(
        settings="Det som gjelder hele håndboken.",
        departments="Hvem i bedriften som eier noe eller deltar: en id og navnet.",
        channels="Måter dere og kundene deres møtes på.",
        persona="Noen dere selger til eller er til for. Skriv det dere vet; det dere utelater, vises som et hull.",
        journey="Veien en persona går. Hvert steg kan fortelle hva kunden tenker, føler og gjør, og hva dere gjør.",
        guessed="Alt her er bare antatt til noen har spurt en kunde.",
        shop="Nettstedet vårt",
        shop_channel="Nett",
        owner="Marked",
        owners="Hvem som blir bedt om å se på en endring: de som eier noe ifølge håndboken.",
        edit_links="Med disse leder hver side til linjen den er laget av:",
        dark="Mørkt",
        light="Lyst",
        readme=f"""# %(title)s

En håndbok med kundereiser, skrevet i tekstfilene i mappen `maps`.

## Se på den på din egen maskin

{_COMMANDS}

Åpne deretter <http://127.0.0.1:8000>. Siden følger med når du lagrer en fil.

## Endre noe

1. Åpne en fil i `maps/personas` eller `maps/journeys`, og endre den.
2. `journey-site check` sier om alt er i orden, og hva du skal gjøre der det ikke er det.
3. %(last)s

`journey-site new stage`, `new persona`, `new touchpoint` og så videre skriver de første linjene for deg. `journey-site schema --install` lærer editoren din å fylle ut.

Kommandoene svarer på engelsk.
""",
        last={
            "pull request": "Åpne en pull request: en kommentar der sier hva endringen betyr for leserne.",
            "merge request": "Åpne en merge request: en kommentar der sier hva endringen betyr for leserne.",
            "": "Lagre filen og kjør `mkdocs build`: da skrives nettstedet i mappen `site`, klart til å legges der leserne finner det.",
        },
    ),
}
"""By language code."""
