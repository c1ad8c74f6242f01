"""The ways between stages, and the stages of a list or mapping with their ids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, NamedTuple

from journey_site.documents.declared import Values
from journey_site.documents.items import Common, many
from journey_site.documents.numbers import read_share
from journey_site.documents.reading import Reading, Reads, quoted, says_nothing, shown
from journey_site.documents.references import read_id, ref
from journey_site.documents.shapes import Fields, ListOf, takes
from journey_site.documents.texts import is_in_languages, read_text
from journey_site.documents.values import Ref, Text
from journey_site.problems import Edit, Related, Severity, Span
from journey_site.source.ids import is_id, slug
from journey_site.source.written import as_written
from journey_site.source.yaml import Mapping as MappingNode
from journey_site.source.yaml import Node, Scalar, Sequence

_LONGEST_NAME = 80
"""Of a longer name, this much makes the id."""


class Way(Common):
    """A way out of a stage: to another stage, or out of the journey."""

    noun: ClassVar[str] = "a way to the next stage"
    shorthand: ClassVar[str] = "to"
    synonyms: ClassVar[Mapping[str, str]] = {}

    to: Annotated[Ref | None, Reads("a stage's id", ref("stages"))] = None
    """The stage it leads to."""
    exit: Annotated[Text | None, Reads("a text", read_text)] = None
    """How the journey is left, in words."""
    share: Annotated[float | None, Reads("a share, such as 60%", read_share)] = None
    """How many of those in the stage go this way."""
    why: Annotated[Text | None, Reads("a text", read_text)] = None
    """The reason."""

    @classmethod
    def complete(cls, values: Values, fields: Mapping[str, Node], node: Node, reading: Reading) -> None:
        """It leads to a stage or out."""
        to, out = (not says_nothing(fields.get(name)) for name in ("to", "exit"))
        hint = "write either to: and a stage, or exit: and a reason"
        if to and out:
            reading.report("to-and-exit", "a way leads both to a stage and out of the journey", node.span, hint)
        elif not to and not out:
            reading.missing("a way to the next stage leads nowhere", node.span, hint)


@takes(ListOf(Fields(lambda: Way)))
def read_ways(node: Node, reading: Reading, name: str) -> tuple[Way, ...] | None:
    """Where the customer goes next; None where an empty ``next:`` says nothing."""
    if isinstance(node, Scalar) and node.is_null:
        reading.report(
            "empty-next",
            "next: is empty, so the following stage is taken",
            node.span,
            "write next: [] to end the journey here, or leave the line out",
            severity=Severity.WARNING,
        )
        return None
    return many(Way)(node, reading, name)  # type: ignore[no-any-return]


class StageEntry(NamedTuple):
    """A stage or step as it stands in a list or mapping."""

    id: str
    node: Node
    place: Span
    """Where it begins: at its id, where that is the key."""


def stage_entries(node: Node, reading: Reading, noun: str) -> list[StageEntry]:
    """The stages or steps that ``node`` holds, each id once."""
    if says_nothing(node):
        return []
    if isinstance(node, Scalar):
        ids = [part.strip() for part in node.text.split(",")]
        fix = (Edit(node.span, f"[{', '.join(ids)}]"),) if node.plain and len(ids) > 1 and all(map(is_id, ids)) else ()
        hint = f"write {fix[0].text}" if fix else "such as [first, second]"
        reading.report("mapping-expected", f"{noun}s should be a mapping from id to {noun}, or a list", node.span, hint, fix=fix)
        return []
    found: dict[str, StageEntry] = {}
    if isinstance(node, MappingNode):
        for key, value in node.entries:
            # An id that had to be mended may be that of another entry: then only the mistake is told.
            if not key.text.startswith("x-") and (identity := read_id(key, reading, "id", node)):
                found.setdefault(identity, StageEntry(identity, value, key.span))
        return list(found.values())
    for item in node.items:
        written: Node = item
        if isinstance(item, Scalar) and is_id(item.text):
            identity, written = item.text, Scalar("", True, item.span)
        else:
            identity = _id_in_list(item, reading, noun, ends_in_bracket=_ends_in_bracket(node))
        if identity in found:
            there = found[identity].place
            message = f'the {noun} "{identity}" stands twice, in line {there.line} and here'
            first = (Related(there, "it stands here first"),)
            reading.report("duplicate-id", message, item.span, "write another id: in one of them", related=first)
            reading.mentions.parts_lost = True
        elif identity:
            found[identity] = StageEntry(identity, written, item.span)
    return list(found.values())


def _ends_in_bracket(node: Sequence) -> bool:
    """Whether a list is written in brackets: without them it ends where its last item does."""
    last = node.items[-1].span
    return (node.span.end_line, node.span.end_column) != (last.end_line, last.end_column)


def _id_in_list(item: Node, reading: Reading, noun: str, *, ends_in_bracket: bool) -> str:
    named: Node | None = item
    if isinstance(item, MappingNode):
        written = item.get("id")
        if written is not None and not says_nothing(written):
            return read_id(written, reading, "id") or ""
        if not is_in_languages(item, reading):
            named = item.get("name") or item.get("title")
    if says_nothing(named):
        if not isinstance(item, Scalar):
            hint = "write id: and a short name for its address"
            alone = item.entries[0] if isinstance(item, MappingNode) and len(item.entries) == 1 else None
            if alone is not None and is_id(alone[0].text) and (isinstance(alone[1], MappingNode) or says_nothing(alone[1])):
                hint = f'leave out the dash before "{alone[0].text}:", or write id: {alone[0].text}'
            reading.missing(f"this {noun} has neither id nor name", item.span, hint)
        return ""
    # What is wrong with the name is told when it is read in its turn.
    quiet = Reading(reading.language, reading.languages)
    words = read_text(named, quiet, "name") if isinstance(named, Scalar | MappingNode) else None
    if not words:
        if isinstance(item, MappingNode):
            return f"{noun}-{item.span.line}-{item.span.column}"
        reading.report("mapping-expected", f"a {noun} should have fields, not {shown(item)}", item.span)
        return ""
    identity = slug(words.best(reading.language).words[:_LONGEST_NAME])[:_LONGEST_NAME].strip("-")
    if not identity:
        message = f"no id can be made from {quoted(words.best(reading.language).words)}"
        reading.report("bad-id", message, item.span, "write id: with a-z, 0-9 and dashes")
        return ""
    reading.report(
        "id-from-name",
        f'the id "{identity}" is made from the name, so a new name would change its address',
        item.span,
        f"write id: {identity}",
        severity=Severity.ADVICE,
        fix=_with_id(item, identity, in_brackets=ends_in_bracket),
    )
    return identity


def _with_id(item: Node, identity: str, *, in_brackets: bool) -> tuple[Edit, ...]:
    """The edits that write an id before a stage's or step's name."""
    span = item.span
    before, after = (Span(span.file, *place, *place) for place in ((span.line, span.column), (span.end_line, span.end_column)))
    written = as_written(identity)
    indent = " " * (span.column - 1)
    if isinstance(item, MappingNode):
        if "id" in item:  # empty, and nobody knows what else stands in that line
            return ()
        first = item.entries[0][0].span
        inside = (first.line, first.column) != (span.line, span.column)
        if inside:
            return (Edit(Span(first.file, first.line, first.column, first.line, first.column), f"id: {written}, "),)
        return () if in_brackets else (Edit(before, f"id: {written}\n{indent}"),)
    if span.line != span.end_line:
        return ()
    if in_brackets:
        return (Edit(before, f"{{id: {written}, name: "), Edit(after, "}"))
    return (Edit(before, f"id: {written}\n{indent}name: "),)

