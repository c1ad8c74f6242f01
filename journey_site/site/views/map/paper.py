"""How small a map must be printed to stand on one A3 sheet, and how it goes on several where nobody could read that:
an estimate from its words, since paper cannot be measured.

All lengths are millimetres at full size; a smaller size makes the sheet wider and higher by as much.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from journey_site.site.figures.ring import WIDTH
from journey_site.site.views.entries import EntryView, Words
from journey_site.site.views.map.arcs import ArcsView
from journey_site.site.views.map.cells import CellView
from journey_site.site.views.map.conclusions import AtStage, DutyView, WorstView
from journey_site.site.views.map.grid import RowView, SheetView
from journey_site.site.views.map.shape import ShapeView
from journey_site.site.views.stage.ways import WayView
from journey_site.site.voice import Voice

_WIDE, _HIGH = 402.0, 279.0
READABLE = 0.92
"""The smallest size on A3: its smallest words are seven points high. What does not fit so takes several sheets, or a larger one."""
_SIZES = tuple(size / 100 for size in range(100, 28, -2))
"""From full size down to what can be read on the largest paper there is."""
_LETTER, _LINE = 1.4, 3.6
_LANE = 31.0
_CLOCK = 18.0
"""The stages to scale of time."""
_ARC = 4.0
"""How much higher each arc over the heads runs."""
_FIGURE = 150.0
"""How wide the figure of a ring or network is, as in shape.css."""
_ASIDE = 34.0
"""The least width of a column of entries in a cell; a wide cell has several."""

_LEAF = 265.0
"""What a page of the booklet has left for the lanes."""

Piece = tuple[float, float, float]
"""An entry: its words in letters, what its frame takes of the width, and what it adds to the height."""
Lane = tuple[float, float, list[list[Piece]]]
"""A row as it counts on paper: what it takes anyhow, its name in letters, and the entries of its cells."""


def fitting_size(
    rows: Sequence[RowView], stages: int, around: float, voice: Voice, follows: float = 0.0, margin: float = 0.97,
    clock: object = None, arcs: ArcsView | None = None, shape: ShapeView | None = None,
) -> float:
    """The largest size at which the grid stands on one sheet with what is above it and what follows.

    ``clock`` is what stands in the grid's head to scale of time, ``arcs`` where customers go, ``shape``
    the figure above it; ``around`` and ``follows`` are letters of running text above and below the grid, at full width.
    """
    lanes = [_measured(row, voice) for row in rows]
    return _fitting(lanes, stages, around, voice, follows, margin, clock=clock, arcs=arcs, shape=shape)


def _fitting(
    lanes: Sequence[Lane], stages: int, around: float, voice: Voice, follows: float = 0.0, margin: float = 0.97, *,
    clock: object = None, arcs: ArcsView | None = None, shape: ShapeView | None = None,
) -> float:  # fmt: skip
    """The same, of rows that are measured."""
    head = (_CLOCK if clock else 0.0) + _shape_height(shape)
    if arcs:
        lanes = [*lanes, (2.3, 14.0, [[(_way(way, voice), 5.0, 1.0) for way in at.ways] for at in arcs.leaving])]
        head += _ARC * (arcs.levels + 2 * bool(arcs.arcs or arcs.exits or arcs.beside))

    def too_high(size: float) -> bool:
        wide = _WIDE / size
        above = 30 + head + _LINE * around * _LETTER / (wide * 0.8)
        below = 12 + _LINE * follows * _LETTER / (wide * 0.55) if follows else 0.0
        return above + _grid_height(lanes, stages, wide) + below > margin * _HIGH / size

    # What fits at one size fits at every smaller one.
    at = bisect_left(_SIZES, True, key=lambda size: not too_high(size))
    return _SIZES[at] if at < len(_SIZES) else 0.0


@dataclass(frozen=True, slots=True)
class Sheets:
    """How a map stands on paper."""

    size: float
    """How large it is printed on A3: 1 is full size."""
    apart: bool
    """Whether what follows from it goes on a sheet of its own."""
    cut: int
    """The place among the rows at which a further sheet begins; 0 where none is named, and rows go on as they come."""
    several: bool
    """Whether one sheet cannot hold it, so that it takes more."""
    whole: float
    """The size at which one A3 would hold it without what follows, readable or not; 0 where none is small enough. Twice that is the size on A1."""


def poster(
    rows: Sequence[RowView],
    stages: int,
    around: float,
    follows: float,
    voice: Voice,
    *,
    clock: object,
    arcs: ArcsView | None,
    shape: ShapeView | None,
    sheets: Sequence[SheetView] = (),
) -> Sheets:
    """How a map is printed; ``sheets`` are its parts where it has more stages than stand on one."""
    lanes = [_measured(row, voice) for row in rows]
    together = _fitting(lanes, stages, around, voice, follows, clock=clock, arcs=arcs, shape=shape)
    alone = together if together == _SIZES[0] else _fitting(lanes, stages, around, voice, clock=clock, arcs=arcs, shape=shape)
    if sheets:
        return Sheets(max(READABLE, _sheets_size(sheets, around, voice)), True, 0, True, alone)
    if together >= READABLE:
        return Sheets(together, False, 0, False, alone)
    if alone >= READABLE:
        return Sheets(alone, True, 0, False, alone)

    def halved(cut: int) -> float:
        """The size at which both halves stand on a sheet each."""
        first = _fitting(lanes[:cut], stages, around, voice, clock=clock, arcs=arcs, shape=shape)
        return min(first, _fitting(lanes[cut:], stages, 0.0, voice, arcs=arcs))

    size, cut = max(((halved(at), at) for at, row in enumerate(rows) if at and row.divider), default=(0.0, 0))
    return Sheets(size, True, cut, True, alone) if size >= READABLE else Sheets(READABLE, True, 0, True, alone)


def _sheets_size(sheets: Sequence[SheetView], around: float, voice: Voice) -> float:
    """The size at which every one of several sheets holds its part of the grid."""
    return min(
        fitting_size(sheet.rows, len(sheet.heads), around if sheet.first == 1 else 0.0, voice, clock=sheet.clock, arcs=sheet.arcs)
        for sheet in sheets
    )


def leaf_size(rows: Sequence[RowView], at: int, voice: Voice) -> float:
    """The size at which the stage in column ``at`` stands on one A4 page of the booklet."""
    height = sum(
        2.6 + max(_LINE * 1.2, 1.15 * _cell_height(list(_pieces(row.cells[at], voice)), 138.0)) for row in rows if row.cells and row.cells[at]
    )
    return round(min(1.0, max(0.7, _LEAF / height)), 2) if height else 1.0


def letters(parts: Iterable[Words | None], voice: Voice) -> float:
    """How many letters stand in all of ``parts``."""
    return float(sum(_letters(part, voice) for part in parts if part))


def conclusion_letters(
    worst: Sequence[WorstView],
    promising: Sequence[AtStage],
    duties: Sequence[DutyView],
    whole: Iterable[Sequence[object]],
    voice: Voice,
) -> float:
    """How much stands below the grid, as letters of running text; ``whole`` are the lists about all of the journey."""
    low = sum(60 + sum(40 + _letters(pain.words, voice) for pain in each.pains) for each in worst)
    good = sum(120 + _letters(each.opportunity.entry.words, voice) for each in promising)
    along = max((150.0 + 130.0 * len(each) for each in whole if each), default=0.0)
    return low * 2.0 + good + 60.0 * len(duties) + along


def _shape_height(shape: ShapeView | None) -> float:
    """What the figure takes, at the width that shape.css gives it; else the list of named paths, beside each other."""
    if shape is None:
        return 0.0
    return 12.0 + (_FIGURE * shape.figure.height / WIDTH if shape.figure else 12.0 if shape.paths else 0.0)


def _measured(row: RowView, voice: Voice) -> Lane:
    """A row's words counted once, since they are the same at every size."""
    if row.divider:
        return 4.2, 0.0, []
    if row.curve:
        return 42.0 if len(row.curve.lines) > 1 else 29.0, 0.0, []
    return 2.3, _letters(row.label, voice), [list(_pieces(cell, voice)) for cell in row.cells]


def _grid_height(lanes: Sequence[Lane], stages: int, wide: float) -> float:
    width = (wide - _LANE) / max(1, stages) - 2.8  # an edition may leave out every stage
    height = 15.0
    for anyhow, name, cells in lanes:
        height += anyhow
        if cells:
            height += max([_LINE * ceil(name * _LETTER / (_LANE - 8)), *(_cell_height(pieces, width) for pieces in cells if pieces)])
    return height


def _cell_height(pieces: Sequence[Piece], width: float) -> float:
    if not pieces:
        return 0.0
    columns = max(1, int((width + 2) / (_ASIDE + 2)))
    column = (width - 2 * (columns - 1)) / columns
    heights = [
        ceil(words * _LETTER / max(8.0, column - frame)) * _LINE + extra for words, frame, extra in pieces
    ]
    # Columns are filled one after the other, so the last is seldom full.
    return max(max(heights), sum(heights) / columns + (max(heights) / 2 if columns > 1 else 0))


def _pieces(cell: CellView, voice: Voice) -> Iterable[Piece]:
    if cell.text:
        yield _letters(cell.text, voice), 0.0, 0.0
    if cell.waiting:
        yield len(cell.waiting) + 10.0, 0.0, 0.0
    for entry in cell.entries:
        yield _entry(entry, voice), 5.0, 1.6
    for touchpoint in cell.touchpoints:
        way = sum(_letters(end.words, voice) for end in (touchpoint.sender, touchpoint.receiver) if end)
        yield _entry(touchpoint.entry, voice) + way, 13.0, 2.0
    for content in cell.content:
        yield _entry(content.entry, voice), 16.0 if content.status not in ("", "live") else 7.0, 2.0
    for opportunity in cell.opportunities:
        yield _entry(opportunity.entry, voice), 7.0, 10.5
    for metric in cell.metrics:
        yield _letters(metric.entry.words, voice) + len(metric.value) + _letters(metric.unit, voice), 2.0, 5.0
    if cell.labels:
        yield sum(_letters(label.words, voice) + 6 for label in cell.labels) / 1.0, 0.0, 1.0
    if cell.owner:
        yield _letters(cell.owner.words, voice) + len(cell.owner.person), 5.0, 1.0


def _way(way: WayView, voice: Voice) -> float:
    return 16.0 + _letters(way.words, voice) + (_letters(way.why, voice) if way.why else 0.0)


def _entry(entry: EntryView, voice: Voice) -> float:
    marks = 7 * bool(entry.severity) + 3 * bool(entry.confidence) + 8 * len(entry.who)
    return _letters(entry.words, voice) + marks


def _letters(words: Words, voice: Voice) -> float:
    return float(len(words if isinstance(words, str) else voice.words(words)))
