"""The way in to a journey that opens from a stage of another: from the outermost journey, stage by stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from journey_site.documents.journeys import Journey
from journey_site.site.addresses import Link
from journey_site.site.views.entries import Labelled
from journey_site.site.voice import Voice

SHOWN = 4
"""How many ways in are shown; the journeys that a journey opens from are few, or it is everyone's."""
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class TrailView:
    """One way in: a journey, the stage it leaves by, the journey that opens there, and so on."""

    crumbs: tuple[Labelled, ...]
    """Journeys and stages by turns, the outermost first; the last is the stage from which this journey opens."""
    cut: bool = False
    """Whether it begins further out than is shown."""


@dataclass(frozen=True, slots=True)
class TrailsView:
    """Every way in to a journey."""

    trails: tuple[TrailView, ...]
    more: int
    """How many more stages it opens from than are shown."""
    link: Link
    """The journey's own page, where they all are told."""

    def __bool__(self) -> bool:
        return bool(self.trails)


def trails_view(journey: Journey, voice: Voice, shown: int = SHOWN) -> TrailsView:
    """Every way in to ``journey``, at most ``shown`` of them; none where it opens from nowhere."""
    found = tuple(islice(_ways_in(journey, voice, (journey.id,)), shown))
    here = len(voice.uses.opened_from.get(journey.id, ()))
    told = len({(trail.crumbs[-2].link, trail.crumbs[-1].link) for trail in found})
    return TrailsView(found, max(0, here - told), voice.link_to("journeys", journey))


def _ways_in(journey: Journey, voice: Voice, within: tuple[str, ...]) -> Iterator[TrailView]:
    """Trails as they are found, so that nobody counts the ways through a net of journeys."""
    for place in voice.uses.opened_from.get(journey.id, ()):
        parent, stage = place.journey, place.stage
        if stage is None or parent.id in within:
            continue
        last = (
            Labelled(parent.name, voice.link_to("journeys", parent)),
            Labelled(stage.name, voice.stage_link(parent, stage)),
        )
        further = bool(voice.uses.opened_from.get(parent.id))
        if len(within) >= _DEEPEST or not further:
            yield TrailView(last, further)
            continue
        for outer in _ways_in(parent, voice, (*within, parent.id)):
            yield TrailView((*outer.crumbs, *last), outer.cut)
