"""The surroundings of a mistake in YAML: the lines, and what libyaml had understood before it gave up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from journey_site.problems import Edit, Problem, Span

if TYPE_CHECKING:
    from collections.abc import Collection

    from journey_site.problems import Related
    from journey_site.source.text import SourceText

_LONGEST = 60

DASHES_OF_PRINT = "–—−"
BULLETS = frozenset("•●◦▪‣·∙○■⁃" + DASHES_OF_PRINT)
"""What items of a list begin with in other programs, and in text that is copied from them."""

_LINE = re.compile(
    r"""(?P<indent>[ \t]*+)
        (?P<dashes>(?:-[ \t]++)*+)
        (?:(?P<key>"[^"]*"|'[^']*'|[^\s"'\[\]{}\#&*!|>%@`,][^\#]*?):(?=[ \t]|$)[ \t]*)?
        (?P<value>.*)""",
    re.VERBOSE,
)
_WORD = re.compile(r"""[\w"'][\w .+"'-]{0,60}""")


def shorten(text: str) -> str:
    """A text in a length that fits a sentence, on one line."""
    flat = " ".join(text[: 4 * _LONGEST].split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1].rstrip() + "…"


def named(text: str) -> str:
    """A text as a sentence names it: shortened, and in quotes unless it brings its own."""
    words = shorten(text)
    return words if '"' in words else f'"{words}"'


def in_quotes(text: str, before: str = "") -> str:
    """The advice to put quotes around a text, written out where it is short enough to be copied."""
    text = text.strip()
    if len(text) + len(before) > _LONGEST:
        return "put quotes around the whole text"
    if '"' not in text and "\\" not in text:
        return f'write {before}"{text}"'
    doubled = text.replace("'", "''")
    return f"write {before}'{doubled}'"


def reads_as_words(text: str) -> bool:
    """Whether a text with a colon in it is one for people, and not perhaps a name with what it stands for."""
    return not re.match(r"[a-z_-]+:", text.lstrip("\"'"))


def first_item(text: str) -> str:
    """What stands before the comma or the bracket that ends an item within brackets."""
    return re.split(r"[,\]}]", text, maxsplit=1)[0].rstrip()


@dataclass(frozen=True, slots=True)
class Clue:
    """What libyaml says about a mistake: its words, and two places (from 1), neither of them reliably the right one."""

    problem: str
    line: int
    column: int
    context: str = ""
    context_line: int = 0
    context_column: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that was understood before the mistake: a text, an alias, or a collection's begin or end."""

    kind: str
    """``text``, ``alias``, ``list``, ``mapping`` or ``end``."""
    style: str
    """A text's quote or block sign, or ``flow`` for brackets and braces."""
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line taken apart: ``- key: value  # comment``; columns count from 1."""

    number: int
    text: str
    indent: str
    dashes: str
    key: str
    value: str
    value_column: int

    @property
    def column(self) -> int:
        """Where the line's first character stands that is no space."""
        return len(self.indent) + 1

    @property
    def content(self) -> str:
        """The line without indentation and comment."""
        return without_comment(self.text[len(self.indent) :])

    @property
    def key_column(self) -> int:
        """Where the name before the colon begins, behind any dashes."""
        return len(self.indent) + len(self.dashes) + 1

    @property
    def names_something(self) -> bool:
        """Whether the line looks like ``name: …`` with a short name."""
        return bool(self.key) and _WORD.fullmatch(self.key) is not None


def without_comment(text: str) -> str:
    """A stretch of a line without the comment at its end; a # within quotes stays."""
    quote = ""
    for i, c in enumerate(text):
        if quote:
            quote = "" if c == quote else quote
        elif c in "\"'" and (i == 0 or text[i - 1] in " [{,:"):
            quote = c
        elif c == "#" and (i == 0 or text[i - 1] in " \t"):
            return text[:i].rstrip()
    return text.rstrip()


def _open(pieces: list[Piece]) -> list[Piece]:
    stack: list[Piece] = []
    for piece in pieces:
        if piece.kind in ("list", "mapping"):
            stack.append(piece)
        elif piece.kind == "end" and stack:
            stack.pop()
    return stack


@dataclass(frozen=True)
class Scene:
    """Everything a detector looks at."""

    source: SourceText
    clue: Clue
    pieces: list[Piece]
    fields: Collection[str] = ()
    """Names that may stand before a colon."""

    def line(self, number: int) -> Line:
        """A line taken apart; beyond a thousand characters nobody reads it."""
        text = self.source.line(number)[:1000]
        found = _LINE.fullmatch(text)
        if not found:
            return Line(number, text, "", "", "", text, 1)
        key = (found["key"] or "").strip()
        value = without_comment(found["value"])
        return Line(number, text, found["indent"], found["dashes"], key, value, found.start("value") + 1)

    @cached_property
    def here(self) -> Line:
        """The line where libyaml noticed."""
        return self.line(self.clue.line)

    @cached_property
    def above(self) -> Line | None:
        """The nearest line above that holds more than a comment."""
        for number in range(self.clue.line - 1, max(self.clue.line - 200, 0), -1):
            line = self.line(number)
            if line.content:
                return line
        return None

    @cached_property
    def last(self) -> Piece | None:
        """What was understood last and can be seen: left out texts and the ends of blocks have no letters."""
        for piece in reversed(self.pieces):
            seen = (piece.line, piece.column) != (piece.end_line, piece.end_column)
            if seen and (piece.kind in ("text", "alias") or piece.style == "flow"):
                return piece
        return None

    @cached_property
    def open(self) -> list[Piece]:
        """The collections that were not finished, outermost first."""
        return _open(self.pieces)

    @cached_property
    def levels(self) -> list[int]:
        """How far the collections are indented that the line above the mistake was in."""
        last = len(self.pieces)
        # Here libyaml has closed what the line is too shallow for; look at what was open before.
        while last and self.pieces[last - 1].kind == "end" and self.pieces[last - 1].style != "flow":
            last -= 1
        return sorted({piece.column - 1 for piece in _open(self.pieces[:last])})

    @property
    def in_flow(self) -> bool:
        """Whether the mistake stands within brackets or braces."""
        if "flow" in self.clue.context or self.clue.problem == "found unexpected ':'":
            return True
        return bool(self.open) and self.open[-1].style == "flow"

    @cached_property
    def rest(self) -> str:
        """The line from where libyaml noticed, without comment."""
        return without_comment(self.here.text[self.clue.column - 1 :])

    def edit(self, line: int, column: int, width: int, text: str) -> tuple[Edit, ...]:
        """The edit that writes ``text`` in place of ``width`` characters of a line."""
        return (Edit(self.source.span(line, column, width), text),)

    def stands_alone(self, line: int) -> bool:
        """Whether the text of a line does not go on below: the next line is not indented deeper."""
        here = self.line(line)
        for number in range(line + 1, min(line + 50, len(self.source.lines)) + 1):
            below = self.line(number)
            if below.content:
                return below.column <= (here.key_column if here.key else here.column)
        return True

    def problem(
        self,
        rule: str,
        message: str,
        line: int,
        column: int,
        width: int = 1,
        hint: str = "",
        *related: Related,
        fix: tuple[Edit, ...] = (),
    ) -> Problem:
        """A finding on one line, or at the file's end where libyaml points below it."""
        if line > len(self.source.lines):
            line = len(self.source.lines)
            column = len(self.source.line(line)) + 1
        span = Span(self.source.file, line, column, line, column + max(width, 1))
        return Problem(rule, message, span, hint=hint, related=related, fix=fix)
