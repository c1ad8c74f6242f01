"""Where customers go along a journey, as far as the stated shares tell: who comes where, who leaves, how often."""

from __future__ import annotations

from dataclasses import dataclass
from math import isinf

from journey_site.atlas.atlas import Atlas
from journey_site.atlas.chain import LEAST, walk
from journey_site.atlas.flow_time import FlowTime, expected_time
from journey_site.atlas.ways import ROUNDED, order_of, ways_out
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.ways import Way


@dataclass(frozen=True, slots=True)
class Leaving:
    """One way out of the journey."""

    way: Way
    share: float
    """Who leaves this way, as a fraction of all who begin."""


@dataclass(frozen=True, slots=True)
class StageFlow:
    """What follows from the shares for one stage. All fractions are of all who begin the journey."""

    stage: Stage
    reach: float
    """Who ever comes to the stage, from 0 to 1."""
    visits: float
    """How often the stage is passed on average, counted over all who begin; ``inf`` where it never ends."""
    returns: float
    """How often those who come to the stage pass it on average; ``inf`` where it never ends, 0 where nobody comes."""
    exits: tuple[Leaving, ...]
    """Who leaves here, way by way."""
    ends: float
    """Who comes to the journey's end here."""
    unknown: float
    """Who goes from here where nobody has said."""

    @property
    def leaves(self) -> float:
        """Who leaves the journey here, whichever way."""
        return sum(leaving.share for leaving in self.exits)


@dataclass(frozen=True, slots=True)
class Flow:
    """Where customers go. Where shares are unknown, every number is at most what is true."""

    start: Stage
    other_starts: tuple[Stage, ...]
    """In orders without a first stage: further stages that no way leads to, which nothing here counts."""
    ordered: bool
    """Whether the order itself says where the journey begins; else the start is assumed."""
    stages: tuple[StageFlow, ...]
    """Every stage in the order of the journey."""
    endless: float
    """Who goes round for ever, as a fraction of all who begin."""
    counted: tuple[Stage, ...]
    """Stages that may be skipped, where no share says by how many: counted as passed."""
    side_by_side: tuple[Stage, ...]
    """Stages that go on at the same time as others, counted one after the other."""
    any_order: tuple[Stage, ...]
    """Stages that come before or after others, counted as written."""
    time: FlowTime

    @property
    def unknown(self) -> float:
        """Who goes where nobody has said, as a fraction of all who begin."""
        return sum(at.unknown for at in self.stages)

    def at(self, stage: Stage) -> StageFlow:
        """What follows for ``stage``."""
        return next(found for found in self.stages if found.stage.id == stage.id)


@dataclass(frozen=True, slots=True)
class Gap:
    """A stage that says too little to compute with."""

    stage: Stage
    reason: str
    """``no-shares``: several ways and a share at none; ``some-shares``: shares at some of the ways, and not all of
    the customers spoken for; ``no-ways``: nothing says where customers go; ``above-100``: more than everybody goes."""
    without: tuple[Way, ...] = ()
    """The ways whose share is wanting."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Why nothing is computed: what is not stated along the ways that customers may take."""

    gaps: tuple[Gap, ...]


def states_shares(journey: Journey, atlas: Atlas) -> bool:
    """Whether any way of the journey carries a share, so that somebody has begun to count."""
    return any(way.share is not None for stage in journey.stages for way in ways_out(journey, stage, atlas))


def flow_of(journey: Journey, atlas: Atlas) -> Flow | Missing:
    """Where customers go along ``journey``, by the mathematics of absorbing Markov chains.

    The stages are the chain's states; exits, ends and what no share speaks for absorb. Fractions are of
    all who begin, from 0 to 1. A single way without a share is everybody's. Named ``paths`` are told
    apart and count for nothing here.

    Returns:
        The flow, or what is missing where a stage that customers may come to says too little. Nothing is
        guessed: of several ways without a share none is taken to be the rest.

    Source:
        Kemeny and Snell, *Finite Markov Chains* (1960), chapter III; see ``journey_site.atlas.chain``.
    """
    ways = {stage.id: ways_out(journey, stage, atlas) for stage in journey.stages}
    ordered = order_of(journey, atlas) in ("linear", "cyclic")
    starts = _starts(journey, ways, ordered)
    gaps = tuple(
        gap for stage in _within_reach(journey, starts[0], ways) if (gap := _gap(stage, ways[stage.id], ordered))
    )
    if gaps:
        return Missing(gaps)
    shares = {stage.id: _shares(ways[stage.id]) for stage in journey.stages}
    place = {stage.id: at for at, stage in enumerate(journey.stages)}
    moves: list[dict[int, float]] = []
    for stage in journey.stages:
        onward: dict[int, float] = {}
        for way, share in zip(ways[stage.id], shares[stage.id], strict=True):
            if way.to in place:
                onward[place[way.to]] = onward.get(place[way.to], 0.0) + share
        moves.append(onward)
    walked = walk(moves, place[starts[0].id])
    passed = tuple(
        _stage_flow(stage, ways[stage.id], shares[stage.id], visits, reach, returns)
        for stage, visits, reach, returns in zip(journey.stages, walked.visits, walked.reach, walked.returns, strict=True)
    )
    come_to = tuple(at for at in passed if at.reach > 0)
    counted = _counted(journey, ways)
    return Flow(
        start=starts[0],
        other_starts=starts[1:],
        ordered=ordered,
        stages=passed,
        endless=walked.endless,
        counted=tuple(at.stage for at in come_to if at.stage.id in counted),
        side_by_side=tuple(at.stage for at in come_to if at.stage.parallel),
        any_order=tuple(at.stage for at in come_to if at.stage.any_order),
        time=expected_time(journey, {at.stage.id: at.visits for at in come_to}, counted),
    )


def _starts(journey: Journey, ways: dict[str, tuple[Way, ...]], ordered: bool) -> tuple[Stage, ...]:
    """Where the journey begins: its first stage; without an order, those that no way leads to, else the first."""
    if ordered:
        return journey.stages[:1]
    led_to = {way.to for identity, onward in ways.items() for way in onward if way.to and way.to != identity}
    # A stage with no way in and none out is one that the journey leaves aside.
    return tuple(stage for stage in journey.stages if stage.id not in led_to and ways[stage.id]) or journey.stages[:1]


def _within_reach(journey: Journey, start: Stage, ways: dict[str, tuple[Way, ...]]) -> list[Stage]:
    """The stages that customers may come to, in the order of the journey."""
    found, ahead = {start.id}, [start.id]
    while ahead:
        for way in ways[ahead.pop()]:
            if way.to and way.to in ways and way.share != 0 and way.to not in found:
                found.add(way.to)
                ahead.append(way.to)
    return [stage for stage in journey.stages if stage.id in found]


def _gap(stage: Stage, ways: tuple[Way, ...], ordered: bool) -> Gap | None:
    if not ways:
        # In an order, nothing after the last stage is the end; without one, only what is said to end does.
        return None if ordered or stage.next is not None else Gap(stage, "no-ways")
    without = tuple(way for way in ways if way.share is None)
    stated = sum(way.share for way in ways if way.share is not None)
    if stated > 1 + ROUNDED:
        return Gap(stage, "above-100")
    if not without or len(ways) == 1 or stated >= 1 - ROUNDED:
        return None
    return Gap(stage, "no-shares" if len(without) == len(ways) else "some-shares", without)


def _shares(ways: tuple[Way, ...]) -> list[float]:
    """The share of each way; all of them together where rounding alone keeps them from 100 %."""
    if len(ways) == 1 and ways[0].share is None:
        return [1.0]
    shares = [way.share or 0.0 for way in ways]
    total = sum(shares)
    return [share / total for share in shares] if total and (total > 1 or total >= 1 - ROUNDED) else shares


def _stage_flow(
    stage: Stage, ways: tuple[Way, ...], shares: list[float], visits: float, reach: float, returns: float
) -> StageFlow:
    """A stage's part of the flow; from stages that go round for ever nobody leaves."""
    through = 0.0 if isinf(visits) else visits
    exits = tuple(
        Leaving(way, through * share)
        for way, share in zip(ways, shares, strict=True)
        if way.to is None and way.exit is not None and share > 0
    )
    # A way whose stage an edition has left out leads where this reader is not told.
    told = sum(share for way, share in zip(ways, shares, strict=True) if way.to is not None or way.exit is not None)
    unknown = through * (1 - told) if ways and 1 - told > LEAST else 0.0
    return StageFlow(stage, reach, visits, returns, exits, 0.0 if ways else through, unknown)


def _counted(journey: Journey, ways: dict[str, tuple[Way, ...]]) -> frozenset[str]:
    """Optional stages that no way with a share leads past."""
    place = {stage.id: at for at, stage in enumerate(journey.stages)}
    leaps = [
        (place[identity], place[way.to])
        for identity, onward in ways.items()
        for way in onward
        if way.to in place and way.share is not None
    ]
    return frozenset(
        stage.id
        for at, stage in enumerate(journey.stages)
        if stage.optional and not any(low < at < high for low, high in leaps)
    )
