"""Where customers can go from each stage: what the checks of the flow walk along."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journey_site.atlas.atlas import Atlas
from journey_site.atlas.ways import order_of, ways_out
from journey_site.documents.journeys import Journey
from journey_site.documents.ways import Way


def in_order(journey: Journey, atlas: Atlas, *orders: str) -> bool:
    """Whether the stages follow each other in one of ``orders``, which are ``linear`` and ``cyclic`` unless named."""
    return order_of(journey, atlas) in (orders or ("linear", "cyclic"))


def leads_on(journey: Journey) -> bool:
    """Whether any stage says where customers go: else each leads to the following one, and there is nothing to look for."""
    return any(stage.next is not None for stage in journey.stages)


def ways_of(journey: Journey, atlas: Atlas) -> dict[str, Sequence[Way]]:
    """The ways out of each stage, by its id."""
    return {stage.id: ways_out(journey, stage, atlas) for stage in journey.stages}


def reached_from(starts: set[str], ways: Mapping[str, Sequence[str]]) -> set[str]:
    """The stages that are come to from ``starts``, with these, by the stages that each leads to."""
    found, ahead = set(starts), list(starts)
    while ahead:
        for to in ways.get(ahead.pop(), ()):
            if to not in found:
                found.add(to)
                ahead.append(to)
    return found
