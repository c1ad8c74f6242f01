"""The emotion lane: one drawing over all stages, a line for each actor, a face on each known value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from journey_site.atlas.mood import Moment, moments, worst_moment
from journey_site.documents.journeys import Journey
from journey_site.documents.values import Text
from journey_site.site.curve import COLUMN, HEIGHT, Point, curve_paths
from journey_site.site.views.entries import FaceView, Words, face_of
from journey_site.site.views.people.person import people_of
from journey_site.site.views.people.sparkline import runs_of
from journey_site.site.voice import Voice


@dataclass(frozen=True, slots=True)
class CurveDot:
    """A known value: where it lies in percent of the drawing, and what it says."""

    left: float
    top: float
    face: FaceView
    stage: Words
    step: Words
    """The part of the stage that it belongs to; empty when it is the stage's own."""
    note: Text | None
    low: float | None
    """Where the spread's lower end lies, in percent from the top; None when none is stated."""
    high: float | None
    spread: str
    """The spread in words; empty when none is stated."""
    above: bool = True
    """Whether there is more room for its number above the line than below."""
    worst: bool = False
    """The lowest of the journey."""
    nudge: float = 0.0
    """How far to move aside for others at the same place, in widths of a face."""


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
    """Where the name goes, in percent, clear of the other lines' names."""
    who: str = ""
    """Its persona's id; empty when there is only one."""


@dataclass(frozen=True, slots=True)
class CurveView:
    """The whole drawing, ``width`` × 100 units, or the part of it that begins at ``start``."""

    width: float
    zero: float
    """Where neutral lies, in percent from the top."""
    lines: tuple[CurveLine, ...]
    unknown: tuple[float, ...]
    """Where nothing is known: the left edge of each such column, in percent."""
    column: float
    """The width of a column in percent."""
    label: str
    """The curve in words."""
    start: float = 0.0


def curve_view(journey: Journey, voice: Voice) -> CurveView | None:
    """The drawing for ``journey``; None when nothing is known of how it feels."""
    actors: list[tuple[str | None, str, str]] = [(None, "", "")]
    split = len(journey.personas) > 1 and any(stage.emotion and stage.emotion.by_actor for stage in journey.stages)
    if split:
        actors = [(person.id, person.short, person.colour) for person in people_of(journey, voice)]
    lines = [line for actor, name, colour in actors if (line := _line(journey, voice, actor, name, colour))]
    if not lines:
        return None
    count = len(journey.stages)
    known = {moment.stage.id for actor, _, _ in actors for moment in moments(journey, actor)}
    unknown = [round(100 * at / count, 3) for at, stage in enumerate(journey.stages) if stage.id not in known]
    said = [f"{line.name}: " * bool(line.name) + ", ".join(_said(dot, voice) for dot in line.dots) for line in lines]
    return CurveView(
        count * COLUMN,
        round(_neutral(voice), 2),
        tuple(_labels_apart(_dots_apart(lines))),
        tuple(unknown),
        round(100 / count, 3),
        "; ".join(said),
    )


def curve_part(curve: CurveView, first: int, last: int) -> CurveView:
    """The columns from ``first`` up to, not with, ``last``, as a drawing of their own for a printed sheet."""
    start, width = first * COLUMN, (last - first) * COLUMN
    scale = curve.width / width

    def moved(left: float) -> float:
        return round(left * scale - 100 * start / width, 3)

    def within(left: float) -> bool:
        return 0 <= moved(left) < 100

    lines = []
    for line in curve.lines:
        dots = tuple(replace(dot, left=moved(dot.left)) for dot in line.dots if within(dot.left))
        if not dots:
            continue
        last_dot = dots[-1]
        ends_here = within(line.dots[-1].left)
        left = moved(line.label_left) if ends_here else round(last_dot.left + 100 * _BESIDE / width, 3)
        lines.append(replace(line, dots=dots, label_left=left, label_top=line.label_top if ends_here else last_dot.top))
    unknown = tuple(moved(left) for left in curve.unknown if within(left))
    column = round(curve.column * scale, 3)
    return replace(
        curve, start=start, width=width, lines=tuple(_labels_apart(lines)), unknown=unknown, column=column
    )


_BESIDE = 8.0
"""How far from the last point a line's name begins, in the drawing's units."""


def _neutral(voice: Voice) -> float:
    scale = voice.atlas.handbook.scale
    return Point(0, scale.position(scale.middle)).y


def _said(dot: CurveDot, voice: Voice) -> str:
    stage, step = (voice.words(words) if isinstance(words, Text) else words for words in (dot.stage, dot.step))
    return f"{stage} – {step} {dot.face.value}" if step else f"{stage} {dot.face.value}"


def _line(journey: Journey, voice: Voice, actor: str | None, name: str, colour: str) -> CurveLine | None:
    runs = runs_of(journey, voice, actor)
    if not runs:
        return None
    count = len(journey.stages)
    points = [point for run in runs for point in run]
    worst, zero = worst_moment(journey), _neutral(voice)
    uneven = len({moment.value for moment in moments(journey, actor)}) > 1
    dots = []
    for at, (moment, point) in enumerate(zip(moments(journey, actor), points, strict=True)):
        face = face_of(moment.value, voice)
        if face is None:
            continue
        low, high, spread = _spread(moment, voice) if actor is None else (None, None, "")
        emotion = (moment.step or moment.stage).emotion
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
                spread,
                _is_high(points, at, zero),
                worst is not None and uneven and moment.stage is worst.stage and moment.value == worst.value,
            )
        )
    paths = tuple(curve_paths(runs))
    areas = tuple(f"{path}V{zero:.1f}H{run[0].x:.1f}Z" for path, run in zip(paths, runs, strict=True) if len(run) > 1)
    last = points[-1]
    left = round((last.x + _BESIDE) / count, 3)
    return CurveLine(name, colour, paths, areas, tuple(dots), left, round(last.y, 2), actor or "")


def _spread(moment: Moment, voice: Voice) -> tuple[float | None, float | None, str]:
    """Where a spread's ends lie, and the spread in words."""
    emotion = (moment.step or moment.stage).emotion
    if emotion is None or emotion.low is None or emotion.high is None:
        return None, None, ""
    scale = voice.atlas.handbook.scale
    words = voice._("from %(low)s to %(high)s") % {
        "low": voice.language.signed(emotion.low),
        "high": voice.language.signed(emotion.high),
    }
    low, high = (round(Point(0, scale.position(end)).y, 2) for end in (emotion.low, emotion.high))
    return low, high, words


def _is_high(points: Sequence[Point], at: int, zero: float) -> bool:
    """Whether the line runs lower on both sides of this point, taken together; a lone point is judged by its value."""
    around = [points[place].y for place in (at - 1, at + 1) if 0 <= place < len(points)] or [zero]
    return points[at].y <= sum(around) / len(around)


def _of_height(lines: int, rem: float) -> float:
    """How much of the drawing's height, in percent, a mark of ``rem`` takes; ``--journey-lines`` makes it higher with each line."""
    return 100 * rem / max(9.0, 1.5 * lines)


_ABREAST = 6
"""How many faces find room beside each other in a narrow column; more than that overlap a little."""


def _dots_apart(lines: list[CurveLine]) -> list[CurveLine]:
    """The lines with faces moved aside where several actors feel much the same at the same place.

    Faces at one place share as few columns as let no two of them touch.
    """
    if len(lines) < 2:
        return lines
    least = _of_height(len(lines), 1.15)
    places: dict[float, list[tuple[float, int]]] = {}
    for index, line in enumerate(lines):
        for dot in line.dots:
            places.setdefault(dot.left, []).append((dot.top, index))
    nudges: dict[tuple[int, float], float] = {}
    for left, here in places.items():
        group: list[tuple[int, int]] = []
        ends: list[float] = []
        for top, index in [*sorted(here), (float("inf"), -1)]:
            if ends and top - max(ends) >= least:
                for member, column in group:
                    nudges[member, left] = (column - (len(ends) - 1) / 2) * min(1, _ABREAST / len(ends))
                group, ends = [], []
            column = next((place for place, end in enumerate(ends) if top - end >= least), len(ends))
            ends[column:column + 1] = [top]
            group.append((index, column))
    return [
        replace(line, dots=tuple(replace(dot, nudge=nudges.get((index, dot.left), 0.0)) for dot in line.dots))
        for index, line in enumerate(lines)
    ]


def _labels_apart(lines: Sequence[CurveLine]) -> list[CurveLine]:
    """The lines with their names moved so that no two overlap, kept in the order of the curves' ends.

    Names of lines that end in different stages cannot meet.
    """
    least = _of_height(len(lines), 1.1)
    moved: dict[int, float] = {}
    for left in {line.label_left for line in lines}:
        order = sorted((at for at, line in enumerate(lines) if line.label_left == left), key=lambda at: lines[at].label_top)
        tops = [lines[at].label_top for at in order]
        for at in range(1, len(tops)):
            tops[at] = max(tops[at], tops[at - 1] + least)
        overflow = max(0.0, tops[-1] - (HEIGHT - 4))
        for at in range(len(tops) - 1, -1, -1):
            # Pushed up from below, and only as far as the next one needs.
            tops[at] = min(tops[at], HEIGHT - 4 - least * (len(tops) - 1 - at)) if overflow else tops[at]
        moved |= dict(zip(order, tops, strict=True))
    return [replace(line, label_top=round(moved[index], 2)) for index, line in enumerate(lines)]


__all__ = ["CurveDot", "CurveLine", "CurveView", "curve_part", "curve_view"]
