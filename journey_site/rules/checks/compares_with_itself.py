"""A journey names itself as its other state, or as what it replaces.

Why: it was most likely copied from the other one, and the line still names the first.

Good::

    # file: journeys/today.yml
    title: Today
    compare_with: tomorrow
    stages: [buy]
    # file: journeys/tomorrow.yml
    title: Tomorrow
    state: future
    stages: [buy]

Bad::

    # file: journeys/today.yml
    title: Today
    compare_with: today   # here
    stages: [buy]
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey


def look(survey: Survey) -> Iterator[Found]:
    """Journeys that lead to themselves."""
    for journey in survey.journeys:
        if journey.compare_with and journey.compare_with == journey.id:
            message = f"{survey.name(journey)} is compared with itself"
            yield Found(journey.compare_with.origin, message, "name the journey that shows the other state")
        for ref in journey.replaces:
            if ref == journey.id:
                yield Found(ref.origin, f"{survey.name(journey)} replaces itself", "name the journey that is retired")


CHECK = Check("compares-with-itself", Severity.WARNING, look, alone=True)
