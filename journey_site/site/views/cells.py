"""One cell of the map: what a lane holds in a stage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from journey_site.documents.items import Item, MetricUse
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.lanes import Lane
from journey_site.documents.values import Text
from journey_site.site.views.entries import (
    EntryView,
    FaceView,
    Labelled,
    OpportunityView,
    OwnerView,
    Words,
    face_of_emotion,
    item_views,
    opportunity_views,
    owner_view,
    refs_labels,
)
from journey_site.site.views.used import (
    ContentView,
    MetricView,
    TouchpointView,
    content_view,
    metric_view,
    touchpoint_view,
)
from journey_site.site.voice import Voice

LISTS = (
    "thoughts", "questions", "actions", "feelings", "activities", "pains", "gains",
    "evidence_shown", "frontstage", "backstage", "support",
)  # fmt: skip
"""The lanes that hold lists of texts."""


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
    waiting: str = ""
    """How long the customer waits, beside how long the stage takes."""

    @property
    def more(self) -> int:
        """How many entries stand below the first: what the middle zoom level leaves out."""
        held = self.entries, self.touchpoints, self.content, self.opportunities, self.metrics, self.labels
        return max(0, sum(map(len, held)) - 1)

    def __bool__(self) -> bool:
        return bool(
            self.text or self.entries or self.touchpoints or self.content or self.opportunities or self.metrics
            or self.owner or self.labels or self.face or self.score or self.waiting
        )  # fmt: skip


def cell_view(lane: Lane, journey: Journey, stage: Stage, voice: Voice) -> CellView:
    """What ``lane`` holds in ``stage``, the steps' entries after the stage's own."""
    identity = lane.id or ""
    if lane.own:
        return own_cell(lane, stage, voice)
    if identity in LISTS:
        return CellView(stage.id, entries=item_views(_with_steps(stage, identity), voice))
    match identity:
        case "goal" | "our_goal":
            return CellView(stage.id, text=getattr(stage, identity) or "")
        case "emotion":
            return CellView(stage.id, face=face_of_emotion(stage.emotion, voice))
        case "touchpoints":
            uses = _with_steps(stage, identity)
            return CellView(stage.id, touchpoints=tuple(touchpoint_view(use, voice) for use in uses))
        case "content":
            return CellView(stage.id, content=tuple(content_view(use, voice) for use in _with_steps(stage, identity)))
        case "opportunities":
            return CellView(stage.id, opportunities=opportunity_views(_with_steps(stage, identity), voice, {}))
        case "metrics":
            return CellView(stage.id, metrics=tuple(metric_view(use, voice) for use in _with_steps(stage, identity)))
        case "moment_of_truth":
            moment = stage.moment_of_truth
            return CellView(stage.id, text=moment if isinstance(moment, Text) else voice._("yes") if moment else "")
        case "duration":
            waiting = voice.duration(stage.waiting)
            return CellView(stage.id, text=voice.duration(stage.duration), waiting=waiting)
        case "owner":
            return CellView(stage.id, owner=owner_view(stage.owner or journey.owner, voice))
        case "departments":
            return CellView(stage.id, labels=refs_labels(stage.departments, voice))
    return CellView(stage.id)


def own_cell(lane: Lane, stage: Stage, voice: Voice) -> CellView:
    """What an own lane holds, by its kind."""
    value: Any = stage.own.get(lane.id or "")
    if value is None:
        return CellView(stage.id)
    if isinstance(value, Text):
        return CellView(stage.id, text=value)
    if isinstance(value, int):
        return CellView(stage.id, score=value)
    entries = tuple(item for item in value if isinstance(item, Item))
    metrics = tuple(metric_view(item, voice) for item in value if isinstance(item, MetricUse))
    return CellView(stage.id, entries=item_views(entries, voice), metrics=metrics)


def _with_steps(stage: Stage, lane: str) -> tuple[Any, ...]:
    return (*getattr(stage, lane), *(entry for step in stage.steps for entry in getattr(step, lane)))
