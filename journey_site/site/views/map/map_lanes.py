"""Which rows a journey's map has: its own choice laid over the handbook's, and where a service blueprint stands among them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from journey_site.documents.journeys import Journey
from journey_site.documents.lanes import BLUEPRINT, Lane, blueprint_first, default_lanes
from journey_site.site.voice import Voice

ZONES = {
    "evidence_shown": "customer",
    "actions": "customer",
    "frontstage": "onstage",
    "backstage": "backstage",
    "support": "support",
}
"""On which side of the service blueprint's lines each of its lanes lies."""

_TAKEN_OVER = ("label", "icon", "kind", "audience")


def lanes_of(journey: Journey, voice: Voice) -> tuple[Lane, ...]:
    """The rows of this journey's map: its own choice, else the handbook's, else all.

    A lane that the handbook names or makes keeps its name here. The word ``blueprint`` on a journey puts the
    blueprint before the handbook's other rows, those of its own among them.
    """
    handbook = voice.atlas.handbook.lanes
    if journey.lanes is None:
        return handbook or default_lanes()
    known = {lane.id: lane for lane in handbook or () if lane.id}
    lanes = journey.lanes
    if handbook and lanes == blueprint_first():
        rest = (lane for lane in handbook if lane.id not in BLUEPRINT and not lane.line)
        lanes = (*(lane for lane in lanes if lane.line or lane.id in BLUEPRINT), *rest)
    return tuple(_as_in_handbook(lane, known) for lane in lanes)


def own_lanes_of(journey: Journey, voice: Voice) -> dict[str, Lane]:
    """The lanes of one's own that stages of ``journey`` can fill, whether the map shows them or not."""
    handbook = {lane.id: lane for lane in voice.atlas.handbook.lanes or () if lane.own and lane.id}
    mine = {lane.id: _as_in_handbook(lane, handbook) for lane in journey.lanes or () if lane.own and lane.id}
    return {**handbook, **mine}


def _as_in_handbook(lane: Lane, known: Mapping[str, Lane]) -> Lane:
    base = known.get(lane.id or "")
    if base is None or base is lane:
        return lane
    missing: dict[str, Any] = {
        name: getattr(base, name)
        for name in _TAKEN_OVER
        if getattr(lane, name) is None and getattr(base, name) is not None
    }
    return lane.model_copy(update=missing) if missing else lane
