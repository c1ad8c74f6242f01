"""Whatever tells of an entry leads to the place where it is printed."""

from __future__ import annotations

import re
from collections.abc import Callable

from journey_site.atlas.uses import Place
from journey_site.handbook import Outcome
from journey_site.site.addresses import Addresses, directory_address
from journey_site.site.language import Language
from journey_site.site.pages import Site
from journey_site.site.render import Renderer
from journey_site.site.views.stage.anchored import entry_link
from journey_site.site.views.stage.lanes import ENTRY_ANCHORS

LANES = [lane for lane in ENTRY_ANCHORS if lane not in ("touchpoints", "content", "metrics")]
FILES = {
    "evidence.yml": "talks: {title: Talks}\n",
    "journeys/j.yml": "title: J\npains: [{text: All along, evidence: talks}]\nstages:\n  a:\n    emotion: {value: -1}\n"
    + "".join(f"    {lane}: [{{text: Something of {lane}, evidence: talks}}, {{id: named-{lane.replace('_', '-')}, text: X}}]\n" for lane in LANES)
    + "    touchpoints: [{name: Desk}]\n    content: [{name: Leaflet}]\n    metrics: [{name: Calls, value: 1}]\n"
    + "    steps: [{id: first, name: First, pains: [{text: In a step, evidence: talks}]}]\n",
}


def html(site: Site, uri: str) -> str:
    return Renderer(site, lambda name: '<svg viewBox="0 0 1 1"></svg>').render(site.pages[uri], Addresses(directory_address(uri), directory_address)).html


def test_every_entry_of_a_stage_has_the_place_that_links_lead_to(site_of: Callable[..., Site]) -> None:
    site = site_of(FILES)
    journey = site.atlas.journeys["j"]
    stage, printed = journey.stages[0], html(site, "journeys/j/a.md")
    for part, step in ((stage, None), (stage.steps[0], stage.steps[0])):
        for lane in ENTRY_ANCHORS:
            for entry in getattr(part, lane):
                link = entry_link(Place(journey, stage, step), entry, site.voice)
                assert link.uri == "journeys/j/a.md"
                assert link.anchor and f'id="{link.anchor}"' in printed, (lane, link)
    assert entry_link(Place(journey, stage, stage.steps[0]), stage.steps[0], site.voice).anchor == "step-first"
    assert entry_link(Place(journey), journey.pains[0], site.voice).uri == "journeys/j/index.md"


def test_what_rests_on_a_source_leads_to_each_claim(site_of: Callable[..., Site]) -> None:
    site = site_of(FILES)
    claims = next(table for table in site.pages["evidence/talks.md"].view().tables if table.anchor == "claims")
    assert len(claims.rows) == len(LANES) + 2
    assert all(row[0].link for row in claims.rows)
    assert "journeys/j/a/#pain-in-a-step" in html(site, "evidence/talks.md")


def test_what_hurts_and_what_we_could_do_lead_from_the_map_to_their_places(site_of: Callable[..., Site]) -> None:
    twice = "journeys/j.yml", (
        "title: J\nstages:\n  a:\n    moment_of_truth: Here\n    emotion: 1\n    pains: [Too slow, Too slow, {id: named, text: Dear}]\n"
        "    steps: [{id: first, name: First, pains: [Too slow], opportunities: [Faster], moment_of_truth: true}]\n  b: {emotion: 1, pains: [Too slow]}\n"
    )
    site = site_of(dict([twice]))
    view = site.pages["journeys/j/index.md"].view()
    printed = {stage: html(site, f"journeys/j/{stage}.md") for stage in ("a", "b")}
    pains = [(entry.place.uri, entry.place.anchor) for row in view.rows if row.lane == "pains" for cell in row.cells for entry in cell.entries]
    a, b = "journeys/j/a.md", "journeys/j/b.md"
    assert pains == [(a, "pain-too-slow"), (a, "pain-too-slow-2"), (a, "named"), (a, "pain-too-slow-3"), (b, "pain-too-slow")]
    assert all(f'id="{anchor}"' in printed[uri[-4]] for uri, anchor in pains)
    finer = [entry.place.anchor for row in view.unfolded[0].rows if row.lane == "pains" for cell in row.cells for entry in cell.entries]
    assert finer == [anchor for uri, anchor in pains if uri == a], "unfolded, they lead to the same places"
    moments = [[cell.place for cell in row.cells if cell] for row in (*view.rows, *view.unfolded[0].rows) if row.lane == "moment_of_truth"]
    assert [[place.anchor for place in each] for each in moments] == [["moment_of_truth"], ["moment_of_truth", ""]]
    told = html(site, "journeys/j/index.md")
    assert '<a href="a/#pain-too-slow-3">Too slow</a>' in told
    assert '<a href="a/#opportunity-faster">Faster</a>' in told
    assert '<a href="a/#moment_of_truth">Here</a>' in told


def test_a_place_has_one_address_in_every_language(handbook: Callable[..., Outcome]) -> None:
    both = "{en: Too slow, sv: För långsamt}"
    outcome = handbook(
        {
            "handbook.yml": "title: H\nlanguages: [en, sv]\ndepartments: {d: D}\n",
            "journeys/j.yml": f"title: J\nstages:\n  a: {{pains: [{both}, {both}], touchpoints: [{{name: {both}}}], opportunities: [{both}], metrics: [{{name: {both}, value: 1}}]}}\n",
        }
    )
    english, swedish = (outcome.site(language=Language(code)) for code in ("en", "sv"))
    for uri in ("journeys/j/a.md", "pains/index.md", "opportunities/index.md"):
        found = [re.findall(r'id="([^"]*too-slow[^"]*)"', html(site, uri)) for site in (english, swedish)]
        assert found[0] and found[0] == found[1], uri
    assert "För långsamt" in html(swedish, "journeys/j/a.md")
    (row,) = (row for row in swedish.pages["journeys/j/index.md"].view().rows if row.lane == "pains")
    assert [entry.place.anchor for entry in row.cells[0].entries] == ["pain-too-slow", "pain-too-slow-2"]
