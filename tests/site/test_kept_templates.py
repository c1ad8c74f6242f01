"""Templates are compiled once, and never printed from what something else has compiled."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from jinja2 import Environment

from journey_site.site import templates
from journey_site.site.kept_templates import kept_templates


@pytest.fixture
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which templates were compiled, in a world in which none was before."""
    found: list[str] = []
    compile_it = Environment.compile

    def noted(self: Environment, source: str, name: str | None = None, *more: object, **how: object) -> object:
        found.append(name or "")
        return compile_it(self, source, name, *more, **how)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", noted)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    return found


def printed(folder: Path, text: str = "{{ 1 + 1 }} <b>{{ '<' }}</b>") -> str:
    (folder / "a.html").write_text(text, encoding="utf-8")
    return templates.environment([folder]).get_template("a.html").render()


def test_a_template_is_compiled_once_for_all_builds(compiled: list[str], tmp_path: Path) -> None:
    assert [printed(tmp_path) for _ in range(3)] == ["2 <b>&lt;</b>"] * 3
    assert compiled == ["a.html"]


def test_one_that_changed_or_stands_elsewhere_is_compiled_anew(compiled: list[str], tmp_path: Path) -> None:
    assert printed(tmp_path) == "2 <b>&lt;</b>"
    assert printed(tmp_path, "{{ 3 }}") == "3"
    (tmp_path / "other").mkdir()
    assert printed(tmp_path / "other", "{{ 4 }}") == "4"
    assert len(compiled) == 3


def test_what_another_version_of_ours_compiled_is_left_alone(compiled: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    printed(tmp_path)
    later = tmp_path / "templates.py"
    later.write_text("# as it will be\n", encoding="utf-8")
    monkeypatch.setattr(templates, "kept_templates", lambda _made_by: kept_templates([later]))
    assert printed(tmp_path) == "2 <b>&lt;</b>"
    assert len(compiled) == 2


@pytest.mark.parametrize("spoilt", [b"", b"\0" * 40, b"j2"])
def test_a_spoilt_file_is_none(compiled: list[str], tmp_path: Path, spoilt: bytes) -> None:
    printed(tmp_path)
    (kept,) = (tmp_path / "temporary").rglob("journey_site_*.cache")
    kept.write_bytes(spoilt)
    assert printed(tmp_path) == "2 <b>&lt;</b>"
    assert len(compiled) == 2


def test_without_a_folder_to_keep_them_in_all_is_printed(compiled: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    printed(tmp_path)
    (folder,) = {kept.parent for kept in (tmp_path / "temporary").rglob("journey_site_*.cache")}
    for kept in folder.iterdir():
        kept.unlink()
        kept.mkdir()
    assert printed(tmp_path) == "2 <b>&lt;</b>", "no file can be written where a folder stands"
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    assert printed(tmp_path) == "2 <b>&lt;</b>"
    assert len(compiled) == 3


@pytest.mark.skipif(os.name == "nt", reason="files have other rights there")
def test_nobody_else_can_put_a_program_there(compiled: list[str], tmp_path: Path) -> None:
    printed(tmp_path)
    (folder,) = {kept.parent for kept in (tmp_path / "temporary").rglob("journey_site_*.cache")}
    assert folder.stat().st_mode & 0o077 == 0
