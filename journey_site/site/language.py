"""One language of the interface: messages from the catalogue, dates, numbers and plurals as it writes them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit

from journey_site.documents.durations import Amount, Duration
from journey_site.sentence import N_
from journey_site.theme import theme_dir

_ALIASES = {"no": "nb"}
"""Norwegian without more is read as bokmål."""
_BABEL_UNITS = {
    "second": "duration-second",
    "minute": "duration-minute",
    "hour": "duration-hour",
    "day": "duration-day",
    "week": "duration-week",
    "month": "duration-month",
    "quarter": "duration-quarter",
    "year": "duration-year",
}


class Language:
    """How to speak to readers of one language. English is the language of the messages themselves."""

    def __init__(self, code: str) -> None:
        self.code = _ALIASES.get(code, code)
        self.written = code
        self.locale = _locale(self.code)
        self._dates: dict[date, str] = {}

    @cached_property
    def direction(self) -> str:
        """``rtl`` for languages written from right to left, else ``ltr``."""
        return str(self.locale.text_direction)

    @cached_property
    def decimal_comma(self) -> bool:
        """Whether decimals stand behind a comma, as in ``1,5``."""
        return "," in format_decimal(0.5, locale=self.locale)

    @cached_property
    def _catalog(self) -> Mapping[tuple[str | None, str], Any]:
        catalog = _catalog(self.code)
        if catalog is None:
            return {}
        return {(m.context, m.id if isinstance(m.id, str) else m.id[0]): m.string for m in catalog if m.id and m.string}

    def gettext(self, message: str) -> str:
        """``message`` in this language, as it stands where the catalogue has none."""
        found = self._catalog.get((None, message))
        if found and not isinstance(found, str):
            # Elsewhere a number decides between two forms; here it stands in the words, and is seldom one.
            found = found[-1]
        return found or message

    def ngettext(self, one: str, many: str, count: float) -> str:
        """The form that fits ``count``."""
        forms = self._catalog.get((None, one))
        if not forms or isinstance(forms, str):
            # The two forms may be messages of their own.
            return self.gettext(one if count == 1 else many)
        form = forms[self.plural_index(count)]
        return form or (one if count == 1 else many)

    def plural_index(self, count: float) -> int:
        """Which plural form fits ``count``; the shipped languages have two."""
        return 0 if count == 1 else 1

    def pgettext(self, context: str, message: str) -> str:
        """``message`` as used in ``context``."""
        found = self._catalog.get((context, message))
        return found if isinstance(found, str) and found else message

    def month_within(self, day: date, *, with_year: bool) -> str:
        """The month of ``day`` in letters: ``March``, with the year ``March 2026``."""
        if with_year:
            return str(format_skeleton("yMMMM", day, locale=self.locale))
        return str(format_date(day, "LLLL", locale=self.locale))

    def period(self, day: date, unit: str) -> str:
        """The ``month`` or ``quarter`` of a day, within a sentence: ``August 2026``, ``Q3 2026``."""
        return str(format_skeleton("yQQQ" if unit == "quarter" else "yMMMM", day, locale=self.locale))

    def date(self, day: date) -> str:
        """A date with the month in letters: ``12 nov. 2026``."""
        if day not in self._dates:
            self._dates[day] = format_date(day, "medium", locale=self.locale)
        return self._dates[day]

    def number(self, value: float) -> str:
        """A number with the language's separators, whole numbers without decimals."""
        return _decimal(value, self.locale)

    def signed(self, value: float) -> str:
        """A number on the emotion scale, with plus or minus: ``+1,5``, ``−2``, ``0``."""
        return _signed(value, self.locale)

    def percent(self, fraction: float) -> str:
        """A share as a percentage."""
        return _percent(fraction, self.locale)

    def listed(self, words: list[str]) -> str:
        """Words in a row with the language's "and" before the last."""
        return format_list(words, locale=self.locale) if words else ""

    def duration(self, duration: Duration) -> str:
        """A length of time in words: ``2–8 weeks``."""
        text = self._range(duration)
        return f"{text} ({duration.per})" if duration.per else text

    def _range(self, duration: Duration) -> str:
        low, high = duration.low, duration.high
        if duration.moment:
            return self.gettext("a moment")
        if duration.endless:
            return self.gettext("ongoing")
        if low is None and high is None:
            return self.gettext("unknown")
        if low is None:
            return self.gettext("up to %(time)s") % {"time": self._amount(high)}
        if high is None:
            return self.gettext("%(time)s or more") % {"time": self._amount(low)}
        if low == high:
            return self._amount(low)
        if low.unit == high.unit and low.number is not None:
            return f"{self.number(low.number)}–{self._amount(high)}"
        return self.gettext("%(low)s to %(high)s") % {"low": self._amount(low), "high": self._amount(high)}

    def _amount(self, amount: Amount | None) -> str:
        if amount is None:
            return ""
        if amount.number is None:
            return self.gettext(_SOME[amount.unit])
        return _unit(amount.number, _BABEL_UNITS[amount.unit], self.locale)


_SOME = {
    "second": N_("seconds"),
    "minute": N_("minutes"),
    "hour": N_("hours"),
    "day": N_("days"),
    "week": N_("weeks"),
    "month": N_("months"),
    "quarter": N_("quarters"),
    "year": N_("years"),
}


@cache
def _locale(code: str) -> Locale:
    try:
        return Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


@cache
def _catalog(code: str) -> Catalog | None:
    for name in (code, code.split("-")[0]):
        path: Path = theme_dir() / "locales" / f"{name}.po"
        if path.is_file():
            with path.open("rb") as file:
                return read_po(file, locale=None)
    return None


@cache
def _decimal(value: float, locale: Locale) -> str:
    return format_decimal(round(value, 2), locale=locale).replace("-", "−")


@cache
def _signed(value: float, locale: Locale) -> str:
    words = _decimal(value, locale)
    return "+" + words if round(value, 2) > 0 else words


@cache
def _percent(fraction: float, locale: Locale) -> str:
    return format_percent(fraction, format=None, locale=locale)


@cache
def _unit(number: float, unit: str, locale: Locale) -> str:
    whole = int(number) if number == int(number) else number
    return format_unit(whole, unit, length="long", locale=locale)


__all__ = ["N_", "Language"]
