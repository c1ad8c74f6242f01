"""What may stand in a field of a table, and which words a spreadsheet would take for a formula."""

from __future__ import annotations

from datetime import date

Value = str | int | float | date | None
"""Words, a number, a day; None is an empty field."""

_BEGINNINGS = frozenset("=+-@\t\r\n＝＋－＠")
"""What begins a formula for one spreadsheet program or another (OWASP, "CSV Injection")."""


def like_formula(words: str) -> bool:
    """Whether a spreadsheet may run ``words`` instead of showing them."""
    return words[:1] in _BEGINNINGS or words.lstrip()[:1] in _BEGINNINGS


def harmless(words: str) -> str:
    """Words that no spreadsheet runs: an apostrophe in front says that they are words."""
    return f"'{words}" if words and like_formula(words) else words
