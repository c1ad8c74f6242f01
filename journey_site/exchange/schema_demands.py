"""What the fields of one mapping ask of each other, as JSON Schema: which must be filled, and which exclude each other.

What a field may hold on its own is told in ``yaml_schema.py``; here is what the reader's ``complete`` asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from journey_site.documents.actors import Actor
from journey_site.documents.declared import Declared
from journey_site.documents.handbook import Handbook
from journey_site.documents.items import ContentUse, Item, MetricUse, TouchpointUse
from journey_site.documents.journeys import Journey
from journey_site.documents.lanes import KNOWN_LANES, STAGE_FIELDS, Lane
from journey_site.documents.things import Thing
from journey_site.documents.ways import Way
from journey_site.exchange.yaml_formats import SOMETHING, Schema

_ONE_OF_THESE: dict[type[Declared], tuple[str, ...]] = {
    Item: ("text",),
    TouchpointUse: ("touchpoint", "name"),
    ContentUse: ("content", "name"),
    MetricUse: ("metric", "name"),
    Actor: ("persona",),
    Way: ("to", "exit"),
    Handbook: ("name",),
}
"""Fields of which one must be filled, as ``complete`` of each class asks."""


def demands(declared: type[Declared], keys: Iterable[str], own_lanes: Iterable[str]) -> list[Schema]:
    """All that is asked of a mapping of ``declared``, whose keys may be ``keys``; every one of them must hold."""
    rules = [*_once(declared.names()), *_filled_in(declared), *_not_both([*keys])]
    return [*rules, _of_a_lane([*own_lanes])] if declared is Lane else rules


def _once(names: Mapping[str, str]) -> Iterator[Schema]:
    """Two keys that mean the same exclude each other."""
    by_field: dict[str, list[str]] = {}
    for key, name in names.items():
        by_field.setdefault(name, []).append(key)
    for keys in by_field.values():
        for at, key in enumerate(keys):
            for other in keys[at + 1 :]:
                yield {"not": {"required": [key, other]}}


def _filled_in(declared: type[Declared]) -> Iterator[Schema]:
    """What must be filled."""
    wanted = next((names for kind, names in _ONE_OF_THESE.items() if issubclass(declared, kind)), ())
    if wanted:
        keys = [key for key, name in declared.names().items() if name in wanted]
        yield {"oneOf" if declared is Way else "anyOf": [_filled(key) for key in keys]}
    if issubclass(declared, Thing) and declared.required:
        named = [_filled(key) for key, name in declared.names().items() if name == "name"]
        yield {"anyOf": [*named, _filled("extends")] if declared is Journey else named}
    if declared is Journey:
        stages = {"required": ["stages"], "properties": {"stages": {"not": {"enum": [None, "", {}, []]}}}}
        yield {"anyOf": [stages, _filled("extends"), _filled("model")]}
        yield {"not": {"allOf": [_filled("persona"), _filled("actors")]}}


def _not_both(keys: list[str]) -> Iterator[Schema]:
    """A list is written anew or added to."""
    known = set(keys)
    yield from ({"not": {"required": [key, f"{key}+"]}} for key in keys if key and f"{key}+" in known)


def _of_a_lane(own_lanes: list[str]) -> Schema:
    """A line across the map, a lane of one's own, or a known one under another name."""
    known = {"required": ["id"], "properties": {"id": {"enum": [*KNOWN_LANES, *own_lanes]}}}
    taken = [*KNOWN_LANES, *sorted(STAGE_FIELDS), "", None]
    own = {"required": ["id", "kind"], "properties": {"id": {"not": {"enum": taken}}, "kind": SOMETHING}}
    renamed = {**known, "not": _filled("kind")}
    return {"anyOf": [_filled("divider"), own, renamed]}


def _filled(key: str) -> Schema:
    return {"required": [key], "properties": {key: SOMETHING}}
