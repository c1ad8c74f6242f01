"""The one layout of files, case by case, and ``journey-site fmt`` as it is used."""

from __future__ import annotations

import os
from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner

from journey_site.cli.main import commands
from journey_site.documents.handbook import TABLES, Handbook
from journey_site.edit.fmt import Unreadable, Unusual, format_text
from journey_site.edit.key_order import ORDERS

CASES = {
    "keys in their order, the editor's own behind what they stood behind": (
        """
        x-first: 1
        stages: [a]
        summary: S
        x-note: about the summary
        persona: anna
        title: T
        """,
        """
        x-first: 1
        title: T
        persona: anna
        summary: S
        x-note: about the summary
        stages: [a]
        """,
    ),
    "levels, dashes and spaces": (
        """
        title:   T   # beside
        stages:
            a:
               goal : G
               thoughts:
               -   one
               - { text: x,severity: 3 }
               -
                 text: y
        """,
        """
        title: T   # beside
        stages:
          a:
            goal: G
            thoughts:
              - one
              - {text: x, severity: 3}
              - text: y
        """,
    ),
    "fields that wait as comments below an empty name stay below it": (
        """
        title: T
        stages:
            one:   # the first
                # emotion: 1

                # goals: []
            # about two
            two:
                # thoughts: []
        owner:
          # nobody yet
        """,
        """
        title: T
        owner:
          # nobody yet
        stages:
          one:   # the first
            # emotion: 1

            # goals: []
          # about two
          two:
            # thoughts: []
        """,
    ),
    "comments go with what they stand above": (
        """
        # (c) everybody

        # the stages
        stages:
          - name: A
            # why this id
            id: a
          # the end of the stages
        # the title
        title: T
        # the end
        """,
        """
        # (c) everybody

        # the title
        title: T
        # the stages
        stages:
          # why this id
          - id: a
            name: A
          # the end of the stages
        # the end
        """,
    ),
    "texts keep their lines, and of several empty lines one stays": (
        """
        title: T



        scenario: |
              First

                deeper  

        summary: one
           and   more
        stages: [a,
           b, # c
           c]
        """,
        """
        title: T

        summary: one
           and   more

        scenario: |
          First

            deeper  
        stages: [a,
           b, # c
           c]
        """,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_layout(case: str) -> None:
    before, after = (dedent(text).lstrip("\n") for text in CASES[case])
    assert format_text(before, "a.yml", "journeys") == after
    assert format_text(after, "a.yml", "journeys") == after


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("title: &t T\nsummary: *t\n", "repeated by a name"),
        ("%YAML 1.2\n---\ntitle: T\n", "instruction"),
        ("title: !!str T\n", "a tag"),
        ("? title\n: T\n", "line 1"),
        ("{title: T}\n", "no mapping in lines"),
        ("title: a\u2028b\n", "rare way"),
    ],
)
def test_what_is_rare_is_left_alone(text: str, why: str) -> None:
    with pytest.raises(Unusual, match=why):
        format_text(text, "a.yml", "journeys")


def test_what_is_no_yaml_is_left_alone() -> None:
    with pytest.raises(Unreadable, match="line 2"):
        format_text("title: T\nstages: [\n", "a.yml", "journeys")


@pytest.mark.parametrize("kind", ORDERS, ids=lambda kind: kind.__name__)
def test_every_field_has_its_place(kind: type) -> None:
    declared = {*kind.marks(), *(TABLES if kind is Handbook else ())}  # type: ignore[attr-defined]
    assert sorted(ORDERS[kind]) == sorted(declared)


# The command


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(commands, ["fmt", *words])
    return result.exit_code, result.stdout


@pytest.fixture
def maps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "maps" / "personas").mkdir(parents=True)
    (tmp_path / "maps" / "handbook.yml").write_text("title: T\n", encoding="utf-8")
    (tmp_path / "maps" / "personas" / "anna.yml").write_text("age: 38\nname: Anna\n", encoding="utf-8")
    return tmp_path / "maps"


def test_files_are_written_anew(maps: Path) -> None:
    assert run("--check") == (
        1,
        (
            "maps/personas/anna.yml: would be written anew: line 1 (order of fields)\n"
            "1 file would be written anew, 1 file in the usual layout.\n"
            "To write it so, run: journey-site fmt; with --diff it shows every line.\n"
        ),
    )
    assert run("--diff") == (
        0, "--- maps/personas/anna.yml\n+++ maps/personas/anna.yml\n@@ -1,2 +1,2 @@\n+name: Anna\n age: 38\n-name: Anna\n"
    )  # fmt: skip
    assert (maps / "personas" / "anna.yml").read_text(encoding="utf-8") == "age: 38\nname: Anna\n"
    assert run()[0] == 0
    assert (maps / "personas" / "anna.yml").read_text(encoding="utf-8") == "name: Anna\nage: 38\n"
    assert run("--check") == (0, "2 files in the usual layout.\n")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("name:  Anna\nage: 38\n", "line 1 (spaces)"),
        ("name: Anna  \nage: 38\n", "line 1 (spaces at the end)"),
        ("name: Anna\nage: 38", "line 2 (line end)"),
        ("name: Anna\n\n\n\nage: 38\n", "2 lines, first line 3 (empty lines)"),
        ("name: Anna\ngoals:\n    - A bicycle\n    - A lock\n", "2 lines, first line 3 (indent)"),
        ("name: Anna\r\nrole: Buyer\nage: 38\r\n", "line 2 (line end)"),
        (f"name: Anna\ngoals: [{'a' * 90}, {'b' * 90}]\n", "3 lines, first line 2 (a line for each entry)"),
        ("age: 38\nrole: Buyer\nname: Anna\n", "2 lines, first line 1 (order of fields)"),
    ],
)
def test_check_says_what_is_not_in_the_layout(text: str, why: str, maps: Path) -> None:
    (maps / "personas" / "anna.yml").write_text(text, encoding="utf-8", newline="")
    code, said = run("--check", "maps/personas/anna.yml")
    assert (code, said.splitlines()[0]) == (1, f"maps/personas/anna.yml: would be written anew: {why}")
    assert said.splitlines()[-1] == "To write it so, run: journey-site fmt maps/personas/anna.yml; with --diff it shows every line."


def test_check_says_that_an_id_is_written_out(maps: Path) -> None:
    (maps / "journeys.yml").write_text("a:\n  title: A\n  stages:\n    - name: Första\n", encoding="utf-8")
    assert "journeys.yml: would be written anew: 2 lines, first line 4 (an id is written out)\n" in run("--check")[1]


def test_only_the_files_that_are_named(maps: Path) -> None:
    (maps / "handbook.yml").write_text("language: sv\ntitle: T\n", encoding="utf-8")
    assert run("maps/personas/anna.yml") == (0, "maps/personas/anna.yml: written anew\n1 file written anew.\n")
    assert (maps / "handbook.yml").read_text(encoding="utf-8").startswith("language")
    (maps / "notes.yml").write_text("b: 1\na: 2\n", encoding="utf-8")
    assert run("maps/notes.yml")[0] == 2
    assert run("maps/nothing.yml")[0] == 2
    (maps.parent / "else.yml").write_text("a: 1\n", encoding="utf-8")
    assert run("else.yml")[0] == 2


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_written(maps: Path) -> None:
    (maps / "journeys.yml").write_text("a: [\n", encoding="utf-8")
    (maps / "channels.yml").write_text("web: &w Web\napp: *w\n", encoding="utf-8")
    code, said = run()
    assert code == 1
    assert "maps/journeys.yml: left as it is: it cannot be read: line 1" in said
    assert "maps/channels.yml: left as it is: it holds texts that are repeated by a name" in said
    assert said.splitlines()[-1] == "1 file written anew, 2 files left as it is, 1 file in the usual layout."


def test_ids_that_names_had_made_are_written_out(maps: Path) -> None:
    (maps / "journeys.yml").write_text("a:\n  title: A\n  stages: [Första gången, {name: Två}, three]\n", encoding="utf-8")
    run()
    assert "stages: [{id: forsta-gangen, name: Första gången}, {id: tva, name: Två}, three]" in (maps / "journeys.yml").read_text("utf-8")
    assert run("--check")[0] == 0


def test_who_may_read_a_file_and_its_marks_stay(maps: Path) -> None:
    path = maps / "personas" / "anna.yml"
    path.write_bytes(b"\xef\xbb\xbfage: 38\r\nname: Anna")
    os.chmod(path, 0o640)
    run()
    assert path.read_bytes() == b"\xef\xbb\xbfname: Anna\r\nage: 38\r\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(each.name for each in path.parent.iterdir()) == ["anna.yml"]


def test_a_link_within_the_folder_stays_a_link(maps: Path) -> None:
    (maps / "personas" / "anna.yml").rename(maps / "written.txt")
    (maps / "personas" / "anna.yml").symlink_to("../written.txt")
    run()
    assert (maps / "personas" / "anna.yml").is_symlink()
    assert (maps / "written.txt").read_text(encoding="utf-8") == "name: Anna\nage: 38\n"


def test_the_demo_handbook_keeps_its_words(tmp_path: Path) -> None:
    from journey_site.edit.fmt import formatted

    result = formatted(Path(__file__).resolve().parents[2] / "maps", "maps")
    assert result.kept == ()
    assert result.files > 30


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["nowhere.yml"], 'there is no file or folder "nowhere.yml"'),
        (["maps/journeys/an.yml"], 'there is no file or folder "maps/journeys/an.yml": did you mean "maps/journeys/ann.yml"?'),
        (["README.md"], '"README.md" is no YAML: fmt writes files of the handbook that end in .yml or .yaml'),
        (["mkdocs.yml"], '"mkdocs.yml" is no file of the handbook, which lies in "maps"; fmt writes no others'),
        (["maps/notes.yml"], '"maps/notes.yml" lies in the handbook\'s folder and is no file of it: its files are handbook.yml and'),
        (["maps", "maps/handbook.yml"], '"maps" is a folder: name either one folder or files'),
    ],
)
def test_a_file_that_is_none_of_its_own_is_told_as_what_it_is(words: list[str], why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "maps" / "journeys").mkdir(parents=True)
    for name in ("README.md", "mkdocs.yml", "maps/notes.yml", "maps/handbook.yml", "maps/journeys/ann.yml"):
        (tmp_path / name).write_text("docs_dir: maps\n" if name == "mkdocs.yml" else "title:   T\nstages: [a]\n", encoding="utf-8")
    result = CliRunner().invoke(commands, ["fmt", *words])
    assert (result.exit_code, why in result.output) == (2, True), result.output
    assert (tmp_path / "maps" / "handbook.yml").read_text(encoding="utf-8").startswith("title:   T")
    monkeypatch.chdir(tmp_path / "maps" / "journeys")
    assert CliRunner().invoke(commands, ["fmt", "ann.yml"]).exit_code == 0
    assert (tmp_path / "maps" / "journeys" / "ann.yml").read_text(encoding="utf-8").startswith("title: T")
