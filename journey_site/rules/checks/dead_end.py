"""The journey ends before its last stage, and nobody says why.

Looks at ``next: []`` in a stage that others follow, where the stages have an order. ``{exit: …, why: …}`` says the
same and tells the reader more.

Why: where customers leave is what a reader wants to know first, and "it ends here" is no reason.

Good::

    title: Buys a bicycle
    stages:
      need: {next: [{to: buy, share: 60%}, {to: doubt, share: 40%}]}
      doubt: {next: [{exit: Keeps the car, why: Too dear}]}
      buy: {summary: Pays}

Bad::

    title: Buys a bicycle
    stages:
      need: {next: [{to: buy, share: 60%}, {to: doubt, share: 40%}]}
      doubt: {next: []}   # here
      buy: {summary: Pays}
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey
from journey_site.rules.checks.ways import in_order


def look(survey: Survey) -> Iterator[Found]:
    """Stages before the last that end the journey without a word."""
    for journey, stage in survey.stages:
        if stage.next == () and stage is not journey.stages[-1] and in_order(journey, survey.atlas):
            message = f"the journey ends in {survey.name(stage)}, before its last stage, and nobody says why"
            yield Found(stage.place("next"), message, "write next: [{exit: where they go, why: the reason}]")


CHECK = Check("dead-end", Severity.ADVICE, look, alone=True)
