"""Several ids that were written as one text where a list is meant: ``touchpoints: shop, web``, or below each other without dashes."""

from __future__ import annotations

import re
from dataclasses import replace

from journey_site.documents.reading import Reading, quoted, some
from journey_site.documents.shapes import Either, Fields, Format, IdOf, Shape, shape_of
from journey_site.problems import Edit, Severity, Span
from journey_site.source.ids import is_id
from journey_site.source.yaml import Node, Scalar, Sequence

_PART = re.compile(r"[^,;\s][^,;]*")
_WORD = re.compile(r"[^,;\s]+")
_SINGLE = ("id", "language")
"""Formats of which none holds a comma."""


def entries_of(node: Node, reading: Reading, name: str, of: Shape | None) -> list[Node]:
    """The entries of a list; a single value counts as a list of one.

    Ids with commas or lines between are told, and read as what they are: no id holds a comma. ``of`` is the shape of an
    entry; None where any word may stand, which holds no comma either.
    """
    if not isinstance(node, Sequence):
        return _apart(node, reading, name, of, alone=True)
    entries: list[Node] = []
    for item in node.items:
        entries += _apart(item, reading, name, of, alone=False)
    return entries


def _apart(node: Node, reading: Reading, name: str, of: Shape | None, *, alone: bool) -> list[Node]:
    if not isinstance(node, Scalar):
        return [node]
    lines = node.plain and node.span.end_line > node.span.line and node.span.end_column > 1
    if not lines and "," not in node.text and ";" not in node.text:
        return [node]
    found = [(part.start(), part[0].rstrip()) for part in (_WORD if lines else _PART).finditer(node.text)]
    words = [word for _, word in found]
    if len(words) < 2 or not all(map(is_id if lines else _may_be_an_id, words)) or not (of is None or _is_single(of)):
        return [node]
    span, written = node.span, f"[{', '.join(words)}]"
    message, hint, fix = f"{name} should be a list, and {quoted(node.text)} is one text", f"write {written}", (Edit(span, written),)
    if not alone:
        message, hint = f"{quoted(node.text)} is one entry of {name}, and should be {len(words)}", f"write an entry for each: {some(words)}"
    reading.report("list-expected", message, span, hint, severity=Severity.WARNING, fix=fix if alone else ())
    exact = node.plain and span.line == span.end_line
    return [Scalar(word, node.plain, _part_of(span, at, word) if exact else span) for at, word in found]


def _part_of(span: Span, at: int, word: str) -> Span:
    return replace(span, column=span.column + at, end_column=span.column + at + len(word))


def _may_be_an_id(word: str) -> bool:
    return is_id(word.lower().replace("_", "-"))


def _is_single(shape: Shape) -> bool:
    """Whether an entry of this shape is an id, or may be written as one."""
    if isinstance(shape, Fields):
        declared = shape.declared()
        return bool(declared.shorthand) and _is_single(shape_of(declared.marks()[declared.shorthand].read))
    if isinstance(shape, Either):
        return any(map(_is_single, shape.shapes))
    return isinstance(shape, IdOf) or (isinstance(shape, Format) and shape.name in _SINGLE)
