"""Ids: the names that make addresses, and how one is made from a title."""

from __future__ import annotations

import re
import unicodedata

_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_OTHER = re.compile(r"[^a-z0-9]+")

# Letters whose accents are part of them and do not come off by decomposing, or that are two letters.
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ß": "ss"})


def is_id(text: str) -> bool:
    """Whether a text can be an address: a-z, 0-9 and dashes, a letter or digit first."""
    return _ID.fullmatch(text) is not None


def slug(text: str) -> str:
    """The id that a name makes (``Första provturen`` → ``forsta-provturen``); empty when nothing of it is left."""
    lowered = unicodedata.normalize("NFC", text).lower().translate(_LETTERS)
    if not lowered.isascii():
        lowered = "".join(c for c in unicodedata.normalize("NFD", lowered) if c.isascii() or not unicodedata.combining(c))
    return _OTHER.sub("-", lowered).strip("-")
