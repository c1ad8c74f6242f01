"""A stage leads to itself.

Left alone are ways with a share, which say how many come again, and stages that say ``repeatable: true``.

Why: it is most often a slip. Where it is meant, ``repeatable: true`` says so to readers in words.

Good::

    title: Buys a bicycle
    stages:
      compare: {repeatable: true, next: [buy]}
      buy: {summary: Pays}

Bad::

    title: Buys a bicycle
    stages:
      compare: {next: [compare, buy]}   # here
      buy: {summary: Pays}
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey


def look(survey: Survey) -> Iterator[Found]:
    """Ways whose end is where they begin."""
    for _, stage in survey.stages:
        for way in stage.next or ():
            if way.to == stage.id and way.to and way.share is None and not stage.repeatable:
                message = f"a way out of {survey.name(stage)} leads back to it"
                yield Found(way.to.origin, message, "write repeatable: true if it may happen again, or name another stage")


CHECK = Check("self-loop", Severity.ADVICE, look, alone=True)
