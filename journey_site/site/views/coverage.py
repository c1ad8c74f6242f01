"""Whether we meet the customer where they are: what the rules of coverage found in a journey."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.documents.journeys import Journey
from journey_site.site.voice import Voice


@dataclass(frozen=True, slots=True)
class CoverageView:
    """The findings of one journey, what is wanting first."""


def coverage_view(journey: Journey, voice: Voice) -> CoverageView | None:
    """The findings of one journey, what is wanting first; None when there is nothing to show."""
    return None
