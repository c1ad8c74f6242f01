"""A metric that measures nothing in the handbook.

Looks for it under ``metrics`` of journeys, stages, steps and touchpoints.

Why: a number that belongs to no stage is read by nobody, and moves nothing.

Good::

    # file: metrics.yml
    queue: {name: Time in the queue, value: 4, target: 3}
    # file: journeys/a.yml
    title: Buys a bicycle
    stages: {buy: {metrics: [queue]}}

Bad::

    # file: metrics.yml
    queue: {name: Time in the queue, value: 4, target: 3}
    fans: {name: Followers, value: 900, target: 2000}   # here
    # file: journeys/a.yml
    title: Buys a bicycle
    stages: {buy: {metrics: [queue]}}
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey
from journey_site.rules.checks.unused import never_used


def look(survey: Survey) -> Iterator[Found]:
    """The metrics to which nothing leads."""
    return never_used(survey, "metrics", "metric", "name it under metrics: of a stage or touchpoint, or take it out")


CHECK = Check("metric-never-used", Severity.ADVICE, look)
