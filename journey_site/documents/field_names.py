"""Every name that may stand before a colon in a handbook: to know a field whose colon is missing."""

from __future__ import annotations

from functools import cache

from journey_site.documents.handbook import TABLES
from journey_site.documents.lanes import KNOWN_LANES
from journey_site.documents.reference import KINDS


@cache
def field_names() -> frozenset[str]:
    """The fields of every kind of thing, with both names where two mean the same."""
    return frozenset({*TABLES, *KNOWN_LANES, *(key for kind, _ in KINDS.values() for key in kind.names())})
