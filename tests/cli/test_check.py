"""``journey-site check``: what it prints, and how it ends."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from journey_site.cli.check import FORMATS
from journey_site.cli.folder import Folder, handbook_folder
from journey_site.cli.main import commands
from journey_site.documents.rule_names import COVERAGE, KNOWN
from journey_site.mkdocs_settings import default_folder
from journey_site.reports.problems_json import SCHEMA


@pytest.fixture(autouse=True)
def nobodys_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """These tests themselves may run on one."""
    for name in ("GITHUB_ACTIONS", "TF_BUILD", "GITHUB_WORKSPACE", "CI_PROJECT_DIR", "BUILD_SOURCESDIRECTORY", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(commands, ["check", *words])
    return result.exit_code, result.output


@pytest.fixture
def maps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "handbook.yml").write_text("title: T\n", encoding="utf-8")
    return tmp_path / "maps"


BEGIN = "There is no journey yet: journey-site new journey begins one."


def test_no_problems(maps: Path) -> None:
    assert run() == (0, f"No problems in 1 file.\n{BEGIN}\n")
    (maps / "journeys.yml").write_text("a: {title: A, persona: x, stages: [one]}\n", encoding="utf-8")
    assert BEGIN not in run()[1]


def test_problems_with_their_lines(maps: Path) -> None:
    (maps / "journeys.yml").write_text("a: {title: A, persona: x, stages: {one: {next: }}}\n", encoding="utf-8")
    code, said = run()
    assert code == 1
    assert said == """\
error[unknown-persona]: there is no persona "x"
 --> maps/journeys.yml:1:24  (journey "A")
  |
1 | a: {title: A, persona: x, stages: {one: {next: }}}
  |                        ^ none is written yet

warning[empty-next]: next: is empty, so the following stage is taken
 --> maps/journeys.yml:1:48  (journey "A", stage "One")
  |
1 | a: {title: A, persona: x, stages: {one: {next: }}}
  |                                                ^
  = help: write next: [] to end the journey here, or leave the line out

1 error, 1 warning in 2 files.
The site is not built until the errors are corrected.
"""
    assert run("--format", "concise") == (
        1,
        ('maps/journeys.yml:1:24: error[unknown-persona]: there is no persona "x" (none is written yet)\n'
        "maps/journeys.yml:1:48: warning[empty-next]: next: is empty, so the following stage is taken"
        " (write next: [] to end the journey here, or leave the line out)\n1 error, 1 warning in 2 files.\n"),
    )


def test_warnings_and_advice(maps: Path) -> None:
    (maps / "journeys.yml").write_text("a: {title: A, stages: [{name: One, next: }]}\n", encoding="utf-8")
    code, said = run("--no-coverage")
    assert code == 0
    assert re.search(r"^1 warning in 2 files\. \d+ pieces of advice\.$", said, re.MULTILINE)
    assert "advice[id-from-name]" in said
    assert run("--fail-on", "warning")[0] == 1
    assert run("--fail-on", "never")[0] == 0
    (maps / "journeys.yml").write_text("a: {title: A, stages: [{name: One}]}\n", encoding="utf-8")
    assert run("--fail-on", "warning")[0] == 0, "advice never counts"
    (maps / "journeys.yml").write_text("a: {titel: A}\n", encoding="utf-8")
    assert run()[0] == 1
    assert run("--fail-on", "never")[0] == 0


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
    assert said.partition("\n\n")[2] == """\
Do we meet the customer where they are?

Is there content for every stage, not only for the purchase? 1 of 2 (content-beyond-decision)
  maps/journeys.yml:1:24: No stage has content yet. Begin where customers ask the most
Do we have a goal of our own in every stage? 1 of 2 (goal-in-every-stage)
  maps/journeys/a.yml:7:3: No goal of ours in Decision
      Agree on what we want there, and write it as our_goal
Does somebody work on the worst experience? 0 of 1 (worst-experience-has-opportunity)
  maps/journeys/a.yml:6:3: The worst is The shop in Consideration (−1); there is no opportunity
      Write down what could help, with an owner

Not yet: every-touchpoint-measured (0 of 1), touchpoints-rated-alike (1 worth a look)
Yes: content-to-choose (1 of 1), no-stage-left-empty (2 of 2)
Cannot be said: follow-up-after-purchase, easy-to-recommend

No problems in 4 files. 4 pieces of advice.
journey-site check --all tells all of it, and --explain with the name of a rule says why.
"""
    every = run("--all")[1]
    assert "\nIs each touchpoint felt alike along the way? 1 worth a look (touchpoints-rated-alike)\n" in every
    assert "  maps/journeys/a.yml:6:3: The shop: −1 in Consideration and +1 in Decision\n      Ask what is done otherwise" in every
    assert every.endswith("No problems in 4 files. 4 pieces of advice.\n"), "the verdict stands last"
    assert "Do we meet" not in run("--no-coverage")[1]


def test_what_is_required_fails_the_check(maps: Path) -> None:
    (maps / "journeys.yml").write_text("a: {title: A, stages: [{id: one, name: One}]}\n", encoding="utf-8")
    (maps / "handbook.yml").write_text("title: T\nchecks: {goal-in-every-stage: {require: 1}}\n", encoding="utf-8")
    code, said = run("--no-coverage", "--format", "concise")
    assert code == 1
    assert said.splitlines()[0] == (
        'maps/handbook.yml:2:41: error[goal-in-every-stage]: 0 of 1 journeys meet "goal-in-every-stage", and 1 is required; '
        "not yet: a (journey-site check says for each journey what to do)"
    )
    assert said.splitlines()[-1].startswith("1 error in 2 files.")
    (maps / "handbook.yml").write_text("title: T\nchecks: {goal-in-every-stage: warning}\n", encoding="utf-8")
    assert run()[0] == 0
    assert run("--fail-on", "warning")[0] == 1


def test_many_journeys_are_counted(maps: Path) -> None:
    journeys = "".join(f"j{i}: {{title: J, stages: [{{id: one, name: One}}]}}\n" for i in range(23))
    (maps / "journeys.yml").write_text(journeys, encoding="utf-8")
    said = run()[1]
    assert said.count("  … and 22 journeys more\n") == 3
    assert "  … and 22 more of owner-missing\n" in said
    assert said.count("advice[owner-missing]") == 1
    assert said.splitlines()[-2:] == [
        "No problems in 2 files. 23 pieces of advice.",
        "journey-site check --all tells all of it, and --explain with the name of a rule says why.",
    ]
    every = run("--all")[1]
    assert "more of owner-missing" not in every
    assert every.count("advice[owner-missing]") == 23
    assert "journeys more" not in every


def test_an_edition(maps: Path) -> None:
    (maps / "handbook.yml").write_text("title: T\naudiences: [internal, public]\n", encoding="utf-8")
    assert run("--audience", "public")[0] == 0
    assert run("--audience", "pubic")[0] == 1


def test_an_edition_tells_of_what_it_leaves_out_by_rule_and_number(maps: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (maps / "handbook.yml").write_text("title: T\naudiences: [internal, public]\nchecks: {empty-persona: warning}\n", encoding="utf-8")
    (maps / "personas.yml").write_text("anna: {name: Anna}\nvelomax: {name: Velomax, audience: internal}\n", encoding="utf-8")
    code, said = run("--audience", "public", "--fail-on", "never")
    assert said.startswith('This is the edition for "public".\n1 warning in what it leaves out, or about it: empty-persona (1)\n')
    assert "elomax" not in said
    assert "anna" in said
    assert "Velomax" in run("--audience", "internal", "--fail-on", "never")[1]
    (maps / "personas.yml").write_text("velomax: {name: Velomax, audience: internal, agee: 4}\n", encoding="utf-8")
    for form in FORMATS:
        result = CliRunner().invoke(commands, ["check", "--audience", "public", "--format", form])
        assert result.exit_code == 1, form
        assert "elomax" not in result.output, form
    monkeypatch.setenv("JOURNEY_SITE_AUDIENCE", "public")
    code, said = run()
    assert (code, said.splitlines()[0]) == (1, 'JOURNEY_SITE_AUDIENCE is set: this is about the edition for "public".')
    assert "elomax" not in said
    assert "elomax" in run("--audience", "internal")[1]


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


WRONG = "a: {title: A, persona: x, stages: {one: {goal: x}}}\n"


@pytest.fixture
def wrong(maps: Path) -> Path:
    """A handbook with one error."""
    (maps / "journeys.yml").write_text(WRONG, encoding="utf-8")
    return maps


def invoke(*words: str, **environment: str) -> Result:
    return CliRunner().invoke(commands, ["check", *words], env=environment)


@pytest.mark.parametrize("form", [form for form in FORMATS if form not in ("text", "concise")])
def test_a_format_for_programs_leaves_the_text_to_people(form: str, wrong: Path) -> None:
    done = invoke("--format", form)
    assert done.exit_code == 1
    assert "error[unknown-persona]" in done.stderr
    assert "1 error in 2 files." in done.stderr
    assert "1 error in 2 files." not in done.stdout
    output = wrong.parent / f"out.{form}"
    kept = invoke("--format", form, "--output", str(output))
    assert "1 error in 2 files." in kept.stdout
    assert kept.stderr == ""
    assert output.read_text(encoding="utf-8") == done.stdout


def test_text_into_a_file(wrong: Path) -> None:
    done = invoke("--output", "out.txt", FORCE_COLOR="1")
    assert "\x1b[" in done.output
    assert (wrong.parent / "out.txt").read_text(encoding="utf-8") == re.sub("\x1b[^m]*m", "", done.output)


def test_a_file_that_cannot_be_written(wrong: Path) -> None:
    done = invoke("--format", "json", "--output", "no/such/folder/x.json")
    assert done.exit_code == 2
    assert done.stderr == 'journey-site: the file "no/such/folder/x.json" cannot be written: No such file or directory\n'


def test_json_is_as_its_schema_says(wrong: Path) -> None:
    found = json.loads(invoke("--format", "json").stdout)
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(found)
    assert found["counts"]["errors"] == 1
    assert found["problems"][0]["within"] == [{"kind": "journey", "id": "a", "name": "A"}]
    assert found["coverage"] == []
    (wrong / "journeys.yml").write_text("a: {title: A, stages: {one: {goal: x}}}\n", encoding="utf-8")
    found = json.loads(invoke("--format", "json").stdout)
    Draft202012Validator(SCHEMA).validate(found)
    assert found["coverage"][0]["rule"] == "content-beyond-decision"
    assert json.loads(invoke("--format", "json", "--no-coverage").stdout)["coverage"] == []
    assert [problem["new_name"] for problem in found["problems"]] == [""] * len(found["problems"])
    (wrong / "personas").mkdir()
    (wrong / "personas" / "Åsa Ek.yml").write_text("name: Åsa Ek\n", encoding="utf-8")
    assert [problem["new_name"] for problem in json.loads(invoke("--format", "json").stdout)["problems"] if problem["rule"] == "bad-id"] == ["asa-ek.yml"]


def test_annotations_where_the_server_is_known(wrong: Path) -> None:
    on_github = invoke(GITHUB_ACTIONS="true").output
    assert on_github.startswith("error[unknown-persona]")
    assert "\n::error file=maps/journeys.yml,line=1,endLine=1,col=24," in on_github
    on_azure = invoke(TF_BUILD="True").output
    assert "\n##vso[task.logissue type=error;sourcepath=maps/journeys.yml;linenumber=1;columnnumber=24;code=unknown-persona;]" in on_azure
    assert "::error" not in invoke("--format", "text", GITHUB_ACTIONS="true").output
    assert "::error" not in invoke().output


def test_files_are_named_from_the_root_of_the_repository(wrong: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (wrong.parent / ".git").mkdir()
    monkeypatch.chdir(wrong)
    assert "sourcepath=maps/journeys.yml;" in invoke(".", "--format", "azure").stdout
    assert "--> journeys.yml:1:24" in invoke(".").stdout
    assert "sourcepath=maps/journeys.yml;" in invoke(str(wrong), "--format", "azure").stdout


@pytest.mark.parametrize("number", [10, 11, 30])
def test_what_the_server_would_hide_is_counted(number: int, maps: Path) -> None:
    lines = "".join(f"t{i}: {{nam: x}}\n" for i in range(number))
    (maps / "touchpoints.yml").write_text(lines, encoding="utf-8")
    found = invoke("--format", "github").stdout.splitlines()
    assert len(found) == 10
    hidden = f"::error title=journey-site::{number - 9} more errors of journey-site are not shown here; the log of this step has all {number}"
    assert (found[-1] == hidden) is (number > 10)
    on_azure = invoke("--format", "azure").stdout.splitlines()
    assert len(on_azure) == 10
    assert on_azure[-1].endswith(hidden.rpartition("::")[2]) is (number > 10)


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, False)],
)
def test_colours_only_where_they_are_wanted(environment: dict[str, str], coloured: bool, wrong: Path) -> None:
    assert ("\x1b[" in invoke(**environment).output) is coloured


def test_a_rule_is_explained(maps: Path) -> None:
    done = invoke("--explain", "content-to-choose")
    assert done.exit_code == 0
    assert done.output.startswith("advice[content-to-choose]: ")
    assert "\nBad\n    title: " in done.output
    slip = invoke("--explain", "content-to-chose")
    assert (slip.exit_code, slip.stderr) == (2, 'journey-site: there is no rule "content-to-chose": did you mean "content-to-choose"?\n')


def test_every_rule_and_every_field_are_listed_where_the_command_is(maps: Path) -> None:
    rules = invoke("--explain", "rules").output
    assert "\n  odd-space " in rules
    assert all(f"\n  {name} " in rules for name in KNOWN if name not in COVERAGE[:1])
    fields = invoke("--explain", "unknown-field").output
    assert "    A path: id, name or title, share, stages\n" in fields
    no_rule = invoke("--explain", "horoscope-9")
    assert no_rule.stderr == 'journey-site: there is no rule "horoscope-9": journey-site check --explain rules lists them\n'


def test_watching_is_for_people(maps: Path) -> None:
    assert invoke("--watch", "--format", "json").exit_code == 2
    assert invoke("--watch", "--output", "x").exit_code == 2


def test_version() -> None:
    result = CliRunner().invoke(commands, ["--version"])
    assert result.output.startswith("journey-site, version ")


def test_the_folder_of_a_project_stands_for_the_handbook_in_it(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("docs_dir: resor\nplugins: [journey-site]\n", encoding="utf-8")
    assert handbook_folder(tmp_path) == Folder(tmp_path, tmp_path.as_posix()), "nothing is in it yet"
    (tmp_path / "resor").mkdir()
    assert handbook_folder(tmp_path).path == tmp_path / "resor"
    (tmp_path / "handbook.yml").write_text("title: T\nlanguage: en\n", encoding="utf-8")
    assert handbook_folder(tmp_path).path == tmp_path


def test_who_stands_in_the_handbook_s_folder_means_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "handbook.yml").write_text("title: T\nlanguage: en\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert handbook_folder(None) == Folder(Path(), "")
