"""Blanks that look like a space and are none to YAML: they come with text that is copied from pages and letters.

Within a text they may be meant, as before a French colon. Where YAML wants spaces (in the indentation, behind a
dash, beside the colon of a field) they make every other message about the file impossible to understand.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING
from unicodedata import name as name_of

from journey_site.problems import Edit, Problem, Severity

if TYPE_CHECKING:
    from journey_site.source.scene import Piece
    from journey_site.source.text import SourceText

_WITHOUT_WIDTH = "\u180e\u200b\u2060"
ODD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000" + _WITHOUT_WIDTH
"""The characters, as they stand within brackets of a pattern."""

_ANY = re.compile(f"[{ODD}]")
_BLANK = rf"[ \t{ODD}]"
_LINE = re.compile(
    rf"""(?P<indent>{_BLANK}*+)
         (?P<dashes>(?:-{_BLANK}++)*+)
         (?:(?P<key>"[^"]*"|'[^']*'|[^\s:\#"'\[\]{{}},{ODD}]++)(?P<before>{_BLANK}*+):(?P<after>{_BLANK}++|$))?""",
    re.VERBOSE,
)
_ANY_NAME = re.compile(rf"""{_BLANK}*+(?:-{_BLANK}++)*+(?P<key>[^:\#"'\[{{|>]{{1,80}}?)(?P<before>[{ODD}]*):(?P<after>{_BLANK}++)""")
_IN_BRACKETS = re.compile(rf"(?<=[{{,])(?P<indent>{_BLANK}*)(?P<key>[\w+-]++)(?P<before>{_BLANK}*):(?P<after>{_BLANK}++)")
_COMMENT = re.compile(rf"(?<=[^\s{ODD}])(?P<hash> *[{ODD}]{_BLANK}*+)(?=\#\s)")
_FIELD = re.compile(r"[a-z_][a-z0-9_+-]*")
_ITEM_OR_NAME = re.compile(rf"-(?:{_BLANK}|$)|[\w+-]+{_BLANK}*:(?:{_BLANK}|$)")
_TYPE_A_SPACE = "delete it and press the space bar: it looks like a space, and came with copied text"
_LONGEST = 1_000
"""Further right in a line nobody indents, and a hostile file would be slow."""
_MOST = 1_000
"""So many are mended at once; the next run finds the others."""
_NAMED = 5
_FAMILIAR = {"\u00a0": "a non-breaking space", "\u202f": "a narrow non-breaking space", "\u3000": "a wide space"}


@dataclass(frozen=True, slots=True)
class _Odd:
    """One run of blanks, at least one of them odd, where YAML wants spaces."""

    line: int
    column: int
    written: str
    meant: str
    told: str
    """What stands there, as the end of a sentence that begins with the character's name."""
    sure: bool
    """Whether it is wrong even within what YAML took for a text over several lines."""


def odd_space(source: SourceText, pieces: Iterable[Piece], fields: Collection[str] = ()) -> Problem | None:
    """The first blank of the kind, and the edits that put spaces for all of them; nothing in nearly every file.

    ``pieces`` is what YAML found in the file; ``fields`` are names that certainly mean a field.
    """
    texts = _Texts(pieces)
    found = [each for each in islice(_candidates(source, fields), _MOST) if not texts.hold_as_meant(each)]
    first = next((each for each in found if each.sure or not texts.go_on_at(each)), None)
    if first is None:
        return None
    return _problem(source, first, found)


def odd_beside_colon(source: SourceText, number: int) -> Problem | None:
    """The same beside the colon of a line that makes no sense, whatever its name is: ``Price in kr:`` and one odd blank."""
    found = _ANY_NAME.match(source.line(number)[:_LONGEST])
    odd = next(_beside_colon(number, found, in_brackets=False), None) if found else None
    return _problem(source, odd, [odd]) if odd else None


def _problem(source: SourceText, first: _Odd, found: Collection[_Odd]) -> Problem:
    odd = _ANY.search(first.written)
    column = first.column + (odd.start() if odd else 0)
    stretch = len(first.written.rstrip(" \t")) - (odd.start() if odd else 0)
    message = f"{_called(odd[0] if odd else ' ')} stands {first.told}"
    hint = _TYPE_A_SPACE if first.meant else "delete it: it cannot be seen, and came with copied text"
    lines = sorted({each.line for each in found} - {first.line})
    more = f"the same in {_lines(lines)}; nothing of this file is read until they are mended" if lines else ""
    fix = tuple(Edit(source.span(each.line, each.column, len(each.written)), each.meant) for each in found)
    return Problem("odd-space", message, source.span(first.line, column, max(1, stretch)), hint=hint, note=more, fix=fix)


def odd_before_comments(source: SourceText, pieces: Iterable[Piece]) -> Iterator[Problem]:
    """What was probably meant to be a comment, and is a part of the text before it; as warnings, because it can be read."""
    texts = _Texts(pieces)
    for number, whole in enumerate(source.lines, 1):
        for comment in _COMMENT.finditer(whole[:_LONGEST]) if _ANY.search(whole) else ():
            odd = _Odd(number, comment.start() + 1, comment[0], " ", "", sure=False)
            if not texts.hold_as_meant(odd):
                letter = _ANY.search(comment[0])
                message = f"{_called(letter[0] if letter else ' ')} stands before this #, which therefore begins no comment"
                span = source.span(number, odd.column, len(odd.written))
                yield Problem("odd-space", message, span, Severity.WARNING, _TYPE_A_SPACE, fix=(Edit(span, " "),))


def holds_odd_space(text: str) -> bool:
    """Whether there is any, wherever it stands: nearly no file has one."""
    return not text.isascii() and _ANY.search(text) is not None


def _candidates(source: SourceText, fields: Collection[str]) -> Iterator[_Odd]:
    for number, whole in enumerate(source.lines, 1):
        text = whole[:_LONGEST]
        if not _ANY.search(text):
            continue
        found = _LINE.match(text)
        if found is not None:
            yield from _at_the_beginning(number, text, found, fields)
        for inner in _IN_BRACKETS.finditer(text):
            opens = text[inner.end() : inner.end() + 1] in tuple("[{\"'")
            if inner["key"].casefold() in fields or (opens and _FIELD.fullmatch(inner["key"])):
                yield from _beside_colon(number, inner, in_brackets=True)


def _at_the_beginning(number: int, text: str, found: re.Match[str], fields: Collection[str]) -> Iterator[_Odd]:
    rest = text[found.end("indent") :]
    if _ANY.search(found["indent"]):
        told = "at the beginning of this line, and YAML indents with ordinary spaces"
        if not rest:
            told = "alone in this line, which only looks empty"
        sure = _ITEM_OR_NAME.match(rest) is not None
        yield _Odd(number, 1, found["indent"], _spaces(found["indent"]) if rest else "", told, sure)
    for dash in re.finditer(rf"-({_BLANK}+)", found["dashes"]):
        odd = _ANY.search(dash[1])
        if odd and (odd.start() == 0 or found["key"]):
            meant = _spaces(dash[1]) or " "
            column = found.start("dashes") + dash.start(1) + 1
            yield _Odd(number, column, dash[1], meant, "after this dash, where an ordinary space belongs", sure=True)
    if found["key"] is not None:
        name = found["key"].strip("\"'")
        certain = name.casefold() in fields or (not found["dashes"] and _FIELD.fullmatch(name) is not None)
        if certain:
            yield from _beside_colon(number, found, in_brackets=False)


def _beside_colon(number: int, found: re.Match[str], *, in_brackets: bool) -> Iterator[_Odd]:
    key = found["key"]
    groups = (("indent", f'before "{key}", where an ordinary space belongs'),) if in_brackets else ()
    before = ("before", f'before the colon of "{key}", where nothing belongs')
    after = ("after", f'after the colon of "{key}", where an ordinary space belongs')
    for group, told in (*groups, before, after):
        written = found[group] or ""
        # Behind a space of its own, one more blank is only a part of the text, and taken off it.
        if _ANY.search(written) and not (group == "after" and written[0] == " " and found.end() < len(found.string)):
            meant = "" if group == "before" else _spaces(written) or " "
            yield _Odd(number, found.start(group) + 1, written, meant, told, sure=False)


def _spaces(written: str) -> str:
    """As many spaces as the blanks are wide."""
    return "".join("" if c in _WITHOUT_WIDTH else "  " if c == "\u3000" else c if c == "\t" else " " for c in written)


class _Texts:
    """The texts that YAML found, to know in which of them a blank stands."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self._texts = [piece for piece in pieces if piece.kind == "text"]
        self._begins = [(text.line, text.column) for text in self._texts]

    def _at(self, odd: _Odd) -> Piece | None:
        place = (odd.line, odd.column)
        before = bisect_left(self._begins, place)
        text = self._texts[before - 1] if before else None
        return text if text and place < (text.end_line, text.end_column) else None

    def hold_as_meant(self, odd: _Odd) -> bool:
        """Whether it stands in a text where every letter is as it was meant: in quotes, or below a ``|``."""
        text = self._at(odd)
        return text is not None and bool(text.style)

    def go_on_at(self, odd: _Odd) -> bool:
        """Whether it stands in a later line of a text without quotes."""
        text = self._at(odd)
        return text is not None and text.line < odd.line


def _called(letter: str) -> str:
    """``a non-breaking space (U+00A0)``, with Unicode's own name where nobody knows another."""
    code = f"U+{ord(letter):04X}"
    if letter in _WITHOUT_WIDTH:
        return f"an invisible character ({code})"
    return f"{_FAMILIAR[letter]} ({code})" if letter in _FAMILIAR else f"a special space ({code}, {name_of(letter, 'space').lower()})"


def _lines(numbers: list[int]) -> str:
    """``line 4``, ``lines 4, 5 and 9``, ``lines 1, 2, 3, 4, 5 and 12 more``."""
    few = [str(number) for number in numbers[:_NAMED]]
    if len(numbers) > len(few):
        return f"lines {', '.join(few)} and {len(numbers) - len(few):,} more"
    return f"line {few[0]}" if len(few) == 1 else f"lines {', '.join(few[:-1])} and {few[-1]}"
