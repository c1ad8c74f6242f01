"""``journey-site pdf`` and ``journey-site pptx``: what they write and say, and how they end."""

from __future__ import annotations

import importlib.util
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from pptx import Presentation

from journey_site.cli.main import commands
from journey_site.mkdocs_settings import audience_in, config_of, site_address

JOURNEY = "title: {en: Buy, sv: Köpa}\npersona: anna\nstages:\n  go: {name: {en: Go, sv: Gå}, emotion: 1}\n"


def run(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(commands, [*words])
    assert not isinstance(result.exception, Exception) or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JOURNEY_SITE_AUDIENCE", raising=False)
    for name, text in {
        "mkdocs.yml": "site_url: https://x.example/hb\ndocs_dir: maps\nplugins: [journey-site]\n",
        "maps/handbook.yml": "title: T\nlanguages: [en, sv]\naudiences: [internal, client]\n",
        "maps/personas/anna.yml": "name: Anna\n",
        "maps/journeys/buy.yml": JOURNEY,
        "maps/journeys/secret.yml": JOURNEY.replace("Buy", "Secret") + "audience: internal\n",
        "maps/journeys/old.yml": JOURNEY + "publish: retired\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def words_of(path: Path) -> list[str]:
    slides = Presentation(BytesIO(path.read_bytes())).slides
    return [slide.shapes.title.text_frame.text for slide in slides] + [slide.notes_slide.notes_text_frame.text for slide in slides]


def test_a_deck_for_each_journey_that_is_not_retired(here: Path) -> None:
    code, said, wrong = run("pptx")
    assert code == 0
    assert wrong == 'This is the edition "internal", which shows everything; --audience makes another.\n'
    assert sorted(path.name for path in (here / "deliveries/internal").iterdir()) == ["deck-buy.pptx", "deck-secret.pptx"]
    assert "deliveries/internal/deck-buy.pptx: 6 slides\n" in said
    assert "In the handbook: https://x.example/hb/journeys/buy/go/" in words_of(here / "deliveries/internal/deck-buy.pptx")


def test_one_journey_in_another_language_and_folder(here: Path) -> None:
    code, said, _wrong = run("pptx", "maps", "--to", "a/b", "--journey", "old", "--language", "sv")
    assert (code, said) == (0, "a/b/deck-old.pptx: 6 slides\n")
    words = words_of(here / "a/b/deck-old.pptx")
    assert words[0] == "Köpa"
    assert "1. Gå" in words
    assert any(each.endswith("https://x.example/hb/sv/journeys/old/") for each in words)


@pytest.mark.parametrize("said_by", ["option", "variable", "mkdocs.yml"])
def test_an_edition_in_a_folder_of_its_own(here: Path, monkeypatch: pytest.MonkeyPatch, said_by: str) -> None:
    if said_by == "variable":
        monkeypatch.setenv("JOURNEY_SITE_AUDIENCE", "client")
    if said_by == "mkdocs.yml":
        (here / "mkdocs.yml").write_text("docs_dir: maps\nplugins: [{journey-site: {audience: client}}]\n", encoding="utf-8")
    code, _said, wrong = run("pptx", *(("--audience", "client") if said_by == "option" else ()))
    assert code == 0
    assert "shows everything" not in wrong
    assert [path.relative_to(here).as_posix() for path in (here / "deliveries").rglob("*.pptx")] == ["deliveries/client/deck-buy.pptx"]


@pytest.mark.parametrize(("audience", "shown"), [("internal", True), ("client", False)])
def test_slides_say_which_edition_they_are_of_where_not_everybody_may_read_it(here: Path, audience: str, *, shown: bool) -> None:
    assert run("pptx", "--audience", audience, "--journey", "buy", "--to", "out")[0] == 0
    slides = Presentation(BytesIO((here / "out/deck-buy.pptx").read_bytes())).slides
    words = [[shape.text_frame.text for shape in slide.shapes if shape.has_text_frame] for slide in slides]
    assert all(any(f"Edition: {audience}" in each for each in slide) is shown for slide in words)


@pytest.mark.parametrize("upkeep", [True, False])
def test_slides_tell_of_the_work_on_the_map_where_the_site_does(here: Path, *, upkeep: bool) -> None:
    (here / "mkdocs.yml").write_text(f"docs_dir: maps\nplugins: [journey-site: {{audience: client, upkeep: {str(upkeep).lower()}}}]\n", encoding="utf-8")
    assert run("pptx", "--to", "out")[0] == 0
    slides = Presentation(BytesIO((here / "out/deck-buy.pptx").read_bytes())).slides
    rows = [row for slide in slides for shape in slide.shapes if shape.has_table for row in shape.table.rows]
    assert any(cell.text == "no owner" for row in rows for cell in row.cells) is upkeep


@pytest.mark.parametrize(
    ("written", "edition"),
    [("client", "client"), ("!ENV HB_FOR", "client"), ("!ENV HB_FOR_NOBODY", ""), ("!ENV [HB_FOR_NOBODY, internal]", "internal"), ("!ENV [HB_FOR, internal]", "client")],
)
def test_the_edition_that_a_configuration_names(here: Path, monkeypatch: pytest.MonkeyPatch, written: str, edition: str) -> None:
    monkeypatch.setenv("HB_FOR", "client")
    (here / "mkdocs.yml").write_text(f"docs_dir: maps\nplugins:\n  - journey-site:\n      audience: {written}\n", encoding="utf-8")
    assert audience_in(here / "mkdocs.yml") == edition
    assert audience_in(None) == ""


@pytest.mark.parametrize("command", ["pdf", "pptx"])
@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--journey", "bui"), 'no journey has the id "bui"; did you mean "buy"?'),
        (("--audience", "client", "--journey", "secret"), 'no journey has the id "secret": there are buy, old'),
        (("--audience", "clent"), 'this handbook has no audience "clent"; did you mean "client"?'),
        (("nowhere",), 'the folder "nowhere" does not exist'),
    ],
)
def test_what_is_said_when_it_cannot_run(here: Path, monkeypatch: pytest.MonkeyPatch, command: str, words: tuple[str, ...], why: str) -> None:
    browser = here / "browser"
    browser.write_text("#!/bin/sh\n", encoding="utf-8")
    browser.chmod(0o755)
    monkeypatch.setenv("CHROMIUM", str(browser))
    code, said, wrong = run(command, *words)
    assert (code, said) == (2, "")
    assert why in wrong
    assert wrong.count("\n") == 1
    assert not (here / "deliveries").exists()


@pytest.mark.parametrize("command", ["pdf", "pptx"])
def test_nothing_is_delivered_of_a_handbook_with_errors(here: Path, command: str) -> None:
    (here / "maps/journeys/buy.yml").write_text(JOURNEY + "owner: nobody\nmodel: none-such\n", encoding="utf-8")
    code, said, wrong = run(command)
    assert (code, said) == (2, "")
    assert wrong.startswith("journey-site: nothing is written while the handbook has errors (2 errors in all); ")
    assert "maps/journeys/buy.yml:5" in wrong


def test_a_language_that_the_handbook_is_not_in(here: Path) -> None:
    assert run("pptx", "--language", "de") == (2, "", 'journey-site: this handbook is not written in "de": its languages are en, sv\n')


def test_without_python_pptx_it_is_said_what_to_install(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name, *more: None if name == "pptx" else found(name, *more))
    why = 'journey-site: slides are made with python-pptx, which is not installed: pip install "mkdocs-journey-site[pptx]"\n'
    assert run("pptx") == (2, "", why)


def test_without_a_browser_it_is_said_what_to_install(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "no-such-browser")
    why = 'journey-site: CHROMIUM names "no-such-browser", and there is no such program\n'
    assert run("pdf") == (2, "", why)


def test_a_site_that_cannot_be_built(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = here / "browser"
    browser.write_text("#!/bin/sh\n", encoding="utf-8")
    browser.chmod(0o755)
    monkeypatch.setenv("CHROMIUM", str(browser))
    (here / "mkdocs.yml").write_text("site_name: x\ndocs_dir: maps\ntheme: no-such-theme\nplugins: [journey-site]\n", encoding="utf-8")
    code, said, wrong = run("pdf")
    assert (code, said) == (2, "")
    assert wrong.startswith("journey-site: the site could not be built, so nothing was printed.\n")
    assert "no-such-theme" in wrong


def test_the_configuration_of_a_folder_is_found_beside_it(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = here / "mkdocs.yml"
    assert config_of(Path("maps")) == config
    (here / "elsewhere").mkdir()
    monkeypatch.chdir(here / "elsewhere")
    assert config_of(Path("../maps")) == config
    assert config_of(here / "elsewhere") is None
    assert site_address(config) == "https://x.example/hb/"
    assert site_address(None) == ""
