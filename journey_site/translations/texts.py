"""Every text of a handbook with its place and a lasting address of its own, for whoever translates it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from journey_site.documents.actors import Actor
from journey_site.documents.declared import Declared
from journey_site.documents.documents import Documents
from journey_site.documents.handbook import Handbook
from journey_site.documents.items import Item
from journey_site.documents.models import ModelStage
from journey_site.documents.things import Thing, name_from_id
from journey_site.documents.values import TWINS, Emotion, Image, Ref, Text
from journey_site.documents.walk import parts
from journey_site.problems import Span

HANDBOOK = "handbook"
"""What stands for the kind where a text is the handbook's own."""
ROLES = frozenset({"initiator", "user", "influencer", "decider", "approver", "buyer", "gatekeeper", "champion"})
"""Roles of actors that pages name in the reader's language by themselves."""

_KNOWN_BY = ("id", "touchpoint", "content", "metric", "to", "persona", "journey")
"""What tells an entry from its neighbours, the surest first; without any of them it is its place in the list."""
_POSITION = re.compile(r"\[\d+\]")


@dataclass(frozen=True, slots=True)
class Translatable:
    """A text, where it stands, and what it is about."""

    kind: str
    """The table's name (``journeys``), or ``handbook``."""
    identity: str
    """The id of the thing that holds it; empty for the handbook's own."""
    address: str
    """Where in the thing, by ids where there are any, and by fields whatever a file calls them: ``stages.decision.name``."""
    path: str
    """The same with fields as the file calls them: ``stages.decision.title``."""
    field: str
    """The same without ids and places in lists: ``stages.thoughts``."""
    text: Text
    thing: Declared
    about: tuple[str, ...]
    """The names of what it stands in, the largest first."""
    meaning: str
    """What its field is for, in English."""

    @property
    def context(self) -> str:
        """Its address, the same for as long as ids are; other texts with the same words have another."""
        return f"{self.kind}/{self.identity} {self.address}" if self.identity else f"{self.kind} {self.address}"

    @property
    def file(self) -> str:
        """The file as shown to people."""
        return self.text.origin.file

    @property
    def place(self) -> Span:
        """Where it begins."""
        return self.text.origin


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages of a handbook."""

    own: str
    """The one of texts that name none."""
    every: tuple[str, ...]
    """All of them, its own first."""

    @classmethod
    def of(cls, handbook: Handbook) -> Languages:
        """Those that handbook.yml declares."""
        own = handbook.language or handbook.site_languages[0]
        return cls(own, tuple(dict.fromkeys((own, *handbook.site_languages))))

    def declared(self, code: str) -> str | None:
        """The handbook's own way to write a language that somebody calls ``pt_BR``, ``EN`` or ``no``; None: not declared."""
        wanted = code.strip().replace("_", "-").casefold()
        for language in self.every:
            if wanted in (language.casefold(), TWINS.get(language, language)):
                return language
        return None

    def source_of(self, text: Text, language: str) -> str | None:
        """The language from which a text is translated into another: the handbook's own where it stands in that."""
        return next((each for each in self.every if each != language and words_in(text, each)), None)


def loosely(context: str) -> str:
    """A text's address without places in lists: what stays when neighbours come and go."""
    return _POSITION.sub("[]", context)


def words_in(text: Text, language: str) -> str:
    """The words of a text in a language and in no other; empty when it has none."""
    return text.values.get(language) or text.values.get(TWINS.get(language, language), "")


def texts_of(documents: Documents) -> list[Translatable]:
    """Every text of a handbook that stands in one of its own files, each once, in the order of files and lines.

    Left out are those in which there is nothing to translate (numbers, addresses), and things that are retired.
    """
    found = texts_within(documents.handbook, HANDBOOK)
    for kind, table in documents.tables.items():
        for thing in table.values():
            if thing.publish != "retired":
                found += texts_within(thing, kind)
    return once(found, documents.shown)


def once(texts: Iterable[Translatable], shown: str) -> list[Translatable]:
    """Those that stand in the handbook's own folder, each place once and each address once, in the order of places.

    What YAML repeats by a name (``*name``) has one place, and is translated there.
    """
    by_place: dict[Span, Translatable] = {}
    for text in texts:
        if text.file and not posixpath.relpath(text.file, shown or ".").startswith("../"):
            by_place.setdefault(text.place, text)
    by_context: dict[str, Translatable] = {}
    for text in sorted(by_place.values(), key=lambda each: each.place):
        by_context.setdefault(text.context, text)
    return list(by_context.values())


def texts_within(thing: Declared, kind: str) -> list[Translatable]:
    """Every text in one thing, or in the handbook's settings."""
    return list(_Walk(thing, kind).fields(thing, _Way(), ()))


@dataclass(frozen=True, slots=True)
class _Way:
    """The way to a text from the thing that holds it."""

    address: str = ""
    """By the names that fields have here, whatever a file calls them."""
    path: str = ""
    """By the names that stand in the file."""
    field: str = ""
    """The same without ids and places in lists."""

    def into(self, name: str, written: str = "", sign: str = "") -> _Way:
        """Into a field, which the file calls ``written``; ``sign`` tells it from another of that name."""
        written = written or name
        return _Way(_joined(self.address, name + sign), _joined(self.path, written + sign), _joined(self.field, written))

    def at(self, segment: str) -> _Way:
        """To an entry."""
        return _Way(self.address + segment, self.path + segment, self.field)


class _Walk:
    """Goes down through a thing and names each text on the way."""

    def __init__(self, thing: Declared, kind: str) -> None:
        self.thing = thing
        self.kind = kind
        self.identity = thing.id if isinstance(thing, Thing) else ""

    def fields(self, part: Declared, way: _Way, about: tuple[str, ...], held: str = "") -> Iterator[Translatable]:
        """The texts of ``part``; ``held`` says what the field is for that holds it."""
        about = (*about, *_called(part))
        for name, value in parts(part):
            if name in ("own", "added") and isinstance(value, Mapping):
                sign = "+" if name == "added" else ""
                for key, inner in value.items():
                    yield from self.value(part, name, inner, way.into(key, sign=sign), about, "")
            elif isinstance(part, Item) and name == "text":
                yield from self.value(part, name, value, way, about[:-1], held)
            else:
                yield from self.value(part, name, value, way.into(name, part.key_in_file(name)), about, _meaning(part, name))

    def value(self, part: Declared, name: str, value: object, way: _Way, about: tuple[str, ...], meaning: str) -> Iterator[Translatable]:
        """The texts in what stands in a field, or in one of its entries."""
        if isinstance(value, Text):
            if _to_translate(value, part, name):
                own_name = about[:-1] if name == "name" and about else about
                yield Translatable(self.kind, self.identity, way.address, way.path, way.field, value, self.thing, own_name, meaning)
        elif isinstance(value, Declared):
            yield from self.fields(value, way, about, meaning)
        elif isinstance(value, tuple):
            taken: set[str] = set()
            for at, item in enumerate(value):
                yield from self.value(part, name, item, way.at(_segment(item, at, taken)), about, meaning)
        elif isinstance(value, Mapping):
            for key, item in value.items():
                yield from self.value(part, name, item, way.at(f".{key}" if way.path else str(key)), about, meaning)
        elif isinstance(value, Emotion) and value.note is not None:
            yield from self.value(part, name, value.note, way.into("note"), about, meaning)
        elif isinstance(value, Image) and value.alt is not None:
            yield from self.value(part, name, value.alt, way.into("alt"), about, "What is to be seen in the picture.")


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _segment(item: object, at: int, taken: set[str]) -> str:
    """What follows a list's path for one of its entries."""
    for name in _KNOWN_BY:
        known = getattr(item, name, None)
        if isinstance(known, str) and known and known not in taken:
            taken.add(known)
            return f".{known}"
    return f"[{at}]"


def _called(part: Declared) -> tuple[str, ...]:
    """The name of something that holds texts, in one line; nothing where it has none."""
    name = getattr(part, "name", None) or getattr(part, "text", None) or getattr(part, "label", None)
    if isinstance(name, Text) and name.values:
        return (" ".join(next(iter(name.values.values())).split()),)
    known = next((each for each in (getattr(part, key, None) for key in _KNOWN_BY) if isinstance(each, Ref | str) and each), "")
    return (str(known),) if known else ()


def _to_translate(text: Text, part: Declared, name: str) -> bool:
    """Whether there are words in a text that somebody wrote."""
    if not text.values or not text.origin.file:
        return False
    if text.places:
        return True
    words = next(iter(text.values.values()))
    if not any(letter.isalpha() for letter in words):
        return False
    if isinstance(part, Actor) and name == "role":
        return words not in ROLES
    if isinstance(part, Item) and name == "text":
        return words != part.url  # an address that stands alone
    return not (name == "name" and _is_made_from_id(text, part))


def _is_made_from_id(text: Text, part: Declared) -> bool:
    """Whether nobody has named a thing, so that it is called after its id."""
    if isinstance(part, Thing):
        return "places" in part.model_fields_set and "name" not in part.places
    if isinstance(part, ModelStage) and "name" not in part.places and text.origin == part.origin:
        return text == name_from_id(part.id, next(iter(text.values)), text.origin)
    return False


def _meaning(part: Declared, name: str) -> str:
    """What a field is for, in one line."""
    field = type(part).model_fields.get(name)
    return " ".join((field.description or "").replace("``", "").split()) if field else ""
