"""The atlas where it is read: on a phone, on paper, by its links."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import expect


def test_on_a_phone_the_names_stay_while_the_stages_scroll(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("atlas/index.html", width=390, height=844)
    box = page.locator(".journey-atlas__box").first
    box.scroll_into_view_if_needed()
    assert box.evaluate("box => box.scrollWidth > box.clientWidth")
    name = page.locator(".journey-atlas__table tbody th").first
    before = name.bounding_box()["x"]
    box.evaluate("box => { box.scrollLeft = 200 }")
    assert abs(name.bounding_box()["x"] - before) < 5


def test_it_prints_on_a4_across(open_page, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "atlas.pdf"
    open_page("atlas/index.html").pdf(path=str(path), prefer_css_page_size=True, print_background=True)
    boxes = re.findall(rb"/MediaBox ?\[ ?0 0 ([\d.]+) ([\d.]+) ?\]", path.read_bytes())
    assert boxes
    assert all(abs(float(width) - 841.9) < 3 and abs(float(height) - 595.3) < 3 for width, height in boxes)


def test_a_whole_field_leads_to_its_stage(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("atlas/index.html")
    field = page.locator(".journey-atlas__table td:has(.overdue)").first
    stage = field.locator("a").get_attribute("href")
    box = field.bounding_box()
    page.mouse.click(box["x"] + box["width"] - 3, box["y"] + box["height"] - 3)
    page.wait_for_url(re.compile(re.escape(stage.removeprefix("../"))))
    expect(page.locator(".journey-stage")).to_have_count(1)


def test_the_other_stages_of_a_metric_open_at_a_click(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("metrics/index.html")
    others = page.locator("details.journey-places").first
    assert others.locator("li").first.is_hidden()
    others.locator("summary").click()
    expect(others.locator("li a").first).to_be_visible()
