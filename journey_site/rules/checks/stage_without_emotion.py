"""The curve has a gap: nobody says how this stage feels.

Looks at stages with something written in them, in journeys that state an emotion elsewhere.

Why: a gap is honest where nobody knows. Where thoughts and pains are written, somebody does.

Good::

    title: Buys a bicycle
    stages:
      wonder: {emotion: 1}
      wait: {emotion: -1, thoughts: [Will it ever come?]}

Bad::

    title: Buys a bicycle
    stages:
      wonder: {emotion: 1}
      wait: {thoughts: [Will it ever come?]}   # here
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.documents.journeys import Step
from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey

_TELLING = ("thoughts", "feelings", "pains", "gains")


def look(survey: Survey) -> Iterator[Found]:
    """Stages that tell what customers think, and not how it feels."""
    felt = {journey.id for journey, part in survey.steps if _is_felt(part)}
    for journey, stage in survey.stages:
        if journey.id not in felt or _is_felt(stage) or any(map(_is_felt, stage.steps)):
            continue
        if any(stage.all_in(lane) for lane in _TELLING):
            message = f"nothing says how {survey.name(stage)} feels, so the curve has a gap there"
            yield Found(stage.origin, message, "write emotion: and a number, or emotion: null if nobody knows")


def _is_felt(part: Step) -> bool:
    return "emotion" in part.model_fields_set and (part.emotion is None or part.emotion.known)


CHECK = Check("stage-without-emotion", Severity.ADVICE, look, alone=True)
