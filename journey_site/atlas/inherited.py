"""One journey taken into another: what the variant says replaces, what it adds is added, the rest is inherited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from journey_site.documents.handbook import Handbook
from journey_site.documents.journeys import Journey, Stage, Step
from journey_site.documents.reading import quoted
from journey_site.documents.values import Ref
from journey_site.problems import Problem

_NEVER_INHERITED = frozenset(
    {"id", "was", "compare_with", "replaces", "reviewed", "reviewed_by", "file", "origin", "places", "remove", "added"}
)
"""What is true of one journey alone; who reviewed goes with when."""
_MERGED = frozenset({"id", "origin", "places", "added", "extra", "own", "audience", "stages"})

AnyStep = TypeVar("AnyStep", bound=Step)


def size_together(journey: Journey, base: Journey) -> int:
    """How many stages and entries are copied when the two are put together."""
    of_base = {stage.id: stage for stage in base.stages} if any(stage.added for stage in journey.stages) else {}
    entries = len(base.stages) + len(journey.stages) + _added(journey, base)
    return entries + sum(_added(stage, of_base[stage.id]) for stage in journey.stages if stage.id in of_base)


def together(journey: Journey, base: Journey, handbook: Handbook) -> Journey:
    """``journey`` with everything of ``base`` that it does not say itself."""
    values = _inherited(journey, base)
    if "persona" in journey.model_fields_set:
        values.pop("actors", None)
    elif "actors" in journey.model_fields_set:
        values.pop("persona", None)
    values |= {"id": journey.id, "file": journey.file, "extends": journey.extends}
    audience = _narrower(journey.audience, base.audience, handbook, handbook.default_audience)
    if audience is not None:
        values["audience"] = audience
    values["stages"] = tuple(_stages(journey, base, handbook))
    return Journey.made(values)


def _added(thing: Journey | Step, base: Journey | Step) -> int:
    return sum(len(more) + len(getattr(base, name, None) or ()) for name, more in thing.added.items())


def _inherited(mine: Any, base: Any) -> dict[str, Any]:
    """The fields of ``base`` under those of ``mine``, with what ``mine`` adds to lists."""
    values = {name: getattr(base, name) for name in base.model_fields_set if name not in _NEVER_INHERITED}
    values |= {name: getattr(mine, name) for name in mine.model_fields_set if name not in _MERGED}
    own: dict[str, Any] = {**getattr(base, "own", {}), **getattr(mine, "own", {})}
    for name, more in mine.added.items():
        if name in mine.readers():
            values[name] = (*values.get(name, ()), *more)
        else:
            own[name] = (*own.get(name, ()), *more)
    if own:
        values["own"] = own
    if base.extra or mine.extra:
        values["extra"] = {**base.extra, **mine.extra}
    values |= {"id": mine.id, "origin": mine.origin, "places": {**base.places, **mine.places}}
    return values


def merge_step(step: AnyStep, base: AnyStep, handbook: Handbook) -> AnyStep:
    """``step`` with every field of ``base`` that it does not state, and its additions at the end of their lists."""
    values = _inherited(step, base)
    audience = _narrower(step.audience, base.audience, handbook, None)
    if audience is not None:
        values["audience"] = audience
    return type(step).made(values)


def _narrower(mine: str | None, theirs: str | None, handbook: Handbook, unstated: str | None) -> str | None:
    """The narrower of two audiences; ``unstated`` is for whom is what names none."""
    if mine is None and theirs is None:
        return None
    stated = [audience for audience in (mine or unstated, theirs or unstated) if audience is not None]
    order = {audience: place for place, audience in enumerate(handbook.audiences)}
    return min(stated, key=lambda audience: order.get(audience, -1))


def _stages(journey: Journey, base: Journey, handbook: Handbook) -> Iterator[Stage]:
    mine = {stage.id: stage for stage in journey.stages}
    removed = set(journey.remove)
    kept = [stage for stage in base.stages if stage.id not in removed]
    merged = [merge_step(mine[stage.id], stage, handbook) if stage.id in mine else stage for stage in kept]
    yield from _with_old_ids(placed(merged, journey.stages), journey, {stage.id: stage.was for stage in kept})


def _with_old_ids(stages: Sequence[Stage], journey: Journey, of_base: Mapping[str, Sequence[str]]) -> Iterator[Stage]:
    """``stages`` with the old ids of the base, as variants were renamed with it; but for those that mean something else here."""
    taken = {stage.id for stage in stages} | {old for stage in journey.stages for old in stage.was}
    mine = {stage.id: stage.was for stage in journey.stages}
    for stage in stages:
        old = tuple(dict.fromkeys(each for each in of_base.get(stage.id, ()) if each not in taken))
        taken.update(old)
        was = (*mine.get(stage.id, ()), *old)
        yield stage if was == stage.was else stage.model_copy(update={"was": was})


def placed(ordered: Sequence[Stage], written: Sequence[Stage]) -> list[Stage]:
    """``ordered`` with those of ``written`` that are new, each behind the one it was written after.

    What is written before the first that is known goes before that one, and to the end where none is known.
    """
    known = {stage.id for stage in ordered}
    first = next((stage.id for stage in written if stage.id in known), None)
    before: list[Stage] = []
    behind: dict[str, list[Stage]] = {}
    last: str | None = None
    for stage in written:
        if stage.id in known:
            last = stage.id
        elif last is None:
            before.append(stage)
        else:
            behind.setdefault(last, []).append(stage)
    result: list[Stage] = []
    for stage in ordered:
        result += before if stage.id == first else ()
        result.append(stage)
        result += behind.get(stage.id, ())
    return result if first is not None else [*result, *before]


def lost_additions(things: Iterable[Journey | Stage]) -> Iterator[Problem]:
    """``thoughts+`` where there is no list to add to."""
    for thing in things:
        for part in (thing, *(thing.steps if isinstance(thing, Stage) else ())):
            for name in part.added:
                yield Problem(
                    "adds-to-nothing",
                    f'"{name}+" adds to a list of the journey that is extended, and there is none to add to',
                    part.places.get(f"{name}+", part.origin),
                    hint=f"write {name}: without the sign",
                )


def left_behind(journey: Journey, whole: Journey) -> Iterator[Problem]:
    """Stages that are removed while what is inherited still leads to them."""
    removed: dict[str, Ref] = {str(ref): ref for ref in journey.remove}
    for stage in whole.stages:
        removed.pop(stage.id, None)
    stated = {stage.id: stage.model_fields_set for stage in journey.stages}
    for stage in whole.stages:
        for field in ("next", "after", "parallel", "any_order"):
            if field in stated.get(stage.id, ()):
                continue
            targets = (way.to for way in stage.next or ()) if field == "next" else getattr(stage, field)
            for target in targets:
                if target in removed:
                    yield Problem(
                        "removed-stage",
                        f'{quoted(target)} is removed here, and "{field}" of {quoted(stage.id)} still names it',
                        removed[target].origin,
                        hint=f"write {field}: anew for {quoted(stage.id)}",
                    )
    if "paths" not in journey.model_fields_set:
        for path in whole.paths:
            for target in path.stages:
                if target in removed:
                    message = f"{quoted(target)} is removed here, and the path {quoted(path.id)} still goes through it"
                    yield Problem("removed-stage", message, removed[target].origin, hint="write paths: anew")
