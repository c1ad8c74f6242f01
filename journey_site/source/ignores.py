"""Comments that silence a rule for one line: ``# journey: ignore[emotion-without-thought]``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from journey_site.problems import Span
from journey_site.source.nodes import Mapping, Node, Scalar, Sequence
from journey_site.source.text import SourceText

_COMMENT = re.compile(r"(?:^|(?<=\s))#\s*journey:\s*ignore\b\s*(?:\[([^\]#]*)\])?")
_RULE = re.compile(r"[^\s,]+")


@dataclass(frozen=True, slots=True)
class Ignore:
    """One name in such a comment."""

    rule: str
    """Empty where the comment names none."""
    span: Span
    """The name itself, or the comment that names none."""
    line: int
    """The line whose problems it silences: its own, or where it stands alone the next one that is no comment."""


def ignores_in(source: SourceText, root: Node | None) -> list[Ignore]:
    """Every rule that a comment of the file silences, in the order of the lines."""
    if "journey:" not in source.text or "#" not in source.text:
        return []
    texts: list[Span] | None = None
    found: list[Ignore] = []
    for number, line in enumerate(source.lines, 1):
        for comment in _COMMENT.finditer(line) if "journey:" in line else ():
            if texts is None:
                texts = list(_texts(root))
            if _lies_in(number, comment.start() + 1, texts):
                continue
            alone = not line[: comment.start()].strip()
            found += _named(source, number, comment, _below(source, number) if alone else number)
    return found


def _named(source: SourceText, number: int, comment: re.Match[str], line: int) -> Iterator[Ignore]:
    names = [*_RULE.finditer(comment[1] or "")]
    if not names:
        yield Ignore("", source.span(number, comment.start() + 1, len(comment[0])), line)
    for name in names:
        yield Ignore(name[0], source.span(number, comment.start(1) + name.start() + 1, len(name[0])), line)


def _below(source: SourceText, number: int) -> int:
    """The line that a comment which stands alone speaks of."""
    for below in range(number + 1, len(source.lines) + 1):
        if not source.line(below).lstrip().startswith("#"):
            return below
    return number


def _texts(node: Node | None) -> Iterator[Span]:
    """Every text over several lines or with a #: what looks like a comment there is a part of it."""
    waiting: list[Node] = [node] if node is not None else []
    seen: set[int] = set()
    while waiting:
        one = waiting.pop()
        if id(one) in seen:  # an alias repeats it
            continue
        seen.add(id(one))
        if isinstance(one, Mapping):
            for key, value in one.entries:
                waiting += (key, value)
        elif isinstance(one, Sequence):
            waiting += one.items
        elif isinstance(one, Scalar) and "#" in one.text:
            yield one.span


def _lies_in(line: int, column: int, texts: list[Span]) -> bool:
    place = (line, column)
    return any((text.line, text.column) <= place < (text.end_line, text.end_column) for text in texts)
