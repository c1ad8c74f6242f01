"""Where customers go from each stage, drawn over the heads of a map and told in its first lane.

Arcs are drawn where the stages stand in a row. A ring and a polygon have a figure of their own (``shape.py``);
the lane in words is for every order.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from journey_site.atlas.ways import order_of, unknown_share, ways_out
from journey_site.documents.journeys import Journey
from journey_site.documents.values import Text
from journey_site.site.arcs import lay_out
from journey_site.site.views.stage.ways import WayView, way_view
from journey_site.site.voice import Voice

_LETTERS = 15
"""How many letters fit in a column's width at the size of an arc's words; an upper bound of their widths is counted with."""
_HEAVIEST = 2.0
"""How much thicker, in pixels, the arc of everybody is than that of nobody."""


@dataclass(frozen=True, slots=True)
class ArcView:
    """A way that is not simply on to the next stage."""

    left: float
    """Where its earlier foot stands, in percent of the row."""
    width: float
    level: int
    """How high it runs: 1 is the lowest."""
    kind: str
    """``back``, ``skip`` or ``again``."""
    share: str
    why: Text | None
    """The reason, where it fits over the arc; it always stands in the lane below."""
    weight: float
    """How thick the line is, in pixels: by the share. 0 where no share is stated, and the line is dashed."""
    cut: str = ""
    """On a printed sheet: ``start`` or ``end`` where the arc comes from, or goes to, another sheet; ``both``."""


@dataclass(frozen=True, slots=True)
class BesideView:
    """Stages that belong together: at the same time, or in any order."""

    left: float
    width: float
    words: str


@dataclass(frozen=True, slots=True)
class ExitsView:
    """How many leave the journey at a stage, whichever way."""

    left: float
    """Where the stage's column ends, in percent of the row."""
    share: str
    """All together; empty where a way out states no share."""


@dataclass(frozen=True, slots=True)
class LeavingView:
    """What stands in a stage's field of the lane: where customers go from there."""

    ways: tuple[WayView, ...]
    ends: bool
    """Whether the journey is said to end here."""
    unknown: str
    """The share of which nobody has said where it goes; empty when none."""

    def __bool__(self) -> bool:
        return bool(self.ways or self.ends or self.unknown)


@dataclass(frozen=True, slots=True)
class ArcsView:
    """Where customers go from each stage."""

    arcs: tuple[ArcView, ...]
    beside: tuple[BesideView, ...]
    exits: tuple[ExitsView, ...]
    levels: int
    """How many heights the arcs take."""
    leaving: tuple[LeavingView, ...]
    """One for each stage."""

    @property
    def shares(self) -> bool:
        """Whether any way states a share."""
        return any(way.share for each in self.leaving for way in each.ways)


def arcs_view(journey: Journey, voice: Voice) -> ArcsView | None:
    """The ways of ``journey``; None where each stage leads to the next and nothing more is said."""
    order = order_of(journey, voice.atlas)
    leaving = tuple(_leaving(journey, at, voice, order) for at in range(len(journey.stages)))
    arcs = _arcs(journey, voice) if order == "linear" else ()
    beside = _beside(journey, voice) if order in ("linear", "cyclic") else ()
    if not arcs and not beside and not any(each.ways or each.unknown for each in leaving):
        return None
    exits = _exits(journey, voice) if order == "linear" else ()
    return ArcsView(arcs, beside, exits, max((arc.level for arc in arcs), default=0), leaving)


def _leaving(journey: Journey, at: int, voice: Voice, order: str) -> LeavingView:
    stage = journey.stages[at]
    ways = ways_out(journey, stage, voice.atlas)
    views = tuple(way_view(way, journey, at, voice) for way in ways)
    # That everybody goes on to the next stage is what a row of chevrons says.
    plain = order != "network" and len(views) == 1 and views[0].kind == "on" and not views[0].why
    rest = unknown_share(ways)
    ends = stage.next == () and at < len(journey.stages) - 1
    return LeavingView(() if plain else views, ends, voice.language.percent(rest) if rest else "")


def _arcs(journey: Journey, voice: Voice) -> tuple[ArcView, ...]:
    place = {stage.id: at for at, stage in enumerate(journey.stages)}
    ways = [
        (at, place[way.to], way)
        for at, stage in enumerate(journey.stages)
        for way in ways_out(journey, stage, voice.atlas)
        if way.to in place and place[way.to] != at + 1
    ]
    laid = lay_out([(start, end) for start, end, _ in ways])
    count = len(journey.stages)
    views = []
    for (start, end, way), arc in zip(ways, laid, strict=True):
        share = voice.language.percent(way.share) if way.share is not None else ""
        room = (arc.right - arc.left) * _LETTERS
        why = way.why if way.why and len(voice.words(way.why)) + len(share) + 3 <= room else None
        kind = "again" if start == end else "back" if end < start else "skip"
        weight = 0.0 if way.share is None else round(1 + _HEAVIEST * way.share, 1)
        views.append(ArcView(_percent(arc.left, count), _percent(arc.right - arc.left, count), arc.level, kind, share, why, weight))
    return tuple(views)


def _beside(journey: Journey, voice: Voice) -> tuple[BesideView, ...]:
    """A bracket over stages that go on together; over those that stand next to each other alone, as it spans a stretch."""
    count = len(journey.stages)
    found = []
    for field, words in (("parallel", voice._("at the same time")), ("any_order", voice._("in any order"))):
        stages = journey.stages
        joined = [
            stages[at + 1].id in getattr(stages[at], field) or stages[at].id in getattr(stages[at + 1], field)
            for at in range(count - 1)
        ]
        at = 0
        while at < count - 1:
            last = at
            while last < count - 1 and joined[last]:
                last += 1
            if last > at:
                found.append(BesideView(_percent(at, count), _percent(last - at + 1, count), words))
            at = last + 1
    return tuple(found)


def _exits(journey: Journey, voice: Voice) -> tuple[ExitsView, ...]:
    found = []
    for at, stage in enumerate(journey.stages, 1):
        shares = [way.share for way in ways_out(journey, stage, voice.atlas) if way.exit]
        if shares:
            stated = [share for share in shares if share is not None]
            share = voice.language.percent(min(1.0, sum(stated))) if len(stated) == len(shares) else ""
            found.append(ExitsView(_percent(at, len(journey.stages)), share))
    return tuple(found)


def arcs_part(view: ArcsView, first: int, last: int) -> ArcsView:
    """What of the ways lies over the columns from ``first`` up to, not with, ``last``, for a printed sheet."""
    count = len(view.leaving)
    begin, end = _percent(first, count), _percent(last, count)
    scale = 100 / (end - begin)
    arcs = []
    for arc in view.arcs:
        left, right = max(arc.left, begin), min(arc.left + arc.width, end)
        if left >= right:
            continue
        cuts = {"start": arc.left < begin, "end": arc.left + arc.width > end}
        cut = "both" if all(cuts.values()) else next((side for side, is_cut in cuts.items() if is_cut), "")
        arcs.append(replace(arc, left=round((left - begin) * scale, 3), width=round((right - left) * scale, 3), cut=cut))
    beside = tuple(
        replace(each, left=round((max(each.left, begin) - begin) * scale, 3),
                width=round((min(each.left + each.width, end) - max(each.left, begin)) * scale, 3))
        for each in view.beside
        if max(each.left, begin) < min(each.left + each.width, end)
    )  # fmt: skip
    exits = tuple(replace(each, left=round((each.left - begin) * scale, 3)) for each in view.exits if begin < each.left <= end)
    return replace(view, arcs=tuple(arcs), beside=beside, exits=exits, leaving=view.leaving[first:last],
                   levels=max((arc.level for arc in arcs), default=0))  # fmt: skip


def _percent(columns: float, count: int) -> float:
    return round(100 * columns / count, 3)
