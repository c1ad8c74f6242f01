"""The drawing of each order, as it was last looked at by somebody and found good."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from journey_site.handbook import read_handbook
from journey_site.site.addresses import Addresses, directory_address
from journey_site.site.render import Renderer

DRAWINGS = Path(__file__).resolve().parent / "drawings"
ORDERS = ("linear", "cyclic", "network", "none")
MODEL = """\
name: Four
order: {order}
stages: {{need: {{name: Need}}, look: {{name: Look around}}, buy: {{name: Buy}}, use: {{name: Use}}}}
"""
JOURNEY = """\
title: Buys
model: four
paths:
  impulse: {name: On impulse, share: 20%, stages: [need, buy, use]}
  slow: {name: The slow way, share: 30%, stages: [need, look, need, look, buy, use]}
stages:
  need: {emotion: -1, next: [{to: look, share: 60%}, {to: buy, share: 20%, why: It was broken}, {exit: Stays away, share: 12%}]}
  look: {repeatable: true, emotion: 0.5, next: [{to: buy, share: 64%}, {to: need, share: 18%, why: Finds a new need}, {to: look, share: 5%}]}
  buy: {optional: true, next: [use]}
  use: {emotion: 1.5, next: [{to: need, share: 40%, why: Time for the next}]}
"""
DRAWN = re.compile(r'<section class="journey-shape.*?</section>|<tr class="journey-arcs".*?</tr>', re.DOTALL)


@pytest.mark.parametrize("order", ORDERS)
def test_drawing(order: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    for name, text in {"handbook": "title: H\n", "models/four": MODEL.format(order=order), "journeys/buys": JOURNEY}.items():
        path = tmp_path / f"{name}.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    outcome = read_handbook(tmp_path)
    assert not outcome.errors, [str(problem) for problem in outcome.errors]
    site = outcome.site()
    page = site.pages["journeys/buys/index.md"]
    html = Renderer(site, lambda _: "<svg></svg>").render(page, Addresses(directory_address(page.uri), directory_address)).html
    drawn = "\n".join(DRAWN.findall(html))
    lines = (line.strip() for line in re.sub(r"(<(?!/))", r"\n\1", drawn).splitlines())
    found = "\n".join(line for line in lines if line) + "\n"
    path = DRAWINGS / f"{order}.html"
    if request.config.getoption("--golden-update"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert path.is_file(), f"no golden file {path.name}; run pytest tests/golden --golden-update and look at it"
    assert found == path.read_text(encoding="utf-8")


def test_no_drawing_is_left_over() -> None:
    assert {path.stem for path in DRAWINGS.iterdir()} == {*ORDERS}
