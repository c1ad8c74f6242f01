"""A metric has a value and no target.

Looks at shared metrics, and at those that are written out in a stage.

Why: 4 minutes is neither good nor bad. Only a target says whether somebody has to do something.

Good::

    title: Buys a bicycle
    stages:
      buy:
        metrics: [{name: Time in the queue, value: 4, target: 3, better: lower}]

Bad::

    title: Buys a bicycle
    stages:
      buy:
        metrics: [{name: Time in the queue, value: 4}]   # here
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
    """Metrics of which nobody says where they should be."""
    for _, thing in survey.things("metrics"):
        if isinstance(thing, Metric):
            yield from _found(thing, survey)
    for _, use in survey.entries_of(MetricUse):
        if not use.metric:
            yield from _found(use, survey)


def _found(metric: Metric | MetricUse, survey: Survey) -> Iterator[Found]:
    if metric.value is not None and metric.target is None:
        name = quoted(survey.words(metric.name)) if metric.name else "this metric"
        yield Found(metric.origin, f"{name} has a value and no target", "write target: and where it should be")


CHECK = Check("metric-without-target", Severity.ADVICE, look, alone=True)
