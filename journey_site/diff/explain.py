"""What changed for readers, in words that are yet to be told: a line for a thing, or for a stage of a journey.

Only what a reader would notice is told. When something was checked, where it is written and in which order it
stands is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from journey_site.atlas.atlas import Atlas
from journey_site.atlas.differences import Added, Altered, Difference, Removed
from journey_site.diff.changes import ThingAdded, ThingChange, ThingChanged, ThingRemoved
from journey_site.diff.phrases import BACK, GONE, NAMED, NEW, NEW_STAGE, RETIRED, STAGE_GONE
from journey_site.diff.sentences import Explained
from journey_site.documents.declared import Declared
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.values import Owner
from journey_site.documents.walk import within
from journey_site.sentence import NN_, Sentence, counted

Sort = Literal["new", "gone", "changed"]


@dataclass(frozen=True, slots=True)
class Line:
    """What changed in one thing, or in one stage of a journey."""

    change: ThingChange
    sort: Sort
    said: tuple[Sentence, ...]
    departments: frozenset[str]
    """Ids of the departments that own it or take part in it."""
    stage: Stage | None = None
    """The stage, as it stands later, else as it stood."""

    @property
    def personas(self) -> tuple[str, ...]:
        """Ids of those whose journey it is, or who it is."""
        if self.change.kind == "personas":
            return (self.change.thing.id,)
        sides = (self.change.after, self.change.before)
        found = (str(who) for side in sides if isinstance(side, Journey) for who in side.personas)
        return tuple(dict.fromkeys(found))


def explain(changes: Iterable[ThingChange], before: Atlas, after: Atlas) -> Iterator[Line]:
    """A line for each thing and each stage of which there is something to tell, in the order of ``changes``.

    What a variant only takes over from the journey that it extends is told there alone.
    """
    lines = list(_lines(changes, before, after))
    told: dict[tuple[str, str], tuple[Sentence, ...]] = {}
    for line in lines:
        if line.stage is not None and line.sort == "changed":
            told[line.change.thing.id, line.stage.id] = line.said
    for line in lines:
        base = getattr(line.change.after, "extends", None)
        inherited = told.get((base, line.stage.id)) if base and line.stage else None
        if inherited is None or line.sort != "changed":
            yield line
        elif said := tuple(sentence for sentence in line.said if sentence not in inherited):
            yield replace(line, said=said)


def _lines(changes: Iterable[ThingChange], before: Atlas, after: Atlas) -> Iterator[Line]:
    for change in changes:
        owners = _owners(change.before, change.after)
        if change.kind == "departments":
            owners |= {change.thing.id}
        match change:
            case ThingAdded():
                yield Line(change, "new", (_new(change),), owners | _all_owners(change.thing))
            case ThingRemoved():
                yield Line(change, "gone", (GONE[change.kind],), owners | _all_owners(change.thing))
            case ThingChanged():
                yield from _of_changed(change, owners, before, after)


def _new(change: ThingChange) -> Sentence:
    thing = change.thing
    if isinstance(thing, Journey) and thing.stages:
        stages = counted(NN_("%(num)s stage", "%(num)s stages"), len(thing.stages))
        return Sentence(NAMED, {"what": NEW["journeys"], "names": stages})
    return NEW[change.kind]


def _of_changed(change: ThingChanged, owners: frozenset[str], before: Atlas, after: Atlas) -> Iterator[Line]:
    if change.retired is not None:
        said = RETIRED if change.retired else BACK
        yield Line(change, "gone" if change.retired else "new", (said,), owners | _all_owners(change.thing))
        if change.retired:
            return
    told = Explained(before, after, change.kind)
    whole = [each for each in change.within if each.field not in ("stages", "publish")]
    sentences = told.sentences(whole)
    if sentences:
        yield Line(change, "changed", sentences, owners | _concerned(whole))
    if change.kind == "journeys":
        yield from _of_stages(change, owners, told)


def _of_stages(change: ThingChanged, owners: frozenset[str], told: Explained) -> Iterator[Line]:
    found = [each for each in change.within if each.field == "stages" and (each.before or each.after)]
    place = {stage.id: at for at, stage in enumerate(change.after.stages)} if isinstance(change.after, Journey) else {}
    # What is gone is told at the end; everything else in the order in which the customer goes.
    for each in sorted(found, key=lambda each: place.get(getattr(each.after, "id", ""), len(place))):
        match each:
            case Added(after=Stage() as stage):
                yield Line(change, "new", (NEW_STAGE,), owners | _all_owners(stage), stage)
            case Removed(before=Stage() as stage):
                yield Line(change, "gone", (STAGE_GONE,), owners | _all_owners(stage), stage)
            case Altered(before=Stage() as old, after=Stage() as stage):
                sentences = told.sentences(each.within)
                if sentences:
                    yield Line(change, "changed", sentences, owners | _owners(old, stage) | _concerned(each.within), stage)


def _owners(*sides: object) -> frozenset[str]:
    """The departments that are named on the things themselves."""
    found: set[str] = set()
    for side in sides:
        owner = getattr(side, "owner", None)
        if isinstance(owner, Owner) and owner.department:
            found.add(str(owner.department))
        found.update(str(each) for each in getattr(side, "departments", ()))
    return frozenset(found)


def _all_owners(thing: Declared) -> frozenset[str]:
    """The departments that are named on a thing, or on anything in it."""
    return _owners(*within(thing))


def _concerned(found: Sequence[Difference]) -> frozenset[str]:
    """The departments that are named on what differs."""
    sides = [side for each in found for side in (each.before, each.after)]
    departments = {str(side) for side in sides if getattr(side, "kind", "") == "departments"}
    owners = {str(side.department) for side in sides if isinstance(side, Owner) and side.department}
    inner = [_concerned(each.within) for each in found if isinstance(each, Altered)]
    whole = [_all_owners(side) for side in sides if isinstance(side, Declared) and not isinstance(side, Stage)]
    return frozenset(departments | owners).union(*inner, *whole)
