"""A journey has more stages than a map can show.

Twelve are the most. What is written under ``steps`` is not counted.

Why: a map of twenty columns is not read, it is scrolled through. Stages that belong together make one, with steps.

Good::

    title: Buys a bicycle
    stages:
      compare: {steps: [{id: search, name: Searches}, {id: ride, name: Tries}]}
      buy: {summary: Pays}

Bad::

    title: Buys a bicycle
    stages: {a: {}, b: {}, c: {}, d: {}, e: {}, f: {}, g: {}, h: {}, i: {}, j: {}, k: {}, l: {}, m: {}}   # here
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey

_MOST = 12


def look(survey: Survey) -> Iterator[Found]:
    """Journeys that are longer than a table."""
    for journey in survey.journeys:
        if len(journey.stages) > _MOST and "stages" in journey.model_fields_set and not journey.extends:
            message = f"this journey has {len(journey.stages)} stages, more than a map can show"
            yield Found(journey.place("stages"), message, "put stages that belong together into one, as its steps:")


CHECK = Check("too-many-stages", Severity.ADVICE, look, alone=True)
