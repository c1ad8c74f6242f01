"""Journeys that open each other in a circle are refused, with the whole circle named."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from journey_site.atlas.circles import journey_circles
from journey_site.documents.actors import SubJourney
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.values import Ref
from journey_site.handbook import Outcome
from journey_site.problems import Span

Write = Callable[..., Outcome]


def journeys(opens: dict[str, list[str]]) -> dict[str, Journey]:
    """Journeys of one stage each, which open others; the place of each reference is its own."""
    made = {}
    for line, (identity, opened) in enumerate(opens.items(), 1):
        subs = tuple(
            SubJourney.made({"journey": Ref(each, "journeys", Span("j.yml", line, column))})
            for column, each in enumerate(opened, 1)
        )
        made[identity] = Journey.made({"id": identity, "stages": (Stage.made({"id": "s", "journey": subs}),)})
    return made


def has_circle(opens: dict[str, list[str]]) -> bool:
    """Whether taking away what nothing opens, again and again, leaves something."""
    left = {identity: {each for each in opened if each in opens} for identity, opened in opens.items()}
    while ends := {identity for identity, opened in left.items() if not opened}:
        left = {identity: opened - ends for identity, opened in left.items() if identity not in ends}
    return bool(left)


NAMES = [f"j{n}" for n in range(7)]


@given(st.dictionaries(st.sampled_from(NAMES), st.lists(st.sampled_from([*NAMES, "nowhere"]), max_size=4)))
def test_a_circle_is_told_where_there_is_one_and_mending_what_is_told_leaves_none(opens: dict[str, list[str]]) -> None:
    told = list(journey_circles(journeys(opens)))
    assert bool(told) == has_circle(opens)
    assert len({problem.span for problem in told}) == len(told)
    lines = list(opens)
    mended = {
        identity: [each for column, each in enumerate(opened, 1) if Span("j.yml", lines.index(identity) + 1, column) not in
                   {problem.span for problem in told}]
        for identity, opened in opens.items()
    }  # fmt: skip
    assert not has_circle(mended)


def test_the_places_of_the_whole_circle_are_told(handbook: Write) -> None:
    files = {
        "journeys/a.yml": "title: A\nstages:\n  need: {journey: b}\n",
        "journeys/b.yml": "title: B\nstages:\n  visit:\n    journey: {journey: a, when: it rains}\n",
    }
    (problem,) = handbook(files).problems
    assert str(problem) == (
        "journeys/b.yml:4:24: these journeys open each other in a circle: a (stage need) → b (stage visit) → a "
        "(leave out the line journey: in one of these stages)"
    )
    assert [(str(place.span), place.message) for place in problem.related] == [("journeys/a.yml:3:19", "a opens b here")]


def test_thousands_in_one_circle_are_walked_once_and_told_in_one_sentence() -> None:
    count = 20_000
    ring = {f"j{n}": [f"j{(n + 1) % count}", f"j{(n + 2) % count}"] for n in range(count)}
    told = list(journey_circles(journeys(ring)))
    assert [len(problem.message) < 250 for problem in told] == [True] * len(told)
    assert "j0 (stage s) → j1 (stage s)" in told[0].message
    assert "19993 more" in told[0].message
    assert len(told[0].related) == 50
