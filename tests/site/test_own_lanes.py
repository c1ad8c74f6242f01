"""Lanes of a handbook's own and the service blueprint, on maps and on stage pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from journey_site.documents.journeys import Stage
from journey_site.documents.lanes import KNOWN_LANES, STAGE_FIELDS
from journey_site.site.addresses import Addresses, directory_address
from journey_site.site.pages import Site
from journey_site.site.render import Renderer

Make = Callable[..., Site]

OWN = """
title: H
language: en
languages: [en, sv]
lanes:
  - goal
  - {id: policy, label: {en: Policy, sv: Regler}, icon: material/gavel, kind: list}
  - {id: about, label: About, kind: text}
  - {id: risk, label: Risk, kind: score}
  - {id: cost, label: Cost, kind: metric}
  - {id: see, label: See, kind: link}
  - {id: x-budget, label: Budget, kind: text}
"""
FILLED = """
title: J
stages:
  a:
    policy: [Law, {text: {en: Rule, sv: Regel}, severity: 3}]
    about: {en: Some words, sv: Ord}
    risk: 4
    cost: [{name: Hours, value: 3, target: 2}]
    see: ['https://example.org/page', {text: The form, url: forms/a.pdf}]
    x-budget: 40 000
    x-secret: never shown
    steps:
      - {name: Ring, policy: [Of the step], about: Shorter, risk: 2, cost: [{name: Minutes, value: 9}], see: [{text: There, url: 'https://example.org'}]}
  b:
    steps: [{name: Wait, risk: 5, x-budget: None at all}]
"""


def body(site: Site, uri: str, overrides: tuple[Path, ...] = ()) -> str:
    renderer = Renderer(site, lambda name: f'<svg viewBox="0 0 1 1"><path d="{name}"/></svg>', overrides)
    return renderer.render(site.pages[uri], Addresses(directory_address(uri), directory_address)).html


def test_what_stages_have_fields_for_is_no_lane_of_ones_own() -> None:
    assert {*Stage.names()} - {*KNOWN_LANES} == STAGE_FIELDS


def test_each_kind_stands_on_the_map_and_on_the_stage_with_what_its_steps_say(site_of: Make) -> None:
    site = site_of({"handbook.yml": OWN, "journeys/j.yml": FILLED})
    view = site.pages["journeys/j/index.md"].view()
    rows = {row.lane: row for row in view.rows}
    assert [row.label if isinstance(row.label, str) else row.label.best("en").words for row in rows.values()] == [
        "Policy", "About", "Risk", "Cost", "See", "Budget",
    ]  # fmt: skip
    assert [entry.words.best("en").words for entry in rows["policy"].cells[0].entries] == ["Law", "Rule", "Of the step"]
    about = rows["about"].cells[0]
    assert (about.text.best("en").words, [entry.words.best("en").words for entry in about.entries]) == ("Some words", ["Shorter"])
    assert [(cell.score, [score for _, score in cell.scores]) for cell in rows["risk"].cells] == [(4, [2]), (None, [5])]
    assert [metric.value for metric in rows["cost"].cells[0].metrics] == ["3", "9"]
    for uri in ("journeys/j/index.md", "journeys/j/a.md"):
        html = body(site, uri)
        for words in ("Law", "Of the step", "Some words", "Shorter", "4 of 5", "Hours", "Minutes", "40 000", "material/gavel"):
            assert words in html, (uri, words)
        assert 'href="https://example.org/page"' in html
        assert '<a href="forms/a.pdf">The form</a>' in html
        assert "never shown" not in html


def test_a_lane_that_stands_on_a_journey_alone_is_shown_on_its_stages_too(site_of: Make) -> None:
    journey = "title: J\nlanes: [goal, {id: mine, label: Mine alone, kind: list}]\nstages: {a: {mine: [Said here]}}\n"
    site = site_of({"journeys/j.yml": journey})
    for uri in ("journeys/j/index.md", "journeys/j/a.md"):
        assert "Mine alone" in body(site, uri)
        assert "Said here" in body(site, uri)


def test_a_journeys_choice_of_lanes_keeps_the_handbooks_names(site_of: Make) -> None:
    site = site_of(
        {
            "handbook.yml": "title: H\nlanes: [{id: thoughts, label: In their words}, {id: policy, label: Law, kind: list}]\n",
            "journeys/j.yml": "title: J\nlanes: [policy, thoughts]\nstages: {a: {thoughts: [T], policy: [P]}}\n",
        }
    )
    rows = site.pages["journeys/j/index.md"].view().rows
    assert [(row.label.best("en").words, row.template) for row in rows] == [("Law", "own-list"), ("In their words", "quotes")]


@pytest.mark.parametrize("lane", ["policy", "x-budget"])
def test_a_template_of_the_lanes_name_prints_it_on_the_map_and_on_the_stage(site_of: Make, tmp_path: Path, lane: str) -> None:
    site = site_of({"handbook.yml": OWN, "journeys/j.yml": FILLED})
    folder = tmp_path / "mine"
    (folder / "journey/lanes").mkdir(parents=True)
    template = "{% for e in cell.entries %}<b>{{ text(e.words) }}</b>{{ marks.marks(e) }}{% endfor %}<b>{{ text(cell.text) }}</b>"
    (folder / f"journey/lanes/{lane}.html").write_text(template, encoding="utf-8")
    mine = f"<b>{'Law' if lane == 'policy' else '40 000'}</b>"
    for uri in ("journeys/j/index.md", "journeys/j/a.md"):
        assert mine not in body(site, uri)
        assert mine in body(site, uri, (folder,))
    step = "journeys/j/a.md" if lane == "policy" else "journeys/j/b.md"
    assert f"<b>{'Of the step' if lane == 'policy' else 'None at all'}</b>" in body(site, step, (folder,))


@pytest.mark.parametrize("lane", ["list", "quotes", "own-text"])
def test_a_lane_called_like_one_of_our_templates_is_printed_by_its_kind(site_of: Make, lane: str) -> None:
    site = site_of(
        {
            "handbook.yml": f"title: H\nlanes: [{{id: {lane}, label: L, kind: score}}]\n",
            "journeys/j.yml": f"title: J\nstages: {{a: {{{lane}: 3}}}}\n",
        }
    )
    assert "3 of 5" in body(site, "journeys/j/index.md")
    assert "3 of 5" in body(site, "journeys/j/a.md")


def rows_of(site: Site) -> list[str]:
    return [row.lane or row.line or "divider" for row in site.pages["journeys/j/index.md"].view().rows]


ALL = "evidence_shown: [E], actions: [A], frontstage: [F], backstage: [B], support: [S]"


def test_a_blueprint_stands_before_the_others_in_its_order(site_of: Make) -> None:
    site = site_of({"journeys/j.yml": f"title: J\nlanes: blueprint\nstages: {{a: {{goal: G, pains: [P], {ALL}}}}}\n"})
    assert rows_of(site)[:8] == [
        "evidence_shown", "actions", "interaction", "frontstage", "visibility", "backstage", "internal_interaction", "support",
    ]  # fmt: skip
    assert rows_of(site)[8:10] == ["goal", "pains"]
    zones = [row.zone for row in site.pages["journeys/j/index.md"].view().rows if row.lane]
    assert zones[:6] == ["customer", "customer", "onstage", "backstage", "support", ""]


def test_the_rows_after_a_blueprint_are_the_handbooks(site_of: Make) -> None:
    site = site_of(
        {
            "handbook.yml": "title: H\nlanes: [actions, pains, {divider: Ours}, {id: policy, label: Law, kind: list}, goal]\n",
            "journeys/j.yml": f"title: J\nlanes: blueprint\nstages: {{a: {{goal: G, pains: [P], policy: [L], gains: [No], {ALL}}}}}\n",
        }
    )
    assert rows_of(site)[8:] == ["pains", "divider", "policy", "goal"]


@pytest.mark.parametrize(
    ("filled", "rows"),
    [
        ("actions: [A], support: [S]", ["actions", "interaction", "visibility", "internal_interaction", "support"]),
        ("frontstage: [F], backstage: [B]", ["frontstage", "visibility", "backstage"]),
        ("actions: [A], frontstage: [F]", ["actions", "interaction", "frontstage"]),
        ("backstage: [B]", ["backstage"]),
        ("goal: G, support: [S]", ["support", "goal"]),
        ("goal: G", ["goal"]),
    ],
)
def test_a_blueprints_lines_stand_while_something_is_on_both_sides(site_of: Make, filled: str, rows: list[str]) -> None:
    site = site_of({"journeys/j.yml": f"title: J\nlanes: blueprint\nstages: {{a: {{{filled}}}}}\n"})
    assert rows_of(site) == rows
