"""Ways out of a stage that add up to too much, and old ids that are still in use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journey_site.atlas.atlas import SCHEME_KINDS, Atlas
from journey_site.documents.journeys import Journey
from journey_site.documents.reading import quoted
from journey_site.problems import Problem, Span


def check_shares(journey: Journey) -> Iterator[Problem]:
    """Ways out of a stage that more than everybody would take; looked for where they are written."""
    for stage in journey.stages:
        total = sum(way.share for way in stage.next or () if way.share is not None)
        if total > 1.0001:
            message = f"the ways out of {quoted(stage.id)} add up to {total * 100:.4g} %, more than everybody"
            yield Problem("shares-above-100", message, stage.place("next"), hint="lower one of the shares")


def check_old_ids(atlas: Atlas) -> Iterator[Problem]:
    """Old addresses that are still, or twice, in use: they can lead to one page only."""
    for kind in SCHEME_KINDS.values():
        yield from _old_ids(atlas.table(kind), atlas.table(kind).values())
    for model in atlas.models.values():
        yield from _old_ids({stage.id: stage for stage in model.stages}, model.stages)
    for journey in atlas.journeys.values():
        yield from _old_ids({stage.id: stage for stage in journey.stages}, journey.stages)


def _old_ids(table: object, things: Iterable[object]) -> Iterator[Problem]:
    taken: dict[str, str] = {}
    for thing in things:
        for old in getattr(thing, "was", ()):
            place: Span = thing.place("was")  # type: ignore[attr-defined]
            if old in table:  # type: ignore[operator]
                yield Problem("old-id-in-use", f"{quoted(old)} is an old id here, and still in use", place, hint="leave it out")
            elif old in taken:
                message = f"{quoted(old)} is an old id here and of {quoted(taken[old])}"
                yield Problem("old-id-in-use", message, place, hint="an address can lead to one of them only")
            else:
                taken[old] = thing.id  # type: ignore[attr-defined]

