"""Mistakes with quotes: never closed, closed too early, or missing around a text that needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journey_site.source.scene import (
    Clue,
    Piece,
    Scene,
    first_item,
    in_quotes,
    named,
    shorten,
    without_comment,
)
from journey_site.source.written import in_quote_marks

if TYPE_CHECKING:
    from journey_site.problems import Problem, Span
    from journey_site.source.text import SourceText

_FAR = 500
"""A quote that is closed more lines below is no mistake any more; looking further would be slow."""

_STARTING = (
    "while scanning an alias",
    "while scanning an anchor",
    "while scanning a tag",
    "while parsing a tag",
    "while scanning a block scalar",
    "while scanning a directive",
)
"""What libyaml was reading when a first character had led it astray."""


def unclosed_quote(scene: Scene) -> Problem | None:
    """A quote that swallowed the lines below it: names or list items within the text give it away."""
    clue = scene.clue
    for piece in scene.pieces:
        if piece.style in ("'", '"') and piece.end_line > piece.line and _swallows(scene, piece):
            return _opens(scene, piece.line, piece.column)
    if clue.context == "while scanning a quoted scalar":
        return _opens(scene, clue.context_line, clue.context_column)
    return None


def _swallows(scene: Scene, piece: Piece) -> bool:
    opening = scene.line(piece.line).column
    for number in range(piece.line + 1, min(piece.end_line, piece.line + _FAR) + 1):
        line = scene.line(number)
        if line.content and line.column <= opening and (line.names_something or line.dashes):
            return True
    return False


def misplaced_quote(source: SourceText, span: Span) -> Problem | None:
    """A quoted text that libyaml accepts and that closes at the quote of another text, or before a #."""
    # Without a space before it, a # begins no comment; libyaml takes it for one all the same.
    goes_on = source.line(span.end_line)[span.end_column - 1 : span.end_column] == "#"
    if span.end_line == span.line and not goes_on:
        return None
    scene = Scene(source, Clue("", span.line, span.column), [])
    if span.end_line > span.line:
        swallows = goes_on or _swallows_names(scene, span)
        return _opens(scene, span.line, span.column) if swallows else None
    whole = source.line(span.line)[span.column - 1 :].rstrip()
    rest = whole[span.end_column - span.column :]
    message = f"the text goes on after its closing quote: {shorten(whole)}"
    hint = "put quotes around the whole text, or a space before the # if a comment is meant"
    return scene.problem("text-after-quote", message, span.line, span.end_column, len(rest), hint)


def _swallows_names(scene: Scene, span: Span) -> bool:
    """Whether a line within a text looks like ``name: …`` and begins no further right than the text's own name."""
    opening = scene.line(span.line)
    own = opening.key_column if opening.key else opening.column - (not opening.dashes)
    for number in range(span.line + 1, min(span.end_line, span.line + _FAR) + 1):
        line = scene.line(number)
        if line.names_something and not line.dashes and line.column <= own:
            return True
    return False


def _opens(scene: Scene, line: int, column: int) -> Problem:
    text = scene.source.line(line)[column - 1 :].rstrip()
    message = f"the quote that opens here is never closed: {shorten(text)}"
    hint = f"write {text[:1]} at the end of the text too"
    return scene.problem("unclosed-quote", message, line, column, len(text), hint)


def text_after_quote(scene: Scene) -> Problem | None:
    """``"x" y``, ``'Anna's bike'``, ``[New] offer`` and ``{x} y``: something stands behind what is complete."""
    clue, last, rest = scene.clue, scene.last, scene.rest
    if not last or last.end_line != clue.line or not rest or last.end_column > clue.column:
        return None
    text = scene.here.text
    between = text[last.end_column - 1 : clue.column - 1]
    if between.strip():
        return None
    if last.kind == "text" and last.style in ("'", '"') and last.line == clue.line:
        if scene.in_flow:
            rest = first_item(rest)
            if not rest or rest[0] in "\"':":
                return None
        before = text[last.column - 1 : clue.column - 1]
        if rest[0] == ":" and len(rest) > 1 and not rest[1].isspace() and not before[-1].isspace():
            hint = f"write {before}: {shorten(rest[1:])}"
            message = f"a space is missing after the colon in {shorten(before + rest)}"
            fix = scene.edit(clue.line, clue.column + 1, 0, " ")
            return scene.problem("missing-space", message, clue.line, clue.column + 1, 1, hint, fix=fix)
        whole = before + rest
        meant = whole[1:-1] if not between and whole.endswith(last.style) else whole
        message = f"the text goes on after its closing quote: {shorten(whole)}"
        hint = in_quotes(meant)
        # Within quotes, a backslash and a doubled quote mean something else than they seem to.
        certain = not scene.in_flow and "\\" not in whole and last.style * 2 not in whole and scene.stands_alone(clue.line)
        fix = scene.edit(clue.line, last.column, len(whole), in_quote_marks(meant)) if certain else ()
        return scene.problem("text-after-quote", message, clue.line, clue.column, len(rest), hint, fix=fix)
    if last.kind == "end" and last.style == "flow" and not scene.in_flow:
        opening = _last_brackets(scene)
        if opening and opening.line == clue.line and rest[0] not in "]}:":
            return quote_it(scene, opening.line, opening.column)
    return None


def _last_brackets(scene: Scene) -> Piece | None:
    """Where the brackets opened that were closed last."""
    stack: list[Piece] = []
    closed: Piece | None = None
    for piece in scene.pieces:
        if piece.kind in ("list", "mapping"):
            stack.append(piece)
        elif piece.kind == "end" and stack:
            opened = stack.pop()
            closed = opened if opened.style == "flow" else closed
    return closed


def needs_quotes(scene: Scene) -> Problem | None:
    """A text whose first character means something of its own in YAML."""
    clue, last = scene.clue, scene.last
    if clue.problem == "found character that cannot start any token":
        return quote_it(scene, clue.line, clue.column)
    if clue.context in _STARTING or clue.problem == "found undefined tag handle":
        return quote_it(scene, clue.context_line, clue.context_column)
    if not scene.in_flow and scene.rest and scene.rest[0] in ",]}":
        begins = clue.problem == "did not find expected node content" or clue.column == scene.here.column
        return quote_it(scene, clue.line, clue.column) if begins else None
    if last and last.end_line == clue.line and last.line == clue.line and scene.rest:
        first = scene.here.text[last.column - 1 : last.column]
        if last.kind == "alias" or (last.kind == "text" and first == "&"):
            return quote_it(scene, last.line, last.column)
    return None


def quote_it(scene: Scene, line: int, column: int) -> Problem | None:
    """The sentence for a text that begins at a place with a sign that means something in YAML."""
    text = without_comment(scene.source.line(line)[column - 1 :])
    first = text[:1]
    if not first or first.isspace():
        return None
    if scene.in_flow:
        text = first_item(text) or first
    message = f"a text that begins with {first} needs quotes: {named(text)}"
    hint = in_quotes(text)
    certain = first in "@`%*&,]}" and (scene.in_flow or scene.stands_alone(line))
    if first in "|>" and not scene.in_flow:
        hint += f", or begin the text on the line below the {first}"
    fix = scene.edit(line, column, len(text), in_quote_marks(text)) if certain else ()
    return scene.problem("text-needs-quotes", message, line, column, len(text), hint, fix=fix)
