"""A persona who goes nowhere.

Looks for a journey that names it as ``persona``, or among its ``actors``.

Why: a portrait on a wall changes nothing. What a persona lives through does.

Good::

    # file: personas/anna.yml
    name: Anna
    # file: journeys/a.yml
    title: Buys a bicycle
    persona: anna
    stages: [buy]

Bad::

    # file: personas/anna.yml
    name: Anna   # here
    # file: journeys/a.yml
    title: Buys a bicycle
    stages: [buy]
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey


def look(survey: Survey) -> Iterator[Found]:
    """Personas of whom no journey tells."""
    travelling = {ref for journey in survey.journeys for ref in journey.personas}
    for _, persona in survey.things("personas"):
        if survey.journeys and persona.id not in travelling:
            message = f"{survey.name(persona)} has no journey"
            yield Found(persona.origin, message, f"write a journey with persona: {persona.id}")


CHECK = Check("persona-without-journey", Severity.ADVICE, look)
