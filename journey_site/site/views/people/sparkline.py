"""A journey's mood in one line."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.atlas.mood import Moment, moments, worst_moment
from journey_site.atlas.ways import order_of
from journey_site.documents.journeys import Journey, Stage
from journey_site.site.addresses import NO_LINK, Link
from journey_site.site.curve import Point, curve_paths
from journey_site.site.views.entries import FaceView, Words, face_of
from journey_site.site.voice import Voice


@dataclass(frozen=True, slots=True)
class Dot:
    """A marked place on a curve, in percent of its box from the left and the top."""

    left: float
    top: float
    face: FaceView
    words: Words = ""
    link: Link = NO_LINK


@dataclass(frozen=True, slots=True)
class SparklineView:
    """A journey's mood in one line; it is ``columns`` × 100 wide and 100 high."""

    columns: int
    paths: tuple[str, ...]
    zero: float
    """Where neutral lies, in the drawing's units from the top."""
    worst: Dot | None
    worst_stage: Words
    worst_link: Link
    label: str
    """The curve in words, for those who do not see it."""


def runs_of(journey: Journey, voice: Voice, actor: str | None = None) -> list[list[Point]]:
    """The known values along the journey as runs of points; a stage of which nothing is known parts two runs.

    Where the stages follow no order, each stands alone: a line between them would be a way that nobody takes.
    """
    alone = order_of(journey, voice.atlas) in ("network", "none")
    scale = voice.atlas.handbook.scale
    by_stage: dict[str, list[Point]] = {}
    known = moments(journey, actor)
    for column, stage in enumerate(journey.stages):
        here = [moment for moment in known if moment.stage is stage]
        for moment in here:
            by_stage.setdefault(stage.id, []).append(Point(_column(column, stage, moment.step), scale.position(moment.value)))
    runs: list[list[Point]] = []
    open_run: list[Point] = []
    for stage in journey.stages:
        points = by_stage.get(stage.id)
        if points:
            open_run += points
        if open_run and (alone or not points):
            runs.append(open_run)
            open_run = []
    return [*runs, open_run] if open_run else runs


def _column(column: int, stage: Stage, step: object) -> float:
    """A stage's own value lies in its middle, its steps' values are spread over its width."""
    if step is None:
        return float(column)
    at = next(index for index, each in enumerate(stage.steps) if each is step)
    return column - 0.5 + (at + 0.5) / len(stage.steps)


def lowest(journey: Journey, actor: str | None = None) -> Moment | None:
    """The lowest moment for ``actor``, else for anybody; None when nothing is known."""
    if actor is None:
        return worst_moment(journey)
    return min(moments(journey, actor), key=lambda moment: moment.value, default=None)


def sparkline(journey: Journey, voice: Voice, actor: str | None = None) -> SparklineView | None:
    """The journey's mood in one line, as ``actor`` feels it, else on the whole; None when nothing is known of it."""
    runs = runs_of(journey, voice, actor)
    worst = lowest(journey, actor)
    if not runs or worst is None:
        return None
    columns = len(journey.stages)
    scale = voice.atlas.handbook.scale
    at = next(index for index, stage in enumerate(journey.stages) if stage.id == worst.stage.id)
    point = Point(_column(at, worst.stage, worst.step), scale.position(worst.value))
    face = face_of(worst.value, voice)
    dot = Dot(round(point.x / columns, 2), round(point.y, 2), face) if face else None
    said = [
        f"{voice.words(moment.stage.name)} {voice.language.signed(moment.value)}"
        for moment in moments(journey, actor)
    ]
    link = voice.stage_link(journey, worst.stage)
    zero = Point(0, scale.position(scale.middle)).y
    return SparklineView(columns, tuple(curve_paths(runs)), zero, dot, worst.stage.name, link, ", ".join(said))
