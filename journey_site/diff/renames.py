"""Old ids by new ones, so that a thing that was renamed is known again wherever it is referred to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from journey_site.atlas.atlas import KINDS_IN_ORDER, Atlas
from journey_site.documents.declared import Declared
from journey_site.documents.journeys import Journey
from journey_site.documents.things import Thing
from journey_site.documents.values import Emotion, Owner, Ref
from journey_site.documents.walk import parts


@dataclass(frozen=True, slots=True)
class Renames:
    """The ids that are called otherwise later."""

    things: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """From kind and earlier id to the later one."""
    stages: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """From the journey's later id and the stage's earlier one to the stage's later one."""

    def __bool__(self) -> bool:
        return bool(self.things or self.stages)

    def __or__(self, other: Renames) -> Renames:
        return Renames({**other.things, **self.things}, {**other.stages, **self.stages})


def renames(before: Atlas, after: Atlas) -> Renames:
    """What has another id in ``after``, and names its old one under ``was``."""
    things: dict[tuple[str, str], str] = {}
    stages: dict[tuple[str, str], str] = {}
    for kind in KINDS_IN_ORDER:
        old, new = before.table(kind), after.table(kind)
        taken: set[str] = set()
        for identity, thing in new.items():
            for was in thing.was:
                # Of several that became one, the first is the one that was renamed; the others are gone.
                is_free = (kind, was) not in things and identity not in taken
                if was in old and was not in new and identity not in old and is_free:
                    things[kind, was] = identity
                    taken.add(identity)
    earlier = {new: was for (kind, was), new in things.items() if kind == "journeys"}
    for identity, journey in after.journeys.items():
        stood = before.journeys.get(earlier.get(identity, identity))
        for stage in journey.stages if stood else ():
            for was in stage.was:
                is_free = (identity, was) not in stages
                if stood and stood.stage(was) and not journey.stage(was) and not stood.stage(stage.id) and is_free:
                    stages[identity, was] = stage.id
                    break
    return Renames(things, stages)


def with_new_ids(before: Atlas, found: Renames) -> Atlas:
    """``before`` as if its things had had their later ids from the start."""
    if not found:
        return before
    tables: dict[str, Any] = {}
    for kind in KINDS_IN_ORDER:
        table: dict[str, Thing] = {}
        for identity, thing in before.table(kind).items():
            later = found.things.get((kind, identity), identity)
            stages = {was: new for (journey, was), new in found.stages.items() if kind == "journeys" and journey == later}
            table[later] = _Renaming(found, stages).thing(thing, later)
        tables[kind] = table
    return replace(before, **tables)


class _Renaming:
    """One walk through a thing."""

    def __init__(self, found: Renames, stages: Mapping[str, str]) -> None:
        self.found = found
        self.stages = stages

    def thing(self, thing: Thing, identity: str) -> Thing:
        renamed = self._declared(thing)
        changes: dict[str, Any] = {"id": identity} if identity != thing.id else {}
        if isinstance(renamed, Journey) and self.stages:
            changes["stages"] = tuple(
                stage.model_copy(update={"id": self.stages[stage.id]}) if stage.id in self.stages else stage
                for stage in renamed.stages
            )
        return renamed.model_copy(update=changes) if changes else renamed  # type: ignore[no-any-return]

    def _declared(self, thing: Declared) -> Any:
        changes = {name: new for name, value in parts(thing) if (new := self._value(value)) is not value}
        return thing.model_copy(update=changes) if changes else thing

    def _value(self, value: Any) -> Any:
        match value:
            case Ref():
                return self._ref(value)
            case Declared():
                return self._declared(value)
            case tuple():
                new = tuple(self._value(entry) for entry in value)
                return value if all(a is b for a, b in zip(new, value, strict=True)) else new
            case Owner() if value.department is not None:
                department = self._ref(value.department)
                return value if department is value.department else replace(value, department=department)
            case Emotion() if value.by_actor:
                by_actor = {self._value(who): felt for who, felt in value.by_actor.items()}
                return value if by_actor == value.by_actor else replace(value, by_actor=by_actor)
            case Mapping():
                mapped = {self._value(key): self._value(entry) for key, entry in value.items()}
                same = all(a is b and mapped[b] is value[a] for a, b in zip(value, mapped, strict=False))
                return value if same and len(mapped) == len(value) else mapped
        return value

    def _ref(self, ref: Ref) -> Ref:
        if ref.kind == "stages":
            new = self.stages.get(ref)
        elif ref.kind == "people":
            new = self.found.things.get(("departments", ref)) or self.found.things.get(("personas", ref))
        else:
            new = self.found.things.get((ref.kind, ref))
        return Ref(new, ref.kind, ref.origin) if new else ref
