"""The paper that a poster is printed on: its sizes, and on which of them one sheet holds a map that can be read."""

from __future__ import annotations

import re

from journey_site.site.views.map.paper import READABLE

PAPERS = {"A3": (420, 297), "A2": (594, 420), "A1": (841, 594), "A0": (1189, 841)}
"""Width and height of each in millimetres, lying on its longer side."""
USUAL = "A3"
_WHOLE = re.compile(r'data-journey-map data-journey-whole="([\d.]+)"')
"""What the page of a journey says of itself: the size at which one A3 sheet would hold its map."""


def scale_of(paper: str) -> float:
    """How much larger than on A3 everything is on ``paper``."""
    return PAPERS[paper][0] / PAPERS[USUAL][0]


def whole_on(page: str, paper: str) -> float:
    """The size at which one sheet of ``paper`` holds the map of ``page``; 0 where nobody could read that, or the page says nothing of it."""
    found = _WHOLE.search(page)
    size = float(found[1]) * scale_of(paper) if found else 0.0
    return size if size >= READABLE else 0.0


def one_sheet(page: str, paper: str) -> str:
    """The smallest larger paper than ``paper`` of which one sheet holds the map; empty where ``paper`` does, or none is large enough."""
    if whole_on(page, paper):
        return ""
    return next((name for name in PAPERS if scale_of(name) > scale_of(paper) and whole_on(page, name)), "")
