"""The curves of two states in one drawing, their stages in common columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from journey_site.atlas.mood import moments
from journey_site.documents.journeys import Journey
from journey_site.site.curve import COLUMN, HEIGHT, Point, curve_paths
from journey_site.site.views.entries import face_of
from journey_site.site.views.map.curves import CurveDot, CurveLine, CurveView
from journey_site.site.views.people.sparkline import runs_of
from journey_site.site.voice import Voice

_APART = 22.0
"""How far the names of two lines keep from each other, in the drawing's units."""


def overlaid(states: Sequence[tuple[Journey, str, str]], order: Sequence[str], voice: Voice) -> CurveView | None:
    """The drawing of ``states``, each with its name and colour, over the stages in ``order``.

    A stage that one of them does not have is passed by; one of which it does not know how it feels parts
    its line. None when nothing is known of any of them.
    """
    columns = {identity: at for at, identity in enumerate(order)}
    lines = [line for journey, name, colour in states if (line := _line(journey, name, colour, columns, voice))]
    if not lines:
        return None
    scale = voice.atlas.handbook.scale
    zero = Point(0, scale.position(scale.middle)).y
    said = [f"{line.name}: {', '.join(_said(dot, voice) for dot in line.dots)}" for line in lines]
    return CurveView(
        len(order) * COLUMN, round(zero, 2), tuple(_names_apart(lines)), (), round(100 / len(order), 3), "; ".join(said)
    )


def _line(journey: Journey, name: str, colour: str, columns: Mapping[str, int], voice: Voice) -> CurveLine | None:
    ids = [stage.id for stage in journey.stages]

    def moved(point: Point) -> Point:
        own = min(len(ids) - 1, max(0, round(point.column)))
        return replace(point, column=columns[ids[own]] + point.column - own)

    runs = [[moved(point) for point in run] for run in runs_of(journey, voice)]
    if not runs:
        return None
    points = [point for run in runs for point in run]
    dots = tuple(
        CurveDot(
            round(point.x / len(columns), 3),
            round(point.y, 2),
            face,
            moment.stage.name,
            moment.step.name if moment.step else "",
            None,
            None,
            None,
            "",
        )
        for moment, point in zip(moments(journey), points, strict=True)
        if (face := face_of(moment.value, voice))
    )
    last = points[-1]
    left = round((last.x + 8) / len(columns), 3)
    return CurveLine(name, colour, tuple(curve_paths(runs)), (), dots, left, round(last.y, 2))


def _said(dot: CurveDot, voice: Voice) -> str:
    words = [dot.stage, dot.step] if dot.step else [dot.stage]
    return f"{' – '.join(each if isinstance(each, str) else voice.words(each) for each in words)} {dot.face.value}"


def _names_apart(lines: list[CurveLine]) -> list[CurveLine]:
    """The lines with their names moved up and down where they would meet."""
    if len(lines) < 2 or abs(lines[0].label_top - lines[1].label_top) >= _APART or lines[0].label_left != lines[1].label_left:
        return lines
    upper, lower = sorted(lines, key=lambda line: line.label_top)
    middle = min(HEIGHT - _APART / 2 - 6, max(_APART / 2 + 6, (upper.label_top + lower.label_top) / 2))
    tops = {id(upper): middle - _APART / 2, id(lower): middle + _APART / 2}
    return [replace(line, label_top=round(tops[id(line)], 2)) for line in lines]
