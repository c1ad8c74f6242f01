"""A journey's ring or polygon, all of it: stages, ways, words and the key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil, floor

from journey_site.site.figures.labels import Said, Words
from journey_site.site.figures.plane import Box
from journey_site.site.figures.polygon import Going, Ground, Line, lines_between
from journey_site.site.figures.ring import MOST, Place, Ring, Stop, ring_of

_MARGIN = 8.0


@dataclass(frozen=True, slots=True)
class Figure:
    """Everything in its place, in units of a drawing that is 800 of them wide."""

    top: float
    """Where the uppermost of it begins."""
    height: float
    places: tuple[Place, ...]
    lines: tuple[Line, ...]
    said: tuple[Said, ...]
    key: tuple[tuple[int, ...], ...]
    """The ways that each mark of the key stands for."""
    guide: tuple[float, float, float, float] | None
    """The ring itself as an ellipse: its middle and its radii; None for a network."""


def figure_of(stops: Sequence[Stop], ways: Sequence[Going], round_it: bool) -> Figure | None:
    """The drawing of ``ways`` between ``stops``; ``round_it`` draws the ring that closes.

    None where there is nothing to draw: a single stage, no way at all, or more stages than anyone can read.
    """
    if not 2 <= len(stops) <= MOST or not any(way.end is not None for way in ways):
        return None
    ring = ring_of(stops)
    ground = Ground(ring.whole, [box for place in ring.places for box in place.boxes])
    lines = lines_between(ways, ring, ground, round_it)
    words = Words(ground)
    lines += _out(ways, ring, words)
    between = {line.way: line for line in lines}
    order = [at for at, way in enumerate(ways) if way.end is not None]
    for at in sorted(order, key=lambda at: (-(ways[at].share or 0), at)):
        words.at_line(ways[at], between[at])
    key, said = _in_order(words, ways)
    # The strongest way is drawn last, so that it lies above the others.
    lines.sort(key=lambda line: (ways[line.way].share or 0, -line.way))
    guide = (*ring.middle, *ring.radii) if round_it else None
    top, height = _extent(ring, lines, said, round_it)
    return Figure(top, height, ring.places, tuple(lines), said, key, guide)


def _out(ways: Sequence[Going], ring: Ring, words: Words) -> list[Line]:
    """The arrows out of the journey."""
    lines = []
    exits: dict[int, list[int]] = {}
    for at, way in enumerate(ways):
        if way.end is None:
            exits.setdefault(way.start, []).append(at)
    for start, its in exits.items():
        its.sort(key=lambda at: (-(ways[at].share or 0), at))
        if ring.places[start].side:
            line = words.beyond(its, ways[its[0]], ring)
            lines += [line] if line else []
            continue
        for at in its:
            if line := words.out(at, ways[at], ring):
                lines.append(line)
            else:
                words.together(at, its)
    return lines


def _in_order(words: Words, ways: Sequence[Going]) -> tuple[tuple[tuple[int, ...], ...], tuple[Said, ...]]:
    """The key in the order of the stages, with the marks renamed to match."""
    order = sorted(range(len(words.key)), key=lambda mark: min(words.key[mark]))
    renamed = {old: new for new, old in enumerate(order)}
    said = tuple(
        replace(each, mark=None if each.mark is None else renamed[each.mark])
        for each in words.said
    )
    return tuple(tuple(words.key[old]) for old in order), said


def _extent(ring: Ring, lines: Sequence[Line], said: Sequence[Said], round_it: bool) -> tuple[float, float]:
    """Where the uppermost part stands, and how high all of it is."""
    boxes = [box for place in ring.places for box in place.boxes] + [each.box for each in said]
    if round_it:
        boxes.append(Box.around(ring.middle, 2 * ring.radii.x, 2 * ring.radii.y))
    ups = [box.top for box in boxes] + [point.y for line in lines for point in line.points]
    downs = [box.bottom for box in boxes] + [point.y for line in lines for point in line.points]
    top = floor(min(ups) - _MARGIN)
    return top, ceil(max(downs) + _MARGIN) - top
