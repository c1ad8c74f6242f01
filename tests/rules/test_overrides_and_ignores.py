"""Levels for some of the files, and comments that silence a rule on one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from journey_site.documents.overrides import Override
from journey_site.handbook import Memory, Outcome, read_handbook

JOURNEY = "title: A\nstages:\n  one:\n    next:\n"


def write(folder: Path, **files: str) -> None:
    for name, text in {"handbook": "title: T\n", **files}.items():
        path = folder / f"{name.replace('__', '/')}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def said(folder: Path, rule: str, **how: object) -> list[str]:
    """The problems of one rule: file, line and level."""
    outcome = read_handbook(folder, drafts=True, **how)  # type: ignore[arg-type]
    return [f"{p.span.file}:{p.span.line} {p.severity.word}" for p in outcome.problems if p.rule == rule]


@pytest.mark.parametrize(
    ("files", "path", "is_for"),
    [
        ("journeys/drafts/**", "journeys/drafts/a.yml", True),
        ("journeys/drafts/**", "journeys/drafts/deep/a.yml", True),
        ("journeys/drafts/**", "journeys/a.yml", False),
        ("journeys/drafts", "journeys/drafts/a.yml", True),
        ("journeys/drafts/", "journeys/drafts/a.yml", True),
        ("./journeys/*.yml", "journeys/a.yml", True),
        ("journeys/*.yml", "journeys/drafts/a.yml", False),
        ("**/a.yml", "a.yml", True),
        ("**/a.yml", "journeys/x/a.yml", True),
        ("journeys/anna-?.yml", "journeys/anna-1.yml", True),
        ("journeys/(a|b).yml", "journeys/a.yml", False),
        ("touchpoints.yml", "touchpoints.yml", True),
        ("touchpoints.yml", "touchpointsxyml", False),
    ],
)
def test_which_files_are_meant(files: str, path: str, is_for: bool) -> None:
    assert Override((files,), {}).is_for(path) is is_for


def test_a_folder_has_levels_of_its_own(tmp_path: Path) -> None:
    checks = 'checks:\n  empty-next: error\n  overrides:\n    - {files: "journeys/drafts/**", checks: {empty-next: "off"}}\n'
    checks += "    - {files: journeys/drafts/b.yml, checks: {empty-next: advice}}\n"
    write(tmp_path, handbook=f"title: T\n{checks}", journeys__a=JOURNEY, journeys__drafts__b=JOURNEY, journeys__drafts__c=JOURNEY)
    assert said(tmp_path, "empty-next") == ["journeys/a.yml:4 error", "journeys/drafts/b.yml:4 advice"]


def test_coverage_has_levels_by_folder_too(tmp_path: Path) -> None:
    checks = "checks:\n  goal-in-every-stage: error\n  overrides: [{files: journeys/drafts, checks: {goal-in-every-stage: warning}}]\n"
    journey = "title: A\nstages: [{id: one, name: One, goal: x}]\n"
    write(tmp_path, handbook=f"title: T\n{checks}", journeys__a=journey, journeys__drafts__b=journey)
    assert said(tmp_path, "goal-in-every-stage") == ["journeys/a.yml:2 error", "journeys/drafts/b.yml:2 warning"]


@pytest.mark.parametrize(
    "line",
    [
        "    next:  # journey: ignore[empty-next]",
        "    next: #journey:ignore [ no-stages , empty-next ]",
        "    # journey: ignore[empty-next]\n    next:",
        "    # journey: ignore[empty-next]\n    # it ends here for now\n    next:",
    ],
)
def test_a_comment_silences_its_line(tmp_path: Path, line: str) -> None:
    write(tmp_path, journeys__a=f"title: A\nstages:\n  one:\n{line}\n  two: {{name: Two, next: }}\n")
    found = said(tmp_path, "empty-next")
    assert found == [f"journeys/a.yml:{5 + line.count(chr(10))} warning"]


@pytest.mark.parametrize(
    "line",
    ['    goal: "# journey: ignore[empty-next]"\n    next:', "    # journey: ignore[empty-next]\n\n    next:", "    next:  # ignore[empty-next]"],
)
def test_what_silences_nothing(tmp_path: Path, line: str) -> None:
    write(tmp_path, journeys__a=f"title: A\nstages:\n  one:\n{line}\n")
    assert len(said(tmp_path, "empty-next")) == 1


def test_a_comment_of_no_use_is_a_warning_where_everything_was_looked_at(tmp_path: Path) -> None:
    journey = "title: A\nstages:\n  one:  # journey: ignore[empty-next]\n    goal: x\n"
    write(tmp_path, handbook="title: T\naudiences: [internal, public]\n", journeys__a=journey)
    assert said(tmp_path, "unused-ignore") == ["journeys/a.yml:3 warning"]
    assert said(tmp_path, "unused-ignore", audience="public") == [], "another edition may need it"
    write(tmp_path, personas="anna: {nam: x}\n", journeys__a=journey)
    assert said(tmp_path, "unused-ignore") == [], "with errors, not everything is looked at"


def test_a_comment_on_a_question_of_coverage(tmp_path: Path) -> None:
    journey = "title: A\nstages:\n  # journey: ignore[goal-in-every-stage]\n  one:\n    goal: x\n"
    write(tmp_path, handbook="title: T\nchecks: {goal-in-every-stage: error}\n", journeys__a=journey)
    assert said(tmp_path, "goal-in-every-stage") == []
    assert said(tmp_path, "unused-ignore") == []
    write(tmp_path, journeys__a=journey)
    assert said(tmp_path, "unused-ignore") == [], "as advice it is told, and the comment waits"


def test_what_cannot_be_read_is_not_silenced(tmp_path: Path) -> None:
    write(tmp_path, journeys__a="title: A  # journey: ignore[no-stages]\n", journeys__b="stages: [a] # journey: ignore[missing-field]\n")
    problems = [p for p in read_handbook(tmp_path).problems if p.rule in ("no-stages", "missing-field")]
    assert len(problems) == 2
    for problem in problems:
        assert problem.note == "a comment does not silence this, because it cannot be shown rightly"


def test_of_two_problems_on_a_line_one_is_silenced(tmp_path: Path) -> None:
    line = "stages: [{name: One, id: one, emotion: 9, next: }]  # journey: ignore[emotion-range]\n"
    write(tmp_path, journeys__a=f"title: A\n{line}")
    assert said(tmp_path, "emotion-range") == []
    assert said(tmp_path, "empty-next") == ["journeys/a.yml:2 warning"]


def same(one: Outcome, other: Outcome) -> bool:
    return (one.problems, one.files, one.atlas) == (other.problems, other.files, other.atlas)


def test_what_is_remembered_is_what_would_be_read(tmp_path: Path) -> None:
    memory = Memory()
    steps: list[dict[str, str]] = [
        {"journeys__a": JOURNEY, "personas": "anna: {name: Anna}\n", "touchpoints": ""},
        {"journeys__b": "title: B\npersona: ana\nextends: a\n"},
        {"journeys__a": "title: A\nstages: [{name: X, emotion: 2}]\n"},
        {"handbook": "title: T\nemotion: {from: -1, to: 1}\n"},
        {"personas__anna": "name: Twice\n"},
        {"personas": ""},
        {"personas__anna": "name: [\n"},
        {"handbook": "title: T\nlanguages: [sv, en]\nlanes: [goal, {id: policy, label: P, kind: list}]\n"},
        {"journeys__c": "title: C\nstages: [{name: S, policy: [x], next: }]  # journey: ignore[empty-next]\n"},
        {"touchpoints": "x: {name: X}\ny: {nam: Y}\n"},
        {},
    ]
    written: dict[str, str] = {}
    for step in steps:
        written |= step
        write(tmp_path, **written)
        again = read_handbook(tmp_path, drafts=True, memory=memory)
        assert same(again, read_handbook(tmp_path, drafts=True)), step
    (tmp_path / "journeys" / "a.yml").unlink()
    assert same(read_handbook(tmp_path, drafts=True, memory=memory), read_handbook(tmp_path, drafts=True))
