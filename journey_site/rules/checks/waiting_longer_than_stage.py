"""Customers wait longer than the stage or step takes.

Compares the least ``waiting`` with the most ``duration``.

Why: waiting is a part of the time that a stage takes, so one of the two numbers is wrong.

Good::

    title: Buys a bicycle
    stages:
      delivery: {duration: 2 weeks, waiting: 10 days}

Bad::

    title: Buys a bicycle
    stages:
      delivery: {duration: 2 weeks, waiting: 3 weeks}   # here
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey


def look(survey: Survey) -> Iterator[Found]:
    """Stages and steps in which the wait does not fit."""
    for _, part in survey.steps:
        if part.waiting is None or part.duration is None or part.waiting.per != part.duration.per:
            continue
        longest = part.duration.seconds[1]
        if longest and part.waiting.seconds[0] > longest:
            message = f"the wait in {survey.name(part)} is longer than all that it takes"
            yield Found(part.place("waiting"), message, "write a longer duration, or a shorter wait")


CHECK = Check("waiting-longer-than-stage", Severity.WARNING, look, alone=True)
