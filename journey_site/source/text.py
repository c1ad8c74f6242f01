"""Reads a file as text, so that everything after it can speak of lines and columns instead of bytes."""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from journey_site.problems import Problem, Span

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 2_000_000
"""The largest file that is read: a handbook's largest journey is a hundredth of it."""

_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")

# What YAML forbids in a file: control characters and halves of characters.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_LONG = 500
_MOST_ACCENTS = 30
_FOREIGN = re.compile(f"[^\0-\u02ff]{{{_MOST_ACCENTS},}}")

_SAVE_AS_UTF8 = "open it in your editor, choose Save as and the encoding UTF-8, and look at its letters"

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class SourceText:
    """A file's text, and the file's name as it is shown to people (with ``/``)."""

    file: str
    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends; U+0085, U+2028 and U+2029 end a line too, as they do in YAML."""
        return tuple(_BREAK.split(self.text.removeprefix("\ufeff")))

    def line(self, number: int) -> str:
        """The text of a line, counted from 1; nothing beyond the last line."""
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else ""

    def span(self, line: int, column: int, width: int = 1) -> Span:
        """A stretch of ``width`` characters on one line."""
        return Span(self.file, line, column, line, column + width)

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column, counted from 1, of the character at an offset in ``text``."""
        before = _BREAK.split(self.text[:offset].removeprefix("\ufeff"))
        return len(before), len(before[-1]) + 1


def read_text(path: Path, file: str) -> tuple[SourceText | None, list[Problem]]:
    """The text of the file at ``path``, or nothing and the reason why; ``file`` is its name for people."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            return None, [Problem("unreadable-file", "this is no ordinary file", Span(file))]
        if about.st_size > MAX_BYTES:
            return None, [_too_large(file)]
        with path.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except OSError as error:
        return None, [_unreadable(file, error)]
    if len(data) > MAX_BYTES:  # it grew between the two looks
        return None, [_too_large(file)]
    return decode(data, file)


def decode(data: bytes, file: str) -> tuple[SourceText | None, list[Problem]]:
    """The text that a file's bytes stand for, with or without byte order mark."""
    if data.startswith(_UTF16_MARKS) or b"\0" in data[:2]:
        message = "this file is saved as UTF-16, and a handbook's files are UTF-8"
        return None, [Problem("not-utf8", message, Span(file), hint=_SAVE_AS_UTF8)]
    try:
        source = SourceText(file, data.decode("utf-8").removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        return None, [_not_utf8(file, data, error.start)]
    forbidden = forbidden_character(source)
    return (None, [forbidden]) if forbidden else (source, [])


def forbidden_character(source: SourceText) -> Problem | None:
    """The first character that no YAML may hold, as a problem."""
    found = _FORBIDDEN.search(source.text)
    if not found:
        return None
    code = ord(found[0])
    line, column = source.place(found.start())
    kind = "half a character" if 0xD800 <= code <= 0xDFFF else "an invisible control character"
    message = f"{kind} (U+{code:04X}) stands here, and YAML allows none"
    hint = "delete it, or save the file again as UTF-8 text" if code == 0 else "delete it"
    return Problem("control-character", message, source.span(line, column), hint=hint)


def composed(text: str) -> str:
    """A text in Unicode's composed form (NFC), so that texts which look the same are the same."""
    # Sorting the accents on one letter takes a time that grows with the square of their number.
    if len(text) > _LONG and any(_accents(run[0]) for run in _FOREIGN.finditer(text)):
        return text
    return normalize("NFC", text)


def _accents(text: str) -> bool:
    """Whether more accents than in any language stand on one letter."""
    number = 0
    for c in text:
        number = number + 1 if combining(c) else 0
        if number > _MOST_ACCENTS:
            return True
    return False


def _too_large(file: str) -> Problem:
    message = f"this file is larger than {MAX_BYTES // 1_000_000} MB and is not read"
    return Problem("file-too-large", message, Span(file), hint="divide it into several files")


def _unreadable(file: str, error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):
        message, hint = "this file is not there any more", ""
    elif isinstance(error, PermissionError):
        message, hint = "this file may not be read by you", "change the file's permissions"
    else:
        message, hint = f"this file cannot be read: {error.strerror or type(error).__name__}", ""
    return Problem("unreadable-file", message, Span(file), hint=hint)


def _not_utf8(file: str, data: bytes, start: int) -> Problem:
    before = SourceText(file, data[:start].decode("utf-8"))
    line, column = before.place(len(before.text))
    # Nearly always an old Windows program wrote it; showing the letter makes the place easy to find.
    letter = data[start : start + 1].decode("cp1252", errors="ignore")
    seen = f'"{letter}" as an older Windows program writes it' if letter.isprintable() and letter else "something that is no letter"
    message = f"this file is not saved as UTF-8: here stands {seen}"
    return Problem("not-utf8", message, before.span(line, column), hint=_SAVE_AS_UTF8)
