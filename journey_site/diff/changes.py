"""What may be otherwise between two atlases: one class for each way in which a thing changes.

What differs within a thing is told by the values of ``atlas/differences.py``, which know both places.
"""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.atlas.differences import Difference
from journey_site.documents.things import Thing


@dataclass(frozen=True, slots=True)
class ThingChange:
    """A thing that is otherwise in the later atlas."""

    kind: str
    """Its table: ``personas``, ``journeys``, …"""
    before: Thing | None
    after: Thing | None

    @property
    def thing(self) -> Thing:
        """The thing as it stands later, else as it stood."""
        found = self.after or self.before
        assert found is not None  # one of both is there
        return found


@dataclass(frozen=True, slots=True)
class ThingAdded(ThingChange):
    """It stands only in the later one."""


@dataclass(frozen=True, slots=True)
class ThingRemoved(ThingChange):
    """It stands only in the earlier one."""


@dataclass(frozen=True, slots=True)
class ThingChanged(ThingChange):
    """It stands in both and says something otherwise, or has another id."""

    within: tuple[Difference, ...] = ()
    """What it says otherwise; stages of a journey are among it."""
    has_new_id: bool = False
    """Whether it had another id before, which it names under ``was``."""

    @property
    def retired(self) -> bool | None:
        """Whether it has left the lists (True), has come back to them (False), or neither (None)."""
        states = [thing is not None and thing.publish == "retired" for thing in (self.before, self.after)]
        return states[1] if states[0] != states[1] else None
