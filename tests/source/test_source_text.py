"""Files become text, whatever wrote them; what is no text is said with its place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from journey_site.problems import Span
from journey_site.source.text import MAX_BYTES, SourceText, composed, decode, read_text


def write(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "anna.yml"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "data",
    ["name: Åsa\n".encode(), b"\xef\xbb\xbf" + "name: Åsa\n".encode()],
    ids=["plain", "byte order mark"],
)
def test_utf8_is_read(tmp_path: Path, data: bytes) -> None:
    source, problems = read_text(write(tmp_path, data), "maps/anna.yml")
    assert problems == []
    assert source == SourceText("maps/anna.yml", "name: Åsa\n")


def test_lines_end_where_yaml_says() -> None:
    source = SourceText("f", "a\r\nb\rc\nd\x85e\u2028f\u2029g\x0bh")
    assert [source.line(n) for n in range(10)] == ["", "a", "b", "c", "d", "e", "f", "g\x0bh", "", ""]


def test_the_first_line_is_without_byte_order_mark() -> None:
    source = SourceText("f", "\ufeffa: b\nc")
    assert source.line(1) == "a: b"
    assert source.place(3) == (1, 3)


def test_place_of_an_offset() -> None:
    source = SourceText("f", "a\r\nåb")
    assert source.place(0) == (1, 1)
    assert source.place(4) == (2, 2)


def test_a_letter_in_an_old_encoding_is_shown() -> None:
    source, [problem] = decode("name: Anna\nrole: Säljare på väg\n".encode("cp1252"), "maps/anna.yml")
    assert source is None
    assert problem.rule == "not-utf8"
    assert problem.span == Span("maps/anna.yml", 2, 8, 2, 9)
    assert problem.message == (
        'this file is not saved as UTF-8: here stands "ä" as an older Windows program writes it'
    )
    assert problem.hint == "open it in your editor, choose Save as and the encoding UTF-8, and look at its letters"


def test_a_byte_that_is_no_letter_anywhere() -> None:
    source, [problem] = decode(b"a: \x81", "f")
    assert source is None
    assert problem.message == "this file is not saved as UTF-8: here stands something that is no letter"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_named(encoding: str) -> None:
    source, [problem] = decode("name: Anna".encode(encoding), "f")
    assert source is None
    assert problem.rule == "not-utf8"
    assert problem.message == "this file is saved as UTF-16, and a handbook's files are UTF-8"


def test_control_characters_are_pointed_at() -> None:
    source, [problem] = decode(b"a: b\nc: d\x07e", "f")
    assert source is None
    assert (problem.rule, problem.span) == ("control-character", Span("f", 2, 5, 2, 6))
    assert problem.message == "an invisible control character (U+0007) stands here, and YAML allows none"


def test_nothing_is_nul() -> None:
    _, [problem] = decode(b"abc\0", "f")
    assert problem.message == "an invisible control character (U+0000) stands here, and YAML allows none"
    assert problem.hint == "delete it, or save the file again as UTF-8 text"


def test_large_files_are_refused(tmp_path: Path) -> None:
    source, [problem] = read_text(write(tmp_path, b"#" * (MAX_BYTES + 1)), "f")
    assert source is None
    assert str(problem) == "f:1:1: this file is larger than 2 MB and is not read (divide it into several files)"
    assert read_text(write(tmp_path, b"#" * MAX_BYTES), "f")[1] == []


def test_a_file_that_vanished(tmp_path: Path) -> None:
    assert read_text(tmp_path / "no.yml", "no.yml")[1][0].message == "this file is not there any more"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert read_text(tmp_path, "f")[1][0].message == "this is no ordinary file"


def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes here")
    os.mkfifo(tmp_path / "pipe.yml")
    assert read_text(tmp_path / "pipe.yml", "f")[1][0].rule == "unreadable-file"


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, b"a: b")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    [problem] = read_text(path, "maps/anna.yml")[1]
    expected = "maps/anna.yml:1:1: this file may not be read by you (change the file's permissions)"
    assert str(problem) == expected


def test_composed_form() -> None:
    assert composed("A\u030asa") == "Åsa"
    crowd = "a" + "\u0301\u0323" * 400_000  # sorting these would take minutes
    assert composed(crowd) is crowd
    assert composed("日本語" * 1000 + "e\u0301").endswith("é")
