"""Whose things changed: departments and people, each with the way to reach them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from journey_site.account.account import Change, Concerned
from journey_site.atlas.differences import Added, Altered, Removed
from journey_site.atlas.reviews import contact_of
from journey_site.diff.changes import ThingChange, ThingChanged
from journey_site.diff.concerned import owners_of_differences, owners_on, owners_within
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.values import Owner, Ref
from journey_site.site.voice import Voice


def concerned(things: Sequence[ThingChange], changes: Sequence[Change], voices: tuple[Voice, Voice]) -> tuple[Concerned, ...]:
    """Everybody who answers for what changed, those with most of it first; ``changes`` are what is told."""
    told = {(change.kind, change.thing, change.stage): change for change in changes if change.level != "no-visible-change"}
    found: dict[str, tuple[str, dict[str, None]]] = {}
    for thing in things:
        for key, owners in _owners(thing):
            change = told.get(key)
            if change is None:
                continue
            what = f"{change.of} · {change.name}" if change.of else change.name
            for owner in owners:
                named = _named(owner, (voices[1], voices[0]))
                if named is not None:
                    name, contact = named
                    found.setdefault(name, (contact, {}))[1][what] = None
    everybody = [Concerned(name, contact, tuple(things)) for name, (contact, things) in found.items()]
    return tuple(sorted(everybody, key=lambda each: (-len(each.things), each.name)))


def _owners(thing: ThingChange) -> Iterator[tuple[tuple[str, str, str], list[Owner]]]:
    """Who answers for the thing, and for each stage that changed."""
    sides = [side for side in (thing.before, thing.after) if side is not None]
    identity = thing.thing.id
    general = list(owners_on(*sides))
    if thing.kind == "departments":
        general.append(Owner(Ref(identity, "departments")))
    if not isinstance(thing, ThingChanged):
        yield (thing.kind, identity, ""), general + [owner for side in sides for owner in owners_within(side)]
        return
    whole = [each for each in thing.within if not (isinstance(thing.after, Journey) and each.field == "stages")]
    yield (thing.kind, identity, ""), general + list(owners_of_differences(whole))
    for each in thing.within if isinstance(thing.after, Journey) else ():
        stages = [side for side in (each.before, each.after) if isinstance(side, Stage)]
        if stages:
            own: list[Owner] = list(owners_on(*stages)) or general
            inner: Iterable[Owner] = owners_of_differences(each.within) if isinstance(each, Altered) else ()
            if isinstance(each, Added | Removed):
                inner = [owner for stage in stages for owner in owners_within(stage)]
            yield ("stages", identity, stages[-1].id), [*own, *inner]


def _named(owner: Owner, voices: Sequence[Voice]) -> tuple[str, str] | None:
    """A name and a contact; None where the owner says neither."""
    for voice in voices:
        department = voice.atlas.find(owner.department)
        if department is not None:
            contact = owner.contact if not owner.name else ""
            return voice.words(department.name), (contact or contact_of(Owner(owner.department), voice.atlas))
    name = owner.name or (str(owner.department) if owner.department else owner.contact)
    return (name, owner.contact) if name else None
