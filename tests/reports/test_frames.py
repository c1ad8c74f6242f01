"""Code frames: the caret stands under the value, whatever stands before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from journey_site.problems import Span
from journey_site.reports.frame import frame, frame_lines
from journey_site.reports.sources import Sources
from journey_site.reports.visible import width


def framed(folder: Path, line: str, value: str, room: int = 60) -> tuple[str, str]:
    """The line and the marks below it, for ``value`` in ``line``."""
    (folder / "a.yml").write_text(f"first: 1\n{line}\n", encoding="utf-8", newline="\n")
    column = line.index(value) + 1
    found = frame(Span("a.yml", 2, column, 2, column + len(value)), Sources(folder), room)
    assert found is not None
    assert found.number == 2
    return found.line, found.marks()


@pytest.mark.parametrize(
    ("line", "value", "shown", "marks"),
    [
        ("name: Anna", "Anna", "name: Anna", "      ^^^^"),
        ("å: Anna", "Anna", "å: Anna", "   ^^^^"),
        ("日本: 語", "語", "日本: 語", "      ^^"),
        ("a\u030a: x", "x", "a\u030a: x", "   ^"),
        ("👩\u200d👩\u200d👧: x", "x", "👩\u200d👩\u200d👧: x", "    ^"),
        ("a\u202eb: x", "x", "a<U+202E>b: x", "            ^"),
        ("a: \u202e", "\u202e", "a: <U+202E>", "   ^^^^^^^^"),
        ("a:\tx", "x", "a:    x", "      ^"),
        ("\u00a0\u00a0a: x", "\u00a0\u00a0", "<U+00A0><U+00A0>a: x", "^^^^^^^^^^^^^^^^"),
        ("  \u00a0a: x", "x", "  <U+00A0>a: x", "             ^"),
        ("a:\u00a0x", "\u00a0", "a:<U+00A0>x", "  ^^^^^^^^"),
        ("a: 10\u00a0000 kr", "10\u00a0000", "a: 10<U+00A0>000 kr", "   ^^^^^^^^^^^^^"),
        ("a: 10\u00a0000 x", "x", "a: 10\u00a0000 x", "          ^"),
        ("a: ##vso[x] y", "y", "a: #<U+0023>vso[x] y", "                   ^"),
    ],
)
def test_the_caret_is_under_the_value(tmp_path: Path, line: str, value: str, shown: str, marks: str) -> None:
    assert framed(tmp_path, line, value) == (shown, marks)


def test_a_long_line_is_cut_around_the_value(tmp_path: Path) -> None:
    shown, marks = framed(tmp_path, "a: [" + "ett, " * 300 + "VALUE" + ", två" * 300 + "]", "VALUE")
    assert width(shown) <= 60
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert shown[marks.index("^") : marks.rindex("^") + 1] == "VALUE"


def test_a_long_value_is_marked_as_far_as_it_is_seen(tmp_path: Path) -> None:
    shown, marks = framed(tmp_path, "a: " + "x" * 5000, "x" * 5000)
    assert width(shown) <= 60
    assert len(marks) <= len(shown)
    assert marks.count("^") == shown.count("x")


def test_a_line_that_only_looks_empty(tmp_path: Path) -> None:
    assert framed(tmp_path, "\u00a0\u00a0", "\u00a0\u00a0") == ("<U+00A0><U+00A0>", "^" * 16)


def test_a_million_letters(tmp_path: Path) -> None:
    shown, _ = framed(tmp_path, "a: " + "x" * 1_000_000 + " VALUE", "VALUE")
    assert shown.endswith("VALUE")


def test_a_value_over_several_lines_shows_its_first(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("a:\n  b: 1   \n  c: 2\n", encoding="utf-8")
    assert frame_lines(Span("a.yml", 2, 3, 3, 7), Sources(tmp_path)) == ["2 |   b: 1", "  |   ^^^^"]


@pytest.mark.parametrize(
    "span", [Span("a.yml"), Span("a.yml", 9, 1, 9, 2), Span("b.yml", 1, 1, 1, 2), Span("", 1, 1, 1, 2), Span("a.yml", 2, 1, 2, 1)]
)
def test_no_frame_where_there_is_nothing_to_see(tmp_path: Path, span: Span) -> None:
    (tmp_path / "a.yml").write_text("a: 1\n\n", encoding="utf-8")
    assert frame_lines(span, Sources(tmp_path)) == []


def test_a_place_beyond_the_lines_end_is_marked_after_it(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("next:\n", encoding="utf-8")
    found = frame(Span("a.yml", 1, 6, 1, 6), Sources(tmp_path), 60)
    assert found is not None
    assert found.marks() == "     ^"


def test_a_file_that_was_changed_is_read_again(tmp_path: Path) -> None:
    sources = Sources(tmp_path)
    path = tmp_path / "a.yml"
    path.write_text("a: 1\n", encoding="utf-8")
    assert sources.line(Span("a.yml", 1, 1, 1, 2)) == "a: 1"
    path.write_text("a: 1234\n", encoding="utf-8")
    assert sources.line(Span("a.yml", 1, 1, 1, 2)) == "a: 1"
    sources.refresh()
    assert sources.line(Span("a.yml", 1, 1, 1, 2)) == "a: 1234"
