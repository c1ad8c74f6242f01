"""``journey-site review``: what it prints, for whom, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from journey_site.cli.main import commands

HANDBOOK = """
title: T
review_every: 6 months
departments:
  sales: {name: {en: Sales, sv: Sälj}, contact: "mailto:sales@x.example"}
  care: {name: Care}
languages: [en, sv]
"""
CONTENT = """
late: {title: Late, reviewed: 2026-04-01, reviewed_by: Eva, owner: sales}
fine: {title: Fine, reviewed: 2026-11-01, owner: {name: Bo Alm}}
never: {title: Never, review_every: 2 weeks}
"""


def run(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(commands, ["review", *words])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def maps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps/handbook.yml").write_text(HANDBOOK, encoding="utf-8")
    (tmp_path / "maps/content.yml").write_text(CONTENT, encoding="utf-8")
    return tmp_path / "maps"


def test_by_owner_with_the_place_of_each_date(maps: Path) -> None:
    code, said, errors = run()
    assert (code, errors) == (0, "")
    assert said.splitlines() == [
        "Sales <sales@x.example>: 1 overdue, since September",
        "  maps/content.yml:2:31: overdue: Late (content)",
        "      due 2026-09-30, 52 days late, reviewed 2026-04-01 by Eva",
        "",
        "Bo Alm: 1 later",
        "  maps/content.yml:3:31: later: Fine (content)",
        "      due 2027-05-02, reviewed 2026-11-01",
        "",
        "Nobody in particular: 1 never reviewed",
        "  maps/content.yml:4:1: never reviewed: Never (content)",
    ]


@pytest.mark.parametrize(
    ("grace", "code"),
    [("30d", 1), ("51 days", 1), ("52d", 0), ("2 months", 0), ("0d", 1), ("<6 weeks", 1), ("30-60 days", 0)],
)
def test_after_a_grace_period_it_fails(grace: str, code: int, maps: Path) -> None:
    ended, said, errors = run("--fail-after", grace)
    assert ended == code and said
    assert bool(errors) == bool(code)
    if code:
        assert errors.startswith("1 review overdue for more than ")


@pytest.mark.parametrize("name", ["sales", "SALES", "Sälj", " sales "])
def test_one_owner_alone(name: str, maps: Path) -> None:
    code, said, _ = run("--owner", name, "--fail-after", "30d")
    assert code == 1 and "Late" in said and "Fine" not in said and "Never" not in said
    assert run("--owner", "bo alm", "--fail-after", "0d")[0] == 0
    assert run("--owner", "care") == (0, "Nothing is to be reviewed.\n", ""), "a department with nothing to do is no mistake"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--owner", "nobody"), 'no owner is called "nobody": there are care, sales, Bo Alm'),
        (("elsewhere",), 'the folder "elsewhere" does not exist'),
        (("maps/content.yml",), "is no folder"),
        (("--fail-after", "soon"), '"soon" should be a length of time such as 30d or "6 weeks"'),
        (("--fail-after", "ongoing"), "has no end"),
        (("--fail-after", "30+ days"), "has no end"),
    ],
)
def test_what_cannot_be_run_ends_with_2(words: tuple[str, ...], why: str, maps: Path) -> None:
    code, said, errors = run(*words)
    assert (code, said) == (2, "") and why in errors


def test_as_json(maps: Path) -> None:
    code, said, _ = run("--format", "json")
    data = json.loads(said)
    assert code == 0 and data["counts"] == {"overdue": 1, "due_this_month": 0, "later": 1, "never": 1}
    assert [review["address"] for review in data["reviews"]] == ["content/late/", "content/fine/", "content/never/"]
    assert [review["id"] for review in json.loads(run("--format", "json", "--owner", "sales")[1])["reviews"]] == ["late"]


def test_mistakes_are_told_and_fail(maps: Path) -> None:
    (maps / "personas").mkdir()
    (maps / "personas/anna.yml").write_text("name: Anna\nreviewed: soon\n", encoding="utf-8")
    code, said, errors = run()
    assert code == 1 and "Late" in said
    assert errors.splitlines()[0].startswith("maps/personas/anna.yml:2:11: error: reviewed should be a date")
    assert errors.splitlines()[-1] == "1 error in the handbook, so something may be missing here: journey-site check tells what to do."
    assert run("--audience", "nobody")[0] == 1


def test_nothing_to_review(maps: Path) -> None:
    (maps / "handbook.yml").write_text("title: T\n", encoding="utf-8")
    (maps / "content.yml").write_text("a: {title: A, publish: draft, reviewed: 2020-01-01}\n", encoding="utf-8")
    assert run("--fail-after", "1d") == (0, "Nothing is to be reviewed.\n", "")
