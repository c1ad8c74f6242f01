"""Where an entry of a journey stands: its own place on the page of its stage, so that whatever tells of it leads there."""

from __future__ import annotations

from journey_site.atlas.uses import Place
from journey_site.documents.items import Common, ContentUse, Item, MetricUse, TouchpointUse
from journey_site.documents.journeys import Stage, Step
from journey_site.site.addresses import Link
from journey_site.site.views.stage.lanes import ENTRY_ANCHORS, anchors_of
from journey_site.site.views.used import content_view, metric_view, touchpoint_view
from journey_site.site.voice import Voice


def entry_link(place: Place, entry: Common, voice: Voice) -> Link:
    """``entry`` where it is printed; the stage where it has no place of its own, the journey where it stands in none.

    What is said of a whole step leads to that step.
    """
    if place.stage is None:
        return voice.link_to("journeys", place.journey)
    part = place.step or place.stage
    if entry is part:
        return voice.stage_link(place.journey, place.stage, f"step-{place.step.id}" if place.step else "")
    return voice.stage_link(place.journey, place.stage, _anchor(place.stage, part, entry, voice))


def _anchor(stage: Stage, part: Step, entry: Common, voice: Voice) -> str:
    """As the page of the stage names it, but for words that stand there twice: those lead to the first."""
    lane = next((lane for lane in ENTRY_ANCHORS if any(each is entry for each in getattr(part, lane))), "")
    own = next((name for name, held in part.own.items() if isinstance(held, tuple) and any(each is entry for each in held)), "")
    if not lane and not own:
        return ""
    anchors = anchors_of(stage)
    match entry:
        case TouchpointUse():
            return touchpoint_view(entry, voice, anchors).entry.anchor
        case ContentUse():
            return content_view(entry, voice, anchors).entry.anchor
        case MetricUse():
            return metric_view(entry, voice, anchors).entry.anchor
        case Item():
            return anchors.of(own or ENTRY_ANCHORS[lane], entry.id, voice.words_for_address(entry.text))
    return ""
