"""A stage must come after another that stands behind it.

Looks at ``after`` where the stages have an order, and leaves alone what may come in any order.

Why: the map shows one order and the words say another, so readers believe neither.

Good::

    title: Buys a bicycle
    stages:
      ride: {summary: Tries three}
      buy: {after: [ride]}

Bad::

    title: Buys a bicycle
    stages:
      buy: {after: [ride]}   # here
      ride: {summary: Tries three}
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey
from journey_site.rules.checks.ways import in_order


def look(survey: Survey) -> Iterator[Found]:
    """What stands under ``after`` and comes later."""
    for journey, stage in survey.stages:
        if not stage.after or not in_order(journey, survey.atlas, "linear"):
            continue
        later = journey.stages[[each.id for each in journey.stages].index(stage.id) :]
        for other in later:
            for ref in stage.after:
                if ref == other.id and ref not in stage.any_order and stage.id not in other.any_order:
                    message = f"{survey.name(stage)} must come after {survey.name(other)}, which comes later here"
                    yield Found(ref.origin, message, "move one of them, or write any_order:")


CHECK = Check("after-comes-later", Severity.WARNING, look, alone=True)
