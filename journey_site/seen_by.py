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


@dataclass(frozen=True, slots=True)
class HiddenPart:
    """Something within a thing that an audience does not see."""

    stage: str
    """The id of the stage that it stands in; empty for what stands on the thing itself."""
    field: str
    """The field that holds it, as it is written: ``pains``; ``stages`` where it is the stage itself."""
    count: int
    place: Span


@dataclass(frozen=True, slots=True)
class HiddenThing:
    """A thing of which an audience does not see all."""

    kind: str
    id: str
    name: Text
    place: Span
    whole: bool
    parts: tuple[HiddenPart, ...] = ()


@dataclass(frozen=True)
class SeenBy:
    """What one audience sees."""

    audience: str
    seen: Mapping[str, int] = field(default_factory=dict)
    """By kind, how many things it sees; journeys, personas and so on that are wholly open or open in part."""
    of: Mapping[str, int] = field(default_factory=dict)
    """By kind, how many there are."""
    hidden: tuple[HiddenThing, ...] = ()
    pages: tuple[str, ...] = ()
    """The hand-written pages that it does not see."""

    @property
    def whole(self) -> int:
        """How many things it does not see at all."""
        return sum(thing.whole for thing in self.hidden)

    @property
    def items(self) -> int:
        """How many parts of the things that it sees are left out."""
        return sum(part.count for thing in self.hidden for part in thing.parts)


def seen_by(everything: Atlas, audience: str, pages: Iterable[str] = ()) -> SeenBy:
    """What the edition for ``audience`` shows and what it leaves out; ``pages`` are the hand-written ones that it leaves out.

    Raises:
        UnknownAudience: when the handbook declares no such audience.
    """
    shown = edition(everything, audience)
    own = [(kind, thing) for kind, thing in everything.things() if thing.origin.file]
    counted = Counter(kind for kind, _ in own)
    seen = Counter(kind for kind, thing in own if thing.id in shown.table(kind))
    hidden = list(_hidden(own, shown))
    if (lanes := _left_out(everything.handbook.lanes or (), shown.handbook.lanes or ())) or everything.handbook.extra and shown is not everything:
        parts_ = [HiddenPart("", "lanes", len(lanes), lanes[0].origin)] if lanes else []
        if everything.handbook.extra and not shown.handbook.extra:
            parts_.append(_own_keys(everything.handbook))
        hidden.append(HiddenThing("handbook", "", everything.handbook.name, everything.handbook.origin, whole=False, parts=tuple(parts_)))
    return SeenBy(audience, dict(seen), dict(counted), tuple(hidden), tuple(sorted(pages)))


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
                yield HiddenPart(stage.id, "stages", 1, stage.origin)
        for stage in thing.stages:
            if stage.id in kept:
                yield from _fields(stage, kept[stage.id], stage.id)
    yield from _fields(thing, there, "")


def _fields(one: Declared, there: Declared, stage: str) -> Iterator[HiddenPart]:
    """The entries of lists that are left out, field by field; steps with what stands in them."""
    others = dict(parts(there))
    for name, value in parts(one):
        if isinstance(one, Journey | Model) and name == "stages":
            continue
        if name == "steps":
            kept = {step.id: step for step in others.get("steps") or ()}  # type: ignore[attr-defined]
            steps = [each for each in nested(value) if isinstance(each, Step)]
            gone = [step for step in steps if step.id not in kept]
            if gone:
                yield HiddenPart(stage, name, len(gone), gone[0].origin)
            for step in steps:
                if step.id in kept:
                    yield from _fields(step, kept[step.id], stage)
            continue
        gone_items = _left_out(_items(value), _items(others.get(name)))
        if gone_items:
            yield HiddenPart(stage, name if name != "own" else "lanes", len(gone_items), gone_items[0].origin)
    if one.extra and not there.extra:
        yield _own_keys(one, stage)


def _own_keys(one: Declared, stage: str = "") -> HiddenPart:
    """The editor's own keys, which no edition for others has."""
    return HiddenPart(stage, "x-", len(one.extra), one.origin)


def _items(value: object) -> tuple[Declared, ...]:
    return tuple(each for each in nested(value) if isinstance(each, Declared))


def _left_out(before: Iterable[Declared], after: Iterable[Declared]) -> list[Declared]:
    """What is gone, by the places where it is written: what stays may have lost a link, and be another value."""
    kept = {each.origin for each in after}
    return [each for each in before if each.origin not in kept]
