"""A name is too long for the place where it stands.

Counts the letters of stages' names, which head a column of the map (45 are the most), and of the names of things,
which stand in lists and menus (90).

Why: a name is read a hundred times, a summary once. Two words and a summary serve both.

Good::

    title: Buys a bicycle
    stages:
      compare: {name: Compares, summary: Compares three bicycles with each other and with the car}

Bad::

    title: Buys a bicycle
    stages:
      compare: {name: Compares three bicycles with each other and with the car}   # here
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.documents.values import Text
from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey, place_of

_COLUMN = 45
_LIST = 90


def look(survey: Survey) -> Iterator[Found]:
    """Names of stages and things that are sentences."""
    for _, stage in survey.stages:
        if "name" in stage.places:
            yield from _too_long(stage.name, _COLUMN)
    for _, thing in survey.things():
        yield from _too_long(thing.name, _LIST)


def _too_long(name: Text, most: int) -> Iterator[Found]:
    for language, said in name.values.items():
        if len(said) > most:
            message = f"this name has {len(said)} letters, and {most} fit"
            yield Found(place_of(name, language), message, "shorten it, and put the rest into summary:")
            return


CHECK = Check("long-name", Severity.ADVICE, look, alone=True)
