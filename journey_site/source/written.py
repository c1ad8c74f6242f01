"""How a text is written in YAML so that it stays a text."""

from __future__ import annotations

import re

_WORD_FOR_NOTHING = frozenset({"null", "Null", "NULL"})
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")


def in_quote_marks(text: str) -> str:
    """A text of one line in quotes: double ones, or single ones where it holds what means something in double ones."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


def as_written(identity: str) -> str:
    """An id or a key as it is written: without quotes, unless it would mean nothing."""
    return identity if _PLAIN.fullmatch(identity) and identity not in _WORD_FOR_NOTHING else in_quote_marks(identity)
