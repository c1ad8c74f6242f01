"""Writes ``was: [old-id]`` into a thing, in whichever way that thing is written."""

from __future__ import annotations

from journey_site.documents.declared import Declared
from journey_site.documents.texts import like_languages
from journey_site.edit.blocks import Block, Entry, Unusual, is_block, is_nothing, read_page, sign_of
from journey_site.edit.edits import Places
from journey_site.edit.key_order import rank_of
from journey_site.problems import Edit, Span
from journey_site.source.nodes import Mapping, Node, Scalar, Sequence
from journey_site.source.text import SourceText
from journey_site.source.written import as_written, in_quote_marks

_NOT_IN_BRACES = (",", "[", "]", "{", "}", ": ", " #")


class CannotSay(ValueError):
    """The thing is written in a way that leaves no certain place for ``was``; the message says why."""


def with_old_id(node: Node, kind: type[Declared], old: str, new: str, source: SourceText, root: Node) -> list[Edit]:
    """The edits after which the thing that ``node`` says was ``old``; an old id that it takes back is left out.

    Raises:
        CannotSay: when there is no certain place for it.
    """
    if isinstance(node, Sequence):
        raise CannotSay("it is written as a list")
    if isinstance(node, Scalar):
        return [_beside_name(node, old, source)]
    was = node.get("was")
    if was is not None:
        return [_among_others(was, old, new, source)]
    if like_languages(node) and not any(key.text in kind.names() for key, _ in node.entries):
        if is_block(node, source):
            raise CannotSay("its name in several languages stands alone: write name: above it")
        return [_at(node.span, "{name: "), _at(node.span, f", was: [{old}]}}", end=True)]
    if not is_block(node, source):
        return [_in_braces(node, old, source)]
    return [_in_lines(node, kind, old, source, root)]


def _at(span: Span, text: str, *, end: bool = False) -> Edit:
    place = (span.end_line, span.end_column) if end else (span.line, span.column)
    return Edit(Span(span.file, *place, *place), text)


def _beside_name(node: Scalar, old: str, source: SourceText) -> Edit:
    """A thing that is a name alone, or nothing at all."""
    span = node.span
    said = f"{{was: [{old}]}}"
    if is_nothing(node):
        before = source.line(span.line)[: span.column - 1]
        if not before.strip():
            return _at(span, f"was: [{old}]\n")  # an empty file
        if before.rstrip().endswith((":", "-")):
            return _at(span, said if before[-1] == " " else f" {said}")
        return _at(span, f": {said}")
    if node.is_null:
        return Edit(span, said)
    raw = Places(source.text).written(span)
    if "\n" in node.text or span.line != span.end_line:
        raise CannotSay("its name goes over several lines: write name: before it")
    if node.plain and any(sign in raw for sign in _NOT_IN_BRACES):
        raw = in_quote_marks(node.text)
    return Edit(span, f"{{name: {raw}, was: [{old}]}}")


def _among_others(was: Node, old: str, new: str, source: SourceText) -> Edit:
    """Beside the old ids that are there; in place of the one that the thing is called again."""
    if isinstance(was, Mapping):
        raise CannotSay("what stands under was: is no list")
    if isinstance(was, Scalar):
        if is_nothing(was):
            return _at(was.span, f" [{old}]")
        others = [] if was.is_null or was.text == new else [as_written(was.text)]
        return Edit(was.span, f"[{', '.join([*others, old])}]")
    taken_back = next((item for item in was.items if isinstance(item, Scalar) and item.text == new), None)
    if taken_back is not None:
        return Edit(taken_back.span, old)
    if not was.items:
        return Edit(was.span, f"[{old}]")
    last = was.items[-1].span
    if sign_of(was, source) == "[":
        return _at(last, f", {old}", end=True)
    return _below(last.end_line, f"{' ' * (was.span.column - 1)}- {old}", source)


def _below(line: int, text: str, source: SourceText) -> Edit:
    end = len(source.line(line)) + 1
    return Edit(Span(source.file, line, end, line, end), f"\n{text}")


def _in_braces(node: Mapping, old: str, source: SourceText) -> Edit:
    if not node.entries:
        return Edit(node.span, f"{{was: [{old}]}}")
    last = node.entries[-1][1]
    places = Places(source.text)
    behind = places.text[places.offset(last.span.end_line, last.span.end_column) : places.offset(node.span.end_line, node.span.end_column)]
    if is_nothing(last) or "," in behind or "#" in behind:
        return _at(node.entries[0][0].span, f"was: [{old}], ")
    return _at(last.span, f", was: [{old}]", end=True)


def _in_lines(node: Mapping, kind: type[Declared], old: str, source: SourceText, root: Node) -> Edit:
    """A line of its own, behind the last field that stands before ``was`` in the usual order."""
    try:
        page = read_page(source, root)
    except Unusual as reason:
        raise CannotSay(str(reason)) from None
    block = _block_of(page.root, node)
    if block is None:
        raise CannotSay("it is written in a way that is rare")
    line = " " * block.column + f"was: [{old}]"
    place = rank_of(kind, "was") or 0
    behind: Entry | None = None
    for entry in block.entries:
        rank = rank_of(kind, entry.key.text) if entry.key else None
        if entry.below is None and rank is not None and rank < place:
            behind = entry
    if behind is not None:
        return _below(behind.last, line, source)
    return _at(node.span, f"was: [{old}]\n{' ' * block.column}")


def _block_of(block: Block | None, node: Mapping) -> Block | None:
    if block is None or block.node is node:
        return block
    return next((found for entry in block.entries if (found := _block_of(entry.below, node))), None)
