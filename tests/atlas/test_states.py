"""Which journeys are two states of one, which comes first, and at whose address they are compared."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from journey_site.atlas.states import state_pairs
from journey_site.handbook import Outcome

Write = Callable[..., Outcome]


def pairs(handbook: Write, **journeys: str) -> list[tuple[str, str, str]]:
    files = {f"journeys/{name}.yml": f"title: {name}\n{said}\nstages: {{a: {{goal: g}}}}\n" for name, said in journeys.items()}
    outcome = handbook(files)
    assert not outcome.errors, [str(problem) for problem in outcome.problems]
    return [(pair.before.id, pair.after.id, pair.at) for pair in state_pairs(outcome.atlas)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("current", "future"), ("planned", "actual"), ("actual", "future"), ("current", "planned")],
)
def test_the_earlier_state_comes_first_whoever_names_the_other(handbook: Write, one: str, other: str) -> None:
    assert pairs(handbook, x=f"state: {other}\ncompare_with: y", y=f"state: {one}\ncompare_with: x") == [("y", "x", "y")]
    assert pairs(handbook, x=f"state: {one}\ncompare_with: y", y=f"state: {other}") == [("x", "y", "x")]


def test_one_that_is_named_comes_first_where_no_state_tells(handbook: Write) -> None:
    assert pairs(handbook, x="compare_with: y", y="order: 1") == [("y", "x", "y")]
    assert pairs(handbook, x="state: future\ncompare_with: y", y="order: 1") == [("y", "x", "y")]
    assert pairs(handbook, x="compare_with: y", y="compare_with: x") == [("x", "y", "x")]


def test_several_that_name_one_have_an_address_each(handbook: Write) -> None:
    found = pairs(
        handbook, now="state: current", a="state: future\ncompare_with: now", b="state: future\ncompare_with: now"
    )
    assert found == [("now", "a", "now"), ("now", "b", "b")]


def test_the_one_that_is_named_keeps_its_address_for_its_own_pair(handbook: Write) -> None:
    found = pairs(
        handbook,
        a="state: future\ncompare_with: now",
        now="state: current\ncompare_with: z",
        z="state: future",
    )
    assert sorted(found) == [("now", "a", "a"), ("now", "z", "now")]


def test_a_journey_is_no_state_of_itself(handbook: Write) -> None:
    assert pairs(handbook, x="compare_with: x") == []
