"""It is stated how a stage feels, and not why.

Looks for thoughts, questions, feelings, pains or gains in the stage and its steps, or for a ``note`` on the emotion.

Why: a number alone convinces nobody. One thing that customers think there says more than the curve.

Good::

    title: Buys a bicycle
    stages:
      wait: {emotion: -1, thoughts: [Will it ever come?]}

Bad::

    title: Buys a bicycle
    stages:
      wait: {emotion: -1}   # here
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey

_REASONS = ("thoughts", "questions", "feelings", "pains", "gains")


def look(survey: Survey) -> Iterator[Found]:
    """Stages with a value and without a word about it."""
    for _, stage in survey.stages:
        emotion = stage.emotion
        if emotion is None or not emotion.known or emotion.note or "emotion" not in stage.places:
            continue
        if not any(stage.all_in(lane) for lane in _REASONS):
            message = f"how {survey.name(stage)} feels is stated, and nothing says why"
            yield Found(stage.place("emotion"), message, "add a thought, a pain, or emotion: {value: …, note: …}")


CHECK = Check("emotion-without-thought", Severity.ADVICE, look, alone=True)
