"""Two whole atlases side by side: every thing that was added, removed, renamed or says something otherwise.

What two atlases say alike is no change, wherever it is written, in whichever order of files.
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.atlas.atlas import KINDS_IN_ORDER, Atlas
from journey_site.atlas.differences import differences, merged_order
from journey_site.diff.changes import ThingAdded, ThingChange, ThingChanged, ThingRemoved
from journey_site.diff.renames import Renames, renames, with_new_ids
from journey_site.documents.models import Model


def compare(before: Atlas, after: Atlas, found: Renames | None = None, earlier: Atlas | None = None) -> tuple[ThingChange, ...]:
    """What ``after`` says otherwise than ``before``, kind by kind and in the order of its lists.

    The order of the lists themselves, the ids under ``was`` and the models that come with the product are no
    part of it. Both must be of one edition: what only one of them leaves out would be told as removed. ``found``
    is what is known to have another id; left out, what names its old one under ``was``. ``earlier`` is ``before`` with
    those ids, where somebody has made it already.
    """
    found = renames(before, after) if found is None else found
    new_ids = {(kind, identity) for (kind, _), identity in found.things.items()}
    before = with_new_ids(before, found) if earlier is None else earlier
    return tuple(change for kind in KINDS_IN_ORDER for change in _of_kind(kind, before, after, new_ids))


def _of_kind(kind: str, before: Atlas, after: Atlas, new_ids: set[tuple[str, str]]) -> Iterator[ThingChange]:
    old, new = before.table(kind), after.table(kind)
    for identity in merged_order(list(old), list(new)):
        one, other = old.get(identity), new.get(identity)
        if any(isinstance(thing, Model) and thing.built_in for thing in (one, other)):
            continue
        if one is None:
            yield ThingAdded(kind, None, other)
        elif other is None:
            yield ThingRemoved(kind, one, None)
        elif (one is not other and one != other) or (kind, identity) in new_ids:
            within = tuple(each for each in differences(one, other) if each.field != "was")
            if within or (kind, identity) in new_ids:
                yield ThingChanged(kind, one, other, within, has_new_id=(kind, identity) in new_ids)
