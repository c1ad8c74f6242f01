"""The ways out of a stage add up to less than everybody.

Looks at stages where each way has a share. What rounding takes away (three times 33.3 %) is left alone.

Why: the rest goes nowhere on the map, and nobody asks where they went.

Good::

    title: Buys a bicycle
    stages:
      need: {next: [{to: buy, share: 60%}, {exit: Keeps the car, share: 40%}]}
      buy: {summary: Pays}

Bad::

    title: Buys a bicycle
    stages:
      need: {next: [{to: buy, share: 60%}, {exit: Keeps the car, share: 30%}]}   # here
      buy: {summary: Pays}
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.atlas.ways import ROUNDED
from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey


def look(survey: Survey) -> Iterator[Found]:
    """Stages whose shares leave somebody out."""
    for _, stage in survey.stages:
        shares = [way.share for way in stage.next or ()]
        total = sum(share for share in shares if share is not None)
        if shares and None not in shares and total < 1 - ROUNDED:
            rest = f"{(1 - total) * 100:.4g} %"
            message = f"the ways out of {survey.name(stage)} add up to {total * 100:.4g} %, and {rest} go nowhere"
            yield Found(stage.place("next"), message, "say where the rest goes, such as {exit: …, share: …}")


CHECK = Check("shares-below-100", Severity.ADVICE, look, alone=True)
