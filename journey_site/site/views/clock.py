"""The map's second head: the stages to scale of time."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.documents.journeys import Journey
from journey_site.site.voice import Voice


@dataclass(frozen=True, slots=True)
class ClockView:
    """Each stage's share of the time, drawn to scale."""


def clock_view(journey: Journey, voice: Voice) -> ClockView | None:
    """Each stage's share of the time, drawn to scale; None when there is nothing to show."""
    return None
