"""What a place in a file lies in, by the names that the handbook has for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from journey_site.handbook import read_handbook
from journey_site.problems import Span
from journey_site.reports.enclosing import enclosing
from journey_site.reports.sources import Sources

FILES = {
    "handbook.yml": "title: T\nlanguage: sv\nlanguages: [sv, en]\ndepartments:\n  sales: {name: Sälj, colour: red}\n",
    "journeys/buy.yml": """\
title: {en: Buying, sv: Köpa bil}
model: discovery-to-decision
pains: [Allt]
stages:
  discovery:
    emotion: 9
  compare:
    name: Jämföra
    touchpoints:
      - shop
      - {touchpoint: shop, experience: 9}
      - {name: Grannen, experience: 9}
    steps:
      - {title: Googlar, emotion: 9}
      - {title: Ringer,
         emotion: 9}
    next: [decision]
  decision:
    next:
""",
    "touchpoints.yml": "shop: {name: Butiken}\nweb:\n  name: Webben\n  channel: x\n",
    "models/ours.yml": "name: Våra\nstages:\n  one: {name: Ett, serves: x}\n",
    "personas/anna.yml": "name: Anna\nage: x\n",
}


@pytest.mark.parametrize(
    ("file", "line", "column", "within"),
    [
        ("journeys/buy.yml", 2, 8, 'journey "Köpa bil"'),
        ("journeys/buy.yml", 3, 9, 'journey "Köpa bil"'),
        ("journeys/buy.yml", 6, 14, 'journey "Köpa bil", stage "Upptäckten"'),
        ("journeys/buy.yml", 7, 3, 'journey "Köpa bil", stage "Jämföra"'),
        ("journeys/buy.yml", 10, 9, 'journey "Köpa bil", stage "Jämföra"'),
        ("journeys/buy.yml", 11, 34, 'journey "Köpa bil", stage "Jämföra", touchpoint "Butiken"'),
        ("journeys/buy.yml", 12, 25, 'journey "Köpa bil", stage "Jämföra", touchpoint "Grannen"'),
        ("journeys/buy.yml", 14, 34, 'journey "Köpa bil", stage "Jämföra", step "Googlar"'),
        ("journeys/buy.yml", 16, 19, 'journey "Köpa bil", stage "Jämföra", step "Ringer"'),
        ("journeys/buy.yml", 17, 12, 'journey "Köpa bil", stage "Jämföra"'),
        ("journeys/buy.yml", 19, 10, 'journey "Köpa bil", stage "Beslutet"'),
        ("touchpoints.yml", 1, 8, 'touchpoint "Butiken"'),
        ("touchpoints.yml", 4, 12, 'touchpoint "Webben"'),
        ("models/ours.yml", 3, 28, 'model "Våra", stage "Ett"'),
        ("personas/anna.yml", 2, 6, 'persona "Anna"'),
        ("handbook.yml", 5, 32, 'department "Sälj"'),
        ("handbook.yml", 1, 8, ""),
        ("elsewhere.yml", 1, 1, ""),
        ("index.md", 1, 1, ""),
    ],
)
def test_by_name(tmp_path: Path, file: str, line: int, column: int, within: str) -> None:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    outcome = read_handbook(tmp_path)
    found = enclosing(Span(file, line, column, line, column + 1), Sources(tmp_path), outcome.atlas)
    assert ", ".join(map(str, found)) == within


def test_a_broken_file_says_as_much_as_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "handbook.yml").write_text("title: T\n", encoding="utf-8")
    (tmp_path / "journeys").mkdir()
    broken = 'title: Buys\nstages:\n  first:\n    name: The first\n    thoughts: [a]\n    goal: "never closed\n  second:\n    name: B\n'
    (tmp_path / "journeys" / "a.yml").write_text(broken, encoding="utf-8")
    outcome = read_handbook(tmp_path)
    (problem,) = outcome.problems
    assert problem.rule == "unclosed-quote"
    found = enclosing(problem.span, Sources(tmp_path), outcome.atlas)
    assert [str(each) for each in found] == ['journey "Buys"', 'stage "The first"']


def test_a_file_that_is_nothing_but_broken(tmp_path: Path) -> None:
    (tmp_path / "handbook.yml").write_text("title: T\n", encoding="utf-8")
    (tmp_path / "journeys").mkdir()
    (tmp_path / "journeys" / "a.yml").write_text("[\n", encoding="utf-8")
    outcome = read_handbook(tmp_path)
    found = enclosing(outcome.problems[0].span, Sources(tmp_path), outcome.atlas)
    assert [str(each) for each in found] == ['journey "a"']
