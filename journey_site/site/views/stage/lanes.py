"""The lanes of one stage or step with everything in them, as stage pages and booklets print them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journey_site.documents.items import Item, Opportunity
from journey_site.documents.journeys import Journey, Stage, Step
from journey_site.documents.values import Text
from journey_site.site import vocabulary
from journey_site.site.addresses import Link
from journey_site.site.views.entries import (
    Anchors,
    EntryView,
    FaceView,
    Labelled,
    OpportunityView,
    Words,
    department_of,
    face_of_emotion,
    item_views,
    opportunity_views,
    owned_by,
)
from journey_site.site.views.map.cells import CellView, UsedView, own_cell
from journey_site.site.views.map.map_lanes import own_lanes_of
from journey_site.site.views.people.person import PersonView
from journey_site.site.views.used import (
    ContentView,
    MetricView,
    TouchpointView,
    content_view,
    metric_views,
    touchpoint_view,
)
from journey_site.site.voice import Voice

SECTIONS = (*vocabulary.LANES, "evidence", "next", "steps", "note", "others")
"""Anchors of a stage page's sections, which no entry may take."""
ENTRY_ANCHORS = {
    "thoughts": "thought", "questions": "question", "actions": "action", "feelings": "feeling", "content": "content",
    "touchpoints": "touchpoint", "pains": "pain", "opportunities": "opportunity", "gains": "gain", "activities": "activity",
    "metrics": "metric", "evidence_shown": "shown", "frontstage": "frontstage", "backstage": "backstage", "support": "support",
}  # fmt: skip
"""What the anchors of a lane's entries begin with, where they have no id; the lanes in the order of a stage page."""


@dataclass(frozen=True, slots=True)
class OwnLaneView:
    """What stands in a lane of the handbook's own."""

    id: str
    label: Words
    icon: str
    kind: str
    """``list``, ``text``, ``score``, ``metric`` or ``link``."""
    cell: CellView


@dataclass(frozen=True, slots=True)
class LanesView:
    """The lanes of a stage or a step, all of them."""

    goal: Text | None
    our_goal: Text | None
    thoughts: tuple[EntryView, ...]
    questions: tuple[EntryView, ...]
    actions: tuple[EntryView, ...]
    feelings: tuple[EntryView, ...]
    touchpoints: tuple[TouchpointView, ...]
    content: tuple[ContentView, ...]
    activities: tuple[EntryView, ...]
    pains: tuple[EntryView, ...]
    gains: tuple[EntryView, ...]
    opportunities: tuple[OpportunityView, ...]
    metrics: tuple[MetricView, ...]
    evidence_shown: tuple[EntryView, ...]
    frontstage: tuple[EntryView, ...]
    backstage: tuple[EntryView, ...]
    support: tuple[EntryView, ...]
    own: tuple[OwnLaneView, ...]
    solved_by: dict[str, tuple[Labelled, ...]]
    """Opportunities by the anchor of the pain that they would end."""
    promised_by: tuple[str, ...] | None = None
    """Id of the department whose promise ``our_goal`` is; None in a handbook without departments."""

    def views(self) -> Iterator[tuple[str, EntryView | UsedView]]:
        """All that is listed, each with the id of its lane, in the page's order."""
        for lane in ENTRY_ANCHORS:
            yield from ((lane, view) for view in getattr(self, lane))
        for own in self.own:
            yield from ((own.id, view) for view in own.cell.views())


@dataclass(frozen=True, slots=True)
class StepView:
    """A part of the stage; its anchor is ``step-`` and its id."""

    id: str
    name: Text
    summary: Text | None
    face: FaceView | None
    duration: str
    waiting: str
    lanes: LanesView
    moment: bool
    moment_text: Text | None
    note: Text | None
    concerns: tuple[str, ...] = ()
    """Ids of the actors whom the step concerns; empty: it concerns everybody."""


def anchors_of(stage: Stage) -> Anchors:
    """The anchors of a stage's page, of which its sections and steps have theirs; its entries get them in the page's order."""
    return Anchors((*SECTIONS, *(f"step-{step.id}" for step in stage.steps), *stage.own))


class Remedies:
    """Which opportunity ends which pain, over the whole journey, seen from one of its stages."""

    def __init__(self, journey: Journey, stage: Stage, voice: Voice) -> None:
        self.journey = journey
        self.owner = stage.owner or journey.owner
        self.pains: dict[str, Labelled] = {}
        """Pains by id, with where they stand."""
        self.by_pain: dict[str, list[Labelled]] = {}
        """Opportunities by the id of the pain that they would end."""
        for pain in journey.pains:
            self._note(pain, voice.link_to("journeys", journey))
        for item in journey.opportunities:
            self._solves(item, voice.link_to("journeys", journey))
        for each in journey.stages:
            page = Link() if each is stage else voice.stage_link(journey, each)
            for part in (each, *each.steps):
                for pain in part.pains:
                    self._note(pain, page)
                for item in part.opportunities:
                    self._solves(item, Link(page.uri, "opportunities") if page else Link())

    def _note(self, pain: Item, page: Link) -> None:
        if pain.id:
            self.pains[pain.id] = Labelled(pain.text or "", Link(page.uri, pain.id))

    def _solves(self, item: Opportunity, link: Link) -> None:
        for ref in item.solves:
            self.by_pain.setdefault(ref, []).append(Labelled(item.text or "", link))


def lanes_view(step: Step, voice: Voice, anchors: Anchors, remedies: Remedies) -> LanesView:
    """All lanes of ``step``; each entry gets its anchor."""

    def held(lane: str) -> tuple[EntryView, ...]:
        return item_views(getattr(step, lane), voice, anchors, ENTRY_ANCHORS[lane])

    owner = step.owner or remedies.owner
    pains = owned_by(held("pains"), owner)
    opportunities = opportunity_views(step.opportunities, voice, remedies.pains, anchors, owner)
    here = {view.entry.words: Link(anchor=view.entry.anchor) for view in opportunities}
    return LanesView(
        goal=step.goal,
        our_goal=step.our_goal,
        thoughts=held("thoughts"),
        questions=held("questions"),
        actions=held("actions"),
        feelings=held("feelings"),
        touchpoints=tuple(touchpoint_view(use, voice, anchors, remedies.journey) for use in step.touchpoints),
        content=tuple(content_view(use, voice, anchors) for use in step.content),
        activities=owned_by(held("activities"), owner),
        pains=pains,
        gains=held("gains"),
        opportunities=opportunities,
        metrics=metric_views(step.metrics, voice, anchors, owner, remedies.journey),
        evidence_shown=held("evidence_shown"),
        frontstage=held("frontstage"),
        backstage=held("backstage"),
        support=held("support"),
        own=tuple(_own_lanes(step, remedies.journey, voice, anchors)),
        solved_by={
            view.anchor: tuple(
                Labelled(label.words, label.link or here.get(label.words, Link(anchor="opportunities")))
                for label in remedies.by_pain[pain.id]
            )
            for pain, view in zip(step.pains, pains, strict=True)
            if pain.id and pain.id in remedies.by_pain
        },
        promised_by=department_of(owner, voice),
    )


def _own_lanes(step: Step, journey: Journey, voice: Voice, anchors: Anchors) -> Iterator[OwnLaneView]:
    if not step.own:
        return
    for identity, lane in own_lanes_of(journey, voice).items():
        if identity in step.own and (cell := own_cell(lane, journey, step, voice, anchors)):
            icon = lane.icon or "material/table-row"
            yield OwnLaneView(identity, lane.label or identity, icon, lane.kind or "list", cell)


def step_view(step: Step, voice: Voice, anchors: Anchors, remedies: Remedies) -> StepView:
    """A part of a stage with its lanes."""
    moment = step.moment_of_truth
    return StepView(
        step.id,
        step.name,
        step.summary,
        face_of_emotion(step.emotion, voice),
        voice.duration(step.duration),
        voice.duration(step.waiting),
        lanes_view(step, voice, anchors, remedies),
        bool(moment),
        moment if isinstance(moment, Text) else None,
        step.note,
        tuple(step.actor),
    )


def lane_headings(people: tuple[PersonView, ...], journey: Journey, voice: Voice) -> dict[str, Words]:
    """What a colleague would call each lane when the page is about ``people``.

    A name that the handbook or the journey gives a lane wins. Where several are meant, a couple under one name too,
    the sentence says "they".
    """
    _ = voice._
    spoken = {
        "goal": (_("The customer’s goal"), _("%(who)s’s goal"), _("Their goal")),
        "thoughts": (_("What people think"), _("What %(who)s thinks"), _("What they think")),
        "questions": (_("What people ask"), _("What %(who)s asks"), _("What they ask")),
        "actions": (_("What people do"), _("What %(who)s does"), _("What they do")),
        "feelings": (_("How people feel"), _("How %(who)s feels"), _("How they feel")),
    }
    if people and people[0].short[-1:] in "sxzSXZ":
        spoken["goal"] = (spoken["goal"][0], _("%(who)s’ goal"), spoken["goal"][2])
    place = 0 if not people else 2 if len(people) > 1 or " " in people[0].short else 1
    who = people[0].short if people else ""
    named = {lane: forms[place] % {"who": who} if place == 1 else forms[place] for lane, forms in spoken.items()}
    usual: dict[str, Words] = {lane: named.get(lane) or _(label) for lane, (label, _icon) in vocabulary.LANES.items()}
    named_here = (*(voice.atlas.handbook.lanes or ()), *(journey.lanes or ()))
    return usual | {lane.id: lane.label for lane in named_here if lane.id and lane.label}
