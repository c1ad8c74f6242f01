"""``journey-site editions``: the list for whoever signs a delivery."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from journey_site.cli.main import commands

LONG = "A name that is far longer than any line of a terminal could ever have room for, and is told in full all the same"
SAID = "Our margin on this is gone after three o'clock, and that is why we stop baking then: no customer ever hears of it"
FILES = {
    "handbook.yml": "title: {sv: Kvarnen, en: The mill}\nlanguages: [sv, en]\naudiences: [internal, client, public]\n"
    "lanes: [thoughts, touchpoints, pains, opportunities, {id: law, label: Law, kind: list, audience: client}]\n",
    "personas/anna.yml": "name: Anna\nx-crm: 7\nportrait: anna.png\nfrustrations: [{text: Costly, audience: internal}]\n",
    "personas/anna.png": "a picture",
    "personas/bo.yml": f"name: {LONG}\naudience: internal\nportrait: bo.png\n",
    "personas/bo.png": "a picture",
    "journeys/buy.yml": "title: Buys\npersona: anna\nstages:\n  one:\n    name: One\n    law: [Paragraph]\n"
    f"    pains: [{{text: \"{SAID}\", audience: internal}}, {{text: B, audience: internal}}, C]\n"
    "    steps: [{id: s, title: S, thoughts: [{text: D, audience: client}]}]\n"
    "    opportunities: [{text: A sign, note: Costs *much*, audience: client}]\n"
    "    touchpoints: [{name: Desk, metrics: [{name: Waiting, value: 3, audience: internal}]}]\n  two: {name: Two, audience: client}\n",
    "secret.md": "---\naudience: internal\n---\n# S\n",
    "open.md": "# O\n",
}


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in FILES.items():
        path = tmp_path / "maps" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def run(*options: str) -> str:
    done = CliRunner().invoke(commands, ["editions", *options])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_the_list_says_all_that_is_hidden_in_full() -> None:
    told = run("--language", "en")
    assert max(map(len, told.splitlines())) <= 100
    internal, client, public = told.split("\n\nThe edition for ")
    assert internal.startswith("The edition for “internal” shows everything\n\n  What it shows\n    Personas: 2\n")
    assert client.startswith("“client”\n")
    words = " ".join(client.split())
    assert f"Persona: {LONG} (bo) maps/personas/bo.yml:1:1" in words
    assert "Journey: Buys (buy) One · " in words
    assert f"One · Pains: {SAID} maps/journeys/buy.yml:7:13 One · Pains: B maps/" in words
    assert "Persona: Anna (anna) Frustrations: Costly maps/personas/anna.yml:4:16 x-crm: 7 maps/" in words
    assert "One · Metrics: Waiting maps/journeys/buy.yml:10:" in words
    assert "Left out: hand-written pages maps/secret.md" in words
    assert "Left out: pictures and other files maps/personas/bo.png" in words
    assert "Left out: pages about the work on the map Do we meet them?" in words
    assert "What it shows Personas: 1 of 2 Journeys: 1 Hand-written pages: 1 of 2" in words
    words = " ".join(public.split())
    assert "Stage: Two maps/journeys/buy.yml:11:3" in words
    assert "One · Thinks: D" in words
    assert "One · Law: Paragraph" in words
    assert "One · Opportunities: A sign – Costs much maps/" in words
    assert "The mill Row of the map, with all that stands in it: Law maps/handbook.yml" in words


def test_what_is_shown_is_named_where_that_is_asked_for() -> None:
    words = " ".join(run("--language", "en", "--audience", "client", "--all").split())
    assert words.endswith("Personas: 1 of 2 Anna (anna) Journeys: 1 Buys (buy) Hand-written pages: 1 of 2 maps/open.md")


def test_in_the_language_of_the_handbook() -> None:
    told = run("--audience", "client")
    assert "    Kundresa: Buys (buy)\n" in told
    assert "      One · Smärtpunkter: " in told
    assert "    Personor: 1 av 2\n" in told


def test_a_paper_to_sign() -> None:
    told = run("--language", "en", "--audience", "client", "--format", "markdown")
    assert told.startswith("# The mill, Nov 21, 2026\n\n## The edition for “client”\n")
    assert "- **Journey:** Buys (`buy`)\n  - **One · " in told
    assert "  - **One · Pains:** Our margin" in told
    assert "- **Personas:** 1 of 2\n  - Anna (`anna`)\n" in told
    assert told.rstrip().endswith("____ Date: ______________________________")


def test_words_in_a_paper_are_no_markup() -> None:
    Path("maps/personas/bo.yml").write_text("name: '**Bo** <img src=x> @all'\naudience: internal\n", encoding="utf-8")
    told = run("--audience", "client", "--format", "markdown")
    assert "<img" not in told
    assert "**Bo**" not in told
    assert "@all" not in told


def test_for_programs_and_for_one() -> None:
    (client,) = json.loads(run("--audience", "client", "--format", "json"))["audiences"]
    assert client["counts"] == {"whole": 1, "entries": 5, "pages": 1, "files": 1}
    assert client["sees"] == {"personas": {"seen": 1, "of": 2}, "journeys": {"seen": 1, "of": 1}}
    assert [thing["id"] for thing in client["hidden"] if thing["whole"]] == ["bo"]
    buy = next(thing for thing in client["hidden"] if thing["id"] == "buy")
    pains = next(part for part in buy["parts"] if part["field"] == "pains")
    assert {key: pains[key] for key in ("stage", "count", "place")} == {"stage": "one", "count": 2, "place": "maps/journeys/buy.yml:7:13"}
    assert [entry["words"] for entry in pains["entries"]] == [SAID, "B"]
    assert client["shown_pages"] == ["maps/open.md"]


def test_what_the_settings_say_of_the_work_on_the_map() -> None:
    Path("mkdocs.yml").write_text("site_name: x\ndocs_dir: maps\nplugins: [journey-site: {upkeep: true}]\n", encoding="utf-8")
    assert "the work on the map" not in run("--language", "en")


def test_pages_that_lie_elsewhere() -> None:
    Path("docs").mkdir()
    Path("docs/deep.md").write_text("---\naudience: internal\n---\n# D\n", encoding="utf-8")
    Path("mkdocs.yml").write_text("site_name: x\nplugins: [journey-site: {maps: maps}]\n", encoding="utf-8")
    words = " ".join(run("--language", "en", "--audience", "client").split())
    assert "Left out: hand-written pages docs/deep.md maps/secret.md" in words


def test_the_variable_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNEY_SITE_AUDIENCE", "client")
    done = CliRunner().invoke(commands, ["editions"])
    assert done.stderr == 'JOURNEY_SITE_AUDIENCE is set: this is about the edition for "client".\n'
    assert "public" not in done.stdout
    assert CliRunner().invoke(commands, ["editions", "--audience", "public"]).stderr == ""


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
