"""A stage as a card: where it stands, how it feels there, what is thought, what hurts and what would help."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.values import Text
from journey_site.site.addresses import NO_LINK, Link
from journey_site.site.views.entries import EntryView, FaceView, Labelled, OpportunityView, OwnerView
from journey_site.site.views.lists.pains_and_opportunities import OVER
from journey_site.site.views.people.person import PersonView
from journey_site.site.views.stage.stage import StageView, stage_view
from journey_site.site.voice import Voice

THOUGHTS = 2
PAINS = 2
CHANCES = 1


@dataclass(frozen=True, slots=True)
class StageCardView:
    """A stage in another page; nothing of it has an address there."""

    name: Text
    link: Link
    """The stage's own page."""
    journey: Text
    journey_link: Link
    number: int | None
    """Its place; None where the stages follow no order."""
    count: int
    people: tuple[PersonView, ...]
    by_id: dict[str, PersonView]
    state: str
    """``as it should become`` and the like, when the journey says."""
    face: FaceView | None
    mood: str
    """How the emotion compares: the lowest of the journey, the highest."""
    summary: Text | None
    goal: Text | None
    thoughts: tuple[EntryView, ...]
    """The first of them, as are the worst pains and the most promising opportunity."""
    pains: tuple[EntryView, ...]
    opportunities: tuple[OpportunityView, ...]
    owner: OwnerView | None
    duration: str
    blank: bool
    draft: bool
    retired: bool
    colour: str


def stage_card_view(journey: Journey, stage: Stage, voice: Voice) -> StageCardView:
    """The card of ``stage``."""
    view = stage_view(journey, stage, voice)
    lanes = (view.lanes, *(step.lanes for step in view.steps))
    pains = sorted((each for lane in lanes for each in lane.pains), key=lambda pain: -(pain.severity or 0))
    chances = [each for lane in lanes for each in lane.opportunities if each.entry.status not in OVER]
    chances.sort(key=lambda each: (-(each.impact or 0), each.effort or 6))
    return StageCardView(
        name=view.name,
        link=voice.stage_link(journey, stage),
        journey=view.journey,
        journey_link=view.journey_link,
        number=view.number,
        count=view.count,
        people=view.people,
        by_id=view.by_id,
        state=view.state,
        face=view.face,
        mood=view.mood,
        summary=view.summary,
        goal=_goal(view),
        thoughts=_placeless(each for lane in lanes for each in lane.thoughts)[:THOUGHTS],
        pains=_placeless(pains)[:PAINS],
        opportunities=tuple(_chance(each) for each in chances[:CHANCES]),
        owner=view.owner,
        duration=view.duration,
        blank=view.blank,
        draft=view.draft,
        retired=view.retired,
        colour=view.colour,
    )


def _goal(view: StageView) -> Text | None:
    goal = view.lanes.goal
    return goal if isinstance(goal, Text) else None


def _placeless(entries: Iterable[EntryView]) -> tuple[EntryView, ...]:
    """Entries without their own addresses, which belong to the stage's page."""
    return tuple(replace(entry, anchor="", note=None, image="") for entry in entries)


def _chance(view: OpportunityView) -> OpportunityView:
    solves = tuple(Labelled(each.words, each.link if each.link.uri else NO_LINK) for each in view.solves)
    return replace(view, entry=_placeless([view.entry])[0], solves=solves)
