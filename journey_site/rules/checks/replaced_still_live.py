"""A journey is replaced by another, and is not retired.

Why: readers find both, and cannot know which one holds. What is retired keeps its address and leads to the new one.

Good::

    # file: journeys/old.yml
    title: As it was
    publish: retired
    stages: [buy]
    # file: journeys/new.yml
    title: As it is
    replaces: [old]
    stages: [buy]

Bad::

    # file: journeys/old.yml
    title: As it was
    stages: [buy]
    # file: journeys/new.yml
    title: As it is
    replaces: [old]   # here
    stages: [buy]
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey


def look(survey: Survey) -> Iterator[Found]:
    """What stands under ``replaces`` and is still published."""
    for journey in survey.journeys:
        for ref in journey.replaces:
            old = survey.atlas.journeys.get(ref)
            if old is not None and old is not journey and old.publish != "retired":
                message = f"{survey.name(old)} is replaced here, and readers still find it"
                yield Found(ref.origin, message, f"write publish: retired in {old.file or ref}")


CHECK = Check("replaced-still-live", Severity.WARNING, look)
