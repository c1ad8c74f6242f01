"""``journey-site check --watch``: each save is told of, with what it mended and what it broke."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from journey_site.cli import watching
from journey_site.cli.watching import _state, advice_since, what_changed
from journey_site.handbook import read_handbook
from journey_site.problems import Problem, Severity, Span
from journey_site.reports.paint import Paint
from journey_site.reports.report import Report, report_of
from journey_site.reports.sources import Sources

WRONG, RIGHT = "a: {name: A, sumary: S}\n", "a: {name: A, summary: S}\n"


def report(folder: Path, *problems: Problem) -> Report:
    return report_of(problems, (), Sources(folder), read_handbook(folder).atlas)


def test_what_a_save_did(tmp_path: Path) -> None:
    (tmp_path / "handbook.yml").write_text("title: T\n", encoding="utf-8")
    (tmp_path / "a.yml").write_text("one\ntwo\n", encoding="utf-8")
    one = Problem("empty-next", "x", Span("a.yml", 1, 1, 1, 4))
    two = Problem("empty-next", "y", Span("a.yml", 2, 1, 2, 4), Severity.WARNING)
    advice = Problem("id-from-name", "z", Span("a.yml", 2, 1, 2, 4), Severity.ADVICE)
    both, first, second = report(tmp_path, one, two), report(tmp_path, one), report(tmp_path, two)
    assert what_changed(None, both, Paint()) == ""
    assert what_changed(both, both, Paint()) == "nothing changed"
    assert what_changed(both, first, Paint()) == "1 mended"
    assert what_changed(first, both, Paint()) == "1 new"
    assert what_changed(first, second, Paint()) == "1 mended, 1 new"
    assert what_changed(first, report(tmp_path, one, advice), Paint()) == "nothing changed"


def test_advice_is_told_when_it_is_new_or_gone(tmp_path: Path) -> None:
    (tmp_path / "handbook.yml").write_text("title: T\n", encoding="utf-8")
    (tmp_path / "a.yml").write_text("one\ntwo\n", encoding="utf-8")
    error = Problem("empty-next", "x", Span("a.yml", 1, 1, 1, 4))
    first, second = (Problem("id-from-name", "z", Span("a.yml", line, 1, line, 4), Severity.ADVICE) for line in (1, 2))
    both, one, none = report(tmp_path, first, second), report(tmp_path, first), report(tmp_path)
    assert advice_since(both, one) == ([both.problems[1]], [])
    assert advice_since(one, both) == ([], [both.problems[1]])
    assert advice_since(one, None) == ([one.problems[0]], [])
    assert advice_since(report(tmp_path, error), both) == ([], []), "with errors nobody looks for advice"
    assert what_changed(none, one, Paint()) == "only advice changed"
    assert what_changed(one, one, Paint()) == "nothing changed"


def test_a_problem_that_only_moved_is_not_new(tmp_path: Path) -> None:
    (tmp_path / "handbook.yml").write_text("title: T\n", encoding="utf-8")
    (tmp_path / "a.yml").write_text("one: 1\n", encoding="utf-8")
    before = report(tmp_path, Problem("empty-next", "line 1", Span("a.yml", 1, 1, 1, 4)))
    (tmp_path / "a.yml").write_text("# new\none: 1\n", encoding="utf-8")
    after = report(tmp_path, Problem("empty-next", "line 2", Span("a.yml", 2, 1, 2, 4)))
    assert what_changed(before, after, Paint()) == "nothing changed"


def test_what_is_looked_at(tmp_path: Path) -> None:
    (tmp_path / "personas").mkdir()
    (tmp_path / "personas" / "anna.jpg").write_bytes(b"1")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "index").write_bytes(b"1")
    before = _state([tmp_path])
    assert [Path(path).name for path in before] == ["anna.jpg"]
    (tmp_path / "personas" / "anna.jpg").write_bytes(b"12")
    assert _state([tmp_path]) != before
    assert _state([tmp_path / "gone"]) == {}


def test_a_file_that_is_being_written_is_waited_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Most programs empty a file first, and then write it; that is one save."""
    whole, emptied, half, written = ({"a.yml": (date, size)} for date, size in ((1, 9), (2, 0), (3, 4), (3, 8)))
    for looks in ([whole, whole, emptied, emptied, half, written, written], [emptied, emptied, emptied, written, written]):
        seen = iter(looks)
        monkeypatch.setattr(watching, "_state", lambda _, seen=seen: next(seen))
        watching._wait([tmp_path], whole)
        assert list(seen) == []
    monkeypatch.setattr(watching, "_state", lambda _: emptied)
    watching._wait([tmp_path], whole)  # it may also stay empty


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C is sent otherwise there")
def test_watching(tmp_path: Path) -> None:
    maps = tmp_path / "maps"
    maps.mkdir()
    (maps / "handbook.yml").write_text("title: T\n", encoding="utf-8")
    (maps / "touchpoints.yml").write_text(WRONG, encoding="utf-8")
    command = [sys.executable, "-c", "from journey_site.cli.main import main; main()", "check", "--watch"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        screens = _screens(running)
        try:
            assert "error[unknown-field]" in next(screens)
            (maps / "touchpoints.yml").write_text(RIGHT, encoding="utf-8")
            mended = next(screens)
            assert "No problems in 2 files. 1 piece of advice." in mended
            assert "1 mended · " in mended
            assert 'mended: maps/touchpoints.yml:1:14: error[unknown-field]: a touchpoint has no field "sumary"' in mended
            assert mended.count("advice[") == 1, "nobody looked for advice before"
            (maps / "touchpoints.yml").write_text(WRONG, encoding="utf-8")
            broken = next(screens)
            assert "1 new · " in broken
            assert "advice[" not in broken, "it is not gone, only not looked for"
            (maps / "touchpoints.yml").write_text(RIGHT, encoding="utf-8")
            assert "advice[" not in next(screens), "what stays is not told again"
            (maps / "touchpoints.yml").write_text(RIGHT.replace("}", ', owner: {name: E, contact: "mailto:e@b.se"}}'), encoding="utf-8")
            only_advice = next(screens)
            assert "\ngone: maps/touchpoints.yml:1:1: advice[owner-missing]" in only_advice
            assert "only advice changed · " in only_advice
            running.send_signal(signal.SIGINT)
            assert running.wait(timeout=60) == 0
            assert running.stderr is not None
            assert running.stderr.read() == ""
        finally:
            running.kill()


def _screens(running: subprocess.Popen[str]) -> Iterator[str]:
    """Everything up to the line that says what is watched, again and again; nothing in it clears a screen."""
    assert running.stdout is not None
    said = ""
    for line in running.stdout:
        assert "\x1b" not in line
        said += line
        if "watching maps; Ctrl+C ends" in line:
            yield said
            said = ""
