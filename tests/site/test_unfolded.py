"""Stages with steps, unfolded: a column for each step, the stage's own before them."""

from __future__ import annotations

from collections.abc import Callable

from journey_site.site.addresses import Addresses, directory_address
from journey_site.site.pages import Site
from journey_site.site.render import Renderer

Make = Callable[..., Site]
FILES = {
    "handbook.yml": "title: H\ndepartments: {sales: Sales}\nlanes: [goal, duration, thoughts, emotion, pains, owner, {id: policy, label: Policy, kind: list}]\n",
    "journeys/j.yml": """
        title: J
        owner: sales
        stages:
          first: {goal: x}
          second:
            name: Second
            goal: Understand
            thoughts: [Of the stage]
            emotion: -1
            steps:
              look: {title: Looks <script>, thoughts: [Of the first step], emotion: 1, duration: 1 day}
              ask: {title: Asks, pains: [Nobody answers], emotion: -2, policy: [Ask twice], moment_of_truth: true}
          third:
            steps: [{id: only, title: Only}]
    """,
}


def view(site: Site):  # type: ignore[no-untyped-def]
    return site.pages["journeys/j/index.md"].view()


def test_steps_are_columns_and_the_stages_own_entries_stand_before_them(site_of: Make) -> None:
    second, third = view(site_of(FILES)).unfolded
    assert (second.stage, second.count, second.whole) == ("second", 2, True)
    assert [head.number for head in second.heads] == [None, 1, 2]
    rows = {row.lane: row for row in second.rows}
    assert [[str(entry.words.best("en").words) for entry in cell.entries] for cell in rows["thoughts"].cells] == [["Of the stage"], ["Of the first step"], []]
    assert [bool(cell) for cell in rows["pains"].cells] == [False, False, True]
    assert [bool(cell) for cell in rows["policy"].cells] == [False, False, True]
    assert "owner" not in rows, "nobody owns a step apart"
    assert [head.face.value if head.face else "" for head in second.heads] == ["", "+1", "−2"]
    assert second.heads[1].link.anchor == "step-look" and second.heads[2].moment
    assert (third.count, third.whole, [head.blank for head in third.heads]) == (1, False, [True])


def test_the_curve_runs_through_the_steps_alone(site_of: Make) -> None:
    curve = next(row.curve for row in view(site_of(FILES)).unfolded[0].rows if row.lane == "emotion")
    assert [dot.face.value for dot in curve.lines[0].dots] == ["+1", "−2"]
    assert curve.unknown == (), "what the stage feels like is told by its steps: no gap"


def test_a_map_without_steps_prints_nothing_of_them(site_of: Make) -> None:
    site = site_of({"journeys/j.yml": "title: J\nstages: {a: {goal: x}}\n"})
    assert view(site).unfolded == ()
    assert "steps-" not in body(site)


def body(site: Site) -> str:
    renderer = Renderer(site, lambda name: '<svg viewBox="0 0 24 24"><path d="M0 0"/></svg>')
    uri = "journeys/j/index.md"
    return renderer.render(site.pages[uri], Addresses(directory_address(uri), directory_address)).html


def test_heads_link_to_their_steps_and_no_id_stands_twice(site_of: Make) -> None:
    site = site_of(FILES)
    html = body(site)
    assert 'href="#steps-second"' in html and 'id="steps-second"' in html
    ids = [part.split('"')[0] for part in html.split(' id="')[1:]]
    assert len(ids) == len(set(ids))
    assert "Looks <script>" not in html


def test_numbers_are_left_out_where_there_is_no_order(site_of: Make) -> None:
    model = "net:\n  name: Net\n  order: network\n  stages: {first: {name: A}, second: {name: B}, third: {name: C}}\n"
    files = FILES | {"models.yml": model, "journeys/j.yml": FILES["journeys/j.yml"].replace("title: J", "title: J\n        model: net")}
    assert {head.number for each in view(site_of(files)).unfolded for head in each.heads} == {None}


def test_heads_say_how_a_stage_lies_to_others(site_of: Make) -> None:
    stages = """
        title: J
        stages:
          a: {name: Offers, repeatable: true, goal: x}
          b: {name: Talks, parallel: [a], goal: x}
          c: {name: Vote, any_order: [d], after: [a, b], goal: x}
          d: {name: Sign, goal: x}
    """
    heads = view(site_of({"journeys/j.yml": stages})).heads
    assert [head.repeatable for head in heads] == [True, False, False, False]
    assert [head.beside for head in heads] == [
        ("at the same time as Talks",),
        ("at the same time as Offers",),
        ("only after Offers and Talks", "before or after Sign"),
        ("before or after Vote",),
    ]
