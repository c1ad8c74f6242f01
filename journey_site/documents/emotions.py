"""Readers for how something feels, and for the scale it is measured on."""

from __future__ import annotations

from journey_site.documents.lists import unknown_field
from journey_site.documents.numbers import comma_in_number, read_number, read_on_scale
from journey_site.documents.reading import Reading, says_nothing, shown
from journey_site.documents.references import note_actor
from journey_site.documents.shapes import takes
from journey_site.documents.texts import read_text
from journey_site.documents.values import Emotion, Scale, Text
from journey_site.source.yaml import Mapping, Node, Scalar

_SPREAD = ("value", "low", "high", "note")


@takes("emotion")
def read_emotion(node: Node, reading: Reading, name: str) -> Emotion | None:
    """A number on the scale, ``{persona: number}``, or ``{value:, low:, high:, note:}``."""
    if isinstance(node, Scalar):
        value = read_on_scale(node, reading, name)
        return None if value is None else Emotion(value)
    if not isinstance(node, Mapping):
        reading.report("number-expected", f"{name} should be a number, not {shown(node)}", node.span)
        return None
    if any(key.text in _SPREAD for key, _ in node.entries):
        return _spread(node, reading, name)
    by_actor: dict[str, float] = {}
    before: Node | None = None
    for key, value_node in node.entries:
        if key.text.startswith("x-") or comma_in_number(before, key, value_node, reading):
            continue
        before = value_node
        actor = note_actor(key.text, key.span, reading)
        value = read_on_scale(value_node, reading, f"{name} of {shown(key)[1:-1]}")
        if value is not None:
            by_actor[actor] = value
    return Emotion(by_actor=by_actor) if by_actor else None


def _spread(node: Mapping, reading: Reading, name: str) -> Emotion | None:
    ends: dict[str, float | None] = {}
    note: Text | None = None
    before: Node | None = None
    for key, value in node.entries:
        if comma_in_number(before, key, value, reading):
            continue
        before = value
        if key.text in ("value", "low", "high"):
            ends[key.text] = read_on_scale(value, reading, f"{name}: {key.text}")
        elif key.text == "note":
            note = read_text(value, reading, "note")
        else:
            unknown_field(reading, "an emotion", key, _SPREAD, value, node)
    low, middle, high = ends.get("low"), ends.get("value"), ends.get("high")
    stated = [end for end in (low, middle, high) if end is not None]
    if stated != sorted(stated):
        message = f"{name} runs the wrong way round: low, value and high must rise"
        reading.report("emotion-order", message, node.span)
        low = high = None
    return Emotion(middle, low, high, note) if stated or note else None


@takes("scale")
def read_scale(node: Node, reading: Reading, name: str) -> Scale | None:
    """The ends of the emotion scale."""
    if says_nothing(node):
        return None
    if not isinstance(node, Mapping):
        message = f"{name} should be a scale such as {{from: -2, to: 2}}, not {shown(node)}"
        reading.report("mapping-expected", message, node.span)
        return None
    ends: dict[str, float | None] = {}
    broken = False
    for key, value in node.entries:
        if key.text in ("from", "to"):
            ends[key.text] = read_number(value, reading, f"{name}: {key.text}")
            broken = broken or (ends[key.text] is None and not says_nothing(value))
        else:
            unknown_field(reading, "the emotion scale", key, ("from", "to"), value, node)
    low, high = ends.get("from"), ends.get("to")
    if low is None or high is None:
        if not broken:
            reading.missing("the emotion scale needs both from and to", node.span, "such as {from: -2, to: 2}")
        return None
    if low >= high:
        message = "the emotion scale runs the wrong way round: from must be below to"
        reading.report("emotion-order", message, node.span)
        return None
    return Scale(low, high)
