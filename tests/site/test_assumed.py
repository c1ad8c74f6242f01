"""How sure the handbook is of what it says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_site.site.navigation import top_level
from journey_site.site.pages import Site
from journey_site.site.views.lists.lists import list_view
from journey_site.site.views.lists.things import thing_view
from journey_site.site.views.map.journey import journey_view
from journey_site.site.views.overview import assumed
from journey_site.site.views.overview.assumed import assumed_view

SURE = "title: Sure\nstages: {a: {thoughts: [{text: Yes, confidence: measured}]}}\n"
GUESS = """\
title: Guess
expectations: [{text: All is well, confidence: assumed}]
stages:
  a:
    thoughts: [{text: Perhaps, confidence: assumed}, {text: So it is, confidence: observed}]
    steps: [{id: s, name: S, pains: [{text: It hurts, confidence: assumed}]}]
  b: {pains: [Slow], opportunities: [{text: Better, confidence: assumed}]}
"""


def test_the_journey_that_assumes_most_stands_first_with_its_claims(site_of: Callable[..., Site]) -> None:
    site = site_of({"journeys/sure.yml": SURE, "journeys/guess.yml": GUESS})
    view = assumed_view(site.voice)
    assert [journey.id for journey in view.journeys] == ["guess", "sure"]
    guess, sure = view.journeys
    assert guess.share.words == "60% assumed, 20% observed, 20% not stated"
    assert [(claim.lane, claim.place.link.uri, claim.place.link.anchor) for claim in guess.assumed.claims] == [
        ("Expects", "journeys/guess/index.md", ""),
        ("Thinks", "journeys/guess/a.md", "thoughts"),
        ("Pains", "journeys/guess/a.md", "step-s"),
    ]
    assert (sure.share.words, sure.assumed.claims, sure.assumed.title) == ("100% measured", (), "")
    assert "assumed/index.md" in [item.uri for item in top_level(site.voice)[-1].children]
    assert view.verdict == (
        "50% of the 6 things said about customers are only assumed: nobody has checked them. Of 16% nobody says how sure it is."
    )


def test_links_lead_to_places_that_are_there(site_of: Callable[..., Site]) -> None:
    site = site_of({"journeys/guess.yml": GUESS, "evidence.yml": "talks: {title: Talks}\n"})
    assert list_view("evidence", site.voice).beside is not None
    sure = journey_view(site.atlas.journeys["guess"], site.voice).sure
    assert sure is not None
    assert sure.shares == (("assumed", "assumed", "60%"), ("observed", "observed", "20%"), ("measured", "measured", "0%"))
    assert (sure.rest.words, sure.rest.link.uri, sure.rest.link.anchor) == ("20% not stated", "assumed/index.md", "guess")


def test_there_is_no_page_where_nothing_is_assumed(site_of: Callable[..., Site]) -> None:
    site = site_of({"journeys/sure.yml": SURE, "evidence.yml": "assumed: {title: A source of that name}\n"})
    assert "assumed/index.md" not in site.pages
    assert "evidence/assumed.md" in site.pages
    assert list_view("evidence", site.voice).beside is None
    sure = journey_view(site.atlas.journeys["sure"], site.voice).sure
    assert sure is not None
    assert not sure.rest.link


def test_a_map_without_marks_has_no_legend(site_of: Callable[..., Site]) -> None:
    site = site_of({"journeys/one.yml": "title: One\nstages: {a: {thoughts: [Hm]}}\n"})
    assert journey_view(site.atlas.journeys["one"], site.voice).sure is None


def test_of_thousands_the_first_are_listed_and_the_others_counted(
    site_of: Callable[..., Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assumed, "CLAIMED", 2)
    monkeypatch.setattr(assumed, "LONGEST", 2)
    site = site_of({f"journeys/{name}.yml": GUESS for name in ("one", "two", "three")})
    view = assumed_view(site.voice)
    assert [(len(journey.assumed.claims), journey.assumed.more) for journey in view.journeys] == [
        (2, "and 1 more, on the pages of its stages"),
        (0, "and 3 more, on the pages of its stages"),
    ]
    assert view.lead.startswith("These are the first 2 of 3")


def test_what_does_not_say_how_sure_it_is_is_named_for_the_next_to_ask(site_of: Callable[..., Site]) -> None:
    site = site_of({"journeys/guess.yml": GUESS, "journeys/sure.yml": SURE})
    guess, sure = assumed_view(site.voice).journeys
    assert guess.unstated.title == "1 thing does not say how sure it is"
    assert [(claim.place.link.uri, claim.link.anchor) for claim in guess.unstated.claims] == [("journeys/guess/b.md", "pain-slow")]
    assert (sure.unstated.title, sure.unstated.claims) == ("", ())


def test_of_what_does_not_say_it_the_first_are_named(site_of: Callable[..., Site], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assumed, "UNSTATED", 3)
    monkeypatch.setattr(assumed, "UNSTATED_AT_ONCE", 2)
    some = GUESS + "  c: {pains: [One, Two], gains: [Three]}\n"
    view = assumed_view(site_of({f"journeys/{name}.yml": some for name in ("one", "two", "three")}).voice)
    assert [(len(journey.unstated.claims), journey.unstated.more) for journey in view.journeys] == [
        (2, "and 2 more, on the pages of its stages"),
        (1, "and 3 more, on the pages of its stages"),
        (0, "and 4 more, on the pages of its stages"),
    ]


@given(st.lists(st.integers(1, 10_000), min_size=1, max_size=4))
def test_the_shares_that_are_shown_add_up_to_all(counts: list[int]) -> None:
    shares = assumed._whole_percents(counts)
    assert round(100 * sum(shares)) == 100
    assert all(abs(share - count / sum(counts)) < 0.01 for share, count in zip(shares, counts, strict=True))


def test_an_edition_counts_what_it_shows(site_of: Callable[..., Site]) -> None:
    hidden = GUESS.replace("text: Perhaps,", "text: Perhaps, audience: internal,")
    files = {"handbook.yml": "title: H\naudiences: [internal, public]\n", "journeys/guess.yml": hidden}
    view = assumed_view(site_of(files, audience="public").voice)
    assert view.journeys[0].share.count == 4
    assert "Perhaps" not in str(view)


def test_a_source_tells_what_rests_on_it_beside_the_journeys(site_of: Callable[..., Site]) -> None:
    site = site_of(
        {
            "evidence.yml": "talks: {title: Talks}\nidle: {title: Idle}\n",
            "metrics.yml": "speed: {name: Speed, value: 3, evidence: [talks]}\n",
            "personas/anna.yml": "name: Anna\nfrustrations: [{text: Too slow, evidence: [talks], confidence: observed}]\n",
        }
    )
    view = thing_view("evidence", site.atlas.evidence["talks"], site.voice)
    assert view.lead == "2 claims rest on it."
    told = [(cell.words, place.link.uri, sure.words) for cell, place, sure in view.tables[0].rows]
    assert [(link, sure) for _words, link, sure in told] == [("personas/anna.md", "observed"), ("metrics/index.md", "not stated")]
    assert thing_view("evidence", site.atlas.evidence["idle"], site.voice).lead == "Nothing rests on it yet."
    counts = {row[0].anchor: row[3].number for row in list_view("evidence", site.voice).tables[0].rows}
    assert counts == {"talks": 2, "idle": 0}
