"""``journey-site schema``: printed for whoever wants it, and installed so that editors find it by themselves."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from journey_site.cli.main import commands
from journey_site.exchange.yaml_schema import file_kinds


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "maps" / "personas").mkdir(parents=True)
    (tmp_path / "maps" / "handbook.yml").write_text("title: T\n", encoding="utf-8")
    (tmp_path / "maps" / "personas" / "åsa.yml").write_text("name: Åsa\n", encoding="utf-8")
    (tmp_path / "maps" / "personas" / "asa.yml").write_text("name: Åsa Öberg\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(commands, ["schema", *words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def test_one_kind_is_printed(project: Path) -> None:
    code, said = run("--kind", "journey", "--with-ids")
    assert code == 0
    schema = json.loads(said)
    Draft202012Validator.check_schema(schema)
    assert "asa" in schema["$defs"]["id-personas"]["enum"]
    assert "Åsa Öberg" in said


def test_editors_are_told(project: Path) -> None:
    code, said = run("--install", "--with-ids")
    assert code == 0, said
    settings = json.loads((project / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"]["./.journey-site/schema/journey.json"] == ["maps/journeys/**/*.yml", "maps/journeys/**/*.yaml"]
    assert {Path(path).stem for path in settings["yaml.schemas"]} == set(file_kinds())
    assert all((project / path).is_file() for path in settings["yaml.schemas"])
    mappings = ElementTree.parse(project / ".idea" / "jsonSchemas.xml").getroot()
    assert len(mappings.findall(".//entry")) == len(file_kinds())
    again = run("--install", "--with-ids")[1]
    assert ".vscode/settings.json: as it was" in again
    assert ".idea/jsonSchemas.xml: as it was" in again


def test_what_somebody_has_set_stays(project: Path) -> None:
    (project / ".vscode").mkdir()
    (project / ".vscode" / "settings.json").write_text('{"editor.tabSize": 2, "yaml.schemas": {"mine.json": "*.yml"}}', encoding="utf-8")
    (project / ".idea").mkdir()
    (project / ".idea" / "jsonSchemas.xml").write_text('<project version="4"><component name="Other"><x a="1"/></component></project>', encoding="utf-8")
    assert run("--install")[0] == 0
    settings = json.loads((project / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert (settings["editor.tabSize"], settings["yaml.schemas"]["mine.json"]) == (2, "*.yml")
    assert '<x a="1" />' in (project / ".idea" / "jsonSchemas.xml").read_text(encoding="utf-8")


def test_what_cannot_be_changed_is_left_and_told(project: Path) -> None:
    (project / ".vscode").mkdir()
    written = '{\n  // ours\n  "editor.tabSize": 2\n}\n'
    (project / ".vscode" / "settings.json").write_text(written, encoding="utf-8")
    code, said = run("--install")
    assert code == 0
    assert (project / ".vscode" / "settings.json").read_text(encoding="utf-8") == written
    assert '.vscode/settings.json: left as it is, because it holds comments' in said
    assert '"yaml.schemas": {' in said


def test_a_folder_that_is_not_there(project: Path) -> None:
    code, said = run("nowhere")
    assert code == 2
    assert 'the folder "nowhere" does not exist' in said


def test_a_handbook_elsewhere_cannot_be_installed_from_here(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "other").mkdir()
    monkeypatch.chdir(project / "other")
    code, said = run("../maps", "--install")
    assert code == 2
    assert "lies outside this folder" in said
    assert list((project / "other").iterdir()) == []
