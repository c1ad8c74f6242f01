"""What a persona finds to read, watch or use in a stage, and the stages in which there is nothing: those are work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from journey_site.atlas.mood import lowest_in
from journey_site.documents.items import ContentUse
from journey_site.documents.journeys import Journey, Stage
from journey_site.rules.questions.stages import content_there
from journey_site.site.views.overview.fields import current_stages
from journey_site.site.views.recalled import recalled
from journey_site.site.voice import Voice

Standing = list[tuple[ContentUse, bool]]
"""Content with whether a customer can have it today."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A stage in which somebody finds nothing."""

    journey: Journey
    stage: Stage
    people: tuple[str, ...]
    """Ids of the personas; none: it is everybody's journey."""
    value: float | None
    """How the stage feels to whom it feels worst; None is unknown."""
    listed: tuple[ContentUse, ...]
    """What is written there and is planned, missing, outdated or retired."""

    @property
    def moment_of_truth(self) -> bool:
        """Whether everything turns on this stage, or on a step in it."""
        return any(place.moment_of_truth for place in (self.stage, *self.stage.steps))


def concerns(persona: str, stage: Stage) -> bool:
    """Whether ``stage`` is one of ``persona``; what names nobody is everybody's, and nobody's journey too."""
    return not persona or not stage.actor or persona in stage.actor


def content_for(persona: str, stage: Stage, voice: Voice) -> Standing:
    """The content of ``stage`` and its steps for ``persona`` (empty: for anybody), each with whether it is there.

    What is planned, missing, outdated or retired is not there: as the rule ``content-beyond-decision`` has it.
    """
    there = {id(use) for use in content_there(stage, voice.atlas)}
    return [
        (use, id(use) in there)
        for place in (stage, *stage.steps)
        for use in place.content
        if not persona or persona in (use.actor or (place.actor if place is not stage else ()) or (persona,))
    ]


@recalled
def gaps_of(voice: Voice) -> tuple[Gap, ...]:
    """Every stage, as things are today, in which a persona finds nothing: moments of truth first, then what feels worst."""
    found = [gap for journey in voice.atlas.journeys.values() for gap in _in_journey(journey, voice)]
    return tuple(sorted(found, key=_worst_first))


def _worst_first(gap: Gap) -> tuple[bool, bool, float]:
    return not gap.moment_of_truth, gap.value is None, gap.value or 0.0


def _in_journey(journey: Journey, voice: Voice) -> Iterator[Gap]:
    if journey.publish == "retired" or journey.is_plan:
        return
    people = people_now(journey.personas, voice)
    if journey.personas and not people:
        return
    for stage in journey.stages:
        lacking = [
            persona
            for persona in people or ("",)
            if concerns(persona, stage) and not any(there for _, there in content_for(persona, stage, voice))
        ]
        if lacking:
            felt = [value for persona in lacking if (value := lowest_in(journey, stage, persona or None)) is not None]
            listed = {id(use): use for persona in lacking for use, _ in content_for(persona, stage, voice)}
            yield Gap(
                journey, stage, tuple(persona for persona in lacking if persona), min(felt, default=None), tuple(listed.values())
            )


def people_now(ids: Iterable[str], voice: Voice) -> tuple[str, ...]:
    """Those of ``ids`` that are personas and not retired."""
    people = voice.atlas.personas
    return tuple(identity for identity in ids if identity in people and people[identity].publish != "retired")


def stages_of(persona: str, voice: Voice) -> list[tuple[Journey, Stage]]:
    """The stages, as things are today, that concern ``persona``."""
    return [(journey, stage) for journey, stage in current_stages(persona, voice) if concerns(persona, stage)]
