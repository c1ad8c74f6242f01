"""Readers for several values, and for one word out of a few."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import replace

from journey_site.documents.commas import entries_of
from journey_site.documents.field_words import in_other_words
from journey_site.documents.reading import Reader, Reading, shown
from journey_site.documents.shapes import ListOf, OneOf, shape_of, takes
from journey_site.documents.texts import read_words
from journey_site.problems import Edit
from journey_site.source.colons import WithoutColon, without_colon
from journey_site.source.strays import ONLY_IN_JOURNEYS, TELLING, looks_like
from journey_site.source.yaml import Mapping, Node, Scalar

_SETTINGS = ("a handbook", "a brand", "a check", "an override", "the emotion scale")
_THINGS = {
    "a journey": "journeys", "a persona": "personas", "a touchpoint": "touchpoints", "content": "content", "evidence": "evidence",
    "a metric": "metrics", "a department": "departments", "a channel": "channels", "a model": "models",
}  # fmt: skip
"""What has a folder of its own."""
_OF_A_JOURNEY = (*ONLY_IN_JOURNEYS, "trigger", "outcome")
_FEW = 8
"""So many fields can be named in a message."""


def listed(read_one: Reader) -> Reader:
    """A reader for a list; a single value counts as a list of one, entries that say nothing are left out."""

    @takes(ListOf(shape_of(read_one)))
    def read(node: Node, reading: Reading, name: str) -> tuple[object, ...]:
        values = [read_one(item, reading, name) for item in entries_of(node, reading, name, shape_of(read_one))]
        return tuple([value for value in values if value is not None])

    return read


def distinct(read_one: Reader, alike: Callable[[object], object] = lambda value: value) -> Reader:
    """A reader for a list in which the same value may not stand twice, because its order means something.

    ``alike`` makes of a value what it is compared by, where two ways to write it mean the same.
    """

    @takes(ListOf(shape_of(read_one), distinct=True))
    def read(node: Node, reading: Reading, name: str) -> tuple[object, ...]:
        found: dict[object, object] = {}
        for item in entries_of(node, reading, name, None):
            value = read_one(item, reading, name)
            if alike(value) in found:
                reading.report("duplicate-entry", f"{shown(item)} stands twice in {name}", item.span, "keep one of the two")
            elif value is not None:
                found[alike(value)] = value
        return tuple(found.values())

    return read


def choice(known: Iterable[str], noun: str) -> Reader:
    """A reader for one word out of ``known``."""
    words = tuple(known)

    @takes(OneOf(words))
    def read(node: Node, reading: Reading, name: str) -> str | None:
        value = read_words(node, reading, name)
        if value is None or value in words:
            return value
        hint = reading.suggestions.did_you_mean(value, words)
        fix = (Edit(node.span, value.casefold()),) if value.casefold() in words else ()
        reading.report("unknown-word", f"{shown(node)} is no {noun}; it is one of {', '.join(words)}", node.span, hint, fix=fix)
        return None

    return read


def unknown_field(
    reading: Reading, noun: str, key: Scalar, known: Iterable[str], value: Node | None = None, there: Container[str] | None = None
) -> str | None:
    """Report a key that nothing reads, with what is lost by it; gives back the nearest that is known.

    ``there`` are the keys that stand beside it: one of those was not meant.
    """
    if key.text.startswith("x-"):
        return None
    fields = list(known)
    belongs = _elsewhere(noun, fields, key.text, value, there)
    if belongs is not None:
        first, kind = belongs
        if key.text == first:
            message = f"{noun} has no field {shown(key)}: this looks like a {kind[:-1]}"
            reading.report("unknown-field", message, key.span, f"move it into {kind}/")
        return None
    cut = without_colon(key.text, fields) if key.plain and " " in key.text else None
    if cut is not None:
        _no_colon(reading, noun, key, cut, value)
        return cut.field
    near = in_other_words(key.text, fields)
    certain = near is not None
    near = near or reading.suggestions.nearest(key.text, fields)
    if near:
        hint = f'did you mean "{near}"?'
    elif " " in key.text.strip() and key.plain:
        hint = "if it goes on with the text above, put quotes around the whole text"
    elif len(fields) <= _FEW:
        hint = f"its fields are {', '.join(fields)}"
    else:
        hint = "journey-site check --explain unknown-field lists what may stand here"
    note = _lost(noun, value, misspelt=bool(near))
    fix: tuple[Edit, ...] = ()
    if near and there is not None:
        fix = _meant(reading, key, near, fields, there) if not certain else (Edit(key.span, near),) if near not in there else ()
    reading.report("unknown-field", f"{noun} has no field {shown(key)}", key.span, hint, note=note, fix=fix)
    return near


def _elsewhere(noun: str, fields: list[str], key: str, value: Node | None, there: Container[str] | None) -> tuple[str, str] | None:
    """The key that shows a thing to be of another kind, and that kind; one sentence about it is enough for the whole thing."""
    if noun not in _THINGS or there is None:
        return None
    kind = looks_like(each for each in (*TELLING, key) if each == key or each in there)
    # Content may well list the stages that it is for; what they are made of stands in a journey alone.
    if kind == "journeys" and not (isinstance(value, Mapping) and key == "stages") and not any(each in there for each in _OF_A_JOURNEY):
        return None
    shows = next((each for each in TELLING if each in there and each not in fields), None)
    return (shows, kind) if shows and kind and kind != _THINGS[noun] else None


def _no_colon(reading: Reading, noun: str, key: Scalar, cut: WithoutColon, value: Node | None) -> None:
    """``summary We offer: more``: a field whose colon is missing, and a text that has one."""
    message = f"{noun} has no field {shown(key)}: {cut.message}"
    ends_here = value is None or (value.span.line, value.span.column) == (key.span.end_line, key.span.end_column)
    if ends_here:  # within braces, where the comma follows at once
        place = replace(key.span, end_line=key.span.line, end_column=key.span.column + cut.width)
        reading.report("unknown-field", message, key.span, cut.hint, fix=(Edit(place, f"{cut.field}:"),))
        return
    rest = f"{cut.rest}: {value.text}" if isinstance(value, Scalar) else f"{cut.rest}:"
    reading.report("unknown-field", message, key.span, replace(cut, rest=rest).hint, note=_lost(noun, value, misspelt=True))


def _meant(reading: Reading, key: Scalar, near: str, fields: list[str], there: Container[str]) -> tuple[Edit, ...]:
    """The edit that writes the field that was meant; nothing where it could be another, or stands there already."""
    name, colon, _ = key.text.partition(":")
    if near in there:
        return ()
    if colon:
        # Within braces, ``{touchpoint:shop}`` is a name without anything behind it.
        place = replace(key.span, column=key.span.column + len(name) + 1, end_line=key.span.line, end_column=key.span.column + len(name) + 1)
        return (Edit(place, " "),) if name in fields and name not in there and key.plain else ()
    return (Edit(key.span, near),) if reading.suggestions.is_sure(key.text, near, fields) else ()


def _lost(noun: str, value: Node | None, *, misspelt: bool) -> str:
    """What an editor does not find on the site; empty where nothing is written."""
    if value is None or (isinstance(value, Scalar) and not value.text.strip()):
        return ""
    span = value.span
    # A text over several lines ends where the next line begins.
    lines = span.end_line - span.line + (span.end_column > 1)
    until = "until the name is corrected" if misspelt else "as long as it has this name"
    if noun in _SETTINGS:
        return f"it has no effect {until}"
    return f"its {lines} lines are not on the site {until}" if lines > 1 else f"it is not on the site {until}"
