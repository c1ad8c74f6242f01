"""The one layout of a handbook's files: two spaces for each level, one space behind colons and dashes.

Entries stand in the order they are given; comments stay with the entry they stand above or behind. Texts are
never broken anew, quotes stay as they are, and so does what stands under ``|``.
"""

from __future__ import annotations

from collections.abc import Callable

from journey_site.edit.blocks import Block, Entry, Page, Unusual, is_nothing, keeps_empty_lines, sign_of
from journey_site.edit.brackets import spaced
from journey_site.source.nodes import Scalar
from journey_site.source.text import SourceText

STEP = 2
"""So many spaces for each level."""

Order = Callable[[Block], list[Entry]]
"""The entries of a block as they should follow each other."""


def laid_out(page: Page, source: SourceText, order: Order) -> list[str]:
    """The lines of a file in that layout.

    Raises:
        Unusual: when something cannot be written so with certainty.
    """
    body = _Writer(source, order).block(page.root, 0) if page.root is not None else []
    head = _squeezed(line.rstrip() for line in page.head)
    while head and not head[0]:
        head.pop(0)
    while not head and body and not body[0]:
        body.pop(0)
    if head and not head[-1] and body and not body[0]:
        body.pop(0)
    lines = [*head, *body]
    if page.root is None:
        while lines and not lines[-1]:
            lines.pop()
    return lines


def _squeezed(notes: object) -> list[str]:
    """Of several empty lines, one."""
    found: list[str] = []
    for note in notes:  # type: ignore[attr-defined]
        if note or not found or found[-1]:
            found.append(note)
    return found


class _Writer:
    """One file, written anew from its blocks."""

    def __init__(self, source: SourceText, order: Order) -> None:
        self.source = source
        self.order = order
        self.keeps = False
        """Whether what was written last is a text to which the empty lines below it belong (``|+``)."""

    def block(self, block: Block, indent: int, *, beside_dash: bool = False) -> list[str]:
        ordered = self.order(block)
        moved = ordered[0] is not block.entries[0]
        lines: list[str] = []
        for entry in ordered:
            lead = self._below_text(_squeezed(entry.lead))
            while moved and not lines and lead and not lead[0]:
                lead.pop(0)
            lines += [] if beside_dash and not lines else _indented(lead, indent)
            lines += self._entry(entry, indent)
        return lines + _indented(self._below_text(_squeezed(block.tail)), indent)

    def _below_text(self, notes: list[str]) -> list[str]:
        """Notes without empty lines above them where these would belong to the text above."""
        while self.keeps and notes and not notes[0]:
            notes.pop(0)
        self.keeps = self.keeps and not notes
        return notes

    def _entry(self, entry: Entry, indent: int) -> list[str]:
        head = " " * indent + (self._name(entry.key) + ":" if entry.key else "-")
        if entry.below is not None:
            return self._with_block(entry, entry.below, head, indent)
        self.keeps = keeps_empty_lines(entry.value, self.source)
        rest = self.source.line(entry.line)[entry.after :]
        if is_nothing(entry.value):
            return [(head + rest).rstrip(), *_indented(_squeezed(entry.under), indent + STEP)]
        shift = indent - entry.block.column
        span = entry.value.span
        if span.line == entry.line:
            first, more = self._value(entry, shift, indent)
            return [f"{head} {first}", *more]
        # The text begins on a line below its name.
        _only_comment(rest, entry.line)
        between = [self.source.line(number).strip() for number in range(entry.line + 1, span.line)]
        for note in between:
            _only_comment(f" {note}", entry.line + 1)
        first, more = self._value(entry, indent + STEP - (span.column - 1), indent)
        return [(head + rest).rstrip(), *_indented(_squeezed(between), indent + STEP), " " * (indent + STEP) + first, *more]

    def _with_block(self, entry: Entry, below: Block, head: str, indent: int) -> list[str]:
        text = self.source.line(entry.line)
        begins = below.entries[0]
        self.keeps = False
        if entry.key is None and below.node.span.line == entry.line:
            # Beside the dash. A comment above what comes first now can only stand above the dash.
            above = [note for note in self.order(below)[0].lead if note]
            lines = self.block(below, indent + STEP, beside_dash=True)
            return [*_indented(above, indent), f"{head} {lines[0].lstrip()}", *lines[1:]]
        rest = text[entry.after :]
        _only_comment(rest, entry.line)
        if entry.key is None and not rest.strip() and not any(begins.lead) and self.order(below)[0] is begins:
            lines = self.block(below, indent + STEP)
            while not lines[0]:
                lines.pop(0)
            return [f"{head} {lines[0].lstrip()}", *lines[1:]]
        return [(head + rest).rstrip(), *self.block(below, indent + STEP)]

    def _name(self, key: Scalar) -> str:
        span = key.span
        return self.source.line(span.line)[span.column - 1 : span.end_column - 1]

    def _value(self, entry: Entry, shift: int, indent: int) -> tuple[str, list[str]]:
        """A text or brackets as written, its further lines moved along, with the comment behind it."""
        source, value, span = self.source, entry.value, entry.value.span
        line = source.line(span.line)
        sign = sign_of(value, source)
        if isinstance(value, Scalar) and not value.plain and sign in ("|", ">"):
            return line[span.column - 1 :].rstrip(), self._below_sign(entry, indent)
        last = source.line(span.end_line)
        behind = last[span.end_column - 1 :]
        _only_comment(behind, span.end_line)
        if span.line == span.end_line:
            return spaced(value, source) + behind.rstrip(), []
        exact = sign in ("'", '"') or any(quote in source.line(n) for n in range(span.line, span.end_line + 1) for quote in "'\"")
        lines = [source.line(number) for number in range(span.line, span.end_line + 1)]
        lines[0], lines[-1] = lines[0][span.column - 1 :], lines[-1].rstrip()
        if not exact:
            lines = [each.rstrip() for each in lines]
        floor = indent + (isinstance(value, Scalar))
        return lines[0], [_moved(each, shift, floor) for each in lines[1:]]

    def _below_sign(self, entry: Entry, indent: int) -> list[str]:
        """The lines of a text under ``|`` or ``>``: moved as one, and otherwise untouched."""
        first = entry.value.span.line
        lines = [self.source.line(number) for number in range(first + 1, entry.last + 1)]
        header = self.source.line(first)[entry.value.span.column - 1 :].split("#")[0]
        written = [each for each in lines if each.strip()]
        if not written:
            return lines
        if any(letter.isdigit() for letter in header):
            # A number says how far the text is indented below its name.
            shift = indent - entry.block.column
        else:
            shift = indent + STEP - (len(written[0]) - len(written[0].lstrip(" ")))
        if shift >= 0:
            return [" " * shift + each if each else each for each in lines]
        return [each[min(-shift, len(each) - len(each.lstrip(" "))) :] for each in lines]


def _moved(line: str, shift: int, floor: int) -> str:
    words = line.lstrip(" \t")
    return " " * max(len(line) - len(words) + shift, floor) + words if words.strip() else ""


def _indented(notes: list[str], indent: int) -> list[str]:
    return [" " * indent + note if note else "" for note in notes]


def _only_comment(text: str, line: int) -> None:
    if text.strip() and not (text[0] in " \t" and text.lstrip()[0] == "#"):
        raise Unusual(f"line {line} was not understood")
