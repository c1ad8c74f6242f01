"""How complete each language is, as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from journey_site.documents.reading import quoted
from journey_site.problems import Severity
from journey_site.reports.paint import Paint
from journey_site.reports.visible import visible, width
from journey_site.translations.completeness import InLanguage, Outdated, Part
from journey_site.translations.texts import Languages, Translatable, words_in

_FEW = 10
"""So many texts and rows are told of each language, where all are told about."""
_NO_HISTORY = {
    "no-git": "git is not installed",
    "no-repository": "this folder is in no git repository",
    "refused": "git does not trust this folder",
    "not-committed": "the handbook is not committed yet",
    "shallow": "git has only the newest commit here: fetch the whole history",
}


def translations_text(found: Iterable[InLanguage], languages: Languages, outdated: Outdated, paint: Paint, *, whole: bool) -> Iterator[str]:
    """Lines about each language; with ``whole`` every file, field and text, else the first."""
    for place, each in enumerate(found):
        if place:
            yield ""
        yield from _language(each, languages, paint, None if whole else _FEW)
    if outdated.missing:
        yield ""
        yield paint.faint(f"What is out of date cannot be told: {_NO_HISTORY.get(outdated.missing, 'there is no history')}.")


def percent(part: Part) -> str:
    """A share, rounded down: 100% means all."""
    return f"{part.whole_percent}%"


def _language(found: InLanguage, languages: Languages, paint: Paint, most: int | None) -> Iterator[str]:
    part = found.whole
    told = [f"{part.there:,} of {part.texts:,} texts"]
    told += [f"{part.missing:,} missing"] if part.missing else []
    told += [f"{part.outdated:,} out of date"] if part.outdated else []
    share = percent(part)
    share = paint.good(share) if part.there == part.texts else paint.grave(share, Severity.WARNING)
    yield f"{paint.bold(found.language)}  {share}  {', '.join(told)}"
    files = {visible(file): each for file, each in found.files.items()}
    yield from _rows("File", files, most, paint)
    yield from _rows("Field", {str(field): each for field, each in found.fields.items()}, most, paint)
    missing = [(text, f"missing: {_words(text, found.language, languages)}") for text in found.missing]
    outdated = [
        (text, f"out of date: {_words(text, found.language, languages)} was {visible(quoted(saw))}") for text, saw in found.outdated
    ]
    for group in (missing, outdated):
        if group:
            yield ""
        for text, words in group[:most]:
            yield f"  {visible(text.file)}:{text.place.line}:{text.place.column} {paint.faint(visible(text.path))}"
            yield f"      {words}"
        if most is not None and len(group) > most:
            yield paint.faint(f"  and {len(group) - most:,} more: --language {found.language} tells all")


def _words(text: Translatable, language: str, languages: Languages) -> str:
    source = languages.source_of(text.text, language)
    return visible(quoted(words_in(text.text, source))) if source else ""


def _rows(head: str, parts: Mapping[str, Part], most: int | None, paint: Paint) -> Iterator[str]:
    """What is not whole, the least complete first; the rest is counted."""
    wanting = {name: part for name, part in parts.items() if part.missing or part.outdated}
    if not wanting:
        return
    ordered = sorted(wanting, key=lambda name: (wanting[name].share, -wanting[name].texts, name))[:most]
    broad = max(width(name) for name in (head, *ordered))
    yield ""
    yield paint.faint(f"  {head}{' ' * (broad - len(head))}  Share  Texts  Missing  Out of date")
    for name in ordered:
        part = wanting[name]
        gap = " " * (broad - width(name))
        yield f"  {name}{gap}  {percent(part):>5}  {part.texts:>5,}  {part.missing:>7,}  {part.outdated or '':>11}".rstrip()
    rest = [f"{len(wanting) - len(ordered):,} more"] if len(wanting) > len(ordered) else []
    whole = len(parts) - len(wanting)
    rest += [f"{whole:,} complete"] if whole else []
    if rest:
        yield paint.faint(f"  and {', '.join(rest)}")
