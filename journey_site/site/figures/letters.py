"""How wide words are at most, in any of the fonts that a site is likely to be read in, and how they break into lines."""

from __future__ import annotations

from functools import cache
from unicodedata import category, east_asian_width

_WIDE_FONT = 1.06
"""The widths below are those of Helvetica and its kin in bold; some fonts of a reader's are a little wider."""
_REGULAR = 0.94
"""How much narrower the same words are when they are not bold."""
_CLASSES = (
    ("iljI|!.,:;'’‘·", 0.31),
    ("ftr()[]{}/\\-–°*\"“”„`´ ", 0.42),
    ("mMW%@&w…—", 0.92),
    ("ABCDEHKNRSTUVXYZPFLJQGOÅÄÖÜÆØ", 0.76),
    ("_<>=+~^#$€£§?", 0.6),
)
_WIDTHS = {letter: width for letters, width in _CLASSES for letter in letters}


@cache
def _letter(letter: str) -> float:
    """The most that one letter takes, in parts of the font's size."""
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if letter.isascii():
        return 0.62
    kind = category(letter)
    if kind in ("Mn", "Me", "Cf"):
        return 0.0
    if kind == "So" or ord(letter) > 0x1F000:
        return 1.4
    if east_asian_width(letter) in "WF":
        return 1.05
    if letter.isupper():
        return 0.92
    return 0.62 if ord(letter) < 0x250 else 0.86


def width_of(words: str, size: float, bold: bool = False) -> float:
    """The most that ``words`` take in one line, in the unit of the font's ``size``."""
    return sum(map(_letter, words)) * size * _WIDE_FONT * (1.0 if bold else _REGULAR)


def in_lines(words: str, size: float, width: float, most: int, bold: bool = False) -> tuple[tuple[str, ...], bool]:
    """``words`` in at most ``most`` lines of at most ``width``, and whether that is all of them.

    A word that is wider than a line is broken; what does not fit ends in ``…``.
    """
    lines: list[str] = []
    left = words.split()
    while left and len(lines) < most:
        line = left[0]
        if width_of(line, size, bold) > width:
            line, rest = _broken(line, size, width, bold)
            left[0] = rest
        else:
            left.pop(0)
            while left and width_of(f"{line} {left[0]}", size, bold) <= width:
                line += f" {left.pop(0)}"
        lines.append(line)
    if not left:
        return tuple(lines), True
    last = lines[-1].rstrip("-")
    while last and width_of(f"{last}…", size, bold) > width:
        last = last[:-1]
    lines[-1] = f"{last.rstrip()}…"
    return tuple(lines), False


def _broken(word: str, size: float, width: float, bold: bool) -> tuple[str, str]:
    """As much of ``word`` as a line holds, and the rest; not less than two letters stay behind."""
    end = len(word) - 1
    while end > 1 and width_of(f"{word[:end]}-", size, bold) > width:
        end -= 1
    if len(word) - end == 1 and end > 2:
        end -= 1
    dash = "" if east_asian_width(word[end - 1]) in "WF" or word[end - 1] == "-" else "-"
    return word[:end] + dash, word[end:]
