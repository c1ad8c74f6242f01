"""The checks of the whole handbook: what each points at in handbooks that are wanting, and in none that is not."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from corpus import read_corpus, write_corpus

from journey_site.documents.rule_names import CHECKS as NAMES
from journey_site.handbook import Outcome, read_handbook
from journey_site.problems import Severity
from journey_site.rules.checks import BY_SUBJECT, CHECKS
from journey_site.rules.checks.check import Check

HERE = Path(__file__).parent
CODE = HERE.parent.parent / "journey_site" / "rules" / "checks"
ROOMS = {"__init__", "check", "gathered", "groups", "looking", "survey", "unused", "ways"}
"""What checks have in common."""
Handbook = Callable[..., Outcome]
PICTURES = {"anna.svg": 100, "small.jpg": 1_000_000, "large.jpg": 2_000_000}
"""Pictures that lie beside the files of each corpus, with their size."""


@pytest.mark.parametrize("path", [HERE / name / f"{kind}.yml" for name in NAMES for kind in ("good", "bad")],
                         ids=lambda path: f"{path.parent.name}/{path.stem}")  # fmt: skip
def test_a_corpus(path: Path, tmp_path: Path) -> None:
    rule = path.parent.name
    corpus = read_corpus(path.read_text(encoding="utf-8"))
    write_corpus(corpus, tmp_path)
    for name, size in PICTURES.items():
        for folder in ("", "personas", "journeys"):
            (tmp_path / folder).mkdir(exist_ok=True)
            (tmp_path / folder / name).write_bytes(b" " * size)
    every = read_handbook(tmp_path, drafts=True).problems
    assert not [str(problem) for problem in every if problem.severity is Severity.ERROR]
    problems = [problem for problem in every if problem.rule == rule]
    assert [f"{problem.span} {problem.rule}" for problem in problems] == [
        f"{each.file}:{each.line}:{each.column} {each.rule}" for each in corpus.expected
    ]
    for problem, expected in zip(problems, corpus.expected, strict=True):
        assert f"{problem.message} ({problem.hint})" == expected.words
        assert problem.hint
        assert not problem.message.endswith(".")
        assert len(problem.message) < 200
    assert bool(problems) == (path.stem == "bad")


def test_every_check_stands_in_its_module_and_under_one_subject() -> None:
    assert sorted(check.name for check in CHECKS) == sorted(NAMES)
    assert len(CHECKS) == sum(map(len, BY_SUBJECT.values()))
    assert {path.stem for path in CODE.glob("*.py")} - ROOMS == {name.replace("-", "_") for name in NAMES}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_check_is_called_as_its_module_and_is_no_error(check: Check) -> None:
    assert check.look.__module__ == f"journey_site.rules.checks.{check.name.replace('-', '_')}"
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", check.name)
    assert check.severity in (Severity.ADVICE, Severity.WARNING)


def rules(outcome: Outcome) -> dict[str, Severity]:
    return {problem.rule: problem.severity for problem in outcome.problems}


WANTING = "title: A\nstages:\n  one: {next: [two, two]}\n  two: {opportunities: [Do it]}\n"


def test_levels_are_those_of_the_handbook(handbook: Handbook) -> None:
    files = {"journeys/a.yml": WANTING}
    found = rules(handbook(files, advice=True))
    assert (found["way-twice"], found["opportunity-without-owner"]) == (Severity.WARNING, Severity.ADVICE)
    files["handbook.yml"] = "title: T\nchecks: {way-twice: off, opportunity-without-owner: error}\n"
    outcome = handbook(files, advice=True)
    assert "way-twice" not in rules(outcome)
    assert rules(outcome)["opportunity-without-owner"] is Severity.ERROR
    assert outcome.coverage.journeys, "what is found wanting keeps nothing from being read"


def test_in_a_draft_all_is_advice_unless_the_handbook_says_more(handbook: Handbook) -> None:
    files = {"journeys.yml": "d:\n  publish: draft\n" + "".join(f"  {line}\n" for line in WANTING.splitlines())}
    files["journeys.yml"] += "e:\n" + "".join(f"  {line}\n" for line in WANTING.splitlines())
    for drafts in (True, False):
        outcome = handbook(files, advice=True, drafts=drafts)
        found = [(problem.span.line, problem.severity) for problem in outcome.problems if problem.rule == "way-twice"]
        assert found == [(5, Severity.ADVICE), (10, Severity.WARNING)]
    files["handbook.yml"] = "title: T\nchecks: {way-twice: error}\n"
    outcome = handbook(files)
    assert [problem.severity for problem in outcome.problems if problem.rule == "way-twice"] == [Severity.ERROR] * 2


def test_an_edition_is_advised_as_the_whole(handbook: Handbook) -> None:
    """What single audiences may not see is in use all the same."""
    files = {
        "handbook.yml": "title: T\naudiences: [internal, public]\n",
        "touchpoints.yml": "till: {name: The till}\nfair: {name: The fair}\n",
        "journeys/a.yml": "title: A\naudience: internal\nstages: {one: {touchpoints: [till]}}\n",
    }
    for audience in ("", "internal", "public"):
        outcome = handbook(files, advice=True, audience=audience)
        unused = [problem.message for problem in outcome.problems if problem.rule == "touchpoint-never-used"]
        assert unused == ['nothing refers to the touchpoint "The fair"']


def test_nothing_is_advised_while_something_cannot_be_read(handbook: Handbook) -> None:
    """What is in the part that was refused would be missed everywhere."""
    files = {"journeys/a.yml": WANTING, "journeys/b.yml": "title: [\n"}
    assert not set(rules(handbook(files, advice=True))) & set(NAMES)


def test_what_a_variant_inherits_is_told_once(handbook: Handbook) -> None:
    """At the place where it is written."""
    files = {"journeys/a.yml": WANTING, "journeys/b.yml": "title: B\nextends: a\nstages: {two: {goal: To ride}}\n"}
    problems = handbook(files, advice=True).problems
    assert [str(each.span) for each in problems if each.rule == "opportunity-without-owner"] == ["journeys/a.yml:4:25"]
    assert [str(each.span) for each in problems if each.rule == "way-twice"] == ["journeys/a.yml:3:21"]
