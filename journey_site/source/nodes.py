"""What stands in a YAML file: texts, lists and mappings, each knowing its place.

Nothing is typed here: a text is as written, and whoever needs a number, a truth value or nothing asks for it.
"""

from __future__ import annotations

import re
from math import isfinite
from typing import TypeAlias

from journey_site.problems import Span

Place: TypeAlias = Span | tuple[str, int, int, int, int]
"""A span, or what one is made of: the file, begin and end, with lines and columns counted from 0."""

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INTEGER = re.compile(r"[-+]?[0-9]+")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_LONGEST_NUMBER = 40
"""No number in a handbook is longer, and reading a million digits takes minutes."""


class _Placed:
    """Makes a node's span the first time somebody asks: most are never asked, and files are large."""

    __slots__ = ("_place",)
    _place: Place

    @property
    def span(self) -> Span:
        """Where the node stands."""
        place = self._place
        if isinstance(place, Span):
            return place
        file, line, column, end_line, end_column = place
        span = self._place = Span(file, line + 1, column + 1, end_line + 1, end_column + 1)
        return span


class Scalar(_Placed):
    """A single text, a number, a truth value or nothing: whatever is neither list nor mapping."""

    __slots__ = ("plain", "text")

    def __init__(self, text: str, plain: bool, span: Place) -> None:
        self.text = text
        """As written (``007``, ``3.0``), in Unicode's composed form."""
        self.plain = plain
        """Written without quotes, so that it may also be a number, a truth value or nothing."""
        self._place = span

    @property
    def is_null(self) -> bool:
        """Whether nothing is written here, or the word for it."""
        return self.plain and self.text in _NULLS

    def as_bool(self) -> bool | None:
        """The truth value that is written here, if one is; ``yes``, ``no`` and ``on`` are texts."""
        return _BOOLEANS.get(self.text) if self.plain else None

    def as_number(self) -> int | float | None:
        """The number that is written here, if one is; what is too long or too large is none."""
        text = self.text
        if not self.plain or not text or len(text) > _LONGEST_NUMBER:
            return None
        if _INTEGER.fullmatch(text):
            return int(text)
        if _BASED.fullmatch(text):
            return int(text, 0)
        if _FLOAT.fullmatch(text):
            number = float(text)
            return number if isfinite(number) else None
        return None

    def __repr__(self) -> str:
        return f"Scalar({self.text!r}, plain={self.plain})"


class Sequence(_Placed):
    """A list."""

    __slots__ = ("items",)

    def __init__(self, items: list[Node], span: Place) -> None:
        self.items = items
        self._place = span

    def __repr__(self) -> str:
        return f"Sequence({len(self.items)} items)"


Entry: TypeAlias = "tuple[Scalar, Node]"


class Mapping(_Placed):
    """Names, each with what stands under it, in the order of the file; every name once."""

    __slots__ = ("_index", "entries")

    def __init__(self, entries: list[Entry], span: Place, index: dict[str, Entry] | None = None) -> None:
        self.entries = entries
        self._place = span
        self._index = index

    def _by_key(self) -> dict[str, Entry]:
        if self._index is None:
            self._index = {}
            for entry in self.entries:
                self._index.setdefault(entry[0].text, entry)
        return self._index

    def get(self, key: str) -> Node | None:
        """What stands under a name."""
        entry = self._by_key().get(key)
        return entry[1] if entry else None

    def key(self, key: str) -> Scalar | None:
        """The name itself, for its place."""
        entry = self._by_key().get(key)
        return entry[0] if entry else None

    def keys(self) -> list[str]:
        """The names in the order of the file."""
        return [key.text for key, _ in self.entries]

    def __contains__(self, key: object) -> bool:
        return key in self._by_key()

    def __repr__(self) -> str:
        return f"Mapping({', '.join(self.keys()[:5])})"


Node: TypeAlias = Scalar | Sequence | Mapping
