"""What an edition leaves out, as it can be looked for: whole texts, addresses, names, files, and the marks of other editions.

What also stands openly is not in it: a text that an open thing says too tells nothing.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from journey_site.atlas.atlas import Atlas
from journey_site.documents.documents import KINDS
from journey_site.documents.texts import may_link
from journey_site.documents.values import Text
from journey_site.editions import edition
from journey_site.guard.letters import ascii_row, letters, weight, without_tags
from journey_site.guard.written import Address, Written, addresses_of, files_of, our_words, written_in
from journey_site.problems import Span
from journey_site.site.markdown import plain
from journey_site.source.ids import slug

SHORTEST = 20
"""Shorter texts, in letters, stand by chance in anything."""
MARK = "journey-edition"
"""The name under which a page says in its head which edition it is of."""
_BLANK_LINES = re.compile(r"\n\s*\n")
_OF_PEOPLE = frozenset({"personas", "journeys"})
_OURS = frozenset({*KINDS, "atlas", "checks", "review", "changes", "print", "embed", "compare", "opportunities", "pains", "search", "assets"})
"""Names of folders that every site has."""


@dataclass(frozen=True, slots=True)
class HiddenText:
    """A text of which nothing may be read in the edition."""

    row: str
    """Its letters in a row."""
    quick: bytes
    """Those that are ASCII, to be looked for first."""
    shown: str
    """Its words without Markdown."""
    written: str
    """Its words as they stand in the file."""
    place: Span
    also: tuple[Span, ...] = ()
    """Where else the same text is written."""


@dataclass(frozen=True, slots=True)
class HiddenName:
    """An id or a name as it stands in addresses and in names of files."""

    slug: str
    place: Span


@dataclass(frozen=True, slots=True)
class HiddenFile:
    """A file that belongs to what is left out, as a path within the handbook's folder."""

    path: str
    place: Span
    telling: bool = False
    """Whether its name alone gives it away, in whatever folder."""


@dataclass(frozen=True)
class LeftOut:
    """What an edition leaves out."""

    texts: tuple[HiddenText, ...] = ()
    addresses: tuple[Address, ...] = ()
    names: tuple[HiddenName, ...] = ()
    anchors: tuple[HiddenName, ...] = ()
    files: tuple[HiddenFile, ...] = ()
    marks: frozenset[str] = frozenset()
    known: Open | None = None
    """What stands openly in the same edition."""

    def __bool__(self) -> bool:
        return bool(self.texts or self.addresses or self.names or self.anchors or self.files or self.marks)


class Open:
    """What stands openly in an edition, to be asked whether it says something, too."""

    def __init__(self, written: Iterable[Written], ours: Iterable[Written] = ()) -> None:
        self.written = list({(each.sort, each.words): each for each in written}.values())
        self.ours = list({(each.sort, each.words): each for each in ours}.values())
        """What comes with the product and stands in no file of the handbook."""

    @cached_property
    def rows(self) -> frozenset[str]:
        """The letters of each text, as it is written and as it is shown."""
        return frozenset(row for each in (*self.written, *self.ours) for row in (letters(each.words), letters(plain(each.words))))

    @cached_property
    def _every_row(self) -> str:
        return "\n".join(self.rows)

    @cached_property
    def _every_slug(self) -> str:
        return "\n".join(f"-{slug(each.words)}-" for each in self.written)

    @cached_property
    def _our_slugs(self) -> frozenset[str]:
        # Whole names alone: an author of a source that we name may be called like somebody's secret persona.
        return frozenset(slug(each.words) for each in self.ours)

    def says(self, row: str) -> bool:
        """Whether the letters of ``row`` stand in an open text."""
        return row in self.rows or row in self._every_row

    def names(self, name: str) -> bool:
        """Whether an id, or a name made an id, stands as whole words in an open text, or is one of ours."""
        return name in self._our_slugs or f"-{name}-" in self._every_slug


def left_out(everything: Atlas, audience: str, pages: Iterable[Written] = ()) -> LeftOut:
    """What the edition of ``everything`` for ``audience`` leaves out; nothing where it shows everything.

    ``pages`` is what stands in hand-written pages that the edition leaves out.
    """
    shown = edition(everything, audience)
    if shown is everything:
        return LeftOut()
    known = Open(written_in(shown), our_words())
    openly = {(each.sort, each.words) for each in (*known.written, *known.ours)}
    pieces = [*(each for each in written_in(everything) if (each.sort, each.words) not in openly), *pages]
    open_addresses = {address.path for address in addresses_of(shown)}
    addresses = {address.path: address for address in addresses_of(everything) if address.path not in open_addresses}
    return LeftOut(
        tuple(_texts(pieces, known)),
        _topmost(addresses),
        tuple(_names(everything, shown, known)),
        tuple(_anchors(pieces, known)),
        tuple({file.path: file for file in _files(pieces, everything, shown)}.values()),
        frozenset(mark(everything, each) for each in everything.handbook.audiences[: everything.handbook.audiences.index(audience)]),
        known,
    )


def mark(atlas: Atlas, audience: str) -> str:
    """What each page of the edition for ``audience`` carries, telling those apart who know, and nobody else anything.

    The widest edition carries none.
    """
    audiences = atlas.handbook.audiences
    chosen = audience or next(iter(audiences), "")
    if not chosen or chosen == audiences[-1]:
        return ""
    told = repr((MARK, sorted(atlas.handbook.name.values.items()), chosen))
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:24]


def _texts(pieces: Iterable[Written], known: Open) -> Iterator[HiddenText]:
    found: dict[str, HiddenText] = {}
    places: dict[str, dict[Span, None]] = {}
    split: dict[str, tuple[HiddenText, ...]] = {}
    for piece in pieces:
        if piece.sort != "text":
            continue
        if piece.words not in split:
            split[piece.words] = tuple(_rows(piece, known))
        for text in split[piece.words]:
            found.setdefault(text.row, text)
            places.setdefault(text.row, {})[piece.place] = None
    for row, text in found.items():
        yield replace(text, also=tuple(place for place in places[row] if place != text.place))


def _rows(piece: Written, known: Open) -> Iterator[HiddenText]:
    """A piece of writing as a whole and by its paragraphs, in each form that may stand on a page."""
    for part in dict.fromkeys((piece.words, *_BLANK_LINES.split(piece.words))):
        shown = plain(part)
        # As it is written tells more than as it is shown where it holds a link; and a page may make a tag of a tag.
        forms = (shown, part, without_tags(shown)) if _may_differ(part) else (shown,)
        for row, form in {letters(form): form for form in reversed(forms)}.items():
            if weight(row) >= SHORTEST and row not in known.rows:
                yield HiddenText(row, ascii_row(form), shown, part, piece.place)


def _may_differ(words: str) -> bool:
    return may_link(words) or "](" in words or "<" in words


def _names(everything: Atlas, shown: Atlas, known: Open) -> Iterator[HiddenName]:
    """The ids and names of things that are left out, where they tell something and stand nowhere openly."""
    open_ids = {thing.id for _, thing in shown.things()}
    found: dict[str, HiddenName] = {}
    for kind, thing in everything.things():
        if thing.id in shown.table(kind) or not thing.origin.file:
            continue
        name = thing.name if isinstance(thing.name, Text) else Text({})
        for each in (thing.id, *thing.was, *map(slug, name.values.values())):
            if each not in found and each not in open_ids and each not in _OURS and _is_telling(each, kind) and not known.names(each):
                found[each] = HiddenName(each, thing.origin)
    yield from found.values()


def _is_telling(name: str, kind: str) -> bool:
    """Whether a name in an address is likely to be meant: a channel called "app" is not, "acme-offer" is."""
    if kind in _OF_PEOPLE:
        return len(name) > 2
    return len(name) > 7 or ("-" in name and len(name) > 4)


def _anchors(pieces: Iterable[Written], known: Open) -> Iterator[HiddenName]:
    found: dict[str, HiddenName] = {}
    open_ids = {each.words for each in known.written if each.sort == "id"}
    for piece in pieces:
        name = piece.words
        if piece.sort == "id" and name not in open_ids and _is_telling(name, "items") and not known.names(name):
            found.setdefault(name, HiddenName(name, piece.place))
    yield from found.values()


def _files(pieces: Iterable[Written], everything: Atlas, shown: Atlas) -> Iterator[HiddenFile]:
    """Pictures and YAML files that only what is left out needs."""
    seen = {_beside(each, everything) for each in written_in(shown) if each.sort == "picture"}
    names = {posixpath.basename(path) for path in seen}
    for piece in pieces:
        if piece.sort == "picture" and (path := _beside(piece, everything)) not in seen:
            name = posixpath.basename(path)
            yield HiddenFile(path, piece.place, name not in names and _is_telling(slug(posixpath.splitext(name)[0]), "pictures"))
    open_files = {file for file, _ in files_of(shown)}
    for file, place in files_of(everything):
        path = everything.path_of(file)
        if file not in open_files and posixpath.dirname(path):  # a whole folder's file, not touchpoints.yml
            yield HiddenFile(path, place)


def _beside(piece: Written, atlas: Atlas) -> str:
    """The path of a picture within the handbook's folder: it lies beside the file that names it."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(atlas.path_of(piece.place.file)), piece.words))


def _topmost(addresses: dict[str, Address]) -> tuple[Address, ...]:
    """Without the stages of journeys that are left out as a whole."""
    whole = {(each.kind, each.id) for each in addresses.values() if not each.stage}
    return tuple(each for each in addresses.values() if not each.stage or (each.kind, each.id) not in whole)
