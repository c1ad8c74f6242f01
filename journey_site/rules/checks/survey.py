"""A handbook gone through once: what it says and where, for every check to look things up in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from journey_site.atlas.atlas import SCHEME_KINDS, Atlas
from journey_site.documents.declared import Declared
from journey_site.documents.durations import Duration
from journey_site.documents.items import Common
from journey_site.documents.journeys import Journey, Stage, Step
from journey_site.documents.models import Model
from journey_site.documents.reading import quoted
from journey_site.documents.texts import may_link
from journey_site.documents.things import Thing
from journey_site.documents.values import Image, Ref, Text
from journey_site.documents.walk import nested
from journey_site.problems import Span

_NOT_SAID = frozenset({"origin", "places", "extra", "tables", "added", "file"})
"""Fields that hold nothing written, or nothing that is shown."""
_EMPTY: tuple[()] = ()
_PLAIN = frozenset({str, float, int, bool, type(None), Duration, date, Span})
"""Values in which nothing else stands."""

AnyEntry = TypeVar("AnyEntry", bound=Common)


class Entry(NamedTuple):
    """Something that stands in a thing: an item, a use of a shared thing, a way, a step."""

    thing: Declared
    stage: Stage | None
    """The stage it stands in, where the thing is a journey."""
    lane: str
    """The field that holds it."""
    said: Common


class Words(NamedTuple):
    """A text, with the thing and the field that hold it."""

    thing: Declared
    field: str
    text: Text


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
class _Gathered:
    """What one walk through every thing finds; what a variant inherits is found where it is written, once."""

    entries: list[Entry] = field(default_factory=list)
    texts: list[Words] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    used: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


@dataclass(frozen=True)
class Survey:
    """The atlas whole, drafts and all, with what several checks ask of it. What is retired is not looked at."""

    atlas: Atlas
    root: Path | None = None
    """The handbook's folder, where there is one: pictures lie in it."""

    @cached_property
    def journeys(self) -> tuple[Journey, ...]:
        """Every journey that readers are led to."""
        return tuple(journey for journey in self.atlas.journeys.values() if journey.publish != "retired")

    @cached_property
    def stages(self) -> tuple[tuple[Journey, Stage], ...]:
        """Every stage that is written with its journey: none that only the model has, none that is inherited."""
        return tuple((journey, stage) for journey in self.journeys for stage in journey.stages if is_written(stage, journey))

    @cached_property
    def steps(self) -> tuple[tuple[Journey, Step], ...]:
        """Those stages, each followed by its steps."""
        return tuple((journey, part) for journey, stage in self.stages for part in (stage, *stage.steps))

    @property
    def entries(self) -> list[Entry]:
        """Everything that stands in a thing, each once, where it is written."""
        return self._gathered.entries

    def entries_of(self, kind: type[AnyEntry], *lanes: str) -> Iterator[tuple[Entry, AnyEntry]]:
        """The entries that are of ``kind``, of ``lanes`` or of all."""
        by_lane = self._by_lane.get(kind, {})
        for lane in lanes or by_lane:
            for entry in by_lane.get(lane, ()):
                yield entry, entry.said  # type: ignore[misc]

    @cached_property
    def claims(self) -> tuple[tuple[Entry, Common], ...]:
        """What says how sure anybody is of it."""
        return tuple((entry, entry.said) for entry in self.entries if entry.said.confidence)

    @property
    def texts(self) -> list[Words]:
        """Every text, each once, where it is written."""
        return self._gathered.texts

    @property
    def mentions(self) -> list[Mention]:
        """Every reference; what a variant inherits stands here for both."""
        return self._gathered.mentions

    @property
    def pictures(self) -> list[Picture]:
        """Every picture."""
        return self._gathered.pictures

    def things(self, *kinds: str) -> Iterator[tuple[str, Thing]]:
        """The things of ``kinds``, or of every kind, that are written in the handbook and not retired."""
        for kind, thing in self.atlas.things():
            if (not kinds or kind in kinds) and thing.publish != "retired" and thing.file:
                yield kind, thing

    def is_used(self, kind: str, identity: str) -> bool:
        """Whether anything refers to the thing, be it in a link."""
        return identity in self._gathered.used[kind]

    def uses_any(self, kind: str) -> bool:
        """Whether anything of ``kind`` is referred to at all: in a first sketch nothing is."""
        return any(identity in self.atlas.table(kind) for identity in self._gathered.used[kind])

    def name(self, thing: Thing | Step) -> str:
        """What a thing or stage is called, in quotation marks, for a message."""
        return quoted(self.words(thing.name))

    def words(self, text: Text) -> str:
        """A text in the handbook's language."""
        return text.best(self._language).words

    def name_of_use(self, use: Declared, kind: str, field: str) -> str:
        """What a use of a shared thing is about: the thing's name, or its own."""
        ref: str | None = getattr(use, field)
        thing = self.atlas.table(kind).get(ref) if ref else None
        name: Text | None = getattr(use, "name", None)
        return self.name(thing) if thing is not None else quoted(self.words(name)) if name else quoted(ref or "")

    @cached_property
    def _by_lane(self) -> dict[type[Declared], dict[str, list[Entry]]]:
        found: dict[type[Declared], dict[str, list[Entry]]] = {}
        for entry in self.entries:
            found.setdefault(type(entry.said), {}).setdefault(entry.lane, []).append(entry)
        return found

    @cached_property
    def _language(self) -> str:
        return self.atlas.handbook.language or self.atlas.language

    @cached_property
    def _gathered(self) -> _Gathered:
        found = _Gathered()
        variants = any(journey.extends for journey in self.atlas.journeys.values())
        walk = _Walk(found, set() if variants else None)
        for thing in (self.atlas.handbook, *(thing for _, thing in self.atlas.things())):
            if isinstance(thing, Thing) and (thing.publish == "retired" or not thing.file):
                continue
            if isinstance(thing, Model) and thing.built_in:
                continue
            walk.through(thing, thing, None)
        for words in found.texts:
            for said in words.text.values.values():
                if may_link(said):
                    _note_links(said, found.used)
        for mention in found.mentions:
            found.used[mention.ref.kind].add(mention.ref)
        found.used["departments"] |= found.used["people"]
        found.used["personas"] |= found.used["people"]
        return found


def is_written(stage: Step, journey: Journey) -> bool:
    """Whether a stage stands in the journey's own lines, so that something can be mended there."""
    return stage.origin.file == journey.origin.file and stage.origin != journey.origin


def place_of(text: Text, language: str = "") -> Span:
    """Where a text stands; of one in several languages, where ``language`` does."""
    return text.places.get(language, text.origin)


@cache
def _is_declared(kind: type) -> bool:
    return issubclass(kind, Declared)


@cache
def _is_common(kind: type) -> bool:
    return issubclass(kind, Common)


class _Walk:
    """Goes down through a thing. Written with care, because a large handbook passes here fifty thousand times."""

    def __init__(self, found: _Gathered, seen: set[int] | None) -> None:
        self.found = found
        self.seen = seen
        """What was met already, where journeys extend each other: a variant holds the very objects of the other."""

    def through(self, part: Declared, thing: Declared, stage: Stage | None) -> None:
        """Note everything in ``part``, which stands in ``thing``."""
        for name, value in part.__dict__.items():
            if value is None or value is _EMPTY:
                continue
            kind = type(value)
            if kind is Text:
                if (self.seen is None or self._is_new(value)) and value.origin.file:
                    self.found.texts.append(Words(thing, name, value))
            elif kind is tuple:
                for item in value:
                    self._note(item, type(item), name, thing, stage)
            elif kind not in _PLAIN and name not in _NOT_SAID:
                self._note(value, kind, name, thing, stage)

    def _note(self, item: Any, kind: type, name: str, thing: Declared, stage: Stage | None) -> None:
        if kind is Ref:
            self.found.mentions.append(Mention(thing, name, item))
        elif kind is Text:
            if (self.seen is None or self._is_new(item)) and item.origin.file:
                self.found.texts.append(Words(thing, name, item))
        elif _is_declared(kind):
            if self.seen is None or self._is_new(item):
                within = item if kind is Stage else stage
                if _is_common(kind):
                    self.found.entries.append(Entry(thing, within, name, item))
                self.through(item, thing, within)
        elif kind is Image:
            if self.seen is None or self._is_new(item):
                self.found.pictures.append(Picture(name, item))
                if item.alt is not None:
                    self._note(item.alt, Text, name, thing, stage)
        elif kind not in _PLAIN:
            for inner in nested(item):
                self._note(inner, type(inner), name, thing, stage)

    def _is_new(self, item: object) -> bool:
        seen = self.seen
        if seen is None or id(item) in seen:
            return seen is None
        seen.add(id(item))
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
