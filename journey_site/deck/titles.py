"""Titles that are told apart, where one thing takes several slides."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from journey_site.deck.lines import Line, Lines
from journey_site.site.voice import Voice

Part = TypeVar("Part")
AddressOf = Callable[[str], str]
"""From a page's source path to its address, as notes tell it."""


def numbered(title: Lines, parts: Sequence[Part], voice: Voice) -> Iterator[tuple[Line, Part]]:
    """Each of ``parts`` with the title of its slide: ``The map (2 of 3)``."""
    line = title[0] if title else Line("…", voice.language.code)
    for at, part in enumerate(parts, 1):
        if len(parts) == 1:
            yield line, part
            continue
        told = voice._("%(title)s (%(n)s of %(count)s)") % {"title": line.words, "n": at, "count": len(parts)}
        yield replace(line, words=told), part
