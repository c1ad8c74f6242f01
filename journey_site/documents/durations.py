"""How long something takes, as people write it: ``0–3 months``, ``<2 min``, ``12+ månader``, ``ongoing``."""

from __future__ import annotations

import re
from dataclasses import dataclass

SECONDS = {
    "second": 1,
    "minute": 60,
    "hour": 3_600,
    "day": 86_400,
    "week": 604_800,
    "month": 2_629_746,
    "quarter": 7_889_238,
    "year": 31_556_952,
}
"""Length of a unit in seconds; a month is a twelfth of the mean Gregorian year (365.2425 days)."""

UNIT_WORDS = {
    "second": "s sec secs second seconds sek sekund sekunder sekunden",
    "minute": "min mins minute minutes minut minuter minutter minutt minuten",
    "hour": "h hr hrs hour hours tim timme timmar time timer t timen",
    "day": "d day days dag dagar dage dager dygn døgn dagen",
    "week": "w wk wks week weeks v vecka veckor uge uger uke uker veckan",
    "month": "mo month months mån månad månader mnd måned måneder mdr md månaden",
    "quarter": "quarter quarters kvartal kvartaler",
    "year": "y yr yrs year years år året",
}
"""The words of each unit in English, Swedish, Danish and Norwegian, with spaces between."""
_UNITS = {word: unit for unit, words in UNIT_WORDS.items() for word in words.split()}
_ENDLESS = {*["ongoing", "continuous", "always", "löpande", "pågående", "løbende", "løpende"], "tills vidare", "until further notice"}
_MOMENT = {"moment", "a moment", "instant", "ögonblick", "ett ögonblick", "øjeblik", "et øjeblik", "øyeblikk", "et øyeblikk"}
WORDS_ALONE = frozenset(_ENDLESS | _MOMENT)
"""What says a length of time without a number or a unit."""
_RANGE = re.compile(r"\s*(?:–|—|-|\bto\b|\btill\b|\btil\b|\.\.+)\s*")
_AMOUNT = re.compile(r"(<|>|≤|≥|~|ca\.?|about|cirka)?\s*(\d+(?:[.,]\d+)?|[½¼¾])?\s*(\+)?\s*([^\W\d_]+)?\.?\s*(\+)?")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
ONE = frozenset(["a", "an", "one", "en", "ett", "et", "én", "ei", "ein"])
_LONGEST = 80
_MOST = 1_000_000
"""More of any unit is a slip, and would lie beyond every calendar."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of units (3 months), or the unit alone where no number is said (``minutes to years``)."""

    number: float | None
    unit: str

    @property
    def seconds(self) -> float:
        """The length in seconds."""
        return (1 if self.number is None else self.number) * SECONDS[self.unit]


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as a range; an end that is None is open."""

    low: Amount | None = None
    high: Amount | None = None
    endless: bool = False
    """It goes on: no end is meant."""
    moment: bool = False
    """It takes no time worth naming."""
    per: str = ""
    """What it is counted for: each model, each visit."""

    @property
    def seconds(self) -> tuple[float, float | None]:
        """Shortest and longest in seconds; None where nothing bounds it."""
        low = self.low.seconds if self.low else 0.0
        return low, None if self.endless else (self.high.seconds if self.high else 0.0 if self.moment else None)


class NotADuration(ValueError):
    """The words say no length of time; the message is the reason in an editor's words."""


def parse_duration(words: str, per: str = "") -> Duration:
    """Read ``words`` with the units of English, Swedish, Danish and Norwegian.

    Raises:
        NotADuration: when it cannot be read, or the range runs the wrong way round.
    """
    if len(words) > _LONGEST:
        raise NotADuration("it is too long")
    text = " ".join(words.casefold().split())
    if text in _ENDLESS:
        return Duration(endless=True, per=per)
    if text in _MOMENT:
        return Duration(moment=True, per=per)
    parts = _RANGE.split(text)
    if len(parts) > 2 or not all(parts):
        raise NotADuration("it is no length of time")
    ends = [_amount(part) for part in parts]
    if len(ends) == 1:
        sign, amount, plus = ends[0]
        if amount.unit == "":
            raise NotADuration("it has no unit")
        if plus or sign in (">", "≥"):
            return Duration(low=amount, per=per)
        if sign in ("<", "≤"):
            return Duration(high=amount, per=per)
        return Duration(amount, amount, per=per)
    (_, low, _), (_, high, plus) = ends
    if high.unit == "":
        raise NotADuration("it has no unit")
    return between(Amount(low.number, low.unit or high.unit), None if plus else high, per, shown_high=high)


def between(low: Amount | None, high: Amount | None, per: str = "", *, shown_high: Amount | None = None) -> Duration:
    """The range from ``low`` to ``high``.

    Raises:
        NotADuration: when the range runs the wrong way round.
    """
    top = high or shown_high
    if low and top and low.seconds > top.seconds and low.number and top.number:
        raise NotADuration("it ends before it begins")
    return Duration(low, high, per=per)


def _amount(part: str) -> tuple[str, Amount, bool]:
    first, _, rest = part.partition(" ")
    if first in ONE and rest:
        part = f"1 {rest}"
    match = _AMOUNT.fullmatch(part)
    if not match or not (match[2] or match[4]):
        raise NotADuration("it is no length of time")
    sign, number, plus, word, late_plus = match.groups()
    unit = _UNITS.get(word or "", "" if word is None else "?")
    if unit == "?" and number is None:
        raise NotADuration("it is no length of time")
    if unit == "?":
        raise NotADuration(f'"{word}" is no unit of time')
    value: float | None
    if number is None:
        value = None
    else:
        value = _FRACTIONS.get(number) or float(number.replace(",", "."))
        if value > _MOST:
            raise NotADuration("nothing lasts that long")
    return sign or "", Amount(value, unit), bool(plus or late_plus)
