"""What stands in hand-written pages that an edition leaves out: paragraph by paragraph, with the addresses of the pages."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from journey_site.guard.left_out import HiddenFile, LeftOut
from journey_site.guard.letters import letters
from journey_site.guard.written import Address, Written
from journey_site.problems import Span

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[ \t]*\S[^\n]*)*")
_LIST_ITEM = re.compile(r"\n(?=[ \t]*(?:[-*+]|\d+[.)])[ \t])")


def paragraphs(text: str, shown: str) -> Iterator[Written]:
    """The paragraphs and entries of lists of a page called ``shown``, each with its line."""
    text = text.replace("\r\n", "\n")
    text = _FRONT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text, count=1)
    for match in _PARAGRAPH.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        for part in _LIST_ITEM.split(match[0]):
            yield Written(part, Span(shown, line, 1))
            line += part.count("\n") + 1


def hidden_words(hidden: Mapping[str, tuple[str, str]], shown: Mapping[str, tuple[str, str]]) -> list[Written]:
    """What only hidden pages say; both are pages by address, each with its text and its name in messages."""
    openly = {letters(each.words) for text, name in shown.values() for each in paragraphs(text, name)}
    return [each for text, name in hidden.values() for each in paragraphs(text, name) if letters(each.words) not in openly]


def with_addresses(left_out: LeftOut, hidden: Mapping[str, tuple[str, str]], shown: Collection[str]) -> LeftOut:
    """``left_out`` with the addresses and files of the ``hidden`` pages; a page that is ``shown`` may take the same address."""
    addresses, files = list(left_out.addresses), list(left_out.files)
    for uri, (_, name) in hidden.items():
        stem = posixpath.splitext(uri)[0]
        folder, page = posixpath.split(stem)
        if uri in shown:
            continue
        files.append(HiddenFile(uri, Span(name)))
        if folder and page not in ("index", "README"):
            addresses.append(Address(folder, page, "", Span(name)))
    return replace(left_out, addresses=tuple(addresses), files=tuple(files))


def with_files(left_out: LeftOut, gone: Mapping[str, str]) -> LeftOut:
    """``left_out`` with files beside pages that only hidden ones need, each by its path with its name in messages."""
    known = {file.path for file in left_out.files}
    return replace(left_out, files=(*left_out.files, *(HiddenFile(path, Span(name)) for path, name in gone.items() if path not in known)))
