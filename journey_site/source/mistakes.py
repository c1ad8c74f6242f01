"""Explains mistakes in YAML in an editor's words, at the place where the mistake is.

libyaml tells what it expected and where it noticed, which is often lines below. Each detector knows
one kind of mistake; the first that recognises its own answers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from journey_site.problems import Edit, Problem, Related
from journey_site.source.brackets import flow_mistake, stray_bracket, unclosed_bracket
from journey_site.source.levels import colon_mistake, list_beside_name, lonely_line, wrong_level
from journey_site.source.quotes import needs_quotes, text_after_quote, unclosed_quote
from journey_site.source.scene import Piece, Scene, named
from journey_site.source.tabs import USUAL, depths, unit_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from journey_site.source.scene import Clue
    from journey_site.source.text import SourceText

_CONFLICT = re.compile(r"(?:<{7}|>{7})(?:[ \t].*)?")
_MOST_MARKS = 20


def explain(source: SourceText, clue: Clue, pieces: list[Piece], fields: Collection[str] = ()) -> Problem:
    """The one sentence for a text that is no YAML; ``fields`` are names that may stand before a colon."""
    scene = Scene(source, clue, pieces, fields)
    for detector in _DETECTORS:
        found = detector(scene)
        if found:
            return found
    here = scene.here
    rest = scene.rest or here.content
    message = f"{named(rest)} cannot be understood here" if rest else "something is missing here"
    hint = "look at indentation, quotes and brackets in this line and the one above"
    return scene.problem("yaml-syntax", message, here.number, clue.column, len(rest), hint)


def merge_conflict(source: SourceText) -> Problem | None:
    """Marks that a version control system left in the file, which make nonsense of every other message."""
    if "<<<<<<<" not in source.text and ">>>>>>>" not in source.text:
        return None
    marks = [(n, line) for n, line in enumerate(source.lines, 1) if _CONFLICT.fullmatch(line)]
    if not marks:
        return None
    number, line = marks[0]
    related = tuple(Related(source.span(n, 1, len(text)), named(text)) for n, text in marks[1:_MOST_MARKS])
    until = f" to line {marks[1][0]}" if len(marks) > 1 else ""
    message = f"two versions of the text stand here unmerged: {named(line)} in line {number}{until}"
    hint = "keep the lines that are right, and delete the lines with <<<<<<<, ======= and >>>>>>>"
    return Problem("merge-conflict", message, source.span(number, 1, len(line)), hint=hint, related=related)


def _invisible_mark(scene: Scene) -> Problem | None:
    """A byte order mark in the middle, where two files were put together."""
    clue, text = scene.clue, scene.here.text
    for column in (clue.column, clue.column - 1):
        if column > 0 and text[column - 1 : column] == "\ufeff":
            message = "an invisible mark (U+FEFF, a byte order mark) stands here"
            hint = "delete the beginning of the line and write it again"
            return scene.problem("control-character", message, clue.line, column, 1, hint)
    return None


def _nameless(scene: Scene) -> Problem | None:
    """``: text`` with nothing before the colon."""
    if not re.match(r":(?:\s|$)", scene.rest):
        return None
    before = scene.here.text[: scene.clue.column - 1].rstrip()
    if before and before[-1] not in "{[,-":
        return None
    return scene.problem(
        "bad-key",
        "no name stands before this colon",
        scene.clue.line,
        scene.clue.column,
        1,
        "write a name before it",
    )


def _tab(scene: Scene) -> Problem | None:
    clue, here = scene.clue, scene.here
    at = here.text[clue.column - 1 : clue.column]
    if "\t" in here.indent and (at == "\t" or not scene.in_flow):
        message = "a tab stands at the beginning of this line, and YAML indents with spaces"
        column = here.indent.index("\t") + 1
        advice, fix = _without_tabs(scene)
        return scene.problem("tab-indent", message, here.number, column, 1, advice, fix=fix)
    if at == "\t":
        message = "a tab stands here, and YAML wants a space"
        space = scene.edit(clue.line, clue.column, 1, " ")
        return scene.problem("tab-indent", message, here.number, clue.column, 1, "write a space", fix=space)
    return None


def _without_tabs(scene: Scene) -> tuple[str, tuple[Edit, ...]]:
    """What to write instead of the tabs: advice, and edits where it is certain how far each line is meant to be indented."""
    lines = scene.source.lines
    unit = unit_of(lines)
    advice = f"indent it with spaces, as far as the lines beside it: {unit or USUAL} for each level" + (", as elsewhere in this file" if unit else "")
    found = depths(lines)
    if len(found) == 1:
        spans = ((scene.source.span(number, 1, len(line) - len(line.lstrip(" \t"))), found[0].columns.get(number)) for number, line in enumerate(lines, 1))
        return advice, tuple(Edit(span, " " * column) for span, column in spans if column is not None)
    here = sorted({each.columns[scene.here.number] for each in found if scene.here.number in each.columns})
    if len(here) > 1:
        advice += f"; {' or '.join(map(str, here))} spaces would both make sense here, so check --fix leaves it to you"
    return advice, ()


def _directive(scene: Scene) -> Problem | None:
    """``%YAML 3.0``: an instruction to a program, not a part of the text."""
    text = scene.here.content
    if not text.startswith(("%YAML", "%TAG")) or scene.here.indent:
        return None
    return scene.problem(
        "yaml-syntax", f"{named(text)} does not work here", scene.here.number, 1, len(text), "delete the line"
    )


def _escape(scene: Scene) -> Problem | None:
    clue = scene.clue
    if clue.context != "while parsing a quoted scalar":
        return None
    text = scene.source.line(clue.line)
    begin = text.rfind("\\", 0, clue.column)
    bad = text[begin : begin + 2]
    if begin < 0:
        return None
    message = f"{bad} means nothing inside double quotes"
    hint = "write \\\\ for a backslash, or put single quotes around the text"
    return scene.problem("bad-escape", message, clue.line, begin + 1, len(bad), hint)


_DETECTORS: tuple[Callable[[Scene], Problem | None], ...] = (
    unclosed_quote,
    _invisible_mark,
    unclosed_bracket,
    _nameless,
    _tab,
    _directive,
    _escape,
    text_after_quote,
    stray_bracket,
    needs_quotes,
    flow_mistake,
    colon_mistake,
    lonely_line,
    list_beside_name,
    wrong_level,
)
"""In this order, because what swallows lines (quotes, brackets) makes all below it look wrong."""
