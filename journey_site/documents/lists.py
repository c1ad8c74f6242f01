"""Readers for several values, and for one word out of a few."""

from __future__ import annotations

from collections.abc import Iterable

from journey_site.documents.reading import Reader, Reading, shown
from journey_site.documents.texts import read_words
from journey_site.source.yaml import Node, Scalar, Sequence

_FEW = 8
"""So many fields can be named in a message."""


def listed(read_one: Reader) -> Reader:
    """A reader for a list; a single value counts as a list of one, entries that say nothing are left out."""

    def read(node: Node, reading: Reading, name: str) -> tuple[object, ...]:
        if isinstance(node, Sequence):
            values = [read_one(item, reading, name) for item in node.items]
        else:
            values = [read_one(node, reading, name)]
        return tuple([value for value in values if value is not None])

    return read


def distinct(read_one: Reader) -> Reader:
    """A reader for a list in which the same value may not stand twice, because its order means something."""

    def read(node: Node, reading: Reading, name: str) -> tuple[object, ...]:
        found: dict[object, None] = {}
        for item in node.items if isinstance(node, Sequence) else [node]:
            value = read_one(item, reading, name)
            if value in found:
                reading.report("duplicate-entry", f"{shown(item)} stands twice in {name}", item.span, "keep one of the two")
            elif value is not None:
                found[value] = None
        return tuple(found)

    return read


def choice(known: Iterable[str], noun: str) -> Reader:
    """A reader for one word out of ``known``."""
    words = tuple(known)

    def read(node: Node, reading: Reading, name: str) -> str | None:
        value = read_words(node, reading, name)
        if value is None or value in words:
            return value
        hint = reading.suggestions.did_you_mean(value, words)
        reading.report("unknown-word", f"{shown(node)} is no {noun}; it is one of {', '.join(words)}", node.span, hint)
        return None

    return read


def unknown_field(reading: Reading, noun: str, key: Scalar, known: Iterable[str]) -> str | None:
    """Report a key that nothing reads; gives back the nearest that is known."""
    if key.text.startswith("x-"):
        return None
    fields = list(known)
    near = reading.suggestions.nearest(key.text, fields)
    if near:
        hint = f'did you mean "{near}"?'
    elif len(fields) <= _FEW:
        hint = f"its fields are {', '.join(fields)}"
    else:
        hint = 'the guide\'s page "Every field" lists what may stand here'
    reading.report("unknown-field", f"{noun} has no field {shown(key)}", key.span, hint)
    return near
