"""Every check asked of a handbook, once: what is found, at the level that fits where it is found."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from journey_site.atlas.atlas import Atlas
from journey_site.problems import Problem, Severity
from journey_site.rules.checks import CHECKS
from journey_site.rules.checks.groups import Group, groups_of, settings_of
from journey_site.rules.checks.survey import Survey

_ALONE = tuple(check for check in CHECKS if check.alone)
_OF_THE_WHOLE = tuple(check for check in CHECKS if not check.alone)


class LookedAt:
    """What the checks found in each group of things, for whoever checks one handbook again and again."""

    def __init__(self) -> None:
        self._settings: tuple[object, ...] = ()
        self._kept: dict[str, tuple[Group, tuple[Problem, ...]]] = {}

    @property
    def kept(self) -> tuple[Group, ...]:
        """The groups that are remembered."""
        return tuple(group for group, _ in self._kept.values())

    def groups(self, atlas: Atlas) -> Iterator[tuple[Group, tuple[Problem, ...]]]:
        """The groups of ``atlas``, each with what was found in it alone; those that are as they were are not looked at."""
        settings = settings_of(atlas)
        said = (settings.handbook.site_languages, settings.handbook.language, settings.handbook.emotion, settings.today, settings.shown)
        before = self._kept if said == self._settings else {}
        self._settings, self._kept = said, {}
        for group in groups_of(atlas):
            kept = before.get(group.name)
            if kept is None or not kept[0].is_as(group):
                kept = group, tuple(_found_in(group, settings))
            self._kept[group.name] = kept
            yield kept


def found_by_checks(atlas: Atlas, root: Path | None = None, looked_at: LookedAt | None = None) -> Iterator[Problem]:
    """What the checks point at in the handbook that lies in ``root``, as grave as each is where handbook.yml says nothing.

    ``atlas`` is the whole of it, with drafts and with what single audiences may not see: what an edition leaves out is
    in use all the same, and is mended in the same files. In a draft everything is advice, for it is not done.
    ``looked_at`` spares looking again at what is as it was in an earlier call that was given it.
    """
    drafts = _Drafts(atlas)
    for problem in _found(atlas, root, looked_at or LookedAt()):
        if problem.severity > Severity.ADVICE and drafts.holds(problem):
            yield replace(problem, severity=Severity.ADVICE)
        else:
            yield problem


def _found(atlas: Atlas, root: Path | None, looked_at: LookedAt) -> Iterator[Problem]:
    groups: list[Group] = []
    for group, problems in looked_at.groups(atlas):
        groups.append(group)
        yield from problems
    survey = Survey(atlas, tuple(groups), root)
    for check in _OF_THE_WHOLE:
        yield from check.check(survey)


def _found_in(group: Group, settings: Atlas) -> Iterator[Problem]:
    """What is found in a group by the checks that need nothing else."""
    survey = Survey(group.atlas(settings), (group,))
    for check in _ALONE:
        yield from check.check(survey)


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
