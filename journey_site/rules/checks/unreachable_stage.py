"""A stage to which no way leads.

Follows the ways from the first stage: what stands under ``next``, and the following stage where nothing does. Stages
that go on beside others (``parallel``, ``any_order``), or that a named path goes through, count as reached. Models
without an order, such as a network, are left alone.

Why: nobody who reads along the ways ever comes to it, and everything that is written there is lost.

Good::

    title: Buys a bicycle
    stages:
      need: {next: [compare, buy]}
      compare: {summary: Looks at three}
      buy: {summary: Pays}

Bad::

    title: Buys a bicycle
    stages:
      need: {next: [buy]}
      compare: {summary: Looks at three}   # here
      buy: {summary: Pays}
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey, is_written
from journey_site.rules.checks.ways import in_order, leads_on, reached_from, ways_of


def look(survey: Survey) -> Iterator[Found]:
    """The stages that a walk from the first one does not come to."""
    for journey in survey.journeys:
        if len(journey.stages) < 2 or not leads_on(journey) or not in_order(journey, survey.atlas):
            continue
        onward: dict[str, list[str]] = {
            identity: [way.to for way in ways if way.to] for identity, ways in ways_of(journey, survey.atlas).items()
        }
        for stage in journey.stages:
            for other in (*stage.parallel, *stage.any_order):
                onward[stage.id].append(other)
                onward.setdefault(other, []).append(stage.id)
        starts = {journey.stages[0].id, *(stage for path in journey.paths for stage in path.stages)}
        reached = reached_from(starts, onward)
        for stage in journey.stages:
            if stage.id not in reached and is_written(stage, journey):
                hint = f"name {stage.id} under next: of the stage that customers come from"
                yield Found(stage.origin, f"no way leads to the stage {survey.name(stage)}", hint)


CHECK = Check("unreachable-stage", Severity.WARNING, look, alone=True)
