"""Who decides what in a buying group, and what each needs to hear, stage by stage."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.documents.journeys import Journey
from journey_site.site.voice import Voice


@dataclass(frozen=True, slots=True)
class GroupView:
    """A buying group along the stages."""


def group_view(journey: Journey, voice: Voice) -> GroupView | None:
    """A buying group along the stages; None when there is nothing to show."""
    return None
