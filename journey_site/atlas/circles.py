"""Journeys that open each other in a circle: nobody would ever come to the innermost one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from journey_site.documents.journeys import Journey
from journey_site.documents.values import Ref
from journey_site.problems import Problem, Related

_NAMED = 8
"""How many journeys of a circle a sentence names; a longer one is told by its first and last, and in full by its places."""
_MOST_PLACES = 50


@dataclass(frozen=True, slots=True)
class _Opening:
    """A journey that opens from a stage of another."""

    journey: str
    stage: str
    ref: Ref


def journey_circles(journeys: Mapping[str, Journey]) -> Iterator[Problem]:
    """A problem at each reference that closes a circle, all of them in one walk through ``journeys``.

    Once those references are gone no circle is left. The walk takes each reference once, however many
    journeys there are, and needs no recursion.
    """
    openings = {identity: _openings(journey) for identity, journey in journeys.items()}
    done: set[str] = set()
    for first in journeys:
        if first in done:
            continue
        depth = {first: 0}
        """The journeys that lead to where the walk is, each with its place among them."""
        way: list[_Opening] = []
        """How the walk came from each of them to the next."""
        ahead = [iter(openings[first])]
        while ahead:
            opening = next(ahead[-1], None)
            if opening is None:
                ahead.pop()
                done.add(depth.popitem()[0])
                if way:
                    way.pop()
            elif (opened := str(opening.ref)) in depth:
                yield _circle([*way[depth[opened] :], opening])
            elif opened in openings and opened not in done:
                way.append(opening)
                depth[opened] = len(depth)
                ahead.append(iter(openings[opened]))


def _openings(journey: Journey) -> list[_Opening]:
    return [
        _Opening(journey.id, stage.id, sub.journey)
        for stage in journey.stages
        for sub in stage.journey
        if sub.journey is not None
    ]


def _circle(openings: Sequence[_Opening]) -> Problem:
    closing = openings[-1]
    told = openings if len(openings) <= _NAMED else openings[: _NAMED - 2]
    named = [f"{opening.journey} (stage {opening.stage})" for opening in told]
    if told is not openings:
        named += [f"{len(openings) - len(told) - 1} more", f"{closing.journey} (stage {closing.stage})"]
    way = " → ".join([*named, str(closing.ref)])
    if len(openings) == 1:
        message = f"this journey opens itself: {way}"
    else:
        message = f"these journeys open each other in a circle: {way}"
    related = tuple(
        Related(opening.ref.origin, f"{opening.journey} opens {opening.ref} here")
        for opening in openings[: min(len(openings) - 1, _MOST_PLACES)]
    )
    return Problem("journey-circle", message, closing.ref.origin, hint="leave out the line journey: in one of these stages", related=related)
