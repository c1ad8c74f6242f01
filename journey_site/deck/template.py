"""The empty presentation that a deck begins with: sixteen to nine, two layouts, the handbook's colours as its theme."""

from __future__ import annotations

import re
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from journey_site.deck.look import BOTTOM, EDGE, FONT, HIGH, INK, QUIET, ROOM, TOP, WIDE, Look
from journey_site.deck.measure import ASIDE

_KEPT = {"Title Slide", "Title Only"}
_LEFTOVERS = ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail", RT.PRINTER_SETTINGS, RT.EXTENDED_PROPERTIES)
"""What the library's own template has of a machine that it was made on."""
_FOOT = HIGH - BOTTOM - 8
_PLACES = {
    PP_PLACEHOLDER.TITLE: (EDGE, 20, ROOM, TOP - 28),
    PP_PLACEHOLDER.CENTER_TITLE: (EDGE * 2, 130, WIDE - EDGE * 4, 150),
    PP_PLACEHOLDER.SUBTITLE: (EDGE * 2, 290, WIDE - EDGE * 4, 110),
    PP_PLACEHOLDER.BODY: (EDGE, TOP, ROOM, BOTTOM - TOP),
    PP_PLACEHOLDER.DATE: (EDGE, BOTTOM, 1, _FOOT),
    PP_PLACEHOLDER.FOOTER: (EDGE, BOTTOM, ROOM - 100, _FOOT),
    PP_PLACEHOLDER.SLIDE_NUMBER: (WIDE - EDGE - 90, BOTTOM, 90, _FOOT),
}
"""Left, top, width and height of each placeholder, in points."""


def blank_deck(look: Look, *, rtl: bool) -> Any:
    """A presentation without slides, dressed in ``look``; ``rtl`` sets titles from right to left."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDE), Pt(HIGH)
    for layout in list(deck.slide_layouts):
        if layout.name not in _KEPT:
            deck.slide_layouts.remove(layout)
    master = deck.slide_master
    for holder in (master, *deck.slide_layouts):
        for shape in list(holder.placeholders):
            if shape.placeholder_format.type == PP_PLACEHOLDER.DATE:
                shape._element.getparent().remove(shape._element)
            elif shape.placeholder_format.type in _PLACES:
                place = _PLACES[shape.placeholder_format.type]
                shape.left, shape.top, shape.width, shape.height = (Pt(length) for length in _mirrored(place, rtl=rtl))
    _dress_master(master, look, rtl=rtl)
    cover = deck.slide_layouts.get_by_name("Title Slide")
    assert cover is not None
    fill = cover.background.fill
    fill.solid()
    fill.fore_color.rgb = RGBColor.from_string(look.primary)
    for shape in cover.placeholders:
        _dress_cover(shape, look, rtl=rtl)
    theme = master.part.part_related_by(RT.THEME)
    theme._blob = _themed(theme.blob.decode("utf-8"), look).encode("utf-8")
    for related in (deck.part.package._rels, deck.part.rels):
        for name, each in list(related.items()):
            if each.reltype in _LEFTOVERS:
                related.pop(name)
    return deck


def _mirrored(place: tuple[float, float, float, float], *, rtl: bool) -> tuple[float, float, float, float]:
    left, top, width, height = place
    return (WIDE - left - width if rtl else left), top, width, height


def _dress_master(master: Any, look: Look, *, rtl: bool) -> None:
    style = master._element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    style.set("algn", "r" if rtl else "l")
    style.set("rtl", "1" if rtl else "0")
    words = style.find(qn("a:defRPr"))
    words.set("sz", "2600")
    words.set("b", "1")
    _colour(words, look.title)
    for shape in master.placeholders:
        kind = shape.placeholder_format.type
        body = shape._element.find(f".//{qn('a:bodyPr')}")
        if kind == PP_PLACEHOLDER.TITLE:
            body.set("anchor", "b")
            _shrinks(body)
        if kind in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER):
            level = shape._element.find(f".//{qn('a:lstStyle')}/{qn('a:lvl1pPr')}")
            level.set("algn", ("r" if rtl else "l") if kind == PP_PLACEHOLDER.FOOTER else ("l" if rtl else "r"))
            level.find(qn("a:defRPr")).set("sz", "1000")
            _colour(level.find(qn("a:defRPr")), QUIET)


def _dress_cover(shape: Any, look: Look, *, rtl: bool) -> None:
    """Words on the coloured ground of the first slide."""
    if shape.placeholder_format.type not in (PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.SUBTITLE):
        return
    is_title = shape.placeholder_format.type == PP_PLACEHOLDER.CENTER_TITLE
    style = shape._element.find(f".//{qn('a:lstStyle')}")
    for level in list(style):
        style.remove(level)
    style.append(
        parse_xml(
            f'<a:lvl1pPr {nsdecls("a")} marL="0" indent="0" algn="{"r" if rtl else "l"}" rtl="{int(rtl)}"><a:buNone/>'
            f'<a:defRPr sz="{3600 if is_title else 1800}" b="{int(is_title)}"><a:solidFill><a:srgbClr val="{look.on_primary}"/></a:solidFill>'
            "</a:defRPr></a:lvl1pPr>"
        )
    )
    body = shape._element.find(f".//{qn('a:bodyPr')}")
    body.set("anchor", "b" if is_title else "t")
    if is_title:
        _shrinks(body)


def _shrinks(body: Any) -> None:
    """Let words that are too many for their place become smaller; they begin where those in tables do."""
    for child in list(body):
        body.remove(child)
    body.set("lIns", str(Pt(ASIDE / 2)))
    body.set("rIns", str(Pt(ASIDE / 2)))
    body.append(parse_xml(f'<a:normAutofit {nsdecls("a")}/>'))


def _colour(words: Any, shown: str) -> None:
    for fill in words.findall(qn("a:solidFill")):
        words.remove(fill)
    words.insert(0, parse_xml(f'<a:solidFill {nsdecls("a")}><a:srgbClr val="{shown}"/></a:solidFill>'))


def _themed(theme: str, look: Look) -> str:
    """The theme with our colours, so that what an editor adds looks like the rest."""
    for name, shown in {"dk2": look.title, "lt2": look.tint, "accent1": look.primary, "accent2": look.accent, "hlink": look.title}.items():
        theme = re.sub(rf"(<a:{name}>).*?(</a:{name}>)", rf'\g<1><a:srgbClr val="{shown}"/>\g<2>', theme, flags=re.DOTALL)
    theme = re.sub(r"(<a:dk1>).*?(</a:dk1>)", rf'\g<1><a:srgbClr val="{INK}"/>\g<2>', theme, flags=re.DOTALL)
    return re.sub(r'(<a:(?:major|minor)Font>\s*<a:latin typeface=")[^"]*', rf"\g<1>{FONT}", theme)
