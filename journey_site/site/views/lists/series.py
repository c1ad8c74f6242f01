"""A metric over time: its values in order, drawn as a small line and told in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from journey_site.documents.items import Measured
from journey_site.site.voice import Voice

WIDTH = 100.0
HEIGHT = 30.0
_EDGE = 3.0
"""Room above and below the line, in the drawing's units."""

_SHAPES = {
    "day": re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})"),
    "month": re.compile(r"(\d{4})-(\d{1,2})"),
    "year": re.compile(r"(\d{4})"),
    "quarter": re.compile(r"(\d{4})[- ]?[QqKk]([1-4])"),
    "week": re.compile(r"(\d{4})-?[WwVv](\d{1,2})"),
}

@dataclass(frozen=True, slots=True)
class Point:
    """A value of one period."""

    label: str
    """The period in the reader's words."""
    value: float
    day: date | None
    """Its first day; None where the period is in words of the handbook's own."""


@dataclass(frozen=True, slots=True)
class SeriesView:
    """Values over time, ready to be drawn in a field of 100 by 30."""

    paths: tuple[str, ...]
    """The line; more than one where periods are missing in between. One of a single value is a dot."""
    gaps: tuple[str, ...]
    """What bridges them."""
    ends: tuple[str, ...]
    """Dots on the first and the last value."""
    target: float | None
    """How far down the target lies; None where there is none, or it lies outside of the drawing."""
    words: str
    """From what to what: ``14 in March 2026, 11 in October 2026``."""
    label: str
    """Every value in words."""


def points_of(metric: Measured, voice: Voice) -> tuple[Point, ...]:
    """The values of ``metric`` over time, oldest first, the newest among them; as written where periods are no dates."""
    written = dict(metric.series)
    if metric.value is not None and metric.period and metric.period not in written:
        written[metric.period] = metric.value
    points = [_point(period, value, voice) for period, value in written.items()]
    days = [point.day for point in points]
    if None not in days:
        points.sort(key=lambda point: point.day or date.min)
    return tuple(points)


def series_view(points: tuple[Point, ...], target: float | None, voice: Voice) -> SeriesView | None:
    """The drawing of ``points``; None where there are not two of them."""
    if len(points) < 2:
        return None
    across = _places(points)
    low, high = min(point.value for point in points), max(point.value for point in points)
    near = target is not None and low - (high - low or 1) <= target <= high + (high - low or 1)
    if near and target is not None:
        low, high = min(low, target), max(high, target)
    down = _scale(low, high)
    found = [(x, down(point.value)) for x, point in zip(across, points, strict=True)]
    runs, gaps = _runs(found, points)
    number = voice.language.number
    told = [voice._("%(value)s in %(period)s") % {"value": number(point.value), "period": point.label} for point in points]
    first_and_last = voice._("%(first)s, %(last)s") % {"first": told[0], "last": told[-1]}
    return SeriesView(
        runs, gaps, tuple(f"M{x:g} {y:g}" for x, y in (found[0], found[-1])), down(target) if near and target is not None else None, first_and_last, ", ".join(told)
    )


def trend(points: tuple[Point, ...], voice: Voice) -> str:
    """Which way it goes, and since when: ``falling since August 2026``; empty where nothing can be said."""
    if len(points) < 2 or any(point.day is None for point in points):
        return ""
    steps = [(later.value > before.value) - (later.value < before.value) for before, later in pairwise(points)]
    way = steps[-1]
    start = len(steps) - 1
    while start > 0 and steps[start - 1] == way:
        start -= 1
    words = {1: voice._("rising since %(period)s"), -1: voice._("falling since %(period)s"), 0: voice._("unchanged since %(period)s")}
    return words[way] % {"period": points[start].label}


def period_words(period: str, voice: Voice) -> str:
    """A period as the language writes it; what is no date stands as it is."""
    return _point(period, 0, voice).label if period else ""


def _point(period: str, value: float, voice: Voice) -> Point:
    for unit, shape in _SHAPES.items():
        match = shape.fullmatch(period.strip())
        day = _first_day(unit, [int(part) for part in match.groups()]) if match else None
        if day is not None:
            return Point(_label(period, unit, day, voice), value, day)
    return Point(period, value, None)


def _first_day(unit: str, numbers: list[int]) -> date | None:
    try:
        if unit == "week":
            return date.fromisocalendar(numbers[0], numbers[1], 1)
        if unit == "quarter":
            return date(numbers[0], 3 * numbers[1] - 2, 1)
        return date(numbers[0], *(numbers[1:] + [1, 1])[:2])
    except ValueError:
        return None


def _label(period: str, unit: str, day: date, voice: Voice) -> str:
    if unit == "day":
        return voice.language.date(day)
    return voice.language.period(day, unit) if unit in ("month", "quarter") else period


def _places(points: tuple[Point, ...]) -> list[float]:
    """How far along each point stands: by its day, evenly where some have none."""
    days = [point.day.toordinal() for point in points if point.day]
    if len(days) < len(points) or days[0] == days[-1]:
        return [round(WIDTH * at / (len(points) - 1), 2) for at in range(len(points))]
    return [round(WIDTH * (day - days[0]) / (days[-1] - days[0]), 2) for day in days]


def _scale(low: float, high: float) -> Callable[[float], float]:
    span = high - low

    def down(value: float) -> float:
        share = (value - low) / span if span else 0.5
        return round(HEIGHT - _EDGE - share * (HEIGHT - 2 * _EDGE), 2)

    return down


def _runs(found: list[tuple[float, float]], points: tuple[Point, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The line, parted where a period is missing, and what bridges the parts."""
    runs, gaps, rhythm = [[found[0]]], [], _rhythm(points)
    for at in range(1, len(found)):
        before, after = points[at - 1].day, points[at].day
        if before and after and (after - before).days > 1.6 * rhythm:
            gaps.append(_path([found[at - 1], found[at]]))
            runs.append([])
        runs[-1].append(found[at])
    return tuple(_path(run) for run in runs), tuple(gaps)


def _rhythm(points: tuple[Point, ...]) -> float:
    """How many days usually lie between two values; endless where some have no day."""
    days = [point.day.toordinal() for point in points if point.day]
    steps = sorted(later - before for before, later in pairwise(days))
    return steps[len(steps) // 2] if len(days) == len(points) else float("inf")


def _path(points: list[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points) + ("h0" if len(points) == 1 else "")
