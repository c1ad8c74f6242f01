"""A language's catalogues: our words, and those of a handbook's own that take their place where they fit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from gettext import c2py
from pathlib import Path

from journey_site.site.catalogues.places import CATALOGUES, catalogues_of
from journey_site.site.catalogues.plurals import is_whole, plurals_of
from journey_site.site.catalogues.slips import Slip, slips_in
from journey_site.source.po import Key, PoEntry, PoText, decoded_po, parse_po
from journey_site.theme import theme_dir


@dataclass(frozen=True, slots=True)
class Said:
    """A message as a catalogue says it."""

    forms: tuple[str, ...]
    """One, or one for each way in which the language counts."""
    counted: bool
    """Whether a number decides between them."""
    which: Callable[[int], int]
    """Which form goes with a number."""
    own: bool
    """Whether they are somebody's own words, which may hold signs of markup."""


@dataclass(frozen=True)
class Catalogue:
    """What one file has for each message."""

    said: Mapping[Key, Said] = field(default_factory=dict)
    which: Callable[[int], int] | None = None
    """Which form goes with a number in this language; None where the file cannot be read."""
    slips: tuple[Slip, ...] = ()
    """What is wrong in it, and therefore not used."""
    places: Mapping[Key, PoText] = field(default_factory=dict)
    """Where somebody's own words stand."""


def words_of(code: str, own: Path | None) -> tuple[Catalogue, ...]:
    """The catalogues of a language, those that win last; ``own`` is a folder with words of somebody's own."""
    ours = (_ours(path) for path in catalogues_of(theme_dir() / CATALOGUES, code))
    return (*ours, *(own_catalogue(path, code) for path in (catalogues_of(own, code) if own else ())))


@cache
def our_messages() -> Mapping[Key, PoEntry]:
    """Every message of the interface, in the order of our catalogues."""
    return {entry.key: entry for path in sorted(_our_files(), reverse=True) for entry in _entries(path)}


def our_words(code: str) -> Mapping[Key, PoEntry]:
    """What our catalogues say in a language; nothing where there is none."""
    return {entry.key: entry for path in catalogues_of(theme_dir() / CATALOGUES, code) for entry in _entries(path)}


def own_catalogue(path: Path, code: str) -> Catalogue:
    """The words that fit in a file of somebody's own, and what is wrong with the others; never an error."""
    try:
        stat = path.stat()
        return _own(path, code, stat.st_mtime_ns, stat.st_size)
    except OSError as error:
        return Catalogue(slips=(Slip("po-syntax", f"the file cannot be read: {error.strerror or type(error).__name__}"),))


def _our_files() -> list[Path]:
    return [*(theme_dir() / CATALOGUES).glob("*.po")]


@cache
def _entries(path: Path) -> tuple[PoEntry, ...]:
    return parse_po(path.read_text(encoding="utf-8")).entries


@cache
def _ours(path: Path) -> Catalogue:
    which = c2py(plurals_of(path.stem)[1])
    return Catalogue({entry.key: _said(entry, which, own=False) for entry in _entries(path) if any(entry.words)}, which)


@cache
def _own(path: Path, code: str, _changed: int, _size: int) -> Catalogue:
    """Read once, and again when the file has changed: a preview goes on for hours."""
    text = decoded_po(path.read_bytes())
    if text is None:
        return Catalogue(slips=(Slip("po-syntax", "the letters of this file cannot be read", hint="save it as UTF-8"),))
    file = parse_po(text)
    plurals = file.plurals if file.plurals and is_whole(file.plurals) else plurals_of(code)
    slips = tuple(slips_in(file, code, our_messages(), our_words(code), plurals))
    wrong = {slip.entry for slip in slips}
    which = c2py(plurals[1])
    said: dict[Key, Said] = {}
    for at, entry in enumerate(file.entries):
        if at not in wrong and entry.context is None and not entry.fuzzy and any(entry.words):
            said.setdefault(entry.key, _said(entry, which, own=True))
    places = {entry.key: entry.source for entry in reversed(file.entries)}
    return Catalogue(said, which, slips, places)


def _said(entry: PoEntry, which: Callable[[int], int], *, own: bool) -> Said:
    return Said(entry.words, entry.many is not None, which, own)
