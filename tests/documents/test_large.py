"""Large and hostile handbooks: they load, and cost no more than they must."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from corpus import without_advice

from journey_site.handbook import Outcome, read_handbook

Write = Callable[..., Outcome]
BIG = "x" * 200_000


def journey(number: int) -> str:
    return f"{{title: Journey {number}, persona: p{number % 20}, stages: {{one: {{next: [two], touchpoints: [t]}}, two: {{}}}}}}"


def test_a_thousand_files_and_two_thousand_journeys(tmp_path: Path) -> None:
    (tmp_path / "journeys").mkdir()
    (tmp_path / "handbook.yml").write_text("title: Large\ntouchpoints: {t: T}\n", encoding="utf-8")
    people = "".join(f"p{i}: {{name: Person {i}}}\n" for i in range(20))
    (tmp_path / "personas.yml").write_text(people, encoding="utf-8")
    for i in range(1_000):
        (tmp_path / "journeys" / f"a{i}.yml").write_text(journey(i), encoding="utf-8")
    rest = "".join(f"b{i}: {journey(i)}\n" for i in range(1_000))
    (tmp_path / "journeys.yml").write_text(rest, encoding="utf-8")
    outcome = read_handbook(tmp_path)
    assert without_advice(outcome.problems) == ()
    assert (len(outcome.files), len(outcome.atlas.journeys)) == (1_003, 2_000)


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (f'title: x\nstages: {{a: {{thoughts: [&a "{BIG}"], departments: [{"*a," * 20_000}]}}}}\n', 1),
        (f'title: x\nwas: [&a "{BIG}",{"*a," * 20_000}]\nstages: [b]\n', 1),
        (f'title: x\nstages: {{a: {{thoughts: [&a " [x](journey:y) {BIG}"], actions: [{"*a," * 20_000}]}}}}\n', 1),
        ("title: x\nstages: [b]\nsummary: |\n" + "".join(f"  [a](journey:b{i})\n" for i in range(5_000)), 5_000),
        ('title: x\nstages: [b]\nsummary: "' + "[](:<" * 100_000 + '"\n', 0),
        ('title: x\nstages: [b]\nsummary: "]:' + "` `` " * 100_000 + '"\n', 0),
        ("title: x\nstages:\n" + "".join(f"  s{i}: {{next: [t{i}]}}\n" for i in range(5_000)), 5_000),
    ],
    ids=["long reference", "long id", "long text", "many links", "brackets", "ticks", "many stages"],
)
def test_hostile_journeys_cost_little(handbook: Write, text: str, problems: int) -> None:
    outcome = handbook({"journeys/a.yml": text})
    assert len(outcome.problems) == problems
    assert all(len(str(problem)) < 1_000 for problem in outcome.problems)


def test_a_table_of_mistakes_is_not_read_to_its_end(handbook: Write) -> None:
    outcome = handbook({"touchpoints.yml": "".join(f"t{i}: {{nam: x}}\n" for i in range(5_000))})
    assert 1_000 < len(outcome.problems) < 1_010
    assert outcome.problems[-1].rule == "too-many-problems"


def test_inheritance_is_bounded(handbook: Write) -> None:
    chain = "j0: {title: x, stages: [s]}\n" + "".join(f"j{i}: {{extends: j{i - 1}}}\n" for i in range(1, 2_000))
    assert {problem.rule for problem in handbook({"journeys.yml": chain}).problems} == {"inherits-too-much"}
    stages = ", ".join(f"s{i}" for i in range(5_000))
    wide = f"j0: {{title: x, stages: [{stages}]}}\n" + "".join(f"j{i}: {{extends: j0}}\n" for i in range(1, 500))
    assert {problem.rule for problem in handbook({"journeys.yml": wide}).problems} == {"inherits-too-much"}
