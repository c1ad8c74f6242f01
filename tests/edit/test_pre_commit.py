"""The hooks for pre-commit name commands and options that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from journey_site.cli.main import COMMANDS, commands
from journey_site.source.nodes import Mapping, Scalar, Sequence
from journey_site.source.text import SourceText
from journey_site.source.yaml import parse_yaml

FILE = Path(__file__).resolve().parents[2] / ".pre-commit-hooks.yaml"


def hooks() -> list[dict[str, str]]:
    root, problems = parse_yaml(SourceText(FILE.name, FILE.read_text(encoding="utf-8")))
    assert problems == []
    assert isinstance(root, Sequence)
    found = []
    for item in root.items:
        assert isinstance(item, Mapping)
        found.append({key.text: value.text for key, value in item.entries if isinstance(value, Scalar)})
    return found


def test_there_is_one_to_check_and_one_to_format() -> None:
    assert [hook["id"] for hook in hooks()] == ["journey-site-check", "journey-site-fmt"]


NEEDED = {"id", "name", "entry", "language"}
MAY_BE = {"description", "files", "pass_filenames"}
"""Keys that pre-commit knows, of those that are used. Source: https://pre-commit.com/#new-hooks"""


@pytest.mark.parametrize("hook", hooks(), ids=lambda hook: hook["id"])
def test_a_hook_says_what_pre_commit_wants_to_know(hook: dict[str, str]) -> None:
    assert NEEDED <= set(hook) <= NEEDED | MAY_BE
    watched = re.compile(hook["files"])
    assert all(watched.search(name) for name in ("maps/handbook.yml", "maps/journeys/a.yaml", "mkdocs.yml"))
    assert not watched.search("maps/personas/anna.jpg")


@pytest.mark.parametrize("hook", hooks(), ids=lambda hook: hook["id"])
def test_a_hook_runs_a_command_that_is_there(hook: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program, command, *options = hook["entry"].split()
    assert (program, hook["language"], hook["pass_filenames"]) == ("journey-site", "python", "false")
    assert command in COMMANDS
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "handbook.yml").write_text("title: T\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(commands, [command, *options]).exit_code == 0
