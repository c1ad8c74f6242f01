"""Some ways out of a stage have a share, and others have none.

Why: what is not stated is not guessed. One share that is missing keeps the whole flow from being computed.

Good::

    title: Buys a bicycle
    stages:
      need: {next: [{to: buy, share: 60%}, {exit: Keeps the car, share: 40%}]}
      buy: {summary: Pays}

Bad::

    title: Buys a bicycle
    stages:
      need: {next: [{to: buy, share: 60%}, {exit: Keeps the car}]}   # here
      buy: {summary: Pays}
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.atlas.ways import ROUNDED
from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey


def look(survey: Survey) -> Iterator[Found]:
    """Ways without a share beside ways that have one."""
    for _, stage in survey.stages:
        ways = stage.next or ()
        without = [way for way in ways if way.share is None]
        stated = sum(way.share for way in ways if way.share is not None)
        if without and len(without) < len(ways) and stated < 1 - ROUNDED:
            rest = (1 - stated) * 100
            hint = f"write share: {rest:.4g}%" if len(without) == 1 else f"{rest:.4g} % are left for these ways"
            message = f"{len(without)} of {len(ways)} ways out of {survey.name(stage)} {'has' if len(without) == 1 else 'have'} no share"
            yield Found(without[0].origin, message, hint)


CHECK = Check("share-missing", Severity.ADVICE, look, alone=True)
