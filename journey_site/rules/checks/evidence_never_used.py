"""A source that nothing in the handbook rests on.

Looks for it under ``evidence`` of anything.

Why: the interviews were made, and what they taught is written down as if it were assumed.

Good::

    # file: evidence.yml
    interviews: {title: Twelve interviews}
    # file: journeys/a.yml
    title: Buys a bicycle
    stages: {need: {thoughts: [{text: Is it for me?, evidence: [interviews]}]}}

Bad::

    # file: evidence.yml
    interviews: {title: Twelve interviews}   # here
    # file: journeys/a.yml
    title: Buys a bicycle
    stages: {need: {thoughts: [Is it for me?]}}
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey
from journey_site.rules.checks.unused import never_used


def look(survey: Survey) -> Iterator[Found]:
    """The sources to which nothing leads."""
    return never_used(survey, "evidence", "source", "name it under evidence: where something is known from it, or take it out")


CHECK = Check("evidence-never-used", Severity.ADVICE, look)
