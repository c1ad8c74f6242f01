"""Nothing that is written over the heads of a map lies on anything else that is, however many ways there are."""

from __future__ import annotations

import random
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest

SIZES = (3, 6, 12, 20)
REASONS = ("", "Too dear", "Kommer på något annat och lägger det åt sidan", "Överraskas av köpvillkoren", "x")


def journey(size: int, seed: int) -> str:
    """A journey of ``size`` stages with up to 30 ways at random."""
    chance = random.Random(seed)
    lines = [f"title: Journey {seed}", "stages:"]
    for at in range(size):
        others = chance.sample(range(size), k=min(size, chance.randint(0, max(1, 30 // size))))
        lines += [f"  s{at}:", f"    name: Överväganden nummer {at}", "    next:"]
        lines += [
            f'      - {{to: s{other}, share: {chance.randint(1, 9)}%, why: "{chance.choice(REASONS)}"}}' for other in others
        ]
        if chance.random() < 0.5 or not others:
            lines.append(f"      - {{exit: Går, share: {chance.randint(1, 20)}%}}")
        if at and chance.random() < 0.3:
            lines.append(f"    parallel: [s{at - 1}]")
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of several journeys with many ways."""
    folder = tmp_path_factory.mktemp("crowded")
    maps = folder / "maps"
    (maps / "journeys").mkdir(parents=True)
    (maps / "handbook.yml").write_text("title: Crowded\n", encoding="utf-8")
    for at, size in enumerate((*SIZES, *SIZES)):
        (maps / f"journeys/j{at}.yml").write_text(journey(size, at), encoding="utf-8")
    config = "site_name: x\ndocs_dir: maps\ntheme: {name: material, font: false}\nplugins: [offline, journey-site]\n"
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(folder / "site")], check=True, cwd=folder)
    return folder / "site"


BOXES = """(selector) => [...document.querySelectorAll(selector)].map(each => {
  const box = each.getBoundingClientRect();
  return [box.left, box.top, box.right, box.bottom, each.textContent];
})"""


def test_no_words_over_the_heads_overlap(browser, crowded: Path) -> None:  # type: ignore[no-untyped-def]
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    for at in range(2 * len(SIZES)):
        page.goto((crowded / f"journeys/j{at}/index.html").as_uri())
        boxes = page.evaluate(BOXES, ".journey-box :is(.journey-arc > span, .journey-exits, .journey-beside > span)")
        assert boxes
        for one, other in combinations(boxes, 2):
            apart = one[2] <= other[0] + 0.5 or other[2] <= one[0] + 0.5 or one[3] <= other[1] + 0.5 or other[3] <= one[1] + 0.5
            assert apart, (at, one, other)
        drawing = page.evaluate(BOXES, ".journey-box .journey-arcs__drawing")[0]
        assert all(drawing[1] - 6 <= box[1] and box[3] <= drawing[3] + 1 for box in boxes)
    page.close()
