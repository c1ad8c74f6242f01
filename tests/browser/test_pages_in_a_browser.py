"""Every type of page as people meet it: on a phone, by keyboard, in the dark, without JavaScript, on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PAGES = {
    "start": "index.html",
    "personas": "personas/index.html",
    "persona": "personas/goran.html",
    "journey": "journeys/oil-to-heat-pump/index.html",
    "buying group": "journeys/housing-cooperative/index.html",
    "blueprint": "journeys/installation-day/index.html",
    "network": "journeys/any-tuesday/index.html",
    "stage": "journeys/oil-to-heat-pump/consideration.html",
    "blank stage": "journeys/warm-cabin/advocacy.html",
    "list": "touchpoints/index.html",
    "touchpoint": "touchpoints/savings-calculator.html",
    "content": "content/first-winter.html",
    "department": "departments/sales.html",
    "channel": "channels/web.html",
    "evidence list": "evidence/index.html",
    "model": "models/awareness-to-loyalty.html",
    "opportunities": "opportunities/index.html",
    "checks": "checks/index.html",
    "booklet": "print/goran.html",
    "variant": "journeys/boiler-breaks/index.html",
    "stage of a variant": "journeys/boiler-breaks/awareness.html",
    "one stage compared": "compare/stages/awareness-to-loyalty/decision.html",
    "two states": "compare/states/oil-to-heat-pump.html",
    "atlas": "atlas/index.html",
    "only assumed": "assumed/index.html",
    "metrics": "metrics/index.html",
    "guide": "guide/index.html",
    "journey in Swedish": "sv/journeys/oil-to-heat-pump/index.html",
    "guide that is only in English": "sv/guide/index.html",
}
each_page = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)


@each_page
def test_nothing_is_loaded_from_elsewhere_and_no_script_fails(open_page, path: str) -> None:  # type: ignore[no-untyped-def]
    page = open_page(path)
    assert [url for url in page.asked if not url.startswith(("file:", "data:", "blob:"))] == []
    assert page.failed == []


@each_page
def test_phone_pages_never_scroll_sideways(open_page, path: str) -> None:  # type: ignore[no-untyped-def]
    page = open_page(path, width=390, height=844)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@each_page
@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_no_violation_of_wcag_2_2_aa(open_page, path: str, scheme: str) -> None:  # type: ignore[no-untyped-def]
    from axe_playwright_python.sync_playwright import Axe

    page = open_page(path)
    page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
    page.wait_for_timeout(400)  # the theme fades from one colour to the other
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": tags}})
    told = [
        f"{violation['id']}: {node['html'][:140]} {node['any'][0]['message'][:120] if node['any'] else ''}"
        for violation in found.response["violations"]
        for node in violation["nodes"][:3]
    ]
    assert told == []


def test_without_javascript_everything_is_there(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("journeys/oil-to-heat-pump/index.html", script=False)
    table = page.locator("table").first
    assert table.locator("th[scope=col]").count() >= 5
    assert table.locator("th[scope=row]").count() >= 10
    assert page.locator("h1").inner_text()
    page = open_page("touchpoints/index.html", script=False)
    assert page.locator("tbody tr").count() >= 45


def test_stage_heads_and_lane_names_stay_in_sight(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("journeys/oil-to-heat-pump/index.html", width=1000, height=700)
    head = page.locator("table th[scope=col]").nth(1)
    page.evaluate("window.scrollBy(0, 1500)")
    page.wait_for_timeout(200)
    box = head.bounding_box()
    assert box is not None and 0 <= box["y"] < 200, "the row of stages sticks while the page scrolls"
    inner = page.evaluate(
        "() => [...document.querySelectorAll('main *')].filter(e => e.scrollHeight > e.clientHeight + 4 && "
        "/(auto|scroll)/.test(getComputedStyle(e).overflowY) && e.closest('.journey')).length"
    )
    assert inner == 0, "there is no second vertical scrollbar"


def test_by_keyboard_the_stage_is_reached_from_the_map(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("journeys/oil-to-heat-pump/index.html")
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        href = page.evaluate("document.activeElement.getAttribute('href') || ''")
        outline = page.evaluate("(() => { const s = getComputedStyle(document.activeElement); return s.outlineStyle + s.boxShadow })()")
        if href.endswith("consideration.html"):
            reached.append(outline)
            break
    assert reached, "the head of a stage can be reached with the Tab key"
    assert reached[0] != "nonenone", "what has the focus is marked"
    page.keyboard.press("Enter")
    page.wait_for_url("**/consideration.html*")


def test_the_view_of_the_map_stands_in_the_address(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("journeys/oil-to-heat-pump/index.html")
    rows = page.locator("table th[scope=row]:visible").count()
    page.goto(page.url.split("#")[0] + "?view=outline")
    page.wait_for_timeout(200)
    assert page.locator("table").first.locator("th[scope=row]:visible").count() < rows


def test_search_finds_what_a_customer_says_and_lands_on_the_stage(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("index.html")
    page.keyboard.press("/")
    page.keyboard.type("boast")
    found = page.locator(".md-search-result__link")
    found.first.wait_for()
    page.wait_for_timeout(700)  # what is shown first answers the first letters alone
    first = [link.get_attribute("href") for link in found.all()[:3]]
    assert any("journeys/oil-to-heat-pump/consideration.html" in href for href in first), first
    assert page.asked and all(url.startswith(("file:", "data:", "blob:")) for url in page.asked)


def _pdf_pages(page, tmp_path: Path) -> list[tuple[float, float]]:  # type: ignore[no-untyped-def]
    path = tmp_path / "page.pdf"
    page.pdf(path=str(path), prefer_css_page_size=True, print_background=True)
    boxes = re.findall(rb"/MediaBox ?\[ ?0 0 ([\d.]+) ([\d.]+) ?\]", path.read_bytes())
    return [(float(width), float(height)) for width, height in boxes]


def test_a_map_prints_on_a3_sheets(open_page, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    sizes = _pdf_pages(open_page("journeys/oil-to-heat-pump/index.html"), tmp_path)
    assert len(sizes) == 3, "the map on two sheets that can be read, and what follows from it"
    assert all(abs(width - 1190.5) < 3 and abs(height - 841.9) < 3 for width, height in sizes), "A3, landscape"


def test_a_booklet_prints_on_a4_with_a_stage_a_page(open_page, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    sizes = _pdf_pages(open_page("print/goran.html"), tmp_path)
    assert all(abs(width - 595.3) < 3 and abs(height - 841.9) < 3 for width, height in sizes)
    assert len(sizes) >= 7, "a cover, the journey, five stages"
