"""``journey-site editions``: the list for whoever signs a delivery."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from journey_site.cli.main import commands

FILES = {
    "handbook.yml": "title: T\naudiences: [internal, client, public]\nlanes: [thoughts, {id: law, label: Law, kind: list, audience: client}]\n",
    "personas/anna.yml": "name: Anna\nx-crm: 7\n",
    "personas/bo.yml": "name: A name that is far longer than any line of a terminal could ever have room for\naudience: internal\n",
    "journeys/buy.yml": "title: Buys\npersona: anna\nstages:\n  one:\n    name: One\n    law: [Paragraph]\n"
    "    pains: [{text: A, audience: internal}, {text: B, audience: internal}, C]\n"
    "    steps: [{id: s, title: S, thoughts: [{text: D, audience: client}]}]\n  two: {name: Two, audience: client}\n",
    "secret.md": "---\naudience: internal\n---\n# S\n",
}


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in FILES.items():
        path = tmp_path / "maps" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def test_the_list() -> None:
    done = CliRunner().invoke(commands, ["editions"])
    assert done.exit_code == 0, done.output
    assert max(map(len, done.output.splitlines())) <= 80
    assert done.output.startswith("internal sees everything\n  It sees 2 personas and 1 journey.\n")
    client, public = done.output.split("\n\nclient ")[1].split("\n\npublic ")
    assert client.startswith("does not see 1 thing, 3 entries in 2 others and 1 hand-written page\n")
    assert "    Persona: A name that is far longer than any line of a terminal could… (bo)\n      maps/personas/bo.yml:1:1\n" in client
    assert "    Journey: Buys (buy)\n      One: 2 pains\n        maps/journeys/buy.yml:7:13\n" in client
    assert "      1 key that begins with x-\n" in client
    assert client.endswith("  Hand-written pages\n    maps/secret.md")
    assert "      Two: the whole stage\n        maps/journeys/buy.yml:9:3\n" in public
    assert "      One: 1 thought\n" in public
    assert "    Handbook: T\n      1 lane, with all that stands in it\n" in public


def test_for_programs_and_for_one() -> None:
    done = CliRunner().invoke(commands, ["editions", "--audience", "client", "--format", "json"])
    (client,) = json.loads(done.output)["audiences"]
    assert client["counts"] == {"whole": 1, "entries": 3, "pages": 1}
    assert client["sees"] == {"personas": {"seen": 1, "of": 2}, "journeys": {"seen": 1, "of": 1}}
    assert [thing["id"] for thing in client["hidden"] if thing["whole"]] == ["bo"]


def test_what_could_not_run() -> None:
    done = CliRunner().invoke(commands, ["editions", "--audience", "clent"])
    assert done.exit_code == 2
    assert done.output == 'journey-site: this handbook has no audience "clent", did you mean "client"?\n'
    Path("maps/personas/anna.yml").write_text("nam: Anna\n", encoding="utf-8")
    assert CliRunner().invoke(commands, ["editions"]).exit_code == 2
    Path("maps/personas/anna.yml").write_text("name: Anna\n", encoding="utf-8")
    Path("maps/secret.md").unlink()
    for name in ("journeys/buy.yml", "personas/bo.yml"):
        Path("maps", name).unlink()
    Path("maps/handbook.yml").write_text("title: T\n", encoding="utf-8")
    assert "Everybody sees everything" in CliRunner().invoke(commands, ["editions"]).output
