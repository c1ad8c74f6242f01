"""View models: what pages are given, computed before any template."""

from __future__ import annotations

from collections.abc import Callable

from journey_site.site.pages import Site
from journey_site.site.views.people.person import initials

Make = Callable[..., Site]

BASE = {
    "handbook.yml": "title: Handbook\ndepartments: {sales: Sales, web: Web}\n",
    "personas.yml": "anna: {name: Anna Ek, quote: Get me to work}\nbo: {name: Bo Øst}\n",
    "touchpoints.yml": "shop: {name: Shop, owner: sales}\n",
}


def view(site: Site, uri: str):  # type: ignore[no-untyped-def]
    return site.pages[uri].view()


def test_initials() -> None:
    assert initials("Anna Lindqvist") == "AL"
    assert initials("Mette & Jens") == "MJ"
    assert initials("Åsa") == "Å"
    assert initials("Familjen Ek") == "FE"


def test_empty_lanes_are_left_out_and_the_order_is_the_handbooks(site_of: Make) -> None:
    site = site_of(
        BASE
        | {
            "handbook.yml": "title: H\nlanes: [pains, thoughts, {divider: Line}, goal, {divider: Loose}, metrics]\n",
            "touchpoints.yml": "",
            "journeys/j.yml": "title: J\nstages:\n  a: {goal: G, pains: [P]}\n  b: {}\n",
        }
    )
    rows = view(site, "journeys/j/index.md").rows
    assert [row.lane or "divider" for row in rows] == ["pains", "divider", "goal"]


def test_an_unknown_owner_is_said_and_an_inherited_one_too(site_of: Make) -> None:
    site = site_of(
        BASE | {"journeys/j.yml": "title: J\nowner: sales\nstages:\n  a: {owner: web}\n  b: {goal: x}\n",
                "journeys/k.yml": "title: K\nstages:\n  a: {goal: x}\n"}
    )
    own, inherited = view(site, "journeys/j/a.md"), view(site, "journeys/j/b.md")
    assert not own.owner_from_journey and inherited.owner_from_journey
    assert inherited.owner is not None
    assert view(site, "journeys/k/a.md").owner is None


def test_a_stage_knows_its_neighbours_and_where_customers_go(site_of: Make) -> None:
    site = site_of(
        BASE
        | {
            "journeys/j.yml": """
                title: J
                persona: anna
                stages:
                  a:
                  b:
                    next:
                      - c
                      - {to: a, share: 18%, why: New need}
                      - {exit: Gives up, share: 35%}
                  c:
            """
        }
    )
    stage = view(site, "journeys/j/b.md")
    assert [(way.kind, way.share) for way in stage.ways] == [("on", ""), ("back", "18%"), ("exit", "35%")]
    assert stage.unknown_share == "47%"
    assert stage.previous is not None and stage.next is not None
    assert stage.number == 2 and stage.count == 3


def test_networks_have_no_numbers(site_of: Make) -> None:
    site = site_of(BASE | {"journeys/j.yml": "title: J\nmodel: hankins-hexagon\nstages: {trigger: {goal: x}}\n"})
    stage = view(site, "journeys/j/trigger.md")
    assert stage.number is None and stage.previous is None and stage.next is None
    assert all(head.number is None for head in view(site, "journeys/j/index.md").heads)


def test_pains_and_opportunities_show_each_other(site_of: Make) -> None:
    site = site_of(
        BASE
        | {
            "journeys/j.yml": "title: J\nstages:\n  a:\n    pains: [{id: slow, text: Slow}]\n"
            "    opportunities: [{text: Be quick, solves: [slow]}]\n"
        }
    )
    lanes = view(site, "journeys/j/a.md").lanes
    assert [label.link.anchor for label in lanes.opportunities[0].solves] == ["slow"]
    assert [label.link.anchor for label in lanes.solved_by["slow"]] == ["opportunity-be-quick"]


def test_the_same_stage_for_others_is_at_most_eight(site_of: Make) -> None:
    files = dict(BASE)
    for number in range(12):
        files[f"journeys/j{number}.yml"] = f"title: J{number}\nmodel: aida\nstages: {{desire: {{emotion: 1}}}}\n"
    stage = view(site_of(files), "journeys/j0/desire.md")
    assert len(stage.others) == 8
    assert stage.more_others.uri == "compare/stages/aida/desire.md"


def test_a_map_wider_than_a_sheet_is_cut_for_print(site_of: Make) -> None:
    stages = "".join(f"  s{number}: {{emotion: 1, goal: g}}\n" for number in range(20))
    made = view(site_of(BASE | {"journeys/j.yml": f"title: J\nstages:\n{stages}"}), "journeys/j/index.md")
    assert sum(len(sheet.heads) for sheet in made.sheets) == 20
    assert len(made.sheets) == 3
    assert all(len(sheet.heads) <= 8 for sheet in made.sheets)


def test_drafts_and_retired_journeys(site_of: Make) -> None:
    files = BASE | {
        "journeys/new.yml": "title: New\npersona: anna\nreplaces: [old]\nstages: {a: {emotion: 1}}\n",
        "journeys/old.yml": "title: Old\npersona: anna\npublish: retired\nstages: {a: {emotion: 1}}\n",
        "journeys/draft.yml": "title: Draft\npersona: anna\npublish: draft\nstages: {a: {emotion: 1}}\n",
    }
    site = site_of(files)
    assert "journeys/draft/index.md" not in site.pages
    retired = view(site, "journeys/old/index.md")
    assert retired.retired and retired.replaced_by is not None
    assert [card.title.values["en"] for card in view(site, "personas/anna.md").journeys] == ["New"]
    assert "journeys/draft/index.md" in site_of(files, drafts=True).pages


def test_old_addresses_lead_to_new_ones(site_of: Make) -> None:
    site = site_of(
        BASE | {"journeys/j.yml": "title: J\nwas: [before]\nstages:\n  a: {was: [first], goal: x}\n"}
    )
    moved = {redirect.uri: redirect.to for redirect in site.redirects}
    assert moved == {
        "journeys/before/index.md": "journeys/j/index.md",
        "journeys/before/a.md": "journeys/j/a.md",
        "journeys/before/first.md": "journeys/j/a.md",
        "journeys/j/first.md": "journeys/j/a.md",
        "embed/journeys/before.md": "embed/journeys/j.md",
    }


def test_every_page_of_the_demo_has_a_title_and_a_description(demo: Site) -> None:
    for page in demo.pages.values():
        assert page.title, page.uri
        assert page.description, page.uri
        assert len(page.description) <= 161
