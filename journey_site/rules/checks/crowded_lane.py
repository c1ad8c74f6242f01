"""More stands in one lane of a stage than anybody takes in.

Counts the entries of each lane of a stage, and of each step; twelve are the most.

Why: where everything is said, nothing stands out. Steps divide a stage, and what hardly matters may go.

Good::

    title: Buys a bicycle
    stages:
      compare:
        thoughts: [Which of the three?, Is it safe?]

Bad::

    title: Buys a bicycle
    stages:
      compare:
        thoughts: [One, Two, Three, Four, Five, Six, Seven, Eight, Nine, Ten, Eleven, Twelve, Thirteen]   # here
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey

_MOST = 12
_LANES = (
    "thoughts", "questions", "actions", "feelings", "touchpoints", "content", "activities", "pains", "gains",
    "opportunities", "metrics",
)  # fmt: skip


def look(survey: Survey) -> Iterator[Found]:
    """Lanes with more entries than a cell can hold."""
    for _, part in survey.steps:
        for lane in _LANES:
            number = len(getattr(part, lane))
            if number > _MOST and lane in part.places:
                message = f"{number} {lane} stand in {survey.name(part)}, more than anybody takes in"
                yield Found(part.place(lane), message, "keep what matters most, or divide the stage into steps")


CHECK = Check("crowded-lane", Severity.ADVICE, look, alone=True)
