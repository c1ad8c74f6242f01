"""Lines for a screen: no word is lost, none is longer than the screen allows, and colours stay within their line."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_site.account.wrapped import wrapped
from journey_site.reports.visible import width

CODE = re.compile(r"\x1b\[[\d;]*m")
WORD = st.text(alphabet="abcåäö我e\u0301🙂", min_size=1, max_size=9)
PART = WORD | WORD.map(lambda word: f"\x1b[31;9m{word} {word}\x1b[0m")
LINE = st.tuples(st.integers(0, 8), st.lists(PART, min_size=1, max_size=30)).map(lambda drawn: " " * drawn[0] + " ".join(drawn[1]))


@given(LINE, st.integers(24, 120))
def test_every_word_is_there_and_no_line_is_too_long(line: str, columns: int) -> None:
    found = list(wrapped(line, columns))
    assert CODE.sub("", " ".join(found)).split() == CODE.sub("", line).split()
    assert all(width(CODE.sub("", each)) <= columns for each in found)
    for each in found:
        codes = CODE.findall(each)
        assert not codes or codes[-1] == "\x1b[0m"  # a colour ends where its line does
    indent = len(line) - len(line.lstrip(" "))
    assert all(each.startswith(" " * (indent + 2)) for each in found[1:])


@pytest.mark.parametrize("columns", [0, 10])
def test_without_a_width_or_where_nothing_fits_lines_stay_whole(columns: int) -> None:
    assert list(wrapped("  some words that go on and on", columns)) == ["  some words that go on and on"]


def test_a_long_address_is_not_broken() -> None:
    address = "journeys/installation-day/cold-hours/#no-time-given"
    assert list(wrapped(f"      {address} leads nowhere now", 40)) == [f"      {address}", "        leads nowhere now"]
