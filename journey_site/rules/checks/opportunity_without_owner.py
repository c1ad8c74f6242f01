"""An opportunity that nobody answers for.

Looks at every opportunity that is neither done nor dropped. The owner of the stage does not count: to answer for a
stage is not to have agreed to this.

Why: what everybody finds a good idea and nobody owns is still a good idea next year.

Good::

    title: Buys a bicycle
    stages:
      wait:
        opportunities: [{text: Say on which day it comes, owner: {name: Eva Ek}}]

Bad::

    title: Buys a bicycle
    stages:
      wait:
        opportunities: [{text: Say on which day it comes}]   # here
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.documents.items import Opportunity
from journey_site.documents.reading import quoted
from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey

_CLOSED = ("done", "dropped")


def look(survey: Survey) -> Iterator[Found]:
    """Open opportunities without an owner of their own."""
    for _, chance in survey.entries_of(Opportunity):
        if chance.owner is None and chance.status not in _CLOSED and chance.text:
            message = f"nobody answers for the opportunity {quoted(survey.words(chance.text))}"
            yield Found(chance.origin, message, "agree on who does, and write owner: and a department or name")


CHECK = Check("opportunity-without-owner", Severity.ADVICE, look, alone=True)
