"""The drawing of impact against effort, measured in a browser: nothing meets anything, and a keyboard gets everywhere."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import expect

COUNTS = (2, 12, 30, 60)
TITLES = (
    "Ring",
    "Leveransbekräftelse samma kväll",
    "Installationsbesiktningsprotokollet skickas redan samma kväll till bostadsrättsföreningens ordförande",
    "Kvällsöppen rådgivning på danska till 22.30 på tisdagar och torsdagar",
    "MMMMMMMMMMMMMMMM WWWWWWWWWWWWWWWWWW",
    "在庫を確認する 在庫を確認する",
    "<script>alert(1)</script> & more",
)
LANGUAGES = {"sv": "ltr", "ar": "rtl"}
MEASURE = """() => {
  const drawing = [...document.querySelectorAll('.journey-plot__drawing')].filter(each => each.checkVisibility());
  const box = node => { const r = node.getBoundingClientRect(); return {text: node.textContent, left: r.left, right: r.right, top: r.top, bottom: r.bottom}; };
  return {
    shown: drawing.map(each => each.getAttribute('class').split('--')[1]),
    frame: box(drawing[0].querySelector('.frame')),
    boxes: [...drawing[0].querySelectorAll('.shape, .words, .name')].map(box),
    marks: drawing[0].querySelectorAll('a').length,
    smallest: Math.min(...[...drawing[0].querySelectorAll('text')].map(t => parseFloat(getComputedStyle(t).fontSize) * t.getScreenCTM().a || 99).filter(Boolean)),
    sideways: document.documentElement.scrollWidth,
  };
}"""


def _handbook(count: int, language: str) -> tuple[str, str]:
    chance = random.Random(count)
    lines = []
    for at in range(count):
        impact, effort = (4, 2) if at % 3 == 0 else (chance.randint(1, 5), chance.randint(1, 5))
        status = chance.choice(["idea", "planned", "doing", ""])
        state = f", status: {status}" if status else ""
        lines.append(f'      - {{text: "{chance.choice(TITLES)} {at}", impact: {impact}, effort: {effort}{state}}}\n')
    return f"title: Plot\nlanguage: {language}\n", f"title: J\nstages:\n  need:\n    opportunities:\n{''.join(lines)}"


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[int, str], Path]:
    """A small site for each number of opportunities; one of them is read from the right."""
    sites = {}
    for count, language in [*((count, "sv") for count in COUNTS), (30, "ar")]:
        folder = tmp_path_factory.mktemp("plot")
        maps = folder / "maps"
        (maps / "journeys").mkdir(parents=True)
        handbook, journey = _handbook(count, language)
        (maps / "handbook.yml").write_text(handbook, encoding="utf-8")
        (maps / "journeys" / "j.yml").write_text(journey, encoding="utf-8")
        config = "site_name: Plot\ndocs_dir: maps\ntheme: {name: material, font: false}\nplugins: [offline, journey-site]\n"
        (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(folder / "site")],
            check=True,
            cwd=folder,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        )
        sites[count, language] = folder / "site" / "opportunities" / "index.html"
    return sites


def _meet(one: dict[str, float], other: dict[str, float]) -> bool:
    """Whether two boxes share more than the half pixel by which browsers round."""
    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
    down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return across > 0.5 and down > 0.5


@pytest.mark.parametrize("width", [1440, 800, 390])
@pytest.mark.parametrize(("count", "language"), [*((count, "sv") for count in COUNTS), (30, "ar")])
def test_nothing_in_the_drawing_meets_anything(browser, drawn: dict[tuple[int, str], Path], count: int, language: str, width: int) -> None:  # type: ignore[no-untyped-def]
    page = browser.new_page(viewport={"width": width, "height": 900})
    try:
        page.goto(drawn[count, language].as_uri())
        assert page.evaluate("document.body.dir || 'ltr'") == LANGUAGES[language]
        found = page.evaluate(MEASURE)
        assert found["shown"] == ["wide" if width == 1440 else "narrow"]
        assert found["marks"] == count
        assert found["sideways"] <= width
        assert found["smallest"] >= 10.5
        met = [(one["text"], other["text"]) for one, other in combinations(found["boxes"], 2) if _meet(one, other)]
        assert met == []
        frame = found["frame"]
        beyond = [
            box["text"]
            for box in found["boxes"]
            if box["left"] < frame["left"] or box["right"] > frame["right"] or box["top"] < frame["top"] or box["bottom"] > frame["bottom"]
        ]
        assert beyond == []
    finally:
        page.close()


def test_a_keyboard_reaches_every_mark_and_its_row(browser, drawn: dict[tuple[int, str], Path]) -> None:  # type: ignore[no-untyped-def]
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    try:
        page.goto(drawn[12, "sv"].as_uri())
        page.locator(".journey-data a").last.focus()
        names = []
        for _ in range(12):
            page.keyboard.press("Tab")
            seen = page.evaluate("""() => { const at = document.activeElement, reach = at.querySelector('.reach');
                return [at.querySelector('title').textContent, reach && getComputedStyle(reach).stroke !== 'none']; }""")
            assert seen[1], "what has the focus is seen to have it"
            names.append(seen[0])
        assert [name.split(":")[0] for name in names] == [str(at) for at in range(1, 13)]
        expect(page.get_by_role("link", name=names[-1])).to_have_count(1)
        page.keyboard.press("Enter")
        row = page.locator("tr:target")
        assert row.locator(".journey-mark").inner_text() == "12"
        expect(row).to_be_visible()
    finally:
        page.close()


def test_on_paper_the_drawing_has_its_words(browser, drawn: dict[tuple[int, str], Path]) -> None:  # type: ignore[no-untyped-def]
    page = browser.new_page(viewport={"width": 700, "height": 900})
    try:
        page.goto(drawn[12, "sv"].as_uri())
        page.emulate_media(media="print")
        assert page.evaluate(MEASURE)["shown"] == ["wide"]
    finally:
        page.close()


@pytest.mark.parametrize("dark", [False, True])
def test_states_differ_where_colours_are_forced(browser, drawn: dict[tuple[int, str], Path], dark: bool) -> None:  # type: ignore[no-untyped-def]
    page = browser.new_page(viewport={"width": 1440, "height": 900}, forced_colors="active", color_scheme="dark" if dark else "light")
    try:
        page.goto(drawn[30, "sv"].as_uri())
        drawing = page.locator(".journey-plot__drawing--wide")
        shapes = {
            state: drawing.locator(f".journey-plot__mark--{state} .shape").first.get_attribute("d") for state in ("idea", "planned", "doing")
        }
        assert len(set(shapes.values())) == 3
        fills = page.evaluate("""() => ['.journey-plot__mark--doing .shape', '.journey-plot__mark--doing .number']
            .map(each => getComputedStyle(document.querySelector('.journey-plot__drawing--wide ' + each)).fill)""")
        assert fills[0] != fills[1], "a number can be read on its mark"
    finally:
        page.close()
