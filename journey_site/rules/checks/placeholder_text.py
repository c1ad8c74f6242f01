"""A text was never written: a placeholder stands there still.

Finds "lorem ipsum", TBD and its kin in capitals, and texts that consist of question marks, dots or xxx alone.

Why: readers meet it on the site. A stage that is left out says more honestly that nothing is known yet.

Good::

    title: Buys a bicycle
    stages:
      need: {goal: Come to work without the car}

Bad::

    title: Buys a bicycle
    stages:
      need: {goal: TBD}   # here
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import itemgetter

from journey_site.documents.reading import quoted
from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey, place_of

_SOMEWHERE = re.compile(r"\b(?:TB[ACD]|TODO|FIXME)\b|[Ll]orem ipsum")
_SHORT = 8
_REPEATED = frozenset("xX?.…")
_ALL_OF_IT = re.compile(r"x{3,7}|X{3,7}|\?{2,7}|\.{2,7}|…")


def look(survey: Survey) -> Iterator[Found]:
    """Texts that nobody has filled in."""
    every = list(survey.said)
    if _REPEATED.isdisjoint(map(itemgetter(0), every)) and not _has_mark("\n".join(every)):
        return
    for text in survey.texts:
        for language, said in text.values.items():
            if _may_hold_one(said) and (_SOMEWHERE.search(said) or _ALL_OF_IT.fullmatch(said)):
                message = f"{quoted(said)} is a placeholder, and readers see it"
                yield Found(place_of(text, language), message, "write what is known, or leave the line out")
                break


def _may_hold_one(said: str) -> bool:
    """Far quicker than to search: nearly no text holds one."""
    return (len(said) < _SHORT and said[0] in _REPEATED) or _has_mark(said)


def _has_mark(said: str) -> bool:
    return "TB" in said or "TODO" in said or "FIX" in said or "orem" in said


CHECK = Check("placeholder-text", Severity.ADVICE, look, alone=True)
