"""A journey rests on nothing that anybody has found out.

Looks at journeys with five or more thoughts, pains and gains, in handbooks that list evidence. One source anywhere
in the journey is enough.

Why: a map of what we believe is a good beginning, and should not be taken for a map of what is.

Good::

    # file: evidence.yml
    interviews: {title: Twelve interviews}
    # file: journeys/a.yml
    title: Buys a bicycle
    evidence: [interviews]
    stages: {wait: {thoughts: [One, Two, Three, Four, Five]}}

Bad::

    # file: evidence.yml
    interviews: {title: Twelve interviews}
    # file: journeys/a.yml
    title: Buys a bicycle   # here
    stages: {wait: {thoughts: [One, Two, Three, Four, Five]}}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from journey_site.documents.items import Item
from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey

_ENOUGH = 5
_CLAIMS = ("thoughts", "questions", "feelings", "pains", "gains")


def look(survey: Survey) -> Iterator[Found]:
    """Journeys that claim much and name no source."""
    if not survey.atlas.evidence:
        return
    rests = {id(mention.thing) for mention in survey.mentions if mention.ref.kind == "evidence"}
    claims: dict[int, int] = defaultdict(int)
    for entry, _ in survey.entries_of(Item, *_CLAIMS):
        claims[id(entry.thing)] += 1
    for journey in survey.journeys:
        if claims[id(journey)] >= _ENOUGH and id(journey) not in rests:
            message = f"{survey.name(journey)} claims {claims[id(journey)]} things, and names no source"
            yield Found(journey.origin, message, "write evidence: where something is known, and confidence: assumed where not")


CHECK = Check("journey-without-evidence", Severity.ADVICE, look)
