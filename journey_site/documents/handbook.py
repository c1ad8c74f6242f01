"""handbook.yml: what holds for the whole handbook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from journey_site.documents.brand import Brand, read_brand
from journey_site.documents.checks import OVERRIDES, Check, read_checks
from journey_site.documents.declared import Declared, Values
from journey_site.documents.durations import Duration
from journey_site.documents.emotions import read_scale
from journey_site.documents.lanes import Lane, read_lanes
from journey_site.documents.lists import distinct, listed
from journey_site.documents.numbers import read_number
from journey_site.documents.overrides import Override, read_overrides
from journey_site.documents.reading import Reading, Reads, quoted, says_nothing, shown
from journey_site.documents.references import read_address, read_audience, read_owner
from journey_site.documents.shapes import Format, TableOf, takes
from journey_site.documents.texts import read_language, read_text, read_words, same_language
from journey_site.documents.times import read_duration
from journey_site.documents.values import Owner, Scale, Text
from journey_site.source.yaml import Mapping as MappingNode
from journey_site.source.yaml import Node, Scalar

FORMAT_VERSION = 1
TABLES = ("personas", "journeys", "models", "departments", "channels", "touchpoints", "content", "evidence", "metrics")


@takes(TableOf(Format("text")))
def read_texts_by_id(node: Node, reading: Reading, name: str) -> dict[str, Text]:
    """A mapping from id to text."""
    found = {key.text: read_text(value, reading, quoted(key.text)) for key, value in _entries(node, reading, name, "id to text")}
    return {key: text for key, text in found.items() if text is not None}


def _entries(node: Node, reading: Reading, name: str, what: str) -> list[tuple[Scalar, Node]]:
    if says_nothing(node):
        return []
    if not isinstance(node, MappingNode):
        reading.report("mapping-expected", f"{name} should be a mapping from {what}, not {shown(node)}", node.span)
        return []
    return [(key, value) for key, value in node.entries if not key.text.startswith("x-")]


@takes("format")
def read_format(node: Node, reading: Reading, name: str) -> float | None:
    """The version of the format, refused when it is another than this reader's."""
    number = None if says_nothing(node) else read_number(node, reading, name)
    if number is not None and number != FORMAT_VERSION:
        message = f"this handbook is written in format {number:g}, and this version of journey-site reads format {FORMAT_VERSION}"
        newer = "a newer version of mkdocs-journey-site reads it: install that"
        reading.report("format-version", message, node.span, newer if number > FORMAT_VERSION else f"write format: {FORMAT_VERSION}")
    return number


class Handbook(Declared):
    """What holds for the whole handbook."""

    noun: ClassVar[str] = "a handbook"

    name: Annotated[Text, Reads("a text", read_text)] = Text({})
    """The handbook's title (written ``title``)."""
    format: Annotated[float | None, Reads("1", read_format)] = None
    """The version of this format."""
    language: Annotated[str | None, Reads("a language code", read_language)] = None
    """The language of plain strings."""
    languages: Annotated[tuple[str, ...], Reads("language codes", distinct(read_language, same_language))] = ()
    """The site's languages, the first at the root; left out: the one above."""
    summary: Annotated[Text | None, Reads("Markdown", read_text)] = None
    """What the handbook is, as Markdown."""
    emotion: Annotated[Scale | None, Reads("{from, to}", read_scale)] = None
    """The scale of every emotion and experience; left out: from -2 to 2."""
    review_every: Annotated[Duration | None, Reads("a duration", read_duration)] = None
    """How often everything should be checked."""
    audiences: Annotated[tuple[str, ...], Reads("words", distinct(read_words))] = ()
    """Who reads editions of it, from the narrowest to the widest."""
    default_audience: Annotated[str | None, Reads("an audience", read_audience)] = None
    """For whom is what names no audience; left out: everybody."""
    uses: Annotated[tuple[str, ...], Reads("folders", listed(read_words))] = ()
    """Other folders whose models, channels, lanes and departments are used here."""
    owner: Annotated[Owner | None, Reads("a department, or {department, name, contact}", read_owner)] = None
    """Who answers for the handbook."""
    brand: Annotated[Brand | None, Reads("{logo, favicon, primary, accent, fonts, footer, credit}", read_brand)] = None
    """How the site is dressed."""
    lanes: Annotated[tuple[Lane, ...] | None, Reads("lanes, or blueprint", read_lanes)] = None
    """The rows of every map in this order; left out: all known lanes."""
    checks: Annotated[Mapping[str, Check], Reads("rule: off, advice, warning or error; or {level, require}", read_checks)] = {}
    """Levels of rules, and how many journeys must meet them: ``{level: error, require: 80%}``."""
    report: Annotated[str | None, Reads("an address", read_address)] = None
    """Where a reader's "this is wrong" goes when the owner has no contact."""
    traits: Annotated[Mapping[str, Text], Reads("id: text", read_texts_by_id)] = {}
    """Names of traits that personas refer to by id."""
    overrides: tuple[Override, ...] = ()
    """Levels for some of the files, which stand among the checks."""
    tables: Mapping[str, Node] = {}
    """Kinds of thing written here as a mapping from id to thing; read with the other files."""

    @classmethod
    def take(cls, key: Scalar, value: Node, reading: Reading, values: Values) -> bool:
        """Tables of things are kept aside."""
        if key.text not in TABLES:
            return False
        values.setdefault("tables", {})[key.text] = value
        return True

    @classmethod
    def known_keys(cls) -> list[str]:
        """The declared fields and the kinds of thing."""
        return [*super().known_keys(), *TABLES]

    @classmethod
    def complete(cls, values: Values, fields: Mapping[str, Node], node: Node, reading: Reading) -> None:
        """The title must be written; what stands among the checks for some files is taken from there."""
        if says_nothing(fields.get("name")):
            reading.missing("the handbook has no title", node.span, "write title: and what it is called")
        values["name"] = values.get("name") or Text({reading.language: "Handbook"}, node.span)
        checks = fields.get("checks")
        if isinstance(checks, MappingNode):
            values["overrides"] = read_overrides(checks.get(OVERRIDES), reading)

    @property
    def scale(self) -> Scale:
        """The emotion scale, the usual one where none is set."""
        return self.emotion or Scale()

    @property
    def site_languages(self) -> tuple[str, ...]:
        """The languages of the site, the first at the root."""
        return self.languages or (self.language or "en",)
