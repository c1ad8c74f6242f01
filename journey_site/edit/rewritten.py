"""What a mending wrote, told place by place: ``paint_points`` became ``pains``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from journey_site.edit.edits import Places
from journey_site.problems import Edit, Problem

_ENDS_WORD = frozenset(" \t[]{},")
_LONGEST = 60
_BLANKS = re.compile(r"(\s)\1*|([^\s])\2*")
_SIGN_ALONE = 2
"""A stretch so short says nothing without the word that it stands in."""


@dataclass(frozen=True, slots=True, order=True)
class Rewritten:
    """One place that is written otherwise now."""

    file: str
    line: int
    """Where it stood when it was found."""
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


def rewritten(problem: Problem, text_of: Callable[[str], str]) -> Iterator[Rewritten]:
    """Every place that mending ``problem`` writes otherwise; ``text_of`` gives a file's text as it is before."""
    for edit in problem.fix:
        yield _told(edit, Places(text_of(edit.span.file)))


def _told(edit: Edit, places: Places) -> Rewritten:
    file, line = edit.span.file, edit.span.line
    begin, end = places.stretch(edit.span)
    old = places.text[begin:end]
    if old and not old.strip() and not edit.text.strip():
        found = re.match(r"\s*([^\s:]{0,40}:?)", places.text[end : end + _LONGEST])
        beside = found[1] if found and "\n" not in found[0] else ""
        # What stands before a colon or ends a line has no word of its own behind it.
        return Rewritten(file, line, _blanks(old), _blanks(edit.text) + (f' before "{beside}"' if beside.strip(":") else ""))
    if len(old) <= _SIGN_ALONE or not old.strip():
        begin, end = _word_around(places.text, begin, end)
    first, last = places.stretch(edit.span)
    return Rewritten(file, line, _short(places.text[begin:end]), _short(places.text[begin:first] + edit.text + places.text[last:end]))


def _word_around(text: str, begin: int, end: int) -> tuple[int, int]:
    while begin and text[begin - 1] not in _ENDS_WORD and text[begin - 1] not in "\r\n":
        begin -= 1
    while end < len(text) and text[end] not in _ENDS_WORD and text[end] not in "\r\n":
        end += 1
    return begin, end


def _blanks(text: str) -> str:
    """``2 spaces``, ``a tab``, ``<U+00A0>``: blanks by their names, because nobody sees them."""
    told = []
    for run in _BLANKS.finditer(text):
        letter, number = run[0][0], len(run[0])
        if letter in " \t":
            noun = "space" if letter == " " else "tab"
            told.append(f"{number} {noun}s" if number > 1 else f"a {noun}")
        else:
            code = f"<U+{ord(letter):04X}>"
            told.append(f"{number} × {code}" if number > 1 else code)
    return " and ".join(told) or "nothing"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
