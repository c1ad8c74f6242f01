"""Dates, numbers, plurals and lengths of time as each language writes them."""

from __future__ import annotations

from datetime import date

import pytest

from journey_site.documents.durations import parse_duration
from journey_site.site.language import Language


@pytest.mark.parametrize(
    ("code", "day", "number", "signed", "percent"),
    [
        ("en", "Nov 12, 2026", "1,234.5", "−1.5", "18%"),
        ("sv", "12 nov. 2026", "1\xa0234,5", "−1,5", "18\xa0%"),
        ("da", "12. nov. 2026", "1.234,5", "−1,5", "18\xa0%"),
        ("nb", "12. nov. 2026", "1\xa0234,5", "−1,5", "18\xa0%"),
        ("no", "12. nov. 2026", "1\xa0234,5", "−1,5", "18\xa0%"),
    ],
)
def test_as_the_language_writes_them(code: str, day: str, number: str, signed: str, percent: str) -> None:
    language = Language(code)
    assert language.date(date(2026, 11, 12)) == day
    assert language.number(1234.5) == number
    assert language.signed(-1.5) == signed
    assert language.percent(0.18) == percent


def test_the_scale_is_signed() -> None:
    language = Language("en")
    assert [language.signed(value) for value in (2, 0, -0.5)] == ["+2", "0", "−0.5"]


@pytest.mark.parametrize(
    ("words", "en", "sv"),
    [
        ("0–3 months", "0–3 months", "0–3 månader"),
        ("1 dag", "1 day", "1 dygn"),
        ("2 v - 3 mån", "2 weeks to 3 months", "2 veckor till 3 månader"),
        ("<2 min", "up to 2 minutes", "upp till 2 minuter"),
        ("12+ months", "12 months or more", "12 månader eller mer"),
        ("ongoing", "ongoing", "löpande"),
        ("minutes to years", "minutes to years", "minuter till år"),
    ],
)
def test_durations(words: str, en: str, sv: str) -> None:
    duration = parse_duration(words)
    assert Language("en").duration(duration) == en
    assert Language("sv").duration(duration) == sv


def test_an_unknown_language_falls_back_to_english() -> None:
    language = Language("tlh")
    assert language.gettext("Thinks") == "Thinks"
    assert language.ngettext("%(num)s stage", "%(num)s stages", 2) == "%(num)s stages"


def test_direction() -> None:
    assert Language("ar").direction == "rtl"
    assert Language("sv").direction == "ltr"


def test_a_message_in_two_forms_is_found_without_its_number() -> None:
    assert Language("sv").gettext("%(num)s more") == Language("sv").ngettext("%(num)s more", "%(num)s more", 6) != "%(num)s more"


def test_two_messages_may_serve_as_the_two_forms() -> None:
    swedish = Language("sv")
    assert swedish.ngettext("may be skipped", "Not written yet:", 1) == swedish.gettext("may be skipped") != "may be skipped"
    assert swedish.ngettext("may be skipped", "Not written yet:", 2) == swedish.gettext("Not written yet:")
