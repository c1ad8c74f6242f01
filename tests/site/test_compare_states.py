"""Two states of one journey: both curves, every difference, and who must do what."""

from __future__ import annotations

from collections.abc import Callable

from journey_site.site.addresses import Addresses, compare_state_uri, directory_address
from journey_site.site.pages import Site
from journey_site.site.render import Renderer
from journey_site.site.views.compare.compare_states import CompareStatesView
from journey_site.site.views.compare.sides import SideView

Make = Callable[..., Site]

BASE = {
    "handbook.yml": "title: Handbook\ndepartments: {sales: Sales, web: Web}\n",
    "personas.yml": "anna: {name: Anna Ek}\n",
    "touchpoints.yml": "shop: {name: Shop, owner: web}\nmail: Mail\nform: Form\n",
    "metrics.yml": "days: {name: Days, value: 11, target: 5, better: lower}\n",
}
NOW = """
    title: Now
    persona: anna
    state: current
    compare_with: then
    owner: sales
    pains: [Everything]
    stages:
      need: {emotion: 0, goal: G}
      search:
        emotion: -1.2
        waiting: 5 weeks
        touchpoints: [{touchpoint: shop, experience: -1}, form]
        pains: [{id: slow, text: Slow, severity: 4}]
        opportunities: [{text: Be quick, status: planned}, {text: Be nice, status: done}]
        metrics: [days]
        next: [{to: buy, share: 40%}, {exit: Gone, share: 60%}]
      buy: {emotion: 1, goal: G, actions: [Pays]}
      wait: {goal: W}
"""
THEN = """
    title: Then
    persona: anna
    state: future
    stages:
      need: {emotion: 0, goal: G, owner: sales}
      search:
        emotion: 0.4
        waiting: 2 days
        owner: web
        touchpoints: [{touchpoint: shop, experience: 1}, {name: Showroom, owner: sales}]
        metrics: [{metric: days, value: 2, target: 2}]
        next: [{to: buy, share: 70%}, {exit: Gone, share: 30%}]
      buy: {emotion: 0.5, goal: G, thoughts: [Nice], owner: sales}
      use: {emotion: 2}
"""
FILES = BASE | {"journeys/now.yml": NOW, "journeys/then.yml": THEN}


def view_of(site: Site, at: str = "now") -> CompareStatesView:
    return site.pages[compare_state_uri(at)].view()  # type: ignore[no-any-return]


def told(side: SideView | None) -> str:
    if side is None:
        return "-"
    words = side.words if isinstance(side.words, str) else side.words.best("en").words
    owner = side.owner.words if side.owner and not words else ""
    parts = [words, owner if isinstance(owner, str) else owner.best("en").words, side.face.value if side.face else ""]
    return " ".join(str(part) for part in (*parts, *side.facts) if part)


def changes(view: CompareStatesView, stage: str) -> dict[str, list[tuple[str, str, str]]]:
    found = next(each for each in view.changes if each.id == stage)
    return {lane.lane: [(pair.kind, told(pair.before), told(pair.after)) for pair in lane.pairs] for lane in found.lanes}


def test_one_page_for_both_and_an_address_for_each(site_of: Make) -> None:
    site = site_of(FILES)
    assert [uri for uri in site.pages if uri.startswith("compare/")] == ["compare/states/now.md"]
    assert ("compare/states/then.md", "compare/states/now.md") in [(each.uri, each.to) for each in site.redirects]
    for journey, other in (("now", "then"), ("then", "now")):
        (state,) = site.pages[f"journeys/{journey}/index.md"].view().other_states
        assert state.journey.link.uri == f"journeys/{other}/index.md"
        assert state.page.uri == "compare/states/now.md"


def test_every_difference_of_a_stage_by_lane(site_of: Make) -> None:
    assert changes(view_of(site_of(FILES)), "search") == {
        "emotion": [("changed", "−1.2", "+0.4")],
        "waiting": [("changed", "5 weeks", "2 days")],
        "touchpoints": [("changed", "Shop −1", "Shop +1"), ("gone", "Form", "-"), ("new", "-", "Showroom")],
        "pains": [("gone", "Slow severity 4 of 5", "-")],
        "opportunities": [("gone", "Be quick planned", "-"), ("gone", "Be nice done", "-")],
        "metrics": [("changed", "Days 11 target 5", "Days 2 target 2")],
        "owner": [("changed", "Sales", "Web")],
        "next": [("changed", "Buy 40%", "Buy 70%"), ("changed", "Gone 60%", "Gone 30%")],
    }


def test_a_stage_on_one_side_only_is_told(site_of: Make) -> None:
    view = view_of(site_of(FILES))
    assert [(stage.id, stage.only, stage.number, stage.mood) for stage in view.stages] == [
        ("need", "", 1, ""), ("search", "", 2, "better"), ("buy", "", 3, "worse"), ("wait", "before", None, ""), ("use", "after", 4, ""),
    ]  # fmt: skip
    assert [label.link.uri for label in view.same] == ["journeys/then/need.md"]
    assert changes(view, "") == {"owner": [("gone", "Sales", "-")], "pains": [("gone", "Everything", "-")]}


def test_the_verdict(site_of: Make) -> None:
    assert view_of(site_of(FILES)).verdict == (
        "Feels better in 1 of 5 stages, most in Search: from −1.2 to +0.4.",
        "Feels worse in 1 of 5 stages, most in Buy: from +1 to +0.5.",
        "11 things are to change, with 2 owners.",
    )


def test_what_must_change_by_owner(site_of: Make) -> None:
    view = view_of(site_of(FILES))
    names = [told(SideView("", owner=each.owner)) if each.owner else None for each in view.owners]
    assert names == ["Web", "Sales"], "of the entry, else of the stage, else of the journey"
    assert [[(task.verb, told(task.pair.after or task.pair.before)) for task in each.tasks] for each in view.owners] == [
        [
            ("solve", "Slow severity 4 of 5"),
            ("do", "Be quick planned"),
            ("change", "2 days"),
            ("change", "Shop +1"),
            ("change", "Days 2 target 2"),
            ("change", "Web"),
            ("not there", "Form"),
        ],
        [("solve", "Everything"), ("add", "Showroom"), ("add", "-"), ("not there", "-")],
    ]
    assert view.owners[0].tasks[3].link.anchor == "touchpoints"
    assert view.owners[0].tasks[0].link.uri == "journeys/now/search.md", "what is gone stands where it was"


def test_what_nobody_owns_comes_last_and_is_said(site_of: Make) -> None:
    files = FILES | {"journeys/now.yml": NOW.replace("    owner: sales\n", "")}
    view = view_of(site_of(files))
    assert [each.owner is None for each in view.owners] == [False, False, True]
    assert view.verdict[-1] == "13 things are to change, with 2 owners; 3 without an owner."


def test_nobody_owns_anything(site_of: Make) -> None:
    files = {
        f"journeys/{name}.yml": f"title: {name}\nstate: {state}\ncompare_with: x\nstages: {{{name}: {{goal: g}}}}\n"
        for name, state in (("x", "current"), ("y", "future"))
    }
    assert view_of(site_of(files), "x").verdict == ("2 things are to change, none with an owner.",)


def test_what_turned_out_is_nothing_to_do(site_of: Make) -> None:
    files = FILES | {"journeys/now.yml": NOW.replace("current", "planned"), "journeys/then.yml": THEN.replace("future", "actual")}
    view = view_of(site_of(files))
    assert (view.before.name, view.after.name) == ("as planned", "as it turned out")
    assert view.tasks_title == "What turned out differently, by owner"
    assert {task.verb for each in view.owners for task in each.tasks} == {"new", "gone", "other"}
    assert view.verdict[-1] == "11 things are different, with 2 owners."


def test_both_curves_share_their_columns(site_of: Make) -> None:
    curve = view_of(site_of(FILES)).curve
    assert curve is not None
    now, then = curve.lines
    assert [dot.left for dot in now.dots] == [10.0, 30.0, 50.0]
    assert [dot.left for dot in then.dots] == [10.0, 30.0, 50.0, 90.0], "the stage that falls away is passed by"
    assert len(then.paths) == 1
    assert curve.label.startswith("as it is today: Need 0, Search −1.2, Buy +1; as it should become: ")


def test_states_without_names_go_by_their_titles(site_of: Make) -> None:
    files = BASE | {
        "journeys/x.yml": "title: One\ncompare_with: y\nstages: {a: {goal: g}}\n",
        "journeys/y.yml": "title: Two\nstages: {a: {goal: g}}\n",
    }
    view = view_of(site_of(files), "y")
    assert (view.before.name, view.after.name) == ("Two", "One")
    assert view.verdict == ("Both say the same, stage by stage.",)
    assert view.curve is None and not view.changes and not view.owners


def test_a_future_that_extends_today(site_of: Make) -> None:
    then = "extends: now\nstate: future\nstages: {search: {waiting: 1 day}}\nremove: [wait]\n"
    view = view_of(site_of(FILES | {"journeys/then.yml": then}))
    assert changes(view, "search") == {"waiting": [("changed", "5 weeks", "1 day")]}
    assert [each.id for each in view.changes] == ["search", "buy"], "the way on from buying led to what is removed"


def test_an_edition_without_the_other_state_has_no_trace_of_it(site_of: Make) -> None:
    files = FILES | {
        "handbook.yml": "title: H\naudiences: [internal, public]\ndepartments: {sales: Sales, web: Web}\n",
        "journeys/then.yml": THEN.replace("title: Then", "title: Then\n    audience: internal"),
    }
    assert compare_state_uri("now") in site_of(files).pages
    public = site_of(files, audience="public")
    assert not any(uri.startswith("compare/") for uri in (*public.pages, *(each.uri for each in public.redirects)))
    assert public.pages["journeys/now/index.md"].view().other_states == ()


def test_nothing_from_yaml_becomes_markup(site_of: Make) -> None:
    evil = "<script>alert(1)</script>"
    files = FILES | {"journeys/now.yml": NOW.replace("Slow", evil).replace("title: Now", f"title: {evil}").replace("Gone", evil)}
    site = site_of(files)
    uri = compare_state_uri("now")
    html = Renderer(site, lambda name: "").render(site.pages[uri], Addresses(directory_address(uri), directory_address)).html
    assert "<script" not in html and "&lt;script&gt;" in html
