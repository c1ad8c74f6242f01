"""Names in the order in which people look them up: by the alphabet of their language, numbers by their size.

One place for every list that goes by name. Imports nothing of ours.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NORDIC = {"sv": "åäö", "fi": "åäö", "da": "æøå", "nb": "æøå", "nn": "æøå", "no": "æøå"}
"""The letters behind z, in their order. Source: the alphabets of the Unicode CLDR (collation of sv, fi, da, nb)."""
_TWINS = {"sv": {"æ": "ä", "ø": "ö"}, "da": {"ä": "æ", "ö": "ø"}}
"""What neighbours write for one of these letters, and where it is looked up."""
_TWINS |= {"fi": _TWINS["sv"], "nb": _TWINS["da"], "nn": _TWINS["da"], "no": _TWINS["da"]}
_TWO = {"æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ł": "l"}
"""Letters that other alphabets have no mark to take off."""
_AFTER_Z = "\U0010fff0"
"""Nothing that is written comes behind it."""
_NUMBER = re.compile(r"(\d+)")

Key = tuple[tuple[tuple[int, int, str], ...], str]


@lru_cache(maxsize=8192)
def name_key(name: str, language: str) -> Key:
    """What ``name`` is sorted by among names, where the reader's language is ``language``, as ``sv`` or ``sv-FI``.

    >>> sorted(["Persona 10", "Persona 2", "Åsa", "Zoe", "Ärla"], key=lambda name: name_key(name, "sv"))
    ['Persona 2', 'Persona 10', 'Zoe', 'Åsa', 'Ärla']
    >>> sorted(["Zoe", "Åsa", "Bo", "Émile", "Frida"], key=lambda name: name_key(name, "en"))
    ['Åsa', 'Bo', 'Émile', 'Frida', 'Zoe']
    """
    base = language.replace("_", "-").split("-")[0].lower()
    own, twins = _NORDIC.get(base, ""), _TWINS.get(base, {})
    plain = unicodedata.normalize("NFC", name).casefold()
    pieces = [piece for piece in _NUMBER.split(plain) if piece]
    return tuple(_piece(piece, own, twins) for piece in pieces), plain


def _piece(piece: str, own: str, twins: dict[str, str]) -> tuple[int, int, str]:
    """A number goes before letters, and by its size."""
    if piece[0].isdecimal():
        return 0, int(piece), ""
    return 1, 0, "".join(_letter(sign, own, twins) for sign in piece)


def _letter(sign: str, own: str, twins: dict[str, str]) -> str:
    at = own.find(twins.get(sign, sign))
    if at >= 0:
        return chr(ord(_AFTER_Z) + at)
    if sign in _TWO:
        return _TWO[sign]
    bare = unicodedata.normalize("NFD", sign)
    # A mark on a letter of another script makes another letter: only Latin ones are looked up without it.
    return bare[0] if bare[0].isascii() else sign
