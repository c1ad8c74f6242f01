"""One pass over a built site for what its edition left out.

Most lines of a site stand on many of its pages, so each is looked at once; and of a line only its single words, of which
one must be among those that are looked for. Whatever passes that is compared letter by letter.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal
from urllib.parse import unquote

from journey_site.guard.left_out import HiddenFile, HiddenName, HiddenText, LeftOut
from journey_site.guard.letters import ascii_rows, readings, sought_words, words
from journey_site.guard.paths import is_anchor, is_file, leads_to, names, path_of, runs, stem
from journey_site.guard.unpacked import Member, every_file
from journey_site.guard.written import Address
from journey_site.problems import Span
from journey_site.source.ids import slug

Sort = Literal["text", "address", "name", "file", "mark"]

_SAMPLE = 24
"""Files that show which words stand everywhere, and so help nothing."""
_LONG_ENOUGH = 3
_LONGEST_ADDRESS = 400
_BEFORE = re.compile(rb"[^\s\"'<>()=,\\`]*$")
_AFTER = re.compile(rb"[^\s\"'<>()=,\\`]*")
_OPENS_ADDRESS = frozenset({b'"', b"'", b"(", b"=", b"<", b""})
_OPENS_IN_STYLE = re.compile(rb"""(?:url\(|@import)\s*["']?$""", re.IGNORECASE)
_SHORT = 20
_QUOTES = (b'"', b"'")
_CODE = (".js", ".mjs", ".css", ".map")
"""In programs and styles a name is a word like any other."""


@dataclass(frozen=True, slots=True)
class Leak:
    """Something that the edition left out, and that stands in its site all the same."""

    file: str
    """The site's file, with what it holds in brackets where it is an archive."""
    sort: Sort
    place: Span | None
    """Where it is written; None for a page of another edition."""
    row: str = ""
    """A text's letters, to find its line in what people wrote; never to be told."""
    also: tuple[Span, ...] = ()
    """Where else the same is written."""


class _Page:
    """One file that is looked at more closely."""

    def __init__(self, member: Member) -> None:
        self.member = member

    @cached_property
    def _readings(self) -> tuple[str, str]:
        return readings(self.member.data)

    @cached_property
    def _rows(self) -> tuple[bytes, bytes]:
        return ascii_rows(self.member.data)

    def says(self, text: HiddenText) -> bool:
        """Whether the letters of a text stand in the file."""
        return any(text.quick in each for each in self._rows) and any(text.row in reading for reading in self._readings)

    def addresses(self, word: bytes) -> Iterator[str]:
        """The addresses in which ``word`` stands, each as it is written and as it is seen from the site's root."""
        data, seen = self.member.data, set()
        for match in re.finditer(re.escape(word), data, re.IGNORECASE):
            at = match.start()
            before = _BEFORE.search(data[max(0, at - _LONGEST_ADDRESS) : at])
            after = _AFTER.match(data, at, at + _LONGEST_ADDRESS)
            end = after.end() if after else at
            raw = ((before[0] if before else b"") + (after[0] if after else b"")).decode("utf-8", "replace")
            if (raw, data[end : end + 1]) in seen:
                continue
            seen.add((raw, data[end : end + 1]))
            start = at - len(before[0] if before else b"")
            if self.member.path.endswith(".css") and not _OPENS_IN_STYLE.search(data, max(0, start - _SHORT), start):
                continue  # a class or an attribute, such as .active or [hidden]
            address = unquote(raw)
            yield address
            # A word between spaces, such as the attribute "hidden", leads nowhere, and neither do quoted words.
            opened = data[max(0, start - 1) : start]
            leads = (opened in _OPENS_ADDRESS and (opened not in _QUOTES or data[end : end + 1] in (opened, b"\\"))) or "/" in address or "." in address
            if leads and "://" not in address and not address.startswith("/"):
                yield posixpath.normpath(posixpath.join(posixpath.dirname(self.member.path), address))


@dataclass(frozen=True, slots=True)
class _Sought:
    """One thing that is looked for, with the words that must all be there."""

    what: HiddenText | Address | HiddenName | HiddenFile | str
    needs: frozenset[bytes]
    anchor: bool = False
    """Whether a name is an anchor on a page, and no part of an address."""


def leaks(folder: Path, left_out: LeftOut, theirs: Collection[str] = ()) -> Iterator[Leak]:
    """What of ``left_out`` stands in the files of ``folder``, file by file.

    ``theirs`` are files that the theme and MkDocs bring, whose names are nobody's secret.
    """
    search = Search(left_out, theirs, folder)
    for member in every_file(folder):
        found = [*search.in_names(member), *search.in_contents(member)]
        yield from {(leak.sort, leak.place): leak for leak in found}.values()


class Search:
    """What is looked for, by one of its words; and the lines that were found to hold none of them."""

    def __init__(self, left_out: LeftOut, theirs: Collection[str] = (), folder: Path | None = None) -> None:
        self.left_out = left_out
        self.theirs = theirs
        self.addresses = {address.path: address for address in left_out.addresses}
        self.usual = {slug(Path(part).stem) for path in theirs for part in path.split("/")}
        self.names = {name.slug: name for name in left_out.names if name.slug not in self.usual}
        sought = [*self._texts(), *self._names()]
        self.foreign = any(not word.isascii() for each in sought for word in each.needs)
        common = _common_words(folder, self.foreign) if folder else Counter()
        self.by_word: dict[bytes, list[_Sought]] = {}
        for each in sought:
            anchor = min(each.needs, key=lambda word: (common[word], -len(word), word))
            self.by_word.setdefault(anchor, []).append(each)
        self.anchors = frozenset(self.by_word)
        self.without: set[int] = set()
        """Lines that hold no word of interest, by their hash."""
        self.holding: dict[int, frozenset[bytes]] = {}
        self.open: dict[str, bool] = {}

    def _texts(self) -> Iterator[_Sought]:
        for text in self.left_out.texts:
            # A word with marks of Markdown in it is one word in some forms, and two in others.
            both = [frozenset(sought_words(form)) for form in (text.shown, text.written)]
            needs = both[0] & both[1] or both[0]
            long = frozenset(word for word in needs if len(word) >= _LONG_ENOUGH and b"-" not in word)
            if needs:
                yield _Sought(text, long or needs)

    def _names(self) -> Iterator[_Sought]:
        for address in self.left_out.addresses:
            yield _Sought(address, frozenset({(address.stage or address.id).encode()}))
        for name in self.names.values():
            yield _Sought(name, frozenset({name.slug.encode()}))
        for name in self.left_out.anchors:
            yield _Sought(name, frozenset({name.slug.encode()}), anchor=True)
        for file in self.left_out.files:
            needs = frozenset(words(Path(file.path).name.encode()))
            if needs:
                yield _Sought(file, needs)
        for mark in self.left_out.marks:
            yield _Sought(mark, frozenset({mark.encode()}))

    def in_names(self, member: Member) -> Iterator[Leak]:
        """What the name of a file tells, or of a file in an archive."""
        if member.path in self.theirs and not member.inside:
            return
        path = member.inside or member.path
        parts = path.split("/")
        for at in range(len(parts)):
            for end in (at + 2, at + 3):
                address = self.addresses.get(stem("/".join(parts[at:end]))) if end <= len(parts) else None
                if address:
                    yield Leak(member.shown, "address", address.place)
        for file in self.left_out.files:
            if is_file(path, file):
                yield Leak(member.shown, "file", file.place)
        spoken = {run for part in parts for run in runs(slug(stem(part)))}
        for run in sorted(spoken & self.names.keys()):
            yield Leak(member.shown, "name", self.names[run].place)

    def in_contents(self, member: Member) -> Iterator[Leak]:
        """What a file says, in its words, its addresses or its head."""
        found = self._anchors_in(member.data)
        if not found:
            return
        there = frozenset(words(member.data, foreign=self.foreign))
        page = _Page(member)
        for anchor in sorted(found):
            for sought in self.by_word[anchor]:
                if sought.needs <= there and (leak := self._leak(sought, page)):
                    yield leak

    def _anchors_in(self, data: bytes) -> frozenset[bytes]:
        lines = {hash(line): line for line in data.split(b"\n")}
        fresh = lines.keys() - self.without - self.holding.keys()
        if fresh:
            together = b"\n".join(lines[each] for each in fresh)
            hits = self.anchors.intersection(words(together, foreign=self.foreign))
            for each in fresh:
                held = self._held(lines[each], hits) if hits else frozenset()
                if held:
                    self.holding[each] = held
                else:
                    self.without.add(each)
        return frozenset().union(*(self.holding[each] for each in lines.keys() & self.holding.keys()))

    def _held(self, line: bytes, hits: frozenset[bytes]) -> frozenset[bytes]:
        """Which of ``hits`` are words of a line; most lines are done with after a look at their bytes."""
        small = line.lower()
        if not (self.foreign or not line.isascii() or any(each in line for each in (b"%", b"\\", b"&", b"<")) or any(hit in small for hit in hits)):
            return frozenset()
        return hits.intersection(words(line, foreign=self.foreign))

    def _leak(self, sought: _Sought, page: _Page) -> Leak | None:
        what, shown = sought.what, page.member.shown
        match what:
            case HiddenText():
                if not self._stands_openly(what.row) and page.says(what):
                    return Leak(shown, "text", what.place, what.row, what.also)
            case Address():
                word = (what.stage or what.id).encode()
                if any(leads_to(each, what.path) for each in page.addresses(word)):
                    return Leak(shown, "address", what.place)
            case HiddenName() if sought.anchor:
                if is_anchor(what.slug, page.member.data):
                    return Leak(shown, "name", what.place)
            case HiddenName() if page.member.path in self.theirs and page.member.path.endswith(_CODE):
                return None  # the theme's own, which knows nothing of the handbook
            case HiddenName():
                in_data = page.member.path.endswith(".json") and f'"{what.slug}"'.encode() in page.member.data
                if in_data or any(names(each, what.slug) for each in page.addresses(what.slug.encode())):
                    return Leak(shown, "name", what.place)
            case HiddenFile():
                if any(is_file(path_of(each), what) for each in page.addresses(max(sought.needs, key=len))):
                    return Leak(shown, "file", what.place)
            case str():
                return Leak(shown, "mark", None)
        return None

    def _stands_openly(self, row: str) -> bool:
        if row not in self.open:
            self.open[row] = self.left_out.known is not None and self.left_out.known.says(row)
        return self.open[row]


def _common_words(folder: Path, foreign: bool) -> Counter[bytes]:
    """How many of a few pages hold each word."""
    pages = sorted(folder.rglob("*.html"))
    counted: Counter[bytes] = Counter()
    for page in pages[:: max(1, len(pages) // _SAMPLE)]:
        counted.update(set(words(page.read_bytes(), foreign=foreign)))
    return counted
