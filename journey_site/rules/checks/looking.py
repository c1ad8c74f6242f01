"""Every check asked of a handbook, once: what is found, at the level that fits where it is found."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from journey_site.atlas.atlas import Atlas
from journey_site.problems import Problem, Severity
from journey_site.rules.checks import CHECKS
from journey_site.rules.checks.survey import Survey


def found_by_checks(atlas: Atlas, root: Path | None = None) -> Iterator[Problem]:
    """What the checks point at in the handbook that lies in ``root``, as grave as each is where handbook.yml says nothing.

    ``atlas`` is the whole of it, with drafts and with what single audiences may not see: what an edition leaves out is
    in use all the same, and is mended in the same files. In a draft everything is advice, for it is not done.
    """
    survey = Survey(atlas, root)
    drafts = _Drafts(atlas)
    for check in CHECKS:
        for problem in check.check(survey):
            if problem.severity > Severity.ADVICE and drafts.holds(problem):
                yield replace(problem, severity=Severity.ADVICE)
            else:
                yield problem


class _Drafts:
    """Knows which lines belong to drafts: a thing reaches to where the next one in its file begins."""

    def __init__(self, atlas: Atlas) -> None:
        self._things: dict[str, list[tuple[int, bool]]] = {}
        if any(thing.publish == "draft" for _, thing in atlas.things()):
            for _, thing in atlas.things():
                if thing.file:
                    self._things.setdefault(thing.origin.file, []).append((thing.origin.line, thing.publish == "draft"))
        for things in self._things.values():
            things.sort()

    def holds(self, problem: Problem) -> bool:
        """Whether the problem is one of a draft's."""
        things = self._things.get(problem.span.file, [])
        at = bisect_right(things, (problem.span.line, True)) - 1
        return at >= 0 and things[at][1]
