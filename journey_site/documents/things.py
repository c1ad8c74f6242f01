"""The kinds of thing that have an address of their own: persona, touchpoint, content, department, …"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar, Literal

from journey_site.documents.appearance import read_colour, read_image
from journey_site.documents.declared import Values
from journey_site.documents.durations import Duration
from journey_site.documents.items import (
    Common,
    ContentFacts,
    Item,
    Measured,
    TouchpointFacts,
    many,
)
from journey_site.documents.lists import choice, listed
from journey_site.documents.numbers import read_number, scores_by
from journey_site.documents.reading import Reading, Reads, says_nothing
from journey_site.documents.references import note_ref, read_address, read_id
from journey_site.documents.shapes import IdOf
from journey_site.documents.texts import read_text, read_words
from journey_site.documents.times import read_date, read_duration, read_when
from journey_site.documents.values import Image, Ref, Text
from journey_site.problems import Span
from journey_site.source.yaml import Node, Scalar


class Thing(Common):
    """What every thing with an address has."""

    required: ClassVar[bool] = False
    """Whether a name must be written; else the id serves."""
    shorthand: ClassVar[str] = "name"
    in_languages: ClassVar[str] = "name"

    id: Annotated[str, Reads("an id", read_id)] = ""
    """The file's name, or the key: its address for ever."""
    name: Annotated[Text, Reads("a text", read_text)] = Text({})
    """What it is called (``title`` means the same)."""
    summary: Annotated[Text | None, Reads("Markdown", read_text)] = None
    """What it is, as Markdown."""
    reviewed: Annotated[date | None, Reads("a date", read_date)] = None
    """When somebody last checked it."""
    reviewed_by: Annotated[str | None, Reads("a name", read_words)] = None
    """Who checked it."""
    review_every: Annotated[Duration | None, Reads("a duration", read_duration)] = None
    """How often it should be checked."""
    publish: Annotated[
        Literal["draft", "live", "retired"] | None,
        Reads("draft, live or retired", choice(("draft", "live", "retired"), "state of publishing")),
    ] = None
    """A draft is shown while serving only; what is retired keeps its address and leaves the lists."""
    order: Annotated[float | None, Reads("a number", read_number)] = None
    """Its place in lists; without one, by name."""
    was: Annotated[tuple[str, ...], Reads("old ids", listed(read_id))] = ()
    """Earlier ids, whose addresses lead here."""
    file: str = ""
    """The file it is written in, as shown to people."""

    @classmethod
    def complete(cls, values: Values, fields: Mapping[str, Node], node: Node, reading: Reading) -> None:
        """Without a name the id serves; where one is required, that is reported."""
        if values.get("name"):
            return
        if cls.required and cls.must_name(values) and says_nothing(fields.get("name")):
            word = "title" if cls.noun == "a journey" else "name"
            reading.missing(f"{cls.noun} has no {word}", values["origin"], f"write {word}: and what it is called")
        values["name"] = name_from_id(values.get("id") or "", reading.language, values["origin"])

    @classmethod
    def must_name(cls, values: Values) -> bool:
        """Whether this one must be named, of a kind where names are required."""
        return True


def name_from_id(identity: str, language: str, place: Span) -> Text:
    """What a thing is called that nobody has named."""
    return Text({language: identity.replace("-", " ").capitalize()}, place)


def _channel(key: Scalar, reading: Reading) -> Ref:
    return note_ref(key.text, "channels", key.span, reading)


class Persona(Thing):
    """Somebody the handbook is about."""

    noun: ClassVar[str] = "a persona"
    required: ClassVar[bool] = True

    role: Annotated[Text | None, Reads("a text", read_text)] = None
    """What they do."""
    age: Annotated[Text | None, Reads("a text", read_text)] = None
    """How old they are."""
    location: Annotated[Text | None, Reads("a text", read_text)] = None
    """Where they live."""
    segment: Annotated[Text | None, Reads("a text", read_text)] = None
    """Which group of customers they stand for."""
    portrait: Annotated[Image | None, Reads("a file, or {file, alt, credit}", read_image)] = None
    """A picture beside the file; without one, initials."""
    colour: Annotated[str | None, Reads("a colour", read_colour)] = None
    """Their own colour."""
    quote: Annotated[Text | None, Reads("a text", read_text)] = None
    """One sentence that is theirs."""
    goals: Annotated[tuple[Item, ...], Reads("texts", many(Item))] = ()
    """What they want to reach."""
    needs: Annotated[tuple[Item, ...], Reads("texts", many(Item))] = ()
    """What they need on the way."""
    frustrations: Annotated[tuple[Item, ...], Reads("texts", many(Item))] = ()
    """What stands in their way."""
    jobs: Annotated[tuple[Item, ...], Reads("texts", many(Item))] = ()
    """What they are trying to get done."""
    traits: Annotated[Mapping[str, int], Reads("trait: 1 to 5", scores_by(lambda key, _: key.text))] = {}
    """Traits, each with a score from 1 to 5."""
    channels: Annotated[
        Mapping[str, int],
        Reads("channel: 1 to 5", scores_by(_channel, IdOf("channels"))),
    ] = {}
    """How gladly they use each channel, from 1 to 5."""


class Touchpoint(Thing, TouchpointFacts):
    """A place where customer and company meet."""

    noun: ClassVar[str] = "a touchpoint"


class Content(Thing, ContentFacts):
    """Something to read, watch or use, that helps a customer on."""

    noun: ClassVar[str] = "content"


class Evidence(Thing):
    """A source: where what the handbook claims is known from."""

    noun: ClassVar[str] = "evidence"

    kind: Annotated[str | None, Reads("interview, survey, observation, analytics, test, ticket, workshop, desk, diary, or a word", read_words)] = None
    """What sort of source it is."""
    date: Annotated[str | None, Reads("a date, a month or a year", read_when)] = None
    """When it was gathered."""
    n: Annotated[float | None, Reads("a number", read_number)] = None
    """How many took part."""


class Metric(Thing, Measured):
    """Something that is measured, with where it is and where it should be."""

    noun: ClassVar[str] = "a metric"


class Department(Thing):
    """A part of the company that owns things or takes part."""

    noun: ClassVar[str] = "a department"

    colour: Annotated[str | None, Reads("a colour", read_colour)] = None
    """Its own colour."""
    contact: Annotated[str | None, Reads("an address", read_address)] = None
    """How to reach it."""


class Channel(Thing):
    """A way in which customer and company meet."""

    noun: ClassVar[str] = "a channel"

    icon: Annotated[str | None, Reads("an icon, such as material/web", read_words)] = None
    """An icon from Material's bundled sets."""
