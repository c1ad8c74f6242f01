"""The emotion lane: one drawing over all stages, a line for each actor, a face on each known value."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.atlas.mood import moments, value_of
from journey_site.documents.journeys import Journey
from journey_site.documents.values import Text
from journey_site.site.curve import COLUMN, HEIGHT, Point, curve_paths
from journey_site.site.views.entries import FaceView, Words, face_of
from journey_site.site.views.people import people_of, runs_of
from journey_site.site.voice import Voice


@dataclass(frozen=True, slots=True)
class CurveDot:
    """A known value: where it lies in percent of the drawing, and what it says."""

    left: float
    top: float
    face: FaceView
    stage: Words
    step: Words
    note: Text | None
    low: float | None
    """Top of the spread in percent, None when none is stated."""
    high: float | None
    spread: str


@dataclass(frozen=True, slots=True)
class CurveLine:
    """One actor's way through the stages."""

    name: str
    """Whose it is; empty when there is only one."""
    colour: str
    paths: tuple[str, ...]
    areas: tuple[str, ...]
    """The same runs closed towards neutral, to be tinted."""
    dots: tuple[CurveDot, ...]
    label_left: float
    label_top: float


@dataclass(frozen=True, slots=True)
class CurveView:
    """The whole drawing, ``width`` × 100 units."""

    width: float
    zero: float
    lines: tuple[CurveLine, ...]
    unknown: tuple[float, ...]
    """Where nothing is known: the left edge of each such column, in percent."""
    column: float
    """The width of a column in percent."""
    label: str
    """The curve in words."""


def curve_view(journey: Journey, voice: Voice) -> CurveView | None:
    """The drawing for ``journey``; None when nothing is known of how it feels."""
    actors: list[tuple[str | None, str, str]] = [(None, "", "")]
    split = len(journey.personas) > 1 and any(stage.emotion and stage.emotion.by_actor for stage in journey.stages)
    if split:
        actors = [(person.id, person.short, person.colour) for person in people_of(journey, voice)]
    lines = [line for actor, name, colour in actors if (line := _line(journey, voice, actor, name, colour))]
    if not lines:
        return None
    lines = _labels_apart(lines)
    count = len(journey.stages)
    known = {moment.stage.id for actor, _, _ in actors for moment in moments(journey, actor)}
    unknown = [round(100 * at / count, 3) for at, stage in enumerate(journey.stages) if stage.id not in known]
    zero = Point(0, voice.atlas.handbook.scale.position(voice.atlas.handbook.scale.middle)).y
    said = [f"{line.name}: " * bool(line.name) + ", ".join(_said(dot, voice) for dot in line.dots) for line in lines]
    return CurveView(count * COLUMN, round(zero, 2), tuple(lines), tuple(unknown), round(100 / count, 3), "; ".join(said))


def _said(dot: CurveDot, voice: Voice) -> str:
    stage = voice.words(dot.stage) if isinstance(dot.stage, Text) else dot.stage
    return f"{stage} {dot.face.value}"


def _line(journey: Journey, voice: Voice, actor: str | None, name: str, colour: str) -> CurveLine | None:
    runs = runs_of(journey, voice, actor)
    if not runs:
        return None
    scale = voice.atlas.handbook.scale
    count = len(journey.stages)
    points = [point for run in runs for point in run]
    dots: list[CurveDot] = []
    for moment, point in zip(_in_order(journey, actor), points, strict=True):
        face = face_of(moment.value, voice)
        emotion = (moment.step or moment.stage).emotion
        spread = emotion is not None and emotion.low is not None and emotion.high is not None and actor is None
        low = Point(0, scale.position(emotion.low)).y if spread and emotion and emotion.low is not None else None
        high = Point(0, scale.position(emotion.high)).y if spread and emotion and emotion.high is not None else None
        if face is None:
            continue
        words = ""
        if spread and emotion and emotion.low is not None and emotion.high is not None:
            words = voice._("from %(low)s to %(high)s") % {
                "low": voice.language.signed(emotion.low),
                "high": voice.language.signed(emotion.high),
            }
        dots.append(
            CurveDot(
                round(point.x / count, 3),
                round(point.y, 2),
                face,
                moment.stage.name,
                moment.step.name if moment.step else "",
                emotion.note if emotion else None,
                low,
                high,
                words,
            )
        )
    paths = tuple(curve_paths(runs))
    zero = Point(0, scale.position(scale.middle)).y
    areas = tuple(f"{path}V{zero:.1f}H{run[0].x:.1f}Z" for path, run in zip(paths, runs, strict=True) if len(run) > 1)
    last = points[-1]
    return CurveLine(name, colour, paths, areas, tuple(dots), round((last.x + 8) / count, 3), round(last.y, 2))


def _in_order(journey: Journey, actor: str | None) -> list:  # type: ignore[type-arg]
    return moments(journey, actor)


def _labels_apart(lines: list[CurveLine], least: float = 13.0) -> list[CurveLine]:
    """The lines with their names moved so that no two overlap, kept in the order of the curves' ends."""
    from dataclasses import replace

    ordered = sorted(lines, key=lambda line: line.label_top)
    tops = [line.label_top for line in ordered]
    for at in range(1, len(tops)):
        tops[at] = max(tops[at], tops[at - 1] + least)
    overflow = tops[-1] - (HEIGHT - 4)
    if overflow > 0:
        tops = [top - overflow for top in tops]
    moved = {line.name: replace(line, label_top=round(top, 2)) for line, top in zip(ordered, tops, strict=True)}
    return [moved[line.name] for line in lines]


__all__ = ["CurveDot", "CurveLine", "CurveView", "curve_view", "value_of"]
