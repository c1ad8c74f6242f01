"""Customers who come here go round for ever.

Looks for stages from which no way leads to the journey's end or out of it. Cycles that are meant, as a model with
``order: cyclic`` has them, are left alone.

Why: somebody leaves every journey at some time. Where none can, a way is missing, and what is computed from the
shares has no end.

Good::

    title: Buys a bicycle
    stages:
      compare: {summary: Looks at three}
      doubt: {next: [compare, {exit: Keeps the car}]}

Bad::

    title: Buys a bicycle
    stages:
      compare: {summary: Looks at three}
      doubt: {next: [compare]}   # here
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey, is_written
from journey_site.rules.checks.ways import in_order, leads_on, reached_from, ways_of


def look(survey: Survey) -> Iterator[Found]:
    """The last stage of those that only lead to each other."""
    for journey in survey.journeys:
        if not leads_on(journey) or not in_order(journey, survey.atlas, "linear"):
            continue
        ways = ways_of(journey, survey.atlas)
        ends = {identity for identity, onward in ways.items() if not all(way.to for way in onward) or not onward}
        back: dict[str, list[str]] = {}
        for identity, onward in ways.items():
            for way in onward:
                if way.to:
                    back.setdefault(way.to, []).append(identity)
        out = reached_from(ends, back)
        closed = [stage for stage in journey.stages if stage.id not in out and stage.next and is_written(stage, journey)]
        if closed:
            message = f"who comes to {survey.name(closed[-1])} never leaves: every way leads back"
            yield Found(closed[-1].place("next"), message, "add the stage that follows, or {exit: how they leave}")


CHECK = Check("no-way-out", Severity.WARNING, look, alone=True)
