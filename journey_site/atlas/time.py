"""How long a journey takes in all and how much of it is waiting, as far as its stages say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journey_site.documents.durations import SECONDS, Amount, Duration
from journey_site.documents.journeys import Journey, Stage, Step

_MOST_LOST = 0.12
"""How much of a length rounding may add or take, as a fraction of it."""
_STEPS = ("second", "minute", "hour", "day", "week", "month", "year")
_SAME_UNIT = 120
"""Up to this many of one unit are summed in it: 11 days and 23 days are 34 days, not five weeks."""


@dataclass(frozen=True, slots=True)
class Span:
    """How long a stage takes, in seconds; an end that is None is open."""

    low: float
    high: float | None
    waiting: float = 0.0
    """How much of it the customer waits, at most as stated; 0 also where nothing is said of it."""

    @property
    def known(self) -> float:
        """The longest that is stated: the longer end, else the shorter of one that is open."""
        return self.low if self.high is None else self.high


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much of a journey is waiting."""

    time: Duration
    whole: bool
    """Whether every stage says how long the customer waits in it; else it is at least this much."""


def span_of(stage: Step) -> Span | None:
    """The time of ``stage``; None when none is stated.

    Waiting lies within the stage's time. Where more waiting is stated than fits into it, the time can only be
    that of the work, and the waiting comes on top.
    """
    if stage.duration is None:
        return None
    low, high = stage.duration.seconds
    waits = stage.waiting.seconds if stage.waiting and not stage.duration.per else None
    if waits is None:
        return Span(low, high)
    least, most = waits
    longest = least if most is None else most
    if high is not None and least > high:
        return Span(low + least, None if most is None else high + most, longest)
    return Span(low, high, longest)


def passed_stages(journey: Journey) -> list[Stage]:
    """The stages that count for the journey's time: all but those at its end that go on for ever, which come after."""
    stages = list(journey.stages)
    while stages and stages[-1].duration is not None and stages[-1].duration.endless:
        stages.pop()
    return stages


def timeless_stages(journey: Journey) -> list[Stage]:
    """The stages for which no total can be computed: those that state no time, or only that of one of many."""
    return [stage for stage in passed_stages(journey) if stage.duration is None or stage.duration.per]


def total_time(journey: Journey) -> Duration | None:
    """The time from the first stage to the last, each passed once; None when a stage that counts states none.

    Stages that may be skipped add nothing to the shorter end. A last stage that goes on for ever is
    left out: it is what comes after.
    """
    stages = passed_stages(journey)
    if timeless_stages(journey):
        return None
    spans = [(stage, span) for stage in stages if (span := span_of(stage))]
    low = sum(0.0 if stage.optional else span.low for stage, span in spans)
    high = sum(span.high or 0.0 for _, span in spans)
    open_end = any(span.high is None for _, span in spans)
    if not stages or (not high and not open_end):
        return None
    return Duration(_amount(low), None if open_end else _amount(high))


def total_waiting(journey: Journey) -> Waiting | None:
    """How long the customer waits in all; None when no stage says so. Waiting that nobody states is not none.

    A stage that says nothing itself waits as long as its steps say, at least; one that may be skipped adds nothing to
    the shorter end.
    """
    lows: list[Amount] = []
    highs: list[Amount | None] = []
    whole = True
    for stage in passed_stages(journey):
        of_steps = [step.waiting for step in stage.steps if step.waiting is not None]
        told = [stage.waiting] if stage.waiting is not None else of_steps
        whole = whole and (stage.waiting is not None or 0 < len(stage.steps) == len(of_steps))
        for waiting in told:
            if waiting.per:
                whole = False
                continue
            if waiting.low and not stage.optional:
                lows.append(waiting.low)
            highs.append(Amount(0.0, "minute") if waiting.moment else waiting.high)
    if not highs:
        return None
    low = _summed(lows, down=True) if lows else None
    high = None if None in highs else _summed([each for each in highs if each and each.number != 0])
    if not whole:
        return Waiting(Duration(low, low), False) if low and low.number else None
    return Waiting(Duration(low, high), True)


def _summed(amounts: Sequence[Amount], *, down: bool = False) -> Amount:
    """The sum, in the one unit that all are written in where that reads well."""
    units = {amount.unit for amount in amounts}
    number = sum(1 if amount.number is None else amount.number for amount in amounts)
    if len(units) == 1 and number <= _SAME_UNIT:
        return Amount(float(number), units.pop())
    return _amount(sum(amount.seconds for amount in amounts), down=down)


def _amount(seconds: float, *, down: bool = False) -> Amount:
    """The length in the largest unit of which there are at least two, rounded; ``down`` where no more may be claimed."""
    for unit in reversed(_STEPS):
        if seconds and seconds % SECONDS[unit] == 0 and seconds >= SECONDS[unit]:
            whole = seconds / SECONDS[unit]
            if whole <= _SAME_UNIT:
                return Amount(whole, unit)
            break
    best = "second" if 0 < seconds < SECONDS["minute"] else "minute"
    for unit in _STEPS[1:]:
        if seconds >= 2 * SECONDS[unit]:
            best = unit
    number = seconds / SECONDS[best]
    if best != "minute" and abs(round(number) - number) > _MOST_LOST * number:
        # Two and a half months are no two months: a smaller unit tells them better.
        best = _STEPS[_STEPS.index(best) - 1] if best in _STEPS[1:] else best
        number = seconds / SECONDS[best]
    return Amount(float(max(0, int(number) if down else round(number))), best)
