"""The drawing of a ring or a polygon, as a template prints it: stages, ways, words at them, and the key to its marks."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_lowercase

from journey_site.atlas.mood import lowest_in
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.values import Text
from journey_site.site.addresses import Link
from journey_site.site.figures.figure import Figure
from journey_site.site.figures.plane import Box
from journey_site.site.figures.polygon import Going
from journey_site.site.figures.ring import Place
from journey_site.site.views.entries import FaceView, face_of
from journey_site.site.views.stage.ways import WayView
from journey_site.site.voice import Voice

EMPHASISED = 6
"""How many paths can be chosen to stand out in the drawing."""


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
class KeyView:
    """What a mark in the drawing stands for."""

    mark: str
    """Empty where there was no room for a mark either."""
    name: Text
    ways: tuple[WayView, ...]


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


def figure_view(
    figure: Figure,
    journey: Journey,
    goings: list[Going],
    words: list[WayView],
    hops: list[set[tuple[int, int]]],
    voice: Voice,
) -> FigureView:
    """The drawing of ``figure``; ``words`` tell each way, ``hops`` are the steps of each named path."""
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

