"""The ways between stages as lines: along the ring, across it, back to the same stage; each bent so that it meets no name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import dist, tau

from journey_site.site.figures.plane import Box, Curve, Point, bent, head, outside
from journey_site.site.figures.ring import Place, Ring

THIN, THICK = 1.2, 6.0
"""The widths of a line that nobody and that everybody goes."""
_BENDS = (0.13, 0.22, 0.06, 0.32, -0.08, -0.16, 0.44, -0.26, -0.38, 0.56, -0.5, 0.7, -0.64)
"""How far a way may lean to its left, in parts of its length; the first that is clear is taken."""
_FARTHEST = 130.0
_APART = 7.0
_CELL = 10.0


@dataclass(frozen=True, slots=True)
class Going:
    """A way that is to be drawn, between stages by their places."""

    start: int
    end: int | None
    """None: out of the journey."""
    share: float | None = None
    said: str = ""
    """The share in words."""
    words: str = ""
    """How the journey is left."""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A way as it is drawn."""

    way: int
    """Which of the ways it is."""
    path: str
    head: str
    width: float
    points: tuple[Point, ...]
    """Points on it, equally far apart, to find room for its words."""


@dataclass
class Ground:
    """What is drawn already: which lines run where, and which boxes stand where."""

    whole: Box
    boxes: list[Box] = field(default_factory=list)
    _lines: dict[tuple[int, int], list[tuple[Point, int]]] = field(default_factory=lambda: defaultdict(list))

    def draw(self, line: Line) -> None:
        """Remember where ``line`` runs."""
        for point in line.points:
            self._lines[int(point.x // _CELL), int(point.y // _CELL)].append((point, line.way))

    def beside(self, points: Iterable[Point]) -> int:
        """How many of ``points`` lie close to a line."""
        return sum(1 for point in points if (int(point.x // _CELL), int(point.y // _CELL)) in self._lines)

    def covered(self, box: Box, but: int) -> tuple[int, int]:
        """How many points of other lines ``box`` would cover, and how many of the line ``but``."""
        others = own = 0
        for column in range(int(box.left // _CELL), int(box.right // _CELL) + 1):
            for row in range(int(box.top // _CELL), int(box.bottom // _CELL) + 1):
                for point, way in self._lines.get((column, row), ()):
                    if box.holds(point):
                        if way == but:
                            own += 1
                        else:
                            others += 1
        return others, own

    def is_free(self, box: Box, gap: float = 3.0) -> bool:
        """Whether ``box`` stands within the drawing, and meets no other."""
        return self.whole.grown(-1).encloses(box) and not any(box.meets(other, gap) for other in self.boxes)


def width_for(share: float | None) -> float:
    """How wide the line of a way is."""
    return THIN if share is None else THIN + (THICK - THIN) * share


def lines_between(ways: Sequence[Going], ring: Ring, ground: Ground, round_it: bool) -> list[Line]:
    """A line for each way between stages; ``round_it`` runs those to the following stage along the ring."""
    count = len(ring.places)
    first = [at for at, way in enumerate(ways) if round_it and way.end == (way.start + 1) % count != way.start]
    rest = [at for at, way in enumerate(ways) if way.end is not None and at not in {*first} and way.end != way.start]
    rest.sort(key=lambda at: (-(ways[at].share or 0), at))
    lines = []
    for at in first:
        lines.append(_along_ring(at, ways[at], ring))
        ground.draw(lines[-1])
    for at in rest:
        lines.append(_across(at, ways[at], ring, ground))
        ground.draw(lines[-1])
    for at, way in enumerate(ways):
        if way.end == way.start:
            line, box = _loop(at, way, ring.places[way.start], ground)
            lines.append(line)
            ground.draw(line)
            ground.boxes.append(box)
    return lines


def _along_ring(at: int, way: Going, ring: Ring) -> Line:
    begin, until = ring.places[way.start], ring.places[way.end or 0]
    angle = until.angle if until.angle > begin.angle else until.angle + tau
    curve = ring.arc(begin.angle, angle)
    return _line(at, way, curve, begin.box, until.box)


def _across(at: int, way: Going, ring: Ring, ground: Ground) -> Line:
    begin, until = ring.places[way.start].box, ring.places[way.end or 0].box
    start, end = begin.middle, until.middle
    length = dist(start, end)
    others = [
        box.grown(5)
        for place, each in enumerate(ring.places)
        for box in each.boxes
        if not (place in (way.start, way.end) and box in (begin, until))
    ]
    within = ground.whole.grown(-4)
    best: tuple[float, Line] | None = None
    for rank, bend in enumerate(_BENDS):
        by = max(-_FARTHEST, min(_FARTHEST, bend * length))
        line = _line(at, way, bent(start, end, by), begin, until)
        cost = rank * 25.0 + 9.0 * ground.beside(line.points[2:-2])
        cost += 600.0 * sum(_passes(line.points, box) for box in others)
        cost += 0.0 if all(within.holds(point) for point in line.points) else 500.0
        cost += 300.0 if len(line.points) <= 7 and dist(line.points[0], line.points[-1]) < 20 else 0.0
        if best is None or cost < best[0]:
            best = cost, line
        if cost <= rank * 25.0:
            break
    assert best is not None
    return best[1]


def _loop(at: int, way: Going, place: Place, ground: Ground) -> tuple[Line, Box]:
    """A way back to the same stage: a small loop at one of the sides where nothing stands."""
    box = place.box
    size = 36.0
    outer = -1 if box.middle.y <= ground.whole.middle.y else 1
    found: list[tuple[Curve, Box]] = []
    if place.side:
        x = box.left if place.side > 0 else box.right
        found.append(_loop_at(Point(x, box.middle.y), Point(-place.side, 0), size))
    else:
        for part, upright in ((0.72, outer), (0.28, outer), (0.5, -outer), (0.25, -outer)):
            foot = Point(box.left + box.width * part, box.top if upright < 0 else box.bottom)
            found.append(_loop_at(foot, Point(0, upright), size))
    curve, around = next((each for each in found if ground.is_free(each[1], 0)), found[0])
    width = min(width_for(way.share), 3.0)
    tip = curve.end
    piece = curve.piece(0, _before(curve, 1, 6))
    along = Point(tip.x - piece.end.x, tip.y - piece.end.y)
    points = tuple(piece.points(_APART))
    return Line(at, piece.path(), head(tip, along, 8, 4), width, points), around


def _loop_at(foot: Point, out: Point, size: float) -> tuple[Curve, Box]:
    aside = Point(-out.y, out.x)
    start, end = foot.moved(out, 2).moved(aside, -7), foot.moved(out, 3).moved(aside, 7)
    curve = Curve(start, start.moved(out, size).moved(aside, -16), end.moved(out, size).moved(aside, 16), end)
    near, far = foot.moved(aside, 14), foot.moved(out, size * 0.8).moved(aside, -14)
    return curve, Box(min(near.x, far.x), min(near.y, far.y), max(near.x, far.x), max(near.y, far.y))


def _line(at: int, way: Going, curve: Curve, begin: Box, until: Box) -> Line:
    """The part of ``curve`` between two boxes, with its arrow head."""
    width = width_for(way.share)
    length, half = 7 + 1.3 * width, 3.4 + 0.75 * width
    leaves, comes = outside(curve, begin.grown(2), until.grown(2))
    tip = curve.at(comes)
    piece = curve.piece(leaves, max(_before(curve, comes, 0.8 * length), leaves + 0.02))
    along = Point(tip.x - piece.end.x, tip.y - piece.end.y)
    return Line(at, piece.path(), head(tip, along, length, half), width, tuple(piece.points(_APART)))


def _before(curve: Curve, until: float, length: float) -> float:
    """The part of ``curve`` that lies ``length`` units before its part ``until``."""
    tip, near, far = curve.at(until), until, max(0.0, until - 0.5)
    for _ in range(12):
        middle = (near + far) / 2
        if dist(tip, curve.at(middle)) < length:
            near = middle
        else:
            far = middle
    return far


def _passes(points: Sequence[Point], box: Box) -> bool:
    """Whether a line with these points goes through ``box``."""
    left, top, right, bottom = box
    return any(left <= x <= right and top <= y <= bottom for x, y in points)
