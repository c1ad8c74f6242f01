"""What stands in the lanes of a stage: items, pains, opportunities, and uses of shared things."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal, Self

from journey_site.documents.appearance import read_image
from journey_site.documents.declared import Declared, Values
from journey_site.documents.lists import choice, listed
from journey_site.documents.numbers import read_number, read_on_scale, read_score
from journey_site.documents.reading import Reader, Reading, Reads, quoted, says_nothing, shown
from journey_site.documents.references import (
    read_actor,
    read_address,
    read_audience,
    read_id,
    read_owner,
    ref,
)
from journey_site.documents.shapes import Fields, Format, TableOf, takes
from journey_site.documents.texts import is_in_languages, read_language, read_text, read_words
from journey_site.documents.values import Image, Owner, Ref, Text
from journey_site.problems import Edit
from journey_site.source.written import in_quote_marks
from journey_site.source.yaml import Mapping as MappingNode
from journey_site.source.yaml import Node, Scalar

CONFIDENCES = ("assumed", "observed", "measured")
CONTENT_STATUSES = ("live", "planned", "missing", "outdated")
OPPORTUNITY_STATUSES = ("idea", "planned", "doing", "done", "dropped")
PURPOSES = ("recognise", "choose", "buy", "use", "recommend")


def many(kind: type[Declared]) -> Reader:
    """A reader for a list of ``kind``."""

    @takes(Fields(lambda: kind))
    def read(node: Node, reading: Reading, name: str) -> Declared | None:
        return kind.read(node, reading)

    return listed(read)


class Common(Declared):
    """The fields that may stand on every item, stage, step, thing and use."""

    id: Annotated[str | None, Reads("an id", read_id)] = None
    """Its own address on the page, for ever; left out: one made from the words."""
    note: Annotated[Text | None, Reads("Markdown", read_text)] = None
    """What else there is to say, as Markdown."""
    evidence: Annotated[tuple[Ref, ...], Reads("ids of evidence", listed(ref("evidence")))] = ()
    """The sources that back it."""
    confidence: Annotated[
        Literal["assumed", "observed", "measured"] | None,
        Reads("assumed, observed or measured", choice(CONFIDENCES, "confidence")),
    ] = None
    """How sure you are; left out: not stated."""
    audience: Annotated[str | None, Reads("an audience", read_audience)] = None
    """Who may see it; left out: everybody."""
    owner: Annotated[Owner | None, Reads("a department, or {department, name, contact}", read_owner)] = None
    """Who answers for it."""
    actor: Annotated[tuple[Ref, ...], Reads("a persona, or a list", listed(read_actor))] = ()
    """Whom it concerns, when not every actor."""
    severity: Annotated[int | None, Reads("1 to 5", read_score)] = None
    """How much it hurts, from 1 to 5."""
    status: Annotated[str | None, Reads("a word", read_words)] = None
    """How far it has come."""
    tags: Annotated[tuple[str, ...], Reads("words", listed(read_words))] = ()
    """Words to find it by."""
    url: Annotated[str | None, Reads("an address", read_address)] = None
    """Where it is to be seen."""
    image: Annotated[Image | None, Reads("a file, or {file, alt, credit}", read_image)] = None
    """A picture beside the file."""


class Item(Common):
    """An entry in a list of texts."""

    noun: ClassVar[str] = "an entry"
    synonyms: ClassVar[Mapping[str, str]] = {"name": "text", "title": "text"}
    shorthand: ClassVar[str] = "text"
    in_languages: ClassVar[str] = "text"

    text: Annotated[Text | None, Reads("a text", read_text)] = None
    """The words."""

    @classmethod
    def read(cls, node: Node, reading: Reading, **given: Any) -> Self | None:
        """A text with a colon in it, which YAML reads as a field, is told as what it is."""
        if isinstance(node, MappingNode) and (words := cls._with_colon(node, reading)):
            message = f"{quoted(words)} holds a colon, so it is read as a field"
            span = node.span
            fix = (Edit(span, in_quote_marks(words)),) if span.line == span.end_line else ()
            reading.report("unquoted-colon", message, span, "put quotes around it", fix=fix)
            return super().read(Scalar(words, False, node.span), reading, **given)
        return super().read(node, reading, **given)

    @classmethod
    def _with_colon(cls, node: MappingNode, reading: Reading) -> str:
        """The whole text, where a mapping is one that was written without quotes; else nothing."""
        if len(node.entries) != 1:
            return ""
        key, value = node.entries[0]
        # Codes of languages begin with a small letter; "So" and "Yes" begin a sentence.
        if is_in_languages(node, reading) or (key.text[:1].islower() and cls._is_text(node, reading)):
            return ""
        if key.text in cls.names() or key.text.startswith("x-") or not key.plain:
            return ""
        if not isinstance(value, Scalar) or not value.plain or says_nothing(value):
            return ""
        in_braces = (key.span.line, key.span.column) != (node.span.line, node.span.column)
        if in_braces or (" " not in key.text and reading.suggestions.nearest(key.text, cls.known_keys())):
            return ""
        return f"{key.text}: {value.text}"

    @classmethod
    def complete(cls, values: Values, fields: Mapping[str, Node], node: Node, reading: Reading) -> None:
        """An entry without words is reported."""
        if says_nothing(fields.get("text")):
            reading.missing(f"{cls.noun} has no text", node.span, "write text: and the words")


class Opportunity(Item):
    """Something that could be done better, with what it would bring and cost."""

    noun: ClassVar[str] = "an opportunity"

    impact: Annotated[int | None, Reads("1 to 5", read_score)] = None
    """How much it would help, from 1 to 5."""
    effort: Annotated[int | None, Reads("1 to 5", read_score)] = None
    """How much work it is, from 1 to 5."""
    solves: Annotated[tuple[Ref, ...], Reads("ids of pains", listed(ref("pains")))] = ()
    """The pains of this journey that it would end."""
    status: Annotated[
        Literal["idea", "planned", "doing", "done", "dropped"] | None,
        Reads("idea, planned, doing, done or dropped", choice(OPPORTUNITY_STATUSES, "status of an opportunity")),
    ] = None
    """How far it has come."""


@takes(Fields(lambda: MetricUse))
def _read_metric_use(node: Node, reading: Reading, name: str) -> MetricUse | None:
    return MetricUse.read(node, reading)


class TouchpointFacts(Common):
    """What is known of a touchpoint, shared or used in one stage alone."""

    name: Annotated[Text | None, Reads("a text", read_text)] = None
    """What it is called."""
    channel: Annotated[Ref | None, Reads("a channel's id", ref("channels"))] = None
    """Where it is met; in a stage, when otherwise than usual."""
    metrics: Annotated[tuple[MetricUse, ...], Reads("metrics", listed(_read_metric_use))] = ()
    """What is measured."""
    group: Annotated[Text | None, Reads("a text", read_text)] = None
    """A name that it shares with others: the list of touchpoints can be narrowed to them."""


class TouchpointUse(TouchpointFacts):
    """A touchpoint as it is met in one stage."""

    noun: ClassVar[str] = "a touchpoint in a stage"
    synonyms: ClassVar[Mapping[str, str]] = {"title": "name", "from": "sender", "to": "receiver"}
    python_only: ClassVar[frozenset[str]] = frozenset({"sender", "receiver"})
    shorthand: ClassVar[str] = "touchpoint"
    in_languages: ClassVar[str] = "name"

    touchpoint: Annotated[Ref | None, Reads("a touchpoint's id", ref("touchpoints"))] = None
    """The shared touchpoint; without it, one of this name that is used here alone."""
    experience: Annotated[float | None, Reads("a number on the emotion scale", read_on_scale)] = None
    """How it is felt here."""
    importance: Annotated[int | None, Reads("1 to 5", read_score)] = None
    """How much depends on it, from 1 to 5."""
    sender: Annotated[Ref | None, Reads("a department or persona", ref("people"))] = None
    """Who sends (written ``from``)."""
    receiver: Annotated[Ref | None, Reads("a department or persona", ref("people"))] = None
    """Who receives (written ``to``)."""

    @classmethod
    def complete(cls, values: Values, fields: Mapping[str, Node], node: Node, reading: Reading) -> None:
        """One of id and name must stand."""
        if says_nothing(fields.get("touchpoint")) and says_nothing(fields.get("name")):
            reading.missing("a touchpoint has neither id nor name", node.span, "write touchpoint: id, or name:")


class ContentFacts(Common):
    """What is known of a piece of content, shared or used in one stage alone."""

    name: Annotated[Text | None, Reads("a text", read_text)] = None
    """Its title."""
    type: Annotated[str | None, Reads("a type of content, or a word", read_words)] = None
    """What sort it is: an article, a guide, a video and the like."""
    language: Annotated[str | None, Reads("a language code", read_language)] = None
    """The language it is in."""
    helps: Annotated[str | None, Reads(", ".join(PURPOSES), choice(PURPOSES, "purpose"))] = None
    """What it helps the customer to do."""
    status: Annotated[
        Literal["live", "planned", "missing", "outdated"] | None,
        Reads("live, planned, missing or outdated", choice(CONTENT_STATUSES, "status of content")),
    ] = None
    """Whether it is there."""
    group: Annotated[Text | None, Reads("a text", read_text)] = None
    """A heading that gathers it in lists."""


class ContentUse(ContentFacts):
    """A piece of content as it is recommended in one stage."""

    noun: ClassVar[str] = "content in a stage"
    shorthand: ClassVar[str] = "content"
    in_languages: ClassVar[str] = "name"

    content: Annotated[Ref | None, Reads("a content id", ref("content"))] = None
    """The shared piece of content; without it, one of this title that is used here alone."""

    @classmethod
    def complete(cls, values: Values, fields: Mapping[str, Node], node: Node, reading: Reading) -> None:
        """One of id and title must stand."""
        if says_nothing(fields.get("content")) and says_nothing(fields.get("name")):
            reading.missing("content has neither id nor title", node.span, "write content: id, or title:")


@takes(TableOf(Format("number")))
def read_series(node: Node, reading: Reading, name: str) -> dict[str, float]:
    """A mapping from period to number."""
    if says_nothing(node):
        return {}
    if not isinstance(node, MappingNode):
        message = f"{name} should give a number for each period, and is {shown(node)}"
        reading.report("mapping-expected", message, node.span, "such as {2026-08: 36000, 2026-09: 39500}")
        return {}
    found = {key.text: read_number(value, reading, f"{name}: {shown(key)[1:-1]}") for key, value in node.entries}
    return {period: number for period, number in found.items() if number is not None}


class Measured(Common):
    """What a metric says."""

    name: Annotated[Text | None, Reads("a text", read_text)] = None
    """What is measured."""
    unit: Annotated[Text | None, Reads("a text", read_text)] = None
    """What the numbers count: %, people, minutes."""
    value: Annotated[float | None, Reads("a number", read_number)] = None
    """The newest number."""
    baseline: Annotated[float | None, Reads("a number", read_number)] = None
    """Where it began."""
    target: Annotated[float | None, Reads("a number", read_number)] = None
    """Where it should be."""
    better: Annotated[
        Literal["higher", "lower"] | None, Reads("higher or lower", choice(("higher", "lower"), "direction"))
    ] = None
    """Which way is better; left out: higher."""
    period: Annotated[str | None, Reads("a period", read_words)] = None
    """The time that the value is for."""
    source: Annotated[Text | None, Reads("a text", read_text)] = None
    """Where the number comes from."""
    series: Annotated[Mapping[str, float], Reads("period: number", read_series)] = {}
    """Earlier values, from period to number."""


class MetricUse(Measured):
    """A metric as it stands in one stage."""

    noun: ClassVar[str] = "a metric in a stage"
    shorthand: ClassVar[str] = "metric"
    in_languages: ClassVar[str] = "name"

    metric: Annotated[Ref | None, Reads("a metric's id", ref("metrics"))] = None
    """The shared metric."""

    @classmethod
    def complete(cls, values: Values, fields: Mapping[str, Node], node: Node, reading: Reading) -> None:
        """One of id and name must stand."""
        if says_nothing(fields.get("metric")) and says_nothing(fields.get("name")):
            reading.missing("a metric has neither id nor name", node.span, "write metric: id, or name:")


for _facts in (TouchpointFacts, TouchpointUse):
    _facts.model_rebuild()
