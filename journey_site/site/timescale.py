"""A scale of time for drawings: even where the lengths are of one size, in widening steps where they are not.

Lengths are seconds; places on a scale are in units of its own, to be laid on whatever width there is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log10

from journey_site.documents.durations import Amount

EVEN = 30.0
"""Up to this many times as long as the shortest, the longest leaves the shortest wide enough to be seen."""

_MARKS = (
    Amount(1, "second"), Amount(1, "minute"), Amount(1, "hour"), Amount(1, "day"), Amount(1, "week"),
    Amount(1, "month"), Amount(1, "year"), Amount(10, "year"), Amount(100, "year"), Amount(1000, "year"),
)  # fmt: skip
"""What people count time by; the marks of a scale in widening steps."""

_STRIDES = tuple(
    Amount(number, unit)
    for unit, numbers in (
        ("second", (1, 5, 10, 30)),
        ("minute", (1, 5, 10, 30)),
        ("hour", (1, 2, 4, 12)),
        ("day", (1, 2)),
        ("week", (1, 2)),
        ("month", (1, 2, 3, 6)),
        ("year", (1, 2, 5, 10, 20, 50, 100, 1000, 10_000, 100_000)),
    )
    for number in numbers
)
"""How far apart the marks of an even scale may stand."""
_MOST_MARKS = 12


@dataclass(frozen=True, slots=True)
class Timescale:
    """How lengths of time become widths."""

    base: Amount | None
    """What a scale in widening steps begins at; None for an even one, which begins at nothing."""

    def width(self, seconds: float) -> float:
        """How wide a length of time is."""
        if self.base is None:
            return seconds
        return max(0.0, log10(seconds / self.base.seconds)) if seconds > 0 else 0.0

    def marks(self, longest: float) -> tuple[Amount, ...]:
        """The marks on a ruler that begins where the scale does and ends at ``longest``."""
        if self.base is not None:
            return tuple(mark for mark in _MARKS if self.base.seconds < mark.seconds <= longest * 1.0001)
        stride = stride_for(longest)
        return tuple(Amount(stride.number * place, stride.unit) for place in range(1, int(longest * 1.0001 / stride.seconds) + 1)) if stride.number else ()


def timescale(lengths: Sequence[float], least: Sequence[float] = ()) -> Timescale:
    """The scale on which all of ``lengths``, each longer than nothing, can be seen.

    ``least`` are shorter ends of ranges, which must not lie before the beginning of a scale in widening steps.
    """
    shortest, longest = min(lengths), max(lengths)
    if longest <= EVEN * shortest:
        return Timescale(None)
    # The shortest must end well beyond the beginning, or nothing is left of it.
    shortest = min(shortest, *least) if least else shortest
    return Timescale(max((mark for mark in _MARKS if mark.seconds * 1.5 <= shortest), key=_seconds, default=Amount(0.001, "second")))


def stride_for(length: float) -> Amount:
    """How far apart the marks of an even scale over ``length`` stand: few enough to count."""
    return next((stride for stride in _STRIDES if length / stride.seconds <= _MOST_MARKS), _STRIDES[-1])


def plainest(mark: Amount) -> Amount:
    """``mark`` in the largest unit that holds it whole: 48 hours are 2 days."""
    number, unit = mark.number or 0.0, mark.unit
    for small, many, large in (("second", 60, "minute"), ("minute", 60, "hour"), ("hour", 24, "day"), ("month", 12, "year")):
        if unit == small and number and number % many == 0:
            number, unit = number / many, large
    return Amount(number, unit)


def _seconds(mark: Amount) -> float:
    return mark.seconds


