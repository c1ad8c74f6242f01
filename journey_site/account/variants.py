"""Variants take over what the journey that they extend says; what changed there is told there alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from journey_site.account.account import Change
from journey_site.atlas.atlas import Atlas


def told_once(changes: Sequence[Change], after: Atlas) -> Iterator[Change]:
    """``changes`` without what a variant only takes over; where it is told stands in which variants it holds, too."""
    at = {(change.kind, change.thing, change.stage): change for change in changes}
    also: dict[tuple[str, str, str], list[str]] = {}
    kept: list[Change] = []
    for change in changes:
        journey = after.journeys.get(change.thing) if change.kind in ("journeys", "stages") else None
        base = str(journey.extends) if journey is not None and journey.extends else ""
        key = change.kind, base, change.stage
        told = at.get(key) if base else None
        if told is None or not change.rows:
            kept.append(change)
            continue
        inherited = {row.key for row in told.rows}
        rows = tuple(row for row in change.rows if row.key not in inherited)
        if len(rows) < len(change.rows):
            also.setdefault(key, []).append(change.of or change.name)
        kept.append(replace(change, rows=rows))
    for change in kept:
        yield replace(change, also_in=tuple(also.get((change.kind, change.thing, change.stage), ())))
