"""Journeys written out in full: what they extend is taken in, what their model says is filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from journey_site.documents.journeys import Journey, Stage, Step
from journey_site.documents.models import Model
from journey_site.documents.nearest import nearest
from journey_site.documents.values import Text
from journey_site.problems import Problem, Severity

_NEVER_INHERITED = {"id", "was", "compare_with", "replaces", "reviewed", "reviewed_by", "publish", "file", "origin", "places", "remove"}
_OWN = {"id", "origin", "places", "added", "file", "extra"}

AnyStep = TypeVar("AnyStep", bound=Step)


def expand_journeys(
    journeys: Mapping[str, Journey], models: Mapping[str, Model], audiences: Sequence[str]
) -> tuple[dict[str, Journey], list[Problem]]:
    """Every journey complete: no ``extends`` left to follow, every stage named, in its model's order."""
    problems: list[Problem] = []
    done: dict[str, Journey] = {}

    def whole(identity: str, trail: tuple[str, ...]) -> Journey:
        if identity in done:
            return done[identity]
        journey = journeys[identity]
        base_id = journey.extends
        if base_id is not None and base_id in (*trail, identity):
            circle = " → ".join([*trail, identity, str(base_id)])
            problems.append(Problem("extends-circle", f"journeys extend each other in a circle: {circle}", journey.place("extends")))
        elif base_id is not None and base_id in journeys:
            journey = _extended(journey, whole(base_id, (*trail, identity)), audiences, problems)
        elif base_id is None:
            problems.extend(_additions_to_nothing(journey))
        done[identity] = journey
        return journey

    for identity in journeys:
        whole(identity, ())
    complete = {identity: _with_model(done[identity], models, problems) for identity in journeys}
    return complete, problems


def _additions_to_nothing(journey: Journey) -> Iterable[Problem]:
    for thing in (journey, *journey.stages):
        for name in thing.added:
            yield Problem(
                "adds-to-nothing",
                f'"{name}+" adds to a list of the journey that is extended, and nothing is extended here',
                thing.origin,
                Severity.ERROR,
                f"write {name}: or name the journey under extends:",
            )


def _extended(journey: Journey, base: Journey, audiences: Sequence[str], problems: list[Problem]) -> Journey:
    """``journey`` with everything of ``base`` that it does not say itself."""
    values = {name: getattr(base, name) for name in base.model_fields_set if name not in _NEVER_INHERITED}
    written = {name: getattr(journey, name) for name in journey.model_fields_set if name != "added"}
    if "persona" in written:
        values.pop("actors", None)
    if "actors" in written:
        values.pop("persona", None)
    merged = values | written
    merged |= {name: (*getattr(base, name), *more) for name, more in journey.added.items()}
    merged["stages"] = _stages(journey, base, problems)
    merged["audience"] = _narrower(journey.audience, base.audience, audiences)
    if merged["audience"] is None:
        del merged["audience"]
    merged["places"] = {**base.places, **journey.places}
    return Journey.model_construct(_fields_set=set(merged), **merged)


def _narrower(mine: str | None, theirs: str | None, audiences: Sequence[str]) -> str | None:
    stated = [audience for audience in (mine, theirs) if audience is not None]
    return min(stated, key=lambda audience: audiences.index(audience) if audience in audiences else -1, default=None)


def _stages(journey: Journey, base: Journey, problems: list[Problem]) -> tuple[Stage, ...]:
    known = {stage.id for stage in base.stages}
    for gone in journey.remove:
        if gone not in known:
            near = nearest(gone, known)
            hint = f'did you mean "{near}"?' if near else ""
            problems.append(Problem("unknown-stage", f'"{base.id}" has no stage "{gone}" to remove', gone.origin, hint=hint))
    mine = {stage.id: stage for stage in journey.stages}
    kept = [stage for stage in base.stages if stage.id not in journey.remove]
    merged = [merge_step(mine[stage.id], stage) if stage.id in mine else stage for stage in kept]
    return tuple(_inserted(merged, journey.stages))


def merge_step(step: AnyStep, base: AnyStep) -> AnyStep:
    """``step`` with every field of ``base`` that it does not state, and its additions at the end of their lists."""
    values = {name: getattr(base, name) for name in base.model_fields_set}
    values |= {name: getattr(step, name) for name in step.model_fields_set if name not in _OWN}
    values |= {name: (*getattr(base, name), *more) for name, more in step.added.items()}
    values |= {"origin": step.origin, "places": {**base.places, **step.places}, "own": {**base.own, **step.own}}
    return type(step).model_construct(_fields_set=set(values), **values)


def _inserted(stages: list[Stage], written: Sequence[Stage]) -> list[Stage]:
    """``stages`` with those of ``written`` that are new, each behind the one it was written after."""
    result = list(stages)
    before: str | None = None
    for stage in written:
        ids = [known.id for known in result]
        if stage.id not in ids:
            at = ids.index(before) + 1 if before in ids else 0
            result.insert(at, stage)
        before = stage.id
    return result


def _with_model(journey: Journey, models: Mapping[str, Model], problems: list[Problem]) -> Journey:
    """``journey`` with its model's stages in the model's order, and names where none are written."""
    model = models.get(journey.model) if journey.model else None
    if model is None:
        stages = [stage if stage.name else _name_from_id(stage, journey) for stage in journey.stages]
        if not stages and journey.model is None:
            problems.append(
                Problem("no-stages", f'the journey "{journey.id}" has no stages', journey.origin, hint="write stages: and at least one")
            )
        return journey.model_copy(update={"stages": tuple(stages)})
    written = {stage.id: stage for stage in journey.stages}
    ordered: list[Stage] = []
    for pattern in model.stages:
        stage = written.get(pattern.id) or Stage(id=pattern.id, origin=journey.origin)
        if pattern.id in journey.remove and pattern.id not in written:
            continue
        filled: dict[str, Any] = {}
        if not stage.name:
            filled["name"] = pattern.name
        if stage.serves is None and pattern.serves is not None:
            filled["serves"] = pattern.serves
        if stage.next is None and pattern.next is not None:
            filled["next"] = pattern.next
        ordered.append(stage.model_copy(update=filled) if filled else stage)
    in_model = {pattern.id for pattern in model.stages}
    for stage in journey.stages:
        if stage.id not in in_model and not stage.name:
            near = nearest(stage.id, in_model)
            hint = f'did you mean "{near}"?' if near else "a stage of your own needs a name"
            problems.append(
                Problem("unknown-stage", f'the model "{model.id}" has no stage "{stage.id}"', stage.origin, hint=hint)
            )
    own = [stage if stage.name else _name_from_id(stage, journey) for stage in journey.stages]
    return journey.model_copy(update={"stages": tuple(_inserted(ordered, own))})


def _name_from_id(stage: Stage, journey: Journey) -> Stage:
    language = next(iter(journey.name.values), "en")
    return stage.model_copy(update={"name": Text({language: stage.id.replace("-", " ").capitalize()}, stage.origin)})
