"""What rules ask of stages: what they serve, and what stands in them and in their steps."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from journey_site.atlas.atlas import Atlas
from journey_site.documents.items import ContentUse, TouchpointUse
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.things import Content, Touchpoint
from journey_site.sentence import N_, Sentence

NAMED = 5
"""How many names a sentence holds; the others are counted."""

AFTER_PURCHASE = ("use", "recommend")
NOT_THERE = ("planned", "missing", "outdated")
"""States of content that a customer cannot be met with today."""

SAY_WHAT_IT_SERVES = Sentence(N_("Write serves: on each stage, or choose a model that says it"))
NOTHING_SERVES = Sentence(N_("No stage says what it serves"))


def serving(journey: Journey, *purposes: str) -> tuple[Stage, ...]:
    """The stages that serve any of ``purposes``."""
    return tuple(stage for stage in journey.stages if stage.serves in purposes)


def says_what_it_serves(journey: Journey) -> bool:
    """Whether any stage says what it is for."""
    return any(stage.serves for stage in journey.stages)


def content_there(stage: Stage, atlas: Atlas) -> Iterator[ContentUse]:
    """The content of ``stage`` that a customer can have today: all of which nothing else is said."""
    for use in stage.all_in("content"):
        shared = shared_content(use, atlas)
        status = use.status or (shared.status if shared else None)
        if status not in NOT_THERE and not (shared and shared.publish == "retired"):
            yield use


def shared_content(use: ContentUse, atlas: Atlas) -> Content | None:
    """The shared piece that ``use`` points to, None for one of its own."""
    return atlas.content.get(use.content) if use.content else None


def helps(use: ContentUse, atlas: Atlas) -> str | None:
    """What a piece of content is said to help with; None where nobody says it."""
    shared = shared_content(use, atlas)
    return use.helps or (shared.helps if shared else None)


def helping(journey: Journey, purposes: Collection[str], atlas: Atlas) -> tuple[Stage, ...]:
    """The stages with content that is there and says that it helps with one of ``purposes``."""
    return tuple(
        stage for stage in journey.stages if any(helps(use, atlas) in purposes for use in content_there(stage, atlas))
    )


def shared_touchpoint(use: TouchpointUse, atlas: Atlas) -> Touchpoint | None:
    """The shared touchpoint that ``use`` points to, None for one that is used here alone."""
    return atlas.touchpoints.get(use.touchpoint) if use.touchpoint else None


def in_order(journey: Journey, stages: Iterable[Stage]) -> tuple[Stage, ...]:
    """``stages`` each once, in the journey's order."""
    wanted = {stage.id for stage in stages}
    return tuple(stage for stage in journey.stages if stage.id in wanted)


def others(journey: Journey, stages: Iterable[Stage]) -> tuple[Stage, ...]:
    """The stages of ``journey`` that are not among ``stages``."""
    left_out = {stage.id for stage in stages}
    return tuple(stage for stage in journey.stages if stage.id not in left_out)


def names(things: Iterable[object]) -> tuple[object, ...]:
    """``things`` to be told by name: the first few, then how many more there are."""
    every = tuple(things)
    if len(every) <= NAMED + 1:
        return every
    return (*every[:NAMED], Sentence(N_("%(num)s more"), number=len(every) - NAMED))
