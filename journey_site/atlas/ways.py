"""Where customers go from each stage, with what is left unsaid filled in and nothing guessed."""

from __future__ import annotations

from journey_site.atlas.atlas import Atlas
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.values import Ref
from journey_site.documents.ways import Way

ROUNDED = 0.0015
"""How far shares may be from 100 % and still mean all: three thirds are written as 33.3 %."""


def order_of(journey: Journey, atlas: Atlas) -> str:
    """How the stages follow each other: ``linear``, ``cyclic``, ``network`` or ``none``."""
    model = atlas.models.get(journey.model) if journey.model else None
    return model.order if model and isinstance(model.order, str) else "linear"


def ways_out(journey: Journey, stage: Stage, atlas: Atlas) -> tuple[Way, ...]:
    """The ways out of ``stage``: as written, else on to the following one where the order has one."""
    if stage.next is not None:
        return stage.next
    order = order_of(journey, atlas)
    ids = [each.id for each in journey.stages]
    at = ids.index(stage.id)
    if order in ("network", "none"):
        return ()
    if at + 1 < len(ids):
        return (Way(to=Ref(ids[at + 1], "stages")),)
    if order == "cyclic" and len(ids) > 1:
        return (Way(to=Ref(ids[0], "stages")),)
    return ()


def unknown_share(ways: tuple[Way, ...]) -> float | None:
    """The part that the stated shares leave open; None when no share is stated or nothing is left."""
    stated = [way.share for way in ways if way.share is not None]
    if not stated:
        return None
    rest = 1 - sum(stated)
    return rest if rest > ROUNDED else None
