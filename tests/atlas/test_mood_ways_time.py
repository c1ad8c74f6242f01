"""What is computed from a journey: its worst moment, its ways, its length; nothing is guessed."""

from __future__ import annotations

from collections.abc import Callable

from journey_site.atlas.mood import lowest_in, moments, worst_moment
from journey_site.atlas.time import total_time
from journey_site.atlas.ways import order_of, unknown_share, ways_out
from journey_site.handbook import Outcome

Write = Callable[..., Outcome]


def journey(handbook: Write, stages: str, head: str = ""):  # type: ignore[no-untyped-def]
    outcome = handbook({"journeys/j.yml": f"title: J\n{head}stages:\n{stages}"})
    assert not outcome.errors, outcome.problems
    return outcome.atlas, outcome.atlas.journeys["j"]


def test_unknown_emotion_is_a_gap_and_never_neutral(handbook: Write) -> None:
    _, made = journey(handbook, "  a: {emotion: -1}\n  b: {goal: x}\n  c: {emotion: 0}\n  d: {emotion: null}\n")
    assert [(moment.stage.id, moment.value) for moment in moments(made)] == [("a", -1), ("c", 0)]
    worst = worst_moment(made)
    assert worst is not None and worst.stage.id == "a"


def test_steps_stand_in_for_a_stage_without_emotion(handbook: Write) -> None:
    _, made = journey(handbook, "  a:\n    steps:\n      x: {emotion: 1}\n      y: {emotion: -2}\n  b: {emotion: -1}\n")
    assert [moment.value for moment in moments(made)] == [1, -2, -1]
    worst = worst_moment(made)
    assert worst is not None and worst.step is not None and worst.step.id == "y"
    assert [lowest_in(made, stage) for stage in made.stages] == [-2, -1]


def test_nothing_known_has_no_worst_moment(handbook: Write) -> None:
    _, made = journey(handbook, "  a:\n  b:\n")
    assert worst_moment(made) is None


def test_the_worst_moment_of_a_buying_group_is_anybodys(handbook: Write) -> None:
    outcome = handbook(
        {
            "personas.yml": "anna: {name: Anna}\nbo: {name: Bo}\n",
            "journeys/j.yml": "title: J\nactors: [anna, bo]\nstages:\n  a: {emotion: {anna: 2, bo: -2}}\n  b: {emotion: -1}\n",
        }
    )
    worst = worst_moment(outcome.atlas.journeys["j"])
    assert worst is not None and (worst.stage.id, worst.value) == ("a", -2)


def test_ways_follow_the_order_where_nothing_is_said(handbook: Write) -> None:
    atlas, made = journey(handbook, "  a:\n  b: {next: []}\n  c: {next: [a, {exit: Leaves, share: 40%}]}\n")
    a, b, c = made.stages
    assert [way.to for way in ways_out(made, a, atlas)] == ["b"]
    assert ways_out(made, b, atlas) == ()
    assert [way.to for way in ways_out(made, c, atlas)] == ["a", None]
    assert unknown_share(ways_out(made, c, atlas)) == 0.6
    assert unknown_share(ways_out(made, a, atlas)) is None


def test_a_network_has_no_ways_but_those_written(handbook: Write) -> None:
    atlas, made = journey(handbook, "  trigger: {goal: x}\n", "model: hankins-hexagon\n")
    assert order_of(made, atlas) == "network"
    assert all(ways_out(made, stage, atlas) == () for stage in made.stages)


def test_a_cycle_closes(handbook: Write) -> None:
    outcome = handbook(
        {
            "models/ring.yml": "name: Ring\norder: cyclic\nstages: {one: One, two: Two}\n",
            "journeys/j.yml": "title: J\nmodel: ring\nstages: {one: {goal: x}}\n",
        }
    )
    made = outcome.atlas.journeys["j"]
    assert [way.to for way in ways_out(made, made.stages[1], outcome.atlas)] == ["one"]


def test_total_time_adds_up_only_when_all_is_known(handbook: Write) -> None:
    _, known = journey(handbook, "  a: {duration: 1-2 weeks}\n  b: {duration: 3 days, optional: true}\n  c: {duration: ongoing}\n")
    total = total_time(known)
    assert total is not None and total.low is not None and total.high is not None
    assert total.low.seconds == 7 * 86_400
    assert (total.high.number, total.high.unit) == (17, "day")


def test_total_time_is_unknown_when_a_stage_says_nothing(handbook: Write) -> None:
    _, made = journey(handbook, "  a: {duration: 1 week}\n  b: {goal: x}\n")
    assert total_time(made) is None
