"""A journey rests on nothing that anybody has found out.

Looks at journeys with five or more thoughts, questions, feelings, pains and gains, in handbooks that list evidence.
One source anywhere in the journey is enough. What is called ``confidence: assumed``, by itself, by its stage or by the
whole journey, is not counted: it says honestly that nobody has found it out yet.

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
_ASSUMED = "assumed"
_CLAIMS = ("thoughts", "questions", "feelings", "pains", "gains")


def look(survey: Survey) -> Iterator[Found]:
    """Journeys that claim much to be known and name no source."""
    if not survey.atlas.evidence:
        return
    rests = {id(mention.thing) for mention in survey.mentions if mention.ref.kind == "evidence"}
    honest = {id(item) for _, part in survey.steps if part.confidence == _ASSUMED for lane in _CLAIMS for item in getattr(part, lane)}
    claims: dict[int, int] = defaultdict(int)
    for entry, item in survey.entries_of(Item, *_CLAIMS):
        if item.confidence != _ASSUMED and id(item) not in honest:
            claims[id(entry.thing)] += 1
    for journey in survey.journeys:
        if claims[id(journey)] >= _ENOUGH and id(journey) not in rests and journey.confidence != _ASSUMED:
            message = f"{survey.name(journey)} says {claims[id(journey)]} things as if they were known, and names no source"
            yield Found(journey.origin, message, "write evidence: where something is known, and confidence: assumed where not")


CHECK = Check("journey-without-evidence", Severity.ADVICE, look)
