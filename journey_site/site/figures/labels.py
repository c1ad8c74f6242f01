"""Where the words of a way stand so that none covers another: along its line, and where there is no room a mark for the key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, sin, tau

from journey_site.site.figures.letters import in_lines, width_of
from journey_site.site.figures.plane import Box, Point, edge_towards, head
from journey_site.site.figures.polygon import Going, Ground, Line, width_for
from journey_site.site.figures.ring import SMALL_LINE, SMALL_SIZE, Ring

MARK = 19.0
"""How large a mark for the key is across."""
_PADDING = Point(4, 1.5)
_WIDEST = (92.0, 128.0)
_ALONG = (0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72, 0.22, 0.78, 0.16, 0.84, 0.1, 0.9)
_LINES = 4
_STUB = 24.0
_TURNS = (0.0, 0.06, -0.06, 0.12, -0.12, 0.18, -0.18, 0.25, -0.25)


@dataclass(frozen=True, slots=True)
class Said:
    """What stands at a way: a share, words, a mark for the key, or a mark alone."""

    way: int
    box: Box
    share: str = ""
    lines: tuple[str, ...] = ()
    """How the journey is left."""
    why: tuple[str, ...] = ()
    """The reason."""
    mark: int | None = None
    """Which place in the key it has, from 0."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say it, with the room it takes."""

    width: float
    height: float
    share: str
    lines: tuple[str, ...]
    why: tuple[str, ...]
    marked: bool

    @property
    def rows(self) -> int:
        """How many lines of words there are beside the share."""
        return len(self.lines) + len(self.why)


def wordings(way: Going) -> Iterator[Wording]:
    """What may be said at a way, the most telling first; the last is a mark alone. Nothing where there is nothing to say."""
    for why in dict.fromkeys((way.why, "")):
        if not why and not way.words:
            continue
        for widest in _WIDEST:
            lines, whole = in_lines(way.words, SMALL_SIZE, widest, 3)
            reasons, all_of_it = in_lines(why, SMALL_SIZE, widest, 3)
            if whole and all_of_it and len(lines) + len(reasons) <= _LINES:
                yield _wording(way.said, lines, reasons, marked=why != way.why)
            if len(lines) < 2 and len(reasons) < 2:
                break
    if way.said:
        yield _wording(way.said, (), (), marked=bool(way.words or way.why))
    if way.said or way.words or way.why:
        yield Wording(MARK, MARK, "", (), (), True)


def _wording(share: str, lines: tuple[str, ...], reasons: tuple[str, ...], marked: bool) -> Wording:
    top = (width_of(share, SMALL_SIZE, bold=True) if share else 0.0) + (MARK + 3 if marked else 0.0)
    width = max([top, *(width_of(line, SMALL_SIZE) for line in lines + reasons)]) + 2 * _PADDING.x
    first = (MARK if marked else SMALL_LINE) if share or marked else 0.0
    height = first + (len(lines) + len(reasons)) * SMALL_LINE + 2 * _PADDING.y
    return Wording(round(width, 1), height, share, lines, reasons, marked)


class Words:
    """Gives every way its words, and counts the marks."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self.key: list[list[int]] = []
        """The ways that each mark stands for."""
        self.said: list[Said] = []

    def at_line(self, way: Going, line: Line) -> None:
        """Words for a way between stages."""
        best: tuple[float, Wording, Box] | None = None
        half = line.points[len(line.points) // 2]
        for wording in wordings(way):
            alone = not wording.share and not wording.rows
            for box in _boxes_along(line, wording):
                if not self._ground.is_free(box):
                    continue
                others, own = self._ground.covered(box, line.way)
                if not alone and (own > 0.45 * len(line.points) or others > (0 if wording.rows else 2)):
                    continue
                # Words beside a line need some air, or they could be another line's.
                if not own and not alone and self._ground.covered(box.grown(7), line.way)[0]:
                    continue
                far = abs(box.middle.x - half.x) + abs(box.middle.y - half.y)
                cost = 12.0 * others + 0.1 * far + (4.0 * own if wording.rows else 0.0 if own else 25.0)
                if best is None or cost < best[0]:
                    best = cost, wording, box
            if best:
                break
        if best:
            self._say(line.way, best[1], best[2])
        elif way.said or way.why:
            self._only_in_key([line.way])

    def out(self, at: int, way: Going, ring: Ring) -> Line | None:
        """An arrow out of the journey with its words; None where there is no room for another."""
        place = ring.places[way.start]
        centre = Point(ring.middle.x, ring.middle.y)
        away = centre.towards(place.box.middle)
        for wording in wordings(way):
            for turn in _TURNS:
                direction = _turned(away, tau * turn)
                start = edge_towards(place.box.grown(2), direction)
                tip = start.moved(direction, _STUB)
                box = Box.around(Point(0, 0), wording.width, wording.height)
                reach = edge_towards(box.grown(4), direction)
                box = Box.around(tip.moved(reach), wording.width, wording.height)
                points = [start.moved(direction, step * 6) for step in range(1, 5)]
                if not self._ground.is_free(box) or any(self._ground.covered(box, at)):
                    continue
                if any(each.grown(3).holds(point) for each in self._ground.boxes for point in points):
                    continue
                if self._ground.beside(points[1:]):
                    continue
                line = _arrow(at, way, start, tip, direction)
                self._ground.draw(line)
                self._ground.boxes.append(_reach(line.points))
                self._say(at, wording, box)
                return line
        return None

    def beyond(self, at: Sequence[int], way: Going, ring: Ring) -> Line | None:
        """An arrow that leads on from the name beside a mark, for all the exits of that stage together."""
        place = ring.places[way.start]
        out = Point(place.side, 0)
        start = Point(place.name.right + 3 if place.side > 0 else place.name.left - 3, place.name.middle.y)
        tip = start.moved(out, 15)
        box = Box.around(tip.moved(out, 3 + MARK / 2), MARK, MARK)
        if not self._ground.is_free(box, 1):
            self._only_in_key(list(at))
            return None
        line = _arrow(at[0], way, start, tip, out)
        self._ground.boxes.append(box)
        self.said.append(Said(at[0], box, mark=len(self.key)))
        self.key.append(list(at))
        return line

    def together(self, at: int, with_those: Sequence[int]) -> None:
        """Without room of its own, an exit shares the mark of another one of its stage."""
        for said in self.said:
            if said.mark is not None and said.way in with_those:
                self.key[said.mark].append(at)
                return
        self._only_in_key([at])

    def _say(self, at: int, wording: Wording, box: Box) -> None:
        mark = None
        if wording.marked:
            mark = len(self.key)
            self.key.append([at])
        self._ground.boxes.append(box)
        self.said.append(Said(at, box, wording.share, wording.lines, wording.why, mark))

    def _only_in_key(self, ways: list[int]) -> None:
        self.key.append(ways)


def _boxes_along(line: Line, wording: Wording) -> Iterator[Box]:
    last = len(line.points) - 1
    alone = not wording.share and not wording.rows
    for aside in (0, 1, -1) if not alone else (0, 1, -1, 2, -2, 3, -3):
        for part in _ALONG:
            at = round(part * last)
            point = line.points[at]
            if aside:
                near, far = line.points[max(0, at - 1)], line.points[min(last, at + 1)]
                along = near.towards(far)
                half = (abs(along.y) * wording.width + abs(along.x) * wording.height) / 2 + line.width / 2 + 2
                point = point.moved(Point(along.y, -along.x), aside * half)
            yield Box.around(point, wording.width, wording.height)


def _arrow(at: int, way: Going, start: Point, tip: Point, direction: Point) -> Line:
    width = min(width_for(way.share), 4.5)
    length, half = 7 + 0.9 * width, 3.4 + 0.7 * width
    end = tip.moved(direction, -length * 0.8)
    points = tuple(start.moved(direction, step * 6) for step in range(5))
    return Line(at, f"M{start.x:.1f} {start.y:.1f}L{end.x:.1f} {end.y:.1f}", head(tip, direction, length, half), width, points)


def _reach(points: Sequence[Point]) -> Box:
    across = [point.x for point in points]
    down = [point.y for point in points]
    return Box(min(across), min(down), max(across), max(down)).grown(3)


def _turned(direction: Point, by: float) -> Point:
    return Point(direction.x * cos(by) - direction.y * sin(by), direction.x * sin(by) + direction.y * cos(by))
