"""A YAML file as an editor sees it: entries in lines, each with the comments that stand above and behind it.

Made from the nodes' places and the file's lines together, since nodes know no comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from journey_site.source.nodes import Mapping, Node, Scalar, Sequence
from journey_site.source.text import SourceText

_GAP = re.compile(r"[ \t]*(#.*)?")
_COLON = re.compile(r"[ \t]*:(?=[ \t]|$)")
_KEEPS = re.compile(r"[|>][0-9]?\+|[|>]\+[0-9]?")


class Unusual(Exception):
    """Something is written in a way that cannot be laid out anew with certainty; the message says what, and where."""


@dataclass(eq=False)
class Block:
    """A mapping or list that is written in lines, without brackets."""

    node: Mapping | Sequence
    column: int
    """How far it is indented."""
    entries: list[Entry] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    """Comments below its last entry that are indented as it is, without their indentation; "" is an empty line."""


@dataclass(eq=False)
class Entry:
    """A name with what stands under it, or an item of a list."""

    block: Block
    key: Scalar | None
    value: Node
    line: int
    """The line of its name or dash, counted from 1."""
    last: int
    """Its last line; of one that holds a block, the line of its name or dash."""
    after: int
    """The column, counted from 0, behind its colon or dash."""
    below: Block | None = None
    """The block that it holds."""
    lead: list[str] = field(default_factory=list)
    """Comments above it, without their indentation; "" is an empty line."""
    under: list[str] = field(default_factory=list)
    """Of a name with nothing behind it: comments below it that are deeper, such as fields that wait to be filled in."""


@dataclass
class Page:
    """A whole file in blocks."""

    head: list[str]
    """What stands above everything: a comment about the file, three dashes."""
    root: Block | None
    """Nothing in a file of comments alone."""


def is_block(node: Node, source: SourceText) -> bool:
    """Whether a node is a mapping or list in lines, without brackets."""
    return not isinstance(node, Scalar) and sign_of(node, source) not in ("{", "[")


def sign_of(node: Node, source: SourceText) -> str:
    """The character that a node begins with: a bracket, a quote, ``|``; empty for one that is left out."""
    span = node.span
    return source.line(span.line)[span.column - 1 : span.column]


def is_nothing(node: Node) -> bool:
    """Whether not a letter of a node is written."""
    span = node.span
    return isinstance(node, Scalar) and (span.line, span.column) == (span.end_line, span.end_column)


def read_page(source: SourceText, root: Node | None) -> Page:
    """The blocks of a file.

    Raises:
        Unusual: when it is written in a way that this does not know.
    """
    lines = list(source.lines)
    head = _until_dashes(lines)
    if root is None:
        return Page([*head, *_notes(source, len(head) + 1, len(lines))], None)
    if not is_block(root, source) or isinstance(root, Scalar):
        raise Unusual("it is no mapping in lines")
    reader = _Reader(source, len(head))
    block = reader.read(root)
    first = block.entries[0]
    # A comment with an empty line below it is about the file, not about what happens to stand first.
    cut = max((at for at, note in enumerate(first.lead) if not note), default=-1) + 1
    if any(first.lead[:cut]):
        head, first.lead = [*head, *first.lead[:cut]], first.lead[cut:]
    return Page(head, block)


def _until_dashes(lines: list[str]) -> list[str]:
    for number, line in enumerate(lines):
        if re.fullmatch(r"---[ \t]*(#.*)?", line):
            return lines[: number + 1]
        if not _GAP.fullmatch(line):
            break
    return []


class _Reader:
    """One walk through a file, from entry to entry."""

    def __init__(self, source: SourceText, head: int) -> None:
        self.source = source
        self.done = head
        """The last line that has been given to somebody."""
        self.open: list[Block] = []
        self.before: Entry | None = None
        """The entry that ended last."""

    def read(self, root: Mapping | Sequence) -> Block:
        block = self._block(root)
        self._gap(len(self.source.lines), None)
        return block

    def _block(self, node: Mapping | Sequence) -> Block:
        block = Block(node, node.span.column - 1)
        self.open.append(block)
        for key, value in _entries(node):
            line = key.span.line if key else self._dash(block, value)
            entry = Entry(block, key, value, line, line, self._behind(block, key, line))
            self._begin(entry)
            block.entries.append(entry)
            if isinstance(value, Mapping | Sequence) and is_block(value, self.source):
                entry.below = self._block(value)
            else:
                entry.last = self.done = last_line(value, line, self.source)
                self.before = entry
        return block

    def _begin(self, entry: Entry) -> None:
        """Give the lines above an entry to it, or to what ends there."""
        text, column = self.source.line(entry.line), entry.block.column
        if entry.line > self.done:
            if text[:column].strip():
                raise Unusual(f"line {entry.line} begins with a sign that is rare")
            self._gap(entry.line - 1, entry)
        elif entry.block.entries or (text[:column].replace("-", " ").strip()):
            raise Unusual(f"line {entry.line} holds several entries")
        self.done = max(self.done, entry.line)

    def _gap(self, until: int, entry: Entry | None) -> None:
        """Comments and empty lines, up to a line: deeper ones belong to what stands above, the others to ``entry``."""
        notes = _notes(self.source, self.done + 1, until)
        indents = [_indent(self.source.line(n)) for n in range(self.done + 1, until + 1)]
        self.done = max(self.done, until)
        if entry is not None and entry.block not in self.open:
            raise Unusual(f"line {entry.line} stands out of order")
        under = self._under(notes, indents)
        notes, indents = notes[under:], indents[under:]
        stay = self.open.index(entry.block) + 1 if entry is not None else 0
        closing, self.open = self.open[stay:], self.open[:stay]
        floor = entry.block.column if entry is not None else -1
        begin = 0
        for at, note in enumerate(notes):
            if not note:
                continue
            while closing and closing[-1].column > indents[at] and (len(closing) > 1 or entry is not None):
                closing.pop()
            if not closing or indents[at] <= floor:
                break
            closing[-1].tail += notes[begin : at + 1]
            begin = at + 1
        if entry is not None:
            entry.lead = notes[begin:]

    def _under(self, notes: list[str], indents: list[int]) -> int:
        """How many of the comments that follow belong to the entry above them, because it holds nothing else."""
        above, self.before = self.before, None
        if above is None or above.key is None or not is_nothing(above.value):
            return 0
        deep = 0
        for at, note in enumerate(notes):
            if note and indents[at] <= above.block.column:
                break
            deep = at + 1 if note else deep
        above.under = notes[:deep]
        return deep

    def _dash(self, block: Block, value: Node) -> int:
        """The line of the dash before an item."""
        if not block.entries:
            return block.node.span.line
        for line in range(value.span.line, self.done, -1):
            text = self.source.line(line)
            if text[block.column : block.column + 1] == "-" and not text[: block.column].strip():
                return line
        raise Unusual(f"no dash was found above line {value.span.line}")

    def _behind(self, block: Block, key: Scalar | None, line: int) -> int:
        if key is None:
            return block.column + 1
        if key.span.end_line != line:
            raise Unusual(f"the name in line {line} goes over several lines")
        found = _COLON.match(self.source.line(line), key.span.end_column - 1)
        if found is None:
            raise Unusual(f"the name in line {line} has no colon behind it")
        return found.end()


def _entries(node: Mapping | Sequence) -> Iterator[tuple[Scalar | None, Node]]:
    if isinstance(node, Mapping):
        yield from node.entries
    else:
        yield from ((None, item) for item in node.items)


def last_line(node: Node, line: int, source: SourceText) -> int:
    """The last line of a text or of brackets; empty lines below a text under ``|`` are its own only with a ``+``."""
    span = node.span
    if is_nothing(node):
        return line
    if sign_of(node, source) not in ("|", ">") or not isinstance(node, Scalar) or node.plain:
        return span.end_line
    keeps = keeps_empty_lines(node, source)
    last = span.end_line if source.line(span.end_line)[: span.end_column - 1].strip() else span.end_line - 1
    while not keeps and last > span.line and not source.line(last).strip():
        last -= 1
    return max(last, span.line)


def keeps_empty_lines(node: Node, source: SourceText) -> bool:
    """Whether a node is a text under ``|+`` or ``>+``, to which the empty lines below it belong."""
    span = node.span
    return isinstance(node, Scalar) and not node.plain and _KEEPS.match(source.line(span.line), span.column - 1) is not None


def _notes(source: SourceText, first: int, last: int) -> list[str]:
    """Comments without their indentation; of several empty lines one is kept."""
    notes: list[str] = []
    for number in range(first, last + 1):
        found = _GAP.fullmatch(source.line(number))
        if not found:
            raise Unusual(f"line {number} was not understood")
        notes.append((found[1] or "").rstrip())
    return notes


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))
