"""The brand's accent is too pale for words on light paper.

Looks at `accent` of the brand in handbook.yml, in which links are shown under the pointer: WCAG 2.2 asks for a contrast
of 4.5 to 1. The site shows a darker one instead, and on dark paper a lighter one. The header needs no such help: words
on `primary` are black or white, whichever is read better.

Why: a colour that was made for a poster may be too pale for letters, and a colour that somebody has chosen is better
than one that was reckoned.

Good::

    # file: handbook.yml
    title: T
    brand: {accent: "#00695c"}

Bad::

    # file: handbook.yml
    title: T
    brand: {accent: "#ffe082"}   # here
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.colours import LIGHT_PAPER, READABLE, colour, contrast, hexadecimal, readable
from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey


def look(survey: Survey) -> Iterator[Found]:
    """An accent in which links cannot be read."""
    brand = survey.atlas.handbook.brand
    if brand is None or brand.accent is None:
        return
    accent = colour(brand.accent)
    reached = contrast(accent, LIGHT_PAPER)
    if reached < READABLE:
        message = f'links in "{brand.accent}" would be hard to read on light paper: {_below(reached)} to 1, where {READABLE:g} is the least'
        near = hexadecimal(readable(accent, LIGHT_PAPER))
        yield Found(brand.place("accent"), message, f'the site shows them in "{near}": write that, or any colour as dark')


def _below(reached: float) -> str:
    """A contrast with one decimal, never rounded up to what would be enough."""
    return f"{int(reached * 10) / 10:g}"


CHECK = Check("accent-hard-to-read", Severity.ADVICE, look)
