"""Journeys that are two states of one: as it is and as it should become, as planned and as it turned out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journey_site.atlas.atlas import Atlas
from journey_site.documents.journeys import Journey

_IN_TIME = {"current": 0.0, "planned": 1.0, None: 1.5, "actual": 2.0, "future": 3.0}
"""Which state comes first; one that states none stands between those that are the start and those that are the end."""


@dataclass(frozen=True, slots=True)
class StatePair:
    """Two states of one journey, which share one page."""

    before: Journey
    after: Journey
    at: str
    """The id of the journey at whose address the two are compared: the earlier one, unless that is taken."""


def state_pairs(atlas: Atlas) -> tuple[StatePair, ...]:
    """Every two journeys of which one names the other under ``compare_with``, each two once.

    A journey that names another keeps the address for that pair. Several may name the same one: the first of
    them shares its address, if it names none itself, and the others have their own.
    """
    found = dict(_named(atlas))
    pairs: list[StatePair] = []
    taken: set[str] = set()
    for both, (before, after) in found.items():
        own = {before.id, before.compare_with} if before.compare_with in atlas.journeys else both
        free = own in (both, {before.id})
        at = before.id if free and before.id not in taken else after.id
        taken.add(at)
        pairs.append(StatePair(before, after, at))
    return tuple(pairs)


def _named(atlas: Atlas) -> Iterator[tuple[frozenset[str], tuple[Journey, Journey]]]:
    """The pairs in the order of the journeys' list; where both name each other, the later mention says the same."""
    for journey in atlas.journeys.values():
        other = atlas.journeys.get(journey.compare_with) if journey.compare_with else None
        if other is not None and other is not journey:
            yield frozenset((journey.id, other.id)), _in_time(journey, other)


def _in_time(journey: Journey, other: Journey) -> tuple[Journey, Journey]:
    """The earlier state first; where nothing tells, the one that is named, or the one whose id comes first."""
    mine, theirs = _IN_TIME[journey.state], _IN_TIME[other.state]
    if mine != theirs:
        return (journey, other) if mine < theirs else (other, journey)
    if other.compare_with != journey.id:
        return other, journey
    return (journey, other) if journey.id < other.id else (other, journey)
