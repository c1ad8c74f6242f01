"""A thought is told about the customer, and not by the customer.

Looks for thoughts and questions that begin with the persona's first name, with "The customer", "Kunden", or the like.

Why: "Anna wonders about the price" is our voice. "What does it cost a month?" is hers, and it is remembered.

Good::

    # file: personas/anna.yml
    name: Anna Lindqvist
    # file: journeys/a.yml
    title: Buys a bicycle
    persona: anna
    stages:
      need:
        thoughts: [What does it cost a month?]

Bad::

    # file: personas/anna.yml
    name: Anna Lindqvist
    # file: journeys/a.yml
    title: Buys a bicycle
    persona: anna
    stages:
      need:
        thoughts: [Anna wonders what it costs a month]   # here
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from journey_site.documents.declared import Declared
from journey_site.documents.items import Item
from journey_site.documents.journeys import Journey
from journey_site.documents.reading import quoted
from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey, place_of

_ABOUT = re.compile(r"(?:the (?:customer|user|client|buyer)s?|customers|users|kunde(?:n|r|rna|rne)?|brukeren|brugeren|användaren)(?=\s)", re.IGNORECASE)
_BEGIN = frozenset("tTuUcCkKbBaA")
"""The letters that the words above begin with: to look at one is quicker than to match."""
_LANES = ("thoughts", "questions")


def look(survey: Survey) -> Iterator[Found]:
    """Thoughts that begin with whose they are."""
    names_of: dict[int, set[str]] = {}
    for entry, item in survey.entries_of(Item, *_LANES):
        text, names = item.text, names_of.get(id(entry.thing))
        if text is None:
            continue
        if names is None:
            names = names_of[id(entry.thing)] = _first_names(entry.thing, survey)
        for language, said in text.values.items():
            first = said.split(" ", 1)[0].rstrip(",:")
            # "Annas" and "Anna's" are hers in several languages; Jonas is himself.
            if first in names or _bare(first) in names or (said[:1] in _BEGIN and _ABOUT.match(said)):
                yield Found(
                    place_of(text, language),
                    f"this {entry.lane[:-1]} speaks about the customer: {quoted(said)}",
                    "write it as the customer would say it",
                )
                break


def _bare(word: str) -> str:
    return word.removesuffix("s").rstrip("'’") if word[-1:] in ("s", "'", "’") else word


def _first_names(thing: Declared, survey: Survey) -> set[str]:
    people = (survey.atlas.personas.get(ref) for ref in (thing.personas if isinstance(thing, Journey) else ()))
    return {survey.words(person.name).split(" ", 1)[0] for person in people if person is not None}


CHECK = Check("thought-in-third-person", Severity.ADVICE, look, alone=True)
