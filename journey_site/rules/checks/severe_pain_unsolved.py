"""Something hurts much, and nobody has an idea what to do about it.

Looks at pains with a severity of 4 or 5. An opportunity in the same stage counts, and one anywhere in the journey that
``solves`` it; one that is dropped does not.

Why: the map has found what matters most, and stops there.

Good::

    title: Buys a bicycle
    stages:
      wait:
        pains: [{text: Nobody says when it comes, severity: 5}]
        opportunities: [Say on which day it comes]

Bad::

    title: Buys a bicycle
    stages:
      wait:
        pains: [{text: Nobody says when it comes, severity: 5}]   # here
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.documents.items import Item, Opportunity
from journey_site.documents.reading import quoted
from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey

_SEVERE = 4


def look(survey: Survey) -> Iterator[Found]:
    """Severe pains without an opportunity."""
    solved: set[tuple[int, str]] = set()
    helped: set[int] = set()
    for entry, chance in survey.entries_of(Opportunity):
        if chance.status != "dropped":
            helped.add(id(entry.stage or entry.thing))
            solved.update((id(entry.thing), pain) for pain in chance.solves)
    for entry, pain in survey.entries_of(Item, "pains"):
        if not pain.severity or pain.severity < _SEVERE or not pain.text:
            continue
        if (id(entry.thing), pain.id) not in solved and id(entry.stage or entry.thing) not in helped:
            message = f"{quoted(survey.words(pain.text))} hurts {pain.severity} of 5, and no opportunity is named"
            yield Found(pain.origin, message, "write what could help under opportunities:, or where it solves: this")


CHECK = Check("severe-pain-unsolved", Severity.ADVICE, look, alone=True)
