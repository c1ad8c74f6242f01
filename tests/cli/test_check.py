"""``journey-site check``: what it prints, and how it ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from journey_site.cli.folder import default_folder
from journey_site.cli.main import commands


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(commands, ["check", *words])
    return result.exit_code, result.output


@pytest.fixture
def maps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "handbook.yml").write_text("title: T\n", encoding="utf-8")
    return tmp_path / "maps"


def test_no_problems(maps: Path) -> None:
    assert run() == (0, "No problems in 1 file.\n")


def test_problems_line_by_line(maps: Path) -> None:
    (maps / "journeys.yml").write_text("a: {title: A, persona: x, stages: {one: {next: }}}\n", encoding="utf-8")
    code, said = run()
    assert code == 1
    assert said.splitlines() == [
        'maps/journeys.yml:1:24: error: there is no persona "x"',
        "    none is written yet",
        "maps/journeys.yml:1:48: warning: next: is empty, so the following stage is taken",
        "    write next: [] to end the journey here, or leave the line out",
        "1 error, 1 warning in 2 files.",
    ]


def test_warnings_and_advice(maps: Path) -> None:
    (maps / "journeys.yml").write_text("a: {title: A, stages: [{name: One, next: }]}\n", encoding="utf-8")
    code, said = run()
    assert (code, said.split("\n\n")[0].splitlines()[-1]) == (0, "1 warning in 2 files.")
    assert "advice:" in said
    assert run("--no-coverage")[1].splitlines()[-1] == "1 warning in 2 files."
    assert run("--fail-on", "warning")[0] == 1
    (maps / "journeys.yml").write_text("a: {title: A, stages: [{name: One}]}\n", encoding="utf-8")
    assert run("--fail-on", "warning")[0] == 0, "advice never counts"


def test_whether_customers_are_met(maps: Path) -> None:
    journey = """
title: A
model: discovery-to-decision
stages:
  discovery: {our_goal: Be seen, content: [{title: One}]}
  consideration: {our_goal: Help, content: [{title: Two}], touchpoints: [{touchpoint: shop, experience: -1}]}
  decision: {touchpoints: [{touchpoint: shop, experience: 1}]}
"""
    (maps / "journeys.yml").write_text("b: {title: B, stages: [{id: one, name: One, our_goal: Sell}]}\n", encoding="utf-8")
    (maps / "journeys").mkdir()
    (maps / "journeys" / "a.yml").write_text(journey, encoding="utf-8")
    (maps / "touchpoints.yml").write_text("shop: {name: The shop}\n", encoding="utf-8")
    code, said = run()
    assert code == 0
    assert said == """\
No problems in 4 files.

Do we meet the customer where they are?

Is there content for every stage, not only for the purchase? 1 of 2 (content-beyond-decision)
  maps/journeys.yml:1:24: No stage has content yet
      Begin where customers ask the most

Does some content help to choose, not only to buy? 1 of 1 (content-to-choose)

Do we follow up after the purchase? cannot be said (follow-up-after-purchase)

Do we make it easy to recommend us? cannot be said (easy-to-recommend)

Do we have a goal of our own in every stage? 1 of 2 (goal-in-every-stage)
  maps/journeys/a.yml:7:3: No goal of ours in Decision
      Agree on what we want there, and write it as our_goal

Does somebody work on the worst experience? 0 of 1 (worst-experience-has-opportunity)
  maps/journeys/a.yml:6:3: The worst is The shop in Consideration (−1); there is no opportunity
      Write down what could help, with an owner

Is every touchpoint measured? 0 of 1 (every-touchpoint-measured)
  maps/journeys/a.yml:6:3: 1 of 1 touchpoints is not measured: The shop
      Choose a number that shows how it works there, and write it under metrics

Is each touchpoint felt alike along the way? 1 worth a look (touchpoints-rated-alike)
  maps/journeys/a.yml:6:3: The shop: −1 in Consideration and +1 in Decision
      Ask what is done otherwise where it goes well

Is something written about every stage? 2 of 2 (no-stage-left-empty)
"""
    assert run("--no-coverage") == (0, "No problems in 4 files.\n")


def test_what_is_required_fails_the_check(maps: Path) -> None:
    (maps / "journeys.yml").write_text("a: {title: A, stages: [{id: one, name: One}]}\n", encoding="utf-8")
    (maps / "handbook.yml").write_text("title: T\nchecks: {goal-in-every-stage: {require: 1}}\n", encoding="utf-8")
    code, said = run("--no-coverage")
    assert (code, said.splitlines()) == (
        1,
        [
            'maps/handbook.yml:2:41: error: 0 of 1 journeys meet "goal-in-every-stage", and 1 is required; not yet: a',
            "    journey-site check says for each journey what to do",
            "1 error in 2 files.",
        ],
    )
    (maps / "handbook.yml").write_text("title: T\nchecks: {goal-in-every-stage: warning}\n", encoding="utf-8")
    assert run()[0] == 0
    assert run("--fail-on", "warning")[0] == 1


def test_many_journeys_are_counted(maps: Path) -> None:
    journeys = "".join(f"j{i}: {{title: J, stages: [{{id: one, name: One}}]}}\n" for i in range(23))
    (maps / "journeys.yml").write_text(journeys, encoding="utf-8")
    assert run()[1].count("  and 3 journeys more\n") == 3


def test_an_edition(maps: Path) -> None:
    (maps / "handbook.yml").write_text("title: T\naudiences: [internal, public]\n", encoding="utf-8")
    assert run("--audience", "public") == (0, "No problems in 1 file.\n")
    assert run("--audience", "pubic")[0] == 1


def test_a_folder_that_is_not_there(maps: Path) -> None:
    assert run("nowhere") == (2, 'journey-site: the folder "nowhere" does not exist\n')
    assert run("maps/handbook.yml")[0] == 2


@pytest.mark.parametrize(
    ("config", "folder"),
    [
        (None, "maps"),
        ("site_name: X\n", "maps"),
        ("site_name: X\nplugins: [journey-site]\n", "docs"),
        ("docs_dir: atlas\nplugins: [search, journey-site]\n", "atlas"),
        ("plugins:\n  - search\n  - journey-site: {maps: kartor}\n", "kartor"),
        ("plugins: {journey-site: {maps: kartor}}\n", "kartor"),
        ("docs_dir: atlas\nx: !ENV [A, b]\ny: !!python/name:a.b ''\nplugins:\n  - journey-site:\n", "atlas"),
        ("docs_dir: [\n", "maps"),
    ],
)
def test_the_folder_that_mkdocs_yml_says(tmp_path: Path, config: str | None, folder: str) -> None:
    if config is not None:
        (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")
    assert default_folder(tmp_path) == folder


def test_an_output_that_is_not_utf8(maps: Path) -> None:
    (maps / "journeys.yml").write_text("a: {extends: a}\n", encoding="utf-8")
    command = [sys.executable, "-c", "from journey_site.cli.main import main; main()", "check"]
    done = subprocess.run(command, env={"PYTHONIOENCODING": "latin-1", "PATH": ""}, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "in a circle: a ? a" in done.stdout
    assert done.stderr == ""


def test_a_reader_that_has_gone_away(maps: Path) -> None:
    (maps / "touchpoints.yml").write_text("".join(f"t{i}: {{nam: x}}\n" for i in range(900)), encoding="utf-8")
    command = f'"{sys.executable}" -c "from journey_site.cli.main import main; main()" check | head -1'
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True)
    assert done.stderr == ""


def test_version() -> None:
    result = CliRunner().invoke(commands, ["--version"])
    assert result.output.startswith("journey-site, version ")
