"""The handbook's own colours as a stylesheet, each with words on it that can be read."""

from __future__ import annotations

from journey_site.documents.handbook import Brand

Colour = tuple[int, int, int]

READABLE = 4.5
"""The contrast that WCAG 2.2 AA asks of text."""
BRIGHT = 7.0
"""The contrast asked of links in the dark scheme: at the limit they would look as dim as what is no link."""
_WHITE, _BLACK = (255, 255, 255), (0, 0, 0)
_DARK_PAPER = (30, 33, 41)
"""What Material's dark scheme puts behind its text."""


def brand_css(brand: Brand | None) -> str:
    """The rules that give the site's frame its colours; empty when the handbook sets none."""
    if brand is None:
        return ""
    light: dict[str, str] = {}
    dark: dict[str, str] = {}
    if brand.primary:
        primary = colour(brand.primary)
        words = "#fff" if contrast(primary, _WHITE) >= contrast(primary, _BLACK) else "#000"
        light |= {
            "--journey-primary": _hex(primary),
            "--journey-on-primary": words,
            "--md-primary-fg-color": _hex(primary),
            "--md-primary-fg-color--light": _hex(mixed(primary, _WHITE, 0.2)),
            "--md-primary-fg-color--dark": _hex(mixed(primary, _BLACK, 0.2)),
            "--md-primary-bg-color": words,
            "--md-primary-bg-color--light": f"color-mix(in srgb, {words} 80%, transparent)",
            "--md-typeset-a-color": _hex(readable(primary, _WHITE)),
        }
        dark["--md-typeset-a-color"] = _hex(readable(primary, _DARK_PAPER, BRIGHT))
    if brand.accent:
        accent = colour(brand.accent)
        for scheme, paper in ((light, _WHITE), (dark, _DARK_PAPER)):
            seen = _hex(readable(accent, paper))
            scheme |= {
                "--md-accent-fg-color": seen,
                "--md-accent-fg-color--transparent": f"color-mix(in srgb, {seen} 10%, transparent)",
            }
    # The theme's palette sets its colours on the body, with an attribute; a rule of the same weight
    # and an element more wins over it.
    return _rule(":root, body[data-md-color-scheme]", light) + _rule('body[data-md-color-scheme="slate"][dir]', dark)


def colour(written: str) -> Colour:
    """A hexadecimal colour as red, green and blue; what it lets through is left out.

    >>> colour("#fa0")
    (255, 170, 0)
    """
    digits = written.lstrip("#")
    if len(digits) in (3, 4):
        digits = "".join(2 * digit for digit in digits)
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def contrast(one: Colour, other: Colour) -> float:
    """How well one colour is read on the other, from 1 to 21, as WCAG reckons it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def readable(wanted: Colour, paper: Colour, enough: float = READABLE) -> Colour:
    """``wanted``, as much lighter or darker as it must be to be read on ``paper``."""
    away = _BLACK if _luminance(paper) > 0.5 else _WHITE
    for step in range(21):
        tried = mixed(wanted, away, step / 20)
        if contrast(tried, paper) >= enough:
            return tried
    return away


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """``one`` with a share of ``other``."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _luminance(seen: Colour) -> float:
    parts = [part / 255 for part in seen]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _hex(seen: Colour) -> str:
    return "#{:02x}{:02x}{:02x}".format(*seen)


def _rule(selector: str, properties: dict[str, str]) -> str:
    if not properties:
        return ""
    return f"{selector} {{ " + " ".join(f"{name}: {value};" for name, value in properties.items()) + " }\n"
