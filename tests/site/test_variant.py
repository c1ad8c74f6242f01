"""What a variant says otherwise than its base, and which file is opened to edit it."""

from __future__ import annotations

from collections.abc import Callable

from journey_site.site.pages import Site
from journey_site.site.views.entries import Words
from journey_site.site.views.map.journey import journey_view

Make = Callable[..., Site]

FILES = {
    "handbook.yml": "title: H\naudiences: [internal, public]\ndepartments: {sales: Sales, web: Web}\n",
    "journeys/base.yml": """\
title: Base
owner: sales
scenario: Once
stages:
  a:
    emotion: -0.5
    goal: G
    thoughts: [One, Two]
    pains: [P]
    duration: 2 weeks
  b: {goal: H, thoughts: [Same]}
  c: {goal: I}
""",
    "journeys/own.yml": """\
title: Own
extends: base
scenario: Twice
remove: [c]
stages:
  a:
    emotion: -1.8
    thoughts+: [Three]
    pains: [Q]
    duration: 1 day
  d: {name: New, goal: J}
""",
}


def plain(words: Words) -> str:
    return words if isinstance(words, str) else words.best("en").words


def test_a_map_says_what_differs_from_its_base(site_of: Make) -> None:
    site = site_of(FILES)
    variant = site.pages["journeys/own/index.md"].view().variant
    assert variant is not None
    assert variant.base.link.uri == "journeys/base/index.md"
    assert variant.words == "3 of 3 stages differ."
    assert [(plain(stage.name), [plain(lane) for lane in stage.lanes]) for stage in variant.stages] == [
        ("A", ["Emotion", "Time", "Thinks", "Pains", "Where it goes from here"]),
        ("New", []),
        ("B", ["Where it goes from here"]),
    ]
    assert [label.link.uri for label in variant.removed] == ["journeys/base/c.md"]
    assert variant.whole == ("Scenario",)
    assert not variant.folded
    assert site.pages["journeys/base/index.md"].view().variant is None


def test_what_is_inherited_is_named(site_of: Make) -> None:
    site = site_of(FILES | {"journeys/own.yml": "title: Own\nextends: base\nstages: {a: {emotion: 1}}\n"})
    variant = site.pages["journeys/own/index.md"].view().variant
    assert [plain(label.words) for label in variant.inherited] == ["B", "C"]


def test_a_list_that_is_written_anew_with_the_same_content_is_no_difference(site_of: Make) -> None:
    own = "title: Own\nextends: base\nstages: {b: {thoughts: [{text: Same}]}}\n"
    variant = site_of(FILES | {"journeys/own.yml": own}).pages["journeys/own/index.md"].view().variant
    assert variant.words == "Every stage is as it is there."
    assert variant.stages == ()


def test_a_stage_says_what_differs(site_of: Make) -> None:
    site = site_of(FILES)
    variant = site.pages["journeys/own/a.md"].view().variant
    assert variant.base.link.uri == "journeys/base/a.md"
    assert [(plain(lane.label), lane.how, lane.link.anchor) for lane in variant.lanes] == [
        ("Emotion", "−1.8, there −0.5", "emotion"),
        ("Time", "1 day, there 2 weeks", "duration"),
        ("Thinks", "1 added", "thoughts"),
        ("Pains", "1 added, 1 left out", "pains"),
        ("Where it goes from here", "1 added, 1 left out", ""),
    ]
    assert [plain(label) for label in variant.inherited] == ["Customer's goal"]


def test_a_stage_that_is_wholly_inherited_says_so(site_of: Make) -> None:
    own = "title: Own\nextends: base\nstages: {a: {emotion: 1}}\n"
    same = site_of(FILES | {"journeys/own.yml": own}).pages["journeys/own/c.md"].view().variant
    assert (same.same, same.own, same.base.link.uri, same.lanes) == (True, False, "journeys/base/c.md", ())


def test_a_stage_of_its_own_says_so(site_of: Make) -> None:
    new = site_of(FILES).pages["journeys/own/d.md"].view().variant
    assert (new.same, new.own, new.base.link.uri) == (False, True, "journeys/base/index.md")


def test_edit_opens_the_file_in_which_the_text_stands(site_of: Make) -> None:
    pages = site_of(FILES).pages
    assert str(pages["journeys/own/a.md"].origin) == "journeys/own.yml:6:3"
    assert str(pages["journeys/own/b.md"].origin) == "journeys/base.yml:11:3", "inherited as a whole"
    assert str(pages["journeys/own/d.md"].origin) == "journeys/own.yml:11:3"


def test_edit_opens_the_first_of_a_row_of_bases(site_of: Make) -> None:
    files = FILES | {"journeys/third.yml": "title: Third\nextends: own\n"}
    pages = site_of(files).pages
    assert str(pages["journeys/third/b.md"].origin) == "journeys/base.yml:11:3"
    assert str(pages["journeys/third/a.md"].origin) == "journeys/own.yml:6:3"


def test_an_edition_without_the_base_has_no_trace_of_it(site_of: Make) -> None:
    files = FILES | {
        "journeys/base.yml": FILES["journeys/base.yml"].replace("title: Base", "title: Base\naudience: internal"),
        "journeys/own.yml": FILES["journeys/own.yml"].replace("title: Own", "title: Own\naudience: public"),
    }
    site = site_of(files)
    assert site.pages["journeys/own/a.md"].view().variant is not None
    # What is inherited keeps the narrower audience, so the edition shows neither.
    assert "journeys/own/index.md" not in site_of(files, audience="public").pages


def test_a_base_that_is_a_draft_is_not_named_by_the_edit_links_either(site_of: Make) -> None:
    files = FILES | {
        "journeys/base.yml": FILES["journeys/base.yml"].replace("title: Base", "title: Base\npublish: draft"),
        "journeys/own.yml": FILES["journeys/own.yml"].replace("title: Own", "title: Own\npublish: live"),
    }
    pages = site_of(files).pages
    assert pages["journeys/own/index.md"].view().variant is None
    assert pages["journeys/own/b.md"].view().variant is None
    assert {page.origin.file for uri, page in pages.items() if uri.startswith("journeys/own/") and page.origin} == {"journeys/own.yml"}


def test_a_lane_of_the_journeys_own_goes_by_its_name(site_of: Make) -> None:
    files = FILES | {
        "journeys/own.yml": "title: Own\nextends: base\nlanes: [{id: policy, label: Rules, kind: list}]\nstages: {b: {policy: [Law]}}\n"
    }
    (lane,) = site_of(files).pages["journeys/own/b.md"].view().variant.lanes
    assert (plain(lane.label), lane.how, lane.link.anchor) == ("Rules", "1 added", "policy")


def test_a_journey_names_its_variants(site_of: Callable[..., Site]) -> None:
    site = site_of({
        "journeys/base.yml": "title: Base\nstate: current\nstages: {a: {name: A}}\n",
        "journeys/quick.yml": "title: Quick\nextends: base\n",
        "journeys/old.yml": "title: Old\nextends: base\npublish: retired\n",
        "journeys/wish.yml": "title: Wish\nextends: base\nstate: future\ncompare_with: base\n",
    })
    view = journey_view(site.atlas.journeys["base"], site.voice)
    assert [variant.link.uri for variant in view.variants] == ["journeys/quick/index.md"]
    assert [state.journey.link.uri for state in view.other_states] == ["journeys/wish/index.md"]
    assert journey_view(site.atlas.journeys["quick"], site.voice).variants == ()
