"""The handbook in other pages, in a real browser: a map in a frame elsewhere, and what blocks show in a page of the site."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import expect

FRAMED = "embed/journeys/oil-to-heat-pump.html"
PAGE = "guide/embedding.html"
WIDTHS = [390, 1440]


@pytest.fixture
def elsewhere(tmp_path: Path, built: Path) -> Path:
    """A page of somebody else's with the map in a frame, just as the map's page says to write it."""
    page = tmp_path / "intranet.html"
    frame = f'<iframe src="{(built / FRAMED).as_uri()}" title="Map" loading="lazy" style="width: 100%; height: 80vh; border: 0"></iframe>'
    page.write_text(f'<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>X</title><body><h1>X</h1>{frame}', encoding="utf-8")
    return page


def violations(page) -> list[str]:  # type: ignore[no-untyped-def]
    from axe_playwright_python.sync_playwright import Axe

    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": tags}})
    return [f"{each['id']}: {node['html'][:140]}" for each in found.response["violations"] for node in each["nodes"][:3]]


@pytest.mark.parametrize("width", WIDTHS)
def test_a_frame_elsewhere_shows_the_map(open_page, elsewhere: Path, width: int) -> None:  # type: ignore[no-untyped-def]
    page = open_page(FRAMED, width=width)
    page.goto(elsewhere.as_uri())
    page.wait_for_timeout(500)
    frame = page.frames[1]
    assert frame.locator("h1").inner_text() == "From the oil boiler to a heat pump"
    expect(frame.locator(".journey-box .journey-head")).to_have_count(5)
    expect(frame.locator(".md-header, .md-footer, .md-sidebar")).to_have_count(0)
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    assert frame.evaluate("document.scrollingElement.scrollWidth <= innerWidth"), "the map scrolls in its box, the page does not"
    if width < 500:
        box = frame.locator(".journey-box")
        box.focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(600)
        assert box.evaluate("box => box.scrollLeft") > 0, "the keyboard moves the map"
    frame.get_by_role("link", name="Open in the handbook").click()
    page.wait_for_url("**/journeys/oil-to-heat-pump/index.html")
    expect(page.locator(".md-header"), "the link leaves the frame").to_have_count(1)
    assert all(url.startswith("file:") for url in page.asked)
    assert page.failed == []


def test_a_frame_takes_the_choice_from_its_address(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(FRAMED)
    expect(page.locator(".is-theirs")).to_have_count(0)
    page.goto(page.url + "?department=sales&view=outline")
    assert page.locator(".journey-box .is-theirs").count() > 3
    assert page.locator(".journey-look").first.is_hidden()
    assert page.locator("#pains").is_hidden()


def test_a_frame_shows_everything_without_javascript(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(FRAMED, script=False)
    assert page.locator(".journey-box th[scope=row]").count() >= 10
    assert page.locator(".journey-finer summary").count() > 0


@pytest.mark.parametrize("dark", [False, True])
def test_a_frame_wears_what_the_readers_system_wears(open_page, dark: bool) -> None:  # type: ignore[no-untyped-def]
    page = open_page(FRAMED, dark=dark)
    page.wait_for_timeout(300)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    light = sum(int(part) for part in ground.removeprefix("rgb(").removesuffix(")").split(",")) / 3
    assert (light < 60) == dark
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_blocks_in_a_page_break_no_rule(open_page, scheme: str) -> None:  # type: ignore[no-untyped-def]
    page = open_page(PAGE)
    page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
    page.wait_for_timeout(400)
    expect(page.locator(".journey-embed")).to_have_count(5)
    assert violations(page) == []
    assert page.failed == []


@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_with_blocks_never_scrolls_sideways(open_page, width: int) -> None:  # type: ignore[no-untyped-def]
    page = open_page(PAGE, width=width)
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    titles = page.eval_on_selector_all("h1, h2, h3, h4", "all => all.map(one => Number(one.tagName[1]))")
    assert titles.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(titles)), "no level is left out"


def test_the_map_offers_its_code_by_keyboard(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("journeys/oil-to-heat-pump/index.html")
    offer = page.locator(".journey-framing > summary")
    code = page.get_by_label("Paste this into the other page:")
    assert code.is_hidden()
    offer.focus()
    page.keyboard.press("Enter")
    assert code.input_value().startswith('<iframe src="embed/journeys/oil-to-heat-pump.html" title="From the oil boiler to a heat pump"')
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "embed-code"
    assert violations(page) == []
