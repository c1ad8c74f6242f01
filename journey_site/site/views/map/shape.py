"""How the stages of a journey follow each other, as a drawing: a ring, a polygon; and the named paths through any order."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from journey_site.atlas.mood import lowest_in
from journey_site.atlas.ways import order_of, unknown_share, ways_out
from journey_site.documents.actors import Path
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.values import Text
from journey_site.documents.ways import Way
from journey_site.site.figures.figure import figure_of
from journey_site.site.figures.polygon import Going
from journey_site.site.figures.ring import Stop
from journey_site.site.views.entries import Labelled
from journey_site.site.views.map.figure import EMPHASISED, FigureView, figure_view
from journey_site.site.views.recalled import recalled
from journey_site.site.views.stage.ways import WayView, way_view
from journey_site.site.voice import Voice

ALIKE = 0.1
"""How wide every way is drawn where no share is stated, as the share that is as wide."""


@dataclass(frozen=True, slots=True)
class WaysOut:
    """A stage with the ways out of it."""

    name: Text
    ways: tuple[WayView, ...]
    unknown: str
    """The share of those of whom nobody has said where they go; empty: none."""


@dataclass(frozen=True, slots=True)
class PathView:
    """A named way through the stages."""

    name: Text | str
    share: str
    stages: tuple[Labelled, ...]
    """The stages in the order in which they are met; one that is met twice stands twice."""
    drawn: bool
    """Whether it can be made to stand out in the drawing."""


@dataclass(frozen=True, slots=True)
class ShapeView:
    """The drawing of a journey's order, with its named paths."""

    order: str
    figure: FigureView | None
    """The drawing; None for stages in a row or side by side."""
    ways: tuple[WaysOut, ...]
    """All that the drawing says, in words; nothing where there is none."""
    paths: tuple[PathView, ...]


@recalled
def shape_view(journey: Journey, voice: Voice) -> ShapeView | None:
    """The drawing of a journey's order, with its named paths; None when there is nothing to show."""
    order = order_of(journey, voice.atlas)
    places = {stage.id: at for at, stage in enumerate(journey.stages)}
    out = [(at, way) for at, stage in enumerate(journey.stages) for way in ways_out(journey, stage, voice.atlas)]
    goings = _everybody([_going(at, way, places, voice) for at, way in out])
    figure = None
    if order in ("cyclic", "network"):
        leaves = {going.start for going in goings if going.end is None}
        stops = [_stop(journey, stage, at in leaves, voice) for at, stage in enumerate(journey.stages)]
        figure = figure_of(stops, goings, order == "cyclic")
    named = [path for path in journey.paths if any(stage in places for stage in path.stages)]
    paths = tuple(
        _path_view(path, journey, figure is not None and at < EMPHASISED, voice) for at, path in enumerate(named)
    )
    if figure is None:
        return ShapeView(order, None, (), paths) if paths else None
    words = [way_view(way, journey, at, voice) for at, way in out]
    told = tuple(
        WaysOut(
            stage.name,
            tuple(its for its, going in zip(words, goings, strict=True) if going.start == at),
            _unknown(journey, stage, voice),
        )
        for at, stage in enumerate(journey.stages)
    )
    hops = [{*pairwise(places[stage] for stage in path.stages if stage in places)} for path in named]
    return ShapeView(order, figure_view(figure, journey, goings, words, hops, voice), told, paths)


def _going(at: int, way: Way, places: dict[str, int], voice: Voice) -> Going:
    end = places.get(way.to) if way.to else None
    said = voice.language.percent(way.share) if way.share is not None else ""
    words = "" if end is not None else voice.words(way.exit) or voice._("leaves the journey")
    return Going(at, end, way.share, said, words, voice.words(way.why))


def _everybody(goings: list[Going]) -> list[Going]:
    """The ways with what needs no share: the only way out of a stage is everybody's.

    Where no share is stated at all, widths say nothing, and all ways are drawn alike.
    """
    stated = any(going.share is not None for going in goings)
    alone = {start for start, count in Counter(going.start for going in goings).items() if count == 1}
    whole = 1.0 if stated else ALIKE
    return [
        replace(going, share=whole) if going.share is None and (going.start in alone or not stated) else going
        for going in goings
    ]


def _stop(journey: Journey, stage: Stage, leaves: bool, voice: Voice) -> Stop:
    return Stop(voice.words(stage.name), lowest_in(journey, stage) is not None, bool(stage.repeatable), leaves)


def _path_view(path: Path, journey: Journey, drawn: bool, voice: Voice) -> PathView:
    stages = tuple(
        Labelled(stage.name, voice.stage_link(journey, stage)) for each in path.stages if (stage := journey.stage(each))
    )
    share = voice.language.percent(path.share) if path.share is not None else ""
    return PathView(path.name or path.id, share, stages, drawn)


def _unknown(journey: Journey, stage: Stage, voice: Voice) -> str:
    rest = unknown_share(ways_out(journey, stage, voice.atlas))
    return voice.language.percent(rest) if rest else ""
