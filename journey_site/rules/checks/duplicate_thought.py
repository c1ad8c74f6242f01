"""The same thought stands twice in one journey.

Compares entries of ``thoughts``, ``questions``, ``pains`` and ``gains`` lane by lane, whatever their capitals and full stops.

Why: it was copied along and not asked again. What customers think changes from stage to stage, and that is the point.

Good::

    title: Buys a bicycle
    stages:
      need: {thoughts: [Is a bicycle for me?]}
      compare: {thoughts: [Which of the three?]}

Bad::

    title: Buys a bicycle
    stages:
      need: {thoughts: [Is a bicycle for me?]}
      compare:
        thoughts: [Is a bicycle for me?]   # here
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.documents.items import Item
from journey_site.documents.reading import quoted
from journey_site.problems import Related, Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey

_LANES = ("thoughts", "questions", "pains", "gains")


def look(survey: Survey) -> Iterator[Found]:
    """The second of two entries with the same words."""
    first: dict[tuple[int, str, str], Item] = {}
    entries = [*survey.entries_of(Item, *_LANES)]
    every = [_bare(survey.words(item.text)) for _, item in entries if item.text is not None]
    if len(set(every)) == len(every):
        return
    for entry, item in entries:
        if entry.stage is None or item.text is None or item.actor:
            continue
        said = survey.words(item.text)
        there = first.setdefault((id(entry.thing), entry.lane, _bare(said)), item)
        if there is not item:
            related = (Related(there.origin, "it stands here first"),)
            yield Found(item.origin, f"{quoted(said)} stands twice in this journey", "keep it where it is thought first", related)


def _bare(said: str) -> str:
    return said.casefold().strip(" .!?…")


CHECK = Check("duplicate-thought", Severity.ADVICE, look, alone=True)
