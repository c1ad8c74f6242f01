"""What an edition shows and leaves out, in the words of whoever signs it: headings with lines below them, not yet printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from journey_site.atlas.atlas import Atlas
from journey_site.diff import phrases
from journey_site.documents.declared import Declared
from journey_site.documents.journeys import Journey, Step
from journey_site.documents.models import Model
from journey_site.documents.values import Ref, Text
from journey_site.documents.walk import parts
from journey_site.documents.ways import Way
from journey_site.seen_by import OWN_KEYS, HiddenEntry, HiddenPart, HiddenThing, SeenBy, SeenThing
from journey_site.site import vocabulary
from journey_site.site.views.compare.changes import lane_label
from journey_site.site.voice import Voice

_REFERRED = ("touchpoint", "content", "metric", "persona", "journey")
"""Fields by which an entry of a list is called that has no words of its own."""
_OWN_WORDS = ("text", "name", "label", "exit")


@dataclass(frozen=True, slots=True)
class Line:
    """Something that is shown or left out."""

    label: str
    """What it is: ``Persona``, ``Purchase · Pains``."""
    words: str
    """Its name, or what it says, in full; empty where the label says all."""
    id: str = ""
    place: str = ""
    """File and line in which it is written; empty where nobody need look."""
    below: tuple[Line, ...] = ()
    lengthy: bool = False
    """Whether ``below`` only names what is shown: spared where a few words are wanted."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading with its lines."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class EditionList:
    """All that is to be said of one edition."""

    title: str
    blocks: tuple[Block, ...]


def edition_list(told: SeenBy, everything: Atlas, voice: Voice, spared: Iterable[str]) -> EditionList:
    """What ``told`` says, in the language of ``voice``; ``spared`` are the titles of pages that this edition does without."""
    _ = voice._
    whole = [_thing(thing, voice) for thing in told.hidden if thing.whole]
    in_part = [_in_part(thing, everything, voice) for thing in told.hidden if not thing.whole]
    blocks = (
        Block(_("Left out as a whole"), tuple(whole)),
        Block(_("Left out in part"), tuple(in_part)),
        Block(_("Left out: hand-written pages"), _names(told.pages)),
        Block(_("Left out: pictures and other files"), _names(told.files)),
        Block(_("Left out: pages about the work on the map"), _names(spared)),
        Block(_("What it shows"), tuple(_shown(told, voice))),
    )
    title = _("The edition for “%(audience)s”") % {"audience": told.audience}
    if told.narrowest:
        title = _("The edition for “%(audience)s” shows everything") % {"audience": told.audience}
    return EditionList(title, tuple(block for block in blocks if block.lines))


def words_of(entry: HiddenEntry, voice: Voice) -> str:
    """What an entry says, whole: its words or the name of what it points to, and what it says besides."""
    said = entry.said
    if isinstance(said, str):
        return said
    if isinstance(said, Text):
        return voice.words(said)
    if isinstance(said, Way) and said.to is not None:
        first = _referred(said.to, voice)
    else:
        own = [voice.words(text) for name in _OWN_WORDS if isinstance(text := getattr(said, name, None), Text)]
        refs = [_referred(ref, voice) for name in _REFERRED if isinstance(ref := getattr(said, name, None), Ref)]
        first = next(iter([*own, *refs]), str(getattr(said, "id", "") or ""))
    if isinstance(said, Step):  # with all that stands in it, as a thing is
        return first
    rest = [voice.words(value) for name, value in parts(said) if isinstance(value, Text) and name not in (*_OWN_WORDS, "unit")]
    return " – ".join(each for each in (first, *rest) if each)


def _referred(ref: Ref, voice: Voice) -> str:
    thing = voice.atlas.find(ref) if ref.kind not in ("stages", "pains", "items") else None
    return voice.words(thing.name) if thing else str(ref)


def _thing(thing: HiddenThing, voice: Voice) -> Line:
    return Line(_kind(thing.kind, voice), voice.words(thing.name), thing.id, str(thing.place))


def _in_part(thing: HiddenThing, everything: Atlas, voice: Voice) -> Line:
    holder = everything.table(thing.kind).get(thing.id) if thing.kind in vocabulary.ONE_OF else None
    below = tuple(
        Line(_where(part, holder, voice), words_of(entry, voice), place=str(entry.place)) for part in thing.parts for entry in part.entries
    )
    return Line(_kind(thing.kind, voice), voice.words(thing.name), thing.id, below=below)


def _where(part: HiddenPart, holder: Declared | None, voice: Voice) -> str:
    """In which stage of a thing something stands, and what sort of entry it is."""
    if part.field == "stages":
        return voice._("Stage")
    stages = holder.stages if isinstance(holder, Journey | Model) else ()
    stage = next((voice.words(each.name) for each in stages if each.id == part.stage), part.stage)
    return " · ".join(each for each in (stage, _field(part.field, holder, voice)) if each)


def _field(field: str, holder: Declared | None, voice: Voice) -> str:
    """What a field is called on the pages; nothing for keys of the editor's own, which say it themselves."""
    if field == OWN_KEYS:
        return ""
    if field == "lanes":
        return voice._("Row of the map, with all that stands in it")
    if field == "actors":
        return voice._("Buying group")
    if field in phrases.LANES and field not in vocabulary.LANES:
        return voice._(phrases.LANES[field].message)
    label, _icon = lane_label(field, voice, holder if isinstance(holder, Journey) else None)
    return voice.words(label) if isinstance(label, Text) else label


def _kind(kind: str, voice: Voice) -> str:
    return voice._(vocabulary.ONE_OF[kind]) if kind in vocabulary.ONE_OF else ""


def _names(names: Iterable[str]) -> tuple[Line, ...]:
    return tuple(Line("", name) for name in names)


def _shown(told: SeenBy, voice: Voice) -> Iterator[Line]:
    """By kind, how many of them are shown and which."""
    for kind, of in told.of.items():
        things = [thing for thing in told.things if thing.kind == kind]
        yield Line(voice._(vocabulary.KINDS[kind][0]), _counted(len(things), of, voice), below=_named(things, voice), lengthy=True)
    pages = len(told.open_pages)
    if pages or told.pages:
        counted = _counted(pages, pages + len(told.pages), voice)
        yield Line(voice._("Hand-written pages"), counted, below=_names(told.open_pages), lengthy=True)


def _counted(number: int, of: int, voice: Voice) -> str:
    said = {"met": voice.language.number(number), "of": voice.language.number(of)}
    return voice._("%(met)s of %(of)s") % said if number < of else said["of"]


def _named(things: list[SeenThing], voice: Voice) -> tuple[Line, ...]:
    return tuple(Line("", voice.words(thing.name), thing.id) for thing in things)
