"""How the stages of a journey follow each other, as a drawing: arcs over chevrons, a ring, a polygon."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.documents.journeys import Journey
from journey_site.site.voice import Voice


@dataclass(frozen=True, slots=True)
class ShapeView:
    """The drawing of a journey's order, with its named paths."""


def shape_view(journey: Journey, voice: Voice) -> ShapeView | None:
    """The drawing of a journey's order, with its named paths; None when there is nothing to show."""
    return None
