"""A metric is given in another unit than the shared one.

Compares ``unit`` where a shared metric is used with the metric's own.

Why: seconds stand beside minutes in one list, and the bars show nonsense.

Good::

    # file: metrics.yml
    queue: {name: Time in the queue, value: 4, target: 3, unit: min}
    # file: journeys/a.yml
    title: Buys a bicycle
    stages: {buy: {metrics: [{metric: queue, value: 5}]}}

Bad::

    # file: metrics.yml
    queue: {name: Time in the queue, value: 4, target: 3, unit: min}
    # file: journeys/a.yml
    title: Buys a bicycle
    stages: {buy: {metrics: [{metric: queue, value: 300, unit: seconds}]}}   # here
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.documents.items import MetricUse
from journey_site.documents.reading import quoted
from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey


def look(survey: Survey) -> Iterator[Found]:
    """Uses whose unit is not the metric's."""
    for _, use in survey.entries_of(MetricUse):
        shared = survey.atlas.metrics.get(use.metric) if use.metric else None
        if shared is None or use.unit is None or shared.unit is None:
            continue
        mine, theirs = survey.words(use.unit), survey.words(shared.unit)
        if mine.casefold() != theirs.casefold():
            message = f"{survey.name(shared)} is counted in {quoted(theirs)}, and here in {quoted(mine)}"
            yield Found(use.place("unit"), message, "leave unit: out, and give the number in the metric's own")


CHECK = Check("metric-off-unit", Severity.WARNING, look)
