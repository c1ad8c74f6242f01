"""A word about an edition that shows no journey, no persona, or nothing at all: most likely nobody meant that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from journey_site.atlas.atlas import Atlas

_PEOPLE = {"journeys": "journey", "personas": "persona"}


def little_shown(everything: Atlas, shown: Atlas, audience: str, pages: Collection[str]) -> str:
    """What to say of the edition ``shown`` for ``audience``; nothing where it shows journeys and personas, or there are none.

    ``pages`` are the hand-written pages that it has besides the start.
    """
    handbook = everything.handbook
    lost = [kind for kind in _PEOPLE if not shown.table(kind) and any(thing.publish != "draft" for thing in everything.table(kind).values())]
    if not lost:
        return ""
    counted = Counter(kind for kind, thing in shown.things() if thing.origin.file)
    seen = [f"{kind} ({number:,})" for kind, number in counted.items()]
    if pages:
        seen.append(f"pages of your own ({len(pages):,})")
    none = " and ".join(f"no {_PEOPLE[kind]}" for kind in lost) if seen else "nothing but its start page"
    what = f"; it has {', '.join(seen)}" if seen else ""
    closed = handbook.default_audience is not None and handbook.default_audience not in handbook.audiences[handbook.audiences.index(audience) :]
    place = handbook.place("default_audience" if closed else "audiences")
    why = (
        f"default_audience leaves out whatever does not say audience: {audience}, so write that where it should be shown, or change default_audience"
        if closed
        else f"all of that kind say that they are for others, so write audience: {audience} where it should be shown"
    )
    return f'{place}: the edition for "{audience}" shows {none}{what} ({why}; journey-site editions --audience {audience} lists what is left out)'
