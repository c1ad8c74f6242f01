"""Turns YAML text into nodes that know their places.

One pass over libyaml's events is guard and composer at once: no recursion, and nothing is built that a
hostile text could make large. Texts stay texts (see ``Scalar``), because libyaml's own typing is YAML 1.1's.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any

from journey_site.problems import Severity, Span
from journey_site.source import events, refusals
from journey_site.source.events import beyond_nodes, events_of, place_of
from journey_site.source.mistakes import explain, merge_conflict
from journey_site.source.nodes import Mapping, Node, Scalar, Sequence
from journey_site.source.odd_spaces import holds_odd_space, odd_before_comments, odd_space
from journey_site.source.quotes import misplaced_quote
from journey_site.source.scene import BULLETS
from journey_site.source.text import SourceText, composed, forbidden_character

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from journey_site.problems import Problem
    from journey_site.source.nodes import Entry, Place

__all__ = ["Mapping", "Node", "Scalar", "Sequence", "beyond_nodes", "parse_yaml"]

MAX_DEPTH = 100
MAX_NODES = 200_000  # events, and what aliases repeat
MAX_PROBLEMS = 200  # nobody reads more about one file, and a hostile one could have a hundred thousand

_TEXT_TAG = "tag:yaml.org,2002:str"
_QUOTES = ("'", '"')
_MAYBE_ITEM = re.compile(r"^[ \t]*-[^\W\d_]", re.MULTILINE)


def parse_yaml(source: SourceText, fields: Collection[str] = ()) -> tuple[Node | None, list[Problem]]:
    """The root of what is written in a file (nothing in an empty one), and what is wrong; never raises.

    ``fields`` are names that may stand before a colon: a line that begins with one and has no colon is told as that.
    """
    refused = forbidden_character(source) or merge_conflict(source) or refusals.too_many_directives(source)
    odd = not refused and holds_odd_space(source.text)
    if odd:
        refused = odd_space(source, events.pieces_of(source.text), fields)
    if refused:
        return None, [refused]
    composer = _Composer(source, fields)
    try:
        root = composer.compose()
        if odd:
            composer.problems += islice(odd_before_comments(source, events.pieces_of(source.text)), MAX_PROBLEMS)
        return root, composer.problems
    except events.Mistake as error:
        mistake = explain(source, events.clue_of(error), events.pieces_of(source.text), fields)
        # What was said about lines from there on, or is only probable, came of the mistake.
        before = (p for p in composer.problems if p.span.line < mistake.span.line)
        return None, [*(p for p in before if p.severity is Severity.ERROR), mistake]
    except _Stop as stop:
        return None, [*composer.problems, stop.problem]


class _Stop(Exception):
    """Reading ends here; what was read is not used."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class _Anchored:
    """What a name for reuse (``&name``) stands for, and how many nodes that is."""

    __slots__ = ("begins", "column", "line", "name", "node", "size", "used")

    def __init__(self, event: Any, begins: int) -> None:
        self.name: str = event.anchor
        self.line: int = event.start_mark.line + 1
        self.column: int = event.start_mark.column + 1
        self.begins = begins
        self.node: Node | None = None
        self.size = 0
        self.used = False


class _Composer:
    """One file's way from events to nodes."""

    def __init__(self, source: SourceText, fields: Collection[str]) -> None:
        self.source = source
        self.fields = fields
        self.problems: list[Problem] = []
        self.has_error = False
        self.anchors: dict[str, _Anchored] = {}
        self.every_anchor: list[_Anchored] = []
        self.next_event: Callable[[], Any]

    def compose(self) -> Node | None:
        """Build the nodes. One long loop, because a large handbook passes here a million times."""
        file = self.source.file
        next_event = self.next_event = events_of(self.source.text)
        scalar_event, alias_event = events.Scalar, events.Alias
        mapping_start, sequence_start, ends = events.MappingStart, events.SequenceStart, events.ENDS
        maybe_items = _MAYBE_ITEM.search(self.source.text) is not None
        maybe_misplaced = '"#' in self.source.text or "'#" in self.source.text
        maybe_cut = refusals.CUT.search(self.source.text) is not None
        maybe_colours = refusals.BARE_COLOUR.search(self.source.text) is not None

        # The collection being filled (a list has no index); what encloses it waits on the stack.
        items: list[Any] = []
        index: dict[str, Entry] | None = None
        key: Scalar | None = None
        wants_key = False
        begin: Any = None
        stack: list[Any] = []
        documents = count = 0
        last: Any = None
        node: Node

        while True:
            event = next_event()
            kind = type(event)
            count += 1
            if count > MAX_NODES:
                raise _Stop(refusals.too_large(self.source, *place_of(event.start_mark)))
            anchored: _Anchored | None = None

            if kind is scalar_event:
                text = event.value
                if not text.isascii():
                    text = composed(text)
                start, last = event.start_mark, event.end_mark
                place: Place = (file, start.line, start.column, last.line, last.column)
                node = Scalar(text, event.implicit[0], place)
                if event.tag is not None:
                    self._tag(event)
                    node.plain = False
                if event.anchor is not None:
                    anchored = self._anchor(event, count)
                if event.style in _QUOTES:
                    if maybe_misplaced or last.line > start.line:
                        self._quoted(node)
                elif node.plain and (
                    (" - " in text and last.line > start.line) or (maybe_items and text[:1] == "-")
                ):
                    self._report(refusals.swallowed_items, self.source, node)
                if node.plain and text[:1] in BULLETS and last.line > start.line:
                    self._report(refusals.bullets, self.source, node)
                if maybe_cut and node.plain:
                    self._report(refusals.cut_text, self.source, node)
            elif kind is mapping_start or kind is sequence_start:
                if event.tag is not None:
                    self._tag(event)
                if event.anchor is not None:
                    anchored = self._anchor(event, count)
                stack.append((items, index, key, wants_key, begin))
                if len(stack) > MAX_DEPTH:
                    raise _Stop(refusals.too_deep(self.source, *place_of(event.start_mark), MAX_DEPTH))
                wants_key = kind is mapping_start
                items, index, key = [], {} if wants_key else None, None
                begin = (event.start_mark, event.flow_style, anchored)
                continue
            elif kind in ends:
                start, flow, anchored = begin
                # A block ends where its last text does, not lines below, where libyaml notices.
                last = event.end_mark if flow else last
                place = (file, start.line, start.column, last.line, last.column)
                node = Sequence(items, place) if index is None else Mapping(items, place, index)
                items, index, key, wants_key, begin = stack.pop()
            elif kind is alias_event:
                last = event.end_mark
                node, size = self._alias(event)
                count += size
                if count > MAX_NODES:
                    raise _Stop(refusals.exploding_alias(event.anchor, self._span(event)))
            elif kind is events.DocumentStart:
                documents += 1
                if documents > 1:
                    self._second_document(event)
                    break
                continue
            elif kind is events.StreamEnd:
                break
            else:
                continue

            if anchored is not None:
                anchored.node = node
                anchored.size = count - anchored.begins + 1
            if index is None:
                items.append(node)
            elif wants_key:
                wants_key = False
                key = self._key(node, index)
            else:
                wants_key = True
                if key is not None:
                    entry = (key, node)
                    items.append(entry)
                    index[key.text] = entry
                    if maybe_colours and isinstance(node, Scalar) and node.plain and not node.text:
                        self._report(refusals.bare_colour, self.source, key)

        self._lost_words()
        root: Node | None = items[0] if items else None
        if isinstance(root, Scalar) and root.plain:
            self._report(refusals.colon_in_root, self.source, root, self.fields)
            return root if root.text else None  # nothing below three dashes is an empty file too
        return root

    def _key(self, node: Node, index: dict[str, Entry]) -> Scalar | None:
        """The key, or nothing when the entry it begins is not to be used."""
        if not isinstance(node, Scalar) or (node.plain and node.text in ("", "<<")):
            self._report(refusals.unusable_key, node)
            return None
        first = index.get(node.text)
        if first is None:
            return node
        self._report(refusals.duplicate_key, node, first[0])
        return None

    def _quoted(self, node: Scalar) -> None:
        """Where a quote closes at another text's, nothing that was read after it is what is meant."""
        problem = misplaced_quote(self.source, node.span)
        if problem is not None:
            raise _Stop(problem)

    def _tag(self, event: Any) -> None:
        """``!!str`` is honoured (the text is text); any other tag would mean something that nobody here knows."""
        if event.tag != _TEXT_TAG or type(event) is not events.Scalar:
            self._report(refusals.custom_tag, self.source, *place_of(event.start_mark))

    def _anchor(self, event: Any, count: int) -> _Anchored:
        anchored = _Anchored(event, count)
        self.anchors[anchored.name] = anchored
        self.every_anchor.append(anchored)
        return anchored

    def _alias(self, event: Any) -> tuple[Node, int]:
        """What an alias stands for, and how many nodes that is; when there is nothing, nothing."""
        name, span = event.anchor, self._span(event)
        anchored = self.anchors.get(name)
        if anchored is None:
            self._report(refusals.unknown_alias, name, span, self.anchors)
            return Scalar("", True, span), 0
        anchored.used = True
        if anchored.node is None:
            self._report(refusals.circular_alias, name, span)
            return Scalar("", True, span), 0
        return anchored.node, anchored.size

    def _lost_words(self) -> None:
        for anchored in self.every_anchor:
            if not anchored.used and isinstance(anchored.node, Scalar):
                span = self.source.span(anchored.line, anchored.column, len(anchored.name) + 1)
                self._report(refusals.lost_word, anchored.name, anchored.node, span)

    def _second_document(self, event: Any) -> None:
        """Three dashes below the text begin another document; with nothing below them they are harmless."""
        content = self.next_event()
        if type(content) is events.Scalar and not content.value and content.implicit[0]:
            self.next_event()
            if type(self.next_event()) is events.StreamEnd:
                return
        self._report(refusals.second_document, self.source, *place_of(event.start_mark))

    def _span(self, event: Any) -> Span:
        return Span(self.source.file, *place_of(event.start_mark), *place_of(event.end_mark))

    def _report(self, refusal: Callable[..., Problem | None], *about: Any) -> None:
        """Note what is wrong; of a great many the first, and errors rather than warnings."""
        many = len(self.problems) >= MAX_PROBLEMS
        if many and (self.has_error or refusal in (refusals.swallowed_items, refusals.bullets, refusals.cut_text, refusals.bare_colour)):
            return
        problem = refusal(*about)
        if problem is not None:
            self.problems.append(problem)
            self.has_error = self.has_error or problem.severity is Severity.ERROR
