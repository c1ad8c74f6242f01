"""Mistakes within ``[…]`` and ``{…}``: never closed, a comma too many or too few, a colon in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journey_site.source.quotes import quote_it
from journey_site.source.scene import (
    Line,
    Scene,
    first_item,
    in_quotes,
    named,
    reads_as_words,
    shorten,
    without_comment,
)
from journey_site.source.written import in_quote_marks

if TYPE_CHECKING:
    from journey_site.problems import Problem

_CLOSING = {"[": "]", "{": "}"}
_NAMES = {"[": "the list", "{": "the mapping"}
_FAR = 500
"""No bracket in a handbook is closed more lines below; looking further makes a hostile file slow."""


def unclosed_bracket(scene: Scene) -> Problem | None:
    """A bracket that is open where the lines below go on without it."""
    opened = next((piece for piece in scene.open if piece.style == "flow"), None)
    if opened is None:
        return None
    found = _never_closed(scene, opened.line, opened.column)
    if found is None:
        return None
    line, column, bracket = found
    text = without_comment(scene.source.line(line)[column - 1 :])
    closing = _CLOSING[bracket]
    message = f"{bracket} opens here and is never closed: {shorten(text)}"
    hint = f"write {closing} at the end of {_NAMES[bracket]}"
    return scene.problem("unclosed-bracket", message, line, column, len(text), hint)


def _never_closed(scene: Scene, first: int, column: int) -> tuple[int, int, str] | None:
    """The innermost bracket that stays open, looking from the outermost on; nothing if all are closed."""
    stack: list[tuple[int, int, str]] = []
    indent = scene.line(first).column
    quote, ending = "", ","
    for number in range(first, min(first + _FAR, len(scene.source.lines) + 1)):
        text = scene.source.line(number)
        line = scene.line(number)
        if number > first and not quote and _begins_anew(line, indent, ending):
            break
        ending = line.content[-1:] or ending
        begin = column - 1 if number == first else 0
        for i in range(begin, len(text)):
            c = text[i]
            before = text[i - 1] if i else " "
            if quote:
                quote = "" if c == quote else quote
            elif c in "\"'" and before in " \t[{,:":
                quote = c
            elif c == "#" and before in " \t[{,":
                break
            elif c in "[{":
                stack.append((number, i + 1, c))
            elif c in "]}" and stack:
                if _CLOSING[stack[-1][2]] != c:
                    return stack[-1]
                stack.pop()
                if not stack:
                    return None
    return stack[-1] if stack else None


def _begins_anew(line: Line, indent: int, ending: str) -> bool:
    """Whether a line goes on with the file rather than with the brackets: nobody wrote a comma around it."""
    if not line.content or line.column > indent or ending in ",[{" or line.content[-1] in ",]}":
        return False
    return line.names_something or bool(line.dashes)


def stray_bracket(scene: Scene) -> Problem | None:
    """A bracket that closes what nobody opened."""
    at = scene.rest[:1]
    behind = scene.clue.column > 1 and scene.here.text[: scene.clue.column - 1].strip()
    if at not in ("]", "}") or scene.in_flow or scene.clue.problem == "did not find expected node content":
        return None
    message = f"{at} closes nothing, because nothing is open"
    hint = "delete it" if behind else "delete it, or put quotes around the text"
    return scene.problem("unclosed-bracket", message, scene.clue.line, scene.clue.column, 1, hint)


def flow_mistake(scene: Scene) -> Problem | None:
    """Something within brackets that are closed."""
    clue, rest = scene.clue, scene.rest
    if not scene.in_flow or not rest:
        return None
    if clue.problem == "did not find expected node content":
        return _no_content(scene)
    if clue.problem == "found unexpected ':'":
        return _colon_at_end(scene)
    if clue.problem not in ("did not find expected ',' or ']'", "did not find expected ',' or '}'"):
        return None
    last, text = scene.last, scene.here.text
    start = max(text.rfind(sign, 0, clue.column - 1) for sign in "[{,") + 1
    entry = text[start : clue.column - 1] + first_item(rest)
    column = start + 1 + len(entry) - len(entry.lstrip())
    entry = entry.strip()
    if rest[0] in ":?" and scene.here.text[: clue.column - 1].rstrip()[-1:] in tuple(":,[{"):
        return quote_it(scene, clue.line, clue.column)
    if rest[0] != ":":
        message = f"a comma is missing before {named(first_item(rest))}"
        hint = "write a comma, or put quotes around the whole text"
        return scene.problem("missing-comma", message, clue.line, clue.column, 1, hint)
    name, colon, value = text[column - 1 : clue.column - 1].partition(": ")
    if colon:
        value = entry[len(name) + 1 :].strip()
        column = text.index(value, column + len(name)) + 1
        message = f"{named(value)} holds a colon and needs quotes"
        hint = in_quotes(value, f"{name}: ")
        fix = scene.edit(clue.line, column, len(value), in_quote_marks(value)) if reads_as_words(value) else ()
        return scene.problem("unquoted-colon", message, clue.line, column, len(value), hint, fix=fix)
    if last and last.end_line == clue.line > last.line:
        message = f"a comma is missing before {named(entry)}"
        hint = "write a comma at the end of the line above"
        return scene.problem("missing-comma", message, clue.line, column, len(entry), hint)
    return None


def _colon_at_end(scene: Scene) -> Problem | None:
    """``[at 12:, later]`` and ``{touchpoint:[a, b]}``: in brackets, a colon may not stand before these signs."""
    clue = scene.clue
    begin = clue.context_column if clue.context_line == clue.line else scene.here.column
    text = scene.here.text
    value = text[begin - 1 : clue.column]
    if text[clue.column : clue.column + 1] in tuple("[{?"):
        message = f'a space is missing after the colon in "{shorten(value)}"'
        fix = scene.edit(clue.line, clue.column + 1, 0, " ")
        return scene.problem("missing-space", message, clue.line, clue.column + 1, 1, "write one", fix=fix)
    message = f"{named(value)} ends in a colon and needs quotes"
    fix = scene.edit(clue.line, begin, len(value), in_quote_marks(value))
    return scene.problem("unquoted-colon", message, clue.line, begin, len(value), in_quotes(value), fix=fix)


def _no_content(scene: Scene) -> Problem | None:
    """A comma or a dash where an item of a list in brackets should stand."""
    clue, rest = scene.clue, scene.rest
    if rest[0] == "-":
        message = f"a list in brackets has no dashes: {named(first_item(rest))}"
        hint = "delete the dash: commas divide the items"
        return scene.problem("list-place", message, clue.line, clue.column, 1, hint)
    if rest[0] == ",":
        message = "nothing stands before this comma"
        return scene.problem("yaml-syntax", message, clue.line, clue.column, 1, "delete it")
    return quote_it(scene, clue.line, clue.column) if rest[0] in ":?" else None
