"""The grid of a journey map: a head for each stage, a row for each lane, and how both go on paper."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from journey_site.atlas.blank import is_blank
from journey_site.atlas.mood import lowest_in
from journey_site.atlas.ways import order_of, ways_out
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.values import Text
from journey_site.site import vocabulary
from journey_site.site.addresses import Link
from journey_site.site.views.entries import FaceView, Labelled, Words, department_of, face_of, ref_label
from journey_site.site.views.map.arcs import ArcsView, arcs_part
from journey_site.site.views.map.cells import CellView, cell_view
from journey_site.site.views.map.clock import ClockView, clock_part
from journey_site.site.views.map.curves import CurveView, curve_part, curve_view
from journey_site.site.views.map.map_lanes import ZONES, lanes_of
from journey_site.site.views.models.typical import typical_view
from journey_site.site.views.recalled import recalled
from journey_site.site.voice import Voice

SHEET = 8
"""How many stages fit on one printed A3 sheet."""

_SHARED = {
    "our_goal": "goal",
    "thoughts": "quotes",
    "questions": "quotes",
    "actions": "list",
    "activities": "list",
    "evidence_shown": "list",
    "frontstage": "list",
    "backstage": "list",
    "support": "list",
}
"""Lanes that are printed alike, with the template that prints them; the others have one of their own name."""


@dataclass(frozen=True, slots=True)
class HeadView:
    """The head of a column."""

    id: str
    number: int | None
    """The stage's number; None where the model has no order."""
    name: Text
    link: Link
    duration: str
    face: FaceView | None
    optional: bool
    moment: bool
    """Whether it is a moment of truth."""
    blank: bool
    """Nothing is written about it yet."""
    opens: tuple[Labelled, ...]
    """Journeys that open from here."""
    concerns: tuple[str, ...] = ()
    """Ids of the actors whom the stage concerns, when not all."""
    typical: Words = ""
    """Where nothing is written yet: what the model says a customer typically thinks here."""
    repeatable: bool = False
    """Whether it may happen again."""
    beside: tuple[str, ...] = ()
    """How it lies to other stages, in words: ``at the same time as Offers``."""
    steps: int = 0
    """How many steps it has."""
    departments: tuple[str, ...] | None = None
    """Ids of the department that owns the stage and of those that take part; None in a handbook without departments."""


@dataclass(frozen=True, slots=True)
class RowView:
    """A lane across the stages, or a divider between lanes."""

    lane: str
    """The lane's id; empty for a divider."""
    label: Words
    icon: str
    template: str
    """Which template under ``journey/lanes/`` prints its cells, unless there is one of the lane's own name."""
    cells: tuple[CellView, ...]
    divider: bool = False
    curve: CurveView | None = None
    """The drawing that stands in place of the cells."""
    own: bool = False
    """A lane of the handbook's own."""
    line: str = ""
    """Which of the service blueprint's lines a divider is: ``interaction``, ``visibility``, ``internal_interaction``."""
    meaning: Words = ""
    """What such a line parts, in words."""
    zone: str = ""
    """Where a lane lies in a service blueprint: ``customer``, ``onstage``, ``backstage``, ``support``; empty outside one."""


@dataclass(frozen=True, slots=True)
class SheetView:
    """The columns that go on one printed sheet."""

    first: int
    last: int
    """The places of its first and last stage, counted from 1."""
    heads: tuple[HeadView, ...]
    rows: tuple[RowView, ...]
    clock: ClockView | None = None
    """The stages to scale of time, those of this sheet in their place among all."""
    arcs: ArcsView | None = None
    """Where customers go, as far as it lies on this sheet."""


@recalled
def head_views(journey: Journey, voice: Voice) -> tuple[HeadView, ...]:
    """The heads of the columns; numbered only where the model has an order."""
    numbered = order_of(journey, voice.atlas) in ("linear", "cyclic")
    return tuple(
        HeadView(
            stage.id,
            place if numbered else None,
            stage.name,
            voice.stage_link(journey, stage),
            voice.duration(stage.duration),
            face_of(lowest_in(journey, stage), voice),
            bool(stage.optional),
            bool(stage.moment_of_truth),
            is_blank(stage),
            tuple(label for sub in stage.journey if (label := ref_label(sub.journey, voice))),
            concerned_by(journey, stage),
            hint.says if voice.upkeep and is_blank(stage) and (hint := typical_view(journey, stage, voice)) else "",
            bool(stage.repeatable),
            _beside(journey, stage, voice),
            len(stage.steps),
            departments_at(journey, stage, voice),
        )
        for place, stage in enumerate(journey.stages, 1)
    )


def _beside(journey: Journey, stage: Stage, voice: Voice) -> tuple[str, ...]:
    """How ``stage`` lies to others, in words; what holds for two is told at both, whichever of them says it."""
    _ = voice._

    def told(words: str, found: list[Stage]) -> str:
        return words % {"stages": voice.language.listed([voice.words(each.name) for each in found])} if found else ""

    others = [each for each in journey.stages if each is not stage]
    parallel = [each for each in others if each.id in stage.parallel or stage.id in each.parallel]
    any_order = [each for each in others if each.id in stage.any_order or stage.id in each.any_order]
    after = [each for each in others if each.id in stage.after]
    first = [journey.stages[0]] if returns(journey, stage, voice) else []
    said = (
        told(_("then %(stages)s again"), first),
        told(_("only after %(stages)s"), after),
        told(_("at the same time as %(stages)s"), parallel),
        told(_("before or after %(stages)s"), any_order),
    )
    return tuple(filter(None, said))


def returns(journey: Journey, stage: Stage, voice: Voice) -> bool:
    """Whether ``stage`` is the last of a ring, from where it begins again."""
    if order_of(journey, voice.atlas) != "cyclic" or stage is not journey.stages[-1] or len(journey.stages) < 2:
        return False
    return any(way.to == journey.stages[0].id for way in ways_out(journey, stage, voice.atlas))


def concerned_by(journey: Journey, stage: Stage) -> tuple[str, ...]:
    """The actors whom ``stage`` concerns, by id; empty when it is all of them."""
    if not stage.actor or {*stage.actor} >= {*journey.personas}:
        return ()
    return tuple(stage.actor)


def departments_at(journey: Journey, stage: Stage, voice: Voice) -> tuple[str, ...] | None:
    """The departments that own ``stage`` or take part, by id; None in a handbook without departments."""
    owner = department_of(stage.owner or journey.owner, voice)
    return None if owner is None else tuple(dict.fromkeys((*owner, *stage.departments, *journey.departments)))


def row_views(journey: Journey, voice: Voice) -> tuple[RowView, ...]:
    """The rows with something in them, and the dividers that part two of those."""
    rows: list[RowView] = []
    lanes = lanes_of(journey, voice)
    zones = ZONES if any(lane.line for lane in lanes) else {}
    for lane in lanes:
        if lane.line:
            named, meaning = (voice._(words) for words in vocabulary.LINES[lane.line])
            rows.append(RowView("", named, "", "", (), divider=True, line=lane.line, meaning=meaning))
            continue
        if lane.divider is not None:
            rows.append(RowView("", lane.divider, "", "", (), divider=True))
            continue
        identity = lane.id or ""
        cells = tuple(cell_view(lane, journey, stage, voice) for stage in journey.stages)
        curve = curve_view(journey, voice) if identity == "emotion" else None
        if not any(cells) and curve is None:
            continue
        name, icon = vocabulary.LANES.get(identity, (identity, "material/table-row"))
        label = lane.label or (voice._(name) if identity in vocabulary.LANES else name)
        template = f"own-{lane.kind}" if lane.own else _SHARED.get(identity, identity)
        zone = zones.get(identity, "")
        rows.append(RowView(identity, label, lane.icon or icon, template, cells, curve=curve, own=lane.own, zone=zone))
    return tuple(_without_loose_dividers(rows))


def _without_loose_dividers(rows: list[RowView]) -> list[RowView]:
    """The rows without dividers that part nothing.

    A blueprint keeps its lines as long as something of it stands on both sides, however far: two lines with
    nothing between say that nothing is known there, while one line less would say another thing.
    """
    blueprint = [at for at, row in enumerate(rows) if row.zone]
    kept: list[RowView] = []
    for at, row in enumerate(rows):
        if row.line:
            if blueprint and blueprint[0] < at < blueprint[-1]:
                kept.append(row)
            continue
        if row.divider and (not kept or kept[-1].divider):
            continue
        kept.append(row)
    while kept and kept[-1].divider:
        kept.pop()
    return kept


def sheet_views(
    heads: tuple[HeadView, ...],
    rows: tuple[RowView, ...],
    clock: ClockView | None = None,
    arcs: ArcsView | None = None,
) -> tuple[SheetView, ...]:
    """The map cut into printed sheets of nearly equal width, each with all lanes; none when one sheet holds it."""
    if len(heads) <= SHEET:
        return ()
    count = -(-len(heads) // SHEET)
    cuts = [round(place * len(heads) / count) for place in range(count + 1)]
    return tuple(
        SheetView(
            first + 1,
            last,
            heads[first:last],
            tuple(
                replace(row, cells=row.cells[first:last], curve=row.curve and curve_part(row.curve, first, last))
                for row in rows
            ),
            clock and clock_part(clock, first, last),
            arcs and arcs_part(arcs, first, last),
        )
        for first, last in pairwise(cuts)
    )
