"""What a variant says otherwise than the journey it is built on."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.documents.journeys import Journey, Stage
from journey_site.site.voice import Voice


@dataclass(frozen=True, slots=True)
class VariantView:
    """What differs from the journey that this one extends."""


def variant_view(journey: Journey, voice: Voice) -> VariantView | None:
    """What differs from the journey that this one extends; None when there is nothing to show."""
    return None


@dataclass(frozen=True, slots=True)
class StageVariantView:
    """What one stage says otherwise than the same stage of the journey it is built on."""


def stage_variant_view(journey: Journey, stage: Stage, voice: Voice) -> StageVariantView | None:
    """What ``stage`` says otherwise; None where it has no counterpart."""
    return None
