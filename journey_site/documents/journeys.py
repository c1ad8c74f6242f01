"""Journeys as they are written: stages with their lanes and steps, and what holds along all of them."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import replace
from typing import Annotated, Any, ClassVar, Literal, Self

from journey_site.documents.actors import Actor, Path, SubJourney, read_paths
from journey_site.documents.declared import Declared, Values
from journey_site.documents.durations import Duration
from journey_site.documents.emotions import read_emotion
from journey_site.documents.items import (
    PURPOSES,
    Common,
    ContentUse,
    Item,
    MetricUse,
    Opportunity,
    TouchpointUse,
    many,
)
from journey_site.documents.lanes import Lane, own_lanes, read_lanes, read_own_lane
from journey_site.documents.lists import choice, listed
from journey_site.documents.numbers import read_flag, read_moment
from journey_site.documents.reading import Reading, Reads, says_nothing
from journey_site.documents.references import read_id, read_removed, ref
from journey_site.documents.shapes import EntriesOf, Fields, takes
from journey_site.documents.texts import read_text
from journey_site.documents.things import Thing
from journey_site.documents.times import read_duration
from journey_site.documents.values import Emotion, Ref, Text
from journey_site.documents.ways import StageEntry, Way, read_ways, stage_entries
from journey_site.problems import Severity
from journey_site.source.yaml import Mapping as MappingNode
from journey_site.source.yaml import Node, Scalar, Sequence


class Step(Common):
    """A part of a stage, with the same lanes."""

    noun: ClassVar[str] = "a step"
    shorthand: ClassVar[str] = "name"
    in_languages: ClassVar[str] = "name"

    id: Annotated[str, Reads("an id", read_id)] = ""
    """Its id within the stage."""
    name: Annotated[Text, Reads("a text", read_text)] = Text({})
    """What it is called; left out: as the model has it."""
    summary: Annotated[Text | None, Reads("Markdown", read_text)] = None
    """What happens here, as Markdown."""
    duration: Annotated[Duration | None, Reads("a duration", read_duration)] = None
    """How long it takes."""
    waiting: Annotated[Duration | None, Reads("a duration", read_duration)] = None
    """How long the customer waits in it."""
    emotion: Annotated[Emotion | None, Reads("a number, {persona: number} or {value, low, high, note}", read_emotion)] = None
    """How it feels, on the handbook's scale; left out: unknown."""
    goal: Annotated[Text | None, Reads("a text", read_text)] = None
    """What the customer wants here."""
    our_goal: Annotated[Text | None, Reads("a text", read_text)] = None
    """What we want here."""
    thoughts: Annotated[tuple[Item, ...], Reads("texts", many(Item))] = ()
    """What the customer thinks, in the customer's words."""
    questions: Annotated[tuple[Item, ...], Reads("texts", many(Item))] = ()
    """What the customer asks."""
    actions: Annotated[tuple[Item, ...], Reads("texts", many(Item))] = ()
    """What the customer does."""
    feelings: Annotated[tuple[Item, ...], Reads("texts", many(Item))] = ()
    """What the customer feels, in words."""
    touchpoints: Annotated[tuple[TouchpointUse, ...], Reads("touchpoints", many(TouchpointUse))] = ()
    """Where customer and company meet."""
    content: Annotated[tuple[ContentUse, ...], Reads("content", many(ContentUse))] = ()
    """What is recommended here."""
    activities: Annotated[tuple[Item, ...], Reads("texts", many(Item))] = ()
    """What we do."""
    pains: Annotated[tuple[Item, ...], Reads("texts", many(Item))] = ()
    """What hurts."""
    gains: Annotated[tuple[Item, ...], Reads("texts", many(Item))] = ()
    """What pleases."""
    opportunities: Annotated[tuple[Opportunity, ...], Reads("opportunities", many(Opportunity))] = ()
    """What could be done better."""
    metrics: Annotated[tuple[MetricUse, ...], Reads("metrics", many(MetricUse))] = ()
    """What is measured."""
    departments: Annotated[tuple[Ref, ...], Reads("departments", listed(ref("departments")))] = ()
    """Who takes part."""
    evidence_shown: Annotated[tuple[Item, ...], Reads("texts", many(Item))] = ()
    """What the customer sees and touches (service blueprint)."""
    frontstage: Annotated[tuple[Item, ...], Reads("texts", many(Item))] = ()
    """What our people do where the customer sees it (service blueprint)."""
    backstage: Annotated[tuple[Item, ...], Reads("texts", many(Item))] = ()
    """What our people do where the customer does not see it (service blueprint)."""
    support: Annotated[tuple[Item, ...], Reads("texts", many(Item))] = ()
    """The systems and partners that carry it (service blueprint)."""
    moment_of_truth: Annotated[Text | bool | None, Reads("true, or a text", read_moment)] = None
    """Whether, and why, everything turns on this."""
    own: Mapping[str, Any] = {}
    """What stands in the handbook's own lanes, by the lane's id."""
    added: Mapping[str, tuple[Any, ...]] = {}
    """What ``field+`` adds to the list of the journey that is extended."""

    @classmethod
    def take(cls, key: Scalar, value: Node, reading: Reading, values: Values) -> bool:
        """Own lanes, and ``thoughts+``."""
        lane = reading.own_lanes.get(key.text.removesuffix("+"))
        if lane is not None and key.text == lane.id:
            values.setdefault("own", {})[key.text] = read_own_lane(lane, value, reading)
            return True
        if lane is not None and lane.id and lane.kind not in ("text", "score"):
            values.setdefault("added", {})[lane.id] = read_own_lane(lane, value, reading)
            return True
        return take_addition(cls, key, value, reading, values)

    @classmethod
    def _unknown(cls, key: Scalar, value: Node, reading: Reading, values: Values, there: Container[str] = ()) -> str | None:
        """A key may be a lane that stands where we could not read it."""
        if key.text.startswith("x-") or reading.lanes_known:
            return super()._unknown(key, value, reading, values, there)
        return None

    @classmethod
    def complete(cls, values: Values, fields: Mapping[str, Node], node: Node, reading: Reading) -> None:
        """A list is replaced or added to, not both."""
        check_additions(values, reading)


def take_addition(cls: type[Declared], key: Scalar, value: Node, reading: Reading, values: Values) -> bool:
    """Read ``field+``, which adds to a list; False when it is no such key."""
    name = cls.names().get(key.text[:-1]) if key.text.endswith("+") else None
    if name is None or cls.model_fields[name].default != () or name in ("stages", "remove"):
        return False
    values.setdefault("added", {})[name] = cls.readers()[name](value, reading, name)
    return True


def check_additions(values: Values, reading: Reading) -> None:
    """Report a list that is both written anew and added to."""
    for name in values.get("added", ()):
        if name in values or name in values.get("own", ()):
            message = f'"{name}" and "{name}+" both stand here'
            place = values["places"].get(f"{name}+", values["origin"])
            reading.report("adds-and-replaces", message, place, "keep the one that is meant")


@takes(EntriesOf(Fields(lambda: Step)))
def read_steps(node: Node, reading: Reading, name: str) -> tuple[Step, ...]:
    """Steps as a mapping from id to step, or a list."""
    return tuple(_named(Step, entry, reading) for entry in stage_entries(node, reading, "step"))


def _named(kind: type[Step], entry: StageEntry, reading: Reading) -> Any:
    given = {"id": entry.id, "origin": entry.place}
    return kind.read(entry.node, reading, **given) or kind.made(given)


class Stage(Step):
    """One stage of a journey: the unit that departments read."""

    noun: ClassVar[str] = "a stage"

    serves: Annotated[str | None, Reads(", ".join(PURPOSES), choice(PURPOSES, "purpose"))] = None
    """What the stage is for, where no model says it."""
    was: Annotated[tuple[str, ...], Reads("old ids", listed(read_id))] = ()
    """Earlier ids, whose addresses lead here."""
    optional: Annotated[bool | None, Reads("true or false", read_flag)] = None
    """Whether it may be skipped."""
    repeatable: Annotated[bool | None, Reads("true or false", read_flag)] = None
    """Whether it may happen again."""
    parallel: Annotated[tuple[Ref, ...], Reads("stages", listed(ref("stages")))] = ()
    """Stages that go on at the same time."""
    any_order: Annotated[tuple[Ref, ...], Reads("stages", listed(ref("stages")))] = ()
    """Stages that may come before or after."""
    after: Annotated[tuple[Ref, ...], Reads("stages", listed(ref("stages")))] = ()
    """Stages that must come first."""
    steps: Annotated[tuple[Step, ...], Reads("steps", read_steps)] = ()
    """A second level."""
    journey: Annotated[tuple[SubJourney, ...], Reads("a journey, or {journey, when}", many(SubJourney))] = ()
    """Journeys that open from here."""
    next: Annotated[tuple[Way, ...] | None, Reads("stages, {to, share, why} or {exit, share, why}", read_ways)] = None
    """Where the customer goes next; left out: the following stage; ``[]``: the journey ends."""

    def all_in(self, lane: str) -> tuple[Any, ...]:
        """What stands in a lane of the stage, then of its steps."""
        return (*getattr(self, lane), *(entry for step in self.steps for entry in getattr(step, lane)))


@takes(EntriesOf(Fields(lambda: Stage)))
def read_stages(node: Node, reading: Reading, name: str) -> tuple[Stage, ...]:
    """Stages as a mapping from id to stage, or a list."""
    return tuple(_named(Stage, entry, reading) for entry in stage_entries(node, reading, "stage"))


def _empty(node: Node | None) -> bool:
    return says_nothing(node) or (isinstance(node, MappingNode) and not node.entries) or (
        isinstance(node, Sequence) and not node.items
    )


class Journey(Thing):
    """The way of one persona, or of several, from a need to what came of it."""

    noun: ClassVar[str] = "a journey"
    required: ClassVar[bool] = True

    persona: Annotated[Ref | None, Reads("a persona's id", ref("personas"))] = None
    """Whose journey it is; with neither persona nor actors it is everyone's."""
    actors: Annotated[tuple[Actor, ...], Reads("personas, or {persona, role, veto}", many(Actor))] = ()
    """A buying group: several who take part, each in a role."""
    model: Annotated[Ref | None, Reads("a model's id", ref("models"))] = None
    """The stage model; without one the stages stand as written."""
    extends: Annotated[Ref | None, Reads("a journey's id", ref("journeys"))] = None
    """Another journey of which this is a variant."""
    remove: Annotated[tuple[Ref, ...], Reads("stages", listed(read_removed))] = ()
    """Stages of the model, or of the extended journey, that fall away."""
    paths: Annotated[tuple[Path, ...], Reads("a mapping from id to {name, share, stages}", read_paths)] = ()
    """Named ways through the stages."""
    state: Annotated[
        Literal["current", "future", "planned", "actual"] | None,
        Reads("current, future, planned or actual", choice(("current", "future", "planned", "actual"), "state")),
    ] = None
    """Whether it is as things are, or as they should become."""
    compare_with: Annotated[Ref | None, Reads("a journey's id", ref("journeys"))] = None
    """The other state of the same journey."""
    replaces: Annotated[tuple[Ref, ...], Reads("journeys' ids", listed(ref("journeys")))] = ()
    """Retired journeys whose readers are led here."""
    scenario: Annotated[Text | None, Reads("Markdown", read_text)] = None
    """The situation it starts from, as Markdown."""
    expectations: Annotated[tuple[Item, ...], Reads("texts", many(Item))] = ()
    """What the customer expects."""
    trigger: Annotated[Text | None, Reads("a text", read_text)] = None
    """What sets it going."""
    outcome: Annotated[Text | None, Reads("a text", read_text)] = None
    """What comes of it."""
    lanes: Annotated[tuple[Lane, ...] | None, Reads("lanes, or blueprint", read_lanes)] = None
    """The rows of this journey's map; left out: the handbook's."""
    departments: Annotated[tuple[Ref, ...], Reads("departments", listed(ref("departments")))] = ()
    """Who takes part in the whole of it."""
    activities: Annotated[tuple[Item, ...], Reads("texts", many(Item))] = ()
    """What we do along the whole of it."""
    pains: Annotated[tuple[Item, ...], Reads("texts", many(Item))] = ()
    """What hurts along the whole of it."""
    gains: Annotated[tuple[Item, ...], Reads("texts", many(Item))] = ()
    """What pleases along the whole of it."""
    opportunities: Annotated[tuple[Opportunity, ...], Reads("opportunities", many(Opportunity))] = ()
    """What could be done better along the whole of it."""
    metrics: Annotated[tuple[MetricUse, ...], Reads("metrics", many(MetricUse))] = ()
    """What is measured along the whole of it."""
    stages: Annotated[tuple[Stage, ...], Reads("a mapping from id to stage, or a list", read_stages)] = ()
    """The stages; the order is the model's, else as written."""
    added: Mapping[str, tuple[Any, ...]] = {}
    """What ``field+`` adds to the lists of the journey that is extended."""

    @classmethod
    def read(cls, node: Node, reading: Reading, **given: Any) -> Self | None:
        """A journey may bring lanes of its own, which its stages fill."""
        lanes = own_lanes(node.get("lanes"), reading) if isinstance(node, MappingNode) else {}
        if lanes:
            reading = replace(reading, own_lanes={**reading.own_lanes, **lanes})
        return super().read(node, reading, **given)

    @classmethod
    def take(cls, key: Scalar, value: Node, reading: Reading, values: Values) -> bool:
        """``pains+`` and the like."""
        return take_addition(cls, key, value, reading, values)

    @classmethod
    def must_name(cls, values: Values) -> bool:
        """A variant takes its title from what it extends."""
        return not values.get("extends")

    @classmethod
    def complete(cls, values: Values, fields: Mapping[str, Node], node: Node, reading: Reading) -> None:
        """Besides what every thing needs: persona and actors exclude each other."""
        named = bool(values.get("name"))
        super().complete(values, fields, node, reading)
        if not named and values.get("extends"):
            del values["name"]
        check_additions(values, reading)
        built_on = any(not says_nothing(fields.get(name)) for name in ("extends", "model"))
        if not built_on and _empty(fields.get("stages")) and reading.file_whole:
            place = fields["stages"].span if "stages" in fields else values["origin"]
            reading.report("no-stages", "a journey has no stages", place, "write stages: and at least one")
        if not says_nothing(fields.get("persona")) and not says_nothing(fields.get("actors")):
            message = "a journey has either a persona or actors, and here are both"
            hint = "write the persona among the actors"
            reading.report("persona-and-actors", message, values["places"]["persona"], hint, severity=Severity.WARNING)

    @property
    def is_plan(self) -> bool:
        """Whether it tells how things should become; nothing in it has happened, so that nothing in it is a result."""
        return self.state in ("future", "planned")

    @property
    def personas(self) -> tuple[Ref, ...]:
        """Everybody whose journey it is, the first before the others."""
        if self.actors:
            return tuple(dict.fromkeys(actor.persona for actor in self.actors if actor.persona))
        return (self.persona,) if self.persona else ()

    def stage(self, identity: str) -> Stage | None:
        """The stage of that id, None when there is none."""
        return next((stage for stage in self.stages if stage.id == identity), None)
