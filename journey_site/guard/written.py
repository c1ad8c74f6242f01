"""Every word that stands in an atlas, with the place where it is written: texts, ids, names of files."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Literal

from journey_site.atlas.atlas import Atlas
from journey_site.documents.built_in import unused_models
from journey_site.documents.declared import Declared
from journey_site.documents.documents import KINDS
from journey_site.documents.journeys import Journey
from journey_site.documents.models import Model
from journey_site.documents.things import Thing
from journey_site.documents.values import NOWHERE, Image, Ref, Text
from journey_site.problems import Span

Sort = Literal["text", "id", "picture"]

_NOT_WORDS = frozenset({"origin", "places", "tables", "file", "checks", "overrides", "audiences", "audience", "default_audience", "seconds"})
"""Where a value stands, and what is said about the handbook's keeping rather than in it."""
_OWN_IDS = frozenset({"id", "was"})


@dataclass(frozen=True, slots=True)
class Written:
    """One piece of writing, as it was read."""

    words: str
    place: Span
    sort: Sort = "text"


@dataclass(frozen=True, slots=True)
class Address:
    """Where the page of a thing or stage is, or was: ``journeys/anna-ebike/decision``."""

    kind: str
    """``personas``, ``journeys``, …"""
    id: str
    stage: str
    place: Span

    @property
    def path(self) -> str:
        """The address without a slash at its end."""
        return f"{self.kind}/{self.id}/{self.stage}" if self.stage else f"{self.kind}/{self.id}"


def written_in(atlas: Atlas) -> Iterator[Written]:
    """Everything that is written in the files of ``atlas``; what comes with the product stands in no file."""
    for thing in (atlas.handbook, *(thing for _, thing in atlas.things())):
        for found in _in(thing, thing.origin):
            if found.place.file:
                yield found


def our_words() -> Iterator[Written]:
    """What the built-in stage models say, in every language: anybody may read it, whatever an edition leaves out."""
    for model in unused_models(()).values():
        yield Written(model.id, model.origin, "id")
        yield from _in(model, model.origin)


def addresses_of(atlas: Atlas) -> Iterator[Address]:
    """The addresses of every thing and stage that somebody wrote, with those they had before."""
    kind_of = {declared: kind for kind, declared in KINDS.items()}
    for _, thing in atlas.things():
        if not thing.origin.file:
            continue
        kind = kind_of[type(thing)]
        for identity in (thing.id, *thing.was):
            yield Address(kind, identity, "", thing.origin)
        if isinstance(thing, Journey):
            for stage in thing.stages:
                for identity in (stage.id, *stage.was):
                    yield Address(kind, thing.id, identity, stage.origin if stage.origin.file else thing.origin)


def pictures_of(atlas: Atlas) -> set[str]:
    """The paths of every picture within the handbook's folder."""
    found = {each for each in written_in(atlas) if each.sort == "picture"}
    return {posixpath.normpath(posixpath.join(posixpath.dirname(atlas.path_of(each.place.file)), each.words)) for each in found}


def files_of(atlas: Atlas) -> Iterator[tuple[str, Span]]:
    """The YAML files in which the things of ``atlas`` are written, and the first line of each thing there."""
    for _, thing in atlas.things():
        if thing.file:
            yield thing.file, thing.origin


def _in(value: object, place: Span, sort: Sort = "text") -> Iterator[Written]:
    if isinstance(value, Text):
        for language, words in value.values.items():
            yield Written(words, value.places.get(language, value.origin if value.origin is not NOWHERE else place))
    elif isinstance(value, Ref):
        return
    elif isinstance(value, str):
        if value:
            yield Written(value, place, sort)
    elif isinstance(value, Declared):
        for name, each in value.__dict__.items():
            if name not in _NOT_WORDS and not (name == "id" and isinstance(value, Thing | Model)):
                yield from _in(each, value.place(name), "id" if name in _OWN_IDS else sort)
    elif isinstance(value, Image):
        yield Written(value.file, value.origin, "picture")
        for each in (value.alt, value.credit):
            yield from _in(each, value.origin)
    elif isinstance(value, tuple | list | frozenset):
        for each in value:
            yield from _in(each, place, sort)
    elif isinstance(value, Mapping):
        for key, each in value.items():
            if not isinstance(key, Ref) and sort == "text":
                yield from _in(key, place)
            yield from _in(each, place, sort)
    elif is_dataclass(value) and not isinstance(value, Span | type):
        for field in fields(value):
            if field.name not in _NOT_WORDS:
                yield from _in(getattr(value, field.name), place, sort)
