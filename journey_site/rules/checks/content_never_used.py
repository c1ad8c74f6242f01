"""A piece of content that no stage recommends.

A link in a text counts as a use; so does a draft.

Why: somebody wrote it, keeps it up to date, and no customer is led to it.

Good::

    # file: content.yml
    guide: {title: Ride to work}
    # file: journeys/a.yml
    title: Buys a bicycle
    stages: {need: {content: [guide]}}

Bad::

    # file: content.yml
    guide: {title: Ride to work}
    film: {title: A week without a car}   # here
    # file: journeys/a.yml
    title: Buys a bicycle
    stages: {need: {content: [guide]}}
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey
from journey_site.rules.checks.unused import never_used


def look(survey: Survey) -> Iterator[Found]:
    """The piece of content to which nothing leads."""
    return never_used(survey, "content", "piece of content", "name it in the stage where it helps, or take it out")


CHECK = Check("content-never-used", Severity.ADVICE, look)
