"""The list of what an edition shows and leaves out, on a screen and as a paper to sign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journey_site.account.harmless_markdown import code, first_words, words_only
from journey_site.cli.edition_list import EditionList, Line
from journey_site.reports.paint import Paint
from journey_site.reports.visible import cells, visible, width

_STEP = "  "


def as_text(lists: Iterable[EditionList], paint: Paint, columns: int, *, names: bool) -> Iterator[str]:
    """Lines of at most ``columns`` columns; ``names`` tells each thing that is shown, else how many there are."""
    for at, told in enumerate(lists):
        if at:
            yield ""
        yield from (paint.bold(line) for line in _wrapped(told.title, "", columns))
        for block in told.blocks:
            yield ""
            yield from (paint.bold(line) for line in _wrapped(block.title, _STEP, columns))
            for line in block.lines:
                yield from _line(line, _STEP * 2, paint, columns, names=names)


def _line(line: Line, indent: str, paint: Paint, columns: int, *, names: bool) -> Iterator[str]:
    yield from _wrapped(_said(line.label, line.words, line.id), indent, columns)
    if line.place:
        yield paint.faint(f"{indent}{_STEP}{visible(line.place)}")
    for each in line.below if names or not line.lengthy else ():
        yield from _line(each, indent + _STEP, paint, columns, names=names)


def _said(label: str, words: str, identity: str) -> str:
    told = ": ".join(each for each in (label, words) if each)
    return f"{told} ({identity})" if identity else told


def _wrapped(words: str, indent: str, columns: int) -> Iterator[str]:
    """``words`` whole, over as many lines as they take; those after the first stand further in."""
    line, begun = indent, False
    for word in words.split():
        for piece in _pieces(word, columns - len(indent) - 4):
            if begun and width(line) + 1 + width(piece) > columns:
                yield line
                line, begun = f"{indent}    ", False
            line += f" {visible(piece)}" if begun else visible(piece)
            begun = True
    yield line


def _pieces(word: str, room: int) -> Iterator[str]:
    """A word that is wider than a line, as Chinese is without spaces, in pieces that are not."""
    if width(word) <= room:
        yield word
        return
    piece, used = "", 0
    for letter, cell in zip(word, cells(word), strict=True):
        if used + cell.width > room:
            yield piece
            piece, used = "", 0
        piece, used = piece + letter, used + cell.width
    yield piece


def as_markdown(title: str, lists: Iterable[EditionList], signed: str) -> Iterator[str]:
    """One page with everything by name; ``signed`` stands at its end, where somebody writes."""
    yield f"# {words_only(title)}"
    for told in lists:
        yield from ("", f"## {words_only(told.title)}")
        for block in told.blocks:
            yield from ("", f"### {words_only(block.title)}", "")
            for line in block.lines:
                yield from _item(line, "")
    yield from ("", signed)


def _item(line: Line, indent: str) -> Iterator[str]:
    label = f"**{words_only(line.label)}:** " if line.label and line.words else words_only(line.label)
    name = f" ({code(line.id)})" if line.id else ""
    place = f" {code(line.place)}" if line.place else ""
    words = " ".join(line.words.split())
    yield f"{indent}- {label}{words_only(words) if line.label else first_words(words)}{name}{place}"
    for each in line.below:
        yield from _item(each, indent + "  ")
