"""The sentences for what is YAML and yet not for a handbook: each refusal in an editor's words."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from journey_site.problems import Edit, Problem, Related, Severity, Span
from journey_site.source.colons import without_colon
from journey_site.source.nodes import Scalar
from journey_site.source.scene import DASHES_OF_PRINT, shorten, without_comment
from journey_site.source.written import in_quote_marks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from journey_site.source.nodes import Node
    from journey_site.source.text import SourceText

BARE_COLOUR = re.compile(r":[ \t]+(#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6}))[ \t]*$", re.MULTILINE)
"""A colour that stands behind a name without quotes, which makes it a comment."""

CUT = re.compile(r" (#[^\W_].*)$", re.MULTILINE)
"""What a text goes on with when YAML reads the rest as a comment: people write a space behind the # of a comment."""

_LIST = 2
_MOST_ITEMS = 200

_NO_SENTENCE = re.compile(r"[a-z0-9.,%+:-]*")
"""An id, a number, a date or nothing: what stands behind it is a comment, however it is written."""

MAX_TAG_DIRECTIVES = 20
"""libyaml compares each ``%TAG`` line with all before it, which a hostile file makes slow."""


def too_many_directives(source: SourceText) -> Problem | None:
    """The one thing in YAML that libyaml reads slowly, refused before it is read."""
    if source.text.count("%TAG") <= MAX_TAG_DIRECTIVES:
        return None
    line, column = source.place(source.text.index("%TAG"))
    return Problem(
        "custom-tag", "%TAG does not work here", source.span(line, column, 4), hint="delete the line"
    )


def unusable_key(node: Node) -> Problem:
    """A name before a colon that is none."""
    if not isinstance(node, Scalar):
        message = "brackets or braces stand where a name is expected"
        hint = "put quotes around the whole text if they belong to it"
        return Problem("bad-key", message, node.span, hint=hint)
    if node.text:
        message = '"<<" would merge another mapping into this one, and that does not work here'
        return Problem("merge-key", message, node.span, hint="write out the lines that are meant")
    span = replace(node.span, end_column=node.span.end_column + 1)  # the colon, as the name is not there
    return Problem("bad-key", "no name stands before this colon", span, hint="write a name before it")


def duplicate_key(key: Scalar, first: Scalar) -> Problem:
    """The same name twice in one mapping."""
    name, span = shorten(key.text), first.span
    message = f'"{name}" stands twice, in line {span.line} and here'
    hint = "keep one of them, or put both texts under one"
    related = (Related(span, f'"{name}" stands here first, and this one is used'),)
    return Problem("duplicate-key", message, key.span, hint=hint, related=related)


def custom_tag(source: SourceText, line: int, column: int) -> Problem:
    """``!something``: a tag, or a text that looks like one."""
    text = without_comment(source.line(line)[column - 1 : column + 200]) or "!"
    message = f'a text that begins with ! needs quotes: "{shorten(text)}"'
    hint = "tags such as !this do not work here" if text[1:2].strip() else ""
    return Problem("custom-tag", message, source.span(line, column, len(text)), hint=hint)


def unknown_alias(name: str, span: Span, known: Iterable[str]) -> Problem:
    """``*something`` that nothing above is called; nearly always a text."""
    whole, name = name, shorten(name)
    names = [shorten(other) for other in known][-5:]
    if not names:
        message = f'a text that begins with * needs quotes: "*{name}"'
        fix = (Edit(span, in_quote_marks(f"*{whole}")),)
        return Problem("text-needs-quotes", message, span, hint=f'write "*{name}"', fix=fix)
    message = f'"*{name}" repeats what is called &{name}, and nothing above it is'
    hint = f"called so above: {', '.join('&' + n for n in names)}; if it is a text, put quotes around it"
    return Problem("bad-alias", message, span, hint=hint)


def circular_alias(name: str, span: Span) -> Problem:
    """``&a [*a]``."""
    message = f'"*{shorten(name)}" repeats something that it is itself a part of'
    return Problem("bad-alias", message, span, hint="write out what is meant")


def exploding_alias(name: str, span: Span) -> Problem:
    """Repetitions of repetitions, which make a small file endless."""
    return Problem("too-large", f'repeating "*{shorten(name)}" here makes the file far too large', span)


def lost_word(name: str, node: Scalar, span: Span) -> Problem | None:
    """A text that begins with & has lost its first word to YAML: nobody would see where it went."""
    word = f"&{shorten(name)}"
    if node.plain and not node.text:
        message = f'a text that begins with & needs quotes: "{word}"'
        fix = (Edit(span, in_quote_marks(f"&{name}")),)
        return Problem("text-needs-quotes", message, span, hint=f'write "{word}"', fix=fix)
    if node.plain:
        message = f'"{word}" is left out of this text, because YAML reads it as a name to repeat the text by'
        hint = "put quotes around the text if it belongs to it; nothing repeats it"
        return Problem("text-needs-quotes", message, span, Severity.WARNING, hint)
    return None


def second_document(source: SourceText, line: int, column: int) -> Problem:
    """More than one document in a file."""
    message = "a second document begins here, and a file holds only one"
    hint = "move what follows to a file of its own, or delete the three dashes"
    return Problem("several-documents", message, source.span(line, column, 3), hint=hint)


def too_deep(source: SourceText, line: int, column: int, most: int) -> Problem:
    """Nothing in a handbook is a tenth as deep."""
    message = f"more than {most} lists and mappings stand inside each other here"
    return Problem(
        "too-deep", message, source.span(line, column), hint="put quotes around it if it is a text"
    )


def too_large(source: SourceText, line: int, column: int) -> Problem:
    """Many more texts than a person writes into a file."""
    message = "the file holds more texts, lists and mappings than are read from one file"
    return Problem("too-large", message, source.span(line, column), hint="divide it into several files")


def colon_in_root(source: SourceText, node: Scalar, fields: Collection[str]) -> Problem | None:
    """``name:Anna`` and ``name Anna`` alone in a file are one text to YAML."""
    span = node.span
    found = re.match(r"([\w-]+):(?=[^\s/:])", node.text)
    if not found:
        first = without_comment(source.line(span.line)[span.column - 1 :])
        meant = without_colon(first, fields)
        if meant is None:
            return None
        place = source.span(span.line, span.column, len(first))
        fix = (Edit(source.span(span.line, span.column, meant.width), f"{meant.field}:"),)
        return Problem("missing-colon", meant.message, place, hint=meant.hint, fix=fix)
    place = Span(span.file, span.line, span.column + found.end(), span.line, span.column + found.end() + 1)
    message = f'a space is missing after the colon in "{shorten(found[0])}"'
    before = Span(span.file, place.line, place.column, place.line, place.column)
    hint = "write a space after every colon between a name and its text"
    return Problem("missing-space", message, place, hint=hint, fix=(Edit(before, " "),))


def bare_colour(source: SourceText, key: Scalar) -> Problem | None:
    """A colour that nobody would see, because YAML reads it as a comment."""
    span = key.span
    found = BARE_COLOUR.match(source.line(span.end_line), span.end_column - 1)
    if not found:
        return None
    message = f'"{found[1]}" is read as a comment, because # begins one'
    place = source.span(span.end_line, found.start(1) + 1, len(found[1]))
    hint = f'put quotes around it: "{found[1]}"'
    fix = (Edit(place, in_quote_marks(found[1])),)
    return Problem("colour-needs-quotes", message, place, Severity.WARNING, hint, fix=fix)


def cut_text(source: SourceText, node: Scalar) -> Problem | None:
    """``Number #1 in the north``, of which only the first word is left."""
    span = node.span
    found = CUT.match(source.line(span.end_line), span.end_column - 1)
    if not found or _NO_SENTENCE.fullmatch(node.text):
        return None
    message = f'"{shorten(found[1])}" is left out of this text, because # behind a space begins a comment'
    place = source.span(span.end_line, found.start(1) + 1, len(found[1]))
    hint = "put quotes around the text; if it is a comment, write a space behind the #"
    return Problem("cut-at-hash", message, place, Severity.WARNING, hint)


def bullets(source: SourceText, node: Scalar) -> Problem | None:
    """A list whose items begin with another sign than a dash, which is one text to YAML."""
    span, sign = node.span, node.text[0]
    lines = range(span.line, min(span.end_line, span.line + _MOST_ITEMS) + 1)
    places = [(number, source.line(number).find(sign) + 1) for number in lines if source.line(number).lstrip().startswith(f"{sign} ")]
    if len(places) < _LIST or places[0][0] != span.line:
        return None
    item = without_comment(source.line(span.line)[span.column - 1 :])
    message = f'{len(places)} lines begin with "{sign}", so they are one text and no list'
    # With a dash of print a speech begins in some languages; the other signs mean nothing but an item.
    fix = tuple(Edit(source.span(*place), "-") for place in places) if sign not in DASHES_OF_PRINT else ()
    hint = f'begin each with a dash and a space: "- {shorten(item[1:].strip())}"'
    return Problem("list-place", message, source.span(span.line, span.column, len(item)), Severity.WARNING, hint, fix=fix)


def swallowed_items(source: SourceText, node: Scalar) -> Problem | None:
    """List items that YAML reads as a part of the text above them, because a space or a line end is missing."""
    span = node.span
    for number in range(span.line, min(span.end_line, span.line + 50) + 1):
        line = source.line(number)
        begin = span.column - 1 if number == span.line else len(line) - len(line.lstrip())
        item = without_comment(line[begin:])
        place = source.span(number, begin + 1, len(item))
        if item[:1] == "-" and item[1:2].isalpha() and not line[:begin].strip():
            message = f'a space is missing after the dash in "{shorten(item)}"'
            hint = f'write "- {shorten(item[1:])}" if it is a list item, or put quotes around the text'
            return Problem("missing-space", message, place, Severity.WARNING, hint)
        if number > span.line and item.startswith("- "):
            message = (
                f'"{shorten(item)}" is read as a part of the text in line {span.line}, not as a list item'
            )
            hint = "leave nothing after the colon above the list, or put quotes around the whole text"
            return Problem("wrong-indent", message, place, Severity.WARNING, hint)
    return None
