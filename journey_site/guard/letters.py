"""Words as they can be compared whatever they are wrapped in: Markdown, HTML, JSON, a spreadsheet's XML, an address.

What is compared is letters and digits alone, in small letters, in a row: no mark, space or escape of any format is one.
Comparing every text with every page like that would take minutes for a large site. So the single words of a page are
looked at first, which takes one pass over its bytes, and the letters only where all words of a text are there.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from html import unescape
from itertools import pairwise
from unicodedata import combining, normalize

_NO_LETTER = re.compile(r"[\W_]+")
_TAG = re.compile(r"<[^<>]*>")
_TAG_IN_BYTES = re.compile(rb"<[^<>]*>")
_JSON_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_PERCENT = re.compile(rb"%([0-9a-fA-F]{2})")
_ESCAPE_IN_BYTES = re.compile(rb"\\(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_ENTITY = re.compile(rb"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
"""What may stand within a word and is not seen: soft hyphens, and spaces of no width."""
_TO_COMPOSE = (b"\xcc", b"\xcd", *(chr(each).encode() for each in _INVISIBLE))
"""Bytes of which one is there where a letter stands apart from its accent, or something invisible in a word."""
_TAG_WITHIN = rb"(?:/?(?:a|abbr|b|bdi|cite|code|del|em|i|ins|mark|q|s|small|span|strong|sub|sup|tspan|u|var|(?:w|a|text):[A-Za-z-]+)\b[^<>]*|wbr ?/?)>"
"""The rest of a tag that may stand in the middle of a word, also in the files of word processors."""
_WITHIN_WORDS = re.compile(rb"<(?<=[A-Za-z0-9\x80-\xff]<)" + _TAG_WITHIN + rb"(?:<" + _TAG_WITHIN + rb")*(?=[A-Za-z0-9\x80-\xff])")
_ANY_WITHIN = re.compile(rb"<" + _TAG_WITHIN)
_NEAR = 80
_AS_OFTEN = 3
"""What is escaped in a text that is escaped in a text."""
_TWO_LETTERS = re.compile("\\w*[ßẞ\ufb00-\ufb06ŉǰİı]\\w*")
"""Words that are written with other letters when they are written in capitals."""
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


_NO_ASCII_LETTER = bytes(each for each in range(256) if not chr(each).isalnum() or each > 127 or chr(each) in "sS")
"""What quick rows leave out; the letter s, too, which capitals make of other letters."""
_ASCII = bytes(range(128))
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
    for _ in range(_AS_OFTEN):
        if "\\" not in text:
            break
        text = _JSON_ESCAPE.sub(_character, text)
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = _without_percent(text.encode("utf-8")).decode("utf-8", "replace") if "%" in text else text
    # Twice, because what is escaped in an attribute of an escaped text is escaped twice.
    return letters(unescape(unescape(_TAG.sub("", text)))), letters(unescape(unescape(text)))


def ascii_rows(data: bytes) -> tuple[bytes, bytes]:
    """As ``readings``, of ASCII alone and far quicker: where a text's own is not in one of them, it is not in the file."""
    data = _unescaped(data)
    return _ascii_row(_composed(_without_entities(_TAG_IN_BYTES.sub(b"", data)))), _ascii_row(_composed(_without_entities(data)))


def ascii_row(text: str) -> bytes:
    """The ASCII letters of a text, as ``ascii_rows`` has them."""
    return _ascii_row(normalize("NFC", text).encode("utf-8", "replace"))


def _ascii_row(data: bytes) -> bytes:
    return data.translate(_TABLE, _NO_ASCII_LETTER)


def _unescaped(data: bytes) -> bytes:
    for _ in range(_AS_OFTEN):
        if b"\\" not in data:
            break
        data = _ESCAPE_IN_BYTES.sub(_in_utf8, data)
    return _without_percent(data) if b"%" in data else data


def _without_percent(data: bytes) -> bytes:
    for _ in range(_AS_OFTEN):
        fewer = _PERCENT.sub(lambda match: bytes([int(match[1], 16)]), data)
        if fewer == data:
            break
        data = fewer
    return data


def _without_entities(data: bytes) -> bytes:
    for _ in range(_AS_OFTEN):
        if b"&" not in data:
            break
        data = _ENTITY.sub(_entity, data)
    return data


def _composed(data: bytes) -> bytes:
    """``data`` with every accent in its letter, and without what nobody sees."""
    if data.isascii():
        return data
    beyond = data.translate(None, _ASCII)  # a short look, as most of a page is ASCII
    if not any(each in beyond for each in _TO_COMPOSE):
        return data
    return normalize("NFC", data.decode("utf-8", "replace").translate(_INVISIBLE)).encode("utf-8", "replace")


def sought_words(text: str) -> list[bytes]:
    """The words of which a file must hold all to hold ``text``, however it is written there."""
    return words(_TWO_LETTERS.sub(" ", text).encode("utf-8", "replace"), foreign=not text.isascii())


def words(data: bytes, *, foreign: bool = False) -> list[bytes]:
    """The single words of a file as far as they are ASCII, in small letters; an id is one word, with its dashes.

    With ``foreign`` also those in other scripts; where a script has no spaces, each pair of neighbours in its place.
    """
    data = _composed(_without_entities(_unescaped(data)))
    if b"--" in data:
        data = data.replace(b"--", b"  ")
    found = data.translate(_TABLE).split()
    if b"<" in data:
        found += _torn_words(data)
    return [*found, *_foreign_words(data)] if foreign else found


def _torn_words(data: bytes) -> Iterator[bytes]:
    """Words in the middle of which a tag stands."""
    for tags in _WITHIN_WORDS.finditer(data):
        start, end = tags.span()
        around = data[max(0, start - _NEAR) : start] + data[end : end + _NEAR]
        yield from _ANY_WITHIN.sub(b"", around).translate(_TABLE).split()


def _foreign_words(data: bytes) -> Iterator[bytes]:
    beyond = b" ".join(_BEYOND_ASCII.findall(data)).decode("utf-8", "replace")
    for word in dict.fromkeys(_NO_LETTER.sub(" ", normalize("NFKC", beyond).casefold()).split()):
        if _UNSPACED.search(word):
            yield from (pair.encode() for pair in map("".join, pairwise(word)))
        else:
            yield word.encode()


def _character(match: re.Match[str]) -> str:
    """What an escape of JSON or of a program stands for; a line's end is a space."""
    code = match[1] or match[2] or match[3]
    return _letter(code) if code else " " if match[4] in "nrtbf" else match[4]


def _in_utf8(match: re.Match[bytes]) -> bytes:
    code = match[1] or match[2] or match[3]
    if code is None:
        return match[4] if match[4] in b"\\&%" else b" "
    character = _letter(code.decode("ascii"))
    return b"" if ord(character) in _INVISIBLE else character.encode("utf-8", "replace") if _may_be_in_words(character) else b" "


def _letter(code: str) -> str:
    number = int(code, 16)
    return chr(number) if number <= sys.maxunicode else " "


def _may_be_in_words(character: str) -> bool:
    return character.isalnum() or bool(combining(character)) or character in "<>&%\\"


_KNOWN_ENTITIES: dict[bytes, bytes] = {}


def _entity(match: re.Match[bytes]) -> bytes:
    known = _KNOWN_ENTITIES.get(match[0])
    if known is None:
        said = unescape(match[0].decode("ascii"))
        known = b"" if ord(said[0]) in _INVISIBLE else said.encode("utf-8", "replace") if said.isalnum() or combining(said[0]) or said == "&" else b" "
        _KNOWN_ENTITIES[match[0]] = known
    return known
