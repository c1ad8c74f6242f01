"""How long a journey takes on average when its stages are passed as often as the shares say."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import isinf

from journey_site.atlas.time import Span, passed_stages, span_of
from journey_site.documents.durations import SECONDS, Amount, Duration
from journey_site.documents.journeys import Journey, Stage

_FROM = {"second": 0, "minute": 3, "hour": 3, "day": 3, "week": 4, "month": 4, "year": 4}
"""From how many of it on a unit is used, so that whole numbers of it stay close to what is computed."""


@dataclass(frozen=True, slots=True)
class FlowTime:
    """The mean time of all who begin, those who leave early among them."""

    total: Duration | None
    """From the beginning to wherever the way ends; None when a stage states none, or the journey never ends."""
    waiting: Duration | None
    """Of it spent waiting, where stages state that; None when none does, or the journey never ends."""
    missing: tuple[Stage, ...]
    """Stages that customers come to and whose whole time nobody has stated."""
    left_out: tuple[Stage, ...]
    """Stages at the end that go on for ever: what comes after the journey."""
    waited_in: tuple[Stage, ...]
    """The stages whose waiting is counted."""


def expected_time(journey: Journey, visits: Mapping[str, float], counted: AbstractSet[str] = frozenset()) -> FlowTime:
    """The mean time, from each stage's time and how often it is passed (``visits``, by stage id).

    Shortest ends are added up with shortest ends and longest with longest. The shorter end leaves out
    stages in ``counted`` (they may be skipped), and takes of stages at the same time only the longest;
    the longer end takes them one after the other.
    """
    within = passed_stages(journey)
    passed = [stage for stage in within if visits.get(stage.id, 0.0) > 0]
    left_out = tuple(stage for stage in journey.stages[len(within) :] if visits.get(stage.id, 0.0) > 0)
    if any(isinf(number) for number in visits.values()):
        return FlowTime(None, None, (), left_out, ())
    waits = {stage.id: Span(*stage.waiting.seconds) for stage in passed if stage.waiting and not stage.waiting.per}
    missing = tuple(stage for stage in passed if stage.duration is None or stage.duration.per)
    spans = {stage.id: span for stage in passed if (span := span_of(stage))}
    return FlowTime(
        total=None if missing else _mean(passed, spans, visits, counted),
        waiting=_mean(passed, waits, visits, counted),
        missing=missing,
        left_out=left_out,
        waited_in=tuple(stage for stage in passed if stage.id in waits),
    )


def _mean(
    stages: list[Stage], spans: Mapping[str, Span], visits: Mapping[str, float], counted: AbstractSet[str]
) -> Duration | None:
    """The sum of ``spans`` as often as each is passed; None when nothing bounds it."""
    shortest = {identity: 0.0 if identity in counted else span.low * visits[identity] for identity, span in spans.items()}
    low = sum(max(shortest[identity] for identity in group) for group in _at_once(stages, shortest))
    open_end = any(span.high is None for span in spans.values())
    high = sum((span.high or 0.0) * visits[identity] for identity, span in spans.items())
    if open_end:
        return Duration(_rounded(low)) if low else None
    if not high:
        return None
    if round(low) == round(high):
        return Duration(_rounded(high), _rounded(high))
    return Duration(_rounded(low) if low else None, _rounded(high))


def _at_once(stages: list[Stage], among: Mapping[str, float]) -> list[set[str]]:
    """The stages in groups that go on at the same time; most stand alone."""
    groups: list[set[str]] = []
    for stage in stages:
        if stage.id in among:
            own = {stage.id, *(other for other in stage.parallel if other in among)}
            joined = [group for group in groups if group & own]
            groups = [group for group in groups if group not in joined]
            groups.append(own.union(*joined))
    return groups


def _rounded(seconds: float) -> Amount:
    """A length in seconds as a whole number of the largest unit that tells it well."""
    unit = next(unit for unit in reversed(_FROM) if seconds >= _FROM[unit] * SECONDS[unit])
    return Amount(float(round(seconds / SECONDS[unit])), unit)
