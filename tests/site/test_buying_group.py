"""A buying group: who is in it, whom each entry concerns, a line each, and who decides what."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from journey_site.site.addresses import Addresses, directory_address
from journey_site.site.pages import Site
from journey_site.site.render import Renderer

Make = Callable[..., Site]

PEOPLE = "".join(f"p{n}: {{name: {name}}}\n" for n, name in enumerate(("Anna Ek", "Bo Øst", "Cia Å", "Dan B", "Eva C", "Farid R", "Greta S", "Ivar T")))
BASE = {"handbook.yml": "title: H\ndepartments: {sales: Sales}\n", "personas.yml": PEOPLE}
GROUP = {
    "journeys/j.yml": """
        title: J
        actors:
          - {persona: p0, role: user}
          - {persona: p1, role: approver, veto: true}
          - {persona: p2, role: keeper of the keys}
          - p3
        stages:
          need:
            emotion: {p0: 1, p1: -0.5, p2: 0}
            thoughts: [Everybody thinks so, {text: Mine, actor: p0}]
            touchpoints:
              - {name: The offer, from: sales, to: p1}
              - {name: The fair, actor: p0}
              - {name: Minutes, from: p2, to: sales}
          choose:
            emotion: {p0: 0, p1: -1.5, p2: 1}
            moment_of_truth: When the sum is opened
            questions: [{text: What if it doubles?, actor: p1}]
            pains:
              - {text: A small one, severity: 1, actor: p1}
              - {text: The sum is locked, severity: 5, actor: [p1, p3]}
              - {text: A third, severity: 2, actor: p1}
            content: [{title: Open sums, status: missing, actor: p1}]
            steps:
              - {name: Ring, actor: p2, thoughts: [Who is this?], pains: [{text: Too early, actor: p1}]}
          use:
            actor: [p0, p2]
            goal: G
    """
}


def body(site: Site, uri: str) -> str:
    printed = Renderer(site, lambda name: '<svg viewBox="0 0 1 1"></svg>').render(site.pages[uri], Addresses(directory_address(uri), directory_address))
    return printed.html


def test_entries_of_every_lane_are_marked_with_those_whom_they_concern(site_of: Make) -> None:
    lists = ("thoughts", "questions", "actions", "feelings", "activities", "pains", "gains", "opportunities",
             "evidence_shown", "frontstage", "backstage", "support", "policy")  # fmt: skip
    filled = "".join(f"    {lane}: [{{text: Said in {lane}, actor: p1}}]\n" for lane in lists)
    site = site_of(
        BASE
        | {
            "handbook.yml": "title: H\nlanes: [" + ", ".join(lists[:-1]) + ", touchpoints, content, metrics, "
            "{id: policy, kind: list}, {id: see, kind: link}, {id: cost, kind: metric}]\n",
            "journeys/j.yml": f"title: J\nactors: [p0, p1]\nstages:\n  a:\n{filled}"
            "    touchpoints: [{name: Said in touchpoints, actor: p1}]\n"
            "    content: [{title: Said in content, actor: p1}]\n"
            "    metrics: [{name: Said in metrics, value: 1, actor: p1}]\n"
            "    see: [{text: Said in see, url: 'https://example.org', actor: p1}]\n"
            "    cost: [{name: Said in cost, value: 1, actor: p1}]\n",
        }
    )
    every = (*lists, "touchpoints", "content", "metrics", "see", "cost")
    for uri in ("journeys/j/index.md", "journeys/j/a.md"):
        html = body(site, uri)
        for lane in every:
            before = html[: html.index(f"Said in {lane}")]
            entry = max(before.rfind("<li"), before.rfind("<tr"))
            assert ' data-actors="p1"' in before[entry:], (uri, lane)
            after = html[len(before) : html.find("</li>" if before[entry:].startswith("<li") else "</tr>", len(before))]
            assert ">Bo<" in after, (uri, lane)
        choice = next(choice for choice in site.pages[uri].view().actors.choices if choice.person.id == "p1")
        assert choice.said == f"{len(every)} items for Bo, 0 for everyone"


def test_one_persons_journey_has_no_marks_and_no_choice(site_of: Make) -> None:
    site = site_of(BASE | {"journeys/j.yml": "title: J\npersona: p0\nstages: {a: {thoughts: [{text: T, actor: p0}]}}\n"})
    for uri in ("journeys/j/index.md", "journeys/j/a.md"):
        assert site.pages[uri].view().actors is None
        assert "data-actors" not in body(site, uri)
    assert site.pages["journeys/j/index.md"].view().group is None


def test_a_message_concerns_both_its_ends_and_a_steps_entry_those_whom_the_step_does(site_of: Make) -> None:
    view = site_of(BASE | GROUP).pages["journeys/j/index.md"].view()
    cells = {row.lane: row.cells for row in view.rows}
    assert [met.entry.concerns for met in cells["touchpoints"][0].touchpoints] == [("sales", "p1"), ("p0",), ("p2", "sales")]
    assert [(entry.concerns, entry.who) for entry in cells["thoughts"][1].entries] == [(("p2",), ("p2",))]
    assert [head.concerns for head in view.heads] == [(), (), ("p0", "p2")]
    said = {choice.person.id: choice.said for choice in view.actors.choices}
    assert said["p0"] == "2 items for Anna, 1 for everyone"
    assert said["p1"] == "7 items for Bo, 1 for everyone"
    assert said["p2"] == "2 items for Cia, 1 for everyone"


def test_a_page_about_a_stage_of_some_says_so_to_the_others(site_of: Make) -> None:
    said = {choice.person.id: choice.said for choice in site_of(BASE | GROUP).pages["journeys/j/use.md"].view().actors.choices}
    assert said["p1"] == said["p3"].replace("Dan", "Bo") == "this stage does not concern Bo"
    assert said["p0"] == "0 items for Anna, 0 for everyone"


def test_who_decides_what_by_stage(site_of: Make) -> None:
    group = site_of(BASE | GROUP).pages["journeys/j/index.md"].view().group
    assert [person.part for person in group.people] == ["user", "approver", "keeper of the keys", ""]
    assert group.deciding == "Bo (approver)"
    need, choose, use = group.stages
    assert [[person.short for person in stage.deciding] for stage in group.stages] == [["Bo"], ["Bo"], []]
    assert (need.moment, choose.moment) == (False, True)
    anna, bo, cia, dan = choose.cells
    assert (anna.written, anna.concerned) == (False, True)
    assert [str(entry.words.best("en").words) for entry in bo.hurts] == ["The sum is locked", "A third"]
    assert [entry.words.best("en").words for entry in bo.asks] == ["What if it doubles?"]
    assert [(label.words.best("en").words, label.note) for label in bo.gets] == [("Open sums", "missing")]
    assert bo.more == 2
    assert [entry.words.best("en").words for entry in cia.says] == ["Who is this?"]
    assert [entry.words.best("en").words for entry in dan.hurts] == ["The sum is locked"]
    assert [cell.concerned for cell in use.cells] == [True, False, True, False]
    assert [label.words.best("en").words for label in need.cells[1].gets] == ["The offer"]
    assert need.cells[2].gets == ()  # what somebody sends is not given to them


def test_a_veto_is_told_with_where_it_is_nearest(site_of: Make) -> None:
    site = site_of(BASE | GROUP)
    (veto,) = site.pages["journeys/j/index.md"].view().group.vetoes
    assert (veto.person.short, veto.stage.best("en").words, veto.words.best("en").words) == ("Bo", "Choose", "The sum is locked")
    html = body(site, "journeys/j/index.md")
    assert 'Bo may say no. It is worst in <a href="choose/">Choose</a>: “The sum is locked”' in html
    assert "nothing is written for Anna here" in html
    assert "this stage does not concern Bo" in html
    assert "role not stated" in html


def test_deciding_actors_for_whom_nothing_is_written_are_told(site_of: Make) -> None:
    stages = "".join(f"  s{n}: {{goal: G, thoughts: [{{text: T, actor: p0}}]}}\n" for n in range(6))
    site = site_of(BASE | {"journeys/j.yml": f"title: J\nactors: [p0, {{persona: p1, role: buyer}}]\nstages:\n{stages}"})
    (silent,) = site.pages["journeys/j/index.md"].view().group.silent
    assert (silent.person.short, silent.stages) == ("Bo", "S0, S1, S2, and 3 more stages")
    site = site_of(BASE | {"journeys/j.yml": f"title: J\nactors: [p0, p1]\nstages:\n{stages}"})
    assert "Who decides is not stated" in body(site, "journeys/j/index.md")


def test_a_group_of_which_nothing_is_known_says_what_to_do(site_of: Make) -> None:
    html = body(site_of(BASE | {"journeys/j.yml": "title: J\nactors: [p0, p1]\nstages: {a: {goal: G}, b: {goal: G}}\n"}), "journeys/j/index.md")
    assert "what does each ask before saying yes?" in html
    assert "nothing is written for" not in html


def test_somebody_in_two_roles_is_one_person_and_equal_first_names_are_told_apart(site_of: Make) -> None:
    site = site_of(
        BASE
        | {
            "personas.yml": "a: {name: Anna Ek}\nb: {name: Anna Berg}\n",
            "journeys/j.yml": "title: J\nactors: [{persona: a, role: user}, {persona: a, role: buyer, veto: true}, b]\n"
            "stages: {s: {thoughts: [{text: T, actor: b}], emotion: {a: 1, b: 0}}}\n",
        }
    )
    view = site.pages["journeys/j/index.md"].view()
    assert [(person.short, person.part, person.veto) for person in view.people] == [
        ("Anna Ek", "user and buyer", True),
        ("Anna Berg", "", False),
    ]
    assert [line.name for line in view.curve.lines] == ["Anna Ek", "Anna Berg"]
    assert len(site.pages["personas/a.md"].view().journeys) == 1
    assert "as user and buyer" in body(site, "personas/a.md")


@pytest.mark.parametrize("count", range(2, 9))
def test_each_actor_has_a_line_and_no_names_or_faces_meet(site_of: Make, count: int) -> None:
    actors = [f"p{n}" for n in range(count)]
    felt = "".join(
        f"  s{stage}: {{emotion: {{{', '.join(f'{actor}: {((place * 7 + stage * 3) % 5 - 2) / (1 + stage)}' for place, actor in enumerate(actors))}}}}}\n"
        for stage in range(3)
    )
    site = site_of(BASE | {"journeys/j.yml": f"title: J\nactors: [{', '.join(actors)}]\nstages:\n{felt}"})
    curve = site.pages["journeys/j/index.md"].view().curve
    assert [line.who for line in curve.lines] == actors
    high = max(9.0, 1.5 * count)  # the drawing's height in rem, as group.css has it
    tops = sorted(line.label_top for line in curve.lines)
    assert all(after - before >= 100 * 1.1 / high - 0.02 for before, after in pairwise(tops))
    assert tops[-1] <= 100
    assert tops[0] >= 0
    dots = [dot for line in curve.lines for dot in line.dots]
    for left in {dot.left for dot in dots}:
        here = [dot for dot in dots if dot.left == left]
        columns = len({dot.nudge for dot in here})
        apart = 1 if columns <= 6 else 6 / columns
        for one in here:
            for other in here:
                if one is not other and abs(one.top - other.top) < 100 * 1.1 / high:
                    assert abs(one.nudge - other.nudge) >= apart - 0.02
