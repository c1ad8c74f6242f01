"""What there is to tell beside the changes that readers see: files that were moved or rewritten, drafts, curves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journey_site.account.account import Change
from journey_site.account.pair import Pair, voice_of
from journey_site.diff.changes import ThingChange, ThingChanged
from journey_site.documents.journeys import Journey


def moved_files(pair: Pair, told: set[tuple[str, str]]) -> Iterator[Change]:
    """Things that are written in another file, and say the same."""
    shown = pair.before.shown, pair.after.shown
    for kind, thing in pair.after.things():
        old = pair.earlier_id(kind, thing.id) or thing.id
        stood = pair.before.table(kind).get(old)
        if stood is None or not stood.file or not thing.file:
            continue
        files = [_below(each.file, top) for each, top in zip((stood, thing), shown, strict=True)]
        same_place = old != thing.id and _renamed(files[0], old, thing.id) == files[1]
        if files[0] != files[1] and not same_place:
            yield Change(
                "moved", kind, thing.id, pair.voices[1].words(thing.name), file_moved=True,
                remarks=(f"from {stood.file} to {thing.file}",), before_at=pair.place(stood, 0), after_at=pair.place(thing, 1),
            )  # fmt: skip


def rewritten(pair: Pair, changes: Sequence[Change]) -> int:
    """Files that say the same in other lines."""
    one, other = (side.yaml for side in pair.sides)
    told = {_below(place.file, pair.after.shown) for change in changes for place in (change.after_at,) if place}
    told |= {_below(row.after_at.file, pair.after.shown) for change in changes for row in change.rows}
    told |= {_below(each.thing.file, pair.after.shown) for each in pair.drafts}
    return sum(one[path] != other[path] for path in one.keys() & other.keys() if path not in told)


def drafts(pair: Pair) -> tuple[str, ...]:
    """Drafts that changed, by name, where drafts are not told of."""
    voices = [voice_of(side.everything, pair.voices[1].quotes) for side in pair.sides]
    return tuple(voices[each.after is not None].words(each.thing.name) for each in pair.drafts)


def other_files(pair: Pair) -> tuple[str, ...]:
    one, other = (side.others for side in pair.sides)
    return tuple(path for path in sorted(one.keys() | other.keys()) if one.get(path) != other.get(path))


def felt_otherwise(pair: Pair, things: Sequence[ThingChange]) -> Iterator[tuple[Journey, Journey]]:
    if pair.before.handbook.scale != pair.after.handbook.scale:
        return  # two scales in one drawing would mislead
    for each in things:
        if isinstance(each, ThingChanged) and isinstance(each.before, Journey) and isinstance(each.after, Journey):
            felt = [[(stage.id, stage.emotion, [step.emotion for step in stage.steps]) for stage in side.stages] for side in (each.before, each.after)]
            if felt[0] != felt[1]:
                yield each.before, each.after


def _below(file: str, shown: str) -> str:
    return file.removeprefix(f"{shown}/") if shown else file


def _renamed(file: str, old: str, new: str) -> str:
    """The path that a file has once the thing in it is called ``new``."""
    folder, slash, name = file.rpartition("/")
    stem, dot, ending = name.partition(".")
    return f"{folder}{slash}{new}{dot}{ending}" if stem == old else file
