"""Colours, and how well words in one are read on another, as WCAG 2.2 reckons it."""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls

Colour = tuple[int, int, int]
"""Red, green and blue, each from 0 to 255."""

READABLE = 4.5
"""The contrast that WCAG 2.2 AA asks of text."""
WHITE: Colour = (255, 255, 255)
BLACK: Colour = (0, 0, 0)
LIGHT_PAPER: Colour = (238, 240, 242)
"""The darkest of the light grounds on which the site puts links."""
DARK_PAPER: Colour = (44, 49, 60)
"""The lightest of those in the dark scheme."""
_STEPS = 50
_SEEN = 0.1
"""How far apart the parts of a colour must be for its hue to be seen."""


def colour(written: str) -> Colour:
    """A hexadecimal colour as red, green and blue; what it lets through is left out.

    >>> colour("#fa0")
    (255, 170, 0)
    """
    digits = written.lstrip("#")
    if len(digits) in (3, 4):
        digits = "".join(2 * digit for digit in digits)
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def hexadecimal(seen: Colour) -> str:
    """A colour as it is written.

    >>> hexadecimal((255, 170, 0))
    '#ffaa00'
    """
    return "#{:02x}{:02x}{:02x}".format(*seen)


def contrast(one: Colour, other: Colour) -> float:
    """How well one colour is read on the other, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def words_on(ground: Colour) -> Colour:
    """Black or white, whichever is read better on ``ground``: one of them always is well enough."""
    return WHITE if contrast(ground, WHITE) >= contrast(ground, BLACK) else BLACK


def readable(wanted: Colour, paper: Colour, enough: float = READABLE) -> Colour:
    """``wanted``, as much lighter or darker as it must be to be read on ``paper``, and of the same hue."""
    if contrast(wanted, paper) >= enough:
        return wanted
    towards = words_on(paper)
    for step in range(1, _STEPS + 1):
        tried = mixed(wanted, BLACK, step / _STEPS) if towards == BLACK else _lighter(wanted, step / _STEPS)
        if contrast(tried, paper) >= enough:
            return tried
    return towards


def _lighter(wanted: Colour, share: float) -> Colour:
    """A colour that is ``share`` of the way to white; a dark blue becomes a light blue on it, and not a grey."""
    hue, lightness, saturation = rgb_to_hls(*(part / 255 for part in wanted))
    # What is nearly black has a hue that nobody sees.
    seen = min(1.0, (max(wanted) - min(wanted)) / 255 / _SEEN)
    red, green, blue = hls_to_rgb(hue, lightness + (1 - lightness) * share, saturation * seen)
    return round(red * 255), round(green * 255), round(blue * 255)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """``one`` with a share of ``other``."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _luminance(seen: Colour) -> float:
    parts = [part / 255 for part in seen]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
