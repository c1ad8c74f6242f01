"""Points, boxes and curves on a flat drawing; y grows downwards."""

from __future__ import annotations

from dataclasses import dataclass
from math import dist, hypot
from typing import NamedTuple


class Point(NamedTuple):
    """A place, or the way from one place to another."""

    x: float
    y: float

    def moved(self, by: Point, times: float = 1.0) -> Point:
        """This place, ``times`` as far in the direction ``by``."""
        return Point(self.x + by.x * times, self.y + by.y * times)

    def towards(self, other: Point) -> Point:
        """The direction to ``other``, one unit long."""
        length = dist(self, other) or 1.0
        return Point((other.x - self.x) / length, (other.y - self.y) / length)


class Box(NamedTuple):
    """An upright rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, middle: Point, width: float, height: float) -> Box:
        """The box of that size with ``middle`` in its middle."""
        return cls(middle.x - width / 2, middle.y - height / 2, middle.x + width / 2, middle.y + height / 2)

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @property
    def middle(self) -> Point:
        """The point in its middle."""
        return Point((self.left + self.right) / 2, (self.top + self.bottom) / 2)

    def grown(self, by: float) -> Box:
        """The same box, larger on each side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def meets(self, other: Box, gap: float = 0.0) -> bool:
        """Whether both cover a place, or come nearer than ``gap``."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )

    def holds(self, point: Point) -> bool:
        """Whether ``point`` lies in it."""
        return self.left <= point.x <= self.right and self.top <= point.y <= self.bottom

    def encloses(self, other: Box) -> bool:
        """Whether all of ``other`` lies in it."""
        return (
            self.left <= other.left and self.top <= other.top and self.right >= other.right and self.bottom >= other.bottom
        )


@dataclass(frozen=True, slots=True)
class Curve:
    """A cubic Bézier curve."""

    start: Point
    first: Point
    second: Point
    end: Point

    def at(self, part: float) -> Point:
        """The point at ``part`` of the curve, from 0 to 1."""
        rest = 1 - part
        a, b, c, d = rest**3, 3 * rest * rest * part, 3 * rest * part * part, part**3
        return Point(
            a * self.start.x + b * self.first.x + c * self.second.x + d * self.end.x,
            a * self.start.y + b * self.first.y + c * self.second.y + d * self.end.y,
        )

    def piece(self, begin: float, until: float) -> Curve:
        """The curve between two of its parts."""
        after = self._split(begin)[1]
        return after._split((until - begin) / (1 - begin) if begin < 1 else 1)[0]

    def _split(self, part: float) -> tuple[Curve, Curve]:
        def between(a: Point, b: Point) -> Point:
            return Point(a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part)

        a, b, c = between(self.start, self.first), between(self.first, self.second), between(self.second, self.end)
        d, e = between(a, b), between(b, c)
        middle = between(d, e)
        return Curve(self.start, a, d, middle), Curve(middle, e, c, self.end)

    @property
    def length(self) -> float:
        """Nearly its length: the mean of the chord and the way by its control points."""
        chord = dist(self.start, self.end)
        around = dist(self.start, self.first) + dist(self.first, self.second) + dist(self.second, self.end)
        return (chord + around) / 2

    def points(self, apart: float) -> list[Point]:
        """Points on it, nearly ``apart`` from each other."""
        steps = max(6, round(self.length / apart))
        return [self.at(step / steps) for step in range(steps + 1)]

    def path(self) -> str:
        """What an SVG path says of it."""
        return (
            f"M{self.start.x:.1f} {self.start.y:.1f}C{self.first.x:.1f} {self.first.y:.1f} "
            f"{self.second.x:.1f} {self.second.y:.1f} {self.end.x:.1f} {self.end.y:.1f}"
        )


def bent(start: Point, end: Point, by: float) -> Curve:
    """A curve from ``start`` to ``end`` that leans ``by`` units to the left of whoever goes along it."""
    along = start.towards(end)
    aside = Point(along.y * by * 4 / 3, -along.x * by * 4 / 3)
    third = Point((end.x - start.x) / 4, (end.y - start.y) / 4)
    return Curve(start, start.moved(third).moved(aside), end.moved(third, -1).moved(aside), end)


def outside(curve: Curve, begin: Box, until: Box) -> tuple[float, float]:
    """From where to where the curve runs outside the boxes that it begins and ends in."""
    steps = 40
    leaves, comes = 0.0, 1.0
    for step in range(steps + 1):
        if begin.holds(curve.at(step / steps)):
            leaves = step / steps
        else:
            break
    for step in range(steps, -1, -1):
        if until.holds(curve.at(step / steps)):
            comes = step / steps
        else:
            break
    return _edge(curve, begin, leaves, min(1, leaves + 1 / steps)), _edge(curve, until, comes, max(0, comes - 1 / steps))


def _edge(curve: Curve, box: Box, within: float, without: float) -> float:
    for _ in range(9):
        middle = (within + without) / 2
        if box.holds(curve.at(middle)):
            within = middle
        else:
            without = middle
    return without


def edge_towards(box: Box, direction: Point) -> Point:
    """Where a ray from the middle of ``box`` leaves it."""
    reach = min(
        box.width / 2 / abs(direction.x) if direction.x else float("inf"),
        box.height / 2 / abs(direction.y) if direction.y else float("inf"),
    )
    return box.middle.moved(direction, reach)


def head(tip: Point, along: Point, length: float, half: float) -> str:
    """An arrow head that ends in ``tip``, as an SVG path."""
    size = hypot(along.x, along.y) or 1.0
    x, y = along.x / size, along.y / size
    foot = Point(tip.x - x * length, tip.y - y * length)
    return (
        f"M{tip.x:.1f} {tip.y:.1f}L{foot.x - y * half:.1f} {foot.y + x * half:.1f}"
        f"L{foot.x + y * half:.1f} {foot.y - x * half:.1f}Z"
    )
