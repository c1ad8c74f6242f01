"""The map's second head and its unfolding stages, as people meet them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

MAP = "journeys/oil-to-heat-pump/index.html"
MAPS = [MAP, "journeys/housing-cooperative/index.html", "journeys/any-tuesday/index.html", "journeys/installation-day/index.html", "journeys/hourly-price-app/index.html"]
UNFOLDED = ".journey-unfolded .journey-finer__box"

OVERLAPS = """() => {
  const shown = [...document.querySelectorAll('.journey-box .journey-clock__ticks span, .journey-box .journey-clock__band > span')]
    .map(label => {
      const range = document.createRange();
      range.selectNodeContents(label);
      return {words: label.textContent, box: range.getBoundingClientRect()};
    })
    .filter(({box}) => box.width > 0);
  const meet = (a, b) => a.left < b.right - .5 && b.left < a.right - .5 && a.top < b.bottom - .5 && b.top < a.bottom - .5;
  return {count: shown.length, found: shown.flatMap((one, at) => shown.slice(at + 1).filter(other => meet(one.box, other.box)).map(other => one.words + ' / ' + other.words))};
}"""


@pytest.mark.parametrize("path", MAPS)
@pytest.mark.parametrize(("width", "view"), [(1440, ""), (1000, ""), (1440, "?view=outline"), (390, "")])
def test_no_label_of_the_clock_overlaps_another(open_page, path: str, width: int, view: str) -> None:  # type: ignore[no-untyped-def]
    page = open_page(path, width=width)
    if view:
        page.goto(page.url + view)
    measured = page.evaluate(OVERLAPS)
    assert measured["found"] == []
    if "any-tuesday" not in path:
        assert measured["count"] >= 3


def test_a_head_unfolds_its_steps_in_the_map_and_the_address_says_so(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(MAP)
    button = page.locator(".journey-box [data-steps=consideration]")
    assert button.get_attribute("aria-expanded") == "false"
    expect(page.locator(UNFOLDED)).to_have_count(0)
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    heads = page.locator(f"{UNFOLDED} .journey-head")
    assert heads.count() == 5 and heads.first.is_visible()
    top = page.locator(UNFOLDED).bounding_box()
    first = page.locator("#goal").bounding_box()
    assert top is not None and first is not None and top["y"] < first["y"], "right under the heads"
    assert page.url.endswith("?steps=consideration")
    page.keyboard.press("Space")
    assert button.get_attribute("aria-expanded") == "false"
    expect(page.locator(UNFOLDED)).to_have_count(0)
    assert "steps" not in page.url
    assert page.failed == []


def test_what_is_unfolded_stays_so_for_a_colleague_and_beside_other_choices(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(MAP)
    page.goto(page.url + "?view=map&fold=goal&steps=consideration,nonsense")
    expect(page.locator(UNFOLDED)).to_be_visible()
    page.locator(".journey-unfolded summary").click()
    expect(page.locator(UNFOLDED)).to_have_count(0)
    page.wait_for_function("!location.search.includes('steps')")
    assert "view=map" in page.url and "fold=goal" in page.url
    assert page.evaluate("document.activeElement.dataset.steps") == "consideration", "the focus is not lost"


def test_lanes_of_steps_are_not_folded_with_those_of_the_map(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(MAP)
    page.goto(page.url + "?steps=consideration")
    expect(page.locator(f"{UNFOLDED} .journey-lane__fold")).to_have_count(0)
    page.locator("#thoughts .journey-lane__fold").click()
    expect(page.locator(f"{UNFOLDED} .journey-lane--thoughts td li").first).to_be_visible()


def test_without_javascript_a_head_leads_to_its_steps(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(MAP, script=False)
    grid = page.locator("#steps-consideration")
    expect(grid).not_to_be_visible()
    page.locator(".journey-box [data-steps=consideration]").click()
    grid.wait_for(state="visible", timeout=2000)
    expect(grid.locator(".journey-head")).to_have_count(5)


def test_on_a_phone_steps_unfold_below_the_map_and_the_page_stays_narrow(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(MAP, width=390, height=844)
    page.goto(page.url + "?steps=consideration")
    box = page.locator(".journey-finer > details .journey-finer__box")
    expect(box).to_be_visible()
    expect(page.locator(UNFOLDED)).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    width = page.locator(".journey-finer .journey-head").nth(1).bounding_box()["width"]
    assert 300 < width <= 390, "a step to a screen"


def _sheets(page, tmp_path: Path) -> int:  # type: ignore[no-untyped-def]
    path = tmp_path / "page.pdf"
    page.pdf(path=str(path), prefer_css_page_size=True, print_background=True)
    return len(re.findall(rb"/MediaBox ?\[", path.read_bytes()))


def test_steps_are_printed_only_when_unfolded_and_then_after_the_map(open_page, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    page = open_page(MAP)
    folded = _sheets(page, tmp_path)
    page.goto(page.url + "?steps=consideration")
    assert _sheets(page, tmp_path) > folded
    page.emulate_media(media="screen")
    expect(page.locator(UNFOLDED), "after printing it is back in its place").to_be_visible()


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_an_unfolded_stage_breaks_no_rule_of_wcag_2_2_aa(open_page, scheme: str) -> None:  # type: ignore[no-untyped-def]
    from axe_playwright_python.sync_playwright import Axe

    page = open_page(MAP)
    page.goto(page.url + "?steps=consideration")
    page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
    page.wait_for_timeout(400)  # the theme fades from one colour to the other
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": tags}})
    assert [f"{v['id']}: {node['html'][:140]}" for v in found.response["violations"] for node in v["nodes"][:3]] == []
