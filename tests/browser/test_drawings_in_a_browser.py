"""No word of a drawing meets another, a stage, or the drawing's edge: measured in a browser for random journeys of every order."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

ORDERS = ("cyclic", "network", "linear")
COUNTS = (3, 6, 12, 20)
MOST_WAYS = 30
WORDS = (
    "Need",
    "Trigger",
    "Explore possibilities",
    "Leveransbekräftelse",
    "Installationsbesiktningsprotokoll",
    "Buy",
    "Ægteskabelig økonomi",
    "在庫を確認する",
    "MAKE PURCHASE",
    "Wait",
)
REASONS = ("March comes", "Tired of it", "A neighbour mentions something else", "Kvitteringen mangler", "WWW", "在庫がない", "")
BOXES = ".journey-figure__stop, .journey-figure__beside, .journey-figure__said"
MEASURE = """selector => {
  // A box is at least as large as the words that are seen in it; those for screen readers alone take no room.
  const seen = element => {
    const rects = [element.getBoundingClientRect()], words = [];
    for (const inner of element.querySelectorAll('span, b, i')) {
      if (inner.closest('.journey-hidden')) continue;
      const range = document.createRange(); range.selectNodeContents(inner); rects.push(...range.getClientRects());
      if (!inner.children.length) words.push(inner.textContent);
    }
    const of = (side, most) => Math[most](...rects.map(rect => rect[side]));
    return {text: words.join(' '), left: of('left', 'min'), right: of('right', 'max'), top: of('top', 'min'), bottom: of('bottom', 'max')};
  };
  return [...document.querySelectorAll('.journey-figure')].filter(f => f.checkVisibility()).map(figure => {
    const whole = figure.getBoundingClientRect();
    return {whole: {left: whole.left, right: whole.right, top: whole.top, bottom: whole.bottom},
            smallest: Math.min(...[...figure.querySelectorAll('.journey-figure__name, .journey-figure__said')].map(e => parseFloat(getComputedStyle(e).fontSize))),
            boxes: [...figure.querySelectorAll(selector)].filter(e => e.checkVisibility()).map(seen)};
  });
}"""


def _journey(order: str, count: int) -> str:
    """A journey of ``count`` stages with as many as thirty ways, which is the same on every run."""
    chance = random.Random(f"{order} {count}")
    ids = [f"stage-{chr(97 + at)}" for at in range(count)]
    ways: dict[str, list[str]] = {identity: [] for identity in ids}
    for _ in range(min(MOST_WAYS, 4 * count)):
        start = chance.choice(ids)
        leads = "exit: Goes somewhere else" if chance.random() < 0.12 else f"to: {chance.choice(ids)}"
        share = f", share: {chance.randint(1, 16)}%" if chance.random() < 0.8 and len(ways[start]) < 6 else ""
        why = chance.choice(REASONS)
        ways[start].append(f"      - {{{leads}{share}{f', why: {why}' if why else ''}}}\n")
    lines = [f"title: {order} of {count}\nmodel: {order}-{count}\nstages:\n"]
    for identity in ids:
        again = "    repeatable: true\n" if chance.random() < 0.3 else ""
        skipped = "    optional: true\n" if chance.random() < 0.3 else ""
        mood = f"    emotion: {chance.choice((-2, -1, 0, 1, 2))}\n" if chance.random() < 0.7 else ""
        lines.append(f"  {identity}:\n    goal: Get on\n{again}{skipped}{mood}")
        if ways[identity]:
            lines.append("    next:\n" + "".join(ways[identity]))
    return "".join(lines)


def _model(order: str, count: int) -> str:
    chance = random.Random(f"names {order} {count}")
    stages = "".join(f"  stage-{chr(97 + at)}: {{name: {chance.choice(WORDS)} {chance.choice(WORDS)}}}\n" for at in range(count))
    return f"name: {order} {count}\norder: {order}\nstages:\n{stages}"


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One site with a journey for each order and number of stages."""
    folder = tmp_path_factory.mktemp("drawings")
    maps = folder / "maps"
    for kind in ("journeys", "models"):
        (maps / kind).mkdir(parents=True)
    (maps / "handbook.yml").write_text("title: Drawings\n", encoding="utf-8")
    for order in ORDERS:
        for count in COUNTS:
            (maps / "models" / f"{order}-{count}.yml").write_text(_model(order, count), encoding="utf-8")
            (maps / "journeys" / f"{order}-{count}.yml").write_text(_journey(order, count), encoding="utf-8")
    config = "site_name: Drawings\ndocs_dir: maps\ntheme: {name: material, font: false}\nplugins: [offline, journey-site]\n"
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(folder / "site")],
        check=True,
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )
    return folder / "site"


def _meet(one: dict[str, float], other: dict[str, float]) -> bool:
    """Whether two boxes share more than the half pixel by which browsers round."""
    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
    down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return across > 0.5 and down > 0.5


@pytest.mark.parametrize("width", [1440, 1000, 390])
@pytest.mark.parametrize("order", ["cyclic", "network"])
@pytest.mark.parametrize("count", COUNTS)
def test_no_word_of_a_drawing_meets_another(browser, drawn: Path, order: str, count: int, width: int) -> None:  # type: ignore[no-untyped-def]
    page = browser.new_page(viewport={"width": width, "height": 900})
    try:
        page.goto((drawn / "journeys" / f"{order}-{count}" / "index.html").as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        figures = page.evaluate(MEASURE, BOXES)
        if width == 390:
            assert figures == [], "on a phone the words stand for the drawing"
            assert page.locator(".journey-shape__ways > li").count() == count
            assert page.locator(".journey-shape__ways").bounding_box()["height"] > 50
            return
        (figure,) = figures
        assert figure["smallest"] >= 11
        boxes, whole = figure["boxes"], figure["whole"]
        assert len(boxes) > count, "stages and words are there to be measured"
        met = [(one["text"], other["text"]) for at, one in enumerate(boxes) for other in boxes[at + 1 :] if _meet(one, other)]
        assert met == []
        beyond = [
            box["text"]
            for box in boxes
            if box["left"] < whole["left"] - 0.5
            or box["right"] > whole["right"] + 0.5
            or box["top"] < whole["top"] - 0.5
            or box["bottom"] > whole["bottom"] + 0.5
        ]
        assert beyond == []
    finally:
        page.close()
