"""Where customers go: numbers checked by hand, what is missing told, and nothing guessed."""

from __future__ import annotations

from collections.abc import Callable
from math import inf

import pytest

from journey_site.atlas.chain import inverse, walk
from journey_site.atlas.flow import Flow, Missing, StageFlow, flow_of, states_shares
from journey_site.handbook import Outcome

Write = Callable[..., Outcome]

FUNNEL = """
  need:
    next: [{to: compare, share: 60%}, {exit: Stays, share: 40%, why: Too dear}]
  compare:
    next: [{to: buy, share: 50%}, {to: need, share: 25%}, {exit: Another, share: 25%}]
  buy:
"""
"""Of those in ``need`` 0.6 go on, of whom a quarter come back: 1 / (1 - 0.6 * 0.25) = 1.17647 visits."""


def flow(handbook: Write, stages: str, head: str = "", **files: str) -> Flow | Missing:
    outcome = handbook({"journeys/j.yml": f"title: J\n{head}stages:\n{stages}", **{f"models/{k}.yml": v for k, v in files.items()}})
    assert not outcome.errors, outcome.problems
    return flow_of(outcome.atlas.journeys["j"], outcome.atlas)


def computed(handbook: Write, stages: str, head: str = "", **files: str) -> Flow:
    found = flow(handbook, stages, head, **files)
    assert isinstance(found, Flow), found
    return found


def by_id(found: Flow) -> dict[str, StageFlow]:
    return {at.stage.id: at for at in found.stages}


def gaps(handbook: Write, stages: str, head: str = "", **files: str) -> list[tuple[str, str, list[str | None]]]:
    found = flow(handbook, stages, head, **files)
    assert isinstance(found, Missing), found
    return [(gap.stage.id, gap.reason, [way.to for way in gap.without]) for gap in found.gaps]


def test_a_funnel_with_a_way_back(handbook: Write) -> None:
    found = computed(handbook, FUNNEL)
    at = by_id(found)
    visits = 1 / (1 - 0.6 * 0.25)
    assert at["need"].visits == pytest.approx(visits)
    assert at["compare"].visits == pytest.approx(0.6 * visits)
    assert at["compare"].reach == pytest.approx(0.6)
    assert at["compare"].returns == pytest.approx(visits)
    assert at["buy"].visits == at["buy"].reach == pytest.approx(0.3 * visits)
    assert [(leaving.way.why.values["en"], leaving.share) for leaving in at["need"].exits if leaving.way.why] == [
        ("Too dear", pytest.approx(0.4 * visits))
    ]
    assert at["compare"].leaves == pytest.approx(0.15 * visits)
    assert at["buy"].ends == pytest.approx(0.3 * visits)
    assert found.unknown == found.endless == 0
    assert found.start.id == "need" and found.ordered


def test_a_single_way_without_a_share_is_everybodys(handbook: Write) -> None:
    at = by_id(computed(handbook, "  a: {next: [{to: c}]}\n  b:\n  c: {next: [{exit: Done}]}\n"))
    assert (at["a"].reach, at["b"].reach, at["c"].reach, at["c"].leaves) == (1, 0, 1, 1)
    assert at["b"].visits == at["b"].returns == 0


def test_below_100_the_rest_is_unknown_and_the_others_are_least_values(handbook: Write) -> None:
    found = computed(handbook, "  a: {next: [{to: b, share: 50%}, {exit: X, share: 30%}]}\n  b: {next: [{to: a, share: 10%}]}\n")
    at = by_id(found)
    visits = 1 / (1 - 0.05)
    assert at["a"].unknown == pytest.approx(0.2 * visits)
    assert at["b"].unknown == pytest.approx(0.45 * visits)
    assert found.unknown + at["a"].leaves == pytest.approx(1)


def test_rounded_shares_mean_all(handbook: Write) -> None:
    third = "share: 33.3%"
    found = computed(handbook, f"  a: {{next: [{{to: b, {third}}}, {{exit: X, {third}}}, {{exit: Y, {third}}}]}}\n  b:\n")
    assert found.unknown == 0
    assert by_id(found)["b"].reach == pytest.approx(1 / 3)


def test_what_is_missing_is_named_and_nothing_is_computed(handbook: Write) -> None:
    assert gaps(handbook, "  a: {next: [b, {exit: X}]}\n  b: {next: [c, {exit: Y, share: 20%}]}\n  c:\n") == [
        ("a", "no-shares", ["b", None]),
        ("b", "some-shares", ["c"]),
    ]


def test_what_nobody_comes_to_is_not_missed(handbook: Write) -> None:
    found = computed(handbook, "  a: {next: [{to: c, share: 70%}, {to: b, share: 0%}]}\n  b: {next: [a, c]}\n  c:\n")
    assert by_id(found)["c"].reach == pytest.approx(0.7)


def test_a_way_beside_all_the_others_is_nobodys(handbook: Write) -> None:
    at = by_id(computed(handbook, "  a: {next: [{to: b, share: 100%}, {exit: X}]}\n  b:\n"))
    assert at["b"].reach == 1 and at["a"].exits == ()


def test_more_than_everybody_is_not_computed_with(handbook: Write) -> None:
    outcome = handbook({"journeys/j.yml": "title: J\nstages:\n  a: {next: [{to: b, share: 80%}, {exit: X, share: 40%}]}\n  b:\n"})
    found = flow_of(outcome.atlas.journeys["j"], outcome.atlas)
    assert isinstance(found, Missing) and [gap.reason for gap in found.gaps] == ["above-100"]


def test_a_network_begins_where_no_way_leads_to(handbook: Write) -> None:
    net = "name: N\norder: network\nstages: {a: A, b: B, c: C, d: D, e: E}\n"
    stages = "  a: {next: [{to: c, share: 50%}, {exit: X, share: 50%}]}\n  b: {next: [{to: a, share: 100%}]}\n"
    stages += "  c: {next: []}\n  d: {next: [{to: c}]}\n"
    found = computed(handbook, stages, "model: net\n", net=net)
    assert (found.start.id, [stage.id for stage in found.other_starts], found.ordered) == ("b", ["d"], False)
    assert by_id(found)["c"].ends == pytest.approx(0.5)
    assert by_id(found)["e"].reach == 0


def test_a_network_without_such_a_stage_begins_in_its_first(handbook: Write) -> None:
    net = "name: N\norder: network\nstages: {a: A, b: B}\n"
    found = computed(handbook, "  a: {next: [{to: b, share: 50%}]}\n  b: {next: [a]}\n", "model: net\n", net=net)
    assert found.start.id == "a" and found.other_starts == ()


def test_in_a_network_a_stage_that_says_nothing_is_missing(handbook: Write) -> None:
    net = "name: N\norder: network\nstages: {a: A, b: B}\n"
    assert gaps(handbook, "  a: {next: [{to: b, share: 50%}]}\n", "model: net\n", net=net) == [("b", "no-ways", [])]


def test_a_ring_that_nobody_leaves_never_ends(handbook: Write) -> None:
    ring = "name: R\norder: cyclic\nstages: {a: A, b: B, c: C}\n"
    found = computed(handbook, "  a: {duration: 1 day, waiting: 2 hours}\n  b: {duration: 1 day}\n  c: {duration: 1 day}\n", "model: ring\n", ring=ring)
    assert [at.reach for at in found.stages] == [1, 1, 1]
    assert {at.visits for at in found.stages} == {at.returns for at in found.stages} == {inf}
    assert found.endless == 1 and found.unknown == 0
    assert found.time.total is None and found.time.waiting is None


def test_a_ring_that_some_come_into(handbook: Write) -> None:
    stages = "  a: {next: [{to: b, share: 30%}, {to: d, share: 70%}]}\n  b: {next: [{to: c}]}\n  c: {next: [{to: b}]}\n  d:\n"
    found = computed(handbook, stages)
    at = by_id(found)
    assert (at["b"].reach, at["c"].reach, at["d"].ends) == (pytest.approx(0.3), pytest.approx(0.3), pytest.approx(0.7))
    assert at["b"].visits == inf and at["a"].visits == 1
    assert found.endless == pytest.approx(0.3)


def test_staying_is_a_visit_more(handbook: Write) -> None:
    at = by_id(computed(handbook, "  a: {next: [{to: a, share: 75%}, {to: b, share: 25%}]}\n  b:\n"))
    assert at["a"].visits == pytest.approx(4) and at["b"].reach == pytest.approx(1)


def test_paths_are_told_apart(handbook: Write) -> None:
    plain = computed(handbook, FUNNEL)
    named = computed(handbook, FUNNEL, "paths: {quick: {share: 90%, stages: [need, buy]}}\n")
    assert [at.reach for at in plain.stages] == [at.reach for at in named.stages]


def test_nobody_has_begun_to_count(handbook: Write) -> None:
    outcome = handbook({"journeys/j.yml": "title: J\nstages:\n  a: {next: [b, {exit: X}]}\n  b:\n"})
    assert not states_shares(outcome.atlas.journeys["j"], outcome.atlas)


# Time


def seconds(found: Flow) -> tuple[float, float | None]:
    assert found.time.total is not None
    return found.time.total.seconds


DAY = 86_400


def test_time_is_what_each_stage_takes_as_often_as_it_is_passed(handbook: Write) -> None:
    stages = "  a: {duration: 10-20 days, waiting: 2 days, next: [{to: b, share: 50%}, {exit: X, share: 50%}]}\n  b: {duration: 8 days}\n"
    found = computed(handbook, stages)
    assert seconds(found) == (14 * DAY, 24 * DAY)
    assert found.time.waiting is not None and found.time.waiting.seconds == (2 * DAY, 2 * DAY)
    assert [stage.id for stage in found.time.waited_in] == ["a"]


def test_a_stage_without_time_or_with_one_per_piece_is_missing(handbook: Write) -> None:
    stages = "  a: {duration: 1 day, waiting: 3 days, next: [{to: b, share: 50%}, {exit: X, share: 50%}]}\n  b:\n"
    stages += "  c: {duration: {from: 1 hour, to: 2 hours, per: visit}}\n"
    found = computed(handbook, stages)
    assert found.time.total is None
    assert [stage.id for stage in found.time.missing] == ["b", "c"]
    assert found.time.waiting is not None


def test_time_nobody_comes_to_is_not_missing(handbook: Write) -> None:
    found = computed(handbook, "  a: {duration: 3 days, next: [{to: c, share: 100%}]}\n  b:\n  c: {duration: 4 days}\n")
    assert seconds(found) == (7 * DAY, 7 * DAY)


def test_an_open_end_stays_open_and_what_comes_after_is_left_out(handbook: Write) -> None:
    found = computed(handbook, "  a: {duration: 12+ months, next: [{to: b, share: 90%}]}\n  b: {duration: ongoing}\n")
    assert found.time.total is not None and found.time.total.high is None
    assert [stage.id for stage in found.time.left_out] == ["b"]


def test_what_may_be_skipped_is_counted_and_said(handbook: Write) -> None:
    stages = "  a: {duration: 4 days, next: [{to: b, share: 100%}]}\n  b: {duration: 4 days, optional: true}\n  c: {duration: 4 days}\n"
    found = computed(handbook, stages)
    assert [stage.id for stage in found.counted] == ["b"]
    assert seconds(found) == (8 * DAY, 12 * DAY)


def test_a_stated_way_past_it_says_how_many_skip_a_stage(handbook: Write) -> None:
    stages = "  a: {duration: 4 days, next: [{to: b, share: 50%}, {to: c, share: 50%}]}\n  b: {duration: 4 days, optional: true}\n  c: {duration: 4 days}\n"
    found = computed(handbook, stages)
    assert found.counted == ()
    assert seconds(found) == (10 * DAY, 10 * DAY)


def test_stages_at_the_same_time_take_between_the_longest_and_all(handbook: Write) -> None:
    stages = "  a: {duration: 4 days, parallel: [b], next: [{to: b, share: 100%}]}\n  b: {duration: 6 days}\n"
    found = computed(handbook, stages)
    assert [stage.id for stage in found.side_by_side] == ["a"]
    assert seconds(found) == (6 * DAY, 10 * DAY)


# The mathematics


def test_a_matrix_without_inverse_is_refused() -> None:
    with pytest.raises(ValueError, match="no inverse"):
        inverse([[1, 2], [2, 4]])


def test_pivots_are_looked_for() -> None:
    assert inverse([[0, 2], [4, 0]]) == [[0, 0.25], [0.5, 0]]


def test_more_than_everything_is_no_chain() -> None:
    with pytest.raises(ValueError, match="more than 1"):
        walk([{0: 0.7, 1: 0.7}, {}], 0)
