"""YAML text as libyaml's events; the one module that knows the YAML library.

Whoever builds something of a text asks here for its events, and what libyaml says of a mistake in it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from journey_site.source.scene import Clue, Piece

if TYPE_CHECKING:
    from collections.abc import Callable

    from journey_site.source.text import SourceText

# Without libyaml its pure twin serves: slower, and stricter about a few texts.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Mistake = yaml.YAMLError
"""Raised where a text is no YAML."""

Scalar, Alias = yaml.ScalarEvent, yaml.AliasEvent
MappingStart, SequenceStart = yaml.MappingStartEvent, yaml.SequenceStartEvent
ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
DocumentStart, StreamEnd = yaml.DocumentStartEvent, yaml.StreamEndEvent

_SPECIAL = re.compile(r"[&*!%]")
_PIECES: dict[type, str] = {
    Scalar: "text",
    Alias: "alias",
    SequenceStart: "list",
    MappingStart: "mapping",
    yaml.SequenceEndEvent: "end",
    yaml.MappingEndEvent: "end",
}


def events_of(text: str) -> Callable[[], Any]:
    """What hands out one event of a text after the other; it raises ``Mistake`` where the text is no YAML."""
    get_event: Callable[[], Any] = _LOADER(text).get_event
    return get_event


def place_of(mark: Any) -> tuple[int, int]:
    """Line and column, which libyaml counts from 0."""
    return mark.line + 1, mark.column + 1


def clue_of(mistake: Mistake) -> Clue:
    """libyaml's words and places."""
    mark = getattr(mistake, "problem_mark", None)
    context = getattr(mistake, "context_mark", None)
    return Clue(
        str(getattr(mistake, "problem", None) or ""),
        *(place_of(mark) if mark else (1, 1)),
        str(getattr(mistake, "context", None) or ""),
        *(place_of(context) if context else (0, 0)),
    )


def pieces_of(text: str) -> list[Piece]:
    """What was understood before the mistake: read again, because only a file with a mistake needs it."""
    pieces: list[Piece] = []
    try:
        next_event = events_of(text)
        while (event := next_event()) is not None and type(event) is not StreamEnd:
            kind = _PIECES.get(type(event))
            if kind is None:
                continue
            start, end = place_of(event.start_mark), place_of(event.end_mark)
            flow = getattr(event, "flow_style", False) or (kind == "end" and end > start)
            pieces.append(Piece(kind, getattr(event, "style", "") or ("flow" if flow else ""), *start, *end))
    except Mistake:
        pass
    return pieces


def beyond_nodes(source: SourceText) -> str:
    """What of a file its nodes do not tell, in a few words: they repeat what an alias repeats, and forget tags.

    Empty for nearly every file. Whoever writes a file anew from its nodes must leave such a one alone.
    """
    if not _SPECIAL.search(source.text):
        return ""
    try:
        next_event = events_of(source.text)
        while (event := next_event()) is not None:
            if type(event) is Alias or getattr(event, "anchor", None):
                return "texts that are repeated by a name (& and *)"
            if getattr(event, "tag", None):
                return "a tag (!)"
            if type(event) is DocumentStart and (event.version or event.tags):
                return "an instruction to YAML (%)"
    except Mistake:
        return "a mistake"
    return ""
