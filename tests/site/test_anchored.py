"""Whatever tells of an entry leads to the place where it is printed."""

from __future__ import annotations

from collections.abc import Callable

from journey_site.atlas.uses import Place
from journey_site.site.addresses import Addresses, directory_address
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
