"""What is wrong in a handbook, as values: where it stands, how grave it is, one sentence, what to do.

Everything that reads or checks returns problems beside its result; nothing raises for an editor's
mistake. Imports nothing of ours, so that every layer can speak of problems.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum


class Severity(IntEnum):
    """How grave a problem is; ordered, so that levels can be compared."""

    ADVICE = 1
    """Worth knowing; never counted, never fails anything."""
    WARNING = 2
    """Probably wrong; fails a strict build."""
    ERROR = 3
    """Cannot be shown rightly; fails every build."""

    @property
    def word(self) -> str:
        """The name as people write it in handbook.yml: ``advice``, ``warning``, ``error``."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file.

    Lines and columns count from 1, columns in Unicode characters; the end is exclusive. ``file`` is
    the path as it is shown to people: relative to the folder the command was started for, with ``/``.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 0
    end_column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that helps to understand a problem, with a few words about it."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A stretch of a file and the text that belongs there; an empty stretch is a place to insert at."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: a rule's name, one sentence in the editor's words, and the place."""

    rule: str
    message: str
    span: Span
    severity: Severity = Severity.ERROR
    hint: str = ""
    """What to do about it; empty when the sentence already says so."""
    related: tuple[Related, ...] = field(default=())
    note: str = ""
    """What follows from it, such as what is missing on the site until it is mended; empty where that is plain."""
    fix: tuple[Edit, ...] = field(default=())
    """The edits that mend it and change nothing else, where that is certain; all of them or none."""
    new_name: str = ""
    """The name that mends it where the file's own is what is wrong; empty where another file has it already."""

    @property
    def is_mendable(self) -> bool:
        """Whether it can be mended with certainty, without anybody's decision."""
        return bool(self.fix or self.new_name)

    def __str__(self) -> str:
        tail = f" ({self.hint})" if self.hint else ""
        return f"{self.span}: {self.message}{tail}"


def by_place(problems: Iterable[Problem]) -> list[Problem]:
    """The problems sorted by file, line and column, each once, graver before lighter at one place."""
    unique = dict.fromkeys(problems)
    return sorted(unique, key=lambda p: (p.span, -p.severity, p.rule, p.message))
