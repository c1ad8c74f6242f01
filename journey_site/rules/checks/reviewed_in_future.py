"""Something was checked on a day that is yet to come.

Why: it is a slip in the year or the month, and until that day nobody is asked to check it again.

Good::

    title: Buys a bicycle
    reviewed: 2026-11-01
    stages: [buy]

Bad::

    title: Buys a bicycle
    reviewed: 2062-11-01   # here
    stages: [buy]
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey


def look(survey: Survey) -> Iterator[Found]:
    """Reviews with a day after today."""
    for _, thing in survey.things():
        if thing.reviewed and thing.reviewed > survey.atlas.today and "reviewed" in thing.places:
            message = f"{survey.name(thing)} was checked on {thing.reviewed.isoformat()}, and that day is yet to come"
            yield Found(thing.place("reviewed"), message, "look at the year")


CHECK = Check("reviewed-in-future", Severity.WARNING, look, alone=True)
