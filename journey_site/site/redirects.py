"""Old addresses, and where they lead now: a link that was sent to a colleague holds when things are renamed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journey_site.atlas.atlas import Atlas
from journey_site.atlas.states import state_pairs
from journey_site.documents.journeys import Journey
from journey_site.documents.models import Model
from journey_site.site.addresses import (
    booklet_uri,
    compare_stage_uri,
    compare_state_uri,
    embed_uri,
    stage_uri,
    thing_uri,
)


@dataclass(frozen=True)
class Redirect:
    """An old address that leads to a new one."""

    uri: str
    to: str


def redirects_of(atlas: Atlas) -> Iterator[Redirect]:
    """Addresses that things and stages had before, and journeys that another replaces."""
    for kind, thing in atlas.things():
        for old in thing.was:
            yield Redirect(thing_uri(kind, old), thing_uri(kind, thing.id))
            if kind == "personas":
                yield Redirect(booklet_uri(old), booklet_uri(thing.id))
        if isinstance(thing, Model):
            yield from _of_model(thing)
        if isinstance(thing, Journey):
            yield from _of_journey(thing)
    for pair in state_pairs(atlas):
        for journey in (pair.before, pair.after):
            for name in (journey.id, *journey.was):
                yield Redirect(compare_state_uri(name), compare_state_uri(pair.at))


def _of_model(model: Model) -> Iterator[Redirect]:
    """Stages side by side, under any name that the model or the stage has had."""
    for whole in (model.id, *model.was):
        for stage in model.stages:
            for old in (stage.id, *stage.was):
                yield Redirect(compare_stage_uri(whole, old), compare_stage_uri(model.id, stage.id))


def _of_journey(journey: Journey) -> Iterator[Redirect]:
    """A link may have been sent before the journey or its stage was renamed, or between the two."""
    for whole in (journey.id, *journey.was):
        for stage in journey.stages:
            for old in (stage.id, *stage.was):
                yield Redirect(stage_uri(whole, old), stage_uri(journey.id, stage.id))
    for old in journey.was:
        yield Redirect(embed_uri(old), embed_uri(journey.id))
    for old in journey.replaces:
        yield Redirect(thing_uri("journeys", old), thing_uri("journeys", journey.id))
        yield Redirect(embed_uri(old), embed_uri(journey.id))
