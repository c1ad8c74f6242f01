"""How a deck is dressed: the handbook's colours, each with words on it that can be read, and the sizes of its parts."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.colours import Colour, colour, contrast, mixed, readable
from journey_site.documents.brand import Brand

WIDE, HIGH = 960.0, 540.0
"""A slide in points: sixteen to nine."""
EDGE = 36.0
"""What stays free on the left and on the right."""
TOP, BOTTOM = 86.0, 508.0
"""Where what stands below the title begins, and where the foot does."""
ROOM = WIDE - 2 * EDGE
FONT = "Arial"
"""Is there, or has a twin of the same widths, wherever slides are opened."""
INK, QUIET, PAPER, RULE = "1F2328", "57606A", "FFFFFF", "D0D7DE"
FACES = {1: "F8D7D4", 2: "FBE5D6", 3: "EEF0F2", 4: "E2F0DF", 5: "CFE8CC"}
"""A ground for each face of the scale, pale enough for dark words; the words say the same."""

_WHITE, _BLACK = (255, 255, 255), (0, 0, 0)
_USUAL = (43, 74, 91)
_USUAL_ACCENT = (191, 54, 12)


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of a deck, as six hexadecimal digits each."""

    primary: str
    on_primary: str
    """Black or white, whichever is read better on it."""
    title: str
    """The same colour as words on white."""
    accent: str
    tint: str
    """A pale ground for the names of lanes."""


def look_of(brand: Brand | None) -> Look:
    """The colours that ``brand`` gives a deck; plain ones where it gives none."""
    primary = colour(brand.primary) if brand and brand.primary else _USUAL
    accent = colour(brand.accent) if brand and brand.accent else _USUAL_ACCENT
    return Look(
        digits(primary),
        PAPER if contrast(primary, _WHITE) >= contrast(primary, _BLACK) else "000000",
        digits(readable(primary, _WHITE)),
        digits(readable(accent, _WHITE)),
        digits(mixed(primary, _WHITE, 0.92)),
    )


def on_white(written: str) -> str:
    """A person's colour as a line or as words on white, so that it is seen well."""
    return digits(readable(colour(written), _WHITE))


def digits(seen: Colour) -> str:
    """A colour as six digits: ``17495A``."""
    return "{:02X}{:02X}{:02X}".format(*seen)
