"""How much of the handbook stands in each of its languages, and where words are missing: for those who keep it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from journey_site.atlas.atlas import Atlas
from journey_site.documents.declared import Declared
from journey_site.documents.journeys import Journey
from journey_site.documents.models import Model
from journey_site.documents.things import Thing
from journey_site.documents.values import Text
from journey_site.site import vocabulary
from journey_site.site.addresses import NO_LINK, START, Link, list_uri
from journey_site.site.views.entries import Words
from journey_site.site.views.lists.rows import language_name
from journey_site.site.views.lists.tables import LONGEST, Cell, Column, Table
from journey_site.site.views.recalled import recalled
from journey_site.site.voice import Voice
from journey_site.translations.completeness import InLanguage, Part, completeness
from journey_site.translations.texts import HANDBOOK, Languages, Translatable, once, texts_within, words_in


@dataclass(frozen=True, slots=True)
class LanguageShare:
    """How much of the handbook there is in one language."""

    code: str
    name: str
    share: str
    """In percent, rounded down: 100 means all."""
    words: str
    """How much is missing, in a sentence."""
    width: int
    """The share as a whole number from 0 to 100, for a bar."""


@dataclass(frozen=True, slots=True)
class TranslationsView:
    """Everything on the page of translations."""

    title: str
    icon: str
    purpose: str
    verdict: str
    complete: bool
    """Whether nothing is missing in any language."""
    languages: tuple[LanguageShare, ...]
    table: Table
    """What is written where, with its share in each language, the least complete first."""
    left_out: str
    """A sentence, where there are more rows than are listed."""
    outdated: Table
    """The translations that were made from other words than stand there now; without rows where none is known to be."""
    unknown: str
    """Why nobody can say which those are; empty where it can be said."""


def has_translations(voice: Voice) -> bool:
    """Whether there is a page of translations: several languages, and readers who keep the handbook."""
    return voice.upkeep and len(Languages.of(voice.atlas.handbook).every) > 1


def translations_view(voice: Voice) -> TranslationsView:
    """The page of translations."""
    label, icon, purpose = vocabulary.TRANSLATIONS
    found = _found(voice)
    missing = sum(each.whole.missing for each in found)
    number = voice.language.number
    rows = _rows(found, voice)
    outdated = _outdated(found, voice)
    more = voice._("These are the %(shown)s least complete of %(num)s.") % {"shown": number(LONGEST), "num": number(len(rows))}
    return TranslationsView(
        title=voice._(label),
        icon=icon,
        purpose=voice._(purpose),
        verdict=_verdict(missing, len(outdated.rows), voice),
        complete=not missing and not outdated.rows,
        languages=tuple(_language(each, voice) for each in found),
        table=Table("files", voice._("Where words are missing"), icon, _columns(found, voice), tuple(rows[:LONGEST])),
        left_out=more if len(rows) > LONGEST else "",
        outdated=replace(outdated, rows=outdated.rows[:LONGEST]),
        unknown=voice._("git has no history of the handbook here, so nobody can say what is out of date.") if voice.outdated.missing else "",
    )


def texts_told(atlas: Atlas) -> tuple[Translatable, ...]:
    """Every text that the page is about, where it is written: a variant also holds what it inherits, so those come last."""
    things = [(kind, thing) for kind, thing in atlas.things() if thing.publish != "retired" and thing.file]
    things.sort(key=lambda each: (not isinstance(each[1], Model), isinstance(each[1], Journey) and bool(each[1].extends)))
    own = (
        text
        for kind, thing in ((HANDBOOK, atlas.handbook), *things)
        for text in texts_within(thing, kind)
        if not isinstance(thing, Thing) or text.file == thing.file
    )
    return tuple(once(own, atlas.shown))


@recalled
def _texts(voice: Voice) -> tuple[Translatable, ...]:
    return texts_told(voice.atlas)


def _found(voice: Voice) -> list[InLanguage]:
    languages = Languages.of(voice.atlas.handbook)
    return [completeness(_texts(voice), each, languages, voice.outdated) for each in languages.every]


def _verdict(missing: int, outdated: int, voice: Voice) -> str:
    """How it stands with all languages together, in a sentence or two."""
    ngettext, number = voice.language.ngettext, voice.language.number
    said = []
    if missing:
        said.append(ngettext("%(num)s translation is missing.", "%(num)s translations are missing.", missing) % {"num": number(missing)})
    if outdated:
        told = ngettext("%(num)s translation is out of date.", "%(num)s translations are out of date.", outdated)
        said.append(told % {"num": number(outdated)})
    return " ".join(said) or voice._("Everything stands in every language.")


def _outdated(found: Iterable[InLanguage], voice: Voice) -> Table:
    """What was translated from other words than stand there now, with both."""
    _ = voice._
    languages = Languages.of(voice.atlas.handbook)
    title = _("Changed since it was translated")
    columns = (Column(_("What")), Column(_("Language")), Column(_("The words now")), Column(_("When it was translated")))
    rows = [
        _outdated_row(text, saw, each.language, languages.source_of(text.text, each.language) or languages.own, voice)
        for each in found
        for text, saw in each.outdated
    ]
    return Table("out-of-date", title, vocabulary.TRANSLATIONS[1], columns, tuple(rows))


def _outdated_row(text: Translatable, saw: str, language: str, source: str, voice: Voice) -> tuple[Cell, ...]:
    words, link = _what([text], voice)
    place = f"{voice.atlas.path_of(text.file)}:{text.place.line}"
    now, then = (Text({source: each}) for each in (words_in(text.text, source), saw))
    return Cell(words, link, note=place), Cell(language_name(language, voice)), Cell(now), Cell(then)


def _language(found: InLanguage, voice: Voice) -> LanguageShare:
    part = found.whole
    number = voice.language.number
    words = voice.language.ngettext("%(num)s of %(of)s text missing", "%(num)s of %(of)s texts missing", part.texts)
    return LanguageShare(
        found.language,
        language_name(found.language, voice),
        _share(part, voice),
        _listed(words % {"num": number(part.missing), "of": number(part.texts)} if part.missing else voice._("nothing missing"), part, voice),
        part.whole_percent,
    )


def _share(part: Part, voice: Voice) -> str:
    return voice.language.percent(part.whole_percent / 100)


def _columns(found: Iterable[InLanguage], voice: Voice) -> tuple[Column, ...]:
    names = [Column(language_name(each.language, voice), number=True) for each in found]
    return (Column(voice._("What")), Column(voice._("File")), Column(voice._("Texts"), number=True), *names)


def _rows(found: list[InLanguage], voice: Voice) -> list[tuple[Cell, ...]]:
    held: dict[str, dict[int, Translatable]] = {}
    for text in _texts(voice):
        held.setdefault(text.file, {}).setdefault(id(text.thing), text)
    ordered = sorted(held, key=lambda file: (min(each.files[file].share for each in found), file))
    return [_row(file, [*held[file].values()], found, voice) for file in ordered]


def _row(file: str, things: list[Translatable], found: list[InLanguage], voice: Voice) -> tuple[Cell, ...]:
    words, link = _what(things, voice)
    part = found[0].files[file]
    return (
        Cell(words, link),
        Cell(voice.atlas.path_of(file)),
        Cell(voice.language.number(part.texts), number=part.texts, sort=f"{part.texts:08d}"),
        *(_cell(each.files[file], voice) for each in found),
    )


def _cell(part: Part, voice: Voice) -> Cell:
    missing = voice.language.ngettext("%(num)s missing", "%(num)s missing", part.missing) % {"num": voice.language.number(part.missing)}
    note = _listed(missing if part.missing else "", part, voice)
    return Cell(_share(part, voice), note=note, number=part.whole_percent, sort=f"{part.whole_percent:03d}")


def _listed(missing: str, part: Part, voice: Voice) -> str:
    """What is missing, and how much is out of date."""
    outdated = voice.language.ngettext("%(num)s out of date", "%(num)s out of date", part.outdated)
    told = (missing, outdated % {"num": voice.language.number(part.outdated)} if part.outdated else "")
    return ", ".join(filter(None, told))


def _what(things: list[Translatable], voice: Voice) -> tuple[Words, Link]:
    """What a file holds: one thing with its page, or several with their list."""
    kinds = {text.kind for text in things}
    thing: Declared = things[0].thing
    if HANDBOOK in kinds:
        return voice.atlas.handbook.name, Link(START)
    if len(things) == 1 and isinstance(thing, Thing):
        return thing.name, voice.link_to(things[0].kind, thing)
    kind = things[0].kind
    return voice._(vocabulary.KINDS[kind][0]), Link(list_uri(kind)) if len(kinds) == 1 else NO_LINK
