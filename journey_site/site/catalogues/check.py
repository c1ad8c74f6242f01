"""Problems with the words of the interface that a handbook brings: in its files, and of files that are not read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from journey_site.documents.language_names import code_of_language
from journey_site.documents.nearest import nearest
from journey_site.documents.reading import quoted
from journey_site.problems import Problem, Severity, Span
from journey_site.site.catalogues.catalogue import own_catalogue
from journey_site.site.catalogues.half_replaced import half_replaced
from journey_site.site.catalogues.places import ALIASES, CATALOGUES, catalogues_of, plain
from journey_site.site.catalogues.slips import Slip

_MOST_FILES = 1_000
_LIKE_OURS = ("locale", "locales", "translations", "lang")
"""Folders in which people look for catalogues, as other programs have them there."""


def check_catalogues(folder: Path, shown: str, languages: Sequence[str]) -> Iterator[Problem]:
    """What is wrong with the catalogues of the handbook in ``folder``, whose site is in ``languages``; never raises."""
    place = folder / CATALOGUES
    read: set[Path] = set()
    for code in languages:
        for path in catalogues_of(place, ALIASES.get(code, code)):
            if path not in read:
                read.add(path)
                catalogue = own_catalogue(path, ALIASES.get(code, code))
                slips = (*catalogue.slips, *half_replaced(catalogue, code))
                yield from (_problem(slip, _shown(path, folder, shown)) for slip in slips)
    for path in _others(folder, read):
        yield _unused(path, folder, _shown(path, folder, shown), languages, read)


def _problem(slip: Slip, file: str) -> Problem:
    at = slip.place
    span = Span(file, at.line, at.column, at.line, at.column + at.width) if at else Span(file, slip.line)
    return Problem(slip.rule, slip.message, span, slip.severity, slip.hint)


def _others(folder: Path, read: Iterable[Path]) -> list[Path]:
    """Catalogues that are not read: in folders where people put them, and in the handbook's own."""
    try:
        places = [each for each in sorted(folder.iterdir()) if each.is_dir() and each.name.casefold() in _LIKE_OURS]
        found = [path for each in places for ending in ("po", "mo") for path in sorted(each.rglob(f"*.{ending}"))[:_MOST_FILES]]
        return [path for path in (*found, *sorted(folder.glob("*.po"))) if path.is_file() and path not in set(read)]
    except OSError:
        return []


def _unused(path: Path, folder: Path, shown: str, languages: Sequence[str], read: Iterable[Path]) -> Problem:
    """That a file is not read, and where its words would be."""
    known = [code for code in languages if code]
    words = path.stem if path.parent in (folder, folder / CATALOGUES) else next((part for part in path.relative_to(folder).parts[1:-1] if code_of_language(part)), path.stem)
    code = _meant(words, known)
    right = f"{CATALOGUES}/{code or known[0]}.po"
    there = folder / right
    if path.suffix == ".mo":
        message, hint = "a compiled catalogue is not read", f"put the .po file that it was made from at {right}"
    elif code is None:
        named = code_of_language(words)
        message = f"{quoted(words)} is none of the site's languages" if named else f"{quoted(words)} is no language"
        added = f"add {plain_code(words, named)} to languages: in handbook.yml" if named else ""
        hint = f"{added}, or take the file away" if added else f"call the file after one of the site's languages, such as {right}"
    elif there in read:
        message, hint = f"this file is not read, because {right} is", f"put its words into {right}"
    else:
        message, hint = "no words are read from here", f"move the file to {right}"
        if path.parent == folder / CATALOGUES:
            message, hint = f"{quoted(words)} is none of the site's languages", f"call the file {right}"
    note = "None of its words are on the site."
    return Problem("unused-catalogue", message, Span(shown), Severity.WARNING, hint, note=note)


def _meant(words: str, known: Sequence[str]) -> str | None:
    """The language of the site that somebody called so."""
    by_plain = {plain(code): code for code in known}
    if plain(words) in by_plain:
        return by_plain[plain(words)]
    named = code_of_language(words)
    if named is None:
        return nearest(words, known) if len(words) <= len("sv-fi") else None
    return next((code for code in known if ALIASES.get(code, code).split("-")[0] == named), None)


def plain_code(words: str, named: str | None) -> str:
    """A language as handbook.yml would have it."""
    return words.replace("_", "-") if len(words) <= len("sv-FI") else named or words


def _shown(path: Path, folder: Path, shown: str) -> str:
    below = path.relative_to(folder).as_posix()
    return f"{shown}/{below}" if shown else below
