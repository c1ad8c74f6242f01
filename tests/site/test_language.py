"""Dates, numbers, plurals and lengths of time as each language writes them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from journey_site.documents.durations import Amount, Duration, parse_duration
from journey_site.site.language import Language
from journey_site.site.trees import Tree


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


def test_a_mean_has_one_decimal_and_nothing_is_minus_nought() -> None:
    language = Language("en")
    assert [language.signed(value) for value in (-1 / 3, 0.95, -0.04, 0.04)] == ["−0.3", "+0.9", "0", "0"]
    assert language.signed(-0.33, 2) == "−0.33"
    assert language.number(-0.001) == "0"


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


def test_what_is_written_from_the_right_keeps_numbers_signs_and_english_in_order() -> None:
    arabic, hebrew = Language("ar"), Language("he")
    assert arabic.signed(-1.4) == "\u200e−1.4"
    assert hebrew.signed(0.6) == "\u200e+0.6"
    assert hebrew.signed(0) == "0"
    assert arabic.gettext("Personas") == "\u2066Personas\u2069"
    assert hebrew.date(date(2026, 11, 12)).startswith("\u2068")
    assert Language("sv").signed(-1.4) == "−1,4"


def test_an_amount_of_time_has_words_where_only_the_short_form_is_known() -> None:
    assert "duration" not in Language("ar").duration(Duration(Amount(3, "month"), Amount(3, "month")))
    assert "か月" in Language("ja").duration(Duration(Amount(3, "month"), Amount(3, "month")))


def test_a_language_is_named_in_another() -> None:
    assert Language("sv").named("en") == "engelska"
    assert Language("en").named("q") == "q"
    assert [Tree(code).name for code in ("sv", "da", "no", "en")] == ["Svenska", "Dansk", "Norsk", "English"]


def test_a_catalogue_of_the_handbooks_own(tmp_path: Path) -> None:
    (tmp_path / "pl.po").write_text(
        'msgid ""\nmsgstr "Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2);\\n"\n'
        'msgid "%(num)s stage"\nmsgid_plural "%(num)s stages"\nmsgstr[0] "%(num)s etap"\nmsgstr[1] "%(num)s etapy"\nmsgstr[2] "%(num)s etapów"\n'
        'msgid "step %(n)s"\nmsgstr "krok %(numer)s"\n',
        encoding="utf-8",
    )
    polish = Language("pl", tmp_path)
    assert [polish.ngettext("%(num)s stage", "%(num)s stages", n) % {"num": n} for n in (1, 3, 5)] == ["1 etap", "3 etapy", "5 etapów"]
    assert polish.gettext("step %(n)s") == "step %(n)s", "a translation that cannot be filled in is not used"
    (tmp_path / "sv.po").write_text('msgid "Touchpoints"\nmsgstr "Möten"\n', encoding="utf-8")
    assert Language("sv", tmp_path).gettext("Touchpoints") == "Möten"
    assert Language("sv", tmp_path).gettext("Personas") == "Personor"
