"""Nobody has ever said that they checked this.

Looks at personas and journeys once the handbook says ``review_every``, and at whatever says it for itself.

Why: without a first date there is no next one, and the queue of reviews does not know when its turn is.

Good::

    title: Buys a bicycle
    reviewed: 2026-11-01
    review_every: 6 months
    stages: [buy]

Bad::

    title: Buys a bicycle   # here
    review_every: 6 months
    stages: [buy]
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.atlas.reviews import review_queue
from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey


def look(survey: Survey) -> Iterator[Found]:
    """What is in the queue of reviews without a date."""
    for turn in review_queue(survey.atlas):
        if turn.when == "never":
            yield Found(turn.thing.origin, f"nobody has checked {survey.name(turn.thing)} yet", "write reviewed: and the day")


CHECK = Check("never-reviewed", Severity.ADVICE, look)
