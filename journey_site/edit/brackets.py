"""Spaces within brackets and braces on one line: one behind each comma and colon, none beside the brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from journey_site.edit.blocks import is_nothing, sign_of
from journey_site.source.nodes import Mapping, Node, Scalar, Sequence
from journey_site.source.text import SourceText

_COMMA = re.compile(r"[ \t]*,[ \t]*")
_COLON = re.compile(r"[ \t]*:[ \t]*")
_SPACE = re.compile(r"[ \t]+")


def spaced(node: Node, source: SourceText) -> str:
    """What a node on a single line says, with the spaces as they should be; texts stay as written."""
    span = node.span
    line = source.line(span.line)
    pieces: list[str] = []
    at = span.column - 1
    for begin, end, new in sorted(_gaps(node, source)):
        pieces += (line[at:begin], new)
        at = end
    return "".join([*pieces, line[at : span.end_column - 1]])


def _gaps(node: Node, source: SourceText) -> Iterator[tuple[int, int, str]]:
    """The stretches between texts that should be otherwise: begin and end as columns from 0, and what belongs there."""
    if isinstance(node, Scalar):
        return
    line = source.line(node.span.line)
    inside = list(_inside(node))
    for one in inside:
        yield from _gaps(one, source)
    bare = [one for one in inside if not is_nothing(one)]
    if len(bare) < len(inside):
        return  # what is left out has no place, so that nobody can say what stands before it
    ends = [(one.span.column - 1, one.span.end_column - 1) for one in inside]
    for place, ((_, end), (begin, _)) in enumerate(pairwise(ends)):
        is_value = isinstance(node, Mapping) and place % 2 == 0
        if (_COLON if is_value else _COMMA).fullmatch(line[end:begin]):
            yield end, begin, ": " if is_value else ", "
    if ends and sign_of(node, source) in ("{", "["):
        first, last = node.span.column, node.span.end_column - 2
        for begin, end in ((first, ends[0][0]), (ends[-1][1], last)):
            if _SPACE.fullmatch(line[begin:end]):
                yield begin, end, ""


def _inside(node: Mapping | Sequence) -> Iterator[Node]:
    if isinstance(node, Sequence):
        yield from node.items
    else:
        for key, value in node.entries:
            yield key
            yield value
