"""What every format is given: the problems with their place in the handbook, and the files that were read."""

from __future__ import annotations

import hashlib
import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from journey_site.atlas.atlas import Atlas
from journey_site.problems import Problem, Severity
from journey_site.reports.enclosing import Enclosing, enclosing
from journey_site.reports.sources import Sources
from journey_site.reports.visible import visible, without_mentions

_ENOUGH = 16
"""Hexadecimal digits of a fingerprint: 64 bits, so that no two of a handbook's problems share one by chance."""


@dataclass(frozen=True, slots=True)
class Told:
    """A problem as it is told."""

    problem: Problem
    within: tuple[Enclosing, ...]
    """The journey and stage, or whatever else it lies in, the widest first."""
    fingerprint: str
    """The same as long as the line itself stays as it is, wherever it moves to within its file."""

    @property
    def where(self) -> str:
        """The names of what it lies in: ``journey "Köpa bil", stage "Jämföra"``."""
        return ", ".join(map(str, self.within))


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that one run of the check found."""

    problems: tuple[Told, ...]
    files: tuple[str, ...]
    """The files that were read, as messages call them."""
    sources: Sources
    base: str = ""
    """The folder in which names in messages start, as seen from the root of the repository; empty for the root."""
    root: str = ""
    """The root of the repository, for files that messages name from the root of the disk."""

    def count(self, severity: Severity) -> int:
        """How many problems are that grave."""
        return sum(told.problem.severity is severity for told in self.problems)

    def path(self, file: str) -> str:
        """A file as the repository's host knows it: from the root of the repository."""
        if self.root and file.startswith(f"{self.root}/"):
            return posixpath.normpath(file.removeprefix(f"{self.root}/"))
        return posixpath.normpath(posixpath.join(self.base, file))


def report_of(
    problems: Iterable[Problem], files: Iterable[str], sources: Sources, atlas: Atlas, *, base: str = "", root: str = ""
) -> Report:
    """The report on ``problems`` in the order in which they are given."""
    found = list(problems)
    prints = fingerprints(found, sources)
    told = tuple(
        Told(problem, enclosing(problem.span, sources, atlas), fingerprint)
        for problem, fingerprint in zip(found, prints, strict=True)
    )
    return Report(told, tuple(files), sources, base, root)


def fingerprints(problems: Sequence[Problem], sources: Sources) -> Iterator[str]:
    """A mark for each problem that tells it from all others, and is the same in the next run.

    Made of the rule, the file and the words of the line, but neither of the line's number nor of the
    message, which other lines and other versions change. Of several alike, the second is told from the first.
    """
    alike: Counter[tuple[str, ...]] = Counter()
    for problem in problems:
        line = sources.line(problem.span)
        value = line[problem.span.column - 1 :].strip() if line else ""
        about = (problem.rule, problem.span.file, " ".join((line or "").split()), value)
        alike[about] += 1
        whole = "\0".join((*about, str(alike[about])))
        yield hashlib.sha256(whole.encode("utf-8", "replace")).hexdigest()[:_ENOUGH]


def sentences(problem: Problem) -> list[str]:
    """Everything that is said of a problem, a sentence each, fit to be printed in a line."""
    said = [problem.message, problem.hint, problem.note]
    return [visible(words) for words in said if words]


def in_one_line(told: Told) -> str:
    """The sentence, where it is, and what to do, for a place that has one line for it and might call ``@name``."""
    first, *rest = sentences(told.problem)
    where = f" ({visible(told.where)})" if told.within else ""
    return without_mentions(f"{first}{where}" + "".join(f"; {words}" for words in rest))


def related_lines(problem: Problem) -> list[str]:
    """The other places, a line each."""
    return [f"{visible(str(related.span))}: {visible(related.message)}" for related in problem.related]
