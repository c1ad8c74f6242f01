"""A metric's target lies the wrong way.

Compares ``target`` with ``baseline``, by ``better``; where that is not stated, higher is better.

Why: a goal that is reached by getting worse is told as a success, in green.

Good::

    title: Buys a bicycle
    stages:
      buy:
        metrics: [{name: Time in the queue, baseline: 9, target: 3, better: lower}]

Bad::

    title: Buys a bicycle
    stages:
      buy:
        metrics: [{name: Time in the queue, baseline: 9, target: 3}]   # here
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.documents.items import MetricUse
from journey_site.documents.reading import quoted
from journey_site.documents.things import Metric
from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey


def look(survey: Survey) -> Iterator[Found]:
    """Targets that lie behind where it began."""
    for _, thing in survey.things("metrics"):
        if isinstance(thing, Metric):
            yield from _found(thing, survey)
    for _, use in survey.entries_of(MetricUse):
        if not use.metric:
            yield from _found(use, survey)


def _found(metric: Metric | MetricUse, survey: Survey) -> Iterator[Found]:
    if metric.target is None or metric.baseline is None or metric.target == metric.baseline:
        return
    lower = metric.better == "lower"
    if (metric.target > metric.baseline) == lower:
        name = quoted(survey.words(metric.name)) if metric.name else "this metric"
        way = f"{'above' if lower else 'below'} where it began, {metric.baseline:g}"
        message = f"the target of {name} is {metric.target:g}, {way}, and {'lower' if lower else 'higher'} is better"
        yield Found(metric.place("target"), message, f"write better: {'higher' if lower else 'lower'}, or another target")


CHECK = Check("target-behind", Severity.WARNING, look, alone=True)
