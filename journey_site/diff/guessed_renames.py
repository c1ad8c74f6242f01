"""What was probably renamed and does not say so: gone under one id, there under another, and otherwise much the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from journey_site.atlas.atlas import KINDS_IN_ORDER, Atlas
from journey_site.diff.renames import Renames
from journey_site.documents.declared import Declared
from journey_site.documents.journeys import Journey
from journey_site.documents.models import Model
from journey_site.documents.things import name_from_id
from journey_site.documents.values import Image, Text
from journey_site.documents.walk import leaves

_ALIKE = 0.6
"""What share of their words and references two must have in common to be taken for one."""
_MOST = 200
"""Of more that came and went at once, nobody renamed each."""


def guessed_renames(before: Atlas, after: Atlas, known: Renames) -> Renames:
    """Things and stages that have another id in ``after`` without naming the old one; ``known`` are those that do."""
    things: dict[tuple[str, str], str] = {}
    stages: dict[tuple[str, str], str] = {}
    for kind in KINDS_IN_ORDER:
        old, new = before.table(kind), after.table(kind)
        renamed = {one for each, one in known.things if each == kind}
        targets = {known.things[kind, one] for one in renamed}
        # An old id that somebody names went where it says, be it into something that was there before.
        led = {was for thing in new.values() for was in thing.was}
        gone = {i: old[i] for i in old if i not in new and i not in renamed and i not in led and not _built_in(old[i])}
        came = {i: new[i] for i in new if i not in old and i not in targets and not _built_in(new[i])}
        things |= {(kind, one): other for one, other in _pairs(gone, came).items()}
    earlier = {new: was for (kind, was), new in {**things, **known.things}.items() if kind == "journeys"}
    for identity, journey in after.journeys.items():
        stood: Journey | None = before.journeys.get(earlier.get(identity, identity))
        if stood is None:
            continue
        led = {was for stage in journey.stages for was in stage.was}
        there = {stage.id for stage in stood.stages}
        left = {stage.id for stage in journey.stages}
        targets = {new for (each, _), new in known.stages.items() if each == identity}
        lost = {stage.id: stage for stage in stood.stages if stage.id not in left and stage.id not in led}
        fresh = {stage.id: stage for stage in journey.stages if stage.id not in there and stage.id not in targets}
        stages |= {(identity, one): other for one, other in _pairs(lost, fresh).items()}
    return Renames(things, stages)


def _built_in(thing: object) -> bool:
    return isinstance(thing, Model) and thing.built_in


def _pairs(gone: Mapping[str, Declared], came: Mapping[str, Declared]) -> dict[str, str]:
    """The pairs that are most alike, each side once."""
    if not gone or not came or len(gone) * len(came) > _MOST**2:
        return {}
    old, new = ({identity: _said(thing) for identity, thing in table.items()} for table in (gone, came))
    likeness = sorted(
        ((_alike(gone[one], came[other], old[one], new[other]), one, other) for one in gone for other in came),
        key=lambda each: -each[0],
    )
    found: dict[str, str] = {}
    for share, one, other in likeness:
        if share >= _ALIKE and one not in found and other not in found.values():
            found[one] = other
    return found


def _alike(one: Declared, other: Declared, old: Counter[str], new: Counter[str]) -> float:
    """From 0 to 1; one name of their own is enough to be taken for the same."""
    said = old.total() + new.total()
    share = 2 * (old & new).total() / said if said else 0.0
    names = _name(one), _name(other)
    # Names that both only repeat their ids are alike where the ids are.
    return max(share, 0.9) if names[0] and names[0] == names[1] and not (_repeats_id(one) and _repeats_id(other)) else share


def _name(thing: Declared) -> Text | None:
    name = getattr(thing, "name", None)
    return name if isinstance(name, Text) and name else None


def _repeats_id(thing: Declared) -> bool:
    name = _name(thing)
    made = name_from_id(getattr(thing, "id", "") or "", "", thing.origin).best().words
    return name is not None and made in name.values.values()


def _said(thing: Declared) -> Counter[str]:
    """Its words and references, counted."""
    found: Counter[str] = Counter()
    for _, field, leaf in leaves(thing):
        if isinstance(leaf, Text):
            if leaf is not getattr(thing, "name", None):
                found.update(f"{field} {word}" for words in leaf.values.values() for word in words.split())
        else:
            found[f"{field} {leaf.file if isinstance(leaf, Image) else leaf}"] += 1
    return found
