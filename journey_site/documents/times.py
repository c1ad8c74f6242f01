"""Readers for dates and lengths of time."""

from __future__ import annotations

import re
from datetime import date

from journey_site.documents.durations import Amount, Duration, NotADuration, between, parse_duration
from journey_site.documents.lists import unknown_field
from journey_site.documents.meant_days import MeantDay, meant_day, meant_month
from journey_site.documents.reading import Reading, shown, stripped
from journey_site.documents.shapes import takes
from journey_site.documents.texts import read_said
from journey_site.problems import Edit
from journey_site.source.yaml import Mapping, Node, Scalar

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DAY_HINT = "write year-month-day, such as 2026-11-12"
_ROUGHLY = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?")


@takes("day")
def read_date(node: Node, reading: Reading, name: str) -> date | None:
    """A date as year-month-day."""
    if isinstance(node, Scalar):
        words = stripped(node)
        if not words:
            return None
        if match := _DATE.fullmatch(words):
            try:
                return date(int(match[1]), int(match[2]), int(match[3]))
            except ValueError:
                reading.report("bad-date", f"{name} is {shown(node)}, and there is no such day", node.span, _DAY_HINT)
                return None
    _no_date(node, reading, name, meant_day(node.text) if isinstance(node, Scalar) else None)
    return None


def _no_date(node: Node, reading: Reading, name: str, meant: MeantDay | None) -> None:
    hint = meant.hint if meant else ""
    fix = (Edit(node.span, meant.written[0]),) if meant and meant.is_certain else ()
    reading.report("bad-date", f"{name} should be a date such as 2026-11-12, not {shown(node)}", node.span, hint, fix=fix)


@takes("when")
def read_when(node: Node, reading: Reading, name: str) -> str | None:
    """A date, or the month or year alone where that is all that is known; as written."""
    if isinstance(node, Scalar) and _ROUGHLY.fullmatch(stripped(node)):
        return stripped(node)
    month = meant_month(node.text) if isinstance(node, Scalar) else None
    if month is not None:
        _no_date(node, reading, name, month)
        return None
    day = read_date(node, reading, name)
    return day.isoformat() if day else None


@takes("duration")
def read_duration(node: Node, reading: Reading, name: str) -> Duration | None:
    """A length of time in words, or ``{from:, to:, per:}``."""
    if isinstance(node, Scalar):
        words = stripped(node)
        return _parsed(words, node, reading, name) if words else None
    if isinstance(node, Mapping):
        return _from_to(node, reading, name)
    reading.report("bad-duration", f"{name} should be a length of time, not a list", node.span)
    return None


def _parsed(words: str, node: Node, reading: Reading, name: str) -> Duration | None:
    try:
        return parse_duration(words)
    except NotADuration as reason:
        hint = 'such as "2 weeks", "1-2 days", "<2 min", "12+ months" or "ongoing"'
        reading.report("bad-duration", f"{name} is {shown(node)}, but {reason}", node.span, hint)
        return None


def _from_to(node: Mapping, reading: Reading, name: str) -> Duration | None:
    ends: dict[str, Amount | None] = {"from": None, "to": None}
    per, sound = "", True
    for key, value in node.entries:
        if key.text == "per":
            per = read_said(value, reading, "per") or ""
        elif key.text in ends:
            length = read_duration(value, reading, f"{name}: {key.text}")
            sound = sound and (length is not None or (isinstance(value, Scalar) and not stripped(value)))
            ends[key.text] = (length.low or length.high) if length else None
        else:
            unknown_field(reading, f"a {name}", key, ("from", "to", "per"), value, node)
    if not sound:
        return None
    if ends["from"] is None and ends["to"] is None:
        reading.report("bad-duration", f"{name} has neither from nor to", node.span, "such as {from: 2 days, to: 3 months}")
        return None
    try:
        return between(ends["from"], ends["to"], per)
    except NotADuration as reason:
        reading.report("bad-duration", f"{name} runs the wrong way round: {reason}", node.span)
        return None
