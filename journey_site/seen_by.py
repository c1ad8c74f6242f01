"""What each audience sees of a handbook and what not, thing by thing: for whoever signs a delivery."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from journey_site.atlas.atlas import Atlas
from journey_site.documents.declared import Declared
from journey_site.documents.journeys import Journey, Step
from journey_site.documents.models import Model
from journey_site.documents.things import Thing
from journey_site.documents.values import Text
from journey_site.documents.walk import nested, parts
from journey_site.editions import edition
from journey_site.problems import Span

OWN_KEYS = "x-"
"""The field of a part that is a key of the editor's own."""


@dataclass(frozen=True, slots=True)
class HiddenEntry:
    """One entry that is left out."""

    said: Declared | Text | str
    """The entry itself, a text, or an editor's own key with its value."""
    place: Span


@dataclass(frozen=True, slots=True)
class HiddenPart:
    """What an audience does not see under one field of a thing."""

    stage: str
    """The id of the stage that it stands in; empty for what stands on the thing itself."""
    field: str
    """The field that holds it, as it is written: ``pains``, or a lane's own id; ``stages`` where it is the stage itself."""
    entries: tuple[HiddenEntry, ...]

    @property
    def count(self) -> int:
        """How many entries there are."""
        return len(self.entries)

    @property
    def place(self) -> Span:
        """Where the first of them stands."""
        return self.entries[0].place


@dataclass(frozen=True, slots=True)
class HiddenThing:
    """A thing of which an audience does not see all."""

    kind: str
    id: str
    name: Text
    place: Span
    whole: bool
    parts: tuple[HiddenPart, ...] = ()


@dataclass(frozen=True, slots=True)
class SeenThing:
    """A thing that an audience sees, wholly or in part."""

    kind: str
    id: str
    name: Text


@dataclass(frozen=True)
class SeenBy:
    """What one audience sees."""

    audience: str
    narrowest: bool = True
    """Whether it is the narrowest circle, which sees everything."""
    things: tuple[SeenThing, ...] = ()
    of: Mapping[str, int] = field(default_factory=dict)
    """By kind, how many things there are."""
    hidden: tuple[HiddenThing, ...] = ()
    open_pages: tuple[str, ...] = ()
    """The hand-written pages that it sees."""
    pages: tuple[str, ...] = ()
    """Those that it does not see."""
    files: tuple[str, ...] = ()
    """The pictures and other files that do not go along."""

    @property
    def seen(self) -> Mapping[str, int]:
        """By kind, how many things it sees; those that are open in part, too."""
        return Counter(thing.kind for thing in self.things)

    @property
    def whole(self) -> int:
        """How many things it does not see at all."""
        return sum(thing.whole for thing in self.hidden)

    @property
    def items(self) -> int:
        """How many parts of the things that it sees are left out."""
        return sum(part.count for thing in self.hidden for part in thing.parts)


def seen_by(
    everything: Atlas, audience: str, pages: Iterable[str] = (), left_out: Iterable[str] = (), files: Iterable[str] = ()
) -> SeenBy:
    """What the edition for ``audience`` shows and what it leaves out.

    ``pages`` are the hand-written ones, of which those ``left_out`` are not in it, nor are ``files``.

    Raises:
        UnknownAudience: when the handbook declares no such audience.
    """
    shown = edition(everything, audience)
    own = [(kind, thing) for kind, thing in everything.things() if thing.origin.file]
    hidden = [*_hidden_of_handbook(everything, shown), *_hidden(own, shown)]
    gone = set(left_out)
    return SeenBy(
        audience,
        shown is everything,
        tuple(SeenThing(kind, thing.id, thing.name) for kind, thing in own if thing.id in shown.table(kind)),
        Counter(kind for kind, _ in own),
        tuple(hidden),
        tuple(sorted(set(pages) - gone)),
        tuple(sorted(gone)),
        tuple(sorted(files)),
    )


def _hidden_of_handbook(everything: Atlas, shown: Atlas) -> Iterator[HiddenThing]:
    """Lanes with all that stands in them, and the editor's own keys."""
    one, there = everything.handbook, shown.handbook
    found = []
    if lanes := _left_out(one.lanes or (), there.lanes or ()):
        found.append(HiddenPart("", "lanes", _entries(lanes)))
    if one.extra and not there.extra:
        found.append(_own_keys(one))
    if found:
        yield HiddenThing("handbook", "", one.name, one.origin, whole=False, parts=tuple(found))


def _hidden(own: Iterable[tuple[str, Thing]], shown: Atlas) -> Iterator[HiddenThing]:
    for kind, thing in own:
        there = shown.table(kind).get(thing.id)
        if there is None:
            yield HiddenThing(kind, thing.id, thing.name, thing.origin, whole=True)
        elif there is not thing and (found := tuple(_parts(thing, there))):
            yield HiddenThing(kind, thing.id, thing.name, thing.origin, whole=False, parts=found)


def _parts(thing: Thing, there: Thing) -> Iterator[HiddenPart]:
    """What of a thing is left out: whole stages, then what stands in others, and on the thing itself."""
    if isinstance(thing, Journey | Model):
        kept = {stage.id: stage for stage in there.stages}  # type: ignore[attr-defined]
        for stage in thing.stages:
            if stage.id not in kept:
                yield HiddenPart(stage.id, "stages", (HiddenEntry(stage, stage.origin),))
        for stage in thing.stages:
            if stage.id in kept:
                yield from _fields(stage, kept[stage.id], stage.id)
    yield from _fields(thing, there, "")


def _fields(one: Declared, there: Declared, stage: str) -> Iterator[HiddenPart]:
    """The entries that are left out, field by field; steps with what stands in them."""
    others = dict(parts(there))
    for name, value in parts(one):
        if isinstance(one, Journey | Model) and name == "stages":
            continue
        if name == "steps":
            kept = {step.id: step for step in others.get("steps") or ()}  # type: ignore[attr-defined]
            steps = [each for each in nested(value) if isinstance(each, Step)]
            if gone := [step for step in steps if step.id not in kept]:
                yield HiddenPart(stage, name, _entries(gone))
            for step in steps:
                if step.id in kept:
                    yield from _fields(step, kept[step.id], stage)
        elif name == "own" and isinstance(value, Mapping):
            rest = others.get(name)
            for lane, said in value.items():
                yield from _of_field(one, stage, lane, said, rest.get(lane) if isinstance(rest, Mapping) else None)
        elif name != "added":  # what a variant adds stands in its stages, too
            yield from _of_field(one, stage, name, value, others.get(name))
    if one.extra and not there.extra:
        yield _own_keys(one, stage)


def _of_field(one: Declared, stage: str, name: str, value: object, rest: object) -> Iterator[HiddenPart]:
    if isinstance(value, Text):
        if rest is None and isinstance(one, Step | Journey):  # a lane that is hidden with what stands in it
            yield HiddenPart(stage, name, (HiddenEntry(value, one.place(name)),))
        return
    kept = {each.origin: each for each in _items(rest)}
    items = _items(value)
    if gone := [each for each in items if each.origin not in kept]:
        yield HiddenPart(stage, name, _entries(gone))
    for each in items:
        if (there := kept.get(each.origin)) is not None and there is not each:
            yield from _fields(each, there, stage)


def _own_keys(one: Declared, stage: str = "") -> HiddenPart:
    """The editor's own keys, which no edition for others has."""
    said = (f"{key}: {value}" if isinstance(value, str | int | float) else str(key) for key, value in one.extra.items())
    return HiddenPart(stage, OWN_KEYS, tuple(HiddenEntry(each, one.place(key)) for key, each in zip(one.extra, said, strict=True)))


def _entries(gone: Iterable[Declared]) -> tuple[HiddenEntry, ...]:
    return tuple(HiddenEntry(each, each.origin) for each in gone)


def _items(value: object) -> tuple[Declared, ...]:
    return tuple(each for each in nested(value) if isinstance(each, Declared))


def _left_out(before: Iterable[Declared], after: Iterable[Declared]) -> list[Declared]:
    """What is gone, by the places where it is written: what stays may have lost a link, and be another value."""
    kept = {each.origin for each in after}
    return [each for each in before if each.origin not in kept]
