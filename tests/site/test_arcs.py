"""Arcs over the heads of a map: none lies on another, and each says what the journey says."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_site.site.addresses import Addresses, directory_address
from journey_site.site.arcs import lay_out
from journey_site.site.pages import Site
from journey_site.site.render import Renderer
from journey_site.site.views.map.arcs import ArcsView, arcs_part, arcs_view

WAYS = st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19)), max_size=30)


@given(WAYS)
def test_arcs_keep_apart(ways: list[tuple[int, int]]) -> None:
    arcs = lay_out(ways)
    for (start, end), arc in zip(ways, arcs, strict=True):
        assert start < arc.start < start + 1
        assert end < arc.end < end + 1
    for one, other in combinations(arcs, 2):
        assert len({one.start, one.end, other.start, other.end}) == 4
        if one.level == other.level:
            assert one.right < other.left or other.right < one.left
        if one.left < other.left and other.right < one.right:
            assert other.level < one.level


def test_wide_arcs_stand_outside_narrow_ones() -> None:
    wide, narrow = lay_out([(3, 0), (3, 2)])
    assert wide.start > narrow.start
    assert (wide.level, narrow.level) == (2, 1)


def test_an_arc_from_a_stage_to_itself_is_an_arc() -> None:
    [again] = lay_out([(1, 1)])
    assert again.start < 1.5 < again.end


JOURNEY = """\
    title: Buys
    stages:
      need:
        next: [{to: look, share: 60%}, {exit: Stays away, share: 25%}, {exit: Forgets, share: 15%}]
      look:
        next: [{to: need, share: 18%, why: A new need}, {to: look, share: 10%}, {to: buy, share: 30%, why: Knows it all}, choose]
      choose: {parallel: [buy]}
      buy: {next: [{exit: Leaves}]}
      use:
"""


def view_of(site: Site) -> ArcsView:
    found = arcs_view(next(iter(site.atlas.journeys.values())), site.voice)
    assert found is not None
    return found


def test_ways_that_are_not_on_are_drawn(site_of: Callable[..., Site]) -> None:
    view = view_of(site_of({"journeys/buys.yml": JOURNEY}))
    assert [(arc.kind, arc.share) for arc in view.arcs] == [("back", "18%"), ("again", "10%"), ("skip", "30%")]
    assert view.levels == max(arc.level for arc in view.arcs)
    assert view.arcs[0].weight < view.arcs[2].weight


def test_a_reason_stands_over_an_arc_where_it_fits(site_of: Callable[..., Site]) -> None:
    long = "because the neighbour's cousin has said so twice"
    journey = f"title: Buys\nstages:\n  need:\n  look: {{next: [buy, {{to: need, why: A need}}]}}\n  buy: {{next: [use, {{to: look, why: {long}}}]}}\n  use:\n"
    short, cut = view_of(site_of({"journeys/buys.yml": journey})).arcs
    assert short.why is not None
    assert cut.why is None


def test_those_who_leave_are_added_up(site_of: Callable[..., Site]) -> None:
    view = view_of(site_of({"journeys/buys.yml": JOURNEY}))
    assert [(leaving.left, leaving.share) for leaving in view.exits] == [(20, "40%"), (80, "")]


def test_stages_at_the_same_time_are_joined(site_of: Callable[..., Site]) -> None:
    [joined] = view_of(site_of({"journeys/buys.yml": JOURNEY})).beside
    assert (joined.left, joined.width, joined.words) == (40, 40, "at the same time")


def test_the_lane_tells_every_way(site_of: Callable[..., Site]) -> None:
    leaving = view_of(site_of({"journeys/buys.yml": JOURNEY})).leaving
    assert [[way.kind for way in at.ways] for at in leaving] == [["on", "exit", "exit"], ["back", "again", "skip", "on"], [], ["exit"], []]
    assert leaving[1].unknown == "42%"


def test_a_plain_row_says_nothing_more(site_of: Callable[..., Site]) -> None:
    site = site_of({"journeys/buys.yml": "title: Buys\nstages: {need: , look: , buy: }\n"})
    assert arcs_view(site.atlas.journeys["buys"], site.voice) is None


def test_without_an_order_no_arc_is_drawn_and_every_way_is_told(site_of: Callable[..., Site]) -> None:
    journey = "title: Any day\nmodel: hankins-hexagon\nstages:\n  no-need: {next: [trigger]}\n  trigger:\n"
    view = view_of(site_of({"journeys/day.yml": journey}))
    assert view.arcs == view.exits == ()
    assert [len(at.ways) for at in view.leaving] == [1, 0, 0, 0, 0, 0]


def test_a_printed_sheet_shows_where_an_arc_goes_on(site_of: Callable[..., Site]) -> None:
    view = view_of(site_of({"journeys/buys.yml": JOURNEY}))
    first, last = arcs_part(view, 0, 2), arcs_part(view, 2, 5)
    assert [(arc.kind, arc.cut) for arc in first.arcs] == [("back", ""), ("again", ""), ("skip", "end")]
    assert [(arc.kind, arc.cut, arc.left) for arc in last.arcs] == [("skip", "start", 0)]
    assert [leaving.left for leaving in first.exits] == [50]
    assert len(first.leaving) == 2
    assert len(last.leaving) == 3
    assert all(0 <= arc.left <= arc.left + arc.width <= 100.001 for part in (first, last) for arc in part.arcs)


@pytest.mark.parametrize(
    ("lanes", "before"),
    [
        ("[goal, divider: First, thoughts, emotion, pains, divider: Then, owner]", "Then"),
        ("[goal, divider: First, thoughts, divider: Then, pains, emotion]", ""),
        ("[goal, divider: First, thoughts, divider: Then, pains]", "First"),
        ("[goal, thoughts, emotion, pains]", ""),
    ],
)
def test_the_lane_follows_what_they_live_through(site_of: Callable[..., Site], lanes: str, before: str) -> None:
    stages = "{a: {goal: G, emotion: 1, thoughts: [T], pains: [P], owner: {name: O}, next: [b, {exit: Away, share: 10%}]}, b: {emotion: -1}}"
    site = site_of({"journeys/j.yml": f"title: J\nlanes: {lanes}\nstages: {stages}\n"})
    uri = "journeys/j/index.md"
    html = Renderer(site, lambda _: "").render(site.pages[uri], Addresses(directory_address(uri), directory_address)).html
    rest = html.partition("journey-lane--ways")[2].partition("</tbody>")
    following = rest[2].partition("</tr>")[0]
    assert ("journey-divider" in following and before in following) if before else not rest[2].lstrip().startswith("<tbody>")
    assert "journey-lane--" not in rest[0], "it is the last of its part"
