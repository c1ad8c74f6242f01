"""What a site does not show today, so that it does not tell of it from the past either.

An audience that may no longer see a thing could have seen it once; drafts may have been live. Neither may be
named among the changes: not as removed, and not with what it said then.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from journey_site.atlas.atlas import KINDS_IN_ORDER, Atlas
from journey_site.documents.declared import Declared
from journey_site.documents.documents import KINDS
from journey_site.documents.journeys import Journey, Step
from journey_site.documents.things import Thing
from journey_site.documents.values import Text
from journey_site.documents.walk import leaves, parts
from journey_site.editions import without


@dataclass(frozen=True, slots=True)
class KeptBack:
    """The names and words of what is not shown."""

    things: frozenset[tuple[str, str]] = frozenset()
    """Kind and id, old ids too."""
    stages: frozenset[tuple[str, str]] = frozenset()
    """Journey and stage."""
    lanes: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    """Texts that stand only in what is not shown."""

    def __or__(self, other: KeptBack) -> KeptBack:
        return KeptBack(
            self.things | other.things, self.stages | other.stages, self.lanes | other.lanes, self.words | other.words
        )

    def __bool__(self) -> bool:
        return bool(self.things or self.stages or self.lanes or self.words)

    @property
    def fingerprint(self) -> str:
        """The same for the same names and words; tells none of them."""
        told = repr([sorted(each) for each in (self.things, self.stages, self.lanes, self.words)])
        return hashlib.sha256(told.encode("utf-8", "surrogateescape")).hexdigest()


def kept_back(everything: Atlas, shown: Atlas) -> KeptBack:
    """What of ``everything`` is not in ``shown``, the same handbook as some see it."""
    if shown is everything:
        return KeptBack()
    things: set[tuple[str, str]] = set()
    stages: set[tuple[str, str]] = set()
    lanes = {lane.id for lane in everything.handbook.lanes or ()} - {lane.id for lane in shown.handbook.lanes or ()}
    for kind, thing in everything.things():
        there = shown.table(kind).get(thing.id)
        if there is None:
            things.update((kind, identity) for identity in (thing.id, *thing.was))
        elif isinstance(thing, Journey):
            seen = {stage.id for stage in there.stages}
            for stage in thing.stages:
                if stage.id not in seen:
                    stages.update((thing.id, identity) for identity in (stage.id, *stage.was))
            lanes |= {lane.id for lane in thing.lanes or ()} - {lane.id for lane in there.lanes or ()}
    words = frozenset(_words(everything)) - frozenset(_words(shown))
    return KeptBack(frozenset(things), frozenset(stages), frozenset(lane for lane in lanes if lane), words)


def _words(atlas: Atlas) -> Iterator[str]:
    for thing in (atlas.handbook, *(thing for _, thing in atlas.things())):
        for _, _, leaf in leaves(thing):
            if isinstance(leaf, Text):
                yield from leaf.values.values()


def silent_about(atlas: Atlas, kept: KeptBack) -> Atlas:
    """``atlas`` as if what is kept back had never been in it."""
    if not kept:
        return atlas
    kind_of = {kind: name for name, kind in KINDS.items()}
    atlas = without(atlas, lambda thing: (kind_of[type(thing)], thing.id) in kept.things)
    tables = {
        kind: {identity: _thing(thing, kept) for identity, thing in atlas.table(kind).items()} for kind in KINDS_IN_ORDER
    }
    return replace(atlas, **tables)  # type: ignore[arg-type]


def _thing(thing: Thing, kept: KeptBack) -> Any:
    if isinstance(thing, Journey):
        stages = tuple(stage for stage in thing.stages if (thing.id, stage.id) not in kept.stages)
        thing = thing.model_copy(update={"stages": stages})
    return _declared(thing, kept)


def _declared(thing: Declared, kept: KeptBack) -> Any:
    changes: dict[str, Any] = {}
    for name, value in parts(thing):
        if name in kept.lanes and isinstance(thing, Step | Journey):
            changes[name] = type(thing).model_fields[name].get_default(call_default_factory=True)
        elif name == "own" and isinstance(value, Mapping):
            changes[name] = {lane: _value(entry, kept) for lane, entry in value.items() if lane not in kept.lanes}
        elif isinstance(value, Text) and not isinstance(thing, Thing):
            # A name is what an entry is known by; a text beside it can be spared.
            changes[name] = None if _is_kept(value, kept) and name not in ("name", "text") else value
        else:
            changes[name] = _value(value, kept)
    return thing.model_copy(update=changes)


def _value(value: Any, kept: KeptBack) -> Any:
    if isinstance(value, Declared):
        return _declared(value, kept)
    if isinstance(value, tuple):
        return tuple(_value(entry, kept) for entry in value if not _hides(entry, kept))
    return value


def _hides(entry: object, kept: KeptBack) -> bool:
    """Whether an entry of a list says what is kept back."""
    own = entry if isinstance(entry, Text) else getattr(entry, "text", None) or getattr(entry, "name", None)
    return isinstance(own, Text) and _is_kept(own, kept)


def _is_kept(text: Text, kept: KeptBack) -> bool:
    return any(words in kept.words for words in text.values.values())
