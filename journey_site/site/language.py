"""One language of the interface: messages from the catalogue, dates, numbers and plurals as it writes them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit

from journey_site.documents.durations import Amount, Duration
from journey_site.sentence import N_
from journey_site.site.catalogues.catalogue import Catalogue, Said, words_of
from journey_site.site.catalogues.places import ALIASES, CATALOGUES
from journey_site.source.po import Key

FELT_DECIMALS = 1
"""How finely a feeling is told: a mean of several people is no more exact than what they said."""
_LEFT_TO_RIGHT = "\u200e"
"""A mark without width after which digits and signs run from left to right."""
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

    def __init__(self, code: str, own: Path | None = None) -> None:
        """``code`` is the language as it is written, ``own`` a folder with catalogues that win over ours: ``fi.po``."""
        self.code = ALIASES.get(code, code)
        self.written = code
        self.locale = _locale(self.code)
        self._own = own
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
    def _plain(self) -> Mapping[Key, Said]:
        """The messages that are said in one way."""
        return {key: said for words in self._catalogues for key, said in words.said.items() if not said.counted}

    @cached_property
    def _counted(self) -> Mapping[Key, Said]:
        """Those of which a number decides how they are said."""
        return {key: said for words in self._catalogues for key, said in words.said.items() if said.counted}

    @cached_property
    def _catalogues(self) -> tuple[Catalogue, ...]:
        """The words of the interface, ours first."""
        return words_of(self.code, self._own)

    def named(self, code: str) -> str:
        """What a language is called in this one: ``engelska`` for ``en``; its code where it has no name here."""
        try:
            return Locale.parse(code, sep="-").get_display_name(self.locale) or code
        except (UnknownLocaleError, ValueError):
            return code

    def gettext(self, message: str) -> str:
        """``message`` in this language, as it stands where the catalogue has none."""
        # Elsewhere a number decides between forms; here it stands in the words, and is seldom one.
        found = self._plain.get(("", message)) or self._counted.get(("", message))
        return (found.forms[-1] if found else "") or self._apart(message)

    def is_own(self, message: str) -> bool:
        """Whether somebody's own words stand for ``message``: they may hold signs of markup, and ours never do."""
        found = self._plain.get(("", message)), self._counted.get(("", message))
        return any(said is not None and said.own for said in found)

    def _apart(self, message: str) -> str:
        """An English message kept together as such where the rest is written from the right."""
        return f"\u2066{message}\u2069" if self.direction == "rtl" else message

    def _whole(self, words: str) -> str:
        """A date or an amount that keeps its order among words that run the other way."""
        return f"\u2068{words}\u2069" if self.direction == "rtl" else words

    def ngettext(self, one: str, many: str, count: float) -> str:
        """The form that fits ``count``."""
        message = one if count == 1 else many
        alone = self._plain.get(("", message))
        counted = self._counted.get(("", one))
        if counted is None or (alone is not None and alone.own):
            # The two forms may be messages of their own.
            return self.gettext(message)
        at = counted.which(int(count) if count == int(count) else 2)  # what is no whole number is many
        form = counted.forms[at] if at < len(counted.forms) else ""
        return form or self._apart(message)

    def pgettext(self, context: str, message: str) -> str:
        """``message`` as used in ``context``."""
        found = self._plain.get((context, message))
        return (found.forms[0] if found else "") or self._apart(message)

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
            self._dates[day] = self._whole(format_date(day, "medium", locale=self.locale))
        return self._dates[day]

    def day(self, written: str | None) -> str:
        """A date as YAML has it (``2026-11-12``), told as above; what is no whole date, such as a month, stands as it is."""
        try:
            return self.date(date.fromisoformat(written)) if written else ""
        except ValueError:
            return written or ""

    def number(self, value: float) -> str:
        """A number with the language's separators, whole numbers without decimals."""
        return _decimal(value, self.locale)

    def signed(self, value: float, decimals: int = FELT_DECIMALS) -> str:
        """A number on the emotion scale, with plus or minus and one decimal at most: ``+1,5``, ``−2``, ``0``.

        More ``decimals`` are for telling two written numbers apart.
        """
        return _signed(value, decimals, self.locale)

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
        return self._whole(_unit(amount.number, _BABEL_UNITS[amount.unit], self.locale))


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
def _decimal(value: float, locale: Locale) -> str:
    nearest = round(value, 2) or 0.0  # which has no sign
    return _sign_first(format_decimal(nearest, locale=locale).replace("-", "−"), locale)


@cache
def _signed(value: float, decimals: int, locale: Locale) -> str:
    nearest = round(value, decimals)
    words = _decimal(nearest, locale)
    return _sign_first("+" + words, locale) if nearest > 0 else words


def _sign_first(number: str, locale: Locale) -> str:
    """``number`` with its sign where it belongs, also among words that are written from the right."""
    return _LEFT_TO_RIGHT + number if number[0] in "+−" and locale.text_direction == "rtl" else number


@cache
def _percent(fraction: float, locale: Locale) -> str:
    return format_percent(fraction, format=None, locale=locale)


@cache
def _unit(number: float, unit: str, locale: Locale) -> str:
    whole = int(number) if number == int(number) else number
    long = format_unit(whole, unit, length="long", locale=locale)
    # Where the short form is the long one too, as in Arabic, Babel knows the short one only.
    return format_unit(whole, unit, length="short", locale=locale) if unit in long else long


__all__ = ["CATALOGUES", "N_", "Language"]
