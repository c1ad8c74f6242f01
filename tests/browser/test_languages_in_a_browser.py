"""Several languages as readers meet them: the choice by mouse and keyboard from a disk, search, and pages from the right."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
JOURNEY = """\
title: {en: Buys a bike, he: קונה אופניים}
persona: anna
stages:
  need:
    name: {en: Need, he: צורך}
    emotion: -1.4
    duration: 2-8 weeks
    next: [{to: choose, share: 60%}, {exit: Gives up, share: 40%}]
    thoughts: [{en: Is it for me?, he: זה בשבילי?}, Only in English]
    touchpoints: [{name: {en: The shop, he: החנות}, experience: 1}]
  choose: {name: {en: Choice, he: בחירה}, emotion: 1, duration: 3 months, next: [{to: need, share: 20%}, {to: buy, share: 80%}]}
  buy: {name: {en: Purchase, he: רכישה}, emotion: 0.5}
"""


def test_the_choice_of_languages_works_from_a_disk(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("journeys/oil-to-heat-pump/consideration.html")
    page.locator(".md-select button").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Svenska"
    page.keyboard.press("Enter")
    page.wait_for_url("**/sv/journeys/oil-to-heat-pump/consideration.html")
    assert page.locator("html").get_attribute("lang") == "sv"
    page.locator(".md-select button").hover()
    page.locator("a[hreflang=en]").click()
    page.wait_for_url("**/journeys/oil-to-heat-pump/consideration.html")
    assert page.locator("html").get_attribute("lang") == "en"


def test_search_finds_in_the_language_of_the_tree(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("sv/index.html")
    found = page.locator(".md-search-result__item a").first
    for _ in range(20):  # words that are typed before the index is there are not looked for
        page.locator(".md-search__input").fill("")
        page.locator(".md-search__input").press_sequentially("offerter")
        page.wait_for_timeout(1000)
        if found.is_visible():
            break
    assert "/sv/" in found.get_attribute("href")


@pytest.fixture(scope="module")
def from_the_right(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handbook in English and Hebrew."""
    folder = tmp_path_factory.mktemp("right")
    maps = folder / "maps"
    (maps / "journeys").mkdir(parents=True)
    (maps / "personas").mkdir()
    (maps / "handbook.yml").write_text("title: {en: Journeys, he: מסעות}\nlanguages: [en, he]\n", encoding="utf-8")
    (maps / "personas" / "anna.yml").write_text("name: {en: Anna, he: אנה}\n", encoding="utf-8")
    (maps / "journeys" / "bike.yml").write_text(JOURNEY, encoding="utf-8")
    config = "site_name: Right\ndocs_dir: maps\ntheme: {name: material, font: false}\nplugins: [search, offline, journey-site]\n"
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "--strict", "-d", str(folder / "site")],
        check=True,
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )
    return folder / "site"


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("path", ["journeys/bike/index.html", "journeys/bike/need.html", "atlas/index.html"])
def test_pages_from_the_right_are_mirrored_and_never_scroll_sideways(browser, from_the_right: Path, path: str, width: int) -> None:  # type: ignore[no-untyped-def]
    page = browser.new_page(viewport={"width": width, "height": 900})
    try:
        page.goto((from_the_right / "he" / path).as_uri())
        assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    finally:
        page.close()


def test_time_runs_from_the_right(browser, from_the_right: Path) -> None:  # type: ignore[no-untyped-def]
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    measure = """() => ({
        heads: [...document.querySelectorAll('.journey-map [data-stage], .journey-map thead th')].map(e => e.getBoundingClientRect().left),
        dots: [...document.querySelectorAll('.journey-curve__dots li .journey-face')].map(e => e.getBoundingClientRect().left),
    })"""
    try:
        page.goto((from_the_right / "journeys" / "bike" / "index.html").as_uri())
        left = page.evaluate(measure)
        page.goto((from_the_right / "he" / "journeys" / "bike" / "index.html").as_uri())
        right = page.evaluate(measure)
        assert len(left["heads"]) >= 3
        assert left["heads"] == sorted(left["heads"])
        assert right["heads"] == sorted(right["heads"], reverse=True)
        assert len(left["dots"]) == len(right["dots"]) == 3
        assert left["dots"] == sorted(left["dots"])
        assert right["dots"] == sorted(right["dots"], reverse=True)
        said = page.locator(".journey-face__value").first
        assert said.inner_text() == "\u200e−1.4"
    finally:
        page.close()
