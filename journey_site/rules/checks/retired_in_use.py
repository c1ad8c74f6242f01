"""Something that is retired is still in use.

Looks at references from what is live: touchpoints, content, metrics and departments in journeys, journeys that open
from a stage, models. ``replaces``, ``extends`` and ``compare_with`` may lead to what is retired.

Why: the company took it away, and the map still sends customers there.

Good::

    # file: touchpoints.yml
    fax: {name: Fax, publish: retired}
    till: {name: The till}
    # file: journeys/a.yml
    title: Buys a bicycle
    stages: {buy: {touchpoints: [till]}}

Bad::

    # file: touchpoints.yml
    fax: {name: Fax, publish: retired}
    till: {name: The till}
    # file: journeys/a.yml
    title: Buys a bicycle
    stages: {buy: {touchpoints: [till, fax]}}   # here
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey

_MAY = frozenset({"replaces", "extends", "compare_with", "remove"})


def look(survey: Survey) -> Iterator[Found]:
    """References to what is retired."""
    if not any(thing.publish == "retired" for _, thing in survey.atlas.things()):
        return
    for mention in survey.mentions:
        if mention.field in _MAY or mention.ref.kind in ("stages", "pains"):
            continue
        thing = survey.atlas.find(mention.ref)
        if thing is not None and thing.publish == "retired":
            message = f"{survey.name(thing)} is retired, and still in use here"
            yield Found(mention.ref.origin, message, "name what took its place, or take it out")


CHECK = Check("retired-in-use", Severity.WARNING, look)
