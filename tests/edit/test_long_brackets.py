"""Brackets on a line that is too long: each entry gets a line, and everything else stays to the letter."""

from __future__ import annotations

import pytest

from journey_site.edit.fmt import format_text
from journey_site.edit.long_brackets import LONGEST, unfolded
from journey_site.source.text import SourceText
from journey_site.source.yaml import parse_yaml

LONG = "ett ord " * (LONGEST // 8)


def lines_of(text: str) -> str:
    source = SourceText("a.yml", text)
    root, problems = parse_yaml(source)
    assert not problems
    return unfolded(source, root).text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"pains: [{LONG}a, {{en: b, sv: c}}]\n", f"pains:\n  - {LONG}a\n  - {{en: b, sv: c}}\n"),
        (f'x:\n  - {{text: "{LONG}?", severity: 4}}\n', f'x:\n  - text: "{LONG}?"\n    severity: 4\n'),
        (f"x:\n- a: {{en: {LONG}b, sv: c}}\n  d: 1\n", f"x:\n- a:\n    en: {LONG}b\n    sv: c\n  d: 1\n"),
        (
            f"x:\n  - {{text: {{en: {LONG}a, sv: {LONG}b}}, to: [c, d]}}\n",
            f"x:\n  - text:\n      en: {LONG}a\n      sv: {LONG}b\n    to: [c, d]\n",
        ),
        (f"x: [{{text: {LONG}a, severity: 4}}]\n", f"x:\n  - text: {LONG}a\n    severity: 4\n"),
        (f"x: [{LONG}a, {{b: c, d: e}}]\r\ny: 1\r\n", f"x:\r\n  - {LONG}a\r\n  - {{b: c, d: e}}\r\ny: 1\r\n"),
    ],
)
def test_each_entry_gets_a_line(before: str, after: str) -> None:
    assert lines_of(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "pains: [a, b]\n",
        f"pains: [a, {LONG}b]  # why\n",
        f"pains: [&one {LONG}a, *one]\n",
        f"pains: [{LONG}a, b: c]\n",
        f"pains: {{a: , b: {LONG}c}}\n",
        f"pains: [{LONG}a]\n",
        f"pains: {LONG}a\n",
    ],
)
def test_what_is_short_or_in_doubt_stays(text: str) -> None:
    assert lines_of(text) == text


def test_the_layout_of_what_was_laid_out_is_the_same() -> None:
    text = f"title: T\nstages:\n  buy:\n    pains: [{{text: {{en: {LONG}a, sv: {LONG}b}}, severity: 4, id: c}}, d]\n"
    once = format_text(text, "a.yml", "journeys")
    assert once == format_text(once, "a.yml", "journeys")
    assert once.splitlines()[4:8] == ["      - id: c", "        text:", f"          en: {LONG}a", f"          sv: {LONG}b"]
