"""A percentage is written once as 62 and once as 0.62.

Looks at metrics whose unit is %, and compares value, baseline, target and series.

Why: 0.62 % is drawn as nearly nothing, and the verdict says that it fell by a hundred.

Good::

    title: Buys a bicycle
    stages:
      buy:
        metrics: [{name: Content customers, unit: "%", value: 62, target: 80}]

Bad::

    title: Buys a bicycle
    stages:
      buy:
        metrics: [{name: Content customers, unit: "%", value: 0.62, target: 80}]   # here
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.documents.items import MetricUse
from journey_site.documents.things import Metric
from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey

_APART = 25
"""How many times larger another number must be: from 0.62 to 80 is more, from 0.8 % to 5 % is not."""


def look(survey: Survey) -> Iterator[Found]:
    """Percentages below one beside others that are far above."""
    for _, thing in survey.things("metrics"):
        if isinstance(thing, Metric):
            yield from _found(thing, survey)
    for _, use in survey.entries_of(MetricUse):
        yield from _found(use, survey)


def _found(metric: Metric | MetricUse, survey: Survey) -> Iterator[Found]:
    if metric.unit is None or "%" not in survey.words(metric.unit):
        return
    stated = {"value": metric.value, "baseline": metric.baseline, "target": metric.target}
    numbers = {field: number for field, number in stated.items() if number}
    largest = max((*numbers.values(), *metric.series.values()), default=0)
    for field, number in numbers.items():
        if 0 < number <= 1 and largest >= number * _APART:
            message = f"{field} is {number:g} % here, beside {largest:g} %"
            yield Found(metric.place(field), message, f"write {number * 100:g} if that is meant")


CHECK = Check("percent-as-share", Severity.ADVICE, look, alone=True)
