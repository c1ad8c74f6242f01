"""Where customers go and how long it takes: what follows from the stated shares and durations."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.documents.journeys import Journey, Stage
from journey_site.site.voice import Voice


@dataclass(frozen=True, slots=True)
class FlowView:
    """What follows from the shares along a journey, with its assumptions."""


def flow_view(journey: Journey, voice: Voice) -> FlowView | None:
    """What follows from the shares along a journey, with its assumptions; None when there is nothing to show."""
    return None


@dataclass(frozen=True, slots=True)
class StageFlowView:
    """What follows for one stage: who reaches it, how often it is visited."""


def stage_flow_view(journey: Journey, stage: Stage, voice: Voice) -> StageFlowView | None:
    """What follows for ``stage``; None where nothing can be computed."""
    return None
