"""A department that owns something cannot be reached.

Looks for its ``contact``. Left alone where handbook.yml has a ``report``, to which every "this is wrong" goes.

Why: who sees a mistake on a page tells it now or never.

Good::

    # file: departments.yml
    sales: {name: Sales, contact: "mailto:sales@example.com"}
    # file: journeys/a.yml
    title: Buys a bicycle
    owner: sales
    stages: [buy]

Bad::

    # file: departments.yml
    sales: {name: Sales}   # here
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


def look(survey: Survey) -> Iterator[Found]:
    """Departments that own something and have no address."""
    if survey.atlas.handbook.report:
        return
    owners = {mention.ref for mention in survey.mentions if mention.field == "owner"}
    for identity, department in survey.atlas.departments.items():
        if identity in owners and not department.contact:
            message = f"{survey.name(department)} owns something, and nothing says how to reach them"
            yield Found(department.origin, message, 'write contact: "mailto:…", or report: in handbook.yml')


CHECK = Check("owner-without-contact", Severity.ADVICE, look)
