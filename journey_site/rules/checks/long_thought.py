"""A thought or question is longer than a reader reads.

Counts the letters of each entry in ``thoughts``, ``questions`` and ``feelings``; 180 are about three lines in a map.

Why: a map is read across, in a meeting, from two metres away. What does not fit there belongs into ``note``.

Good::

    title: Buys a bicycle
    stages:
      wait:
        thoughts: [{text: Will it ever come?, note: Asked by nine of twelve.}]

Bad::

    title: Buys a bicycle
    stages:
      wait:
        thoughts:
          - When I paid they said ten days, then somebody called and said that it would rather be three weeks, and now I have heard nothing for a month and do not know whom I should ask, because nobody answers   # here
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.documents.items import Item
from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey, place_of

_LONGEST = 180
_LANES = ("thoughts", "questions", "feelings")


def look(survey: Survey) -> Iterator[Found]:
    """Thoughts of more letters than fit."""
    if max(map(len, survey.said), default=0) <= _LONGEST:
        return
    for _, item in survey.entries_of(Item, *_LANES):
        if item.text is None:
            continue
        for language, said in item.text.values.items():
            if len(said) > _LONGEST:
                message = f"this has {len(said)} letters, more than anybody reads on a map"
                hint = f"keep the heart of it, below {_LONGEST}, and put the rest under note:"
                yield Found(place_of(item.text, language), message, hint)
                break


CHECK = Check("long-thought", Severity.ADVICE, look, alone=True)
