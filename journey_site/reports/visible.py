"""Text from files as it may be printed: how wide it is on a screen, and nothing in it that hides or commands.

Whatever an editor writes ends in a terminal or in a build's log. What cannot be seen there (a change of the
writing direction, an escape that colours or deletes) is written out as ``<U+202E>``, and so is what a build
server would take for an instruction.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import category, east_asian_width

TAB = "    "
"""What a tab is printed as."""

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"})
_JOINER, _NON_JOINER, _PICTURE = "\u200d", "\u200c", "\ufe0f"
_SKIN = range(0x1F3FB, 0x1F400)
_HANGUL_TAILS = range(0x1160, 0x1200)
_TURNS_INTO_PICTURE = frozenset("#*0123456789©®‼⁉")

# Azure reads ``##vso[`` and ``##[`` anywhere in a line, GitHub ``##[``, TeamCity ``##teamcity[``.
_COMMAND = re.compile(r"#(#)(?=\w*\[)")
# GitHub reads ``::error::`` at the beginning of a line, whatever space stands before it.
_COLONS = re.compile(r"^(\s*):(?=:)")
_MENTION = re.compile(r"(?<![\w.+-])@(?=[\w\[])")


ODD_SPACES = frozenset(letter for letter in map(chr, range(0xA0, 0x3001)) if category(letter) == "Zs")
"""Blanks that look like a space and are none to a program."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One character of a file as it is printed."""

    shown: str
    width: int
    """In columns of a terminal: 2 for Chinese and emoji, 0 for an accent on the letter before."""


_PLAIN = {chr(code): Cell(chr(code), 1) for code in range(0x20, 0x7F)}


def cells(text: str) -> list[Cell]:
    """Each character of ``text`` as it is printed, so that a column of the file can be found on the screen.

    Widths are those of Unicode's East Asian Width (UAX #11), and of emoji sequences as terminals draw them
    (UTS #51): what a joiner ties together is one picture.
    """
    if text.isascii() and text.isprintable() and "##" not in text:
        return [_PLAIN[letter] for letter in text]
    hidden = {found.start(1) for found in _COMMAND.finditer(text)}
    return [written_out(letter) if at in hidden else _cell(text, at) for at, letter in enumerate(text)]


def visible(text: str) -> str:
    """``text`` as it may be printed anywhere within a line."""
    if text.isascii() and text.isprintable() and "##" not in text:
        return text
    return "".join(cell.shown for cell in cells(text))


def width(text: str) -> int:
    """How many columns ``text`` takes when it is printed as ``visible`` has it."""
    return sum(cell.width for cell in cells(text))


def harmless(line: str) -> str:
    """A whole line of a log that no build server takes for an instruction, whatever a file's name is."""
    return _COLONS.sub(r"\1<U+003A>", _COMMAND.sub("#<U+0023>", line))


def without_mentions(text: str) -> str:
    """``text`` for a place where ``@name`` would call somebody: an invisible space keeps it a word."""
    return _MENTION.sub("@\u200b", text)


def _cell(text: str, at: int) -> Cell:
    letter = text[at]
    if " " <= letter <= "~":
        return Cell(letter, 2 if _is_picture(text, at) else 1)
    if letter == "\t":
        return Cell(TAB, len(TAB))
    kind = category(letter)
    if letter in (_JOINER, _NON_JOINER) and _joins(text, at):
        return Cell(letter, 0)
    if kind in _UNSEEN:
        return written_out(letter)
    code = ord(letter)
    if kind in ("Mn", "Me") or code in _HANGUL_TAILS:
        return Cell(letter, 0)
    before = text[at - 1] if at else ""
    if (before == _JOINER and kind == "So") or (code in _SKIN and before and category(before) == "So"):
        return Cell(letter, 0)
    wide = east_asian_width(letter) in "WF" or _is_picture(text, at)
    return Cell(letter, 2 if wide else 1)


def written_out(letter: str) -> Cell:
    """A character by its number, as ``<U+00A0>``."""
    shown = f"<U+{ord(letter):04X}>"
    return Cell(shown, len(shown))


def _is_picture(text: str, at: int) -> bool:
    """Whether the sign after a character makes it an emoji, as in ❤️ and 1️⃣."""
    letter = text[at]
    return text[at + 1 : at + 2] == _PICTURE and (letter in _TURNS_INTO_PICTURE or category(letter) in ("So", "Sm"))


def _joins(text: str, at: int) -> bool:
    """Whether an invisible joiner has letters to join: parts of an emoji, or letters of a script that needs it."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not before or not after:
        return False
    kinds = category(before), category(after)
    if text[at] == _JOINER and kinds[1] == "So":
        return kinds[0] == "So" or before == _PICTURE or ord(before) in _SKIN
    return kinds[0] in ("Lo", "Mn", "Mc") and kinds[1] == "Lo" and before > "\u05ff" and after > "\u05ff"


def cut(line: Sequence[Cell], start: int, room: int) -> tuple[int, int]:
    """Which stretch of a line to print in ``room`` columns so that the character at ``start`` is seen with some before it."""
    if sum(cell.width for cell in line) <= room:
        return 0, len(line)
    room -= 2  # the dots at both ends
    begin = start = min(start, len(line) - 1)
    used = 0
    while begin > 0 and used + line[begin - 1].width <= room // 3:
        begin -= 1
        used += line[begin].width
    end, used = begin, 0
    while end < len(line) and used + line[end].width <= room:
        used += line[end].width
        end += 1
    while begin > 0 and used + line[begin - 1].width <= room:
        begin -= 1
        used += line[begin].width
    while begin < start and not line[begin].width:
        begin += 1  # an accent without its letter
    return begin, max(end, begin + 1)
