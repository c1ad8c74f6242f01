"""What ``journey-site diff`` prints of two versions in each style, as it was last read by somebody and found good."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from repositories import Repository, needs_git

from journey_site.account.account import Account
from journey_site.account.gather import account_of
from journey_site.account.in_html import in_html
from journey_site.account.in_json import in_json
from journey_site.account.in_markdown import in_markdown
from journey_site.account.in_text import in_text
from journey_site.revisions import NotThere
from journey_site.two_versions import Readers, read_versions

pytestmark = needs_git
HERE = Path(__file__).resolve().parent / "diff"
STYLES = {
    "text.txt": in_text,
    "markdown.md": in_markdown,
    "json.json": in_json,
    "html.html": in_html,
}


def account(folder: Path, audience: str = "") -> Account:
    """The two versions that lie beside this test, committed on two days."""
    repository = Repository(folder)
    shutil.copytree(HERE / "before", folder / "maps", copy_function=shutil.copyfile)
    repository.commit("2026-01-01", {})
    shutil.rmtree(folder / "maps")
    shutil.copytree(HERE / "after", folder / "maps", copy_function=shutil.copyfile)
    repository.commit("2026-02-01", {})
    found = read_versions(folder / "maps", "maps", "HEAD~1", "HEAD", Readers(audience))
    assert not isinstance(found, NotThere)
    return account_of(*found, preview="https://preview.example/pr-12/", audience=audience)


def same(name: str, found: str, request: pytest.FixtureRequest) -> None:
    path = HERE / name
    if request.config.getoption("--golden-update"):
        path.write_text(found, encoding="utf-8")
    assert path.is_file(), f"no golden file {name}; run pytest tests/golden --golden-update and read it"
    assert found == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", STYLES)
def test_style(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    same(name, STYLES[name](account(tmp_path / "x")), request)


def test_in_colour(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    same("colour.txt", in_text(account(tmp_path / "x"), colour=True), request)


def test_for_an_audience(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    said = in_text(account(tmp_path / "x", "client"))
    assert "Velomax" not in said
    same("audience.txt", said, request)


def test_no_style_is_left_over() -> None:
    assert {path.name for path in HERE.iterdir() if path.is_file()} == {*STYLES, "colour.txt", "audience.txt"}
