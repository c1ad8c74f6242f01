"""How the stages of a journey follow each other, as a drawing: a ring, a polygon; and the named paths through any order."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from string import ascii_lowercase

from journey_site.atlas.mood import lowest_in
from journey_site.atlas.ways import order_of, unknown_share, ways_out
from journey_site.documents.actors import Path
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.values import Text
from journey_site.documents.ways import Way
from journey_site.site.addresses import Link
from journey_site.site.figures.figure import Figure, figure_of
from journey_site.site.figures.plane import Box
from journey_site.site.figures.polygon import Going
from journey_site.site.figures.ring import Place, Stop
from journey_site.site.views.entries import FaceView, Labelled, face_of
from journey_site.site.views.recalled import recalled
from journey_site.site.voice import Voice

EMPHASISED = 6
"""How many paths can be chosen to stand out in the drawing."""
ALIKE = 0.1
"""How wide every way is drawn where no share is stated, as the share that is as wide."""


@dataclass(frozen=True, slots=True)
class SpotView:
    """A place in the drawing, in its own units: 800 are its width."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class StopView:
    """A stage in the drawing."""

    name: str
    """All of it, as plain words."""
    language: str
    """The language of the name, where it is not the page's."""
    lines: tuple[str, ...]
    """The name as it is drawn, in lines; shortened where it is long."""
    link: Link
    face: FaceView | None
    optional: bool
    repeatable: bool
    spot: SpotView
    """Its pill, or its mark on the ring."""
    beside: SpotView | None
    """Where the name stands, when it is not in the pill."""
    side: str
    """``start`` or ``end``: on which side of its mark the name stands; empty for a pill."""


@dataclass(frozen=True, slots=True)
class LineView:
    """A way in the drawing."""

    path: str
    head: str
    width: float
    strength: int
    """How dark it is, in percent."""
    stated: bool
    """Whether its share is stated."""
    paths: tuple[int, ...]
    """The named paths that go this way, by their places in the list."""


@dataclass(frozen=True, slots=True)
class SaidView:
    """Words at a way in the drawing."""

    spot: SpotView
    mark: str
    share: str
    lines: tuple[str, ...]
    """How the journey is left."""
    why: tuple[str, ...]
    """The reason."""
    paths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WayWords:
    """A way out of a stage in words."""

    kind: str
    """``on``, ``back``, ``skip``, ``again`` or ``exit``."""
    label: str
    """The kind in words."""
    words: Text | str
    """Where it leads."""
    share: str
    why: Text | None


@dataclass(frozen=True, slots=True)
class WaysOut:
    """A stage with the ways out of it."""

    name: Text
    ways: tuple[WayWords, ...]
    unknown: str
    """The share of those of whom nobody has said where they go; empty: none."""


@dataclass(frozen=True, slots=True)
class KeyView:
    """What a mark in the drawing stands for."""

    mark: str
    """Empty where there was no room for a mark either."""
    name: Text
    ways: tuple[WayWords, ...]


@dataclass(frozen=True, slots=True)
class FigureView:
    """The ring or the polygon."""

    top: float
    """Where the drawing begins."""
    height: float
    """In units of the drawing, which is 800 of them wide."""
    guide: tuple[float, float, float, float] | None
    """The ellipse of the ring: its middle and its radii."""
    stops: tuple[StopView, ...]
    lines: tuple[LineView, ...]
    said: tuple[SaidView, ...]
    key: tuple[KeyView, ...]
    kinds: frozenset[str]
    """What is to be explained below: ``shares``, ``unstated``, ``optional``, ``repeatable``."""


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
    words = [_way_words(going, way, journey, order, voice) for going, (_, way) in zip(goings, out, strict=True)]
    told = tuple(
        WaysOut(
            stage.name,
            tuple(its for its, going in zip(words, goings, strict=True) if going.start == at),
            _unknown(journey, stage, voice),
        )
        for at, stage in enumerate(journey.stages)
    )
    hops = [{*pairwise(places[stage] for stage in path.stages if stage in places)} for path in named]
    return ShapeView(order, _figure_view(figure, journey, goings, words, hops, voice), told, paths)


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


def _way_words(going: Going, way: Way, journey: Journey, order: str, voice: Voice) -> WayWords:
    _ = voice._
    if going.end is None:
        return WayWords("exit", _("leaves"), way.exit or _("leaves the journey"), going.said, way.why)
    last = len(journey.stages) - 1
    if going.end == going.start:
        kind = "again"
    elif order == "network" or going.end == going.start + 1 or (going.start, going.end) == (last, 0):
        kind = "on"
    else:
        kind = "back" if going.end < going.start else "skip"
    labels = {"on": _("on to"), "back": _("back to"), "skip": _("jumps to"), "again": _("once more")}
    return WayWords(kind, labels[kind], journey.stages[going.end].name, going.said, way.why)


def _unknown(journey: Journey, stage: Stage, voice: Voice) -> str:
    rest = unknown_share(ways_out(journey, stage, voice.atlas))
    return voice.language.percent(rest) if rest else ""


def _figure_view(
    figure: Figure,
    journey: Journey,
    goings: list[Going],
    words: list[WayWords],
    hops: list[set[tuple[int, int]]],
    voice: Voice,
) -> FigureView:
    def followed(going: Going) -> tuple[int, ...]:
        return tuple(at for at, its in enumerate(hops[:EMPHASISED]) if going.end is not None and (going.start, going.end) in its)

    largest = max((going.share for going in goings if going.share), default=1.0)
    unstated = {at for at, going in enumerate(goings) if going.share is None}
    lines = tuple(
        LineView(
            line.path,
            line.head,
            round(line.width, 2),
            round(100 * (goings[line.way].share or 0) / largest),
            line.way not in unstated,
            followed(goings[line.way]),
        )
        for line in figure.lines
    )
    placed = {each.mark for each in figure.said}
    marks = _marks(len(figure.key), figure.guide is not None)
    said = tuple(
        SaidView(
            _spot(each.box, figure.top),
            "" if each.mark is None else marks[each.mark],
            each.share,
            each.lines,
            each.why,
            followed(goings[each.way]),
        )
        for each in figure.said
    )
    key = tuple(
        KeyView(
            marks[at] if at in placed else "",
            journey.stages[goings[ways[0]].start].name,
            tuple(words[way] for way in ways),
        )
        for at, ways in enumerate(figure.key)
    )
    stops = tuple(
        _stop_view(journey, stage, place, figure.top, voice)
        for stage, place in zip(journey.stages, figure.places, strict=True)
    )
    kinds = {
        "shares": len({going.share for going in goings if going.share is not None}) > 1,
        "unstated": bool(unstated),
        "optional": any(stop.optional for stop in stops),
        "repeatable": any(stop.repeatable for stop in stops),
    }
    return FigureView(
        figure.top, figure.height, figure.guide, stops, lines, said, key, frozenset(kind for kind, holds in kinds.items() if holds)
    )


def _stop_view(journey: Journey, stage: Stage, place: Place, top: float, voice: Voice) -> StopView:
    written = stage.name.best(*voice.order).language if stage.name else ""
    return StopView(
        voice.words(stage.name),
        written if written not in (voice.language.written, voice.language.code) else "",
        place.lines,
        voice.stage_link(journey, stage),
        face_of(lowest_in(journey, stage), voice),
        bool(stage.optional),
        bool(stage.repeatable),
        _spot(place.box, top),
        _spot(place.name, top) if place.side else None,
        {0: "", 1: "end", -1: "start"}[place.side],
    )


def _spot(box: Box, top: float) -> SpotView:
    return SpotView(round(box.left, 1), round(box.top - top, 1), round(box.width, 1), round(box.height, 1))


def _marks(count: int, numbers: bool) -> list[str]:
    """Marks for the key: numbers around a ring, and letters where stages have no order and nothing is to look like one."""
    if numbers:
        return [str(at + 1) for at in range(count)]
    letters = ascii_lowercase
    return [letters[at] if at < 26 else letters[at // 26 - 1] + letters[at % 26] for at in range(count)]

