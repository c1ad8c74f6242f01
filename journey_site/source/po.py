"""Text in gettext's PO, entry by entry with the line of each part; what cannot be read costs the entry it stands in alone.

Source: https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d{1,3})\])?(?=[\s\"]|$)[ \t]*")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"[ \t]*')
_ESCAPE = re.compile(r"\\([0-7]{1,3}|x[0-9A-Fa-f]{1,2}|.)")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_CURLY = re.compile("[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019]")
_HEAD = re.compile(r"^([A-Za-z][\w-]*):[ \t]*(.*)$", re.MULTILINE)
_CHARSET = re.compile(rb"charset=([\w.:-]+)", re.IGNORECASE)
_PLURALS = re.compile(r"nplurals\s*=\s*(\d{1,2})\s*;\s*plural\s*=\s*([^;]+)")

Key = tuple[str, str]
"""What a message is known by: its context, empty where it has none, and its words."""


@dataclass(frozen=True, slots=True)
class PoText:
    """Words with the place where they begin, which is their first quote."""

    words: str
    line: int
    column: int
    width: int
    """How many letters their first line has, quotes and all."""


@dataclass(frozen=True, slots=True)
class PoEntry:
    """A message with its translation."""

    source: PoText
    """The message: ``msgid``."""
    context: PoText | None
    many: PoText | None
    """The message for several: ``msgid_plural``."""
    forms: Mapping[int, PoText]
    """The translation: ``msgstr``, or ``msgstr[0]`` and so on. Empty words are none."""
    fuzzy: bool = False
    """Whether it is marked as needing work."""
    comments: tuple[str, ...] = ()
    """The lines above it that begin with ``#``, as they are written, but for its flags and what it said before."""

    @property
    def key(self) -> Key:
        """What it is known by."""
        return (self.context.words if self.context else "", self.source.words)

    @property
    def words(self) -> tuple[str, ...]:
        """The translation, form by form; empty words where there is none yet."""
        return tuple(self.forms[at].words for at in sorted(self.forms))


@dataclass(frozen=True, slots=True)
class PoSlip:
    """A place that cannot be read."""

    line: int
    column: int
    width: int
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class PoFile:
    """What stands in a PO file."""

    head: Mapping[str, str]
    """What the entry without a message says: ``Language``, ``Plural-Forms`` and so on."""
    entries: tuple[PoEntry, ...]
    slips: tuple[PoSlip, ...]
    head_lines: Mapping[str, int] = field(default_factory=dict)
    """The line on which each of the head's fields stands."""

    @property
    def plurals(self) -> tuple[int, str] | None:
        """How many forms its language has for numbers, and which is for ``n``, in C; None where it does not say."""
        found = _PLURALS.search(self.head.get("Plural-Forms", ""))
        return (int(found[1]), found[2].strip()) if found else None


def decoded_po(data: bytes) -> str | None:
    """The text of a file in UTF-8, else in the encoding that its head names; None where neither can be."""
    declared = _CHARSET.search(data[:4096])
    for charset in ("utf-8-sig", declared[1].decode("ascii") if declared else ""):
        try:
            if charset:
                return data.decode(charset)
        except (UnicodeDecodeError, LookupError):
            continue
    return None


def parse_po(text: str) -> PoFile:
    """Read ``text``, which may begin with a byte order mark and end its lines in any way."""
    reading = _Reading()
    for number, line in enumerate(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        reading.line(number, line)
    reading.end()
    return PoFile(reading.head, tuple(reading.entries), tuple(reading.slips), reading.head_lines)


class _Reading:
    """One pass through a file, line by line."""

    def __init__(self) -> None:
        self.head: dict[str, str] = {}
        self.head_lines: dict[str, int] = {}
        self.entries: list[PoEntry] = []
        self.slips: list[PoSlip] = []
        self._begin()

    def _begin(self) -> None:
        self._parts: dict[tuple[str, int], list[PoText]] = {}
        self._now: tuple[str, int] | None = None
        self._comments: list[str] = []
        self._fuzzy = self._spoilt = False

    def line(self, number: int, line: str) -> None:
        """Take up the next line."""
        told = line.strip()
        if not told:
            return
        if told.startswith("#"):
            self._comment(told)
            return
        column = len(line) - len(line.lstrip()) + 1
        found = _KEYWORD.match(told)
        if found:
            self._keyword(found[1], int(found[2]) if found[2] else -1, number, column)
            told, column = told[found.end() :], column + found.end()
            if not told:
                self._slip(number, column - found.end(), found.end(), "no text follows", 'put it between quotes, such as msgid "Touchpoints"')
                return
        self._text(told, number, column)

    def end(self) -> None:
        """Close the last entry."""
        if self._now is None:
            return
        source = self._joined("msgid")
        if source is None:
            first = next((parts[0] for parts in self._parts.values() if parts), None)
            if not self._spoilt and first is not None:
                self._slip(first.line, first.column, first.width, "these words belong to no msgid", "write the line msgid above")
        elif not source.words and self._joined("msgctxt") is None:
            self._take_head()
        elif not self._spoilt:
            forms = {at: each for (name, at) in self._parts if name == "msgstr" and (each := self._joined("msgstr", at)) is not None}
            if forms:
                many = self._joined("msgid_plural")
                self.entries.append(PoEntry(source, self._joined("msgctxt"), many, forms, self._fuzzy, tuple(self._comments)))
            else:
                self._slip(source.line, source.column, source.width, "this msgid has no msgstr", "write its translation on the line below")
        self._begin()

    def _comment(self, told: str) -> None:
        if self._now is not None and (self._now[0] == "msgstr" or self._spoilt):
            self.end()
        if told.startswith("#,"):
            self._fuzzy = self._fuzzy or "fuzzy" in {flag.strip() for flag in told[2:].split(",")}
        elif not told.startswith(("#|", "#~")):
            self._comments.append(told)

    def _keyword(self, name: str, at: int, line: int, column: int) -> None:
        """Begin a part, and with it perhaps the next entry."""
        begins = name == "msgctxt" or (name == "msgid" and (self._now is None or self._now[0] != "msgctxt"))
        if begins and self._now is not None:
            self.end()
        self._now = (name, at)
        if self._now in self._parts:
            written = f"{name}[{at}]" if at >= 0 else name
            self._slip(line, column, len(written), f"{written} stands twice here", "keep one of them")
        self._parts.setdefault(self._now, [])

    def _text(self, told: str, line: int, column: int) -> None:
        found = _QUOTED.fullmatch(told)
        if found and self._now is not None:
            words = _ESCAPE.sub(_unescaped, found[1])
            self._parts[self._now].append(PoText(words, line, column, len(told.rstrip())))
        elif found:
            self._slip(line, column, len(told), "these words belong to no msgid", "write the line msgid above")
        else:
            self._slip(line, column, len(told), *_wrong_with(told))

    def _joined(self, name: str, at: int = -1) -> PoText | None:
        parts = self._parts.get((name, at))
        if not parts:
            return None
        return PoText("".join(part.words for part in parts), parts[0].line, parts[0].column, parts[0].width)

    def _take_head(self) -> None:
        for part in self._parts.get(("msgstr", -1), ()):
            for found in _HEAD.finditer(part.words):
                self.head.setdefault(found[1], found[2].strip())
                self.head_lines.setdefault(found[1], part.line)

    def _slip(self, line: int, column: int, width: int, message: str, hint: str = "") -> None:
        """What cannot be read spoils the entry that is being read, and is told once of it."""
        if not self._spoilt:
            self.slips.append(PoSlip(line, column, max(width, 1), message, hint))
        self._spoilt = True
        if self._now is None:
            self._spoilt = False


def _unescaped(found: re.Match[str]) -> str:
    said = found[1]
    if said[0] in "01234567":
        return chr(int(said, 8))
    if said[0] == "x" and len(said) > 1:
        return chr(int(said[1:], 16))
    return _ESCAPED.get(said, said)


def _wrong_with(told: str) -> tuple[str, str]:
    """Why a line is no text between quotes, and what to do."""
    if told[0] != '"':
        if _CURLY.match(told):
            return "these are typographic quotes", 'a PO file wants straight ones: "…"'
        if _KEYWORD.match(told.lstrip()) or told.startswith("msg"):
            return "this line is none of a PO file", "it knows msgctxt, msgid, msgid_plural and msgstr, each with a text between quotes"
        return "this line is none of a PO file", 'a text stands between quotes ("…"), and a comment begins with #'
    if told.rstrip()[-1] != '"' and _QUOTED.match(told):
        return "words stand after the quote that ends the text", "move them between the quotes, or onto a line of their own after #"
    if told.rstrip()[-1] != '"' or len(told.rstrip()) == 1 or told.rstrip().endswith('\\"'):
        return "the quote at the end of the text is missing", 'close it with "'
    return "a quote stands within the text", 'write \\" for a quote that belongs to the words'

