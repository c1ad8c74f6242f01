"""The colour that somebody meant who wrote its name, or wrote it as other programs do: yellow, gul, rgb(255, 0, 0)."""

from __future__ import annotations

import re

_NAMED = {
    "#000000": "black svart sort",
    "#ffffff": "white vit hvid hvit",
    "#808080": "grey gray grå",
    "#c0c0c0": "silver sølv",
    "#ff0000": "red röd rød",
    "#800000": "maroon vinröd vinrød",
    "#b22222": "firebrick tegelröd",
    "#ff7f50": "coral korall koral",
    "#ffa500": "orange",
    "#ffd700": "gold guld gull",
    "#ffff00": "yellow gul",
    "#a52a2a": "brown brun",
    "#f5f5dc": "beige",
    "#808000": "olive oliv oliven",
    "#00ff00": "lime",
    "#008000": "green grön grøn grønn",
    "#006400": "darkgreen mörkgrön mørkegrøn mørkegrønn",
    "#90ee90": "lightgreen ljusgrön lysegrøn lysegrønn",
    "#008080": "teal",
    "#40e0d0": "turquoise turkos turkis",
    "#00ffff": "cyan aqua",
    "#add8e6": "lightblue ljusblå lyseblå",
    "#0000ff": "blue blå",
    "#00008b": "darkblue mörkblå mørkeblå",
    "#000080": "navy marinblå marineblå",
    "#4b0082": "indigo",
    "#800080": "purple lila lilla",
    "#ee82ee": "violet violett",
    "#ff00ff": "magenta fuchsia",
    "#ffc0cb": "pink rosa lyserød",
}
"""The values that CSS gives to the names (https://www.w3.org/TR/css-color-4/#named-colors), with those of the neighbours' languages."""
_BY_NAME = {name: value for value, names in _NAMED.items() for name in names.split()}
_PARTS = re.compile(r"rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*(?:[,/][^)]{0,8})?\)")
_LET_THROUGH = re.compile(r"(#[0-9a-f]{6})[0-9a-f]{2}")


def meant_colour(words: str) -> str | None:
    """The colour as it is to be written; None where nobody can tell.

    >>> meant_colour("Yellow"), meant_colour("rgb(21, 101, 192)"), meant_colour("dark blue"), meant_colour("nice")
    ('#ffff00', '#1565c0', '#00008b', None)
    """
    lowered = words.casefold().strip()
    named = _BY_NAME.get(re.sub(r"[\s_-]", "", lowered))
    if named is not None:
        return named
    if opaque := _LET_THROUGH.fullmatch(lowered):
        return opaque[1]
    parts = _PARTS.fullmatch(lowered)
    levels = [int(part) for part in parts.groups()] if parts else []
    return "#" + "".join(f"{level:02x}" for level in levels) if levels and max(levels) <= 255 else None
