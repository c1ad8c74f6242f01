"""What only follows from another change is told with that one: in variants, and in stages of a journey that was renamed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from journey_site.account.account import Change
from journey_site.atlas.atlas import Atlas

_Key = tuple[str, str, str]


def told_once(changes: Sequence[Change], after: Atlas) -> tuple[Change, ...]:
    """``changes`` without those that follow from others; what breaks by them stands with the one to be mended."""
    return _without_stages(_without_variants(changes, after))


def _without_variants(changes: Sequence[Change], after: Atlas) -> list[Change]:
    """Variants take over what the journey that they extend says: what changed there is told there alone."""
    at = {_key(change): change for change in changes}
    follow: dict[_Key, list[Change]] = {}
    kept: list[Change] = []
    for change in changes:
        journey = after.journeys.get(change.thing) if change.kind in ("journeys", "stages") else None
        base = str(journey.extends) if journey is not None and journey.extends else ""
        key = change.kind, base, change.stage
        told = at.get(key) if base else None
        if told is None:
            kept.append(change)
            continue
        inherited = {row.key for row in told.rows}
        rows = tuple(row for row in change.rows if row.key not in inherited)
        same = change.kind == "stages" and (change.sort, change.was, change.emptied) == (told.sort, told.was, told.emptied)
        if same and change.sort in ("added", "removed", "renamed") and not rows:
            follow.setdefault(key, []).append(change)
            continue
        if len(rows) < len(change.rows):
            follow.setdefault(key, []).append(replace(change, lost=()))
        kept.append(replace(change, rows=rows))
    # A variant may itself be extended: what follows from it goes along.
    return [_with(change, follow) for change in kept]


def _with(change: Change, follow: dict[_Key, list[Change]]) -> Change:
    found = _all(change, follow)
    if not found:
        return change
    lost = tuple(dict.fromkeys((*change.lost, *(each for other in found for each in other.lost))))
    return replace(change, also_in=tuple(dict.fromkeys(other.of or other.name for other in found)), lost=lost)


def _all(change: Change, follow: dict[_Key, list[Change]]) -> list[Change]:
    direct = follow.get(_key(change), [])
    return [each for other in direct for each in (other, *_all(other, follow))]


def _without_stages(changes: Sequence[Change]) -> tuple[Change, ...]:
    """A journey that has another id takes the addresses of its stages along: they break and are mended with its own."""
    renamed = {change.thing for change in changes if change.kind == "journeys" and change.sort == "renamed"}
    lost = {thing: [each for change in changes if change.thing == thing and _only_breaks(change) for each in change.lost] for thing in renamed}
    kept = [change for change in changes if not (change.thing in renamed and _only_breaks(change))]
    return tuple(
        replace(change, lost=(*change.lost, *lost[change.thing])) if change.kind == "journeys" and change.thing in renamed else change
        for change in kept
    )


def _only_breaks(change: Change) -> bool:
    """Whether a stage says what it said, and has lost its address all the same."""
    return change.kind == "stages" and change.sort == "changed" and bool(change.lost) and not change.rows


def _key(change: Change) -> _Key:
    return change.kind, change.thing, change.stage
