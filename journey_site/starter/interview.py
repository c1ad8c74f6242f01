"""What ``journey-site init`` asks and tells, in each language that a handbook may begin in.

Before somebody has chosen a language, that one question stands in all of them.
"""

from __future__ import annotations

from dataclasses import dataclass

LANGUAGE = "Language? Språk? Sprog? (English, svenska, dansk, norsk)"
NOT_YET = "Not yet: %(name)s. English, svenska, dansk, norsk; later, write language: %(code)s in maps/handbook.yml."
"""For a language that has no first words."""
NONE_OF_THEM = ("none", "no", "nej", "nei", "ingen", "inget", "inga", "intet", "ingenting", "-")
"""How people say that a handbook is kept in none of the places."""


@dataclass(frozen=True, slots=True)
class Interview:
    """The questions and answers of one language."""

    how: str
    """Above the first question: how to answer, and how to stop."""
    title: str
    persona: str
    journey: str
    """``%(persona)s`` is whose it is."""
    stages: str
    """Above the list of models."""
    model: str
    host: str
    department: str
    contact: str
    no_model: str
    """For an answer that is no model; ``%(said)s`` is what was written, here and below."""
    no_host: str
    """For an answer that is no place; ``%(known)s`` are those there are."""
    no_mail: str
    stopped: str
    """When somebody stops in the middle."""
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
    first: str
    """Where to begin writing: ``%(file)s``."""
    look: str
    """How to look at it: ``%(command)s``, and then ``%(address)s``."""
    commands: str
    """In which language the commands answer; empty where that is this one."""


INTERVIEWS = {
    "en": Interview(
        how="A few short questions. Enter takes what stands in [ ]. Ctrl-C stops, and then nothing is written.",
        title="What is the handbook called?",
        persona="Who is the first customer it is about? Give a typical one a name.",
        journey="What does %(persona)s do in the first journey? It becomes its title.",
        stages="A journey goes through stages. These are models to begin with:",
        model="Which model? Write its number or its name.",
        host="Where are the files kept? github, gitlab, azure, bitbucket or none of them",
        department="Which department answers for the journey?",
        contact="The department's mail address, such as marketing@example.com? (Enter: none)",
        no_model='There is no model "%(said)s". Write a number from the list, or a name such as aida.',
        no_host='"%(said)s" is none of these. Write one of: %(known)s',
        no_mail='"%(said)s" is no mail address. Write one such as marketing@example.com, or press Enter for none.',
        stopped="Stopped. Nothing was written.",
        not_asked="Nothing was asked, because nobody can answer here.",
        taken="Taken, as nothing else was said: %(taken)s",
        choose="To choose, say so in an empty folder: %(example)s",
        left="Left as it was: %(files)s",
        ignore="Put these lines into .gitignore: %(lines)s",
        written="%(count)s files written.",
        right="No problems.",
        wrong="Problems: %(count)s. journey-site check tells them.",
        first="Write on in: %(file)s",
        look="Look at it: %(command)s   then open %(address)s",
        commands="",
    ),
    "sv": Interview(
        how="Några korta frågor. Enter tar det som står inom [ ]. Ctrl-C avbryter, och då skrivs ingenting.",
        title="Vad ska handboken heta?",
        persona="Vilken kund ska den första resan handla om? Ge en typisk kund ett namn.",
        journey="Vad gör %(persona)s på resan? Det blir resans rubrik.",
        stages="En resa går genom steg. Här är modeller att utgå från:",
        model="Vilken modell? Skriv dess nummer eller namn.",
        host="Var ska filerna ligga? github, gitlab, azure, bitbucket eller none (inget av dem)",
        department="Vilken avdelning ansvarar för resan?",
        contact="Vilken mejladress har avdelningen, till exempel marknad@example.com? (Enter: ingen)",
        no_model='Modellen "%(said)s" finns inte. Skriv ett nummer ur listan, eller ett namn som aida.',
        no_host='"%(said)s" är inget av dem. Skriv ett av: %(known)s',
        no_mail='"%(said)s" är ingen mejladress. Skriv en som marknad@example.com, eller tryck Enter för ingen.',
        stopped="Avbrutet. Ingenting skrevs.",
        not_asked="Inga frågor ställdes, eftersom ingen kan svara här.",
        taken="Valt, eftersom inget annat sades: %(taken)s",
        choose="Välj själv i en tom mapp: %(example)s",
        left="Lämnat som det var: %(files)s",
        ignore="Skriv de här raderna i .gitignore: %(lines)s",
        written="%(count)s filer skrivna.",
        right="Inga problem.",
        wrong="Problem: %(count)s. journey-site check berättar vilka.",
        first="Skriv vidare i: %(file)s",
        look="Titta på handboken: %(command)s   öppna sedan %(address)s",
        commands="Handboken är på svenska; kommandona svarar på engelska.",
    ),
    "da": Interview(
        how="Et par korte spørgsmål. Enter tager det, der står i [ ]. Ctrl-C afbryder, og så skrives der ingenting.",
        title="Hvad skal håndbogen hedde?",
        persona="Hvilken kunde skal den første rejse handle om? Giv en typisk kunde et navn.",
        journey="Hvad gør %(persona)s på rejsen? Det bliver rejsens overskrift.",
        stages="En rejse går gennem trin. Her er modeller at begynde med:",
        model="Hvilken model? Skriv dens nummer eller navn.",
        host="Hvor skal filerne ligge? github, gitlab, azure, bitbucket eller none (ingen af dem)",
        department="Hvilken afdeling har ansvaret for rejsen?",
        contact="Hvilken mailadresse har afdelingen, for eksempel marketing@example.com? (Enter: ingen)",
        no_model='Modellen "%(said)s" findes ikke. Skriv et nummer fra listen, eller et navn som aida.',
        no_host='"%(said)s" er ingen af dem. Skriv en af: %(known)s',
        no_mail='"%(said)s" er ingen mailadresse. Skriv en som marketing@example.com, eller tryk Enter for ingen.',
        stopped="Afbrudt. Der blev ikke skrevet noget.",
        not_asked="Der blev ikke spurgt, fordi ingen kan svare her.",
        taken="Valgt, fordi intet andet blev sagt: %(taken)s",
        choose="Vælg selv i en tom mappe: %(example)s",
        left="Ladt, som det var: %(files)s",
        ignore="Skriv disse linjer i .gitignore: %(lines)s",
        written="%(count)s filer skrevet.",
        right="Ingen problemer.",
        wrong="Problemer: %(count)s. journey-site check fortæller hvilke.",
        first="Skriv videre i: %(file)s",
        look="Se på håndbogen: %(command)s   åbn derefter %(address)s",
        commands="Håndbogen er på dansk; kommandoerne svarer på engelsk.",
    ),
    "nb": Interview(
        how="Noen korte spørsmål. Enter tar det som står i [ ]. Ctrl-C avbryter, og da skrives ingenting.",
        title="Hva skal håndboken hete?",
        persona="Hvilken kunde skal den første reisen handle om? Gi en typisk kunde et navn.",
        journey="Hva gjør %(persona)s på reisen? Det blir reisens overskrift.",
        stages="En reise går gjennom steg. Her er modeller å begynne med:",
        model="Hvilken modell? Skriv nummeret eller navnet.",
        host="Hvor skal filene ligge? github, gitlab, azure, bitbucket eller none (ingen av dem)",
        department="Hvilken avdeling har ansvaret for reisen?",
        contact="Hvilken e-postadresse har avdelingen, for eksempel marked@example.com? (Enter: ingen)",
        no_model='Modellen "%(said)s" finnes ikke. Skriv et nummer fra listen, eller et navn som aida.',
        no_host='"%(said)s" er ingen av dem. Skriv en av: %(known)s',
        no_mail='"%(said)s" er ingen e-postadresse. Skriv en som marked@example.com, eller trykk Enter for ingen.',
        stopped="Avbrutt. Ingenting ble skrevet.",
        not_asked="Ingenting ble spurt, fordi ingen kan svare her.",
        taken="Valgt, fordi ikke noe annet ble sagt: %(taken)s",
        choose="Velg selv i en tom mappe: %(example)s",
        left="Latt være som det var: %(files)s",
        ignore="Skriv disse linjene i .gitignore: %(lines)s",
        written="%(count)s filer skrevet.",
        right="Ingen problemer.",
        wrong="Problemer: %(count)s. journey-site check forteller hvilke.",
        first="Skriv videre i: %(file)s",
        look="Se på håndboken: %(command)s   åpne deretter %(address)s",
        commands="Håndboken er på norsk; kommandoene svarer på engelsk.",
    ),
}
"""By language code."""
