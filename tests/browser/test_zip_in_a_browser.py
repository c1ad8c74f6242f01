"""A zip that was handed over, unpacked and opened from the disk with no network: search, languages, print, fonts, colours."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from playwright.sync_api import expect

ROOT = Path(__file__).resolve().parents[2]
FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf")
FILES = {
    "mkdocs.yml": """\
        site_name: Handed over
        site_url: https://x.example/
        repo_url: https://github.com/x/x
        docs_dir: maps
        theme:
          name: material
          features: [navigation.instant, search.suggest, navigation.tabs]
          palette: [{scheme: default, toggle: {icon: material/weather-night, name: Dark}}, {scheme: slate, toggle: {icon: material/weather-sunny, name: Light}}]
        plugins: [search, journey-site]
        """,
    "maps/handbook.yml": """\
        title: {en: A handbook, sv: En handbok}
        languages: [en, sv]
        brand: {primary: "#ffd400", accent: "#ffe082", footer: Acme, credit: false, fonts: {text: fonts/text.ttf}}
        """,
    "maps/personas/anna.yml": "name: Anna\nsummary: {en: Commutes by car, sv: Pendlar med bil}\n",
    "maps/journeys/buy.yml": """\
        title: {en: Buys a bicycle, sv: Köper en cykel}
        persona: anna
        stages:
          think: {name: {en: Thinks, sv: Tänker}, emotion: -1, thoughts: [{en: Queues again this morning, sv: Köer igen i morse}]}
          buy: {name: {en: Buys, sv: Köper}, emotion: 1}
        """,
}


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the reader has unpacked."""
    folder = tmp_path_factory.mktemp("from")
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(dedent(text), encoding="utf-8")
    if FONT.is_file():
        (folder / "maps/fonts").mkdir()
        shutil.copy(FONT, folder / "maps/fonts/text.ttf")
    command = [sys.executable, "-c", "from journey_site.cli.main import main; main()", "build", "--zip", "client.zip"]
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", ""))))
    env = os.environ | {"PYTHONPATH": path, "SOURCE_DATE_EPOCH": "1795219200", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    to = tmp_path_factory.mktemp("to") / "what a client got åäö"
    with zipfile.ZipFile(folder / "client.zip") as archive:
        archive.extractall(to)
    return to


@pytest.fixture
def opened(browser: Any, unpacked: Path) -> Iterator[Callable[..., Any]]:
    """Open a page of it, with no network."""
    contexts = []

    def open_one(path: str = "index.html", **more: object) -> Any:
        context = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True, **more)
        contexts.append(context)
        page = context.new_page()
        page.asked = []
        page.failed = []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("pageerror", lambda error: page.failed.append(str(error)))
        page.goto((unpacked / path).as_uri())
        return page

    yield open_one
    for context in contexts:
        context.close()


def _quiet(page: Any) -> None:
    assert page.failed == []
    assert [url for url in page.asked if not url.startswith(("file:", "data:", "blob:"))] == []


@pytest.mark.parametrize(("page", "word", "leads_to"), [("index.html", "queues", "journeys/buy/think.html"), ("sv/index.html", "köer", "sv/journeys/buy/think.html")])
def test_search_finds_and_leads_there(opened: Callable[..., Any], page: str, word: str, leads_to: str) -> None:
    here = opened(page)
    here.locator(".md-search__input").click()
    here.keyboard.type(word)
    found = here.locator(".md-search-result__link").first
    found.wait_for()
    found.click()
    here.wait_for_url(f"**/{leads_to}**")
    _quiet(here)


def test_the_choice_of_languages_leads_to_the_same_page(opened: Callable[..., Any]) -> None:
    page = opened("journeys/buy/think.html")
    page.locator(".md-select > button").hover()
    page.locator(".md-select__link[hreflang=sv]").click()
    page.wait_for_url("**/sv/journeys/buy/think.html")
    assert page.locator("html").get_attribute("lang") == "sv"
    assert "Köer igen i morse" in page.locator("article").inner_text()
    page.locator(".md-select > button").hover()
    page.locator(".md-select__link[hreflang=en]").click()
    page.wait_for_url(lambda url: url.endswith("/journeys/buy/think.html") and "/sv/" not in url)
    _quiet(page)


def test_print(opened: Callable[..., Any]) -> None:
    page = opened("journeys/buy/index.html")
    page.emulate_media(media="print")
    expect(page.locator(".md-header")).not_to_be_visible()
    expect(page.locator("article h1")).to_be_visible()
    assert page.pdf().startswith(b"%PDF")
    _quiet(page)


def test_menus_dark_colours_and_data_work_from_the_disk(opened: Callable[..., Any], unpacked: Path) -> None:
    page = opened()
    page.locator("label[for=__palette_1]").click()
    page.locator("body[data-md-color-scheme=slate]").wait_for()
    page.locator(".md-tabs__link", has_text="Journeys").click()
    page.wait_for_url("**/journeys/index.html")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    for link in page.locator("article a[download], article a[href$='.csv']").all():
        assert (unpacked / "journeys" / str(link.get_attribute("href"))).resolve().is_file()
    _quiet(page)


def test_the_site_is_dressed_as_the_brand_says(opened: Callable[..., Any], unpacked: Path) -> None:
    page = opened()
    header = page.locator(".md-header")
    assert header.evaluate("each => getComputedStyle(each).backgroundColor") == "rgb(255, 212, 0)"
    assert header.evaluate("each => getComputedStyle(each).color") == "rgb(0, 0, 0)"
    assert page.locator(".md-copyright").inner_text().strip() == "Acme"
    for path in unpacked.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "mkdocs-material/" not in text, path
        assert 'name="generator"' not in text, path
    assert "journey_site" not in (unpacked / "manifest.json").read_text(encoding="utf-8")
    _quiet(page)


@pytest.mark.skipif(not FONT.is_file(), reason="needs a font to hand over")
@pytest.mark.parametrize("page", ["index.html", "sv/journeys/buy/index.html"])
def test_fonts_come_from_the_folder(opened: Callable[..., Any], page: str) -> None:
    here = opened(page)
    assert here.evaluate("document.fonts.ready.then(() => [...document.fonts].filter(each => each.status === 'loaded').map(each => each.family))") == ["journey-text"]
    assert "journey-text" in here.locator("article h1").evaluate("each => getComputedStyle(each).fontFamily")
    _quiet(here)
