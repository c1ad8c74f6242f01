"""A stage model without a first stage as a drawing: a ring that closes, or a polygon in which every stage meets every other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from math import atan2, cos, degrees, sin, tau

from journey_site.documents.models import Model
from journey_site.site.voice import Voice

WIDTH, HEIGHT = 160.0, 100.0
"""The drawing's own units; a stylesheet gives its box the same proportions."""
ROUND = (3, 6)
"""With fewer stages there is nothing to see, with more their names meet on a phone: then a row of names does."""
LONGEST_NAME = 24
_RADII = (57.0, 40.0)
_INWARD = 0.45
"""How far a way across the ring bends towards its middle, from 0 (straight) to 1."""


@dataclass(frozen=True, slots=True)
class ModelShapeView:
    """The drawing of a model's order; the names are set over it as HTML."""

    places: tuple[tuple[float, float], ...]
    """Where the middle of each stage's name stands, in percent from the left and from the top."""
    lines: tuple[str, ...]
    """Paths between the stages."""
    across: tuple[str, ...]
    """Paths of the ways that the model states beside the ring."""
    heads: tuple[tuple[float, float, float], ...]
    """Arrow heads: place, and turn in degrees."""


def model_shape(model: Model, order: str, voice: Voice) -> ModelShapeView | None:
    """The drawing of a ring or a network; None where a row of names says as much."""
    count = len(model.stages)
    named = all(len(voice.words(stage.name)) <= LONGEST_NAME for stage in model.stages)
    if order not in ("cyclic", "network") or not ROUND[0] <= count <= ROUND[1] or not named:
        return None
    points = [_on_ring(at / count) for at in range(count)]
    places = tuple((round(100 * x / WIDTH, 2), round(100 * y / HEIGHT, 2)) for x, y in points)
    if order == "network":
        return ModelShapeView(places, tuple(f"M{_at(a)}L{_at(b)}" for a, b in combinations(points, 2)), (), ())
    lines, heads = [], []
    for at in range(count):
        start, end = points[at], points[(at + 1) % count]
        lines.append(f"M{_at(start)}A{_RADII[0]:g} {_RADII[1]:g} 0 0 1 {_at(end)}")
        heads.append(_head(_on_ring((at + 0.5) / count), _on_ring((at + 0.51) / count)))
    across = []
    ids = [stage.id for stage in model.stages]
    for at, stage in enumerate(model.stages):
        for way in stage.next or ():
            to = ids.index(way.to) if way.to in ids else at
            if to not in (at, (at + 1) % count):
                path, head = _across(points[at], points[to])
                across.append(path)
                heads.append(head)
    return ModelShapeView(places, tuple(lines), tuple(across), tuple(heads))


def _on_ring(part: float) -> tuple[float, float]:
    """The point at ``part`` of the way round, clockwise from the top."""
    return WIDTH / 2 + _RADII[0] * sin(tau * part), HEIGHT / 2 - _RADII[1] * cos(tau * part)


def _across(start: tuple[float, float], end: tuple[float, float]) -> tuple[str, tuple[float, float, float]]:
    """A way through the inside of the ring, with its arrow head half way."""
    middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    bend = middle[0] + (WIDTH / 2 - middle[0]) * _INWARD, middle[1] + (HEIGHT / 2 - middle[1]) * _INWARD
    half = (start[0] + 2 * bend[0] + end[0]) / 4, (start[1] + 2 * bend[1] + end[1]) / 4
    return f"M{_at(start)}Q{_at(bend)} {_at(end)}", _head(half, (half[0] + end[0] - start[0], half[1] + end[1] - start[1]))


def _head(at: tuple[float, float], towards: tuple[float, float]) -> tuple[float, float, float]:
    """An arrow head at one point that points to another, turned clockwise from the right."""
    turn = degrees(atan2(towards[1] - at[1], towards[0] - at[0]))
    return round(at[0], 2), round(at[1], 2), round(turn, 1)


def _at(point: tuple[float, float]) -> str:
    return f"{point[0]:.2f} {point[1]:.2f}"
