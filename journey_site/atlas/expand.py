"""Journeys written out in full: what they extend is taken in, what their model says is filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from journey_site.atlas.inherited import left_behind, lost_additions, placed, size_together, together
from journey_site.atlas.stage_names import hint_of_name, stage_called
from journey_site.atlas.written_out import WrittenOut
from journey_site.documents.handbook import Handbook
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.models import Model
from journey_site.documents.nearest import Suggestions
from journey_site.documents.reading import quoted, some
from journey_site.documents.things import name_from_id
from journey_site.documents.values import Ref
from journey_site.documents.ways import Way
from journey_site.problems import Problem, Related, Severity

_DEEPEST = 20
_MOST_ENTRIES = 100_000
"""How many stages and entries may be inherited in all: a handbook of 2,000 journeys has less than half of it."""


@dataclass
class Expansion:
    """One pass over all journeys; afterwards ``journeys`` holds each in full."""

    handbook: Handbook
    written: Mapping[str, Journey]
    models: Mapping[str, Model]
    suggestions: Suggestions
    journeys: dict[str, Journey] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    in_doubt: set[str] = field(default_factory=set)
    """Journeys whose stages are not all known, because what they are built on is not there."""
    before: WrittenOut = field(default_factory=WrittenOut)
    """What an earlier run made."""
    _depth: dict[str, int] = field(default_factory=dict)
    _gone: dict[str, frozenset[str]] = field(default_factory=dict)
    _entries: int = 0

    def run(self) -> None:
        """Write out every journey: first what it extends, then what its model says."""
        self.before.begin()
        for identity in self.written:
            for each in reversed(self._chain(identity)):
                self.journeys[each] = self._merged(self.written[each])
        for identity in self.written:
            self.journeys[identity] = self._on_model(self.journeys[identity])

    def _chain(self, identity: str) -> list[str]:
        """The journey and those it extends, as far as they are not written out yet."""
        chain: dict[str, None] = {}
        current: str = identity
        while current not in self.journeys:
            chain[current] = None
            base = self.written[current].extends
            if base is None or base not in self.written:
                break
            if base in chain:
                circle = list(chain)[list(chain).index(base) :]
                message = f"journeys extend each other in a circle: {some([*circle, str(base)]).replace(', ', ' → ')}"
                self.problems.append(Problem("extends-circle", message, base.origin, hint="end it by leaving out one extends:"))
                self.in_doubt.update(circle)
                self._depth[current] = _DEEPEST + 1
                break
            current = base
        return list(chain)

    def _merged(self, journey: Journey) -> Journey:
        base_id = journey.extends
        base = self.journeys.get(base_id) if base_id is not None else None
        self._gone[journey.id] = frozenset(journey.remove)
        if base is None or base_id is None:
            if base_id is None:
                self.problems += lost_additions((journey, *journey.stages))
            else:
                self.in_doubt.add(journey.id)
            return journey if journey.name else self._renamed(journey)
        depth = self._depth[journey.id] = self._depth.get(base_id, 0) + 1
        entries = size_together(journey, base)
        if depth > _DEEPEST or self._entries + entries > _MOST_ENTRIES:
            if journey.id not in self.in_doubt:
                self._too_much(journey, base_id, f"more than {_DEEPEST} journeys deep" if depth > _DEEPEST else "more than can be shown")
            return journey if journey.name else self._renamed(journey)
        self._entries += entries
        audiences = (self.handbook.audiences, self.handbook.default_audience)
        merged = self.before.again("together", (journey, base), audiences, lambda: together(journey, base, self.handbook))
        if base_id in self.in_doubt or not (base.stages or base.model):
            self.in_doubt.add(journey.id)
        mine = {stage.id for stage in journey.stages}
        known = {stage.id for stage in base.stages}
        self.problems += lost_additions(stage for stage in journey.stages if stage.id not in known)
        self._gone[journey.id] = (self._gone[base_id] | self._gone[journey.id]) - mine
        return merged if merged.name else self._renamed(merged)

    def _too_much(self, journey: Journey, ref: Ref, much: str) -> None:
        self.in_doubt.add(journey.id)
        message = f"{quoted(journey.id)} inherits {much}, and is left as it is written"
        self.problems.append(Problem("inherits-too-much", message, ref.origin, hint="write out one of them in full"))

    def _renamed(self, journey: Journey) -> Journey:
        def named() -> Journey:
            return journey.model_copy(update={"name": name_from_id(journey.id, self._language, journey.origin)})

        return self.before.again("named", (journey,), self._language, named)

    @property
    def _language(self) -> str:
        return self.handbook.language or self.handbook.site_languages[0]

    def _on_model(self, journey: Journey) -> Journey:
        """``journey`` with its model's stages in the model's order, and a name for every stage."""
        model = self.models.get(journey.model) if journey.model else None
        if journey.model and model is None:
            self.in_doubt.add(journey.id)
        if model is not None and journey.model is not None:
            if self._entries + len(model.stages) > _MOST_ENTRIES:
                self._too_much(journey, journey.model, "more from its model than can be shown")
                model = None
            else:
                self._entries += len(model.stages)
        patterns = {pattern.id: pattern for pattern in model.stages} if model else {}
        self._check_removed(journey, patterns)
        if model is not None and journey.id not in self.in_doubt:
            self._check_slips(journey, model)
        gone = self._gone[journey.id]
        whole = self.before.again(
            "whole", (journey, model), (gone, self._language), lambda: self._whole(journey, patterns, gone)
        )
        if not whole.stages and (journey.extends or journey.model) and journey.id not in self.in_doubt:
            message = f"the journey {quoted(journey.id)} has no stages left"
            self.problems.append(Problem("no-stages", message, journey.origin, hint="write stages: and at least one"))
        return whole

    def _whole(self, journey: Journey, patterns: Mapping[str, Any], gone: frozenset[str]) -> Journey:
        """``journey`` with the stages of its model, of which those in ``gone`` were removed."""
        written = {stage.id: stage for stage in journey.stages}
        taken = {old for stage in journey.stages for old in (stage.id, *stage.was)} | set(patterns)
        ordered = [
            _filled(written.get(pattern.id), pattern, journey, gone, taken)
            for pattern in patterns.values()
            if pattern.id in written or pattern.id not in gone
        ]
        stages = [self._named(stage) for stage in placed(ordered, journey.stages)]
        return journey.model_copy(update={"stages": tuple(stages)})

    def _named(self, stage: Stage) -> Stage:
        if stage.name and all(step.name for step in stage.steps):
            return stage
        language = self._language
        name = stage.name or name_from_id(stage.id, language, stage.origin)
        steps = tuple(
            step if step.name else step.model_copy(update={"name": name_from_id(step.id, language, step.origin)})
            for step in stage.steps
        )
        return stage.model_copy(update={"name": name, **({"steps": steps} if steps else {})})

    def _check_slips(self, journey: Journey, model: Model) -> None:
        """A stage that is not in the model and has no name is taken for a slip."""
        ids = [pattern.id for pattern in model.stages]
        known = set(ids)
        for stage in self.written[journey.id].stages:
            if stage.id not in known and not stage.name and not self._inherits(journey, stage.id):
                hint = hint_of_name(stage.id, stage_called(stage.id, model.stages))
                hint = hint or self.suggestions.did_you_mean(stage.id, ids, "a stage of your own needs a name")
                message = f"the model {quoted(model.id)} has no stage {quoted(stage.id)}"
                self.problems.append(Problem("unknown-stage", message, stage.origin, hint=hint))

    def _inherits(self, journey: Journey, stage: str) -> bool:
        base = self.journeys.get(journey.extends) if journey.extends else None
        return base is not None and base.stage(stage) is not None

    def _check_removed(self, journey: Journey, patterns: Mapping[str, Any]) -> None:
        """What is removed must be there, and nothing that is kept may lead to it."""
        written = self.written[journey.id]
        if not written.remove or journey.id in self.in_doubt:
            return
        base = self.journeys.get(journey.extends) if journey.extends else None
        known = dict.fromkeys([*(stage.id for stage in base.stages), *patterns] if base else patterns)
        otherwise = f"its stages are {some(known)}" if known else ""
        for ref in written.remove:
            if base is None and (stage := written.stage(ref)) is not None and ref in known:
                # Where another journey is extended, this is how a stage is begun anew.
                message = f"{quoted(ref)} is to be removed, and stands under stages, too: it stays"
                hint = f"take it out of remove, or delete its lines under stages: {ref} begins in line {stage.origin.line}"
                related = (Related(stage.origin, "it is written here"),)
                self.problems.append(Problem("removed-and-written", message, ref.origin, Severity.WARNING, hint, related))
            if ref not in known:
                where = quoted(base.id) if base else "the model" if patterns else "what is extended"
                meant = stage_called(ref, [*(base.stages if base else ()), *patterns.values()])
                hint = hint_of_name(ref, meant) or self.suggestions.did_you_mean(ref, known, otherwise)
                message = f"{where} has no stage {quoted(ref)} to remove"
                self.problems.append(Problem("unknown-stage", message, ref.origin, hint=hint))
        self.problems += left_behind(written, journey)


def _filled(stage: Stage | None, pattern: Any, journey: Journey, gone: frozenset[str], taken: set[str]) -> Stage:
    """A stage with what its model says where the journey says nothing."""
    stage = stage or Stage.made({"id": pattern.id, "origin": journey.origin})
    filled: dict[str, Any] = {}
    if not stage.name:
        filled["name"] = pattern.name
    if stage.serves is None and pattern.serves is not None:
        filled["serves"] = pattern.serves
    if stage.next is None and pattern.next is not None:
        ways: tuple[Way, ...] = tuple(way for way in pattern.next if way.to not in gone)
        filled["next"] = ways or (None if pattern.next else ())
    if pattern.audience is not None and stage.audience is None:
        filled["audience"] = pattern.audience
    if pattern.was:
        # Where a stage is called so, or was, that is what the address means.
        filled["was"] = (*stage.was, *(old for old in pattern.was if old not in taken))
    return stage.model_copy(update=filled) if filled else stage
