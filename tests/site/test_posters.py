"""How a map is printed: on one sheet where that can be read, and on several where it cannot."""

from __future__ import annotations

from collections.abc import Callable

from journey_site.site.pages import Site
from journey_site.site.views.map.journey import JourneyView, journey_view
from journey_site.site.views.map.paper import READABLE

Make = Callable[..., Site]
HANDBOOK = "title: T\nlanes: [goal, divider: Theirs, thoughts, pains, divider: Ours, activities]\n"


def poster(site_of: Make, words: int) -> JourneyView:
    """The page of a journey whose stages say as much as ``words`` entries each."""
    said = ", ".join(f"The customer waits for an answer to question number {each}" for each in range(words))
    stages = "".join(f"  s{at}:\n    name: Stage {at}\n    goal: Know\n    thoughts: [{said}]\n    activities: [{said}]\n" for at in range(5))
    site = site_of({"handbook.yml": HANDBOOK, "journeys/j.yml": f"title: J\nstages:\n{stages}"})
    return journey_view(site.atlas.journeys["j"], site.voice)


def test_a_small_map_stands_on_one_sheet_with_what_follows(site_of: Make) -> None:
    view = poster(site_of, 2)
    assert (view.size, view.several, view.apart, view.cut) == (1, False, False, 0)
    assert view.whole >= READABLE


def test_a_full_map_goes_on_where_a_group_of_lanes_begins(site_of: Make) -> None:
    view = poster(site_of, 28)
    assert view.several
    assert view.size >= READABLE > view.whole > 0
    assert view.rows[view.cut].divider


def test_a_map_too_full_for_two_sheets_runs_on_and_stays_readable(site_of: Make) -> None:
    view = poster(site_of, 90)
    assert (view.size, view.several, view.cut) == (READABLE, True, 0)
