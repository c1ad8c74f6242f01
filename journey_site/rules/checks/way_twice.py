"""Two ways lead from one stage to the same one.

Two ways with different reasons (``why``) are left alone: then it is told why some go, and why others.

Why: one of the two most likely should lead elsewhere, and their shares are counted apart.

Good::

    title: Buys a bicycle
    stages:
      need: {next: [{to: compare, share: 60%}, {to: buy, share: 40%}]}
      compare: {summary: Looks at three}
      buy: {summary: Pays}

Bad::

    title: Buys a bicycle
    stages:
      need: {next: [{to: compare, share: 60%}, {to: compare, share: 40%}, buy]}   # here
      compare: {summary: Looks at three}
      buy: {summary: Pays}
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.documents.reading import quoted
from journey_site.documents.values import Ref
from journey_site.problems import Related, Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey


def look(survey: Survey) -> Iterator[Found]:
    """The second of two ways that say the same."""
    for journey, stage in survey.stages:
        first: dict[tuple[str, str], Ref] = {}
        for way in stage.next or ():
            if not way.to:
                continue
            there = first.setdefault((way.to, survey.words(way.why) if way.why else ""), way.to)
            if there is not way.to:
                other = journey.stage(way.to)
                message = f"two ways lead from {survey.name(stage)} to {survey.name(other) if other else quoted(way.to)}"
                related = (Related(there.origin, "this is the first"),)
                yield Found(way.to.origin, message, "keep one, or say with why: what is different", related)


CHECK = Check("way-twice", Severity.WARNING, look, alone=True)
