"""The lanes of a map: the rows that the format knows, dividers between them, and a handbook's own."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from journey_site.documents.declared import Declared
from journey_site.documents.reading import Reading, Reads, shown
from journey_site.documents.readers import choice, listed, read_audience, read_text, read_words, ref
from journey_site.documents.values import Text
from journey_site.source.ids import is_id
from journey_site.source.yaml import Mapping, Node, Scalar, Sequence

KNOWN_LANES = (
    "goal",
    "our_goal",
    "thoughts",
    "questions",
    "actions",
    "feelings",
    "emotion",
    "moment_of_truth",
    "touchpoints",
    "content",
    "evidence_shown",
    "frontstage",
    "backstage",
    "support",
    "activities",
    "pains",
    "gains",
    "opportunities",
    "metrics",
    "duration",
    "owner",
    "departments",
)
"""Every lane of the format, in the order of a map that sets none."""

LINES = ("interaction", "visibility", "internal_interaction")
"""The service blueprint's lines, as their dividers are named here."""

BLUEPRINT = (
    "evidence_shown",
    "actions",
    "line:interaction",
    "frontstage",
    "line:visibility",
    "backstage",
    "line:internal_interaction",
    "support",
)
"""The service blueprint's lanes and lines, from the customer's side inwards."""


class Lane(Declared):
    """A row of the map, a divider between rows, or a row of the handbook's own."""

    noun: ClassVar[str] = "a lane"
    synonyms: ClassVar[Any] = {"name": "label", "title": "label"}
    shorthand: ClassVar[str] = "id"

    id: Annotated[str | None, Reads("an id", read_words)] = None
    """A known lane, or the key under which stages fill a lane of your own."""
    label: Annotated[Text | None, Reads("a text", read_text)] = None
    """What the row is called; left out: the usual name."""
    icon: Annotated[str | None, Reads("an icon, such as material/gavel", read_words)] = None
    """An icon from Material's bundled sets."""
    kind: Annotated[
        Literal["list", "text", "score", "metric", "link"] | None,
        Reads("list, text, score, metric or link", choice(("list", "text", "score", "metric", "link"), "kind of lane")),
    ] = None
    """Makes the lane one of your own, and says what stands in it."""
    divider: Annotated[Text | None, Reads("a text", read_text)] = None
    """A line across the map with these words, in place of a row."""
    audience: Annotated[str | None, Reads("an audience", read_audience)] = None
    """Who may see the row."""
    line: str | None = None

    @property
    def own(self) -> bool:
        """Whether it is a lane of the handbook's own."""
        return self.kind is not None


def read_lanes(node: Node, reading: Reading, name: str) -> tuple[Lane, ...] | None:
    """The rows in their order: ids, dividers, own lanes, or the word ``blueprint``."""
    if isinstance(node, Scalar):
        if node.is_null:
            return None
        if node.text == "blueprint":
            return blueprint_first()
        reading.report("unknown-lane", f'lanes should be a list or the word blueprint, not {shown(node)}', node.span)
        return None
    if not isinstance(node, Sequence):
        reading.report("text-expected", f"lanes should be a list, not {shown(node)}", node.span)
        return None
    found: list[Lane] = []
    for item in node.items:
        if isinstance(item, Scalar) and item.text == "blueprint":
            found.extend(_blueprint())
            continue
        lane = Lane.read(item, reading)
        if lane is not None and _usable(lane, reading):
            found.append(lane)
    return tuple(found)


def _usable(lane: Lane, reading: Reading) -> bool:
    from journey_site.documents.nearest import nearest

    if lane.divider is not None:
        return True
    if not lane.id:
        reading.report("missing-field", "a lane has no id", lane.origin, "write a known lane, or {id:, label:, kind:}")
        return False
    if lane.own:
        if lane.id in KNOWN_LANES:
            reading.report("unknown-lane", f'"{lane.id}" is a lane already', lane.place("id"), "leave out kind to rename it")
            return False
        if not is_id(lane.id.replace("_", "-")):
            reading.report("bad-id", f'"{lane.id}" is no id for a lane', lane.place("id"), "use a-z, 0-9 and dashes")
            return False
        return True
    if lane.id in KNOWN_LANES or lane.id in reading.own_lanes:
        return True
    near = nearest(lane.id, [*KNOWN_LANES, *reading.own_lanes])
    hint = f'did you mean "{near}"?' if near else "a lane of your own needs a kind: {id: policy, label: Policy, kind: list}"
    reading.report("unknown-lane", f'there is no lane "{lane.id}"', lane.place("id"), hint)
    return False


def _blueprint() -> tuple[Lane, ...]:
    return tuple(Lane(line=part[5:]) if part.startswith("line:") else Lane(id=part) for part in BLUEPRINT)


def blueprint_first() -> tuple[Lane, ...]:
    """The service blueprint's rows and lines, then every other known lane."""
    return _blueprint() + tuple(Lane(id=lane) for lane in KNOWN_LANES if lane not in BLUEPRINT)


def default_lanes() -> tuple[Lane, ...]:
    """Every known lane in the usual order."""
    return tuple(Lane(id=lane) for lane in KNOWN_LANES)


def read_own_lane(lane: Lane, node: Node, reading: Reading) -> Any:
    """What a stage writes under the key of an own lane, by the lane's kind."""
    from journey_site.documents.items import Item, MetricUse
    from journey_site.documents.readers import read_score

    name = lane.id or "lane"
    if lane.kind == "text":
        return read_text(node, reading, name)
    if lane.kind == "score":
        return read_score(node, reading, name)
    if lane.kind == "metric":
        return listed(lambda item, run, _: MetricUse.read(item, run))(node, reading, name)
    if lane.kind == "link" and isinstance(node, Mapping):
        return listed(lambda item, run, _: Item.read(item, run))(node, reading, name)
    return listed(lambda item, run, _: Item.read(item, run))(node, reading, name)


__all__ = ["BLUEPRINT", "KNOWN_LANES", "LINES", "Lane", "blueprint_first", "default_lanes", "read_lanes", "read_own_lane", "ref"]
