"""Whether two texts of a file say the same: every name and text, and every comment, wherever they stand."""

from __future__ import annotations

import re
from collections import Counter

from journey_site.edit.edits import Places
from journey_site.source.nodes import Mapping, Node, Scalar, Sequence
from journey_site.source.text import SourceText

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#.*", re.MULTILINE)
_HEADER = re.compile(r"[|>][^ \t\n]*")


def same_words(one: Node | None, other: Node | None) -> bool:
    """Whether two nodes say the same; the order of names in a mapping is no part of it."""
    if isinstance(one, Scalar) and isinstance(other, Scalar):
        return one.text == other.text and one.plain == other.plain
    if isinstance(one, Sequence) and isinstance(other, Sequence):
        return len(one.items) == len(other.items) and all(map(same_words, one.items, other.items))
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return len(one.entries) == len(other.entries) and all(
            (there := other.key(key.text)) is not None and key.plain == there.plain and same_words(value, other.get(key.text))
            for key, value in one.entries
        )
    return one is other is None


def comments(source: SourceText, root: Node | None) -> Counter[str]:
    """Every comment of a file, and how often it stands there."""
    places = Places(source.text)
    pieces: list[str] = []
    at = 0
    for begin, end in sorted(_texts(root, places)):
        pieces.append(source.text[at:begin])
        pieces.append(re.sub(r"[^\r\n]", "x", source.text[max(at, begin) : end]))
        at = max(at, end)
    bare = "".join([*pieces, source.text[at:]]).replace("\r\n", "\n")
    return Counter(found[0].rstrip() for found in _COMMENT.finditer(bare))


def _texts(node: Node | None, places: Places) -> list[tuple[int, int]]:
    """Where texts stand, which may hold a # that begins no comment."""
    found: list[tuple[int, int]] = []
    waiting = [node] if node is not None else []
    while waiting:
        each = waiting.pop()
        if isinstance(each, Mapping):
            waiting += [part for entry in each.entries for part in entry]
        elif isinstance(each, Sequence):
            waiting += each.items
        else:
            begin, end = places.stretch(each.span)
            header = _HEADER.match(places.text, begin) if not each.plain else None
            if header:
                # A comment may stand behind the sign that the text stands under.
                begin = places.offset(each.span.line + 1, 1)
            found.append((begin, max(begin, end)))
    return found
