"""The handbook's own colours: words in them can be read in either scheme."""

from __future__ import annotations

import re

import pytest

from journey_site.documents.handbook import Brand
from journey_site.site.brand import brand_css, colour, contrast

SLATE = (30, 33, 41)
SLATE_PANEL = (36, 40, 50)


@pytest.mark.parametrize("primary", ["#17495a", "#000", "#fff", "#5d0000", "#ffcc00", "#000080", "#777"])
def test_links_can_be_read(primary: str) -> None:
    light, dark = re.findall(r"--md-typeset-a-color: (#\w+);", brand_css(Brand.made({"primary": primary})))
    assert contrast(colour(light), (255, 255, 255)) >= 4.5
    assert contrast(colour(dark), SLATE) > contrast(colour(dark), SLATE_PANEL) >= 4.5
