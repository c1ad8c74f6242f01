"""HTML of ours that stands elsewhere: a map looked at with somebody's eyes, links out of a frame, icons once in a page."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import Markup

from journey_site.site.html import as_html

_TAG = re.compile(r'<(\w+)((?:\s+[^\s=>"/]+(?:="[^"]*")?)*)\s*(/?)>')
_CLASS = re.compile(r'\sclass="([^"]*)"')
_LINK_OUT = re.compile(r'<a\b(?=[^>]*\s(?:xlink:)?href="(?!#))(?![^>]*\starget=)')
_SYMBOL = re.compile(r'<symbol id="([^"]+)".*?</symbol>|<linearGradient id="([^"]+)".*?</linearGradient>', re.DOTALL)
_EMPTY_SPRITE = re.compile(r'<svg class="journey-sprite"[^>]*></svg>')


def with_eyes(html: str, seen: Mapping[str, str]) -> Markup:
    """``html`` as assets/journey/look.js makes it when somebody is chosen: what is not theirs steps back.

    ``seen`` says by what entries are marked (``departments``), and whose stand out (``sales``).
    """
    if not seen:
        return as_html(html)

    def looked_at(tag: re.Match[str]) -> str:
        fits = [
            identity in found[1].split()
            for mark, identity in seen.items()
            if (found := re.search(rf'\sdata-{mark}="([^"]*)"', tag[2]))
        ]
        if not fits:
            return tag[0]
        named = "is-theirs" if all(fits) else "is-aside"
        marks, known = _CLASS.subn(lambda old: f' class="{old[1]} {named}"', tag[2], count=1)
        return f"<{tag[1]}{marks}{'' if known else f' class={chr(34)}{named}{chr(34)}'}{tag[3]}>"

    return as_html(_TAG.sub(looked_at, html))


def leading_out(html: str) -> Markup:
    """``html`` whose links open in the whole window, not in the frame; those within the page stay."""
    return as_html(_LINK_OUT.sub('<a target="_top"', html))


def symbols_once(html: str) -> str:
    """A page made of several parts of ours with each icon defined once, so that no id is there twice."""
    there: set[str] = set()

    def first(symbol: re.Match[str]) -> str:
        identity = symbol[1] or symbol[2]
        if identity in there:
            return ""
        there.add(identity)
        return symbol[0]

    return _EMPTY_SPRITE.sub("", _SYMBOL.sub(first, html))
