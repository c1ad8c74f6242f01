"""How much room words take on a slide: an estimate from the widths of letters, as slides cannot be measured here."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from journey_site.deck.lines import Line

LEADING = 1.2
"""How high a line is, as a share of the size of its type."""
PADDING = 7.0
"""What a cell keeps free above and below its words, together, in points."""
ASIDE = 12.0
"""What it keeps free on the left and on the right, together."""
_INDENT = 9.0
"""How far a list is moved in."""
_BOLD = 1.08
_WIDE, _USUAL, _CAPITAL = 1.0, 0.556, 0.69
_WIDTHS = {
    **dict.fromkeys("ijl'|", 0.222),
    **dict.fromkeys(" .,:;!/ftI[]", 0.278),
    **dict.fromkeys("r()-", 0.333),
    **dict.fromkeys("ckJsvxyz", 0.5),
    **dict.fromkeys("mM", 0.833),
    **dict.fromkeys("w", 0.722),
    **dict.fromkeys("W%", 0.92),
}
"""The widths of Arial's letters that differ from most, as shares of the size of the type."""


def height_of(lines: Sequence[Line], width: float, size: float) -> float:
    """How high ``lines`` run at ``size`` in a column ``width`` wide, all in points."""
    return sum(_rows(line, width, size) for line in lines) * size * LEADING


def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """How wide ``words`` are in one row, in points."""
    return sum(_letter(letter) for letter in words) * size * (_BOLD if bold else 1.0)


def _rows(line: Line, width: float, size: float) -> int:
    """In how many rows a paragraph stands: whole words go over, and what is wider than a row is broken."""
    room = max(size, width - (_INDENT if line.bullet or line.goes_on else 0.0)) * 0.985
    space = width_of(" ", size)
    rows, used = 1, 0.0
    for words, bold in ((line.words, line.bold), (line.aside, False)):
        for word in words.split():
            wide = width_of(word, size, bold=bold)
            if used and used + space + wide > room:
                rows, used = rows + 1, 0.0
            rows += int(wide // room)
            used += wide % room + (space if used else 0.0)
    return rows


def _letter(letter: str) -> float:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if unicodedata.east_asian_width(letter) in "WF":
        return _WIDE
    return _CAPITAL if letter.isupper() else _USUAL
