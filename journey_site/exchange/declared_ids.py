"""What a handbook declares that its files are held to: languages, the scale, audiences, lanes of its own, every id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from journey_site.atlas.atlas import Atlas
from journey_site.documents.documents import KINDS
from journey_site.documents.items import Item
from journey_site.documents.lanes import Lane
from journey_site.documents.values import Scale
from journey_site.documents.walk import within


@dataclass(frozen=True)
class Known:
    """What a handbook declares, as far as its files are held to it."""

    languages: tuple[str, ...] = ()
    """Empty: any language."""
    scale: Scale | None = None
    """None: any number will do."""
    audiences: tuple[str, ...] | None = None
    own_lanes: Mapping[str, Lane] | None = None
    """None: a stage may hold keys that nobody has declared."""
    ids: Mapping[str, Mapping[str, str]] | None = None
    """By kind: each id with the name of what it means; None: any id will do."""


def known_in(atlas: Atlas, *, with_ids: bool) -> Known:
    """What the handbook of ``atlas`` declares; ``with_ids`` with every id that may be referred to."""
    handbook = atlas.handbook
    if set(KINDS) <= set(atlas.partial):
        # There is no handbook.yml that can be read: what it declares is not held against anybody.
        return Known()
    declared = [handbook.lanes or (), *(journey.lanes or () for journey in atlas.journeys.values())]
    lanes = {lane.id: lane for each in declared for lane in each if lane.own and lane.id}
    languages = dict.fromkeys([*([handbook.language] if handbook.language else []), *handbook.languages])
    return Known(tuple(languages) or ("en",), handbook.scale, handbook.audiences, lanes, _ids(atlas) if with_ids else None)


def _ids(atlas: Atlas) -> dict[str, dict[str, str]]:
    language = atlas.language
    found: dict[str, dict[str, str]] = {kind: {} for kind in (*KINDS, "stages", "pains")}
    for kind, thing in atlas.things():
        found[kind][thing.id] = thing.name.best(language).words
    found["models"] |= {each.id: each.name.best(language).words for each in atlas.other_models.values()}
    named = [(stage.id, stage.name) for journey in atlas.journeys.values() for stage in journey.stages]
    named += [(stage.id, stage.name) for model in atlas.models.values() for stage in model.stages]
    for identity, name in named:
        found["stages"].setdefault(identity, name.best(language).words)
    for journey in atlas.journeys.values():
        for item in within(journey):
            if isinstance(item, Item) and item.id and item.text:
                found["pains"].setdefault(item.id, item.text.best(language).words)
    for kind, unread in atlas.unread.items():
        found[kind] = {**dict.fromkeys(unread, ""), **found[kind]}
    found["people"] = {**found["departments"], **found["personas"]}
    # What stands in a file that cannot be read may be referred to.
    unsure = {*atlas.partial, *(("people",) if atlas.partial & {"departments", "personas"} else ())}
    return {kind: ids for kind, ids in found.items() if kind not in unsure}
