"""The work on the map: in the edition of those who do it, and in no other unless it is asked for."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from journey_site.data_files import data_files
from journey_site.handbook import Outcome
from journey_site.site.addresses import UPKEEP, Addresses, directory_address, list_uri
from journey_site.site.language import Language
from journey_site.site.navigation import NavItem
from journey_site.site.pages import Site
from journey_site.site.render import Renderer
from journey_site.site.views.overview.start import start_view

FILES = {
    "handbook.yml": """
        title: H
        languages: [en, sv]
        audiences: [internal, client]
        review_every: 3 months
        lanes: [goal, thoughts, emotion, touchpoints, pains, opportunities, owner]
        departments: {sales: {name: Sales, contact: 'mailto:sales@example.org'}}
        touchpoints: {line: {name: The line}, desk: {name: The desk, owner: sales}}
    """,
    "personas/anna.yml": "name: Anna Ek\nreviewed: 2025-01-01\nreviewed_by: Elin\n",
    "personas/bo.yml": "name: Bo Ek\n",
    "journeys/j.yml": """
        title: J
        persona: anna
        stages:
          need:
            emotion: -1
            thoughts: [{text: Brr, confidence: assumed}]
            touchpoints: [{touchpoint: line, experience: -1}]
            pains: [{text: Nobody rings, severity: 5}]
            opportunities: [{text: Ring, impact: 5, effort: 1}]
            next: [{to: get, share: 50%}, {to: blank}]
          get: {emotion: 1, owner: sales}
          blank:
    """,
}
WORK = ("no owner", "overdue", "never reviewed", "For editors", "needs care", "Not written yet", "Ask somebody", "is not measured", "Not computed yet")


def printed(site: Site) -> dict[str, str]:
    renderer = Renderer(site, lambda name: '<svg viewBox="0 0 1 1"></svg>')
    return {uri: renderer.render(page, Addresses(directory_address(uri), directory_address)).html for uri, page in site.pages.items()}


def titles(items: tuple[NavItem, ...]) -> list[str]:
    return [title for item in items for title in (item.title, *titles(item.children))]


@pytest.fixture
def client(handbook: Callable[..., Outcome]) -> Outcome:
    """The edition for others."""
    outcome = handbook(FILES, audience="client")
    assert not outcome.errors
    return outcome


def test_those_who_keep_the_handbook_see_the_work(handbook: Callable[..., Outcome]) -> None:
    site = handbook(FILES).site()
    assert set(map(list_uri, UPKEEP)) <= set(site.pages)
    assert site.spared == frozenset()
    said = "".join(printed(site).values())
    assert [words for words in WORK if words not in said] == []
    assert start_view(site.voice).care


def test_others_are_spared_it(client: Outcome) -> None:
    site = client.site()
    assert site.spared == {list_uri(name) for name in UPKEEP}
    assert not site.spared & set(site.pages)
    assert not {"Reviews", "Only assumed", "Do we meet them?", "Translations"} & set(titles(site.navigation))
    for uri, html in printed(site).items():
        assert [words for words in WORK if words in html] == [], uri
        assert not re.search(rf'href="[^"]*\b(?:{"|".join(UPKEEP)})/', html), uri
        assert "<dd></dd>" not in html, uri
        assert not re.search(r'</h[23]>\s*</section>|<p class="[^"]*foot[^"]*">\s*</p>|<ul[^>]*>\s*</ul>', html), uri


def test_what_a_reader_needs_to_judge_it_stays(client: Outcome) -> None:
    pages = printed(client.site())
    stage = pages["journeys/j/need.md"]
    assert "assumed" in stage
    assert "How well we know this" in stage
    assert "No source is named" in stage
    assert "reviewed Jan 1, 2025 by Elin" in pages["personas/anna.md"]
    assert "journey-review--told" in pages["personas/anna.md"]
    assert "Nobody rings" in pages["pains/index.md"]
    assert "Nothing is known about this stage yet." in pages["journeys/j/blank.md"]


def test_its_files_say_the_same(client: Outcome) -> None:
    files = data_files(client.site(), directory_address)
    assert "review.json" not in files
    told = b"".join(files["handbook.json"]())
    assert b"review_every" not in told
    assert json.loads(told)["personas"][0]["reviewed"] == "2025-01-01"
    assert b"no owner" not in b"".join(files["data/opportunities.csv"]())


def test_columns_in_which_nothing_stands_are_left_out(client: Outcome) -> None:
    heads = [column.label for column in start_view(client.site().voice).journeys.columns]
    assert "Owner" not in heads
    assert "Reviewed" not in heads
    assert "Lowest point" in heads


def test_in_every_language(client: Outcome) -> None:
    said = "".join(printed(client.site(language=Language("sv"))).values())
    assert "Vad som behöver" not in said
    assert "ingen ansvarig" not in said.lower()


def test_it_goes_along_where_that_is_asked_for(client: Outcome, handbook: Callable[..., Outcome]) -> None:
    asked = client.site(upkeep=True)
    assert {"checks/index.md", "review/index.md", "assumed/index.md"} <= set(asked.pages)
    assert not set(map(list_uri, UPKEEP)) & set(handbook(FILES).site(upkeep=False).pages)


def test_a_handbook_without_audiences_is_as_it_was(handbook: Callable[..., Outcome]) -> None:
    open_to_all = FILES | {"handbook.yml": FILES["handbook.yml"].replace("audiences: [internal, client]", "")}
    outcome = handbook(open_to_all)
    assert set(map(list_uri, UPKEEP)) <= set(outcome.site().pages)
    assert replace(outcome, narrowest=False).site().spared
