"""The day on which something was to be checked again has passed.

Goes by ``reviewed`` and ``review_every``, of the thing or of the handbook, like the page of reviews and
``journey-site review``, which can also allow some days of grace.

Why: a map that was true two years ago is believed today. The date is what tells them apart.

Good::

    title: Buys a bicycle
    reviewed: 2026-11-01
    review_every: 6 months
    stages: [buy]

Bad::

    title: Buys a bicycle
    reviewed: 2025-11-01   # here
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
    """What is late in the queue of reviews."""
    for turn in review_queue(survey.atlas):
        if turn.when == "overdue" and turn.review.due:
            days = turn.review.overdue_days
            late = f"{turn.review.due.isoformat()}, {days} {'day' if days == 1 else 'days'} ago"
            message = f"{survey.name(turn.thing)} was to be checked by {late}"
            yield Found(turn.thing.place("reviewed"), message, "go through it, and write the day under reviewed:")


CHECK = Check("review-overdue", Severity.ADVICE, look)
