"""The stages to scale of time: widths follow what is stated, and what is not stated stays a gap."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_site.documents.durations import SECONDS
from journey_site.site.addresses import Addresses, directory_address
from journey_site.site.pages import Site
from journey_site.site.render import Renderer
from journey_site.site.timescale import EVEN, stride_for, timescale

Make = Callable[..., Site]
DAY = SECONDS["day"]


def map_of(site_of: Make, stages: str, head: str = "", **more: str):  # type: ignore[no-untyped-def]
    return site_of({"journeys/j.yml": f"title: J\n{head}stages:\n{stages}", **more}).pages["journeys/j/index.md"].view()


def printed(site: Site, uri: str = "journeys/j/index.md") -> str:
    renderer = Renderer(site, lambda name: '<svg viewBox="0 0 24 24"><path d="M0 0"/></svg>')
    return renderer.render(site.pages[uri], Addresses(directory_address(uri), directory_address)).html


def test_bands_are_as_wide_as_their_share_of_the_time(site_of: Make) -> None:
    clock = map_of(site_of, "  a: {duration: 1 week}\n  b: {duration: 1-3 weeks, waiting: 7 days}\n").clock
    assert clock.even and clock.sequence
    assert [(band.left, band.width) for band in clock.bands] == [(0, 25), (25, 75)]
    assert [(band.sure, band.waiting) for band in clock.bands] == [(100, 0), (33.33, 33.33)]
    assert [band.said for band in clock.bands] == ["1 week", "1–3 weeks, 7 days of it waiting"]
    assert {"range", "waiting"} <= clock.kinds
    assert clock.note == "Drawn to scale: twice as wide is twice as long."


def test_very_different_times_are_drawn_in_widening_steps_and_it_is_said(site_of: Make) -> None:
    clock = map_of(site_of, "  a: {duration: 20 minutes}\n  b: {duration: 2 weeks}\n  c: {duration: 3 years}\n").clock
    widths = [band.width for band in clock.bands]
    assert not clock.even
    assert widths == sorted(widths) and widths[0] > 5
    assert "each begins at 1 minute" in clock.note and "1 hour, 1 day, 1 week, 1 month, and 1 year" in clock.note


def test_what_is_not_stated_is_a_gap_and_never_a_length(site_of: Make) -> None:
    stages = """  a: {duration: 2 weeks}
  b: {goal: x}
  c: {duration: {from: 1 hour, to: 2 hours, per: meeting}}
  d: {duration: a moment}
  e: {duration: 3+ weeks}
  f: {duration: ongoing}
"""
    clock = map_of(site_of, stages).clock
    assert [band.kind for band in clock.bands] == ["time", "unknown", "each", "moment", "open", "ongoing"]
    _a, b, c, d, e, f = clock.bands
    assert b.width == c.width == f.width == 4 and d.width < 1
    assert b.said == "time unknown" and c.said == "1–2 hours (meeting)" and f.said == "ongoing"
    assert e.sure < 100, "what is open runs on"
    assert sum(band.width for band in clock.bands) == pytest.approx(100, abs=0.1)
    assert next(tick.label for tick in clock.ticks if tick.left > c.left and tick.label).startswith("+"), "an axis begins anew after a gap"


def test_marks_are_told_in_the_plainest_unit(site_of: Make) -> None:
    clock = map_of(site_of, "  a: {duration: 3 days}\n  b: {duration: 2 days}\n").clock
    labels = [tick.label for tick in clock.ticks if tick.label]
    assert "2 days" in labels and "4 days" in labels and "48 hours" not in labels


@pytest.mark.parametrize("stages", ["  a: {duration: 1 week}\n  b: {goal: x}\n", "  a: {goal: x}\n", "  a: {duration: ongoing}\n  b: {duration: a moment}\n"])
def test_there_is_no_clock_where_fewer_than_two_stages_state_a_time(site_of: Make, stages: str) -> None:
    assert map_of(site_of, stages).clock is None


@pytest.mark.parametrize("order", ["network", "none"])
def test_stages_in_no_order_have_bars_from_zero_on_one_scale(site_of: Make, order: str) -> None:
    model = f"net:\n  name: Net\n  order: {order}\n  stages: {{a: {{name: A}}, b: {{name: B}}}}\n"
    site = site_of({"models.yml": model, "journeys/j.yml": "title: J\nmodel: net\nstages:\n  a: {duration: 1 week}\n  b: {duration: 2 weeks}\n"})
    view = site.pages["journeys/j/index.md"].view()
    assert not view.clock.sequence and view.clock.threads == ""
    assert [(band.left, band.width, band.number) for band in view.clock.bands] == [(0, 50, None), (0, 100, None)]
    assert view.clock.note.startswith("The stages follow no order")
    assert view.total_time == "3 weeks, each stage once"
    html = printed(site)
    assert html.count("journey-clock__bar") == 2 and "journey-clock__threads" not in html


def test_the_facts_tell_the_waiting_and_why_a_total_is_unknown(site_of: Make) -> None:
    known = map_of(site_of, "  a: {duration: 2 weeks, waiting: 3 days}\n  b: {duration: 1 week}\n")
    assert (known.total_time, known.total_waiting) == ("3 weeks", "of it at least 3 days waiting")
    unknown = map_of(site_of, "  a: {duration: 2 weeks}\n  offers: {name: Offers, goal: x}\n  talks: {name: Talks}\n")
    assert (unknown.total_time, unknown.total_waiting) == ("unknown: no time is stated for Offers and Talks", "")
    many = map_of(site_of, "  a: {duration: 2 weeks}\n" + "".join(f"  s{at}: {{goal: x}}\n" for at in range(9)))
    assert many.total_time.endswith("and 6 more")
    each = map_of(site_of, "  a: {duration: 2 weeks}\n  m: {name: Meetings, duration: {from: 1 hour, per: meeting}}\n")
    assert each.total_time == "unknown: Meetings says how long each one takes, not how long all of it"
    assert map_of(site_of, "  a: {goal: x}\n").total_time == ""


def test_sheets_show_their_stages_in_their_place_among_all(site_of: Make) -> None:
    view = map_of(site_of, "".join(f"  s{at}: {{duration: {at + 1} days}}\n" for at in range(12)))
    assert [band for sheet in view.sheets for band in sheet.clock.bands] == list(view.clock.bands)
    assert all(tick.label for sheet in view.sheets for tick in sheet.clock.ticks)


def test_the_drawing_is_told_as_an_ordered_list_and_nothing_from_yaml_becomes_markup(site_of: Make) -> None:
    site = site_of(
        {
            "journeys/j.yml": """
                title: J
                stages:
                  a: {name: "<script>alert(1)</script>", duration: 1 week}
                  b: {name: Offers, duration: {from: 2 days, to: 4 days, per: "<b>visit</b>"}}
            """
        }
    )
    html = printed(site)
    listed = re.search(r'<ol class="journey-hidden" aria-label="Time to scale">(.*?)</ol>', html, re.DOTALL)
    assert listed is not None and listed[1].count("<li>") == 2
    assert "Offers: 2–4 days (&lt;b&gt;visit&lt;/b&gt;)" in listed[1]
    assert "<script>alert" not in html and "<b>visit" not in html


LENGTHS = st.lists(st.floats(1, 1e10), min_size=1, max_size=30)


@given(LENGTHS)
def test_a_scale_keeps_order_and_leaves_the_shortest_to_be_seen(lengths: list[float]) -> None:
    scale = timescale(lengths)
    widths = [scale.width(length) for length in sorted(lengths)]
    assert widths == sorted(widths) and widths[0] > 0
    assert (scale.base is None) == (max(lengths) <= EVEN * min(lengths))


@given(st.floats(1, 1e10))
def test_an_even_scale_has_marks_that_can_be_counted(length: float) -> None:
    assert length / stride_for(length).seconds <= 12




def test_labels_that_are_shown_do_not_overlap(site_of: Make) -> None:
    patterns = (["2-6 weeks", "1-3 days", "20 minutes", "4 years"], ["3 weeks", "1-2 weeks"], ["1 month"], ["5-9 days", "3+ weeks", "x", "2 weeks"])
    for count in (2, 3, 6, 12, 20, 50):
        for pattern in patterns:
            said = [pattern[at % len(pattern)] for at in range(count)]
            stages = "".join(f"  s{at}: {{duration: {words}}}\n" if words != "x" else f"  s{at}: {{goal: x}}\n" for at, words in enumerate(said))
            clock = map_of(site_of, stages).clock
            for wide, ticks in ((290, [tick for tick in clock.ticks if tick.narrow]), (count * 148, [tick for tick in clock.ticks if tick.label])):
                boxes = sorted((tick.left * wide / 100 - len(tick.label) * 2.8, tick.left * wide / 100 + len(tick.label) * 2.8) for tick in ticks)
                assert all(end <= begin for (_, end), (begin, _) in pairwise(boxes))
            assert [tick for tick in clock.ticks if tick.narrow], "even a phone shows how long something is"
