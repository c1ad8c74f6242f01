"""What stands in some things, found in one walk: entries, texts, references, pictures, and what they make use of."""

from __future__ import annotations

import types
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

from journey_site.atlas.atlas import SCHEME_KINDS
from journey_site.documents.declared import Declared
from journey_site.documents.durations import Duration
from journey_site.documents.items import Common, Item
from journey_site.documents.journeys import Stage
from journey_site.documents.texts import may_link
from journey_site.documents.values import Image, Owner, Ref, Text
from journey_site.documents.walk import nested
from journey_site.problems import Span

_NOT_SAID = frozenset({"origin", "places", "extra", "tables", "added", "file"})
"""Fields that hold nothing written, or nothing that is shown."""
_EMPTY: tuple[()] = ()
_NONE_SAID: dict[str, object] = {}
_BARE = frozenset({"origin", "text"})
"""What an entry says that is written as a plain text."""
_PLAIN = frozenset({str, float, int, bool, type(None), Duration, date, Span})
"""Values in which nothing else stands."""


class Where(NamedTuple):
    """Where an entry stands: an item, a use of a shared thing, a way, a step."""

    thing: Declared
    stage: Stage | None
    """The stage it stands in, where the thing is a journey."""
    lane: str
    """The field that holds it."""


Entry = tuple[Where, Common]
"""Something that stands in a thing, and where."""


class Mention(NamedTuple):
    """A reference, with the thing and the field that hold it."""

    thing: Declared
    field: str
    ref: Ref


class Picture(NamedTuple):
    """A picture, with the field that names it."""

    field: str
    image: Image


@dataclass
class Gathered:
    """What one walk finds; what a variant inherits is found where it is written, once."""

    entries: dict[type[Common], dict[str, list[Entry]]] = field(default_factory=dict)
    """By what they are and the field that holds them."""
    claims: list[Entry] = field(default_factory=list)
    """What says how sure anybody is of it."""
    texts: list[Text] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    """The words of those texts in every language."""
    pictures: list[Picture] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    used: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Ids by kind, be they named in a link."""


def gather(things: Iterable[Declared], *, shared: bool) -> Gathered:
    """Walk through ``things``; ``shared`` says that some hold the very objects of others, as variants do."""
    found = Gathered()
    walk = _Walk(found, set() if shared else None)
    for thing in things:
        walk.through(thing, thing, None)
    for text in found.texts:
        found.said += text.values.values()
    for said in found.said:
        # Most texts hold no colon, and looking for one is the quickest way to know.
        if ":" in said and may_link(said):
            _note_links(said, found.used)
    for mention in found.mentions:
        found.used[mention.ref.kind].add(mention.ref)
    return found


class _Walk:
    """Goes down through a thing. Written with care, because a large handbook passes here fifty thousand times."""

    def __init__(self, found: Gathered, seen: set[int] | None) -> None:
        self.found = found
        self.seen = seen
        """What was met already, where journeys extend each other: a variant holds the very objects of the other."""

    def through(self, part: Declared, thing: Declared, stage: Stage | None) -> None:
        """Note everything in ``part``, which stands in ``thing``."""
        values, texts = part.__dict__, self.found.texts
        for name in _looked_into(type(part)):
            value = values[name]
            if value is None or value is _EMPTY:
                continue
            kind = type(value)
            if kind is Text:
                if value.origin.file and (self.seen is None or self._is_new(value)):
                    texts.append(value)
            elif kind is tuple:
                where = Where(thing, stage, name)
                bare: list[Entry] | None = None
                for item in value:
                    # Two of three entries are nothing but their words, and need no more than this.
                    if type(item) is Item and item.__pydantic_fields_set__ == _BARE and (text := item.text) is not None:
                        if self.seen is None or self._is_new(item):
                            if bare is None:
                                bare = self._lane(Item, name)
                            bare.append((where, item))
                            if text.origin.file:
                                texts.append(text)
                    else:
                        self._note(item, type(item), where)
            elif kind is Owner:
                if value.department is not None:
                    self.found.mentions.append(Mention(thing, name, value.department))
            elif kind not in _PLAIN and value != _NONE_SAID:
                self._note(value, kind, Where(thing, stage, name))

    def _note(self, item: Any, kind: type, where: Where) -> None:
        if kind is Ref:
            self.found.mentions.append(Mention(where.thing, where.lane, item))
        elif _is_declared(kind):
            if self.seen is None or self._is_new(item):
                if _is_common(kind):
                    self._note_entry(item, kind, where)
                self.through(item, where.thing, item if kind is Stage else where.stage)
        elif kind is Text:
            if item.origin.file and (self.seen is None or self._is_new(item)):
                self.found.texts.append(item)
        elif kind is Image:
            if self.seen is None or self._is_new(item):
                self.found.pictures.append(Picture(where.lane, item))
                if item.alt is not None:
                    self._note(item.alt, Text, where)
        elif kind not in _PLAIN:
            for inner in nested(item):
                self._note(inner, type(inner), where)

    def _note_entry(self, item: Common, kind: type[Common], where: Where) -> None:
        entry = (Where(where.thing, item, where.lane) if kind is Stage else where, item)  # type: ignore[arg-type]
        self._lane(kind, where.lane).append(entry)
        if item.confidence:
            self.found.claims.append(entry)

    def _lane(self, kind: type[Common], lane: str) -> list[Entry]:
        by_lane = self.found.entries.get(kind)
        if by_lane is None:
            by_lane = self.found.entries[kind] = {}
        if lane not in by_lane:
            by_lane[lane] = []
        return by_lane[lane]

    def _is_new(self, item: object) -> bool:
        seen = self.seen
        if seen is None or id(item) in seen:
            return seen is None
        seen.add(id(item))
        return True


@cache
def _is_declared(kind: type) -> bool:
    return issubclass(kind, Declared)


@cache
def _is_common(kind: type) -> bool:
    return issubclass(kind, Common)


@cache
def _looked_into(kind: type[Declared]) -> tuple[str, ...]:
    """The fields of ``kind`` in which a text, a reference or a further document may stand, as they are declared."""
    return tuple(name for name, info in kind.model_fields.items() if name not in _NOT_SAID and _may_hold(info.annotation))


def _may_hold(annotation: Any) -> bool:
    """Whether more than plain values may stand in a field; of a mapping, its keys may be references."""
    if annotation in _PLAIN or get_origin(annotation) is Literal:
        return False
    if get_origin(annotation) in (Union, types.UnionType, tuple):
        return any(_may_hold(each) for each in get_args(annotation) if each is not Ellipsis)
    return True


def _note_links(words: str, used: dict[str, set[str]]) -> None:
    """The things that links in a text lead to."""
    for scheme, kind in SCHEME_KINDS.items():
        for part in words.split(f"{scheme}:")[1:]:
            identity = ""
            for letter in part:
                if not (letter.isalnum() or letter == "-"):
                    break
                identity += letter
            used[kind].add(identity)
