"""Impact against effort as a field of five by five: where each mark stands, and its words where there is room for them.

Impact grows upwards, effort along the line. Both are counted from 1 to 5, so what is alike stands at one spot: there
the marks stand below each other, each with its words beside it; past ``STACKED`` of them side by side, marks alone.
A row is as high as its fullest spot needs, so nothing meets anything, however many there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import NamedTuple

from journey_site.site.figures.letters import in_lines, width_of
from journey_site.site.figures.plane import Box, Point

SIDE = 5
"""How many steps there are each way."""
HIGH = 4
"""From this impact on, something helps much."""
LOW = 2
"""Up to this effort, something costs little."""
STACKED = 8
"""Past this many at one spot there is no room for their words."""
MARK = 22.0
"""How large a mark is across."""
SIZE = 13.0
"""How large the letters of a label are."""
LINE = 16.0
"""From one line of a label to the next."""
NAME_SIZE = 12.5
_NAME_ROOM = 22.0
_GAP = 7.0
_BESIDE = 5.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 40.0, 2.0, 2.0, 36.0
_LEAST = 34.0
"""How high a row without anything is."""


class Spot(NamedTuple):
    """What is put into the field."""

    impact: int
    effort: int
    words: str


@dataclass(frozen=True, slots=True)
class Size:
    """How wide a field is drawn, and how much it says."""

    width: float
    padding: float
    labelled: bool
    """Whether there is room for words."""


WIDE = Size(1000, 9, labelled=True)
NARROW = Size(340, 4, labelled=False)
"""For a phone: a third as wide, with marks alone."""


@dataclass(frozen=True, slots=True)
class Put:
    """A mark, and its words beside it."""

    mark: Box
    label: Box | None
    """The room that the words take at most; None for a mark alone."""
    lines: tuple[str, ...]

    @property
    def whole(self) -> Box:
        """Mark and words together."""
        if self.label is None:
            return self.mark
        return Box(
            min(self.mark.left, self.label.left),
            min(self.mark.top, self.label.top),
            max(self.mark.right, self.label.right),
            max(self.mark.bottom, self.label.bottom),
        )


@dataclass(frozen=True, slots=True)
class Named:
    """A quarter of the field with its name."""

    quarter: Box
    box: Box
    """Where the name stands."""
    words: str


@dataclass(frozen=True, slots=True)
class Field:
    """Everything in its place."""

    width: float
    height: float
    frame: Box
    columns: tuple[float, ...]
    """The middle of each effort, from 1 on."""
    rows: tuple[float, ...]
    """The middle of each impact, from 1 on."""
    across: tuple[float, ...]
    """Where one effort ends and the next begins."""
    down: tuple[float, ...]
    """Where one impact ends and the next begins, from the highest on."""
    puts: tuple[Put, ...]
    """In the order in which they were given."""
    quarters: tuple[Named, ...]

    def mirrored(self) -> Field:
        """The same field for those who read from the right."""

        def box(each: Box) -> Box:
            return Box(self.width - each.right, each.top, self.width - each.left, each.bottom)

        return replace(
            self,
            frame=box(self.frame),
            columns=tuple(self.width - x for x in self.columns),
            across=tuple(self.width - x for x in self.across),
            puts=tuple(replace(put, mark=box(put.mark), label=box(put.label) if put.label else None) for put in self.puts),
            quarters=tuple(replace(each, quarter=box(each.quarter), box=box(each.box)) for each in self.quarters),
        )


def field_of(spots: Sequence[Spot], names: tuple[str, str, str, str], size: Size) -> Field:
    """``spots`` in their places.

    ``names`` are those of the quarters: much for little, much for much, little for little, little for much.
    """
    across = (size.width - _LEFT - _RIGHT) / SIDE
    held: dict[tuple[int, int], list[int]] = {}
    for at, spot in enumerate(spots):
        held.setdefault((spot.impact, spot.effort), []).append(at)
    local = {place: _at_one_spot([spots[at].words for at in here], across, size) for place, here in held.items()}
    puts: dict[int, Put] = {}
    edges, top = [_TOP], _TOP
    for impact in range(SIDE, 0, -1):
        head = _NAME_ROOM if impact in (SIDE, HIGH - 1) else 0.0
        here = {effort: local[impact, effort] for effort in range(1, SIDE + 1) if (impact, effort) in local}
        needed = max((max(put.whole.bottom for put in found) for found in here.values()), default=0.0)
        bottom = top + head + max(_LEAST, needed + 2 * size.padding)
        for effort, found in here.items():
            corner = Point(_LEFT + (effort - 1) * across + size.padding, top + head + size.padding)
            for at, put in zip(held[impact, effort], found, strict=True):
                puts[at] = _moved(put, corner)
        edges.append(bottom)
        top = bottom
    frame = Box(_LEFT, _TOP, size.width - _RIGHT, top)
    down = tuple(edges[1:-1])
    lines = tuple(_LEFT + across * at for at in range(1, SIDE))
    return Field(
        size.width,
        ceil(top + _BOTTOM),
        frame,
        tuple(_LEFT + across * (at + 0.5) for at in range(SIDE)),
        tuple((edges[at] + edges[at + 1]) / 2 for at in range(SIDE - 1, -1, -1)),
        lines,
        down,
        tuple(puts[at] for at in range(len(spots))),
        _quarters(frame, lines[LOW - 1], down[SIDE - HIGH], names, size),
    )


def _at_one_spot(words: list[str], across: float, size: Size) -> list[Put]:
    """Marks that share a spot, from its corner on."""
    room = across - 2 * size.padding
    if not size.labelled or len(words) > STACKED:
        abreast = max(1, int((room + 4) // (MARK + 4)))
        places = [((at % abreast) * (MARK + 4), (at // abreast) * (MARK + 4)) for at in range(len(words))]
        return [Put(Box(x, y, x + MARK, y + MARK), None, ()) for x, y in places]
    found, top = [], 0.0
    most = 3 if len(words) <= STACKED // 2 else 2
    for each in words:
        lines, _whole = in_lines(each, SIZE, room - MARK - _BESIDE, most)
        height = len(lines) * LINE
        middle = top + max(MARK, height) / 2 if len(lines) < 2 else top + MARK / 2
        mark = Box.around(Point(MARK / 2, middle), MARK, MARK)
        start = middle - LINE / 2
        label = Box(MARK + _BESIDE, start, MARK + _BESIDE + max(width_of(line, SIZE) for line in lines), start + height) if lines else None
        put = Put(mark, label, lines)
        found.append(put)
        top = put.whole.bottom + _GAP
    return found


def _moved(put: Put, by: Point) -> Put:
    def box(each: Box) -> Box:
        return Box(each.left + by.x, each.top + by.y, each.right + by.x, each.bottom + by.y)

    return replace(put, mark=box(put.mark), label=box(put.label) if put.label else None)


def _quarters(frame: Box, x: float, y: float, names: tuple[str, str, str, str], size: Size) -> tuple[Named, ...]:
    areas = (
        Box(frame.left, frame.top, x, y),
        Box(x, frame.top, frame.right, y),
        Box(frame.left, y, x, frame.bottom),
        Box(x, y, frame.right, frame.bottom),
    )
    found = []
    for area, name in zip(areas, names, strict=True):
        (words, *_), _whole = in_lines(name, NAME_SIZE, area.width - 2 * size.padding, 1, bold=True)
        left, top = area.left + size.padding, area.top + 5
        found.append(Named(area, Box(left, top, left + width_of(words, NAME_SIZE, bold=True), top + _NAME_ROOM - 7), words))
    return tuple(found)
