"""A persona is a name, and nothing else is known.

Looks for goals, needs, frustrations, jobs, a quote or a summary.

Why: a name and an age do not tell what somebody wants. Without that every journey fits, and none helps.

Good::

    # file: personas.yml
    anna: {name: Anna, age: 38, goals: [Come to work without the car]}

Bad::

    # file: personas.yml
    anna: {name: Anna, age: 38}   # here
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey

_TELLING = ("goals", "needs", "frustrations", "jobs", "quote", "summary")


def look(survey: Survey) -> Iterator[Found]:
    """Personas of whom nobody says what they want."""
    for _, persona in survey.things("personas"):
        if not any(getattr(persona, field) for field in _TELLING):
            message = f"nothing says what {survey.name(persona)} wants"
            yield Found(persona.origin, message, "begin with one of goals:, needs: or frustrations:")


CHECK = Check("empty-persona", Severity.ADVICE, look, alone=True)
