"""The grid of a journey map: a head for each stage, a row for each lane, and how both go on paper."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from journey_site.atlas.mood import moments
from journey_site.atlas.ways import order_of
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.lanes import Lane, default_lanes
from journey_site.documents.values import Text
from journey_site.site import vocabulary
from journey_site.site.addresses import Link
from journey_site.site.views.cells import CellView, cell_view
from journey_site.site.views.curves import CurveView, curve_part, curve_view
from journey_site.site.views.entries import FaceView, Labelled, Words, face_of, ref_label
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


@dataclass(frozen=True, slots=True)
class SheetView:
    """The columns that go on one printed sheet."""

    first: int
    last: int
    """The places of its first and last stage, counted from 1."""
    heads: tuple[HeadView, ...]
    rows: tuple[RowView, ...]


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
            face_of(_mood(journey, stage), voice),
            bool(stage.optional),
            bool(stage.moment_of_truth),
            is_blank(stage),
            tuple(label for sub in stage.journey if (label := ref_label(sub.journey, voice))),
        )
        for place, stage in enumerate(journey.stages, 1)
    )


def _mood(journey: Journey, stage: Stage) -> float | None:
    """One value for the stage: its own, else the worst of its steps."""
    return min((moment.value for moment in moments(journey) if moment.stage is stage), default=None)


def is_blank(stage: Stage) -> bool:
    """Whether nothing is written about the stage but its name and place."""
    return not (stage.model_fields_set - {"id", "name", "origin", "places", "next", "serves", "audience", "summary"})


def lanes_of(journey: Journey, voice: Voice) -> tuple[Lane, ...]:
    """The rows of this journey's map: its own choice, else the handbook's, else all."""
    handbook = voice.atlas.handbook.lanes
    if journey.lanes is None:
        return handbook or default_lanes()
    own = {lane.id: lane for lane in handbook or () if lane.own}
    return tuple(own.get(lane.id, lane) for lane in journey.lanes)


def row_views(journey: Journey, voice: Voice) -> tuple[RowView, ...]:
    """The rows with something in them, and the dividers that part two of those."""
    rows: list[RowView] = []
    for lane in lanes_of(journey, voice):
        if lane.divider is not None or lane.line:
            label = lane.divider or voice._(vocabulary.LINES[lane.line or "interaction"])
            rows.append(RowView("", label, "", "", (), divider=True))
            continue
        identity = lane.id or ""
        cells = tuple(cell_view(lane, journey, stage, voice) for stage in journey.stages)
        curve = curve_view(journey, voice) if identity == "emotion" else None
        if not any(cells) and curve is None:
            continue
        name, icon = vocabulary.LANES.get(identity, (identity, "material/table-row"))
        label = lane.label or (voice._(name) if identity in vocabulary.LANES else name)
        template = f"own-{lane.kind}" if lane.own else _SHARED.get(identity, identity)
        rows.append(RowView(identity, label, lane.icon or icon, template, cells, curve=curve, own=lane.own))
    return tuple(_without_loose_dividers(rows))


def _without_loose_dividers(rows: list[RowView]) -> list[RowView]:
    kept: list[RowView] = []
    for row in rows:
        if row.divider and (not kept or kept[-1].divider):
            continue
        kept.append(row)
    while kept and kept[-1].divider:
        kept.pop()
    return kept


def sheet_views(heads: tuple[HeadView, ...], rows: tuple[RowView, ...]) -> tuple[SheetView, ...]:
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
        )
        for first, last in pairwise(cuts)
    )
