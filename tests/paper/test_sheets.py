"""Posters: on which paper a map can be read, and what stands at the foot of each sheet."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from journey_site.paper.ready_page import ready_page
from journey_site.paper.sheets import PAPERS, one_sheet, scale_of, whole_on

PAGE = '<html><body><div class="journey" data-journey-map data-journey-whole="{size}" style="--journey-fit: 0.92"></div></body></html>'


def test_each_paper_is_twice_as_large_as_the_next() -> None:
    areas = [wide * high for wide, high in PAPERS.values()]
    assert all(larger / smaller == pytest.approx(2, rel=0.01) for smaller, larger in pairwise(areas))
    assert scale_of("A1") == pytest.approx(2, rel=0.01)


@pytest.mark.parametrize(("size", "paper"), [("1.0", ""), ("0.92", ""), ("0.7", "A2"), ("0.5", "A1"), ("0.36", "A0"), ("0.0", "")])
def test_the_smallest_paper_on_which_one_sheet_holds_a_map_that_can_be_read(size: str, paper: str) -> None:
    assert one_sheet(PAGE.format(size=size), "A3") == paper
    assert not one_sheet("<p>no map</p>", "A3")


def test_a_map_that_one_sheet_of_a_larger_paper_holds_is_not_cut(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text(PAGE.format(size="0.6"), encoding="utf-8")
    text = ready_page(page, paper="A1").read_text(encoding="utf-8")
    assert "@page journey-map { size: 841mm 594mm; margin: 18.0mm; }" in text
    assert whole_on(text, "A1") == pytest.approx(1.2, rel=0.01)
    assert f'"whole": {whole_on(text, "A1")}' in text
    assert "size: 841mm" not in ready_page(page).read_text(encoding="utf-8")


def test_what_stands_at_the_foot_means_nothing_else_in_a_style(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text("<html><body><p>a</p></body></html>", encoding="utf-8")
    text = ready_page(page, 'Heat"; } </style><script>alert(1)</script>\\ % Å', "Edition: client").read_text(encoding="utf-8")
    assert "alert(1)" not in text
    assert text.count("</style>") == 1
    assert r'content: "Edition\3a \20 client"' in text
    assert r"\c5 " in text
