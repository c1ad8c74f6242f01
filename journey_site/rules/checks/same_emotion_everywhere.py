"""Every stage of a journey feels the same.

Looks at journeys with four or more known emotions.

Why: a flat curve shows nobody where to begin. Most often it was filled in, and not found out.

Good::

    title: Buys a bicycle
    stages:
      need: {emotion: 0}
      compare: {emotion: -1}
      buy: {emotion: 1}
      ride: {emotion: 2}

Bad::

    title: Buys a bicycle
    stages:
      need: {emotion: 1}   # here
      compare: {emotion: 1}
      buy: {emotion: 1}
      ride: {emotion: 1}
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey

_ENOUGH = 4


def look(survey: Survey) -> Iterator[Found]:
    """Journeys whose curve is a straight line."""
    for journey in survey.journeys:
        felt = [stage for stage in journey.stages if stage.emotion and stage.emotion.known]
        values = {(each.emotion.typical, *each.emotion.by_actor.values()) for each in felt if each.emotion}
        if len(felt) >= _ENOUGH and len(values) == 1:
            message = f"all {len(felt)} stages of this journey feel the same"
            yield Found(felt[0].place("emotion"), message, "ask customers where it was best and where it was worst")


CHECK = Check("same-emotion-everywhere", Severity.ADVICE, look, alone=True)
