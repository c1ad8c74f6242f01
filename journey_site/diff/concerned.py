"""Who answers for what changed: the owners and departments that are named on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journey_site.atlas.differences import Altered, Difference
from journey_site.documents.declared import Declared
from journey_site.documents.journeys import Stage
from journey_site.documents.values import Owner, Ref
from journey_site.documents.walk import within


def owners_on(*sides: object) -> Iterator[Owner]:
    """The owners that are named on the things themselves, and the departments that take part in them."""
    for side in sides:
        owner = getattr(side, "owner", None)
        if isinstance(owner, Owner):
            yield owner
        yield from (Owner(each) for each in getattr(side, "departments", ()))


def owners_within(thing: Declared) -> Iterator[Owner]:
    """The owners that are named on a thing, or on anything in it."""
    yield from owners_on(*within(thing))


def owners_of_differences(found: Iterable[Difference]) -> Iterator[Owner]:
    """The owners that are named on what differs, before and after."""
    for each in found:
        for side in (each.before, each.after):
            if isinstance(side, Owner):
                yield side
            elif isinstance(side, Ref) and side.kind == "departments":
                yield Owner(side)
            elif isinstance(side, Declared) and isinstance(each, Altered):
                yield from owners_on(side)
            elif isinstance(side, Declared) and not isinstance(side, Stage):
                yield from owners_within(side)
        if isinstance(each, Altered):
            yield from owners_of_differences(each.within)
