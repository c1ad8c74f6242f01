"""What text from files looks like when it is printed, and what it cannot do there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_site.reports.visible import cells, cut, harmless, visible, width, without_mentions


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("abc", 3),
        ("å", 1),
        ("a\u030a", 1),  # an a with its ring as a second character
        ("e\u0301\u0301", 1),
        ("日本語", 6),
        ("한국어", 6),
        ("\u1112\u1161\u11ab", 2),  # one syllable written as three letters
        ("Ａ", 2),
        ("😀", 2),
        ("👍🏽", 2),
        ("👩\u200d👩\u200d👧", 2),
        ("❤\ufe0f", 2),
        ("1\ufe0f\u20e3", 2),
        ("🇸🇪", 2),
        ("می\u200cخواهم", 7),
        ("\t", 4),
        ("\u202e", len("<U+202E>")),
        ("\u200b", len("<U+200B>")),
        ("", 0),
    ],
)
def test_width_on_a_screen(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Köpa bil", "Köpa bil"),
        ("a\u202eb", "a<U+202E>b"),
        ("a\u2066b\u2069", "a<U+2066>b<U+2069>"),
        ("\x1b[31mred\x1b[0m", "<U+001B>[31mred<U+001B>[0m"),
        ("a\r\nb", "a<U+000D><U+000A>b"),
        ("a\u2028b", "a<U+2028>b"),
        ("\ufeffa\u00adb", "<U+FEFF>a<U+00AD>b"),
        ("a\u200db", "a<U+200D>b"),  # a joiner that joins nothing
        ("a\x9b31mb", "a<U+009B>31mb"),
        ("\ud800", "<U+D800>"),
        ("##vso[task.complete result=Succeeded]", "#<U+0023>vso[task.complete result=Succeeded]"),
        ("###[error]x ##teamcity[x]", "##<U+0023>[error]x #<U+0023>teamcity[x]"),
        ("## a heading", "## a heading"),
        ("a\tb", "a    b"),
    ],
)
def test_what_cannot_be_seen_is_written_out(text: str, printed: str) -> None:
    assert visible(text) == printed


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("::error::x", "<U+003A>:error::x"),
        ("  ::add-mask::x", "  <U+003A>:add-mask::x"),
        ("a ::error::x", "a ::error::x"),
        ("##[group]x", "#<U+0023>[group]x"),
    ],
)
def test_no_line_is_an_instruction(line: str, printed: str) -> None:
    assert harmless(line) == printed


@given(st.text())
def test_nothing_printed_controls_or_commands(text: str) -> None:
    printed = harmless(visible(text))
    assert not any(ord(letter) < 0x20 or 0x7F <= ord(letter) < 0xA0 for letter in printed)
    assert not any(letter in printed for letter in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")
    assert not printed.lstrip().startswith("::")
    assert "##[" not in printed
    assert "##vso[" not in printed
    assert len(cells(text)) == len(text)


def test_nobody_is_mentioned() -> None:
    assert without_mentions("ask @anna, or (@team/all)") == "ask @\u200banna, or (@\u200bteam/all)"
    assert without_mentions("mailto:anna@example.com @ home") == "mailto:anna@example.com @ home"


@given(st.text(min_size=1, max_size=200), st.integers(0, 199), st.integers(10, 60))
def test_a_line_is_cut_around_the_value(text: str, start: int, room: int) -> None:
    line = cells(text)
    start = min(start, len(line) - 1)
    begin, end = cut(line, start, room)
    assert 0 <= begin <= start
    assert begin < end <= len(line)
    shown = sum(cell.width for cell in line[begin:end])
    # One character may be wider than all the room, as <U+202E> is in a small one.
    assert shown <= room or end - begin <= room
