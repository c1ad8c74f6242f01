"""How deep lines stand that are indented with tabs: told where only one depth can have been meant.

A tab is as wide as the editor that wrote it. Every usual width is tried on the whole file: one that puts a line where
the file's other lines never stand is none that was used. What is left must give every line the same place.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

USUAL = 2
"""By how many spaces a level is indented where nothing shows it."""
_WIDTHS = (2, 4, 8)
_LONGEST = 200_000
"""Letters: nobody writes a longer file by hand, and it would be read several times."""
_DASHES = re.compile(r"(?:-[ ]+)*(?:-$)?")
_DASH = re.compile(r"-(?:\s|$)")
_NAME = re.compile(r"""(?:"[^"]*"|'[^']*'|[^\s"'\[\]{}#&*!|>%@`,][^#]*?):(?=\s|$)""")
_OPENS = re.compile(r"(?:.*[^\s]:|-|(?:.*: |- )?[&!]\S*)(?:\s+#.*)?\s*")
_BLOCK_TEXT = re.compile(r"(?:.*:|-)\s+(?:[&!]\S+\s+)*[|>][-+0-9]*(?:\s+#.*)?\s*")


@dataclass(frozen=True, slots=True)
class Depths:
    """How many spaces each line with a tab is to be indented with, by its number from 1."""

    columns: dict[int, int]
    levels: tuple[int, ...]
    """How many levels deep each line of the file is then, which says what it is a part of."""


def unit_of(lines: Sequence[str]) -> int:
    """By how many spaces a file's lines are indented for each level, going by most of those that have no tab; 0 where none shows it."""
    steps: Counter[int] = Counter()
    before = 0
    opens = False
    for text in lines:
        indent, content = _parts(text)
        if not content or content.startswith("#"):
            continue
        if "\t" in indent:
            opens = False
            continue
        if opens and len(indent) > before:
            steps[len(indent) - before] += 1
        before, opens = len(indent), _OPENS.fullmatch(content) is not None
    return min(steps, key=lambda step: (-steps[step], step)) if steps else 0


def depths(lines: Sequence[str]) -> tuple[Depths, ...]:
    """What the tabs can mean: one where it is certain, several where it is not, none where no width fits."""
    if sum(map(len, lines)) > _LONGEST:
        return ()
    unit = unit_of(lines) or USUAL
    found: list[Depths] = []
    for width in dict.fromkeys((unit, *_WIDTHS)):
        fitting = _with_width(lines, width, unit)
        if fitting and fitting.levels not in [each.levels for each in found]:
            found.append(fitting)
    return tuple(found)


def _parts(text: str) -> tuple[str, str]:
    content = text.lstrip(" \t")
    return text[: len(text) - len(content)], content.rstrip()


def _with_width(lines: Sequence[str], width: int, unit: int) -> Depths | None:
    """Where the lines stand with tabs that wide; None where that makes no sense."""
    columns: dict[int, int] = {}
    levels: list[int] = []
    # Where lines without a tab stand, by how many levels they are deep.
    used: defaultdict[int, set[int]] = defaultdict(set)
    asked: list[tuple[int, int, int]] = []
    open_at, holds = [0], [""]
    opens = False
    block: _Block | None = None
    for number, text in enumerate(lines, 1):
        indent, content = _parts(text)
        if not content:
            continue
        column, tabs = len(indent.expandtabs(width)), "\t" in indent
        if block is not None and column > block.column:
            if not block.takes(indent):
                return None
            if tabs:
                columns[number] = block.column + unit
            continue
        block = None
        if tabs:
            columns[number] = column
        if content.startswith("#"):
            continue
        fits = _climb(open_at, holds, column, opens=opens, dash=_DASH.match(content) is not None)
        if not fits and (tabs or column <= open_at[-1] or _NAME.match(content)):
            return None  # no level there; without a tab, a text may go on where it likes
        if fits:
            if tabs:
                asked.append((len(open_at), column, open_at[-2] if len(open_at) > 1 else 0))
            else:
                used[len(open_at)].add(column)
            for at in _items(content):
                open_at.append(column + at)
                holds.append("items" if _DASH.match(content, at) else "names")
                used[len(open_at)].add(column + at)
        levels.append(len(open_at) if fits else 0)
        opens = _OPENS.fullmatch(content) is not None
        if _BLOCK_TEXT.fullmatch(content):
            block = _Block(open_at[-1])
    # A depth that other lines have says where lines of that depth stand; a new one is a level deeper than the last.
    at_home = all(column in used[depth] if used[depth] else column == under + unit for depth, column, under in asked)
    return Depths(columns, tuple(levels)) if at_home else None


def _climb(open_at: list[int], holds: list[str], column: int, *, opens: bool, dash: bool) -> bool:
    """Go up to the level that a line stands at, or down to a new one below a line that opens it; whether there is one."""
    what = "items" if dash else "names"
    if column > open_at[-1]:
        if opens:
            open_at.append(column)
            holds.append(what)
        return opens
    if column not in open_at:
        return False
    level = open_at.index(column)
    below_its_name = opens and level == len(open_at) - 1
    del open_at[level + 1 :], holds[level + 1 :]
    if dash and holds[level] == "names" and below_its_name:
        holds[level] = "both"  # a list may stand as far out as the name above it
    holds[level] = holds[level] or what
    return holds[level] in (what, "both")


def _items(content: str) -> Iterator[int]:
    """How far behind its beginning a line with dashes opens levels: ``- id: a`` holds a mapping that begins behind the dash."""
    dashes = _DASHES.match(content)
    behind = dashes.end() if dashes else 0
    for found in re.finditer(r"- +", content[:behind]):
        if found.end() < behind or _NAME.match(content, behind):
            yield found.end()


@dataclass(slots=True)
class _Block:
    """A text under ``|`` or ``>``, in which spaces are part of what is said."""

    column: int
    """Where what it belongs to stands."""
    indent: str | None = None
    """What its first line begins with."""

    def takes(self, indent: str) -> bool:
        """Whether another line of it can be indented anew without changing the text: all are indented alike, or none has a tab."""
        first = self.indent is None
        if self.indent is None:
            self.indent = indent
        return first or indent == self.indent or "\t" not in indent + self.indent
