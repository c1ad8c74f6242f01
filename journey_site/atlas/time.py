"""How long a journey takes in all, as far as its stages say."""

from __future__ import annotations

from journey_site.documents.durations import SECONDS, Amount, Duration
from journey_site.documents.journeys import Journey

_STEPS = ("minute", "hour", "day", "week", "month", "year")


def total_time(journey: Journey) -> Duration | None:
    """The time from the first stage to the last; None when a stage that must be passed states none.

    Stages that may be skipped add nothing to the shorter end. A last stage that goes on for ever is
    left out: it is what comes after.
    """
    low = high = 0.0
    open_end = False
    stages = list(journey.stages)
    while stages and stages[-1].duration is not None and stages[-1].duration.endless:
        stages.pop()
    for stage in stages:
        if stage.duration is None or stage.duration.per:
            return None
        shortest, longest = stage.duration.seconds
        low += 0 if stage.optional else shortest
        open_end = open_end or longest is None
        high += longest or 0
    if not stages or (not high and not open_end):
        return None
    return Duration(_amount(low), None if open_end else _amount(high))


def _amount(seconds: float) -> Amount:
    """The length in the largest unit of which there are at least two, rounded."""
    best = "minute"
    for unit in _STEPS:
        if seconds >= 2 * SECONDS[unit] or unit == "minute":
            best = unit
    return Amount(float(max(0, round(seconds / SECONDS[best]))), best)
