"""Nothing says where customers meet us in a stage.

Looks at stages with something written in them, steps included, in journeys that name touchpoints elsewhere.

Why: a stage without a touchpoint is one where we are not there, or one where nobody has looked. Readers cannot tell which.

Good::

    title: Buys a bicycle
    stages:
      need: {thoughts: [Is it for me?], touchpoints: [{name: The neighbour's bicycle}]}
      buy: {touchpoints: [{name: The till}]}

Bad::

    title: Buys a bicycle
    stages:
      need: {thoughts: [Is it for me?]}   # here
      buy: {touchpoints: [{name: The till}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.atlas.blank import is_blank
from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey


def look(survey: Survey) -> Iterator[Found]:
    """Stages without a touchpoint in journeys that have some."""
    met = {journey.id for journey in survey.journeys if any(stage.all_in("touchpoints") for stage in journey.stages)}
    for journey, stage in survey.stages:
        if journey.id in met and not stage.all_in("touchpoints") and not is_blank(stage):
            message = f"nothing says where customers meet us in {survey.name(stage)}"
            yield Found(stage.origin, message, "add touchpoints:, be it a neighbour or a search engine")


CHECK = Check("stage-without-touchpoint", Severity.ADVICE, look, alone=True)
