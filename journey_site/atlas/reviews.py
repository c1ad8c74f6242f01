"""When things were last checked, and when they should be again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from journey_site.atlas.atlas import Atlas
from journey_site.documents.durations import SECONDS
from journey_site.documents.things import Thing


@dataclass(frozen=True, slots=True)
class Review:
    """The state of a thing's review."""

    reviewed: date | None
    by: str
    due: date | None
    """When the next is due, None when nothing says how often."""
    overdue_days: int = 0
    """How many days it is late; 0 when it is not."""

    @property
    def overdue(self) -> bool:
        """Whether it is late."""
        return self.overdue_days > 0


def review_of(thing: Thing, atlas: Atlas) -> Review:
    """The review of ``thing``, by its own rhythm or the handbook's."""
    every = thing.review_every or atlas.handbook.review_every
    due = None
    if thing.reviewed and every and every.high:
        days = int(every.high.seconds / SECONDS["day"])
        due = date.fromordinal(min(thing.reviewed.toordinal() + days, date.max.toordinal()))
    late = (atlas.today - due).days if due else 0
    return Review(thing.reviewed, thing.reviewed_by or "", due, max(0, late))
