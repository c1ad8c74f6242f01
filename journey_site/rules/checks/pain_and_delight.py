"""Something hurts much where the curve is at its best.

Looks for pains with a severity of 4 or 5 in stages whose emotion lies in the uppermost fifth of the scale.

Why: both can be true of different people. If they are, a spread or a note tells so; if not, one is wrong.

Good::

    title: Buys a bicycle
    stages:
      pay: {emotion: -1, pains: [{text: The card is refused, severity: 5}]}

Bad::

    title: Buys a bicycle
    stages:
      pay: {emotion: 2, pains: [{text: The card is refused, severity: 5}]}   # here
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey

_SEVERE = 4
_BEST = 0.8
"""From where on the scale, of which 1 is the upper end."""


def look(survey: Survey) -> Iterator[Found]:
    """Severe pains in stages that feel good to everybody."""
    scale = survey.atlas.handbook.scale
    for _, stage in survey.stages:
        lowest = stage.emotion.lowest if stage.emotion and stage.emotion.low is None else None
        if lowest is None or scale.position(lowest) < _BEST:
            continue
        for pain in stage.pains:
            if pain.severity and pain.severity >= _SEVERE and not pain.actor:
                message = f"this hurts {pain.severity} of 5, and {survey.name(stage)} feels as good as {lowest:+g}"
                yield Found(pain.origin, message, "lower one of the two, or write emotion: {value: …, low: …, note: …}")


CHECK = Check("pain-and-delight", Severity.ADVICE, look, alone=True)
