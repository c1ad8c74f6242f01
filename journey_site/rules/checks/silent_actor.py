"""Somebody takes part in a journey, and nothing in it concerns them.

Looks at journeys of several actors that single out others (with ``actor``, an emotion of their own, or as sender or
receiver).

Why: who is named in the buying group and never heard is the one who says no in the end.

Good::

    # file: personas.yml
    anna: {name: Anna}
    bo: {name: Bo}
    # file: journeys/a.yml
    title: Buys a bicycle
    actors: [anna, bo]
    stages: {buy: {emotion: {anna: 1, bo: -1}}}

Bad::

    # file: personas.yml
    anna: {name: Anna}
    bo: {name: Bo}
    # file: journeys/a.yml
    title: Buys a bicycle
    actors:
      - anna
      - bo   # here
    stages: {buy: {emotion: {anna: 1}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.documents.journeys import Journey
from journey_site.documents.reading import quoted
from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey


def look(survey: Survey) -> Iterator[Found]:
    """Actors of whom only the list of actors speaks."""
    heard: dict[str, set[str]] = {}
    for mention in survey.mentions:
        if mention.ref.kind in ("personas", "people") and mention.field != "persona" and isinstance(mention.thing, Journey):
            heard.setdefault(mention.thing.id, set()).add(mention.ref)
    for journey in survey.journeys:
        named = heard.get(journey.id, set())
        for actor in journey.actors:
            if named.intersection(journey.personas) and actor.persona and actor.persona not in named:
                person = survey.atlas.personas.get(actor.persona)
                message = f"{survey.name(person) if person else quoted(actor.persona)} takes part, and nothing here concerns them"
                yield Found(actor.origin, message, f"write actor: {actor.persona} where something is theirs, or take them out")


CHECK = Check("silent-actor", Severity.ADVICE, look, alone=True)
