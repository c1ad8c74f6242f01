"""Lines for a screen of some width: broken between words, under their own beginning, with colours that stay within a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journey_site.reports.visible import width

_PART = re.compile(r"(?P<code>\x1b\[[\d;]*m)|(?P<space> +)|(?P<word>(?:[^ \x1b])+)")
_OFF = "\x1b[0m"
_HANG = 2
"""How much further in a line goes on."""
_LEAST = 24
"""On a narrower screen it is the screen that breaks lines."""


def wrapped(line: str, columns: int) -> Iterator[str]:
    """``line`` as lines of at most ``columns``, as far as its words allow; 0 leaves it as it is.

    >>> list(wrapped("  one two three", 9))
    ['  one two three']
    >>> list(wrapped("  one two three four five six seven", 24))
    ['  one two three four', '    five six seven']
    """
    indent = len(line) - len(line.lstrip(" "))
    if columns < _LEAST:
        yield line
        return
    hang = " " * min(indent + _HANG, columns // 2)
    done, used, colour = "", 0, ""
    # Words may be coloured in parts: they are kept together with what is glued to them.
    for space, word, broad in _words(line):
        if used > indent and used + len(space) + broad > columns:
            yield done + (_OFF if colour else "")
            done, used = hang + colour + word, len(hang) + broad
        else:
            done, used = done + space + word, used + len(space) + broad
        for code in re.findall(r"\x1b\[[\d;]*m", word):
            colour = "" if code == _OFF else code
    yield done


def _words(line: str) -> Iterator[tuple[str, str, int]]:
    """Each word with the spaces before it, the codes that stand in it, and how broad it is."""
    space, word, broad = "", "", 0
    for part in _PART.finditer(line):
        if part["space"] is not None:
            if word:
                yield space, word, broad
                space, word, broad = "", "", 0
            space += part[0]
        else:
            word += part[0]
            broad += width(part[0]) if part["word"] is not None else 0
    yield space, word, broad
