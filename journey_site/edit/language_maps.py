"""Puts words into a text's language map: changes one language of it, adds one, or makes the map from a plain text.

Edits are exact to the letter: comments, quotes and the layout of everything around stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from journey_site.documents.values import TWINS, Text
from journey_site.edit.blocks import is_nothing, last_line, sign_of
from journey_site.edit.edits import Places
from journey_site.edit.written_words import WIDTH, CannotWrite, Written, in_lines, on_one_line
from journey_site.problems import Edit, Span
from journey_site.source.nodes import Mapping, Node, Scalar, Sequence
from journey_site.source.text import SourceText
from journey_site.source.yaml import parse_yaml

_STEP = 2
"""So many spaces deeper than its name a map is indented."""
_HEADER = re.compile(r"[|>][-+0-9]*")
_COLON = re.compile(r"[ \t]*:(?=[ \t]|$)")
_RARE = "it is written in a way that is rare"


@dataclass(frozen=True, slots=True)
class _Spot:
    """A node with what it stands in."""

    node: Node
    parent: Mapping | Sequence | None
    key: Scalar | None
    in_brackets: bool


class TextsInFile:
    """One file in which texts are given words in another language."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.places = Places(source.text)
        self._spots: dict[tuple[bool, Span], _Spot] = {}
        root, _ = parse_yaml(source)
        if root is not None:
            self._walk(_Spot(root, None, None, isinstance(root, Scalar)))

    def _walk(self, first: _Spot) -> None:
        waiting = [first]
        while waiting:
            spot = waiting.pop()
            node = spot.node
            self._spots.setdefault((isinstance(node, Scalar), node.span), spot)
            if isinstance(node, Scalar):
                continue
            inside = spot.in_brackets or sign_of(node, self.source) in ("{", "[")
            if isinstance(node, Mapping):
                waiting += [_Spot(value, node, key, inside) for key, value in reversed(node.entries)]
            else:
                waiting += [_Spot(item, node, None, inside) for item in reversed(node.items)]

    def with_words(self, text: Text, language: str, words: str, own: str) -> tuple[Edit, ...]:
        """The edits after which ``text`` says ``words`` in ``language``; ``own`` is the language of plain texts.

        Raises:
            CannotWrite: when there is no certain place for them.
        """
        spot = self._spots.get((not text.places, text.origin))
        if spot is None or (isinstance(spot.node, Mapping) != bool(text.places)):
            raise CannotWrite(_RARE)
        if self.places.written(spot.node.span)[:1] in ("&", "*", "!"):
            raise CannotWrite("it is repeated elsewhere by a name (& and *), or carries a tag (!)")
        if isinstance(spot.node, Mapping):
            for key, value in spot.node.entries:
                if key.text in (language, TWINS.get(language)) and isinstance(value, Scalar):
                    return tuple(self._replaced(key, value, words, in_brackets=self._has_brackets(spot)))
            return tuple(self._added(spot, language, words))
        if not isinstance(spot.node, Scalar):
            raise CannotWrite(_RARE)
        return tuple(self._made_a_map(spot, spot.node, language, words, own))

    def _has_brackets(self, spot: _Spot) -> bool:
        return spot.in_brackets or sign_of(spot.node, self.source) == "{"

    def _style(self, value: Node | None) -> str:
        """What a text begins with: ``|-``, a quote; empty for one without quotes."""
        if not isinstance(value, Scalar) or value.plain or is_nothing(value):
            return ""
        sign = sign_of(value, self.source)
        header = _HEADER.match(self.source.line(value.span.line), value.span.column - 1)
        return re.sub(r"[0-9+]", "", header[0]) if sign in ("|", ">") and header else sign

    def _replaced(self, key: Scalar, value: Scalar, words: str, *, in_brackets: bool) -> Iterator[Edit]:
        """Other words for a language that stands there."""
        span, style = value.span, self._style(value)
        indent = key.span.column - 1 + _STEP
        if is_nothing(value):
            before = self.source.line(span.line)[: span.column - 1]
            colon = "" if before.rstrip().endswith(":") else ":"
            gap = "" if before.endswith(" ") and not colon else " "
            new = self._new(words, "", span.column + 1, span.line, indent, in_brackets=in_brackets)
            yield Edit(_empty(span), f"{colon}{gap}{new.head}")
            yield from self._below(span.line, span.line, new, indent)
        elif style[:1] in ("|", ">"):
            header = _HEADER.match(self.source.line(span.line), span.column - 1)
            last = last_line(value, span.line, self.source)
            lines = [self.source.line(number) for number in range(span.line + 1, last + 1)]
            written = next((line for line in lines if line.strip()), "")
            indent = len(written) - len(written.lstrip(" ")) or indent
            new = self._new(words, style, indent, last, indent)
            yield Edit(Span(span.file, span.line, span.column, span.line, (header.end() if header else span.column) + 1), new.head)
            yield from self._below(span.line, last, new, indent)
        else:
            new = self._new(words, style, span.column, span.end_line, indent, in_brackets=in_brackets)
            yield Edit(span, new.head)
            yield from self._below(span.end_line, span.end_line, new, indent)

    def _new(self, words: str, style: str, column: int, last: int, indent: int, *, in_brackets: bool = False) -> Written:
        """How words are written behind a name that ends before ``column``, with what follows below line ``last``."""
        if in_brackets:
            return Written(on_one_line(words, in_brackets=True, like=style))
        new = in_lines(words, column=column, like=style)
        return Written(on_one_line(words, in_brackets=False)) if new.below and self._would_swallow(last, indent) else new

    def _would_swallow(self, last: int, indent: int) -> bool:
        """Whether a comment stands below that is indented as far as a text above it: it would become a part of that."""
        for line in self.source.lines[last:]:
            words = line.lstrip(" ")
            if words:
                return words[0] == "#" and len(line) - len(words) >= indent
        return False

    def _below(self, line: int, last: int, new: Written, indent: int) -> Iterator[Edit]:
        """Lines below ``line``, in place of those up to ``last``."""
        if new.below or last > line:
            place = Span(self.source.file, line, len(self.source.line(line)) + 1, last, len(self.source.line(last)) + 1)
            yield Edit(place, _lines(new, indent))

    def _added(self, spot: _Spot, language: str, words: str) -> Iterator[Edit]:
        """One more language in a map."""
        node = spot.node
        assert isinstance(node, Mapping)  # as the caller saw
        style = self._style(next((value for _, value in node.entries), None))
        last_key, last_value = node.entries[-1]
        if self._has_brackets(spot):
            said = on_one_line(words, in_brackets=True)
            if is_nothing(last_value):
                yield Edit(_empty(node.entries[0][0].span), f"{language}: {said}, ")
            else:
                yield Edit(_empty(last_value.span, end=True), f", {language}: {said}")
            return
        indent = node.entries[0][0].span.column - 1
        last = last_line(last_value, last_key.span.line, self.source)
        yield self._line_below(last, language, words, style, indent)

    def _line_below(self, last: int, language: str, words: str, style: str, indent: int) -> Edit:
        new = self._new(words, style, indent + len(language) + 2, last, indent + _STEP)
        end = len(self.source.line(last)) + 1
        place = Span(self.source.file, last, end, last, end)
        return Edit(place, f"\n{' ' * indent}{language}: {new.head}{_lines(new, indent + _STEP)}")

    def _made_a_map(self, spot: _Spot, node: Scalar, language: str, words: str, own: str) -> Iterator[Edit]:
        """A plain text becomes a map: on its line where both fit there, else a line for each language."""
        span, style = node.span, self._style(node)
        one_line = style[:1] not in ("|", ">") and (span.line == span.end_line or spot.in_brackets)
        if one_line and (spot.in_brackets or "\n" not in words):
            raw = self.places.written(span)
            if not style and span.line == span.end_line:
                raw = on_one_line(node.text, in_brackets=True)
            said = f"{{{own}: {raw}, {language}: {on_one_line(words, in_brackets=True)}}}"
            line = self.source.line(span.line)
            if spot.in_brackets or len(line) - (span.end_column - span.column) + len(said) <= WIDTH:
                yield Edit(span, said)
                return
        yield from self._in_lines(spot, node, language, words, own)

    def _in_lines(self, spot: _Spot, node: Scalar, language: str, words: str, own: str) -> Iterator[Edit]:
        span, outer, parent = node.span, self._indent_around(spot), spot.parent
        line = self.source.line(span.line)
        inner = span.column - 1
        if isinstance(parent, Mapping) and spot.key is not None and spot.key.span.end_line == span.line:
            colon = _COLON.match(line, spot.key.span.end_column - 1)
            if colon is None or line[colon.end() : inner].strip():
                raise CannotWrite(_RARE)
            inner = outer + _STEP
            yield Edit(Span(span.file, span.line, colon.end() + 1, span.line, span.column), f"\n{' ' * inner}{own}: ")
        elif line[:inner].strip(" -"):
            raise CannotWrite(_RARE)
        else:
            yield Edit(_empty(span), f"{own}: ")
        last = last_line(node, span.line, self.source)
        for number in range(span.line + 1, last + 1):
            if self.source.line(number):
                yield Edit(Span(span.file, number, 1, number, 1), " " * (inner - outer))
        yield self._line_below(last, language, words, self._style(node), inner)

    def _indent_around(self, spot: _Spot) -> int:
        """How far what holds a text is indented."""
        if spot.parent is None or spot.in_brackets:
            raise CannotWrite(_RARE)
        return (spot.key or spot.parent).span.column - 1


def _lines(new: Written, indent: int) -> str:
    return "".join(f"\n{' ' * indent}{line}" if line else "\n" for line in new.below)


def _empty(span: Span, *, end: bool = False) -> Span:
    place = (span.end_line, span.end_column) if end else (span.line, span.column)
    return Span(span.file, *place, *place)
