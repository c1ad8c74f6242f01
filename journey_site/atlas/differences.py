"""What differs between two documents of a kind, found by id: two states of a journey, a variant and its base.

Each difference is a value that knows what stood before and what stands after, with both places, and how to get
there from the document that was compared (``path``). There are no words for readers here: pages, reports and
reviews each say it in their own way.

Entries of lists are paired by what they are, not by where they stand: by their id, by the thing that they refer
to, else by their words. What says the same is no difference, wherever it is written.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from journey_site.atlas.atlas import Atlas
from journey_site.atlas.ways import ways_out
from journey_site.documents.actors import Actor, SubJourney
from journey_site.documents.declared import Declared
from journey_site.documents.items import ContentUse, MetricUse, TouchpointUse
from journey_site.documents.journeys import Journey
from journey_site.documents.values import Ref, Text
from journey_site.documents.ways import Way
from journey_site.problems import Span

_NOT_SAID = frozenset({"origin", "places", "file", "added", "tables"})
"""Fields that tell how a document was written, not what it says."""

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class At:
    """One step down into a document: a field, and which entry of it."""

    field: str
    """The field's name; ``own.policy`` for a lane of one's own."""
    key: str = ""
    """The entry's id, else what it refers to, else its words; empty for the field itself."""


Trail = tuple[At, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that is otherwise after than before. Places are left out when two differences are compared."""

    path: Trail
    before: Any
    """What stood there; None where nothing did."""
    after: Any
    before_at: Span = field(compare=False)
    """Where it is written, or would be: the place of what holds it."""
    after_at: Span = field(compare=False)

    @property
    def field(self) -> str:
        """The field in which it is."""
        return self.path[-1].field


@dataclass(frozen=True, slots=True)
class Added(Difference):
    """An entry that only stands after."""


@dataclass(frozen=True, slots=True)
class Removed(Difference):
    """An entry that only stood before."""


@dataclass(frozen=True, slots=True)
class Changed(Difference):
    """A single value that is another, was set or was taken away."""


@dataclass(frozen=True, slots=True)
class Altered(Difference):
    """An entry that stands on both sides and says something otherwise."""

    within: tuple[Difference, ...] = ()
    """What it says otherwise."""


@dataclass(frozen=True, slots=True)
class Reordered(Difference):
    """A list whose common entries stand in another order; both sides are their keys."""


def differences(before: Declared, after: Declared, path: Trail = ()) -> Iterator[Difference]:
    """What ``after`` says otherwise than ``before``, in the order in which the fields are declared."""
    for name in type(before).model_fields:
        if name in _NOT_SAID:
            continue
        mine: Any = getattr(before, name)
        theirs: Any = getattr(after, name)
        places = before.place(name), after.place(name)
        if name == "own":
            for lane in dict.fromkeys((*mine, *theirs)):
                ends = before.place(lane), after.place(lane)
                yield from _of_field(f"own.{lane}", mine.get(lane), theirs.get(lane), ends, path)
        else:
            yield from _of_field(name, mine, theirs, places, path)


def journey_differences(before: Journey, after: Journey, atlas: Atlas) -> tuple[Difference, ...]:
    """What differs between two journeys as they are read.

    Stages have the owner, the departments and the ways on that the reader sees, written in them or not.
    """
    return tuple(differences(_as_read(before, atlas), _as_read(after, atlas)))


def of_stage(found: Sequence[Difference], stage: str) -> tuple[Difference, ...]:
    """What of ``found`` between two journeys lies within the stage of that id on both sides."""
    whole = (At("stages", stage),)
    return next((each.within for each in found if isinstance(each, Altered) and each.path == whole), ())


def merged_order(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """The ids of both, in the order of ``after``; what only stood before keeps its place behind its neighbour.

    >>> merged_order(["need", "search", "buy"], ["need", "buy", "use"])
    ['need', 'search', 'buy', 'use']
    """
    kept = set(after)
    behind: dict[str | None, list[str]] = {}
    last: str | None = None
    for identity in before:
        if identity in kept:
            last = identity
        else:
            behind.setdefault(last, []).append(identity)
    merged = list(behind.get(None, ()))
    for identity in after:
        merged += [identity, *behind.get(identity, ())]
    return merged


def paired(before: Sequence[Entry], after: Sequence[Entry]) -> list[tuple[Entry | None, Entry | None]]:
    """The entries of both lists, each beside the one that it corresponds to; in the order of ``after``, then what is gone."""
    partners: dict[int, int] = {}
    free = dict.fromkeys(range(len(before)))
    for key_of in (identity_of, _words_of):
        waiting: dict[Hashable, list[int]] = {}
        for at in free:
            waiting.setdefault(key_of(before[at]), []).append(at)
        for at, entry in enumerate(after):
            if at in partners:
                continue
            same = waiting.get(key_of(entry)) if key_of(entry) is not None else None
            if same:
                # Among several uses of one thing, the one that says the same comes first.
                partner = next((place for place in same if before[place] == entry), same[0])
                same.remove(partner)
                partners[at] = partner
                del free[partner]
    pairs: list[tuple[Entry | None, Entry | None]] = [
        (before[partners[at]] if at in partners else None, entry) for at, entry in enumerate(after)
    ]
    return [*pairs, *((before[at], None) for at in free)]


def identity_of(entry: object) -> Hashable:
    """What makes an entry the one that it is: the thing it refers to, else its id, else its words."""
    if isinstance(entry, str):
        return "ref", str(entry)
    target = _target(entry)
    if target:
        return "ref", str(target)
    identity = getattr(entry, "id", None)
    return ("id", identity) if identity else _words_of(entry)


def _target(entry: object) -> Ref | None:
    match entry:
        case TouchpointUse():
            return entry.touchpoint
        case ContentUse():
            return entry.content
        case MetricUse():
            return entry.metric
        case SubJourney():
            return entry.journey
        case Actor():
            return entry.persona
        case Way():
            return entry.to
    return None


def _words_of(entry: object) -> Hashable:
    for name in ("text", "name", "exit", "label"):
        words = getattr(entry, name, None)
        if isinstance(words, Text) and words:
            return "words", words
    return None


def _key(entry: object) -> str:
    """An entry's identity as a word for paths."""
    identity = identity_of(entry)
    what = identity[1] if isinstance(identity, tuple) else ""
    return what.best().words if isinstance(what, Text) else str(what)


def _of_field(name: str, before: Any, after: Any, places: tuple[Span, Span], path: Trail) -> Iterator[Difference]:
    if before == after or (name != "next" and _says_nothing(before) and _says_nothing(after)):
        return
    if _is_list(before) and _is_list(after) and (before or after):
        yield from _of_list(name, before or (), after or (), places, path)
    elif isinstance(before, Declared) and isinstance(after, Declared):
        here = (*path, At(name))
        yield Altered(here, before, after, before.origin, after.origin, tuple(differences(before, after, here)))
    else:
        yield Changed((*path, At(name)), before, after, *places)


def _says_nothing(value: object) -> bool:
    """Whether a value says as much as none; 0 is a value."""
    return not value and (value is False or not isinstance(value, int | float))


def _is_list(value: object) -> bool:
    return value is None or isinstance(value, tuple)


def _of_list(
    name: str, before: Sequence[Any], after: Sequence[Any], places: tuple[Span, Span], path: Trail
) -> Iterator[Difference]:
    pairs = paired(before, after)
    for old, new in pairs:
        here = (*path, At(name, _key(old if new is None else new)))
        if new is None:
            yield Removed(here, old, None, _place(old, places[0]), places[1])
        elif old is None:
            yield Added(here, None, new, places[0], _place(new, places[1]))
        elif old != new:
            ends = _place(old, places[0]), _place(new, places[1])
            if isinstance(old, Declared) and type(old) is type(new):
                within = tuple(differences(old, new, here))
                if within:
                    yield Altered(here, old, new, *ends, within)
            else:
                yield Changed(here, old, new, *ends)
    common = [(old, new) for old, new in pairs if old is not None and new is not None]
    held = {id(old): place for place, old in enumerate(before)}
    ordered = sorted(common, key=lambda pair: held[id(pair[0])])
    if [id(new) for _, new in ordered] != [id(new) for _, new in common]:
        keys = tuple(_key(old) for old, _ in ordered), tuple(_key(new) for _, new in common)
        yield Reordered((*path, At(name)), *keys, *places)


def _place(entry: object, otherwise: Span) -> Span:
    place = getattr(entry, "origin", None)
    return place if isinstance(place, Span) and place.file else otherwise


def _as_read(journey: Journey, atlas: Atlas) -> Journey:
    """``journey`` with what its stages take from it written in them."""
    stages = []
    for stage in journey.stages:
        said: Mapping[str, Any] = {
            "next": ways_out(journey, stage, atlas),
            "owner": stage.owner or journey.owner,
            "departments": tuple(dict.fromkeys((*stage.departments, *journey.departments))),
        }
        stages.append(stage.model_copy(update=dict(said)))
    return journey.model_copy(update={"stages": tuple(stages)})
