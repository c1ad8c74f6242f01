"""The named paths of a journey add up to more than everybody.

Why: each customer goes one way through. More than 100 % means that a number is wrong, or that two paths are one.

Good::

    title: Buys a bicycle
    paths:
      planned: {share: 80%, stages: [need, buy]}
      impulse: {share: 20%, stages: [buy]}
    stages: {need: {}, buy: {}}

Bad::

    title: Buys a bicycle
    paths:
      planned: {share: 80%, stages: [need, buy]}
      impulse: {share: 40%, stages: [buy]}   # here
    stages: {need: {}, buy: {}}
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.atlas.ways import ROUNDED
from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey


def look(survey: Survey) -> Iterator[Found]:
    """Journeys whose paths together are more than whole."""
    for journey in survey.journeys:
        total = sum(path.share for path in journey.paths if path.share is not None)
        if total > 1 + ROUNDED and "paths" in journey.places:
            message = f"the paths of this journey add up to {total * 100:.4g} %, more than everybody"
            yield Found(journey.paths[-1].origin, message, "lower one of the shares")


CHECK = Check("path-shares-above-100", Severity.WARNING, look, alone=True)
