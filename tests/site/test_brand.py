"""The handbook's own colours and fonts: words in them and on them can be read, in either scheme."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_site.colours import (
    DARK_PAPER,
    LIGHT_PAPER,
    READABLE,
    colour,
    contrast,
    hexadecimal,
    mixed,
    readable,
    words_on,
)
from journey_site.documents.brand import Brand, Fonts, Typeface
from journey_site.site.brand import brand_css, header_of

ANY_COLOUR = st.tuples(*[st.integers(0, 255)] * 3)
SLATE = (30, 33, 41)
SLATE_PANEL = (36, 40, 50)


@pytest.mark.parametrize("primary", ["#17495a", "#000", "#fff", "#5d0000", "#ffcc00", "#000080", "#777"])
def test_links_can_be_read(primary: str) -> None:
    light, dark = re.findall(r"--md-typeset-a-color: (#\w+);", brand_css(Brand.made({"primary": primary})))
    assert contrast(colour(light), (255, 255, 255)) > contrast(colour(light), LIGHT_PAPER) >= READABLE
    assert contrast(colour(dark), SLATE) > contrast(colour(dark), SLATE_PANEL) >= READABLE


@given(ANY_COLOUR)
def test_every_word_in_a_header_of_any_colour_can_be_read(primary: tuple[int, int, int]) -> None:
    header = header_of(primary)
    assert contrast(header.words, header.ground) >= READABLE
    assert contrast(header.words, header.deep) >= READABLE
    assert contrast(header.words, header.field_under_pointer) >= READABLE
    assert contrast(header.quiet, header.field) >= READABLE
    assert contrast(header.quiet, header.field_under_pointer) >= READABLE
    assert contrast(mixed(header.ground, header.words, header.faint), header.ground) >= READABLE


@given(primary=ANY_COLOUR, accent=ANY_COLOUR)
def test_any_brand_can_be_read_in_both_schemes(primary: tuple[int, int, int], accent: tuple[int, int, int]) -> None:
    style = brand_css(Brand.made({"primary": hexadecimal(primary), "accent": hexadecimal(accent)}))
    for name in ("--md-typeset-a-color", "--md-accent-fg-color"):
        light, dark = re.findall(rf"{name}: (#\w+);", style)
        assert contrast(colour(light), LIGHT_PAPER) >= READABLE
        assert contrast(colour(dark), DARK_PAPER) >= READABLE
    grounds, words = (re.findall(rf"{name}: (#\w+);", style) for name in ("--md-accent-fg-color", "--md-accent-bg-color"))
    assert all(contrast(colour(ground), colour(word)) >= READABLE for ground, word in zip(grounds, words, strict=True))


@given(wanted=ANY_COLOUR, paper=ANY_COLOUR)
def test_a_colour_is_made_readable_on_any_paper_and_left_alone_where_it_is(wanted: tuple[int, int, int], paper: tuple[int, int, int]) -> None:
    found = readable(wanted, paper)
    assert contrast(found, paper) >= READABLE
    if contrast(wanted, paper) >= READABLE:
        assert found == wanted
    assert contrast(words_on(paper), paper) >= READABLE


def test_a_dark_blue_becomes_a_light_blue_and_not_a_grey() -> None:
    red, green, blue = readable(colour("#0b1a33"), DARK_PAPER)
    assert blue > green > red and blue - red > 60


def test_tabs_that_would_be_too_faint_are_not_told_by_faintness() -> None:
    grey, navy = (brand_css(Brand.made({"primary": primary})) for primary in ("#757575", "#0b1a33"))
    assert ".md-tabs__item .md-tabs__link { opacity: 1; }" in grey
    assert "text-decoration: underline" in grey
    assert ".md-tabs__link" not in navy


FONTS = Brand.made({
    "fonts": Fonts.made({
        "text": Typeface.made({"regular": "fonts/Our text.woff2", "bold": "fonts/b.woff", "italic": "gone.ttf"}),
        "headings": Typeface.made({"regular": "fonts/h.otf"}),
        "mono": Typeface.made({"regular": "fonts/m.ttf", "bold": "fonts/m.ttf"}),
    })
})  # fmt: skip


def test_fonts_of_ones_own() -> None:
    style = brand_css(FONTS, lambda path: path != "gone.ttf")
    assert '"journey-text"; src: url("../../fonts/Our%20text.woff2") format("woff2"); font-weight: 400;' in style
    assert '"journey-text"; src: url("../../fonts/b.woff") format("woff"); font-weight: 700;' in style
    assert "gone" not in style
    assert 'url("../../fonts/h.otf") format("opentype"); font-weight: 100 900;' in style  # a cut for headings is not made bolder
    assert style.count("m.ttf") == 1  # one file for all weights
    assert ':root { --md-text-font: "journey-text"; --md-code-font: "journey-mono"; }' in style
    assert '.md-header__topic { font-family: "journey-headings", var(--md-text-font-family); }' in style


def test_fonts_that_are_not_there_are_left_alone() -> None:
    assert brand_css(FONTS, lambda _: False) == ""
    assert brand_css(None) == ""


def test_a_name_cannot_break_out_of_the_style() -> None:
    brand = Brand.made({"fonts": Fonts.made({"text": Typeface.made({"regular": 'a") } body { color: red } /*.woff2'})})})
    assert "body { color" not in brand_css(brand, lambda _: True)


def test_the_files_a_brand_needs() -> None:
    assert FONTS.files() == ("fonts/Our text.woff2", "fonts/b.woff", "gone.ttf", "fonts/h.otf", "fonts/m.ttf")
    assert Brand.made({"logo": "a.svg", "favicon": "a.svg"}).files() == ("a.svg",)
