"""The ways between stages, and the stages of a list or mapping with their ids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from journey_site.documents.items import Common, many
from journey_site.documents.reading import Reading, Reads
from journey_site.documents.readers import read_id, read_share, read_text, ref
from journey_site.documents.values import Ref, Text
from journey_site.problems import Severity
from journey_site.source.ids import slug
from journey_site.source.yaml import Mapping as MappingNode
from journey_site.source.yaml import Node, Scalar


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
    def complete(cls, values: dict[str, Any], node: Node, reading: Reading) -> None:
        """It leads to a stage or out."""
        if "to" not in values and "exit" not in values:
            reading.report("missing-field", "a way to the next stage leads nowhere", node.span, "write to: and a stage, or exit:")


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


def stage_entries(node: Node, reading: Reading) -> list[tuple[str, Node]]:
    """The stages or steps that ``node`` holds, each with its id, each id once."""
    found: dict[str, Node] = {}
    if isinstance(node, Scalar) and node.is_null:
        return []
    if isinstance(node, MappingNode):
        for key, value in node.entries:
            identity = read_id(key, reading, "id")
            if identity:
                found.setdefault(identity, value)
        return list(found.items())
    if isinstance(node, Scalar):
        reading.report("mapping-expected", "stages should be a mapping from id to stage, or a list", node.span)
        return []
    for item in node.items:
        identity = _id_in_list(item, reading)
        if identity in found:
            reading.report("duplicate-id", f'"{identity}" stands twice in this list', item.span, "write another id: in one of them")
        elif identity:
            found[identity] = item
    return list(found.items())


def _id_in_list(item: Node, reading: Reading) -> str | None:
    named: Node | None = item
    if isinstance(item, MappingNode):
        written = item.get("id")
        if written is not None:
            return read_id(written, reading, "id")
        named = item.get("name") or item.get("title")
        if named is None and item.entries and all(key.text in reading.languages for key, _ in item.entries):
            named = item
    words = read_text(named, reading, "name") if isinstance(named, Scalar | MappingNode) else None
    if not words:
        reading.report("missing-field", "a stage in a list has neither id nor name", item.span, "write id: and a short name for its address")
        return None
    identity = slug(words.best(reading.language).words)
    if not identity:
        reading.report("bad-id", f'no id can be made from "{words.best(reading.language).words}"', item.span, "write id: with a-z, 0-9 and dashes")
        return None
    reading.report(
        "id-from-name",
        f'the id "{identity}" is made from the name, so a new name would change its address',
        item.span,
        f"write id: {identity}",
        severity=Severity.ADVICE,
    )
    return identity
