"""The files that problems stand in, read again when somebody wants to see the line."""

from __future__ import annotations

from pathlib import Path

from journey_site.problems import Severity, Span
from journey_site.source.nodes import Node
from journey_site.source.text import SourceText, read_text
from journey_site.source.unseen import without_secrets
from journey_site.source.yaml import parse_yaml

_TRIES = 40
_LARGE = 200_000
_TRIES_IN_A_LARGE_ONE = 4


class Sources:
    """Lines and nodes of files by the name that messages call them by; each file is read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        """Where the names in messages start."""
        self._texts: dict[str, SourceText | None] = {}
        self._roots: dict[str, Node | None] = {}
        self._dates: dict[str, tuple[int, int] | None] = {}

    def line(self, span: Span) -> str | None:
        """The line that ``span`` begins on, secrets in it dotted; None where the problem is the whole file's, or the file cannot be read."""
        if not span.end_line:
            return None
        source = self.text(span.file)
        return without_secrets(source.line(span.line)) if source and span.line <= len(source.lines) else None

    def text(self, file: str) -> SourceText | None:
        """What is written in a file, None where it cannot be read."""
        if file not in self._texts:
            self._dates[file] = self._date(file)
            self._texts[file] = read_text(self._folder / file, file)[0] if file else None
        return self._texts[file]

    def root(self, file: str) -> Node | None:
        """The root of a YAML file; of one that is broken, of what stands above the mistake."""
        if file not in self._roots:
            source = self.text(file)
            self._roots[file] = _as_far_as_it_goes(source) if source else None
        return self._roots[file]


    def refresh(self) -> None:
        """Forget the files that were changed since they were read."""
        for file, date in [*self._dates.items()]:
            if self._date(file) != date:
                del self._dates[file], self._texts[file]
                self._roots.pop(file, None)

    def _date(self, file: str) -> tuple[int, int] | None:
        try:
            about = (self._folder / file).stat()
        except (OSError, ValueError):  # gone, or a name that no file can have
            return None
        return about.st_mtime_ns, about.st_size


def _as_far_as_it_goes(source: SourceText) -> Node | None:
    tries = _TRIES_IN_A_LARGE_ONE if len(source.text) > _LARGE else _TRIES
    for _ in range(tries):
        root, problems = parse_yaml(source)
        if root is not None:
            return root
        wrong = [problem.span.line for problem in problems if problem.severity is Severity.ERROR]
        last = min([*wrong, len(source.lines)]) - 1
        if last < 1:
            break
        source = SourceText(source.file, "\n".join(source.lines[:last]) + "\n")
    return None
