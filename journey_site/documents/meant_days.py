"""The day that somebody meant who wrote it as it is written at home: ``4.3.2025``, ``2025/03/04``, ``4 March 2025``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_DASHES = re.compile("[\u2010-\u2015\u2212\ufe63\uff0d]")
_PIECE = re.compile(r"[0-9]+|[^\W\d_]+")
_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "maj": 5, "mai": 5, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "okt": 10,
    "oct": 10, "nov": 11, "dec": 12, "des": 12,
}  # fmt: skip
"""The months by their first three letters, in English, Swedish, Danish and Norwegian."""
_ENGLISH = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""As messages name them."""
_FILLING = frozenset({"the", "of", "den", "st", "nd", "rd", "th"})
_BETWEEN = re.compile(r"[-/. ,]{0,2}")
_LONGEST = 40
_YEAR = 4
_TIME = re.compile(r"[T ]\d{1,2}[:.]\d{2}.*$")


@dataclass(frozen=True, slots=True)
class MeantDay:
    """A day, or a month, as it must be written."""

    written: tuple[str, ...]
    """More than one where day and month may have changed places."""
    is_certain: bool

    @property
    def hint(self) -> str:
        """What to write."""
        if len(self.written) == 1:
            return f"write {self.written[0]}"
        return "write " + ", or ".join(f"{day} if it is {_in_words(day)}" for day in self.written)


def _in_words(day: str) -> str:
    month = _ENGLISH[int(day[5:7]) - 1]
    return f"{int(day[8:])} {month}"


def meant_day(words: str) -> MeantDay | None:
    """The day that ``words`` were meant to be; None where they say none.

    >>> meant_day("4.3.2025").written
    ('2025-03-04',)
    """
    plain = _DASHES.sub("-", " ".join(words.split()))
    if len(plain) > _LONGEST:
        return None
    whole = _TIME.sub("", plain)
    days = list(dict.fromkeys(_days(whole)))
    return MeantDay(tuple(day.isoformat() for day in days), len(days) == 1 and whole == plain) if days else None


def meant_month(words: str) -> MeantDay | None:
    """The month that ``words`` were meant to be (``3/2025``, ``March 2025``); None where they say none."""
    plain = _DASHES.sub("-", " ".join(words.split()))
    pieces = _pieces(plain) if len(plain) <= _LONGEST else []
    if len(pieces) != 2:
        return None
    year, month = pieces if len(pieces[0]) == _YEAR and pieces[0].isdigit() else pieces[::-1]
    number = int(month) if month.isdigit() else _MONTHS.get(month[:3].casefold(), 0)
    sound = len(year) == _YEAR and year.isdigit() and 1 <= number <= 12
    return MeantDay((f"{year}-{number:02}",), is_certain=True) if sound else None


def _pieces(text: str) -> list[str]:
    """Numbers and words, without what only fills; nothing where something else stands between them."""
    if not all(_BETWEEN.fullmatch(gap) for gap in _PIECE.split(text)):
        return []
    return [piece for piece in _PIECE.findall(text) if piece.casefold() not in _FILLING]


def _days(text: str) -> Iterator[date]:
    pieces = _pieces(text)
    if len(pieces) == 1 and re.fullmatch("[12][0-9]{7}", pieces[0]):
        pieces = [text[:4], text[4:6], text[6:]]
    if len(pieces) != 3:
        return
    first, second, third = pieces
    if len(first) == _YEAR and all(piece.isdigit() for piece in pieces):
        orders = [(first, second, third)]
    elif not third.isdigit() or len(third) != _YEAR:
        return
    elif first.isdigit() and second.isdigit():
        # With points the day comes first everywhere; with anything else it depends on the country.
        orders = [(third, second, first)] + ([] if "." in text else [(third, first, second)])
    elif first.isdigit() or second.isdigit():
        word, number = (second, first) if first.isdigit() else (first, second)
        orders = [(third, str(_MONTHS.get(word[:3].casefold(), 0)), number)]
    else:
        return
    for year, month, day in orders:
        try:
            yield date(int(year), int(month), int(day))
        except ValueError:
            continue
