"""Numbers and days as people write them at home: what they meant, and whether it can be nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_site.documents.meant_days import meant_day, meant_month
from journey_site.documents.meant_numbers import meant_number


@pytest.mark.parametrize(
    ("words", "written", "certain"),
    [
        ("−0,5", "-0.5", True),
        ("–1", "-1", True),
        ("— 2", "-2", True),
        ("12,50", "12.50", True),
        ("41 000", "41000", True),
        ("41\u00a0000,5", "41000.5", True),
        ("1.234,5", "1234.5", True),
        ("1,234.5", "1234.5", True),
        ("1,234,567", "1234567", True),
        ("12'000", "12000", True),
        ("0,500", "0.500", True),
        ("1,000", "1000", False),
        ("45 %", "45", False),
        ("41 000 kr", "41000", False),
    ],
)
def test_a_number(words: str, written: str, certain: bool) -> None:
    meant = meant_number(words)
    assert meant is not None
    assert (meant.written, meant.is_certain) == (written, certain)


@pytest.mark.parametrize("words", ["", "good", "1 2", "4/5", "1-2", "1,2,3", "−", "kr", "1" * 100])
def test_no_number(words: str) -> None:
    assert meant_number(words) is None


def test_what_to_write_where_it_may_be_two_numbers() -> None:
    thousand, share = meant_number("1,000"), meant_number("45 %")
    assert thousand is not None
    assert thousand.hint == "write 1000 or 1.000"
    assert share is not None
    assert share.hint == "write the number alone: 45"


@pytest.mark.parametrize(
    ("words", "days", "certain"),
    [
        ("2025-3-4", ["2025-03-04"], True),
        ("2025/03/04", ["2025-03-04"], True),
        ("4.3.2025", ["2025-03-04"], True),
        ("20250304", ["2025-03-04"], True),
        ("13/03/2025", ["2025-03-13"], True),
        ("03/13/2025", ["2025-03-13"], True),
        ("4th of March 2025", ["2025-03-04"], True),
        ("den 4 mars 2025", ["2025-03-04"], True),
        ("March 4, 2025", ["2025-03-04"], True),
        ("2025\u201103\u201104", ["2025-03-04"], True),
        ("04/03/2025", ["2025-03-04", "2025-04-03"], False),
        ("2025-03-04T10:00", ["2025-03-04"], False),
    ],
)
def test_a_day(words: str, days: list[str], certain: bool) -> None:
    meant = meant_day(words)
    assert meant is not None
    assert ([*meant.written], meant.is_certain) == (days, certain)


def test_what_to_write_where_it_may_be_two_days() -> None:
    meant = meant_day("04/03/2025")
    assert meant is not None
    assert meant.hint == "write 2025-03-04 if it is 4 March, or 2025-04-03 if it is 3 April"


@pytest.mark.parametrize("words", ["", "2025-02-30", "31.02.2025", "last summer", "4.3.25", "3 apples 2025", "2025-03", "1.2.3.2025"])
def test_no_day(words: str) -> None:
    assert meant_day(words) is None


@pytest.mark.parametrize("words", ["2025-3", "03/2025", "March 2025", "mars 2025", "3.2025"])
def test_a_month(words: str) -> None:
    meant = meant_month(words)
    assert meant is not None
    assert meant.written == ("2025-03",)


@pytest.mark.parametrize("words", ["Q3 2025", "13/2025", "2025", "summer 2025", "March"])
def test_no_month(words: str) -> None:
    assert meant_month(words) is None


@given(st.text(alphabet="0123456789.,-/ −–'’\u00a0%kramtjulysepdec", max_size=20) | st.text(max_size=20))
def test_any_words(words: str) -> None:
    number = meant_number(words)
    if number is not None:
        float(number.written)
    meant_day(words)
    meant_month(words)
