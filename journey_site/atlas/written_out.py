"""Journeys as an earlier run wrote them out, for whoever links one handbook again and again."""

from __future__ import annotations

from collections.abc import Callable

from journey_site.documents.journeys import Journey
from journey_site.documents.models import Model

_MadeOf = tuple[Journey | Model | None, ...]


class WrittenOut:
    """Hands out the same journey again where it would be made of the very same things."""

    def __init__(self) -> None:
        self._before: dict[tuple[str, str], tuple[_MadeOf, object, Journey]] = {}
        self._now: dict[tuple[str, str], tuple[_MadeOf, object, Journey]] = {}

    def begin(self) -> None:
        """Begin another run: what the last one did not ask for is forgotten."""
        self._before, self._now = self._now, {}

    def again(self, step: str, made_of: _MadeOf, settings: object, make: Callable[[], Journey]) -> Journey:
        """What ``make`` makes of the first of ``made_of`` and the others at one ``step``, given equal ``settings``."""
        first = made_of[0]
        key = (step, first.id if first is not None and first.id else "")
        kept = self._before.get(key)
        if kept is None or not (_are_the_same(kept[0], made_of) and kept[1] == settings):
            # What it is made of is kept with it: no other object can then take its place in memory.
            kept = made_of, settings, make()
        self._now[key] = kept
        return kept[2]


def _are_the_same(mine: _MadeOf, theirs: _MadeOf) -> bool:
    return len(mine) == len(theirs) and all(one is other for one, other in zip(mine, theirs, strict=True))
