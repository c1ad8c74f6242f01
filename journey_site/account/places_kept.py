"""Which addresses of a version lead nowhere in the later one: those are the links that break."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from journey_site.atlas.atlas import Atlas
from journey_site.documents.declared import Declared
from journey_site.documents.items import Item
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.models import Model
from journey_site.documents.things import Persona, Thing
from journey_site.documents.walk import within
from journey_site.site.addresses import directory_address, stage_uri, thing_uri


@dataclass(frozen=True, slots=True)
class Address:
    """A page that a link may lead to, or a place on it, and whose it is."""

    uri: str
    anchor: str
    kind: str
    thing: str
    stage: str = ""
    item: str = ""
    """The id of an entry, or of a step as its place is called."""

    @property
    def whole(self) -> str:
        """As it stands behind the site's own address: ``journeys/oil/search/#too-slow``."""
        return directory_address(self.uri) + (f"#{self.anchor}" if self.anchor else "")


def addresses(atlas: Atlas, but: AbstractSet[int] = frozenset()) -> Iterator[Address]:
    """The address of each thing, of each stage and step, and of each entry with an id of its own.

    ``but`` are things that are left out, by their place in memory.
    """
    for kind, thing in atlas.things():
        if (isinstance(thing, Model) and thing.built_in) or id(thing) in but:
            continue
        yield Address(thing_uri(kind, thing.id), thing.id if kind == "metrics" else "", kind, thing.id)
        if isinstance(thing, Journey):
            for stage in thing.stages:
                yield from _of_stage(thing, stage)
        elif isinstance(thing, Persona):
            for item in _items(thing):
                yield Address(thing_uri(kind, thing.id), item, kind, thing.id, "", item)


def _of_stage(journey: Journey, stage: Stage) -> Iterator[Address]:
    uri = stage_uri(journey.id, stage.id)
    yield Address(uri, "", "journeys", journey.id, stage.id)
    for step in stage.steps:
        yield Address(uri, f"step-{step.id}", "journeys", journey.id, stage.id, f"step-{step.id}")
    for item in _items(stage):
        yield Address(uri, item, "journeys", journey.id, stage.id, item)


def _items(thing: Declared) -> Iterator[str]:
    yield from dict.fromkeys(each.id for each in within(thing) if isinstance(each, Item) and each.id)


def moved_addresses(atlas: Atlas) -> dict[str, str]:
    """From each page that was elsewhere, as the handbook says under ``was``, to where it is."""
    found: dict[str, str] = {}
    for kind, thing in atlas.things():
        for old in thing.was:
            found[thing_uri(kind, old)] = thing_uri(kind, thing.id)
        if isinstance(thing, Journey):
            for journey in (thing.id, *thing.was):
                for stage in thing.stages:
                    for each in (stage.id, *stage.was):
                        found[stage_uri(journey, each)] = stage_uri(thing.id, stage.id)
    return found


def _leads(thing: Thing) -> bool:
    """Whether an old address leads to it, or to a stage of it."""
    return bool(thing.was) or (isinstance(thing, Journey) and any(stage.was for stage in thing.stages))


def lost_addresses(before: Atlas, after: Atlas) -> tuple[Address, ...]:
    """The addresses of ``before`` that lead nowhere in ``after``; those that were old then already among them."""
    # What is the same object in both has all its addresses still: most things are, and looking at them takes long.
    same = {id(thing) for kind, thing in before.things() if after.table(kind).get(thing.id) is thing and not _leads(thing)}
    there: dict[str, set[str]] = {}
    for each in addresses(after, same):
        there.setdefault(each.uri, {""}).add(each.anchor)
    led = moved_addresses(after)
    metrics = {old for metric in after.metrics.values() for old in metric.was} | set(after.metrics)

    def holds(uri: str, anchor: str, kind: str) -> bool:
        if kind == "metrics":
            return anchor in metrics
        page = there.get(uri) or there.get(led.get(uri, ""))
        return page is not None and anchor in page

    every = tuple(addresses(before, same))
    lost = [each for each in every if not holds(each.uri, each.anchor, each.kind)]
    known = {each.uri: each for each in every if not each.anchor}
    for old, now in moved_addresses(before).items():
        owner = known.get(now)
        if owner is not None and old not in known and not holds(old, "", owner.kind):
            lost.append(Address(old, "", owner.kind, owner.thing, owner.stage))
    for metric in before.metrics.values():
        lost += [Address(thing_uri("metrics", old), old, "metrics", metric.id) for old in metric.was if old not in metrics]
    return tuple(dict.fromkeys(lost))
