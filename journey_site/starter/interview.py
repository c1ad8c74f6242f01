"""What ``journey-site init`` asks and tells, in each language that a handbook may begin in.

Before somebody has chosen a language, that one question stands in all of them.
"""

from __future__ import annotations

from dataclasses import dataclass

LANGUAGE = "Language / Språk / Sprog (en English, sv svenska, da dansk, nb norsk)"


@dataclass(frozen=True, slots=True)
class Interview:
    """The questions and answers of one language."""

    title: str
    persona: str
    journey: str
    stages: str
    """Above the list of models."""
    model: str
    host: str
    department: str
    contact: str
    one_of: str
    """For an answer that is none; ``%(known)s`` are those that are."""
    no_mail: str
    """For an address that is none; ``%(said)s`` is what was written."""
    not_asked: str
    """Why nobody was asked."""
    taken: str
    """``%(taken)s`` is what was taken for what nobody said, as options."""
    choose: str
    """How to choose something else; ``%(example)s`` is a command."""
    left: str
    """``%(files)s`` were there already, and are as they were."""
    ignore: str
    """What to put into a .gitignore that was there: ``%(lines)s``."""
    written: str
    """``%(count)s`` is how many files."""
    right: str
    wrong: str
    """``%(count)s`` is how many problems."""
    next: str


INTERVIEWS = {
    "en": Interview(
        title="What is the handbook called",
        persona="Who is the first persona, somebody you sell to or serve",
        journey="What is the first journey called",
        stages="The stages it goes through, by one of these models:",
        model="Which model",
        host="Where is it kept: github, gitlab, azure, bitbucket or none of them",
        department="Which department answers for it",
        contact="That department's mail address (Enter: none)",
        one_of="That is none of them. Write one of: %(known)s",
        no_mail='"%(said)s" is no mail address.',
        not_asked="Nothing was asked, because nobody can answer here.",
        taken="Taken, as nothing else was said: %(taken)s",
        choose="To choose, say so in an empty folder: %(example)s",
        left="Left as it was: %(files)s",
        ignore="Put these lines into .gitignore: %(lines)s",
        written="%(count)s files written.",
        right="No problems.",
        wrong="Problems: %(count)s. journey-site check tells them.",
        next="Next:",
    ),
    "sv": Interview(
        title="Vad heter handboken",
        persona="Vem är den första personan, någon ni säljer till eller finns till för",
        journey="Vad heter den första resan",
        stages="Stegen som den går igenom, enligt en av de här modellerna:",
        model="Vilken modell",
        host="Var ligger den: github, gitlab, azure, bitbucket eller none (inget av dem)",
        department="Vilken avdelning ansvarar för den",
        contact="Avdelningens mejladress (Enter: ingen)",
        one_of="Det finns inte. Skriv något av: %(known)s",
        no_mail='"%(said)s" är ingen mejladress.',
        not_asked="Inget frågades, eftersom ingen kan svara här.",
        taken="Taget, eftersom inget annat sades: %(taken)s",
        choose="Välj själv i en tom mapp: %(example)s",
        left="Lämnat som det var: %(files)s",
        ignore="Skriv de här raderna i .gitignore: %(lines)s",
        written="%(count)s filer skrivna.",
        right="Inga problem.",
        wrong="Problem: %(count)s. journey-site check berättar vilka.",
        next="Sedan:",
    ),
    "da": Interview(
        title="Hvad hedder håndbogen",
        persona="Hvem er den første persona, en I sælger til eller er til for",
        journey="Hvad hedder den første rejse",
        stages="De trin, den går igennem, efter en af disse modeller:",
        model="Hvilken model",
        host="Hvor ligger den: github, gitlab, azure, bitbucket eller none (ingen af dem)",
        department="Hvilken afdeling har ansvaret for den",
        contact="Afdelingens mailadresse (Enter: ingen)",
        one_of="Det findes ikke. Skriv en af: %(known)s",
        no_mail='"%(said)s" er ingen mailadresse.',
        not_asked="Der blev ikke spurgt, fordi ingen kan svare her.",
        taken="Valgt, fordi intet andet blev sagt: %(taken)s",
        choose="Vælg selv i en tom mappe: %(example)s",
        left="Ladt, som det var: %(files)s",
        ignore="Skriv disse linjer i .gitignore: %(lines)s",
        written="%(count)s filer skrevet.",
        right="Ingen problemer.",
        wrong="Problemer: %(count)s. journey-site check fortæller hvilke.",
        next="Derefter:",
    ),
    "nb": Interview(
        title="Hva heter håndboken",
        persona="Hvem er den første personaen, noen dere selger til eller er til for",
        journey="Hva heter den første reisen",
        stages="Stegene den går gjennom, etter en av disse modellene:",
        model="Hvilken modell",
        host="Hvor ligger den: github, gitlab, azure, bitbucket eller none (ingen av dem)",
        department="Hvilken avdeling har ansvaret for den",
        contact="Avdelingens e-postadresse (Enter: ingen)",
        one_of="Det finnes ikke. Skriv en av: %(known)s",
        no_mail='"%(said)s" er ingen e-postadresse.',
        not_asked="Ingenting ble spurt, fordi ingen kan svare her.",
        taken="Valgt, fordi ikke noe annet ble sagt: %(taken)s",
        choose="Velg selv i en tom mappe: %(example)s",
        left="Latt være som det var: %(files)s",
        ignore="Skriv disse linjene i .gitignore: %(lines)s",
        written="%(count)s filer skrevet.",
        right="Ingen problemer.",
        wrong="Problemer: %(count)s. journey-site check forteller hvilke.",
        next="Deretter:",
    ),
}
"""By language code."""
