"""What stands in hand-written pages that an edition leaves out: by paragraph and sentence, with the addresses of the pages."""

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
_SENTENCE_ENDS = re.compile(r"[.!?…][\"'”’»)\]*_]*\s+(?=\S)|[。！？]")
_OPENS_SENTENCE = "\"'“”„‘«»([*_¿¡"
_CELL = re.compile(r"[|\n]")
_LINE_OF_ITS_OWN = re.compile(r"^[ \t>]*(?:#|!!!|\?\?\?|===).*\n?", re.MULTILINE)
"""A heading or the title of a box, to which the words below it need no empty line."""


def paragraphs(text: str, shown: str) -> Iterator[Written]:
    """The paragraphs and entries of lists of a page called ``shown``, each with its line."""
    text = text.replace("\r\n", "\n")
    text = _FRONT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text, count=1)
    for match in _PARAGRAPH.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        for part in _LIST_ITEM.split(match[0]):
            yield Written(part, Span(shown, line, 1))
            line += part.count("\n") + 1


def sentences_of(paragraph: str) -> Iterator[str]:
    """The sentences of a paragraph, and the cells of a table; none where the paragraph is a single one."""
    if paragraph.lstrip().startswith("|"):
        found = _CELL.split(paragraph)
    else:
        found = [line.group() for line in _LINE_OF_ITS_OWN.finditer(paragraph)]
        for rest in _LINE_OF_ITS_OWN.split(paragraph):
            start = 0
            for end in _SENTENCE_ENDS.finditer(rest):
                # A small letter goes on with the sentence: what ended was a short form, such as "e.g."
                if not rest[end.end() : end.end() + 4].lstrip(_OPENS_SENTENCE)[:1].islower():
                    found.append(rest[start : end.end()])
                    start = end.end()
            found.append(rest[start:])
    found = [each for each in found if each.strip()]
    yield from found if len(found) > 1 else ()


def hidden_words(hidden: Mapping[str, tuple[str, str]], shown: Mapping[str, tuple[str, str]]) -> list[Written]:
    """What only hidden pages say; both are pages by address, each with its text and its name in messages.

    A paragraph that stands in an open page, too, is no secret, and neither is any sentence of it. Of any other, each
    sentence is one: that it stands in an open page as well may be the very leak.
    """
    if not hidden:
        return []
    openly = {letters(each.words): each.words for text, name in shown.values() for each in paragraphs(text, name)}
    every = [each for text, name in hidden.values() for each in paragraphs(text, name)]
    both = {row for each in every if (row := letters(each.words)) in openly}
    told = {letters(sentence) for row in both for sentence in sentences_of(openly[row])} | both
    found: list[Written] = []
    for each in every:
        if letters(each.words) not in both:
            # At the place of their paragraph, so that a paragraph that leaks as a whole is told of once.
            found += [each, *(Written(sentence, each.place) for sentence in sentences_of(each.words) if letters(sentence) not in told)]
    return found


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
