"""How a journey feels along the way: known values by stage, and where it is worst."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.documents.journeys import Journey, Stage, Step


@dataclass(frozen=True, slots=True)
class Moment:
    """A stage, or a step in it, with the value it has."""

    stage: Stage
    value: float
    step: Step | None = None


def value_of(step: Step, actor: str | None = None) -> float | None:
    """How ``step`` feels to ``actor``, or to whoever it is for; None is unknown."""
    emotion = step.emotion
    if emotion is None:
        return None
    if actor is not None:
        return emotion.by_actor.get(actor, emotion.value)
    return emotion.typical


def moments(journey: Journey, actor: str | None = None) -> list[Moment]:
    """Every known value along the journey; where a stage has none, those of its steps stand in."""
    found: list[Moment] = []
    for stage in journey.stages:
        value = value_of(stage, actor)
        if value is not None:
            found.append(Moment(stage, value))
            continue
        for step in stage.steps:
            of_step = value_of(step, actor)
            if of_step is not None:
                found.append(Moment(stage, of_step, step))
    return found


def lowest_in(journey: Journey, stage: Stage, actor: str | None = None) -> float | None:
    """One value for ``stage``: its own, else the lowest of its steps; None is unknown."""
    return min((moment.value for moment in moments(journey, actor) if moment.stage is stage), default=None)


def worst_moment(journey: Journey) -> Moment | None:
    """The lowest known value along the journey, over all actors; None when nothing is known."""
    everybody = [moment for actor in (None, *journey.personas) for moment in moments(journey, actor)]
    return min(everybody, key=lambda moment: moment.value, default=None)
