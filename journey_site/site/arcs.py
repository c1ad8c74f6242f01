"""Arcs over a row of columns: where each begins and ends, and how high it runs, so that none lies on another.

An arc leaves its column upwards, runs level, and comes down on another column or on the same. Places are
counted in columns from the row's start: 1.5 is the middle of the second column.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

_MARGIN = 0.1
"""How much of a column's width stays free on each side, so that arcs of neighbours keep apart."""
_GAP = 0.04
"""How far apart two arcs at one height must at least be, in columns."""


@dataclass(frozen=True, slots=True)
class Arc:
    """One arc as it is laid out."""

    start: float
    """Where it leaves its column."""
    end: float
    """Where it comes down."""
    level: int
    """How high it runs: 1 is the lowest."""

    @property
    def left(self) -> float:
        """Where its earlier foot stands."""
        return min(self.start, self.end)

    @property
    def right(self) -> float:
        """Where its later foot stands."""
        return max(self.start, self.end)


def lay_out(ways: Sequence[tuple[int, int]]) -> list[Arc]:
    """An arc for each of ``ways``, which go from one column to another, counted from 0.

    Within a column, arcs to earlier columns stand before those to later ones, and wide arcs stand outside
    narrow ones, so that as few as possible cross. An arc runs higher than whatever lies wholly below it.
    """
    feet = _feet(ways)
    spans = [(min(ends), max(ends), at) for at in range(len(ways)) for ends in [(feet[at, "start"], feet[at, "end"])]]
    levels: dict[int, int] = {}
    taken: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for left, right, at in sorted(spans, key=lambda span: (span[1] - span[0], span[0])):
        below = (levels[other] for low, high, other in spans if other in levels and left < low and high < right)
        level = 1 + max(below, default=0)
        while any(left < high + _GAP and low - _GAP < right for low, high in taken[level]):
            level += 1
        levels[at] = level
        taken[level].append((left, right))
    return [Arc(feet[at, "start"], feet[at, "end"], levels[at]) for at in range(len(ways))]


def _feet(ways: Sequence[tuple[int, int]]) -> dict[tuple[int, str], float]:
    """Where each way's two feet stand, spread evenly within their columns."""
    standing: dict[int, list[tuple[tuple[int, int, int], int, str]]] = defaultdict(list)
    for at, (start, end) in enumerate(ways):
        width = abs(end - start)
        if start == end:
            standing[start] += [((1, 0, at), at, "start"), ((1, 1, at), at, "end")]
        elif start < end:
            standing[start].append(((2, -width, at), at, "start"))
            standing[end].append(((0, width, at), at, "end"))
        else:
            standing[start].append(((0, width, at), at, "start"))
            standing[end].append(((2, -width, at), at, "end"))
    feet: dict[tuple[int, str], float] = {}
    for column, here in standing.items():
        for place, (_, at, which) in enumerate(sorted(here), 1):
            feet[at, which] = column + _MARGIN + (1 - 2 * _MARGIN) * place / (len(here) + 1)
    return feet
