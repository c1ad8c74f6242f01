"""Nobody answers for a journey, a touchpoint, content or a metric.

A journey whose every stage has an owner needs none of its own.

Why: what nobody owns nobody keeps true. It is also where "Wrong? Tell the owner" leads.

Good::

    # file: departments.yml
    sales: {name: Sales}
    # file: journeys/a.yml
    title: Buys a bicycle
    owner: sales
    stages: [buy]

Bad::

    # file: journeys/a.yml
    title: Buys a bicycle   # here
    stages: [buy]
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.documents.journeys import Journey
from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey

_NOUNS = {"journeys": "journey", "touchpoints": "touchpoint", "content": "content", "metrics": "metric"}


def look(survey: Survey) -> Iterator[Found]:
    """Things without an owner."""
    for kind, thing in survey.things(*_NOUNS):
        if thing.owner is not None or (isinstance(thing, Journey) and all(stage.owner for stage in thing.stages)):
            continue
        message = f"nobody answers for the {_NOUNS[kind]} {survey.name(thing)}"
        yield Found(thing.origin, message, "write owner: and a department's id, or {name: …, contact: …}")


CHECK = Check("owner-missing", Severity.ADVICE, look, alone=True)
