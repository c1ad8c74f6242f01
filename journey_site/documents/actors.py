"""What a journey consists of beside its stages: who takes part, named paths, the journeys that open from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from journey_site.documents.declared import Declared, Values
from journey_site.documents.lists import listed
from journey_site.documents.numbers import read_flag, read_share
from journey_site.documents.reading import Reading, Reads, says_nothing, shown
from journey_site.documents.references import read_id, ref
from journey_site.documents.shapes import Fields, Format, TableOf, takes
from journey_site.documents.texts import read_text
from journey_site.documents.values import Ref, Text
from journey_site.source.yaml import Mapping as MappingNode
from journey_site.source.yaml import Node


class Actor(Declared):
    """Somebody who takes part in a journey."""

    noun: ClassVar[str] = "an actor"
    shorthand: ClassVar[str] = "persona"

    persona: Annotated[Ref | None, Reads("a persona's id", ref("personas"))] = None
    """Who."""
    role: Annotated[Text | None, Reads("initiator, user, influencer, decider, approver, buyer, gatekeeper, champion, or a text", read_text)] = None
    """In which part."""
    veto: Annotated[bool | None, Reads("true or false", read_flag)] = None
    """Whether they can stop it."""

    @classmethod
    def complete(cls, values: Values, fields: Mapping[str, Node], node: Node, reading: Reading) -> None:
        """An actor is a persona."""
        if says_nothing(fields.get("persona")):
            reading.missing("an actor names no persona", node.span, "write persona: and its id")


class Path(Declared):
    """A named way through the stages."""

    noun: ClassVar[str] = "a path"

    id: Annotated[str, Reads("an id", read_id)] = ""
    """Its id within the journey."""
    name: Annotated[Text | None, Reads("a text", read_text)] = None
    """What it is called."""
    share: Annotated[float | None, Reads("a share, such as 20%", read_share)] = None
    """How many go this way."""
    stages: Annotated[tuple[Ref, ...], Reads("stages", listed(ref("stages")))] = ()
    """The stages in the order they are met."""


@takes(TableOf(Fields(lambda: Path), Format("id")))
def read_paths(node: Node, reading: Reading, name: str) -> tuple[Path, ...]:
    """A mapping from id to path."""
    if says_nothing(node):
        return ()
    if not isinstance(node, MappingNode):
        hint = "such as {impulse: {name: On impulse, stages: [need, buy]}}"
        reading.report("mapping-expected", f"paths should be a mapping from id to path, not {shown(node)}", node.span, hint)
        return ()
    found: dict[str, Path] = {}
    for key, value in node.entries:
        identity = None if key.text.startswith("x-") else read_id(key, reading, "id", node)
        path = Path.read(value, reading, id=identity, origin=key.span) if identity else None
        if identity and path is not None:
            found.setdefault(identity, path)
    return tuple(found.values())


class SubJourney(Declared):
    """Another journey that opens from a stage."""

    noun: ClassVar[str] = "a journey within a stage"
    shorthand: ClassVar[str] = "journey"

    journey: Annotated[Ref | None, Reads("a journey's id", ref("journeys"))] = None
    """Which journey."""
    when: Annotated[Text | None, Reads("a text", read_text)] = None
    """When it opens."""
