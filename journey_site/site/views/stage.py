"""The stage page: what the customer asks, how it feels, what we give, who owns it."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.atlas.mood import moments, worst_moment
from journey_site.atlas.ways import order_of, unknown_share, ways_out
from journey_site.documents.journeys import Journey, Stage, Step
from journey_site.documents.values import Text
from journey_site.documents.walk import within
from journey_site.site import vocabulary
from journey_site.site.addresses import Link, thing_uri
from journey_site.site.views.cells import CellView, own_cell
from journey_site.site.views.entries import (
    Anchors,
    ContentView,
    EntryView,
    FaceView,
    Labelled,
    MetricView,
    OpportunityView,
    OwnerView,
    TouchpointView,
    Words,
    content_view,
    face_of,
    face_of_emotion,
    item_views,
    metric_view,
    opportunity_views,
    owner_view,
    ref_label,
    refs_labels,
    touchpoint_view,
)
from journey_site.site.views.journey import HeadView, head_views, is_blank
from journey_site.site.views.people import PersonView, ReviewView, people_of, review_view
from journey_site.site.voice import Voice

OTHERS = 8
"""How many other personas' versions of a stage are named before a link takes over."""


@dataclass(frozen=True, slots=True)
class WayView:
    """Where customers go from here."""

    words: Words
    link: Link
    share: str
    why: Text | None
    kind: str
    """``on``, ``back``, ``skip``, ``again`` or ``exit``."""


@dataclass(frozen=True, slots=True)
class OtherView:
    """The same stage in another journey."""

    people: Words
    journey: Text
    link: Link
    face: FaceView | None


@dataclass(frozen=True, slots=True)
class OwnLaneView:
    """What stands in a lane of the handbook's own."""

    id: str
    label: Words
    icon: str
    kind: str
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


@dataclass(frozen=True, slots=True)
class StepView:
    """A part of the stage."""

    id: str
    name: Text
    summary: Text | None
    face: FaceView | None
    duration: str
    lanes: LanesView


@dataclass(frozen=True, slots=True)
class ActorMood:
    """How one of several actors feels here."""

    person: PersonView
    face: FaceView | None


@dataclass(frozen=True, slots=True)
class StageView:
    """Everything on the page of a stage."""

    id: str
    name: Text
    journey: Text
    journey_link: Link
    ribbon: tuple[HeadView, ...]
    number: int | None
    count: int
    people: tuple[PersonView, ...]
    concerns: tuple[PersonView, ...]
    """Whom the stage concerns, when not every actor."""
    summary: Text | None
    face: FaceView | None
    mood: str
    """How the emotion here compares: the lowest of the journey, the highest."""
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
    unknown_share: str
    opens: tuple[tuple[Labelled, Text | None], ...]
    owner: OwnerView | None
    owner_from_journey: bool
    departments: tuple[Labelled, ...]
    others: tuple[OtherView, ...]
    more_others: Link
    lanes: LanesView
    steps: tuple[StepView, ...]
    sources: tuple[Labelled, ...]
    confidences: tuple[tuple[str, str, int], ...]
    """Confidence, its name, how many entries state it."""
    entries: int
    """How many entries the stage has that could state one."""
    review: ReviewView
    blank: bool
    previous: Labelled | None
    next: Labelled | None
    note: Text | None
    colour: str
    draft: bool
    retired: bool


def stage_view(journey: Journey, stage: Stage, voice: Voice) -> StageView:
    """Everything on the page of ``stage``."""
    atlas = voice.atlas
    people = people_of(journey, voice)
    heads = head_views(journey, voice)
    at = next(index for index, each in enumerate(journey.stages) if each is stage)
    in_order = order_of(journey, atlas) in ("linear", "cyclic")
    ways = ways_out(journey, stage, atlas)
    rest = unknown_share(ways)
    anchors = Anchors()
    lanes = lanes_view(stage, voice, anchors)
    steps = tuple(_step_view(step, voice, anchors) for step in stage.steps)
    moment = stage.moment_of_truth
    entries = [part for part in within(stage) if hasattr(part, "confidence") and part is not stage]
    stated = [part.confidence for part in entries if part.confidence]
    return StageView(
        id=stage.id,
        name=stage.name,
        journey=journey.name,
        journey_link=voice.link_to("journeys", journey),
        ribbon=heads,
        number=heads[at].number,
        count=len(heads),
        people=people,
        concerns=tuple(person for person in people if person.id in stage.actor),
        summary=stage.summary,
        face=_face(journey, stage, voice),
        mood=_mood(journey, stage, voice),
        emotion_note=stage.emotion.note if stage.emotion else None,
        moods=_moods(stage, people, voice),
        duration=voice.duration(stage.duration),
        waiting=voice.duration(stage.waiting),
        moment=bool(moment),
        moment_text=moment if isinstance(moment, Text) else None,
        optional=bool(stage.optional),
        repeatable=bool(stage.repeatable),
        parallel=_stage_labels(journey, stage.parallel, voice),
        any_order=_stage_labels(journey, stage.any_order, voice),
        after=_stage_labels(journey, stage.after, voice),
        ways=tuple(_way_view(way, journey, at, voice) for way in ways),
        unknown_share=voice.language.percent(rest) if rest else "",
        opens=tuple((label, sub.when) for sub in stage.journey if (label := ref_label(sub.journey, voice))),
        owner=owner_view(stage.owner or journey.owner, voice),
        owner_from_journey=stage.owner is None,
        departments=refs_labels(tuple(dict.fromkeys((*stage.departments, *journey.departments))), voice),
        others=_others(journey, stage, voice),
        more_others=_more_others(journey, stage, voice),
        lanes=lanes,
        steps=steps,
        sources=_sources(journey, stage, voice),
        confidences=tuple(
            (name, voice._(label), stated.count(name))
            for name, (label, _icon) in vocabulary.CONFIDENCES.items()
            if name in stated
        ),
        entries=len(entries),
        review=review_view(journey, voice),
        blank=is_blank(stage),
        previous=_neighbour(journey, at - 1, voice) if in_order else None,
        next=_neighbour(journey, at + 1, voice) if in_order else None,
        note=stage.note,
        colour=people[0].colour if people else "",
        draft=journey.publish == "draft",
        retired=journey.publish == "retired",
    )


def lanes_view(step: Step, voice: Voice, anchors: Anchors) -> LanesView:
    """All lanes of ``step``; each entry gets its anchor."""
    pains = item_views(step.pains, voice, anchors, "pain")
    by_id = {
        pain.id: Labelled(view.words, Link(anchor=view.anchor))
        for pain, view in zip(step.pains, pains, strict=True)
        if pain.id
    }
    opportunities = opportunity_views(step.opportunities, voice, by_id, anchors)
    solved: dict[str, tuple[Labelled, ...]] = {}
    for item, view in zip(step.opportunities, opportunities, strict=True):
        for ref in item.solves:
            if ref in by_id:
                anchor = by_id[ref].link.anchor
                solved[anchor] = (*solved.get(anchor, ()), Labelled(view.entry.words, Link(anchor=view.entry.anchor)))
    return LanesView(
        goal=step.goal,
        our_goal=step.our_goal,
        thoughts=item_views(step.thoughts, voice, anchors, "thought"),
        questions=item_views(step.questions, voice, anchors, "question"),
        actions=item_views(step.actions, voice, anchors, "action"),
        feelings=item_views(step.feelings, voice, anchors, "feeling"),
        touchpoints=tuple(touchpoint_view(use, voice, anchors) for use in step.touchpoints),
        content=tuple(content_view(use, voice, anchors) for use in step.content),
        activities=item_views(step.activities, voice, anchors, "activity"),
        pains=pains,
        gains=item_views(step.gains, voice, anchors, "gain"),
        opportunities=opportunities,
        metrics=tuple(metric_view(use, voice, anchors) for use in step.metrics),
        evidence_shown=item_views(step.evidence_shown, voice, anchors, "shown"),
        frontstage=item_views(step.frontstage, voice, anchors, "frontstage"),
        backstage=item_views(step.backstage, voice, anchors, "backstage"),
        support=item_views(step.support, voice, anchors, "support"),
        own=_own_lanes(step, voice),
        solved_by=solved,
    )


def _own_lanes(step: Step, voice: Voice) -> tuple[OwnLaneView, ...]:
    found = []
    for lane in voice.atlas.handbook.lanes or ():
        if lane.own and lane.id and lane.id in step.own:
            cell = own_cell(lane, step, voice)  # type: ignore[arg-type]
            if cell:
                found.append(OwnLaneView(lane.id, lane.label or lane.id, lane.icon or "material/table-row", lane.kind or "list", cell))
    return tuple(found)


def _step_view(step: Step, voice: Voice, anchors: Anchors) -> StepView:
    anchors.of("step", f"step-{step.id}", "")
    return StepView(
        step.id,
        step.name,
        step.summary,
        face_of_emotion(step.emotion, voice),
        voice.duration(step.duration),
        lanes_view(step, voice, anchors),
    )


def _face(journey: Journey, stage: Stage, voice: Voice) -> FaceView | None:
    known = [moment.value for moment in moments(journey) if moment.stage is stage]
    return face_of(min(known), voice) if known else None


def _mood(journey: Journey, stage: Stage, voice: Voice) -> str:
    """Whether this is the journey's lowest or highest point; empty when it is neither, or the only one known."""
    known = moments(journey)
    if len({moment.stage.id for moment in known}) < 2:
        return ""
    worst = worst_moment(journey)
    if worst and worst.stage is stage:
        return voice._("the lowest of the journey")
    best = max(known, key=lambda moment: moment.value)
    return voice._("the highest of the journey") if best.stage is stage else ""


def _moods(stage: Stage, people: tuple[PersonView, ...], voice: Voice) -> tuple[ActorMood, ...]:
    if stage.emotion is None or not stage.emotion.by_actor:
        return ()
    return tuple(ActorMood(person, face_of(stage.emotion.by_actor.get(person.id), voice)) for person in people)


def _stage_labels(journey: Journey, refs: tuple[str, ...], voice: Voice) -> tuple[Labelled, ...]:
    stages = [stage for ref in refs if (stage := journey.stage(ref))]
    return tuple(Labelled(stage.name, voice.stage_link(journey, stage)) for stage in stages)


def _way_view(way, journey: Journey, at: int, voice: Voice) -> WayView:  # type: ignore[no-untyped-def]
    share = voice.language.percent(way.share) if way.share is not None else ""
    stage = journey.stage(way.to) if way.to else None
    if stage is None:
        return WayView(way.exit or voice._("leaves the journey"), Link(), share, way.why, "exit")
    target = journey.stages.index(stage)
    in_order = order_of(journey, voice.atlas) in ("linear", "cyclic")
    if target == at:
        kind = "again"
    elif not in_order or target == at + 1:
        kind = "on"
    else:
        kind = "back" if target < at else "skip"
    return WayView(stage.name, voice.stage_link(journey, stage), share, way.why, kind)


def _others(journey: Journey, stage: Stage, voice: Voice) -> tuple[OtherView, ...]:
    """The same stage of the same model in other journeys, at most eight."""
    if not journey.model:
        return ()
    found: list[OtherView] = []
    for other, same in voice.stages_like.get((journey.model, stage.id), ()):
        if other.id == journey.id or is_blank(same):
            continue
        people = people_of(other, voice)
        names = voice.language.listed([person.short for person in people[:3]]) or voice._("Everyone")
        found.append(OtherView(names, other.name, voice.stage_link(other, same), _face(other, same, voice)))
        if len(found) == OTHERS:
            break
    return tuple(found)


def _more_others(journey: Journey, stage: Stage, voice: Voice) -> Link:
    """Where all versions of the stage are listed, when there are more than are shown."""
    same = voice.stages_like.get((journey.model or "", stage.id), ())
    return Link(thing_uri("models", journey.model), stage.id) if journey.model and len(same) > OTHERS + 1 else Link()


def _sources(journey: Journey, stage: Stage, voice: Voice) -> tuple[Labelled, ...]:
    """Every source that something in the stage rests on, once."""
    refs = dict.fromkeys(ref for part in within(stage) for ref in getattr(part, "evidence", ()))
    return refs_labels(tuple(refs), voice)


def _neighbour(journey: Journey, at: int, voice: Voice) -> Labelled | None:
    if not 0 <= at < len(journey.stages):
        return None
    stage = journey.stages[at]
    return Labelled(stage.name, voice.stage_link(journey, stage))
