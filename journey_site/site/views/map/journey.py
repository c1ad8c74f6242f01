"""The journey map: who, the grid of lanes by stages with its curve, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.atlas.blank import is_blank
from journey_site.atlas.time import total_time
from journey_site.atlas.ways import order_of
from journey_site.documents.journeys import Journey
from journey_site.documents.values import Text
from journey_site.site import vocabulary
from journey_site.site.addresses import Link, booklet_uri, directory_address, embed_uri, thing_uri
from journey_site.site.views.compare.compare_states import OtherState, other_states
from journey_site.site.views.compare.variant import VariantView, variant_view
from journey_site.site.views.entries import (
    EntryView,
    Labelled,
    OwnerView,
    item_views,
    owned_by,
    owner_view,
    refs_labels,
)
from journey_site.site.views.map.arcs import ArcsView, arcs_view
from journey_site.site.views.map.buying_group import GroupView, group_view
from journey_site.site.views.map.choices import ChoicesView, actor_choices, department_choices, entries_on_map
from journey_site.site.views.map.clock import ClockView, clock_view, total_words, waiting_words
from journey_site.site.views.map.conclusions import (
    AtStage,
    DutyView,
    WorstView,
    duty_views,
    promising,
    unknown_stages,
    worst_views,
)
from journey_site.site.views.map.coverage import CoverageView, coverage_view
from journey_site.site.views.map.curves import CurveView
from journey_site.site.views.map.flow import FlowView, flow_view
from journey_site.site.views.map.grid import (
    HeadView,
    RowView,
    SheetView,
    head_views,
    row_views,
    sheet_views,
)
from journey_site.site.views.map.paper import conclusion_letters, letters, poster
from journey_site.site.views.map.places import with_places
from journey_site.site.views.map.shape import ShapeView, shape_view
from journey_site.site.views.map.trails import TrailsView, trails_view
from journey_site.site.views.map.unfolded import UnfoldedView, unfolded_views
from journey_site.site.views.overview.assumed import SureView, sure_view
from journey_site.site.views.people.person import PersonView, people_of
from journey_site.site.views.people.reviewed import ReviewView, review_view
from journey_site.site.views.recalled import recalled
from journey_site.site.views.tell import TellView, tell_of_thing
from journey_site.site.views.used import MetricView, metric_views
from journey_site.site.voice import Voice


@dataclass(frozen=True, slots=True)
class JourneyView:
    """Everything on the page of a journey."""

    id: str
    title: Text
    address: str
    """The page's own address within the site, as printed on paper."""
    page: Link
    """The same as a link."""
    frame: Link
    """The map alone, for a frame in a page elsewhere."""
    people: tuple[PersonView, ...]
    quote: Text | None
    """One sentence of the persona's; None where several people make the journey."""
    summary: Text | None
    scenario: Text | None
    trigger: Text | None
    outcome: Text | None
    expectations: tuple[EntryView, ...]
    model: Labelled | None
    order: str
    """The order of the stages: ``linear``, ``cyclic``, ``network`` or ``none``."""
    total_time: str
    """How long all of it takes, or why that is unknown; empty where no stage states a time."""
    total_known: bool
    """Whether it is a length of time."""
    total_waiting: str
    """How much of it the customer waits: ``of it at least 34 days waiting``."""
    owner: OwnerView | None
    review: ReviewView
    state: str
    """Whether this is how things are or how they should become, in words; empty: not stated."""
    other_states: tuple[OtherState, ...]
    """The other states of the same journey, each with the page that compares both."""
    variants: tuple[Labelled, ...]
    """Journeys that are variants of this one, but for its other states."""
    opened_from: tuple[Labelled, ...]
    """Journeys that lead here, each with the stage in its note."""
    trails: TrailsView
    """The ways in from other journeys, the outermost first; false where it opens from nowhere."""
    replaced_by: Labelled | None
    draft: bool
    retired: bool
    heads: tuple[HeadView, ...]
    rows: tuple[RowView, ...]
    curve: CurveView | None
    """The emotion lane's drawing, for overviews; None when nothing is known, or the map has no such lane."""
    unfolded: tuple[UnfoldedView, ...]
    """The stages that have steps, each as a finer grid."""
    sheets: tuple[SheetView, ...]
    """Printed sheets, when the map is too wide for one."""
    size: float
    """How large it is printed, so that a sheet holds it: 1 is full size."""
    apart: bool
    """Whether what follows from the map is printed on a sheet of its own, so that the map stays readable."""
    several: bool
    """Whether one sheet cannot hold the map; what follows from it then begins where the last of them ends."""
    cut: int
    """The place among the rows at which a further sheet begins; 0 where none is named, and rows go on as they come."""
    whole: float
    """The size at which one A3 sheet would hold it, readable or not; 0 where none is small enough. Twice that is the size on A1."""
    worst: tuple[WorstView, ...]
    unknown: tuple[Labelled, ...]
    """Stages whose emotion nobody has stated."""
    opportunities: tuple[AtStage, ...]
    """The most promising ones of all stages that are still open."""
    duties: tuple[DutyView, ...]
    pains: tuple[EntryView, ...]
    """What concerns the whole journey, as are gains, activities, metrics and evidence."""
    gains: tuple[EntryView, ...]
    activities: tuple[EntryView, ...]
    metrics: tuple[MetricView, ...]
    evidence: tuple[Labelled, ...]
    booklet: Link
    arcs: ArcsView | None
    """Where customers go from each stage; None where each leads to the next and nothing more is said."""
    shape: ShapeView | None
    """How the stages follow each other, drawn; None where a row of heads says it all."""
    clock: ClockView | None
    """The stages to scale of time; None where too little is stated."""
    flow: FlowView | None
    """What follows from the stated shares; None where no share is stated."""
    group: GroupView | None
    """Who decides what; None where one person makes the journey."""
    look_departments: ChoicesView | None
    """The departments that occur on the map, so that what is not theirs steps back; None where none does."""
    actors: ChoicesView | None
    """Who can be chosen, so that what concerns others steps back; None where one person makes the journey."""
    coverage: CoverageView | None
    """Whether we meet the customer where they are."""
    variant: VariantView | None
    """What differs from the journey that this one extends."""
    sure: SureView | None
    """How sure it is of what it says; None where no claim says how sure it is."""
    colour: str
    """The first person's; empty for a journey of everyone's."""
    note: Text | None
    tell: TellView | None
    """Where to say that something here is wrong; None where nobody is named."""


@recalled
def journey_view(journey: Journey, voice: Voice) -> JourneyView:
    """Everything on the page of ``journey``."""
    atlas = voice.atlas
    people = people_of(journey, voice)
    model = atlas.find(journey.model)
    heads = head_views(journey, voice)
    rows = row_views(journey, voice)
    clock = clock_view(journey, voice)
    arcs, shape = arcs_view(journey, voice), shape_view(journey, voice)
    sheets = sheet_views(heads, rows, clock, arcs)
    worst, chances, duties = worst_views(journey, voice), promising(journey, voice), duty_views(journey, voice)
    pains, activities = (owned_by(item_views(held, voice), journey.owner) for held in (journey.pains, journey.activities))
    gains = item_views(journey.gains, voice)
    metrics = metric_views(journey.metrics, voice, None, journey.owner, journey)
    all_along = (*pains, *gains, *activities, *(each.entry for each in metrics), *(at.opportunity.entry for at in chances if not at.stage))
    around = letters((journey.summary, journey.scenario, *(item.text for item in journey.expectations)), voice)
    whole = (journey.pains, journey.gains, journey.activities, journey.metrics, journey.evidence)
    follows = conclusion_letters(worst, chances, duties, whole, voice)
    paper = poster(rows, len(heads), around, follows, voice, clock=clock, arcs=arcs, shape=shape, sheets=sheets)
    successor = voice.replaced_by.get(journey.id)
    return JourneyView(
        id=journey.id,
        title=journey.name,
        address=directory_address(thing_uri("journeys", journey.id)),
        page=voice.link_to("journeys", journey),
        frame=Link(embed_uri(journey.id)),
        people=people,
        quote=people[0].quote if len(people) == 1 else None,
        summary=journey.summary,
        scenario=journey.scenario,
        trigger=journey.trigger,
        outcome=journey.outcome,
        expectations=item_views(journey.expectations, voice),
        model=Labelled(model.name, voice.link_to("models", model)) if model else None,
        order=order_of(journey, atlas),
        total_time=total_words(journey, voice),
        total_known=total_time(journey) is not None,
        total_waiting=waiting_words(journey, voice),
        owner=owner_view(journey.owner, voice),
        review=review_view(journey, voice),
        state=voice._(vocabulary.STATES[journey.state]) if journey.state else "",
        other_states=other_states(journey, voice),
        variants=_variants(journey, voice),
        opened_from=_opened_from(journey, voice),
        trails=trails_view(journey, voice),
        replaced_by=Labelled(successor.name, voice.link_to("journeys", successor)) if successor else None,
        draft=journey.publish == "draft",
        retired=journey.publish == "retired",
        heads=heads,
        rows=with_places(rows, journey, journey.stages, voice),
        curve=next((row.curve for row in rows if row.curve), None),
        unfolded=unfolded_views(journey, heads, voice),
        sheets=sheets,
        size=paper.size,
        apart=paper.apart,
        several=paper.several,
        cut=paper.cut,
        whole=paper.whole,
        worst=worst,
        unknown=unknown_stages(journey, voice),
        opportunities=chances,
        duties=duties,
        pains=pains,
        gains=gains,
        activities=activities,
        metrics=metrics,
        evidence=refs_labels(journey.evidence, voice),
        # What is retired stands in no booklet.
        booklet=Link(booklet_uri(people[0].id), journey.id) if people and journey.publish != "retired" else Link(),
        arcs=arcs,
        shape=shape,
        clock=clock,
        flow=flow_view(journey, voice),
        group=group_view(journey, voice),
        look_departments=department_choices(
            journey,
            (*entries_on_map(heads, rows), *all_along),
            (cell.departments for row in rows if row.lane == "our_goal" for cell in row.cells),
            (identity for head in heads for identity in head.departments or ()),
            voice,
        ),
        actors=actor_choices(journey, (*entries_on_map(heads, rows), *all_along), voice),
        coverage=coverage_view(journey, voice),
        variant=variant_view(journey, voice),
        sure=sure_view(journey, voice),
        colour=people[0].colour if people else "",
        note=journey.note,
        tell=tell_of_thing(journey, voice),
    )


def _variants(journey: Journey, voice: Voice) -> tuple[Labelled, ...]:
    states = {link.uri for state in other_states(journey, voice) if (link := state.journey.link)}
    found = (Labelled(each.name, voice.link_to("journeys", each)) for each in voice.variants_of.get(journey.id, ()))
    return tuple(variant for variant in found if variant.link.uri not in states)


def _opened_from(journey: Journey, voice: Voice) -> tuple[Labelled, ...]:
    places = voice.uses.opened_from.get(journey.id, ())
    return tuple(
        Labelled(place.journey.name, voice.stage_link(place.journey, place.stage), note=voice.words(place.stage.name))
        for place in places
        if place.stage is not None
    )


__all__ = [
    "HeadView",
    "JourneyView",
    "RowView",
    "SheetView",
    "head_views",
    "is_blank",
    "journey_view",
    "row_views",
]
