"""Where the stages stand on the ring or around the polygon: clockwise from the top, a pill each, or a mark with its name beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import acos, cos, sin, tan, tau

from journey_site.site.figures.letters import in_lines, width_of
from journey_site.site.figures.plane import Box, Curve, Point

WIDTH = 800.0
"""The width of every drawing; its height follows from what is in it."""
PILLS = 12
"""Up to so many stages stand in pills; of more, the names stand outside and a mark on the ring."""
MOST = 50
"""More stages than that are no drawing any more."""
NAME_SIZE, NAME_LINE = 14.0, 17.0
SMALL_SIZE, SMALL_LINE = 12.5, 15.0
ICON = 18.0
"""What a small mark in a pill takes, with the space beside it."""
DOT = 22.0
"""How large a mark on the ring is across."""
_PADDING = Point(11, 7)
_ASIDE = 5.0
"""How far a name stands from its mark."""
_BEYOND = 44.0
"""What is kept free outside the names for arrows out of the journey."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A stage that is to be drawn."""

    name: str
    face: bool = False
    """Whether a face stands in its pill, or on its mark."""
    repeats: bool = False
    """Whether a sign that it may happen again stands beside its name."""
    leaves: bool = False
    """Whether the journey can be left here."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stage stands."""

    box: Box
    """Its pill, or its mark on the ring: where ways begin and end."""
    name: Box
    """Where its name stands: the pill itself, or beside the mark."""
    lines: tuple[str, ...]
    angle: float
    """How far round it stands, clockwise from the top, in radians."""
    side: int
    """Where its name stands: 0 in the pill, 1 on the right of the mark, -1 on its left."""

    @property
    def boxes(self) -> tuple[Box, ...]:
        """What of it must not be covered."""
        return (self.name,) if self.side == 0 else (self.box, self.name)


@dataclass(frozen=True, slots=True)
class Ring:
    """The places of all stages on an ellipse."""

    places: tuple[Place, ...]
    middle: Point
    radii: Point
    height: float

    @property
    def whole(self) -> Box:
        """All of the drawing."""
        return Box(0, 0, WIDTH, self.height)

    def on(self, angle: float) -> Point:
        """The point of the ellipse at ``angle``."""
        return Point(self.middle.x + self.radii.x * sin(angle), self.middle.y - self.radii.y * cos(angle))

    def arc(self, begin: float, until: float) -> Curve:
        """The part of the ellipse between two angles, clockwise."""
        turn = until - begin
        reach = 4 / 3 * tan(turn / 4)
        start, end = self.on(begin), self.on(until)

        def along(angle: float) -> Point:
            return Point(self.radii.x * cos(angle), self.radii.y * sin(angle))

        return Curve(start, start.moved(along(begin), reach), end.moved(along(until), -reach), end)


def ring_of(stops: Sequence[Stop]) -> Ring:
    """The places of up to fifty stages; names keep clear of each other whatever they are."""
    return _of_pills(stops) if len(stops) <= PILLS else _of_marks(stops)


def _of_pills(stops: Sequence[Stop]) -> Ring:
    count = len(stops)
    leaves = any(stop.leaves for stop in stops)
    widest = 132.0 if count <= 6 else 112.0
    sizes = [_pill(stop, widest) for stop in stops]
    wide, high = max(size[0] for size in sizes), max(size[1] for size in sizes)
    aside, above = (100.0, 70.0) if leaves else (16.0, 34.0)
    radii = Point(WIDTH / 2 - wide / 2 - aside, max(75.0 if count == 2 else 160.0, 22.0 * count + 62))
    height = round(2 * (radii.y + high / 2 + above))
    ring = Ring((), Point(WIDTH / 2, height / 2), radii, height)
    places = []
    for at, stop in enumerate(stops):
        part = at / count
        # Of many, the rows are equally high, so that pills near the top and the foot do not meet.
        angle = tau * part if count <= 6 else _level(part)
        width, tall, lines = _pill(stop, widest)
        box = Box.around(ring.on(angle), width, tall)
        places.append(Place(box, box, lines, angle, 0))
    return Ring(tuple(places), ring.middle, radii, height)


def _pill(stop: Stop, widest: float) -> tuple[float, float, tuple[str, ...]]:
    lines, _ = in_lines(stop.name, NAME_SIZE, widest, 2, bold=True)
    text = max((width_of(line, NAME_SIZE, bold=True) for line in lines), default=0.0)
    width = max(44.0, text + ICON * (stop.face + stop.repeats) + 2 * _PADDING.x)
    return round(width, 1), max(1, len(lines)) * NAME_LINE + 2 * _PADDING.y, lines


def _of_marks(stops: Sequence[Stop]) -> Ring:
    count = len(stops)
    step = 56.0 if count <= 20 else max(30.0, 56.0 - (count - 20) * 0.9)
    radii = Point(215.0, step * count / 4)
    height = round(2 * radii.y + 48)
    ring = Ring((), Point(WIDTH / 2, height / 2), radii, height)
    most = 2 if step >= 2 * SMALL_LINE + 10 else 1
    beyond = _BEYOND if any(stop.leaves for stop in stops) else 6.0
    places = []
    for at, stop in enumerate(stops):
        angle = _level((at + 0.5) / count)
        middle = ring.on(angle)
        side = 1 if (at + 0.5) / count <= 0.5 else -1
        box = Box.around(middle, DOT, DOT)
        near = box.right + _ASIDE if side > 0 else box.left - _ASIDE
        room = min(190.0, WIDTH - beyond - near if side > 0 else near - beyond)
        lines, _ = in_lines(stop.name, SMALL_SIZE, room - 4 - ICON * stop.repeats, most, bold=True)
        text = max((width_of(line, SMALL_SIZE, bold=True) for line in lines), default=0.0)
        width = text + 4 + ICON * stop.repeats
        tall = max(1, len(lines)) * SMALL_LINE
        left = near if side > 0 else near - width
        name = Box(left, middle.y - tall / 2, left + width, middle.y + tall / 2)
        places.append(Place(box, name, lines, angle, side))
    return Ring(tuple(places), ring.middle, radii, height)


def _level(part: float) -> float:
    """The angle at ``part`` of the way round, when equal parts are equally high instead of equally long."""
    return acos(1 - 4 * part) if part <= 0.5 else tau - acos(1 - 4 * (1 - part))
