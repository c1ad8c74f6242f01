"""Edits of a text by line and column: applied all at once, and never across each other."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from journey_site.problems import Edit, Span

_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


class Places:
    """A text's lines, to find the letter that a line and column mean; both count from 1."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(found.end() for found in _BREAK.finditer(text))]

    def offset(self, line: int, column: int) -> int:
        """How many letters stand before a place; beyond the text, all of them."""
        if line > len(self.starts):
            return len(self.text)
        return min(self.starts[line - 1] + column - 1, len(self.text))

    def stretch(self, span: Span) -> tuple[int, int]:
        """Begin and end of a span as offsets."""
        begin = self.offset(span.line, span.column)
        return begin, max(begin, self.offset(span.end_line, span.end_column)) if span.end_line else begin

    def line_of(self, offset: int) -> int:
        """The line, counted from 1, in which the letter at an offset stands."""
        return bisect_right(self.starts, offset)

    def written(self, span: Span) -> str:
        """The letters that stand in a span."""
        begin, end = self.stretch(span)
        return self.text[begin:end]


class Overlap(ValueError):
    """Two edits want to change the same letters."""


def apply(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with all edits made; line ends that are put in are those of the text.

    Raises:
        Overlap: when two of them would change the same letters. The same edit twice is made once.
    """
    places, end_of_line = Places(text), line_end(text)
    pieces: list[str] = []
    at = 0
    for (begin, end), new in _in_order(places, edits):
        pieces += (text[at:begin], new.replace("\n", end_of_line))
        at = end
    return "".join([*pieces, text[at:]])


def _in_order(places: Places, edits: Iterable[Edit]) -> list[tuple[tuple[int, int], str]]:
    ordered = sorted({(places.stretch(edit.span), edit.text) for edit in edits})
    for (before, _), (after, _) in pairwise(ordered):
        if after[0] < before[1] or before == after:
            raise Overlap(f"letters {before} and {after}")
    return ordered


def fitting(text: str, groups: Sequence[tuple[Edit, ...]]) -> list[tuple[Edit, ...]]:
    """Those of ``groups`` that can be applied together, the earlier before the later; each whole or not at all."""
    places = Places(text)
    taken: dict[tuple[int, int], str] = {}
    chosen: list[tuple[Edit, ...]] = []
    for group in groups:
        wanted = {places.stretch(edit.span): edit.text for edit in group}
        if all(_fits(stretch, new, taken) for stretch, new in wanted.items()):
            taken |= wanted
            chosen.append(group)
    return chosen


def _fits(stretch: tuple[int, int], new: str, taken: dict[tuple[int, int], str]) -> bool:
    if stretch in taken:
        return taken[stretch] == new
    return all(stretch[1] <= begin or stretch[0] >= end for begin, end in taken)


def line_end(text: str) -> str:
    """The line end that a text uses most: CRLF or LF."""
    windows = text.count("\r\n")
    return "\r\n" if windows * 2 > text.count("\n") else "\n"
