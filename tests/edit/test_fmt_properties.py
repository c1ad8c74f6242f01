"""``fmt`` never changes what a handbook says, never loses a comment, and finds nothing to do the second time."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from written_handbooks import COMMENTS, journey

from journey_site.cli.save import save
from journey_site.documents.journeys import Journey
from journey_site.documents.reading import Reading
from journey_site.edit.changes import Changes
from journey_site.edit.fmt import format_text, formatted
from journey_site.handbook import read_handbook
from journey_site.source.text import SourceText
from journey_site.source.yaml import parse_yaml

FILES = {
    "handbook.yml": "title: T\nlanguage: sv\n",
    "personas/anna.yml": "age: 38\nname: Anna\n",
}
_COMMENT = re.compile(r"(?:^|(?<=\s))(?:" + "|".join(map(re.escape, sorted(COMMENTS, key=len, reverse=True))) + r")$", re.MULTILINE)


def write(folder: Path, text: bytes) -> Path:
    for name, content in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    path = folder / "journeys" / "a.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text)
    return path


def said(text: str) -> Journey:
    """What a journey's file says."""
    root, problems = parse_yaml(SourceText("a.yml", text))
    # A comment without a space behind its sign may be told as a text that was cut.
    assert {problem.rule for problem in problems} <= {"cut-at-hash"}
    assert root is not None
    read = Journey.read(root, Reading(language="sv"), id="a")
    assert read is not None
    return read


@settings(max_examples=100)
@given(text=journey())
def test_nothing_is_lost_and_the_second_time_nothing_is_done(text: str) -> None:
    written = format_text(text, "a.yml", "journeys")
    assert said(written) == said(text)
    assert comments(written) == comments(text)
    assert ("\r\n" in written) == ("\r\n" in text)
    assert format_text(written, "a.yml", "journeys") == written


@settings(max_examples=8)
@given(text=journey(), mark=st.booleans())
def test_the_whole_handbook_says_the_same(text: str, mark: bool) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        path = write(folder, (b"\xef\xbb\xbf" if mark else b"") + text.encode())
        before = read_handbook(folder)
        assert not before.errors, [str(problem) for problem in before.problems]
        result = formatted(folder)
        assert result.kept == ()
        save(Changes(result.changes), folder)
        assert read_handbook(folder).atlas == before.atlas
        data = path.read_bytes()
        assert data.startswith(b"\xef\xbb\xbf") == mark
        assert comments(data.decode("utf-8-sig")) == comments(text)
        assert formatted(folder).changes == ()


def comments(text: str) -> Counter[str]:
    return Counter(found[0] for found in _COMMENT.finditer(re.sub(r"[ \t]*\r?\n", "\n", text)))
