"""The handbook's own colours and fonts as a stylesheet; words in each colour, and on it, can be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from journey_site.colours import (
    BLACK,
    DARK_PAPER,
    LIGHT_PAPER,
    READABLE,
    WHITE,
    Colour,
    colour,
    contrast,
    hexadecimal,
    mixed,
    readable,
    words_on,
)
from journey_site.documents.brand import Brand, Typeface

_BRIGHT = 5.8
"""The contrast asked of links in the dark scheme: at the limit they would look as dim as what is no link."""
_ABOVE = "../../"
"""From our stylesheet, which is ``assets/journey/journey.css``, to the root of the site."""
_FORMATS = {"woff2": "woff2", "woff": "woff", "ttf": "truetype", "otf": "opentype"}
_CUTS = (("regular", "400", "normal"), ("bold", "700", "normal"), ("italic", "400", "italic"), ("bold_italic", "700", "italic"))


@dataclass(frozen=True, slots=True)
class Header:
    """The colours of the header and of what stands on it."""

    ground: Colour
    words: Colour
    field: Colour
    """The field to search in."""
    field_under_pointer: Colour
    quiet: Colour
    """The words in that field while it is empty."""
    deep: Colour
    """Where the theme puts the repository's name on a phone."""
    faint: float
    """How much of their colour the words have that are not where the reader is, from 0 to 1."""


def header_of(primary: Colour) -> Header:
    """The header in the colour ``primary``: what stands on it leaves it on the other side than its words do."""
    words = words_on(primary)
    away = BLACK if words == WHITE else WHITE
    field = mixed(primary, away, 0.26)
    under = mixed(primary, away, 0.36)
    return Header(
        primary,
        words,
        field,
        under,
        next(tried for share in (0.3, 0.2, 0.1, 0) if _reads(tried := mixed(words, primary, share), field, under)),
        mixed(primary, away, 0.2),
        next(share for share in (0.7, 0.8, 0.9, 1.0) if _reads(mixed(primary, words, share), primary)),
    )


def _reads(words: Colour, *grounds: Colour) -> bool:
    return all(contrast(words, ground) >= READABLE for ground in grounds)


def brand_css(brand: Brand | None, is_there: Callable[[str], bool] = lambda _: False) -> str:
    """The rules that give the site's frame its colours and fonts; empty when the handbook sets none.

    ``is_there`` says whether the site has a file: a font that it has not is left alone.
    """
    if brand is None:
        return ""
    light: dict[str, str] = {}
    dark: dict[str, str] = {}
    rules = ""
    if brand.primary:
        header = header_of(colour(brand.primary))
        words = hexadecimal(header.words)
        light |= {
            "--journey-primary": hexadecimal(header.ground),
            "--journey-on-primary": words,
            "--md-primary-fg-color": hexadecimal(header.ground),
            "--md-primary-fg-color--light": hexadecimal(header.field),
            "--md-primary-fg-color--dark": hexadecimal(header.deep),
            "--md-primary-bg-color": words,
            "--md-primary-bg-color--light": hexadecimal(header.quiet),
            "--md-typeset-a-color": hexadecimal(readable(header.ground, LIGHT_PAPER)),
        }
        dark["--md-typeset-a-color"] = hexadecimal(readable(header.ground, DARK_PAPER, _BRIGHT))
        rules += _frame(header)
    if brand.accent:
        accent = colour(brand.accent)
        for scheme, paper in ((light, LIGHT_PAPER), (dark, DARK_PAPER)):
            seen = readable(accent, paper)
            scheme |= {
                "--md-accent-fg-color": hexadecimal(seen),
                "--md-accent-fg-color--transparent": f"color-mix(in srgb, {hexadecimal(seen)} 10%, transparent)",
                "--md-accent-bg-color": hexadecimal(words_on(seen)),
            }
    # The theme's palette sets its colours on the body, with an attribute; a rule of the same weight
    # and an element more wins over it.
    said = _rule(":root, body[data-md-color-scheme]", light) + _rule('body[data-md-color-scheme="slate"][dir]', dark)
    return said + rules + _fonts(brand, is_there)


def _frame(header: Header) -> str:
    """What the theme colours by rules of its own: the search, tabs, plain buttons, and the ring of the focus."""
    field = _rule(".md-header .md-search__form", {"background-color": hexadecimal(header.field)})
    field += _rule(".md-header .md-search__form:hover", {"background-color": hexadecimal(header.field_under_pointer)})
    rules = f"@media screen and (min-width: 60em) {{\n{field}}}\n"
    rules += _rule(":is(.md-header, .md-tabs) :focus-visible", {"outline-color": "currentcolor"})
    rules += _rule(".md-typeset .md-button:not(.md-button--primary, :hover, :focus)", {"color": "var(--md-typeset-a-color)"})
    if header.faint > 0.7:
        rules += _rule(".md-tabs__item .md-tabs__link", {"opacity": f"{header.faint:g}"})
        # Where the reader is cannot be told by a little more colour any longer.
        rules += _rule(".md-tabs__item--active .md-tabs__link", {"opacity": "1", "text-decoration": "underline", "text-underline-offset": ".35em"})
    return rules


def _fonts(brand: Brand, is_there: Callable[[str], bool]) -> str:
    """The fonts whose files the site has, and where each is used."""
    fonts = brand.fonts
    if fonts is None:
        return ""
    said = {name: _faces(name, face, is_there) for name, face in (("text", fonts.text), ("headings", fonts.headings), ("mono", fonts.mono)) if face}
    said = {name: faces for name, faces in said.items() if faces}
    root = {
        variable: f'"journey-{name}"'
        for variable, name in (("--md-text-font", "text"), ("--md-code-font", "mono"))
        if name in said
    }  # fmt: skip
    rules = "".join(said.values()) + _rule(":root", root)
    if "headings" in said:
        family = {"font-family": '"journey-headings", var(--md-text-font-family)'}
        rules += _rule(".md-typeset :is(h1, h2, h3, h4, h5, h6), .md-header__title .md-header__topic", family)
    return rules


def _faces(name: str, face: Typeface, is_there: Callable[[str], bool]) -> str:
    cuts = [(path, weight, style) for cut, weight, style in _CUTS if (path := getattr(face, cut)) and is_there(path)]
    paths = [path for path, _, _ in cuts]
    rules = ""
    for path, weight, style in cuts:
        if paths.count(path) > 1:  # it holds all weights
            if weight == "700":
                continue
            weight = "100 900"
        elif name == "headings" and len(cuts) == 1:
            weight = "100 900"
        kind = _FORMATS[path.rpartition(".")[2].lower()]
        rules += _rule(
            "@font-face",
            {
                "font-family": f'"journey-{name}"',
                "src": f'url("{_ABOVE}{quote(path)}") format("{kind}")',
                "font-weight": weight,
                "font-style": style,
                "font-display": "swap",
            },
        )
    return rules


def _rule(selector: str, properties: dict[str, str]) -> str:
    if not properties:
        return ""
    return f"{selector} {{ " + " ".join(f"{name}: {value};" for name, value in properties.items()) + " }\n"
