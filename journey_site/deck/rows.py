"""Rows of a table, cut where a slide is full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from journey_site.deck.lines import Line, Lines
from journey_site.deck.measure import ASIDE, PADDING, height_of


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its cells from left to right, each a few lines."""

    cells: tuple[Lines, ...]
    grounds: dict[int, str] = field(default_factory=dict)
    """Cells with a ground of their own, by place, as a colour."""


def row_height(row: Row, widths: Sequence[float], size: float) -> float:
    """How high ``row`` is with columns of ``widths``, in points."""
    return max(height_of(cell, width - ASIDE, size) for cell, width in zip(row.cells, widths, strict=True)) + PADDING


def cut(rows: Sequence[Row], widths: Sequence[float], size: float, room: float, again: str = "", *, labelled: bool = True) -> list[list[Row]]:
    """``rows`` by slides, each at most ``room`` high; what is higher than a slide goes on on the next one.

    ``again`` is said beside the first cell of a row that goes on; ``labelled``: that cell is its name.
    """
    slides: list[list[Row]] = [[]]
    left = room
    waiting = list(reversed(rows))
    while waiting:
        row = waiting.pop()
        needed = row_height(row, widths, size)
        if needed <= left:
            slides[-1].append(row)
            left -= needed
        elif needed <= room and slides[-1]:
            slides.append([row])
            left = room - needed
        else:
            first, rest = _split(row, widths, size, left, again, labelled=labelled, forced=not slides[-1])
            if first:
                slides[-1].append(first)
            if rest:
                slides.append([])
                left = room
                waiting.append(rest)
            else:
                left = 0.0
    return [slide for slide in slides if slide]


def _split(
    row: Row, widths: Sequence[float], size: float, room: float, again: str, *, labelled: bool, forced: bool
) -> tuple[Row | None, Row | None]:
    """What of ``row`` fits into ``room``, and what is left; ``forced`` takes a line of each cell, whether it fits or not."""
    taken: list[Lines] = []
    kept: list[Lines] = []
    for at, (cell, width) in enumerate(zip(row.cells, widths, strict=True)):
        if labelled and at == 0:
            taken.append(cell)
            kept.append(_continued(cell, again))
            continue
        count = 0
        while count < len(cell) and height_of(cell[: count + 1], width - ASIDE, size) + PADDING <= room:
            count += 1
        count = max(count, 1) if forced else count
        taken.append(cell[:count])
        kept.append(cell[count:])
    body = slice(1 if labelled else 0, None)
    first = replace(row, cells=tuple(taken)) if any(taken[body]) else None
    rest = replace(row, cells=tuple(kept)) if any(kept[body]) else None
    if first is None:
        return (row, None) if forced else (None, row)
    return first, rest


def _continued(cell: Lines, again: str) -> Lines:
    first = cell[0] if cell else Line("", "")
    return (replace(first, aside=again),) if again else cell
