"""The lanes of a map: the rows that the format knows, dividers between them, and a handbook's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from journey_site.documents.declared import Declared
from journey_site.documents.items import Item, MetricUse, many
from journey_site.documents.lists import choice
from journey_site.documents.numbers import read_score
from journey_site.documents.reading import Reading, Reads, says_nothing
from journey_site.documents.references import read_address, read_audience
from journey_site.documents.shapes import takes
from journey_site.documents.texts import read_text, read_words
from journey_site.documents.values import Text
from journey_site.problems import Severity
from journey_site.source.ids import is_id
from journey_site.source.yaml import Mapping as MappingNode
from journey_site.source.yaml import Node, Scalar, Sequence

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

STAGE_FIELDS = frozenset(
    {
        "actor", "after", "any_order", "audience", "confidence", "evidence", "id", "image", "journey", "name", "next", "note",
        "optional", "parallel", "repeatable", "serves", "severity", "status", "steps", "summary", "tags", "title", "url",
        "waiting", "was",
    }
)  # fmt: skip
"""What a stage says under keys that are no lanes: a lane of one's own under such a key would never be filled."""

LANE_KINDS = ("list", "text", "score", "metric", "link")
_OWN_HINT = "a lane of your own needs a kind: {id: policy, label: Policy, kind: list}"


class Lane(Declared):
    """A row of the map, a divider between rows, or a row of the handbook's own."""

    noun: ClassVar[str] = "a lane"
    synonyms: ClassVar[Mapping[str, str]] = {"name": "label", "title": "label"}
    shorthand: ClassVar[str] = "id"
    anchored: ClassVar[bool] = False

    id: Annotated[str | None, Reads("an id", read_words)] = None
    """A known lane, or the key under which stages fill a lane of your own."""
    label: Annotated[Text | None, Reads("a text", read_text)] = None
    """What the row is called; left out: the usual name."""
    icon: Annotated[str | None, Reads("an icon, such as material/gavel", read_words)] = None
    """An icon from Material's bundled sets."""
    kind: Annotated[
        Literal["list", "text", "score", "metric", "link"] | None,
        Reads("list, text, score, metric or link", choice(LANE_KINDS, "kind of lane")),
    ] = None
    """Makes the lane one of your own, and says what stands in it."""
    divider: Annotated[Text | None, Reads("a text", read_text)] = None
    """A line across the map with these words, in place of a row."""
    audience: Annotated[str | None, Reads("an audience", read_audience)] = None
    """Who may see the row."""
    line: str | None = None
    """One of the service blueprint's lines, in place of a row."""

    @property
    def own(self) -> bool:
        """Whether it is a lane of the handbook's own."""
        return self.kind is not None


@takes("lanes")
def read_lanes(node: Node, reading: Reading, name: str) -> tuple[Lane, ...] | None:
    """The rows in their order: ids, dividers, own lanes, or the word ``blueprint``."""
    if says_nothing(node):
        return None
    if isinstance(node, Scalar) and node.text == "blueprint":
        return blueprint_first()
    found: list[Lane] = []
    for item in node.items if isinstance(node, Sequence) else [node]:
        if isinstance(item, Scalar) and item.text == "blueprint":
            found.extend(_blueprint())
            continue
        lane = Lane.read(item, reading)
        if lane is not None and _usable(lane, reading):
            found.append(lane)
    return tuple(_once(found, reading))


def _once(lanes: list[Lane], reading: Reading) -> list[Lane]:
    """Each row once."""
    seen: set[str] = set()
    kept: list[Lane] = []
    for lane in lanes:
        if lane.id is None or lane.divider is not None:
            kept.append(lane)
        elif lane.id not in seen:
            seen.add(lane.id)
            kept.append(lane)
        elif lane.origin.file:
            message = f'the lane "{lane.id}" stands twice'
            reading.report("duplicate-entry", message, lane.place("id"), "keep one of the two")
    return kept


def _usable(lane: Lane, reading: Reading) -> bool:
    if lane.divider is not None:
        return True
    if not lane.id:
        reading.missing("a lane has no id", lane.origin, "write a known lane, or {id:, label:, kind:}")
        return False
    if lane.own:
        if lane.id in KNOWN_LANES:
            message = f'"{lane.id}" is a lane already'
            reading.report("unknown-lane", message, lane.place("id"), "leave out kind to rename it")
            return False
        if lane.id in STAGE_FIELDS:
            message = f'"{lane.id}" already means something else in a stage, so this lane stays empty'
            reading.report("unknown-lane", message, lane.place("id"), "give it another id", severity=Severity.WARNING)
            return True
        if not is_id(lane.id.replace("_", "-")):
            message = f'"{lane.id[:60]}" is no id for a lane'
            reading.report("bad-id", message, lane.place("id"), "use a-z, 0-9 and dashes")
            return False
        return True
    if lane.id in KNOWN_LANES or lane.id in reading.own_lanes or not reading.lanes_known:
        return True
    if "kind" not in lane.places:
        hint = reading.suggestions.did_you_mean(lane.id, [*KNOWN_LANES, *reading.own_lanes], _OWN_HINT)
        reading.report("unknown-lane", f'there is no lane "{lane.id[:60]}"', lane.place("id"), hint)
    return False


def _blueprint() -> tuple[Lane, ...]:
    return tuple(Lane(line=part[5:]) if part.startswith("line:") else Lane(id=part) for part in BLUEPRINT)


def blueprint_first() -> tuple[Lane, ...]:
    """The service blueprint's rows and lines, then every other known lane."""
    return _blueprint() + tuple(Lane(id=lane) for lane in KNOWN_LANES if lane not in BLUEPRINT)


def default_lanes() -> tuple[Lane, ...]:
    """Every known lane in the usual order."""
    return tuple(Lane(id=lane) for lane in KNOWN_LANES)


def own_lanes(node: Node | None, reading: Reading) -> dict[str, Lane]:
    """The lanes of one's own among those that stand under ``lanes:``, before stages can fill them.

    Says nothing of what is wrong with them: that is told when the lanes are read in their turn.
    """
    quiet = Reading(reading.language, reading.languages, reading.scale, reading.audiences)
    items = node.items if isinstance(node, Sequence) else [node] if node is not None else []
    read = [Lane.read(item, quiet) for item in items if isinstance(item, MappingNode) and "kind" in item]
    return {lane.id: lane for lane in read if lane is not None and lane.id and lane.id not in KNOWN_LANES}


def read_own_lane(lane: Lane, node: Node, reading: Reading) -> Any:
    """What a stage writes under the key of an own lane, by the lane's kind."""
    name = lane.id or "lane"
    if lane.kind == "text":
        return read_text(node, reading, name)
    if lane.kind == "score":
        return read_score(node, reading, name)
    if lane.kind == "metric":
        return many(MetricUse)(node, reading, name)
    if lane.kind == "link":
        nodes = node.items if isinstance(node, Sequence) else [node]
        return tuple(item for each in nodes if (item := _link(each, reading, name)) is not None)
    return many(Item)(node, reading, name)


def _link(node: Node, reading: Reading, name: str) -> Item | None:
    """An address alone, or an item with words and ``url``."""
    if not isinstance(node, Scalar):
        item = Item.read(node, reading)
        if item is not None and item.url is None and "url" not in item.places:
            reading.missing(f"{name} has no address", node.span, "write {text:, url:}")
        return item
    address = read_address(node, reading, name)
    if address is None:
        return None
    values = {"text": Text({reading.language: address}, node.span), "url": address, "origin": node.span}
    return Item.made(values)


