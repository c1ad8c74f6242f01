"""What the check prints in each format, as it was last looked at by somebody and found good."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from journey_site.handbook import read_handbook
from journey_site.levels import english
from journey_site.problems import Edit, Problem, Related, Severity, Span
from journey_site.reports.azure import azure
from journey_site.reports.concise import concise
from journey_site.reports.coverage import coverage_data, coverage_lines
from journey_site.reports.explained import explanation_lines
from journey_site.reports.github import github
from journey_site.reports.gitlab import gitlab
from journey_site.reports.junit import junit
from journey_site.reports.paint import Paint
from journey_site.reports.problems_json import problems_json
from journey_site.reports.report import Report, report_of
from journey_site.reports.sarif import sarif
from journey_site.reports.sources import Sources
from journey_site.reports.text import text
from journey_site.rules.explained import Explanation

GOLDEN = Path(__file__).resolve().parent / "reports"
FILES = {
    "maps/handbook.yml": "title: T\nlanguage: sv\n",
    "maps/personas.yml": "bo: {name: Bo}\n",
    "maps/journeys/buy-a-car.yml": """\
title: Köpa bil
stages:
  upptacka:
    name: Upptäcka
    next:
  jamfora:
    name: Jämföra
    touchpoints:
      - {name: "日本語 😀", experience: 9}
    paint_points:
      - Dyrt
      - "@anna ::error::forged ##vso[task.complete]\u202e"
    thoughts: [{text: %s, confidence: sure}, b]
  jamfora-igen: {name: Igen, id: jamfora}
"""
    % ("lång " * 40),
}
FORGED = "@anna, 100% sure\n::error::forged ##vso[task.complete] ##[group] \u202e\x1b[31m"
JOURNEY = "maps/journeys/buy-a-car.yml"
PROBLEMS = (
    Problem(
        "empty-next", "next: is empty, so the following stage is taken", Span(JOURNEY, 5, 10, 5, 10), Severity.WARNING,
        "write next: [] to end the journey here, or leave the line out",
    ),
    Problem("emotion-range", "experience is 9, off the scale from -2 to 2", Span(JOURNEY, 9, 36, 9, 37)),
    Problem(
        "unknown-field", 'a stage has no field "paint_points"', Span(JOURNEY, 10, 5, 10, 17), Severity.ERROR,
        'did you mean "pains"?', note="its 2 lines are not on the site until the name is corrected",
        fix=(Edit(Span(JOURNEY, 10, 5, 10, 17), "pains"),),
    ),
    Problem("unknown-word", f"there is no word {FORGED}", Span(JOURNEY, 12, 9, 12, 60), Severity.ERROR, FORGED),
    Problem("unknown-word", "sure is none of the words", Span(JOURNEY, 13, 234, 13, 238)),
    Problem(
        "duplicate-stage", '"jamfora" stands twice', Span(JOURNEY, 14, 34, 14, 41), Severity.ERROR, "keep one of the two",
        (Related(Span(JOURNEY, 6, 3, 6, 10), "it is written first here"), Related(Span(JOURNEY, 7, 5, 7, 18), "with this name")),
    ),
    Problem("owner-missing", "nobody answers for it", Span("maps/personas.yml", 1, 1, 1, 3), Severity.ADVICE, "write owner:"),
    Problem("no-handbook", "something is missing", Span("maps/::error::.yml")),
)  # fmt: skip
RULE = Explanation(
    "unknown-field", Severity.ERROR, "There is no such field here.", "What stands under it is lost.",
    "title: A\nstags: [b]\n", "title: A\nstages: [b]\n", "Looks at every key.", "Names",
)  # fmt: skip
FORMATS: dict[str, tuple[str, Callable[[Report], Iterable[str]]]] = {
    "text": ("txt", text),
    "text-narrow": ("txt", lambda report: text(report, columns=60)),
    "text-colours": ("txt", lambda report: text(report, Paint(True))),
    "concise": ("txt", concise),
    "github": ("txt", github),
    "azure": ("txt", azure),
    "gitlab": ("json", gitlab),
    "sarif": ("sarif", lambda report: sarif(report, {"unknown-field": RULE}.get, "1.2.3")),
    "junit": ("xml", junit),
    "json": ("json", lambda report: problems_json(report, [])),
    "explain": ("txt", lambda _: explanation_lines(RULE, Paint(), 60)),
}


@pytest.fixture
def report(tmp_path: Path) -> Report:
    for name, written in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(written, encoding="utf-8")
    atlas = read_handbook(tmp_path / "maps", shown="maps").atlas
    return report_of(PROBLEMS, FILES, Sources(tmp_path), atlas, base="handbook")


def compare(name: str, found: str, request: pytest.FixtureRequest) -> None:
    path = GOLDEN / name
    if request.config.getoption("--golden-update"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8", newline="\n")
    assert path.is_file(), f"no golden file {path.name}; run pytest tests/golden --golden-update and look at it"
    with path.open(encoding="utf-8", newline="") as golden:
        assert found == golden.read()


@pytest.mark.parametrize("name", FORMATS)
def test_report(name: str, report: Report, request: pytest.FixtureRequest) -> None:
    ending, told = FORMATS[name]
    found = "\n".join(told(report)) + "\n"
    compare(f"{name}.{ending}", found, request)


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("github", "azure", "text-colours")])
def test_no_line_of_it_can_be_taken_for_an_instruction(name: str, report: Report) -> None:
    for line in "\n".join(FORMATS[name][1](report)).split("\n"):
        assert not line.lstrip().startswith("::")
        assert not re.search(r"##\w*\[", line) or name == "json", "JSON tells words as they are, within quotation marks"
        assert "\x1b" not in line
        assert "\u202e" not in line or name == "json"


@pytest.mark.parametrize(("name", "begins"), [("github", "::"), ("azure", "##vso[task.logissue ")])
def test_a_command_is_one_line_and_no_other(name: str, begins: str, report: Report) -> None:
    lines = "\n".join(FORMATS[name][1](report)).split("\n")
    assert len(lines) == len([problem for problem in PROBLEMS if name == "github" or problem.severity > Severity.ADVICE])
    for line in lines:
        assert line.startswith(begins)
        assert not re.search(r"##\w*\[", line.removeprefix(begins))
        assert "\x1b" not in line
        assert not re.search(r"(?<!\w)@\w", line), "nobody is called"


def test_no_report_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {f"{name}.{ending}" for name, (ending, _) in FORMATS.items()} | {
        "coverage.txt"
    }


def test_coverage(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "handbook.yml").write_text("title: T\n", encoding="utf-8")
    journey = "a: {title: 'A ::error::x', model: discovery-to-decision, stages: {discovery: {content: [{title: One}]}}}\n"
    (tmp_path / "maps" / "journeys.yml").write_text(journey, encoding="utf-8")
    outcome = read_handbook(tmp_path / "maps", shown="maps")
    voice = english(outcome.atlas)
    compare("coverage.txt", "\n".join(coverage_lines(outcome.coverage, voice, Paint())) + "\n", request)
    told = {each["rule"]: each for each in coverage_data(outcome.coverage, voice)}
    assert (told["goal-in-every-stage"]["met"], told["goal-in-every-stage"]["of"]) == (0, 1)
    assert told["goal-in-every-stage"]["findings"][0]["journey"] == "a"
