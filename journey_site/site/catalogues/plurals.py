"""How languages count: how many forms a message with a number has, and which goes with which number."""

from __future__ import annotations

from gettext import c2py

from babel import Locale, UnknownLocaleError
from babel.messages.plurals import get_plural

Plurals = tuple[int, str]
"""How many forms there are, and which is for ``n``, written in C as a catalogue's head has it."""
_TRIED = (*range(200), 1_000, 100_000, 1_000_000)


def plurals_of(code: str) -> Plurals:
    """How a language counts; as English does where that is not known.

    Source: the Unicode CLDR, as Babel brings it.
    """
    try:
        found = get_plural(Locale.parse(code, sep="-"))
    except (UnknownLocaleError, ValueError):
        return 2, "(n != 1)"
    return found.num_plurals, found.plural_expr


def is_whole(plurals: Plurals) -> bool:
    """Whether each number gets one of the forms."""
    number, expression = plurals
    try:
        which = c2py(expression)
        return number > 0 and all(0 <= which(count) < number for count in _TRIED)
    except (ValueError, ZeroDivisionError, OverflowError):
        return False


def as_written(plurals: Plurals) -> str:
    """As it stands in the head of a catalogue."""
    return f"nplurals={plurals[0]}; plural={plurals[1]};"
