"""Tables as CSV and as workbooks: read back by other programs, harmless, and the same bytes twice."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from journey_site.exchange.cells import Value, harmless, like_formula
from journey_site.exchange.tables_csv import table_csv
from journey_site.exchange.tables_xlsx import table_xlsx

DAY = date(2026, 11, 21)
HEADS = ("Touchpoint", "Worst", "Uses", "Reviewed", "Owner")
ROWS: list[tuple[Value, ...]] = [
    ("The shop", -1.5, 12, date(2026, 11, 12), "Sales"),
    ('A "quoted"; name,\nof two lines', 0.25, 0, None, None),
]
FORMULAS = ["=1+1", "+46 70 123", "-2 degrees", "@home", "\t=1", "\r=1", "\n=1", "  =HYPERLINK(1)", "＝1+1", "=", "-"]


def as_csv(rows: Iterable[Sequence[Value]], **how: bool) -> str:
    return b"".join(table_csv(HEADS, rows, **how)).decode("utf-8")


def as_sheet(rows: Iterable[Sequence[Value]], title: str = "Touchpoints", **how: Any) -> Any:
    return load_workbook(BytesIO(table_xlsx(title, HEADS, rows, DAY, **how))).worksheets[0]


def test_csv_where_decimals_have_a_point() -> None:
    text = as_csv(ROWS)
    assert text.startswith("\ufeffTouchpoint,Worst,Uses,Reviewed,Owner\r\nThe shop,-1.5,12,2026-11-12,Sales\r\n")
    assert list(csv.reader(StringIO(text[1:])))[2] == ['A "quoted"; name,\nof two lines', "0.25", "0", "", ""]


def test_csv_where_decimals_have_a_comma() -> None:
    text = as_csv(ROWS, decimal_comma=True)
    assert "The shop;-1,5;12;2026-11-12;Sales\r\n" in text
    assert list(csv.reader(StringIO(text[1:]), delimiter=";"))[2][:2] == ['A "quoted"; name,\nof two lines', "0,25"]


@pytest.mark.parametrize("words", FORMULAS)
def test_no_words_become_a_formula_in_csv(words: str) -> None:
    (_heads, row) = csv.reader(StringIO(as_csv([(words,)])[1:], newline=""))
    assert row == [f"'{words}"]


@pytest.mark.parametrize("number", [-1, -0.5, 3, 1e16])
def test_a_number_stays_a_number(number: float) -> None:
    (_heads, row) = csv.reader(StringIO(as_csv([(number,)])[1:]))
    assert float(row[0]) == number
    cell = as_sheet([(number,)])["A2"]
    assert (cell.data_type, cell.value) == ("n", number)


@pytest.mark.parametrize("words", ["", "Anna", "’tis", "–2", "−2", "a=b", "1+1"])
def test_other_words_stay_as_they_are(words: str) -> None:
    assert harmless(words) == words


@given(st.text())
def test_what_was_made_harmless_stays_so(words: str) -> None:
    assert not like_formula(harmless(words))
    assert harmless(words).endswith(words)


def test_a_head_is_harmless_too() -> None:
    assert b"".join(table_csv(["=1"], [])) == "\ufeff'=1\r\n".encode()


def test_many_rows_in_pieces() -> None:
    rows = [(f"Row {number}", number) for number in range(1200)]
    pieces = list(table_csv(HEADS[:2], rows))
    assert len(pieces) > 2
    assert len(list(csv.reader(StringIO(b"".join(pieces).decode("utf-8-sig"))))) == 1201


def test_a_workbook_holds_numbers_days_and_words() -> None:
    sheet = as_sheet(ROWS)
    assert sheet.title == "Touchpoints"
    assert [cell.value for cell in sheet[1]] == list(HEADS)
    assert [cell.value for cell in sheet[2]] == ["The shop", -1.5, 12, datetime(2026, 11, 12), "Sales"]
    assert [cell.data_type for cell in sheet[2]] == ["s", "n", "n", "d", "s"]
    assert sheet["D2"].number_format == "yyyy-mm-dd"
    assert [cell.value for cell in sheet[3]] == ['A "quoted"; name,\nof two lines', 0.25, 0, None, None]


def test_a_workbook_is_ready_to_work_with() -> None:
    sheet = as_sheet(ROWS)
    assert all(cell.font.b for cell in sheet[1])
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:E3"
    assert 9 <= sheet.column_dimensions["A"].width <= 61
    assert not sheet.sheet_view.rightToLeft
    assert as_sheet(ROWS, rtl=True).sheet_view.rightToLeft


@pytest.mark.parametrize("words", [*FORMULAS, "https://example.com", "1", "mailto:a@example.com"])
def test_words_in_a_workbook_are_words(words: str) -> None:
    sheet = as_sheet([(words,)])
    cell = sheet["A2"]
    assert cell.data_type == "s"
    assert cell.hyperlink is None
    assert cell.quotePrefix is like_formula(words)


def test_addresses_open_at_a_click_where_they_are_asked_to() -> None:
    sheet = as_sheet([("https://example.com/a", "https://example.com/b"), ("", "journeys/b/"), ("", "javascript:x")], opened=1)
    assert [sheet[name].hyperlink.target if sheet[name].hyperlink else None for name in ("A2", "B2", "B3", "B4")] == [
        None, "https://example.com/b", None, None,
    ]  # fmt: skip
    assert [sheet[name].value for name in ("B2", "B3")] == ["https://example.com/b", "journeys/b/"]


@pytest.mark.parametrize("title", ["", "A/B: [what?]", "'quoted'", "x" * 80])
def test_any_title_names_a_sheet(title: str) -> None:
    assert as_sheet([], title)["A1"].value == "Touchpoint"


def test_more_letters_than_a_cell_holds() -> None:
    assert len(as_sheet([("x" * 40_000,)])["A2"].value) == 32_767


def test_the_same_bytes_twice() -> None:
    first, second = (table_xlsx("T", HEADS, ROWS, DAY) for _ in range(2))
    assert first == second
    book = load_workbook(BytesIO(first))
    assert book.properties.created == datetime(2026, 11, 21)
