"""Where customers go and how long it takes: what follows from the stated shares and durations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import isinf

from journey_site.atlas.flow import Flow, Gap, Missing, StageFlow, flow_of, states_shares
from journey_site.atlas.ways import order_of
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.values import Text
from journey_site.documents.ways import Way
from journey_site.site.addresses import NO_LINK, Link
from journey_site.site.views.entries import Labelled, Words
from journey_site.site.views.map.grid import departments_at
from journey_site.site.views.recalled import recalled
from journey_site.site.voice import Voice

AGAIN = 1.05
"""From how many visits on a stage counts as passed more than once."""
LONG = 8
"""Past this many stages, what is told of each is folded away below the verdict."""
_NAMED = 0.005
"""Below half of one in a hundred a part is too small to be told on its own."""


@dataclass(frozen=True, slots=True)
class OfHundred:
    """A part of a hundred who begin, rounded."""

    words: str
    """The number as it is written; ``<1`` where it is less than one and not none."""
    number: int
    """The number that decides between one and many."""
    width: float
    """The same for a bar, more exactly; 0 for nobody alone."""


@dataclass(frozen=True, slots=True)
class ExitView:
    """One way out of the journey."""

    words: Words
    why: Text | None
    count: OfHundred


@dataclass(frozen=True, slots=True)
class StageFlowView:
    """What follows for one stage: who reaches it, how often it is visited."""

    name: Text
    link: Link
    starts: bool
    """Whether the journey begins here."""
    reach: OfHundred
    passed: str
    """How often those who come here pass it on average; empty where it is once."""
    for_ever: bool
    """Whether nobody who comes here ever gets away."""
    leaves: OfHundred | None
    """All who leave here; None where nobody does."""
    exits: tuple[ExitView, ...]
    ends: OfHundred | None
    """Who comes to the journey's end here."""
    unknown: OfHundred | None
    """Who goes from here where nobody has said."""
    at_least: bool
    """Whether the numbers are the least that is true, because some shares are unknown."""
    departments: tuple[str, ...] | None = None
    """Ids of the departments that own the stage or take part; None in a handbook without departments."""


@dataclass(frozen=True, slots=True)
class GapView:
    """A stage that says too little, so that nothing is computed."""

    stage: Labelled
    reason: str
    """``no-shares``, ``some-shares``, ``no-ways`` or ``above-100``."""
    ways: tuple[Labelled, ...]
    """The ways whose share is wanting."""


@dataclass(frozen=True, slots=True)
class FlowTimeView:
    """How long it takes on average, all who begin counted."""

    total: str
    waiting: str
    missing: tuple[Labelled, ...]
    """Stages whose time is not stated, so that no total is computed."""
    nowhere: bool
    """Whether no stage states its time."""
    left_out: tuple[Labelled, ...]
    """What comes after the journey, and is not counted."""
    waited_in: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class FlowView:
    """What follows from the shares along a journey, with its assumptions."""

    gaps: tuple[GapView, ...]
    """What is wanting; where something is, nothing below is computed."""
    stages: tuple[StageFlowView, ...] = ()
    ordered: bool = True
    """Whether the stages follow each other."""
    long: bool = False
    """Whether there are so many stages that they are folded away."""
    goal: StageFlowView | None = None
    """The stage that says how it goes: where customers buy, else the last."""
    worst: StageFlowView | None = None
    """On the way there, the stage in which most leave."""
    unknown: OfHundred | None = None
    """Who goes where nobody has said: on the way to the goal, where the stages stand in order, else anywhere."""
    at_least: bool = False
    """Whether the numbers are the least that is true, because some shares are unknown."""
    endless: OfHundred | None = None
    """Who goes round for ever."""
    never_ends: bool = False
    """Whether nobody ever comes to an end."""
    time: FlowTimeView | None = None
    start: Labelled | None = None
    """Where the journey begins, when the order does not say."""
    other_starts: tuple[Labelled, ...] = ()
    counted: tuple[Labelled, ...] = ()
    """Stages that may be skipped, counted as passed."""
    side_by_side: tuple[Labelled, ...] = ()
    any_order: tuple[Labelled, ...] = ()
    paths: bool = False
    """Whether the journey names paths, which are not counted in."""


def flow_view(journey: Journey, voice: Voice) -> FlowView | None:
    """What follows from the shares along a journey, with its assumptions; None where no share is stated.

    What it would take to compute it is for those who keep the handbook.
    """
    flow = _flow(journey, voice)
    if flow is None or (isinstance(flow, Missing) and not voice.upkeep):
        return None
    if isinstance(flow, Missing):
        return FlowView(tuple(_gap_view(gap, journey, voice) for gap in flow.gaps))
    stages = tuple(_stage_view(at, flow, journey, voice) for at in flow.stages)
    goal = _goal(journey, flow, voice)
    worst = _worst(flow, goal)
    return FlowView(
        gaps=(),
        stages=stages,
        ordered=flow.ordered,
        long=len(stages) > LONG,
        goal=None if goal is None else stages[goal],
        worst=None if worst is None else stages[worst],
        unknown=_told(sum(flow.stages[place].unknown for place in _before(flow, goal)), voice),
        at_least=flow.unknown >= _NAMED,
        endless=_told(flow.endless, voice),
        never_ends=flow.endless > 1 - _NAMED,
        time=_time_view(flow, journey, voice),
        start=None if flow.ordered else _labelled(journey, flow.start, voice),
        other_starts=_labels(journey, flow.other_starts, voice),
        counted=_labels(journey, flow.counted, voice),
        side_by_side=_labels(journey, flow.side_by_side, voice),
        any_order=_labels(journey, flow.any_order, voice),
        paths=bool(journey.paths),
    )


def stage_flow_view(journey: Journey, stage: Stage, voice: Voice) -> StageFlowView | None:
    """What follows for ``stage``; None where nothing can be computed."""
    flow = _flow(journey, voice)
    return _stage_view(flow.at(stage), flow, journey, voice) if isinstance(flow, Flow) else None


@recalled
def _flow(journey: Journey, voice: Voice) -> Flow | Missing | None:
    """The flow once for the map and all its stages; None where nobody has begun to count."""
    return flow_of(journey, voice.atlas) if states_shares(journey, voice.atlas) else None


def _stage_view(at: StageFlow, flow: Flow, journey: Journey, voice: Voice) -> StageFlowView:
    return StageFlowView(
        name=at.stage.name,
        link=voice.stage_link(journey, at.stage),
        starts=at.stage.id == flow.start.id,
        reach=_of_hundred(at.reach, voice),
        passed=voice.language.number(round(at.returns, 1)) if AGAIN <= at.returns and not isinf(at.returns) else "",
        for_ever=isinf(at.returns),
        leaves=_told(at.leaves, voice),
        exits=tuple(
            ExitView(leaving.way.exit or "", leaving.way.why, _of_hundred(leaving.share, voice)) for leaving in at.exits
        )
        if at.reach
        else (),
        ends=_told(at.ends, voice),
        unknown=_told(at.unknown, voice),
        at_least=flow.unknown >= _NAMED and at.stage.id != flow.start.id,
        departments=departments_at(journey, at.stage, voice),
    )


def _goal(journey: Journey, flow: Flow, voice: Voice) -> int | None:
    """The place of the stage that says how it goes: the first in which customers buy; in a line, else the last."""
    found = [place for place, stage in enumerate(journey.stages) if stage.serves == "buy"]
    if not found and order_of(journey, voice.atlas) == "linear":
        found = [len(journey.stages) - 1]
    return found[0] if found and flow.stages[found[0]].stage.id != flow.start.id else None


def _worst(flow: Flow, goal: int | None) -> int | None:
    """The place of the stage in which most leave."""
    found = [place for place in _before(flow, goal) if flow.stages[place].leaves >= _NAMED]
    return max(found, key=lambda place: flow.stages[place].leaves, default=None)


def _before(flow: Flow, goal: int | None) -> list[int]:
    """The places of the stages on the way to the goal; all others where there is no order, or no goal."""
    places = range(goal) if flow.ordered and goal is not None else range(len(flow.stages))
    return [place for place in places if place != goal]


def _time_view(flow: Flow, journey: Journey, voice: Voice) -> FlowTimeView:
    time = flow.time
    come_to = [at.stage for at in flow.stages if at.reach > 0 and at.stage not in time.left_out]
    return FlowTimeView(
        total=voice.duration(time.total),
        waiting=voice.duration(time.waiting),
        missing=_labels(journey, time.missing, voice),
        nowhere=len(time.missing) == len(come_to) and all(stage.duration is None for stage in time.missing),
        left_out=_labels(journey, time.left_out, voice),
        waited_in=_labels(journey, time.waited_in, voice),
    )


def _gap_view(gap: Gap, journey: Journey, voice: Voice) -> GapView:
    ways = tuple(_way_label(way, journey, voice) for way in gap.without)
    stage = Labelled(gap.stage.name, voice.stage_link(journey, gap.stage, "next"), departments=departments_at(journey, gap.stage, voice))
    return GapView(stage, gap.reason, ways)


def _way_label(way: Way, journey: Journey, voice: Voice) -> Labelled:
    stage = journey.stage(way.to) if way.to else None
    return Labelled(stage.name if stage else way.exit or voice._("leaves the journey"), NO_LINK)


def _labels(journey: Journey, stages: Iterable[Stage], voice: Voice) -> tuple[Labelled, ...]:
    return tuple(_labelled(journey, stage, voice) for stage in stages)


def _labelled(journey: Journey, stage: Stage, voice: Voice) -> Labelled:
    return Labelled(stage.name, voice.stage_link(journey, stage))


def _told(share: float, voice: Voice) -> OfHundred | None:
    """A part that is large enough to be told."""
    return _of_hundred(share, voice) if share >= _NAMED else None


def _of_hundred(share: float, voice: Voice) -> OfHundred:
    number = round(100 * share)
    few = number == 0 and share > 0
    words = f"<{voice.language.number(1)}" if few else voice.language.number(number)
    width = max(0.1, round(min(100.0, 100 * share), 1)) if share > 0 else 0.0
    return OfHundred(words, number, width)
