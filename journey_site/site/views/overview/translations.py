"""How much of the handbook stands in each of its languages, and where words are missing: for those who keep it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from journey_site.documents.declared import Declared
from journey_site.documents.journeys import Journey
from journey_site.documents.models import Model
from journey_site.documents.things import Thing
from journey_site.site import vocabulary
from journey_site.site.addresses import NO_LINK, START, Link, list_uri
from journey_site.site.views.entries import Words
from journey_site.site.views.lists.rows import language_name
from journey_site.site.views.lists.tables import LONGEST, Cell, Column, Table
from journey_site.site.views.recalled import recalled
from journey_site.site.voice import Voice
from journey_site.translations.completeness import InLanguage, Part, completeness
from journey_site.translations.texts import HANDBOOK, Languages, Translatable, once, texts_within


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


def has_translations(voice: Voice) -> bool:
    """Whether there is a page of translations: several languages, and readers who keep the handbook."""
    return voice.internal and len(Languages.of(voice.atlas.handbook).every) > 1


def translations_view(voice: Voice) -> TranslationsView:
    """The page of translations."""
    label, icon, purpose = vocabulary.TRANSLATIONS
    found = _found(voice)
    missing = sum(each.whole.missing for each in found)
    number, ngettext = voice.language.number, voice.language.ngettext
    told = ngettext("%(num)s translation is missing.", "%(num)s translations are missing.", missing)
    rows = _rows(found, voice)
    more = voice._("These are the %(shown)s least complete of %(num)s.") % {"shown": number(LONGEST), "num": number(len(rows))}
    return TranslationsView(
        title=voice._(label),
        icon=icon,
        purpose=voice._(purpose),
        verdict=told % {"num": number(missing)} if missing else voice._("Everything stands in every language."),
        complete=not missing,
        languages=tuple(_language(each, voice) for each in found),
        table=Table("files", voice._("Where words are missing"), icon, _columns(found, voice), tuple(rows[:LONGEST])),
        left_out=more if len(rows) > LONGEST else "",
    )


@recalled
def _texts(voice: Voice) -> tuple[Translatable, ...]:
    """Every text, where it is written: a variant also holds what it inherits, so those come last."""
    atlas = voice.atlas
    things = [(kind, thing) for kind, thing in atlas.things() if thing.publish != "retired" and thing.file]
    things.sort(key=lambda each: (not isinstance(each[1], Model), isinstance(each[1], Journey) and bool(each[1].extends)))
    own = (
        text
        for kind, thing in ((HANDBOOK, atlas.handbook), *things)
        for text in texts_within(thing, kind)
        if not isinstance(thing, Thing) or text.file == thing.file
    )
    return tuple(once(own, atlas.shown))


def _found(voice: Voice) -> list[InLanguage]:
    languages = Languages.of(voice.atlas.handbook)
    return [completeness(_texts(voice), each, languages) for each in languages.every]


def _language(found: InLanguage, voice: Voice) -> LanguageShare:
    part = found.whole
    number = voice.language.number
    words = voice.language.ngettext("%(num)s of %(of)s text missing", "%(num)s of %(of)s texts missing", part.texts)
    return LanguageShare(
        found.language,
        language_name(found.language, voice),
        _share(part, voice),
        words % {"num": number(part.missing), "of": number(part.texts)} if part.missing else voice._("nothing missing"),
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
    return Cell(_share(part, voice), note=missing if part.missing else "", number=part.whole_percent, sort=f"{part.whole_percent:03d}")


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
