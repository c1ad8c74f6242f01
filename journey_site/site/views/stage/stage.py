"""The stage page: what the customer asks, how it feels, what we give, who owns it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from journey_site.atlas.ways import order_of, unknown_share, ways_out
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.values import Ref, Text
from journey_site.site import vocabulary
from journey_site.site.addresses import Link
from journey_site.site.views.compare.variant import StageVariantView, stage_variant_view
from journey_site.site.views.entries import (
    EntryView,
    FaceView,
    Labelled,
    OwnerView,
    Words,
    owner_view,
    ref_label,
    refs_labels,
)
from journey_site.site.views.map.choices import (
    ChoicesView,
    actor_choices,
    department_choices,
    entries_in_lanes,
)
from journey_site.site.views.map.flow import StageFlowView, stage_flow_view
from journey_site.site.views.map.grid import returns
from journey_site.site.views.map.journey import HeadView, head_views, is_blank
from journey_site.site.views.map.trails import TrailsView, trails_view
from journey_site.site.views.models.typical import TypicalView, typical_view
from journey_site.site.views.people.person import PersonView, people_of
from journey_site.site.views.people.reviewed import ReviewView, review_view
from journey_site.site.views.recalled import recalled
from journey_site.site.views.stage.claims import ClaimsView, claims_view
from journey_site.site.views.stage.lanes import (
    LanesView,
    Remedies,
    StepView,
    anchors_of,
    lane_headings,
    lanes_view,
    step_view,
)
from journey_site.site.views.stage.moods import (
    ActorMood,
    ScaleView,
    actor_moods,
    compared,
    scale_view,
    stage_face,
    stands_for,
)
from journey_site.site.views.stage.theirs import theirs_of
from journey_site.site.views.stage.ways import OtherView, WayView, more_others, other_views, way_view
from journey_site.site.views.tell import TellView, tell_of_stage
from journey_site.site.voice import Voice

EXPECTED = ("goal", "our_goal", "thoughts", "actions", "touchpoints", "content", "pains")
"""The lanes without which a stage says too little; what is empty of them is told."""
COMPACT = 8
"""Past this many stages the ribbon shows the names of the near ones alone."""


@dataclass(frozen=True, slots=True)
class StageView:
    """Everything on the page of a stage."""

    id: str
    name: Text
    journey: Text
    journey_link: Link
    trails: TrailsView
    """The ways in to the journey from stages of others; false where it opens from nowhere."""
    ribbon: tuple[HeadView, ...]
    ordered: bool
    """Whether the stages follow each other, so that the ribbon is drawn as a way."""
    returns: bool
    """Whether the last stage leads back to the first, as in a ring."""
    compact: bool
    """Whether the ribbon has too many stages for all their names."""
    number: int | None
    at: int
    """The stage's place in the ribbon, from 0."""
    count: int
    state: str
    """``as it should become`` and the like, when the journey says."""
    people: tuple[PersonView, ...]
    by_id: dict[str, PersonView]
    """The same people by id, for marks at what one of them says."""
    concerns: tuple[PersonView, ...]
    """Whom the stage concerns, when not every actor."""
    look_departments: ChoicesView | None
    """The departments that can be chosen, so that what is not theirs steps back; None where none has to do with it."""
    actors: ChoicesView | None
    """Who can be chosen, so that what concerns others steps back; None where one person makes the journey."""
    headings: dict[str, Words]
    """What each lane is called on this page, by the lane's id: ``What Göran thinks``."""
    summary: Text | None
    face: FaceView | None
    mood: str
    """How the emotion here compares: the lowest of the journey, the highest."""
    mood_of: str
    """What the number stands for, where it is not one that somebody wrote: a mean, the worst of the steps."""
    scale: ScaleView | None
    emotion_note: Text | None
    moods: tuple[ActorMood, ...]
    duration: str
    waiting: str
    moment: bool
    moment_text: Text | None
    optional: bool
    repeatable: bool
    parallel: tuple[Labelled, ...]
    any_order: tuple[Labelled, ...]
    after: tuple[Labelled, ...]
    ways: tuple[WayView, ...]
    ends: bool
    """Whether the journey is said to end here."""
    unknown_share: str
    flow: StageFlowView | None
    """What follows for this stage from the shares along the journey."""
    variant: StageVariantView | None
    """What differs from the same stage of the journey that this one extends."""
    opens: tuple[tuple[Labelled, Text | None], ...]
    """Journeys that open from here, each with when."""
    gives: tuple[Labelled, ...]
    """What we give here, counted, each with what is wanting in it: ``4 pieces of content``, ``1 planned``."""
    gaps: tuple[Words, ...]
    """Lanes that every stage should fill and this one does not."""
    owner: OwnerView | None
    owner_from_journey: bool
    departments: tuple[Labelled, ...]
    """Those who take part beside the owner."""
    others: tuple[OtherView, ...]
    more_others: Link
    lanes: LanesView
    steps: tuple[StepView, ...]
    claims: ClaimsView
    sources: tuple[Labelled, ...]
    confidences: tuple[tuple[str, str, int], ...]
    """Confidence, its name, how many claims state it."""
    review: ReviewView
    blank: bool
    typical: TypicalView | None
    """What the model says of the stage, for whoever fills it in; None where something is written."""
    previous: HeadView | None
    next: HeadView | None
    note: Text | None
    tell: TellView | None
    """Where to say that something here is wrong; None where nobody is named."""
    colour: str
    draft: bool
    retired: bool


@recalled
def stage_view(journey: Journey, stage: Stage, voice: Voice) -> StageView:
    """Everything on the page of ``stage``."""
    atlas = voice.atlas
    people = people_of(journey, voice)
    concerns = tuple(person for person in people if person.id in stage.actor)
    heads = head_views(journey, voice)
    at = next(index for index, each in enumerate(journey.stages) if each is stage)
    in_order = order_of(journey, atlas) in ("linear", "cyclic")
    ways = ways_out(journey, stage, atlas)
    rest = unknown_share(ways)
    anchors = anchors_of(stage)
    remedies = Remedies(journey, stage, voice)
    moment = stage.moment_of_truth
    claims = claims_view(stage, voice)
    headings = lane_headings(concerns or people, journey, voice)
    lanes = lanes_view(stage, voice, anchors, remedies)
    steps = tuple(step_view(step, voice, anchors, remedies) for step in stage.steps)
    return StageView(
        id=stage.id,
        name=stage.name,
        journey=journey.name,
        journey_link=voice.link_to("journeys", journey),
        trails=trails_view(journey, voice),
        ribbon=heads,
        ordered=in_order,
        returns=returns(journey, journey.stages[-1], voice),
        compact=len(heads) > COMPACT,
        number=heads[at].number,
        at=at,
        count=len(heads),
        state=voice._(vocabulary.STATES[journey.state]) if journey.state else "",
        people=people,
        by_id={person.id: person for person in people},
        concerns=concerns if len(concerns) < len(people) else (),
        look_departments=department_choices(
            journey,
            _entries(lanes, steps),
            (each.promised_by for each in (lanes, *(step.lanes for step in steps)) if each.our_goal),
            heads[at].departments or (),
            voice,
            theirs_of(lanes, steps, headings),
        ),
        actors=actor_choices(journey, _entries(lanes, steps), voice, concerns),
        headings=headings,
        summary=stage.summary,
        face=stage_face(journey, stage, voice),
        mood=compared(journey, stage, voice),
        mood_of=stands_for(stage, voice),
        scale=scale_view(journey, stage, voice),
        emotion_note=stage.emotion.note if stage.emotion else None,
        moods=actor_moods(stage, people, voice),
        duration=voice.duration(stage.duration),
        waiting=voice.duration(stage.waiting),
        moment=bool(moment),
        moment_text=moment if isinstance(moment, Text) else None,
        optional=bool(stage.optional),
        repeatable=bool(stage.repeatable),
        parallel=_stage_labels(journey, stage.parallel, voice),
        any_order=_stage_labels(journey, stage.any_order, voice),
        after=_stage_labels(journey, stage.after, voice),
        ways=tuple(way_view(way, journey, at, voice) for way in ways),
        ends=not ways and (stage.next is not None or (in_order and at == len(heads) - 1)),
        unknown_share=voice.language.percent(rest) if rest else "",
        flow=stage_flow_view(journey, stage, voice),
        variant=stage_variant_view(journey, stage, voice),
        opens=tuple((label, sub.when) for sub in stage.journey if (label := ref_label(sub.journey, voice))),
        gives=_gives((lanes, *(step.lanes for step in steps)), voice),
        gaps=_gaps(stage, headings) if voice.upkeep else (),
        owner=owner_view(stage.owner or journey.owner, voice),
        owner_from_journey=stage.owner is None,
        departments=refs_labels(_with(journey, stage), voice),
        others=other_views(journey, stage, voice),
        more_others=more_others(journey, stage, voice),
        lanes=lanes,
        steps=steps,
        claims=claims,
        sources=claims.sources,
        confidences=tuple(
            (name, voice._(label), getattr(claims, name))
            for name, (label, _icon) in vocabulary.CONFIDENCES.items()
            if getattr(claims, name)
        ),
        review=review_view(journey, voice),
        blank=is_blank(stage),
        typical=typical_view(journey, stage, voice) if voice.upkeep and is_blank(stage) else None,
        previous=heads[at - 1] if in_order and at else None,
        next=heads[at + 1] if in_order and at + 1 < len(heads) else None,
        note=stage.note,
        tell=tell_of_stage(journey, stage, voice),
        colour=people[0].colour if people else "",
        draft=journey.publish == "draft",
        retired=journey.publish == "retired",
    )


def _with(journey: Journey, stage: Stage) -> tuple[Ref, ...]:
    owner = stage.owner or journey.owner
    named = dict.fromkeys((*stage.departments, *journey.departments))
    return tuple(ref for ref in named if not (owner and owner.department == ref))


def _stage_labels(journey: Journey, refs: tuple[str, ...], voice: Voice) -> tuple[Labelled, ...]:
    stages = [stage for ref in refs if (stage := journey.stage(ref))]
    return tuple(Labelled(stage.name, voice.stage_link(journey, stage)) for stage in stages)



def _entries(lanes: LanesView, steps: tuple[StepView, ...]) -> Iterator[EntryView]:
    """What the page lists, for the count of each actor's; what a step holds concerns those whom it concerns."""
    yield from entries_in_lanes(lanes)
    for step in steps:
        for entry in entries_in_lanes(step.lanes):
            yield entry if entry.concerns or not step.concerns else replace(entry, concerns=step.concerns)


def _gives(lanes: tuple[LanesView, ...], voice: Voice) -> tuple[Labelled, ...]:
    """Content and touchpoints, counted, with what is wanting."""
    ngettext, number = voice.language.ngettext, voice.language.number
    content = [each for lane in lanes for each in lane.content]
    touchpoints = [each for lane in lanes for each in lane.touchpoints]
    found = []
    if content:
        words = ngettext("%(num)s piece of content", "%(num)s pieces of content", len(content))
        states = [each.status for each in content]
        wanting = [
            ngettext(*counted, states.count(status)) % {"num": number(states.count(status))}
            for status, counted in vocabulary.CONTENT_WANTING.items()
            if status in states
        ]
        link = Link(anchor="content" if lanes[0].content else "steps")
        found.append(Labelled(words % {"num": number(len(content))}, link, vocabulary.LANES["content"][1], ", ".join(wanting)))
    if touchpoints:
        words = ngettext("%(num)s touchpoint", "%(num)s touchpoints", len(touchpoints))
        link = Link(anchor="touchpoints" if lanes[0].touchpoints else "steps")
        found.append(Labelled(words % {"num": number(len(touchpoints))}, link, vocabulary.LANES["touchpoints"][1]))
    return tuple(found)


def _gaps(stage: Stage, headings: dict[str, Words]) -> tuple[Words, ...]:
    parts = (stage, *stage.steps)
    return tuple(headings[lane] for lane in EXPECTED if not any(getattr(part, lane) for part in parts))
