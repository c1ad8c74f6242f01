"""A department that owns nothing and takes part in nothing.

Looks for it as owner, under ``departments``, and as sender or receiver.

Why: a department that does not find itself in the map does not read it.

Good::

    # file: departments.yml
    sales: {name: Sales}
    # file: journeys/a.yml
    title: Buys a bicycle
    owner: sales
    stages: [buy]

Bad::

    # file: departments.yml
    sales: {name: Sales}
    legal: {name: Legal}   # here
    # file: journeys/a.yml
    title: Buys a bicycle
    owner: sales
    stages: [buy]
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey
from journey_site.rules.checks.unused import never_used


def look(survey: Survey) -> Iterator[Found]:
    """The departments to which nothing leads."""
    return never_used(survey, "departments", "department", "name it as owner: of something, or under departments: of a stage")


CHECK = Check("department-never-named", Severity.ADVICE, look)
