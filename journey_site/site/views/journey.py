"""The journey map: who, the grid of lanes by stages with its curve, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.atlas.mood import moments, worst_moment
from journey_site.atlas.time import total_time
from journey_site.atlas.ways import order_of
from journey_site.documents.items import Opportunity
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.lanes import Lane, default_lanes
from journey_site.documents.values import Text
from journey_site.site import vocabulary
from journey_site.site.addresses import Link, booklet_uri
from journey_site.site.views.cells import CellView, cell_view
from journey_site.site.views.curves import CurveView, curve_view
from journey_site.site.views.entries import (
    EntryView,
    FaceView,
    Labelled,
    MetricView,
    OpportunityView,
    OwnerView,
    Words,
    face_of,
    item_views,
    metric_view,
    opportunity_views,
    owner_view,
    ref_label,
    refs_labels,
)
from journey_site.site.views.people import PersonView, ReviewView, people_of, review_view
from journey_site.site.voice import Voice

SHEET = 8
"""How many stages fit on one printed A3 sheet."""


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
    """Which template under ``journey/lanes/`` prints its cells."""
    cells: tuple[CellView, ...]
    divider: bool = False
    curve: CurveView | None = None
    own: bool = False


@dataclass(frozen=True, slots=True)
class SheetView:
    """The columns that go on one printed sheet."""

    first: int
    last: int
    heads: tuple[HeadView, ...]
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class WorstView:
    """A low point with its reason and who answers for it."""

    stage: Words
    link: Link
    face: FaceView
    pains: tuple[EntryView, ...]
    owner: OwnerView | None


@dataclass(frozen=True, slots=True)
class AtStage:
    """An entry with the stage in which it stands."""

    stage: Words
    link: Link
    opportunity: OpportunityView


@dataclass(frozen=True, slots=True)
class DutyView:
    """What a department does along the journey."""

    department: Labelled
    owns: tuple[Labelled, ...]
    takes_part: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class JourneyView:
    """Everything on the page of a journey."""

    id: str
    title: Text
    people: tuple[PersonView, ...]
    quote: Text | None
    summary: Text | None
    scenario: Text | None
    trigger: Text | None
    outcome: Text | None
    expectations: tuple[EntryView, ...]
    model: Labelled | None
    order: str
    total_time: str
    owner: OwnerView | None
    review: ReviewView
    state: str
    compare: Labelled | None
    base: Labelled | None
    """The journey that this one is a variant of."""
    opened_from: tuple[Labelled, ...]
    replaced_by: Labelled | None
    draft: bool
    retired: bool
    heads: tuple[HeadView, ...]
    rows: tuple[RowView, ...]
    sheets: tuple[SheetView, ...]
    """Printed sheets, when the map is too wide for one."""
    worst: tuple[WorstView, ...]
    unknown: tuple[Labelled, ...]
    """Stages whose emotion nobody has stated."""
    opportunities: tuple[AtStage, ...]
    duties: tuple[DutyView, ...]
    pains: tuple[EntryView, ...]
    gains: tuple[EntryView, ...]
    activities: tuple[EntryView, ...]
    metrics: tuple[MetricView, ...]
    evidence: tuple[Labelled, ...]
    booklet: Link
    colour: str
    note: Text | None


def journey_view(journey: Journey, voice: Voice) -> JourneyView:
    """Everything on the page of ``journey``."""
    atlas = voice.atlas
    people = people_of(journey, voice)
    model = atlas.find(journey.model)
    heads = head_views(journey, voice)
    rows = row_views(journey, voice, journey.stages)
    sheets = _sheets(journey, heads, voice) if len(heads) > SHEET else ()
    pains = {pain.id: Labelled(pain.text or "") for stage in journey.stages for pain in stage.pains if pain.id}
    pains |= {pain.id: Labelled(pain.text or "") for pain in journey.pains if pain.id}
    successor = next((other for other in atlas.journeys.values() if journey.id in other.replaces), None)
    return JourneyView(
        id=journey.id,
        title=journey.name,
        people=people,
        quote=people[0].quote if len(people) == 1 else None,
        summary=journey.summary,
        scenario=journey.scenario,
        trigger=journey.trigger,
        outcome=journey.outcome,
        expectations=item_views(journey.expectations, voice),
        model=Labelled(model.name, voice.link_to("models", model)) if model else None,
        order=order_of(journey, atlas),
        total_time=voice.duration(total_time(journey)),
        owner=owner_view(journey.owner, voice),
        review=review_view(journey, voice),
        state=voice._(vocabulary.STATES[journey.state]) if journey.state else "",
        compare=ref_label(journey.compare_with, voice),
        base=ref_label(journey.extends, voice),
        opened_from=_opened_from(journey, voice),
        replaced_by=Labelled(successor.name, voice.link_to("journeys", successor)) if successor else None,
        draft=journey.publish == "draft",
        retired=journey.publish == "retired",
        heads=heads,
        rows=rows,
        sheets=sheets,
        worst=_worst(journey, voice),
        unknown=tuple(Labelled(stage.name, voice.stage_link(journey, stage)) for stage in _unknown(journey)),
        opportunities=_opportunities(journey, voice, pains),
        duties=_duties(journey, voice),
        pains=item_views(journey.pains, voice),
        gains=item_views(journey.gains, voice),
        activities=item_views(journey.activities, voice),
        metrics=tuple(metric_view(metric, voice) for metric in journey.metrics),
        evidence=refs_labels(journey.evidence, voice),
        booklet=Link(booklet_uri(people[0].id), journey.id) if people else Link(),
        colour=people[0].colour if people else "",
        note=journey.note,
    )


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


def row_views(journey: Journey, voice: Voice, stages: tuple[Stage, ...]) -> tuple[RowView, ...]:
    """The rows with something in them, and the dividers that part two of those."""
    rows: list[RowView] = []
    for lane in lanes_of(journey, voice):
        if lane.divider is not None or lane.line:
            label = lane.divider or voice._(vocabulary.LINES[lane.line or "interaction"])
            rows.append(RowView("", label, "", "", (), divider=True))
            continue
        identity = lane.id or ""
        cells = tuple(cell_view(lane, journey, stage, voice) for stage in stages)
        curve = curve_view(journey, voice) if identity == "emotion" and stages == journey.stages else None
        if not any(cells) and not (identity == "emotion" and curve):
            continue
        name, icon = vocabulary.LANES.get(identity, (identity, "material/table-row"))
        label = lane.label or (voice._(name) if identity in vocabulary.LANES else name)
        template = identity if not lane.own else f"own-{lane.kind}"
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


def _sheets(journey: Journey, heads: tuple[HeadView, ...], voice: Voice) -> tuple[SheetView, ...]:
    """The map cut into printed sheets of equal width."""
    count = -(-len(heads) // SHEET)
    size = -(-len(heads) // count)
    return tuple(
        SheetView(
            start + 1,
            min(start + size, len(heads)),
            heads[start : start + size],
            row_views(journey, voice, journey.stages[start : start + size]),
        )
        for start in range(0, len(heads), size)
    )


def _worst(journey: Journey, voice: Voice, count: int = 3) -> tuple[WorstView, ...]:
    """The lowest moments below neutral, at most one a stage, worst first."""
    middle = voice.atlas.handbook.scale.middle
    lowest: dict[str, tuple[float, Stage]] = {}
    for actor in (None, *journey.personas):
        for moment in moments(journey, actor):
            known = lowest.get(moment.stage.id)
            if moment.value < middle and (known is None or moment.value < known[0]):
                lowest[moment.stage.id] = (moment.value, moment.stage)
    ordered = sorted(lowest.values(), key=lambda found: found[0])[:count]
    return tuple(
        WorstView(
            stage.name,
            voice.stage_link(journey, stage),
            face,
            item_views(tuple(sorted(stage.pains, key=lambda pain: -(pain.severity or 0))[:2]), voice),
            owner_view(stage.owner or journey.owner, voice),
        )
        for value, stage in ordered
        if (face := face_of(value, voice))
    )


def _unknown(journey: Journey) -> list[Stage]:
    known = {moment.stage.id for actor in (None, *journey.personas) for moment in moments(journey, actor)}
    return [stage for stage in journey.stages if stage.id not in known]


def _opportunities(journey: Journey, voice: Voice, pains: dict[str, Labelled], count: int = 6) -> tuple[AtStage, ...]:
    """Open opportunities, those with the most impact for the least effort first."""
    found: list[tuple[Opportunity, Words, Link]] = [(item, "", Link()) for item in journey.opportunities]
    for stage in journey.stages:
        link = voice.stage_link(journey, stage, "opportunities")
        found += [(item, stage.name, link) for item in stage.opportunities]
        found += [(item, stage.name, link) for step in stage.steps for item in step.opportunities]
    still = [each for each in found if each[0].status not in ("done", "dropped")]
    still.sort(key=lambda each: (-(each[0].impact or 0), each[0].effort or 6))
    return tuple(AtStage(name, link, opportunity_views((item,), voice, pains)[0]) for item, name, link in still[:count])


def _duties(journey: Journey, voice: Voice) -> tuple[DutyView, ...]:
    owns: dict[str, list[Labelled]] = {}
    part: dict[str, list[Labelled]] = {}
    for stage in journey.stages:
        label = Labelled(stage.name, voice.stage_link(journey, stage))
        owner = stage.owner or journey.owner
        if owner and owner.department:
            owns.setdefault(owner.department, []).append(label)
        for department in dict.fromkeys((*stage.departments, *journey.departments)):
            if not (owner and owner.department == department):
                part.setdefault(department, []).append(label)
    departments = [each for each in voice.atlas.departments.values() if each.id in owns or each.id in part]
    return tuple(
        DutyView(
            Labelled(each.name, voice.link_to("departments", each)),
            tuple(owns.get(each.id, ())),
            tuple(part.get(each.id, ())),
        )
        for each in departments
    )


def _opened_from(journey: Journey, voice: Voice) -> tuple[Labelled, ...]:
    places = voice.uses.opened_from.get(journey.id, ())
    return tuple(
        Labelled(place.journey.name, voice.stage_link(place.journey, place.stage), note=voice.words(place.stage.name))
        for place in places
        if place.stage is not None
    )


__all__ = ["HeadView", "JourneyView", "RowView", "journey_view", "worst_moment"]
