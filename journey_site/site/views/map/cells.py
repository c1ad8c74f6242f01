"""One cell of the map: what a lane holds in a stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from journey_site.documents.items import Item, MetricUse
from journey_site.documents.journeys import Journey, Stage, Step
from journey_site.documents.lanes import Lane
from journey_site.documents.values import Owner, Text
from journey_site.site.addresses import NO_LINK, Link
from journey_site.site.views.entries import (
    Anchors,
    EntryView,
    FaceView,
    Labelled,
    OpportunityView,
    OwnerView,
    Words,
    department_of,
    face_of_emotion,
    item_views,
    opportunity_views,
    owned_by,
    owner_view,
    refs_labels,
)
from journey_site.site.views.used import (
    ContentView,
    MetricView,
    TouchpointView,
    content_view,
    metric_view,
    metric_views,
    touchpoint_view,
)
from journey_site.site.voice import Voice

LISTS = (
    "thoughts", "questions", "actions", "feelings", "activities", "pains", "gains",
    "evidence_shown", "frontstage", "backstage", "support",
)  # fmt: skip
"""The lanes that hold lists of texts."""
INHERITED = ("activities", "pains")
"""Those whose entries are the business of whoever answers for the stage, where nobody is named: what is done there and what
has to be mended."""


UsedView = TouchpointView | ContentView | OpportunityView | MetricView
"""What has an entry, and more to say beside it."""


def entry_of(view: EntryView | UsedView) -> EntryView:
    """The entry in what a lane prints."""
    return view if isinstance(view, EntryView) else view.entry


@dataclass(frozen=True, slots=True)
class CellView:
    """What stands in a cell; only the part that its lane prints is filled, and an empty cell is false."""

    stage: str
    text: Words = ""
    entries: tuple[EntryView, ...] = ()
    touchpoints: tuple[TouchpointView, ...] = ()
    content: tuple[ContentView, ...] = ()
    opportunities: tuple[OpportunityView, ...] = ()
    metrics: tuple[MetricView, ...] = ()
    owner: OwnerView | None = None
    labels: tuple[Labelled, ...] = ()
    face: FaceView | None = None
    score: int | None = None
    scores: tuple[tuple[Words, int], ...] = ()
    """Scores of the stage's steps, each with the step's name."""
    waiting: str = ""
    """How long the customer waits, beside how long the stage takes."""
    departments: tuple[str, ...] | None = None
    """Ids of the departments whose all of it is; None where entries say whose they are, or it is nobody's."""
    place: Link = NO_LINK
    """Where ``text`` stands on the page of the stage; leads nowhere where it has no place of its own."""

    def views(self) -> Iterator[EntryView | UsedView]:
        """All entries that the cell prints, each with what its lane knows of it."""
        yield from self.entries
        yield from self.touchpoints
        yield from self.content
        yield from self.opportunities
        yield from self.metrics

    @property
    def more(self) -> int:
        """How many entries stand below the first: what the middle zoom level leaves out."""
        held = self.entries, self.touchpoints, self.content, self.opportunities, self.metrics, self.labels, self.scores
        return max(0, sum(map(len, held)) - 1)

    def __bool__(self) -> bool:
        return bool(
            self.text or self.entries or self.touchpoints or self.content or self.opportunities or self.metrics
            or self.owner or self.labels or self.face or self.score or self.scores or self.waiting
        )  # fmt: skip


def cell_view(lane: Lane, journey: Journey, stage: Stage, voice: Voice) -> CellView:
    """What ``lane`` holds in ``stage``, the steps' entries after the stage's own."""
    identity = lane.id or ""
    if lane.own:
        return _own_with_steps(lane, journey, stage, voice)
    owner = stage.owner or journey.owner
    if identity in INHERITED:
        return CellView(
            stage.id, entries=tuple(entry for held, who in _whose(stage, identity, owner) for entry in owned_by(item_views(held, voice), who))
        )
    if identity in LISTS:
        return CellView(stage.id, entries=item_views(_with_steps(stage, identity), voice))
    match identity:
        case "goal":
            return CellView(stage.id, text=stage.goal or "")
        case "our_goal":
            return CellView(stage.id, text=stage.our_goal or "", departments=department_of(owner, voice) if stage.our_goal else None)
        case "emotion":
            return CellView(stage.id, face=face_of_emotion(stage.emotion, voice))
        case "touchpoints":
            uses = _with_steps(stage, identity)
            return CellView(stage.id, touchpoints=tuple(touchpoint_view(use, voice, None, journey) for use in uses))
        case "content":
            return CellView(stage.id, content=tuple(content_view(use, voice) for use in _with_steps(stage, identity)))
        case "opportunities":
            held = _whose(stage, identity, owner)
            return CellView(
                stage.id, opportunities=tuple(each for items, who in held for each in opportunity_views(items, voice, {}, None, who))
            )
        case "metrics":
            held = _whose(stage, identity, owner)
            return CellView(stage.id, metrics=tuple(each for uses, who in held for each in metric_views(uses, voice, None, who, journey)))
        case "moment_of_truth":
            moment = stage.moment_of_truth
            return CellView(stage.id, text=moment if isinstance(moment, Text) else voice._("moment of truth") if moment else "")
        case "duration":
            waiting = voice.duration(stage.waiting)
            return CellView(stage.id, text=voice.duration(stage.duration), waiting=waiting)
        case "owner":
            return CellView(stage.id, owner=owner_view(owner, voice), departments=department_of(owner, voice))
        case "departments":
            return CellView(stage.id, labels=refs_labels(stage.departments, voice), departments=tuple(stage.departments))
    return CellView(stage.id)


def own_cell(lane: Lane, journey: Journey, part: Step, voice: Voice, anchors: Anchors | None = None) -> CellView:
    """What an own lane holds in a stage or a step, by its kind."""
    value: Any = part.own.get(lane.id or "")
    if value is None:
        return CellView(part.id)
    if isinstance(value, Text):
        return CellView(part.id, text=value)
    if isinstance(value, int):
        return CellView(part.id, score=value)
    entries = tuple(item for item in value if isinstance(item, Item))
    metrics = tuple(metric_view(item, voice, anchors, journey) for item in value if isinstance(item, MetricUse))
    return CellView(part.id, entries=item_views(entries, voice, anchors, lane.id or ""), metrics=metrics)


def _own_with_steps(lane: Lane, journey: Journey, stage: Stage, voice: Voice) -> CellView:
    """What an own lane holds in ``stage``, the steps' after the stage's own."""
    own = own_cell(lane, journey, stage, voice)
    found = [(step, own_cell(lane, journey, _with_its_actors(step, lane.id or ""), voice)) for step in stage.steps]
    steps = [(step, cell) for step, cell in found if cell]
    if not steps:
        return own
    texts = tuple(EntryView(cell.text, concerns=tuple(step.actor)) for step, cell in steps if cell.text)
    return replace(
        own,
        entries=(*own.entries, *texts, *(entry for _, cell in steps for entry in cell.entries)),
        metrics=(*own.metrics, *(metric for _, cell in steps for metric in cell.metrics)),
        scores=tuple((step.name, cell.score) for step, cell in steps if cell.score),
    )


def _with_its_actors(step: Step, lane: str) -> Step:
    """``step``, whose entries in an own lane concern those whom the step concerns."""
    value = step.own.get(lane)
    if not step.actor or not isinstance(value, tuple):
        return step
    return step.model_copy(update={"own": {**step.own, lane: tuple(_concerning(entry, step) for entry in value)}})


def _with_steps(stage: Stage, lane: str) -> tuple[Any, ...]:
    of_steps = (_concerning(entry, step) for step in stage.steps for entry in getattr(step, lane))
    return (*getattr(stage, lane), *of_steps)


def _whose(stage: Stage, lane: str, owner: Owner | None) -> Iterator[tuple[tuple[Any, ...], Owner | None]]:
    """What a lane holds in ``stage`` and in each of its steps, with who answers there; ``owner`` answers for the stage."""
    yield getattr(stage, lane), owner
    for step in stage.steps:
        yield tuple(_concerning(entry, step) for entry in getattr(step, lane)), step.owner or owner


def _concerning(entry: Any, step: Step) -> Any:
    """An entry that names nobody concerns those whom its step concerns."""
    return entry if entry.actor or not step.actor else entry.model_copy(update={"actor": step.actor})
