"""Brackets on a line that is too long to read: each entry gets a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journey_site.edit.blocks import is_nothing, sign_of
from journey_site.edit.edits import Places, apply
from journey_site.problems import Edit, Span
from journey_site.source.nodes import Mapping, Node, Scalar, Sequence
from journey_site.source.text import SourceText
from journey_site.source.yaml import parse_yaml

LONGEST = 160
"""So many letters a line with brackets may have: it still stands whole on a screen."""
_STEP = 2
_COLON = re.compile(r"[ \t]*:[ \t]+")
_DEEPEST = 20


def unfolded(source: SourceText, root: Node | None) -> SourceText:
    """``source`` with a line for each entry of brackets on lines longer than ``LONGEST``, the outer ones first.

    Brackets with a comment, a name for later (``&``, ``*``) or a tag in them stay: what such a sign belongs to is for
    its author to say.
    """
    for _ in range(_DEEPEST):
        if all(len(line) <= LONGEST for line in source.lines):
            break
        edits = tuple(_edits(source, root))
        if not edits:
            break
        source = SourceText(source.file, apply(source.text, edits))
        root, _problems = parse_yaml(source)
    return source


def _edits(source: SourceText, root: Node | None) -> Iterator[Edit]:
    places = Places(source.text)
    waiting: list[tuple[Node, Scalar | None]] = [(root, None)] if root is not None else []
    while waiting:
        node, key = waiting.pop()
        if isinstance(node, Scalar):
            continue
        if sign_of(node, source) in ("{", "["):
            if edit := _edit(node, key, source, places):
                yield edit
        elif isinstance(node, Mapping):
            waiting += [(value, key) for key, value in node.entries]
        else:
            waiting += [(item, None) for item in node.items]


def _edit(node: Mapping | Sequence, key: Scalar | None, source: SourceText, places: Places) -> Edit | None:
    """The edit after which brackets within lines stand as lines; none where that is not needed or not certain."""
    span, line = node.span, source.line(node.span.line)
    if span.end_line != span.line or len(line) <= LONGEST or line[span.end_column - 1 :].strip():
        return None
    entries = list(_entries(node, source, places))
    alone = isinstance(node, Sequence) and len(entries) == 1 and isinstance(node.items[0], Scalar)
    if not entries or alone or not all(entries):
        return None
    if key is None:
        if isinstance(node, Sequence) or line[: span.column - 1].strip(" -"):
            return None
        return Edit(span, f"\n{' ' * (span.column - 1)}".join(entries))
    if key.span.line != span.line or not _COLON.fullmatch(line[key.span.end_column - 1 : span.column - 1]):
        return None
    indent = " " * (key.span.column - 1 + _STEP)
    place = Span(span.file, span.line, key.span.end_column, span.end_line, span.end_column)
    return Edit(place, "".join([":", *(f"\n{indent}{entry}" for entry in entries)]))


def _entries(node: Mapping | Sequence, source: SourceText, places: Places) -> Iterator[str]:
    """What each entry says on a line of its own; empty for one of which that is not certain."""
    if isinstance(node, Sequence):
        for item in node.items:
            whole = isinstance(item, Scalar) or sign_of(item, source) in ("{", "[")  # else a pair without braces
            yield f"- {places.written(item.span)}" if whole and _is_clear(item, places) else ""
        return
    for key, value in node.entries:
        clear = _is_clear(key, places) and _is_clear(value, places)
        yield f"{places.written(key.span)}: {places.written(value.span)}" if clear else ""


def _is_clear(node: Node, places: Places) -> bool:
    return not is_nothing(node) and places.written(node.span)[:1] not in ("&", "*", "!", "?")
