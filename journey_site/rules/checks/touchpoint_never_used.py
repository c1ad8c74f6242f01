"""A touchpoint that no journey comes to.

A link in a text counts as a use; so does a draft.

Why: it is either forgotten in the journeys, or gone from the company. Both are worth knowing.

Good::

    # file: touchpoints.yml
    till: {name: The till}
    # file: journeys/a.yml
    title: Buys a bicycle
    stages: {buy: {touchpoints: [till]}}

Bad::

    # file: touchpoints.yml
    till: {name: The till}
    fair: {name: The spring fair}   # here
    # file: journeys/a.yml
    title: Buys a bicycle
    stages: {buy: {touchpoints: [till]}}
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey
from journey_site.rules.checks.unused import never_used


def look(survey: Survey) -> Iterator[Found]:
    """The touchpoints to which nothing leads."""
    return never_used(survey, "touchpoints", "touchpoint", "name it in the stage where it is met, or take it out")


CHECK = Check("touchpoint-never-used", Severity.ADVICE, look)
