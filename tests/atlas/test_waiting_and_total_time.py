"""How long a journey takes and how much of it is waiting: what nobody states is neither guessed nor taken for nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from journey_site.atlas.time import span_of, timeless_stages, total_time, total_waiting
from journey_site.handbook import Outcome
from journey_site.site.language import Language

Write = Callable[..., Outcome]


def journey(handbook: Write, stages: str):  # type: ignore[no-untyped-def]
    outcome = handbook({"journeys/j.yml": f"title: J\nstages:\n{stages}"})
    assert not outcome.errors, outcome.problems
    return outcome.atlas.journeys["j"]


def told(waiting) -> tuple[str, bool] | None:  # type: ignore[no-untyped-def]
    return (Language("en").duration(waiting.time), waiting.whole) if waiting else None


@pytest.mark.parametrize(
    ("stages", "expected"),
    [
        ("  a: {waiting: 11 days}\n  b: {waiting: 23 days}\n", ("34 days", True)),
        ("  a: {waiting: 11 days}\n  b: {duration: 1 week}\n", ("11 days", False)),
        ("  a: {waiting: 2-3 days}\n  b: {goal: x}\n", ("2 days", False)),
        ("  a: {waiting: 2-3 days}\n  b: {waiting: 1 day}\n", ("3–4 days", True)),
        ("  a: {waiting: 2 days, optional: true}\n  b: {waiting: 1 day}\n", ("1–3 days", True)),
        ("  a: {waiting: 2 hours}\n  b: {waiting: 34 days}\n", ("4–5 weeks", True)),
        ("  a: {waiting: <2 days}\n", ("up to 2 days", True)),
        ("  a: {waiting: 2+ days}\n", ("2 days or more", True)),
        ("  a: {waiting: 1 day}\n  b: {duration: ongoing}\n", ("1 day", True)),
        ("  a: {duration: 1 week}\n", None),
    ],
)
def test_waiting_is_summed_and_said_to_be_at_least_that_where_a_stage_is_silent(
    handbook: Write, stages: str, expected: tuple[str, bool] | None
) -> None:
    assert told(total_waiting(journey(handbook, stages))) == expected


def test_the_waiting_of_steps_stands_in_for_a_stage_that_states_none(handbook: Write) -> None:
    all_told = "  a:\n    steps:\n      x: {waiting: 1 day}\n      y: {waiting: 2 days}\n"
    assert told(total_waiting(journey(handbook, all_told))) == ("3 days", True)
    some = "  a:\n    steps:\n      x: {waiting: 1 day}\n      y: {goal: z}\n"
    assert told(total_waiting(journey(handbook, some))) == ("1 day", False)


def test_waiting_that_does_not_fit_into_the_time_comes_on_top(handbook: Write) -> None:
    made = journey(handbook, "  a: {duration: 10-30 minutes, waiting: 3 days}\n  b: {duration: 4-6 days, waiting: 5 days}\n")
    on_top, within = (span_of(stage) for stage in made.stages)
    assert on_top is not None and (on_top.low, on_top.high) == (600 + 3 * 86_400, 1_800 + 3 * 86_400)
    assert within is not None and (within.low, within.high, within.waiting) == (4 * 86_400, 6 * 86_400, 5 * 86_400)
    total = total_time(made)
    assert total is not None and Language("en").duration(total) == "7–9 days"


def test_which_stages_leave_the_total_unknown(handbook: Write) -> None:
    made = journey(handbook, "  a: {duration: 1 week}\n  b: {goal: x}\n  c: {duration: {from: 1 hour, to: 2 hours, per: visit}}\n  d: {duration: ongoing}\n")
    assert [stage.id for stage in timeless_stages(made)] == ["b", "c"]
    assert total_time(made) is None


def test_seconds_stay_seconds(handbook: Write) -> None:
    total = total_time(journey(handbook, "  a: {duration: 10-20 seconds}\n  b: {duration: 5-20 seconds}\n"))
    assert total is not None and Language("en").duration(total) == "15–40 seconds"
