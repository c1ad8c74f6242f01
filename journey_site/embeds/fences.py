"""Fenced blocks in a Markdown text, and which of them ask for something of the handbook.

A block whose first line is one of the handbook's own kinds and an id is ours::

    ```journey anna-ebike#decision show=card
    ```

Everything else that stands in a fence is code, and left alone; so are our own blocks where they are shown as code
inside a longer fence, in a comment or in an indented block.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from journey_site.atlas.atlas import SCHEME_KINDS

_OPENS = re.compile(r"^(?P<before>[ \t>]*)(?P<fence>`{3,}|~{3,})(?P<info>[^`\n]*)$")
_WORD = re.compile(r"(?P<key>[A-Za-z][\w-]*)=(?P<value>\"[^\"]*\"|'[^']*'|\S*)|(?P<plain>\S+)")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_HOLDS = re.compile(r"[ \t>]*(?:[-*+] |\d+[.)] |!!! |\?\?\?\+? |===[+!]* |\[\^|: )")
"""Below a line that begins like this, what is indented belongs to a list, a box, a tab or a note, and is no code."""
_CODE_INDENT = 4
_QUOTED = re.compile(r"(?:[ \t]*>[ ]?)*")
_INLINE_CODE = re.compile(r"(`+)[^`]*\1")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a block's first line: a plain one, or an option's value under its ``key``; the column counts from 1."""

    text: str
    column: int
    key: str = ""
    whole: str = ""
    """As it is written, with its key."""

    @property
    def text_column(self) -> int:
        """Where ``text`` stands, behind the key and a quotation mark."""
        return self.column + self.whole.index(self.text, len(self.key))


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block that asks for something of the handbook."""

    scheme: str
    """What it names: ``journey``, ``persona`` and so on, as in links."""
    words: tuple[Word, ...]
    """What follows on the first line."""
    line: int
    column: int
    """Where ``scheme`` stands; both count from 1."""
    joined: str = ""
    """What was written right behind the colon, by somebody who wrote ``journey:anna-ebike``; else empty."""
    closed: bool = True
    inside: tuple[str, ...] = ()
    """What stands between the fences, line by line: nothing, in a block that asks for something."""
    asks: bool = True
    """Whether the first line is such as asks for something. Somebody's own code may be in a language called "model" or
    "content": it has lines, and no id behind its name."""
    written: str = field(default="", compare=False, repr=False)
    """The whole block as it stands in the page."""

    @property
    def is_ours(self) -> bool:
        """Whether it names a kind of thing and asks for one."""
        return self.scheme in SCHEME_KINDS and self.asks

    @property
    def empty(self) -> bool:
        """Whether nothing stands between the fences."""
        return not self.inside

    @property
    def target(self) -> Word | None:
        """The id, with the stage behind ``#``; None where there is none."""
        first = self.words[0] if self.words else None
        return first if first is not None and not first.key else None


@dataclass(frozen=True, slots=True)
class _Block:
    """Any fenced block: its lines from the first to the last, counted from 0."""

    first: int
    last: int
    info: str
    begins: int
    """The column of ``info``, from 0."""
    before: str
    closed: bool


def fences_in(text: str) -> list[Fence]:
    """The blocks in a Markdown file that ask for something of the handbook."""
    if not any(scheme in text for scheme in SCHEME_KINDS):
        return []
    return [fence for _, fence in _ours(_lines(text))]


def other_fences_in(text: str) -> list[Fence]:
    """The blocks in a Markdown file that ask for nothing of ours, each with its first word as the ``scheme``: code, most of them."""
    lines = _lines(text)
    read = (_named(block, lines) for block in _blocks(lines))
    return [fence for fence in read if fence is not None and not fence.is_ours]


def _lines(text: str) -> list[str]:
    """The lines of a Markdown file in which a block may stand: empty ones for its front matter, none where there is no fence."""
    if not ("```" in text or "~~~" in text):
        return []
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    front = _FRONT_MATTER.match(text)
    skipped = text.count("\n", 0, front.end()) + 1 if front else 0
    return [*[""] * skipped, *text.split("\n")[skipped:]]


def with_fences_replaced(lines: Sequence[str], put: Callable[[Fence], str]) -> list[str]:
    """The lines of a page with ``put(fence)`` in place of each of our blocks, as a paragraph of its own.

    It stands where the block stood: as deep in its list, box or quotation.
    """
    made: list[str] = []
    done = 0
    for block, fence in _ours(lines):
        beside = block.before.rstrip()
        made += [*lines[done : block.first], beside, f"{block.before}{put(fence)}", beside]
        done = block.last + 1
    return [*made, *lines[done:]]


def _ours(lines: Sequence[str]) -> Iterator[tuple[_Block, Fence]]:
    for block in _blocks(lines):
        fence = _named(block, lines)
        if fence is not None and fence.is_ours:
            whole = (line.removeprefix(block.before) for line in lines[block.first : block.last + 1])
            yield block, replace(fence, written="\n".join(whole))


def _named(block: _Block, lines: Sequence[str]) -> Fence | None:
    """A block with what its first line says; None where that does not begin with a plain word."""
    words = [
        Word(found["plain"] or found["value"].strip("\"'"), block.begins + found.start() + 1, found["key"] or "", found[0])
        for found in _WORD.finditer(block.info)
    ]
    if not words or words[0].key:
        return None
    first, *others = words
    scheme, colon, joined = first.text.partition(":")
    inside = lines[block.first + 1 : block.last if block.closed else block.first + 1]
    said = tuple(bare for line in inside if (bare := line.strip(" \t>")))
    asks = bool((others and not others[0].key) or joined or (block.closed and not said and not colon))
    return Fence(scheme, tuple(others), block.first + 1, first.column, joined, block.closed, said, asks)


def _blocks(lines: Sequence[str]) -> Iterator[_Block]:
    """Every fenced block that is one for Markdown too."""
    at, comment = 0, False
    never_closed: set[str] = set()
    while at < len(lines):
        line = lines[at]
        if comment or "<!--" in line:
            comment = _in_comment(line, comment) and any("-->" in below for below in lines[at + 1 :])
        elif found := _OPENS.match(line):
            fence, before = found["fence"], found["before"]
            if not _is_code(lines, at, before):
                closing = None if fence in never_closed else _closing(lines, at, fence)
                closed = closing is not None
                last = at if closing is None else closing
                yield _Block(at, last, found["info"], found.start("info"), before, closed)
                if not closed:
                    never_closed.add(fence)
                at = last
        at += 1


def _closing(lines: Sequence[str], at: int, fence: str) -> int | None:
    return next((below for below in range(at + 1, len(lines)) if lines[below].strip(" \t>") == fence), None)


def _in_comment(line: str, comment: bool) -> bool:
    """Whether a comment goes on behind ``line``."""
    said = _INLINE_CODE.sub("", line)
    opened, closed = said.rfind("<!--"), said.rfind("-->")
    return opened > closed or (comment and closed < 0)


def _is_code(lines: Sequence[str], at: int, before: str) -> bool:
    """Whether what is indented so far stands in a block of code, and not in a list or a box."""
    depth = _depth(before)
    if depth < _CODE_INDENT:
        return False
    for line in reversed(lines[:at]):
        if line.strip(" \t>") and _depth(line) < depth:
            return _HOLDS.match(line) is None
    return True


def _depth(line: str) -> int:
    """How far a line is indented behind its marks of quotation."""
    quoted = _QUOTED.match(line)
    expanded = line[quoted.end() if quoted else 0 :].expandtabs(_CODE_INDENT)
    return len(expanded) - len(expanded.lstrip(" "))
