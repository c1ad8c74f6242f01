"""Laws of the flow, for any network with shares: nobody is lost, nobody is made, and walking it shows the same."""

from __future__ import annotations

import random
from datetime import date
from math import inf, isfinite, sqrt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journey_site.atlas.atlas import Atlas
from journey_site.atlas.chain import LEAST, walk
from journey_site.atlas.flow import Flow, Missing, flow_of
from journey_site.documents.handbook import Handbook
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.models import Model
from journey_site.documents.values import Ref, Text
from journey_site.documents.ways import Way

ATLAS = Atlas(
    Handbook.made({"name": Text({"en": "H"})}),
    date(2026, 11, 21),
    models={"net": Model.made({"id": "net", "name": Text({"en": "N"}), "order": "network"})},
)
WALKS = 20_000
SIGMAS = 5
"""How far a simulation may be off by chance alone: less than one time in a million."""

some = settings(max_examples=50)

Ways = list[tuple[int | None, int]]
"""For one stage: where each way leads (None: out of the journey), and its share in percent."""


@st.composite
def networks(draw: st.DrawFn, most: int = 12, *, open_ways: bool = True) -> list[Ways]:
    """Any ways between up to ``most`` stages whose shares add up to 100 % at most; in some, nobody ever leaves."""
    count = draw(st.integers(1, most))
    stages: list[Ways] = []
    for _ in range(count):
        ends = draw(st.lists(st.one_of(st.none(), st.integers(0, count - 1)), max_size=5))
        left, ways = 100, []
        for end in ends:
            share = draw(st.integers(0, left))
            left -= share
            ways.append((end, share))
        if left and ways and (not open_ways or draw(st.booleans())):
            ways[-1] = (ways[-1][0], ways[-1][1] + left)
        stages.append(ways)
    return stages


def made(stages: list[Ways]) -> Journey:
    """The journey on a network with these ways; a stage without any is an end."""
    return Journey.made(
        {
            "id": "j",
            "name": Text({"en": "J"}),
            "model": Ref("net", "models"),
            "stages": tuple(
                Stage.made(
                    {
                        "id": f"s{at}",
                        "name": Text({"en": f"S{at}"}),
                        "next": tuple(
                            Way.made(
                                {"share": share / 100}
                                | ({"exit": Text({"en": "Out"})} if to is None else {"to": Ref(f"s{to}", "stages")})
                            )
                            for to, share in ways
                        ),
                    }
                )
                for at, ways in enumerate(stages)
            ),
        }
    )


def computed(stages: list[Ways]) -> Flow:
    found = flow_of(made(stages), ATLAS)
    assert isinstance(found, Flow)
    return found


def expected_visits_are_bounded(flow: Flow) -> bool:
    """Whether a walk ends soon enough for a simulation, and for sums of floating numbers to be compared."""
    return all(at.visits < 500 for at in flow.stages)


@some
@given(networks())
def test_nobody_is_lost_and_nobody_is_made(stages: list[Ways]) -> None:
    flow = computed(stages)
    gone = sum(at.leaves + at.ends + at.unknown for at in flow.stages) + flow.endless
    assert gone == pytest.approx(1, abs=1e-6)


@some
@given(networks())
def test_who_comes_into_a_stage_goes_out_of_it(stages: list[Ways]) -> None:
    flow = computed(stages)
    places = {at.stage.id: place for place, at in enumerate(flow.stages)}
    for place, at in enumerate(flow.stages):
        if not isfinite(at.visits):
            continue
        into = 1.0 if at.stage.id == flow.start.id else 0.0
        for source, ways in enumerate(stages):
            share = sum(share for to, share in ways if to == place) / 100
            into += flow.stages[source].visits * share if share else 0.0
        assert into == pytest.approx(at.visits, abs=1e-6)
        onward = sum(share for to, share in stages[place] if to is not None) / 100
        assert at.visits == pytest.approx(at.visits * onward + at.leaves + at.ends + at.unknown, abs=1e-6)
        assert places[at.stage.id] == place


@some
@given(networks())
def test_reach_is_a_share_and_visits_are_no_fewer(stages: list[Ways]) -> None:
    flow = computed(stages)
    for at in flow.stages:
        assert 0 <= at.reach <= 1
        assert at.visits >= at.reach - LEAST
        assert (at.visits == 0) == (at.reach == 0) == (at.returns == 0)
        assert at.reach == 0 or at.returns >= 1 - LEAST
    assert flow.at(flow.start).reach == pytest.approx(1)


@settings(max_examples=12, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(networks(most=8).filter(lambda stages: expected_visits_are_bounded(computed(stages))), st.integers(0, 2**32))
def test_a_simulation_agrees(stages: list[Ways], seed: int) -> None:
    flow = computed(stages)
    start = next(place for place, at in enumerate(flow.stages) if at.stage.id == flow.start.id)
    chance = random.Random(seed)
    seen, squares, reached = [0] * len(stages), [0] * len(stages), [0] * len(stages)
    for _ in range(WALKS):
        visits: dict[int, int] = {}
        at: int | None = start
        while at is not None:
            visits[at] = visits.get(at, 0) + 1
            drawn, onward = chance.random() * 100, None
            for to, share in stages[at]:
                if drawn < share:
                    onward = to
                    break
                drawn -= share
            at = onward
        for place, often in visits.items():
            seen[place] += often
            squares[place] += often * often
            reached[place] += 1
    for place, expected in enumerate(flow.stages):
        mean = seen[place] / WALKS
        # One walk more than was seen keeps the error above nought where all walks were alike.
        error = sqrt(max(0.0, squares[place] / WALKS - mean * mean) / WALKS) + 1 / WALKS
        assert abs(mean - expected.visits) <= SIGMAS * error
        spread = sqrt(expected.reach * (1 - expected.reach) / WALKS) + 1 / WALKS
        assert abs(reached[place] / WALKS - expected.reach) <= SIGMAS * spread


@some
@given(networks(most=6, open_ways=False))
def test_whoever_never_comes_to_an_end_goes_round_for_ever(stages: list[Ways]) -> None:
    """A closed group is told by its visits, which are endless, and no other stage's are."""
    flow = computed(stages)
    round_and_round = {place for place, at in enumerate(flow.stages) if at.visits == inf}
    assert bool(round_and_round) == (flow.endless > 0)
    for place in round_and_round:
        assert flow.stages[place].leaves == flow.stages[place].ends == 0
        assert {to for to, share in stages[place] if share} <= round_and_round


@some
@given(st.integers(2, 50), st.integers(1, 99))
def test_a_long_row_with_one_share_at_each_stage(count: int, share: int) -> None:
    stages: list[Ways] = [[(at + 1, share), (None, 100 - share)] for at in range(count - 1)]
    flow = computed([*stages, []])
    for at, found in enumerate(flow.stages):
        assert found.reach == found.visits == pytest.approx((share / 100) ** at)
    assert flow.stages[-1].ends == pytest.approx((share / 100) ** (count - 1))


def test_fifty_stages_that_all_lead_to_all() -> None:
    """From each stage 98 % go on, evenly to all: every stage is passed as often as every other, but for the start."""
    stages: list[Ways] = [[*((to, 1) for to in range(50)), (None, 50)] for _ in range(50)]
    flow = computed(stages)
    assert sum(at.visits for at in flow.stages) == pytest.approx(2)
    assert flow.stages[0].visits == pytest.approx(1 + 2 / 100)
    assert all(at.visits == pytest.approx(2 / 100) for at in flow.stages[1:])


@some
@given(networks())
def test_the_same_walk_whatever_the_stages_are_called(stages: list[Ways]) -> None:
    """Numbering the stages the other way round changes nothing but their places."""
    count = len(stages)
    moves = [
        {to: sum(share for other, share in ways if other == to) / 100 for to, _ in ways if to is not None}
        for ways in stages
    ]
    turned = [{count - 1 - to: share for to, share in onward.items()} for onward in reversed(moves)]
    there, back = walk(moves, 0), walk(turned, count - 1)
    assert there.reach == pytest.approx(back.reach[::-1], abs=1e-6)
    assert there.endless == pytest.approx(back.endless, abs=1e-6)


@some
@given(networks(), st.data())
def test_a_way_without_its_share_is_missed_and_nothing_is_computed(stages: list[Ways], data: st.DataObject) -> None:
    places = [at for at, ways in enumerate(stages) if len(ways) > 1 and sum(share for _, share in ways[1:]) < 99]
    if not places:
        return
    place = data.draw(st.sampled_from(places))
    journey = made(stages)
    known = flow_of(journey, ATLAS)
    assert isinstance(known, Flow)
    stage = journey.stages[place]
    first = stage.next[0].model_copy(update={"share": None})  # type: ignore[index]
    silent = stage.model_copy(update={"next": (first, *stage.next[1:])})  # type: ignore[index]
    asked = flow_of(journey.model_copy(update={"stages": tuple(silent if s is stage else s for s in journey.stages)}), ATLAS)
    if known.stages[place].reach > 0:
        assert isinstance(asked, Missing)
        assert [gap.stage.id for gap in asked.gaps] == [stage.id]
