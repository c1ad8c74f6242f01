"""handbook.yml: what holds for the whole handbook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from journey_site.documents.declared import Declared
from journey_site.documents.durations import Duration
from journey_site.documents.lanes import Lane, read_lanes
from journey_site.documents.reading import Reading, Reads, shown
from journey_site.documents.readers import (
    choice,
    listed,
    read_address,
    read_audience,
    read_colour,
    read_duration,
    read_number,
    read_owner,
    read_text,
    read_words,
    unknown_field,
)
from journey_site.documents.values import Owner, Scale, Text
from journey_site.source.yaml import Mapping as MappingNode
from journey_site.source.yaml import Node, Scalar

FORMAT_VERSION = 1
LEVELS = ("off", "advice", "warning", "error")
TABLES = ("personas", "journeys", "models", "departments", "channels", "touchpoints", "content", "evidence", "metrics")


class Brand(Declared):
    """How the site is dressed."""

    noun: ClassVar[str] = "a brand"

    logo: Annotated[str | None, Reads("a file", read_words)] = None
    """A picture in the handbook's folder."""
    favicon: Annotated[str | None, Reads("a file", read_words)] = None
    """A small picture for the browser's tab."""
    primary: Annotated[str | None, Reads("a colour", read_colour)] = None
    """The colour of the header and of marks."""
    accent: Annotated[str | None, Reads("a colour", read_colour)] = None
    """The colour of links under the pointer."""
    footer: Annotated[Text | None, Reads("a text", read_text)] = None
    """Words at the foot of each page."""


def read_scale(node: Node, reading: Reading, name: str) -> Scale | None:
    """The ends of the emotion scale."""
    if not isinstance(node, MappingNode):
        reading.report("mapping-expected", f"{name} should be a scale such as {{from: -2, to: 2}}, not {shown(node)}", node.span)
        return None
    ends: dict[str, float | None] = {}
    for key, value in node.entries:
        if key.text in ("from", "to"):
            ends[key.text] = read_number(value, reading, f"{name}: {key.text}")
        else:
            unknown_field(reading, "the emotion scale", key, ("from", "to"))
    low, high = ends.get("from"), ends.get("to")
    if low is None or high is None:
        reading.report("missing-field", "the emotion scale needs both from and to", node.span)
        return None
    if low >= high:
        reading.report("emotion-order", "the emotion scale runs the wrong way round: from must be below to", node.span)
        return None
    return Scale(low, high)


def read_texts_by_id(node: Node, reading: Reading, name: str) -> dict[str, Text]:
    """A mapping from id to text."""
    if isinstance(node, Scalar) and node.is_null:
        return {}
    if not isinstance(node, MappingNode):
        reading.report("mapping-expected", f"{name} should be a mapping from id to text", node.span)
        return {}
    found = {key.text: read_text(value, reading, key.text) for key, value in node.entries}
    return {key: text for key, text in found.items() if text is not None}


def read_checks(node: Node, reading: Reading, name: str) -> dict[str, str]:
    """A mapping from a rule's name to its level."""
    if isinstance(node, Scalar) and node.is_null:
        return {}
    if not isinstance(node, MappingNode):
        reading.report("mapping-expected", f"{name} should be a mapping from rule to level", node.span)
        return {}
    level = choice(LEVELS, "level")
    found = {key.text: level(value, reading, key.text) for key, value in node.entries}
    return {rule: said for rule, said in found.items() if said is not None}


def read_format(node: Node, reading: Reading, name: str) -> float | None:
    """The version of the format, refused when it is newer than this reader."""
    number = read_number(node, reading, name)
    if number is not None and number != FORMAT_VERSION:
        newer = number > FORMAT_VERSION
        reading.report(
            "format-version",
            f"this handbook is written in format {number:g}, and this version of journey-site reads format {FORMAT_VERSION}",
            node.span,
            "install a newer mkdocs-journey-site" if newer else f"write format: {FORMAT_VERSION}",
        )
    return number


class Handbook(Declared):
    """What holds for the whole handbook."""

    noun: ClassVar[str] = "a handbook"

    name: Annotated[Text, Reads("a text", read_text)] = Text({})
    """The handbook's title (written ``title``)."""
    format: Annotated[float | None, Reads("1", read_format)] = None
    """The version of this format."""
    language: Annotated[str | None, Reads("a language code", read_words)] = None
    """The language of plain strings."""
    languages: Annotated[tuple[str, ...], Reads("language codes", listed(read_words))] = ()
    """The site's languages, the first at the root; left out: the one above."""
    summary: Annotated[Text | None, Reads("Markdown", read_text)] = None
    """What the handbook is, as Markdown."""
    emotion: Annotated[Scale | None, Reads("{from, to}", read_scale)] = None
    """The scale of every emotion and experience; left out: from -2 to 2."""
    review_every: Annotated[Duration | None, Reads("a duration", read_duration)] = None
    """How often everything should be checked."""
    audiences: Annotated[tuple[str, ...], Reads("words", listed(read_words))] = ()
    """Who reads editions of it, from the narrowest to the widest."""
    default_audience: Annotated[str | None, Reads("an audience", read_audience)] = None
    """For whom is what names no audience; left out: everybody."""
    uses: Annotated[tuple[str, ...], Reads("folders", listed(read_words))] = ()
    """Other folders whose models, channels, lanes and departments are used here."""
    owner: Annotated[Owner | None, Reads("a department, or {department, name, contact}", read_owner)] = None
    """Who answers for the handbook."""
    brand: Annotated[Brand | None, Reads("{logo, favicon, primary, accent, footer}", lambda n, r, _: Brand.read(n, r))] = None
    """How the site is dressed."""
    lanes: Annotated[tuple[Lane, ...] | None, Reads("lanes, or blueprint", read_lanes)] = None
    """The rows of every map in this order; left out: all known lanes."""
    checks: Annotated[Mapping[str, str], Reads("rule: off, advice, warning or error", read_checks)] = {}
    """Levels of rules."""
    report: Annotated[str | None, Reads("an address", read_address)] = None
    """Where a reader's "this is wrong" goes when the owner has no contact."""
    traits: Annotated[Mapping[str, Text], Reads("id: text", read_texts_by_id)] = {}
    """Names of traits that personas refer to by id."""
    tables: Mapping[str, Node] = {}
    """Kinds of thing written here as a mapping from id to thing; read with the other files."""

    @classmethod
    def take(cls, key: Scalar, value: Node, reading: Reading, extra: dict[str, Any]) -> bool:
        """Tables of things are kept aside."""
        if key.text not in TABLES:
            return False
        extra.setdefault("tables", {})[key.text] = value
        return True

    @classmethod
    def known_keys(cls) -> list[str]:
        """The declared fields and the kinds of thing."""
        return [*super().known_keys(), *TABLES]

    @classmethod
    def _made(
        cls, fields: dict[str, Node], extra: dict[str, Any], node: Node, reading: Reading, given: dict[str, Any]
    ) -> Any:
        tables = extra.pop("tables", None)
        return super()._made(fields, extra, node, reading, given | ({"tables": tables} if tables else {}))

    @classmethod
    def complete(cls, values: dict[str, Any], node: Node, reading: Reading) -> None:
        """The title must be written."""
        if "name" not in values:
            reading.report("missing-field", "the handbook has no title", node.span, "write title: and what it is called")
            values["name"] = Text({reading.language: "Handbook"}, node.span)

    @property
    def scale(self) -> Scale:
        """The emotion scale, the usual one where none is set."""
        return self.emotion or Scale()

    @property
    def site_languages(self) -> tuple[str, ...]:
        """The languages of the site, the first at the root."""
        return self.languages or (self.language or "en",)
