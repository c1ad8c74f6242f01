"""Words as they can be compared whatever they are wrapped in: Markdown, HTML, JSON, a spreadsheet's XML, an address.

What is compared is letters and digits alone, in small letters, in a row: no mark, space or escape of any format is one.
Comparing every text with every page like that would take minutes for a large site. So the single words of a page are
looked at first, which takes one pass over its bytes, and the letters only where all words of a text are there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import pairwise
from unicodedata import normalize

_NO_LETTER = re.compile(r"[\W_]+")
_TAG = re.compile(r"<[^<>]*>")
_TAG_IN_BYTES = re.compile(rb"<[^<>]*>")
_JSON_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_PERCENT = re.compile(rb"%([0-9a-fA-F]{2})")
_ESCAPE_IN_BYTES = re.compile(rb"\\(?:u([0-9a-fA-F]{4})|.)", re.DOTALL)
_ENTITY = re.compile(rb"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_SOFT_HYPHEN = "\u00ad".encode()
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]+")
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Scripts that write no spaces between words."""


def _small_or_space() -> bytes:
    """For each byte the small letter, digit or dash that it is, or a space."""
    table = bytearray(b" " * 256)
    for each in b"abcdefghijklmnopqrstuvwxyz0123456789-":
        table[each] = each
    for upper in range(ord("A"), ord("Z") + 1):
        table[upper] = upper + 32
    return bytes(table)


_NO_ASCII_LETTER = bytes(each for each in range(256) if not chr(each).isalnum() or each > 127)
_TABLE = _small_or_space()


def letters(text: str) -> str:
    """The letters and digits of ``text``, in small letters, without anything between them."""
    return _NO_LETTER.sub("", normalize("NFKC", text).casefold())


def without_tags(text: str) -> str:
    """A text as a browser would show it, if what looks like HTML in it were HTML."""
    return _TAG.sub("", text)


def weight(row: str) -> int:
    """How many letters a row of them counts for: one that stands for a syllable or a word counts twice."""
    return len(row) + len(_UNSPACED.findall(row))


def readings(data: bytes) -> tuple[str, str]:
    """The letters of a file in two ways: as readers see them, without tags; and with all that stands in tags."""
    text = data.decode("utf-8", "replace")
    if "\\" in text:
        text = _JSON_ESCAPE.sub(_character, text)
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if "%" in text:
        text = _PERCENT.sub(lambda match: bytes([int(match[1], 16)]), text.encode("utf-8")).decode("utf-8", "replace")
    # Twice, because what is escaped in an attribute of an escaped text is escaped twice.
    return letters(unescape(unescape(_TAG.sub("", text)))), letters(unescape(unescape(text)))


def ascii_rows(data: bytes) -> tuple[bytes, bytes]:
    """As ``readings``, of ASCII alone and far quicker: where a text's own is not in one of them, it is not in the file."""
    data = _unescaped(data)
    return _ascii_row(_ENTITY.sub(_entity, _TAG_IN_BYTES.sub(b"", data))), _ascii_row(_ENTITY.sub(_entity, data))


def ascii_row(row: str) -> bytes:
    """The ASCII of a row of letters."""
    return row.encode("ascii", "ignore")


def _ascii_row(data: bytes) -> bytes:
    return data.translate(_TABLE, _NO_ASCII_LETTER)


def _unescaped(data: bytes) -> bytes:
    if b"\\" in data:
        data = _ESCAPE_IN_BYTES.sub(_in_utf8, data)
    if b"%" in data:
        data = _PERCENT.sub(lambda match: bytes([int(match[1], 16)]), data)
    return data


def words(data: bytes, *, foreign: bool = False) -> list[bytes]:
    """The single words of a file as far as they are ASCII, in small letters; an id is one word, with its dashes.

    With ``foreign`` also those in other scripts; where a script has no spaces, each pair of neighbours in its place.
    """
    data = _unescaped(data)
    if b"&" in data:
        data = _ENTITY.sub(_entity, data)
    if _SOFT_HYPHEN in data:
        data = data.replace(_SOFT_HYPHEN, b"")
    if b"--" in data:
        data = data.replace(b"--", b"  ")
    found = data.translate(_TABLE).split()
    return [*found, *_foreign_words(data)] if foreign else found


def _foreign_words(data: bytes) -> Iterator[bytes]:
    beyond = b" ".join(_BEYOND_ASCII.findall(data)).decode("utf-8", "replace")
    for word in dict.fromkeys(_NO_LETTER.sub(" ", normalize("NFKC", beyond).casefold()).split()):
        if _UNSPACED.search(word):
            yield from (pair.encode() for pair in map("".join, pairwise(word)))
        else:
            yield word.encode()


def _character(match: re.Match[str]) -> str:
    """What an escape of JSON stands for; a line's end is a space."""
    return chr(int(match[1], 16)) if match[1] else " " if match[2] in "nrtbf" else match[2]


def _in_utf8(match: re.Match[bytes]) -> bytes:
    if match[1] is None:
        return b" "
    character = chr(int(match[1], 16))
    return character.encode("utf-8", "replace") if character.isalnum() else b" "


_KNOWN_ENTITIES: dict[bytes, bytes] = {}


def _entity(match: re.Match[bytes]) -> bytes:
    known = _KNOWN_ENTITIES.get(match[0])
    if known is None:
        said = unescape(match[0].decode("ascii"))
        known = said.encode("utf-8", "replace") if said.isalnum() else b" "
        _KNOWN_ENTITIES[match[0]] = known
    return known
