"""What a place in a file lies in, by the names that people use: the journey, its stage, a touchpoint there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from journey_site.atlas.atlas import SCHEME_KINDS, Atlas
from journey_site.documents.values import Text
from journey_site.problems import Span
from journey_site.reports.sources import Sources
from journey_site.source.ids import slug
from journey_site.source.nodes import Mapping, Node, Scalar, Sequence

_ONE_OF = {kind: word for word, kind in SCHEME_KINDS.items()}
_PARTS = {"stages": "stage", "steps": "step"}
_USED = {"touchpoints": "touchpoint", "content": "content", "metrics": "metric", "opportunities": "opportunity"}
_NAMES = ("name", "title", "text")
_LONGEST = 60
_HANDBOOK = ("handbook.yml", "handbook.yaml")


@dataclass(frozen=True, slots=True)
class Enclosing:
    """One thing that a place lies in."""

    kind: str
    """``journey``, ``stage``, ``step``, ``persona``, ``touchpoint`` …"""
    id: str
    """Empty for what has none, such as a touchpoint that is used here alone."""
    name: str
    """In the handbook's language; the id where no name is written."""

    def __str__(self) -> str:
        return f'{self.kind} "{self.name}"'


def enclosing(span: Span, sources: Sources, atlas: Atlas) -> tuple[Enclosing, ...]:
    """What ``span`` lies in, the widest first; nothing for what belongs to the whole handbook.

    Goes by the file's own lines, so that a broken file still says as much as can be read of it.
    """
    return tuple(_enclosing(span, sources, atlas))


def _enclosing(span: Span, sources: Sources, atlas: Atlas) -> Iterator[Enclosing]:
    place = PurePosixPath(atlas.path_of(span.file))
    if place.suffix not in (".yml", ".yaml"):
        return
    node = sources.root(span.file)
    kind = next((part for part in place.parts[:-1] if part in _ONE_OF), "")
    identity = place.stem if kind else ""
    if not kind and place.stem in _ONE_OF:
        kind = place.stem
        identity, node = _within(node, span)
    elif not kind and place.name in _HANDBOOK:
        kind, node = _within(node, span)
        identity, node = _within(node, span)
    if kind not in _ONE_OF or not identity:
        return
    thing = atlas.table(kind).get(identity)
    yield Enclosing(_ONE_OF[kind], identity, _name(node, atlas) or _words(getattr(thing, "name", None), atlas) or identity)
    if kind in ("journeys", "models"):
        yield from _parts(node, span, atlas, getattr(thing, "stages", ()))


def _parts(node: Node | None, span: Span, atlas: Atlas, known: object) -> Iterator[Enclosing]:
    """The stage, the step in it, and what is used there."""
    name, below = _within(node, span)
    if name in _PARTS:
        identity, part = _within(below, span)
        if part is None:
            return
        if isinstance(below, Sequence):
            identity = _own_id(part, atlas)
        there = next((each for each in known if each.id == identity), None) if isinstance(known, tuple) else None
        words = _name(part, atlas) or _words(getattr(there, "name", None), atlas) or identity
        if words:
            yield Enclosing(_PARTS[name], identity, words)
            yield from _parts(part, span, atlas, getattr(there, "steps", ()))
    elif name in _USED:
        item = _within(below, span)[1] if isinstance(below, Sequence) else below
        if isinstance(item, Mapping):
            written = item.get(_USED[name])
            identity = written.text if isinstance(written, Scalar) else ""
            thing = atlas.table(name).get(identity) if identity and name != "opportunities" else None
            words = _name(item, atlas) or _words(getattr(thing, "name", None), atlas) or identity
            if words:
                yield Enclosing(_USED[name], identity, words)


def _within(node: Node | None, span: Span) -> tuple[str, Node | None]:
    """The entry of a mapping or list that ``span`` begins in, with its key; nothing where it lies in none."""
    here = (span.line, span.column)
    key: Scalar | None = None
    if isinstance(node, Mapping):
        at = bisect_right(node.entries, here, key=lambda entry: (entry[0].span.line, entry[0].span.column))
        if not at:
            return "", None
        key, value = node.entries[at - 1]
    elif isinstance(node, Sequence):
        # An alias among the items stands elsewhere.
        begun = [item for item in node.items if (item.span.line, item.span.column) <= here]
        if not begun:
            return "", None
        value = max(begun, key=lambda item: (item.span.line, item.span.column))
    else:
        return "", None
    start, end = (key or value).span, value.span
    inside = here <= max((end.end_line, end.end_column), (start.end_line, start.end_column))
    # What stands below its last line is still in it where it is indented deeper, as after a line that is broken.
    if not inside and not (span.line > end.end_line and span.column > start.column):
        return "", None
    return key.text if key else "", value


def _name(node: Node | None, atlas: Atlas) -> str:
    """How a node names itself; empty where it does not."""
    if isinstance(node, Scalar):
        return "" if node.is_null else _short(node.text)
    if not isinstance(node, Mapping):
        return ""
    for key in _NAMES:
        written = node.get(key)
        if isinstance(written, Mapping):
            spoken = written.get(atlas.language)
            written = spoken or (written.entries[0][1] if written.entries else None)
        if isinstance(written, Scalar) and not written.is_null:
            return _short(written.text)
    return ""


def _own_id(node: Node, atlas: Atlas) -> str:
    """The id of a stage in a list: the one it carries, else the one that its name makes."""
    written = node.get("id") if isinstance(node, Mapping) else None
    return written.text if isinstance(written, Scalar) else slug(_name(node, atlas))


def _words(text: object, atlas: Atlas) -> str:
    if not isinstance(text, Text):
        return ""
    values = text.values
    return _short(values.get(atlas.language) or next(iter(values.values()), ""))


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
