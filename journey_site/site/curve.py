"""The emotion curve as one drawing across all columns: monotone, honest about gaps, readable in any width.

A drawing is ``columns`` × 100 units wide and 100 high; it is stretched to the grid, so only lines
are drawn here and faces are placed over it by percentages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

COLUMN = 100.0
HEIGHT = 100.0
_MARGIN = 14.0
"""Room above and below, so that a face at the scale's end is not cut."""


@dataclass(frozen=True, slots=True)
class Point:
    """One known value: ``column`` counts from 0 and may lie between two middles (a step)."""

    column: float
    position: float
    """From 0 (worst) to 1 (best)."""

    @property
    def x(self) -> float:
        """Distance from the drawing's start, in its units."""
        return (self.column + 0.5) * COLUMN

    @property
    def y(self) -> float:
        """Distance from the drawing's top, in its units."""
        return _MARGIN + (1 - self.position) * (HEIGHT - 2 * _MARGIN)


def curve_paths(runs: Sequence[Sequence[Point]]) -> list[str]:
    """One SVG path per run of known values; a run of one point is a short level stroke."""
    return [_path(run) for run in runs if run]


def _path(run: Sequence[Point]) -> str:
    if len(run) == 1:
        point = run[0]
        return f"M{_n(point.x - 30)} {_n(point.y)}H{_n(point.x + 30)}"
    slopes = _slopes(run)
    parts = [f"M{_n(run[0].x)} {_n(run[0].y)}"]
    for index in range(len(run) - 1):
        a, b = run[index], run[index + 1]
        third = (b.x - a.x) / 3
        parts.append(
            f"C{_n(a.x + third)} {_n(a.y + slopes[index] * third)}"
            f" {_n(b.x - third)} {_n(b.y - slopes[index + 1] * third)} {_n(b.x)} {_n(b.y)}"
        )
    return "".join(parts)


def _slopes(run: Sequence[Point]) -> list[float]:
    """Slopes at the points such that the curve never passes beyond a value.

    The method is Fritsch and Carlson's monotone piecewise cubic interpolation (SIAM Journal on
    Numerical Analysis 17, 1980), with the harmonic mean of the neighbouring secants.
    """
    secants = [(b.y - a.y) / (b.x - a.x) for a, b in pairwise(run)]
    inner = [0.0 if a * b <= 0 else 2 * a * b / (a + b) for a, b in pairwise(secants)]
    return [secants[0], *inner, secants[-1]]


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
