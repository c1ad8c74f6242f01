"""Backlinks: where each thing of the atlas is used, gathered in one pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from journey_site.atlas.atlas import Atlas
from journey_site.documents.declared import Declared
from journey_site.documents.items import Common, ContentUse, MetricUse, Opportunity, TouchpointUse
from journey_site.documents.journeys import Journey, Stage, Step
from journey_site.documents.things import Touchpoint
from journey_site.documents.walk import nested, parts, within


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a journey: the whole of it, a stage, or a step in a stage."""

    journey: Journey
    stage: Stage | None = None
    step: Step | None = None


@dataclass(frozen=True, slots=True)
class Use:
    """Something at a place: a use of a touchpoint, a pain, an opportunity, whatever mentions a thing."""

    place: Place
    entry: Common


@dataclass
class Uses:
    """For every thing: where it occurs."""

    touchpoints: dict[str, list[Use]] = field(default_factory=lambda: defaultdict(list))
    content: dict[str, list[Use]] = field(default_factory=lambda: defaultdict(list))
    metrics: dict[str, list[Use]] = field(default_factory=lambda: defaultdict(list))
    evidence: dict[str, list[Use]] = field(default_factory=lambda: defaultdict(list))
    journeys_of: dict[str, list[Journey]] = field(default_factory=lambda: defaultdict(list))
    """By persona id; those of nobody under the empty string."""
    opened_from: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    """By journey id: the stages from which it opens."""
    owned_stages: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    """By department id: stages it owns, or owns the journey of."""
    shared_stages: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    """By department id: stages where it takes part."""
    owned_entries: dict[str, list[Use]] = field(default_factory=lambda: defaultdict(list))
    """By department id: items and uses that it owns."""
    measured_at: dict[str, list[Touchpoint]] = field(default_factory=lambda: defaultdict(list))
    """By metric id: the shared touchpoints that it measures wherever they are met."""
    pains: list[Use] = field(default_factory=list)
    opportunities: list[Use] = field(default_factory=list)
    inline_content: list[Use] = field(default_factory=list)
    inline_touchpoints: list[Use] = field(default_factory=list)
    inline_metrics: list[Use] = field(default_factory=list)


def gather_uses(atlas: Atlas) -> Uses:
    """Walk every journey once and note what is used where."""
    uses = Uses()
    for journey in atlas.journeys.values():
        if journey.publish == "retired":
            continue
        for persona in journey.personas or ("",):
            uses.journeys_of[persona].append(journey)
        _of_place(uses, Place(journey), journey)
        for stage in journey.stages:
            place = Place(journey, stage)
            _of_stage(uses, place, stage)
            for step in stage.steps:
                _of_place(uses, Place(journey, stage, step), step)
    for touchpoint in atlas.touchpoints.values():
        for measure in touchpoint.metrics if touchpoint.publish != "retired" else ():
            if measure.metric:
                uses.measured_at[measure.metric].append(touchpoint)
    return uses


def _of_stage(uses: Uses, place: Place, stage: Stage) -> None:
    owner = stage.owner or place.journey.owner
    if owner and owner.department:
        uses.owned_stages[owner.department].append(place)
    for department in dict.fromkeys((*stage.departments, *place.journey.departments)):
        if not (owner and owner.department == department):
            uses.shared_stages[department].append(place)
    for opened in stage.journey:
        if opened.journey:
            uses.opened_from[opened.journey].append(place)
    _of_place(uses, place, stage)


def _of_place(uses: Uses, place: Place, holder: Journey | Step) -> None:
    for entry in _entries(holder):
        use = Use(place, entry)
        if isinstance(entry, TouchpointUse):
            (uses.touchpoints[entry.touchpoint] if entry.touchpoint else uses.inline_touchpoints).append(use)
        elif isinstance(entry, ContentUse):
            (uses.content[entry.content] if entry.content else uses.inline_content).append(use)
        elif isinstance(entry, MetricUse):
            (uses.metrics[entry.metric] if entry.metric else uses.inline_metrics).append(use)
        elif isinstance(entry, Opportunity):
            uses.opportunities.append(use)
        if entry.owner and entry.owner.department and not isinstance(entry, Step | Journey):
            uses.owned_entries[entry.owner.department].append(use)
        for source in entry.evidence:
            uses.evidence[source].append(use)
    for pain in holder.pains:
        uses.pains.append(Use(place, pain))


def _entries(holder: Journey | Step) -> Iterator[Common]:
    """``holder`` itself and all that stands in it, but for stages and steps, which are places of their own."""
    yield holder
    for name, value in parts(holder):
        if name in ("stages", "steps"):
            continue
        for entry in nested(value):
            if isinstance(entry, Declared):
                yield from (part for part in within(entry) if isinstance(part, Common))
