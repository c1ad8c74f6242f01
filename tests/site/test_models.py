"""Pages of stage models: their stages and ways, who follows them, how they correspond, what is merely built in."""

from __future__ import annotations

from collections.abc import Callable

from journey_site.documents.built_in import built_in_models
from journey_site.site.addresses import Addresses, directory_address
from journey_site.site.navigation import Sections
from journey_site.site.pages import Site
from journey_site.site.render import Body, Renderer
from journey_site.site.views.lists.lists import listed_kinds

Make = Callable[..., Site]

FILES = {
    "handbook.yml": "title: Handbook\naudiences: [internal, client]\n",
    "models.yml": """
        ours:
          name: Our own
          stages:
            start: {name: Start, serves: recognise, asks: Why?, thoughts: [Hm], content: [article, Our film]}
            weigh: {name: Weigh, serves: choose}
            more: {name: Weigh more, serves: choose}
            other: {name: Something else, next: [{to: start, why: Again}, {exit: Gone}]}
    """,
    "journeys/a.yml": "title: A\nmodel: ours\nstages: {start: {goal: x}}\n",
    "journeys/b.yml": "title: B\nmodel: ours\nstages: {start: {goal: x}, weigh: {thoughts: [y]}}\n",
    "journeys/c.yml": "title: C\nmodel: hankins-hexagon\nstages: {trigger: {goal: x}}\n",
    "journeys/d.yml": "title: D\nmodel: five-e\naudience: internal\nstages: {enter: {goal: x}}\n",
}


def view(site: Site, uri: str):  # type: ignore[no-untyped-def]
    return site.pages[uri].view()


def printed(site: Site, uri: str) -> Body:
    addresses = Addresses(directory_address(uri), directory_address)
    return Renderer(site, lambda name: "<svg></svg>").render(site.pages[uri], addresses)


def words(site: Site, text: object) -> str:
    return text if isinstance(text, str) else site.voice.words(text)  # type: ignore[arg-type]


def test_every_built_in_model_has_a_page_where_everything_is_shown(site_of: Make) -> None:
    site = site_of(FILES)
    assert {f"models/{identity}.md" for identity in built_in_models()} <= site.pages.keys()
    assert not site.pages["models/aida.md"].searched
    assert site.pages["models/five-e.md"].searched
    assert site.section_of(site.pages["models/aida.md"]) is None
    assert sorted(site.atlas.models) == ["five-e", "hankins-hexagon", "ours"], "the handbook's own things are not more for it"


def test_the_list_parts_what_is_used_from_what_is_built_in(site_of: Make) -> None:
    site = site_of(FILES)
    listed = view(site, "models/index.md")
    used, also = listed.groups
    assert [(model.id, model.journeys) for model in used.models] == [("ours", "2"), ("five-e", "1"), ("hankins-hexagon", "1")]
    assert listed.count == "3 in all"
    assert len(also.models) == len(built_in_models()) - 2
    row = next(model for model in also.models if model.id == "aida")
    assert (row.copy, row.order, row.journeys) == ("model: aida", "linear", "")
    assert words(site, row.fits).startswith("It fits a single message")
    assert [words(site, name) for name in row.stages] == ["Attention", "Interest", "Desire", "Action"]
    assert "model: aida" in printed(site, "models/index.md").html


def test_a_handbook_without_models_still_lists_those_to_choose_from(site_of: Make) -> None:
    site = site_of({"journeys/a.yml": "title: A\nstages: [one]\n"})
    listed = view(site, "models/index.md")
    assert [group.anchor for group in listed.groups] == ["built_in"]
    assert listed.count == "" and listed.data == ()
    assert "models" in listed_kinds(site.voice)


def test_a_delivery_shows_the_models_of_its_journeys_alone(site_of: Make) -> None:
    site = site_of(FILES, audience="client")
    assert sorted(uri for uri in site.pages if uri.startswith("models/")) == [
        "models/hankins-hexagon.md", "models/index.md", "models/ours.md",
    ]  # fmt: skip
    assert [group.anchor for group in view(site, "models/index.md").groups] == ["used"]
    names = {words(site, row.name) for row in view(site, "models/ours.md").corresponding}
    assert names == {"Our own", "The Hankins hexagon"}


def test_a_delivery_without_models_has_no_list_of_them(site_of: Make) -> None:
    files = {"handbook.yml": FILES["handbook.yml"], "journeys/d.yml": FILES["journeys/d.yml"], "journeys/e.yml": "title: E\nstages: [one]\n"}
    site = site_of(files, audience="client")
    assert not [uri for uri in site.pages if uri.startswith("models/")]


def test_a_model_that_only_a_draft_is_on_is_there_to_be_chosen(site_of: Make) -> None:
    files = {"journeys/a.yml": "title: A\nmodel: aida\npublish: draft\n", "journeys/b.yml": "title: B\nstages: [one]\n"}
    assert "aida" in site_of(files).atlas.other_models
    assert "aida" in site_of(files, drafts=True).atlas.models


def test_an_own_model_of_the_same_id_wins(site_of: Make) -> None:
    site = site_of({"models/aida.yml": "name: Ours\nstages: {look: {name: Look}}\n", "journeys/a.yml": "title: A\nmodel: race\n"})
    page = view(site, "models/aida.md")
    assert words(site, page.title) == "Ours"
    assert page.lead == "No journey follows it yet."
    assert "aida" not in site.atlas.other_models
    assert [model.id for group in view(site, "models/index.md").groups for model in group.models].count("aida") == 1
    assert site.pages["models/aida.md"].searched, "own models are always shown"


def test_texts_may_link_to_a_model_that_no_journey_is_on(site_of: Make) -> None:
    files = {**FILES, "journeys/a.yml": "title: A\nmodel: ours\nsummary: 'Like [AIDA](model:aida#desire)'\nstages: {start: {goal: x}}\n"}
    assert 'href="../../models/aida/#desire"' in printed(site_of(files), "journeys/a/index.md").html
    html = printed(site_of(files, audience="client"), "journeys/a/index.md").html
    assert "models/aida" not in html and "Like" in html


def test_stages_and_their_own_ways(site_of: Make) -> None:
    site = site_of(FILES)
    stages = view(site, "models/ours.md").stages
    assert [stage.number for stage in stages] == [1, 2, 3, 4]
    first = stages[0].typical
    assert (words(site, first.asks), first.serves) == ("Why?", "helps to recognise the need")
    assert [words(site, each) for each in first.content] == ["Article", "Our film"]
    assert [(way.kind, words(site, way.words), words(site, way.why)) for way in stages[-1].ways] == [
        ("back", "Start", "Again"), ("exit", "Gone", ""),
    ]  # fmt: skip


def test_the_loyalty_loop_is_told(site_of: Make) -> None:
    site = site_of({"journeys/a.yml": "title: A\nmodel: mckinsey-loop\n"})
    page = view(site, "models/mckinsey-loop.md")
    assert [(way.kind, words(site, way.words)) for way in page.stages[-1].ways] == [("on", "Consider"), ("skip", "Buy")]
    assert page.order == "cyclic" and page.ordered


def test_networks_and_areas_carry_no_numbers(site_of: Make) -> None:
    files = {**FILES, "models/areas.yml": "name: Areas\norder: none\nstages: {x: {name: X}, y: {name: Y}}\n"}
    site = site_of(files)
    for identity in ("hankins-hexagon", "areas"):
        page = view(site, f"models/{identity}.md")
        assert [stage.number for stage in page.stages] == [None] * len(page.stages)
        assert "journey-mark" not in printed(site, f"models/{identity}.md").html
    assert "journey-mark" in printed(site, "models/ours.md").html


def test_stages_stand_under_what_they_are_for(site_of: Make) -> None:
    site = site_of(FILES)
    page = view(site, "models/ours.md")
    own, *others = page.corresponding
    assert page.purposes == ("Recognise", "Choose", "Buy", "Use", "Recommend") and page.unsaid
    assert [[words(site, label.words) for label in cell] for cell in own.cells] == [
        ["Start"], ["Weigh", "Weigh more"], [], [], [], ["Something else"],
    ]  # fmt: skip
    assert own.cells[0][0].link.anchor == "start" and not own.cells[0][0].link.uri
    assert [words(site, row.name) for row in others[:2]] == ["The 5E experience model", "The Hankins hexagon"], "those in use come first"
    assert others[1].cells[0][0].link.uri == "models/hankins-hexagon.md"
    assert others[0].ordered and not others[1].ordered
    html = printed(site, "models/ours.md").html
    assert '<th scope="row">' in html and html.count('<th scope="col">Recognise</th>') == 1


def test_a_column_for_what_is_not_said_stands_only_where_it_is_needed(site_of: Make) -> None:
    site = site_of({"journeys/a.yml": "title: A\nmodel: aida\n"})
    page = view(site, "models/aida.md")
    assert not page.unsaid
    assert "not said" not in printed(site, "models/aida.md").html


def test_many_models_and_stages_stay_readable(site_of: Make) -> None:
    many = "".join(f"    s-{at}: {{name: S{at}, serves: use}}\n" for at in range(50))
    models = "".join(f"m-{at}: {{stages: [one]}}\n" for at in range(40)) + f"fifty:\n  order: cyclic\n  stages:\n{many}"
    site = site_of({"models.yml": models, "journeys/a.yml": "title: A\nmodel: fifty\n"})
    page = view(site, "models/fifty.md")
    assert len(page.stages) == 50 and page.stages[-1].number == 50
    assert len(page.corresponding[0].cells[3]) == 50
    assert len(page.corresponding) == 25 and page.more == 40 + len(built_in_models()) - 24
    row = next(row for row in view(site, "models/m-0.md").corresponding if words(site, row.name) == "Fifty")
    assert [words(site, label.words) for label in row.cells[3]] == ["S0", "S1", "S2", "S3", "S4", "45 more"]
    shown = view(site, "models/index.md").groups[0].models[0]
    assert (len(shown.stages), shown.more) == (12, 38)


def test_a_model_of_one_stage(site_of: Make) -> None:
    site = site_of({"models.yml": "one: {order: cyclic, stages: {only: {name: Only, next: [only]}}}\n", "journeys/a.yml": "title: A\nmodel: one\n"})
    stage = view(site, "models/one.md").stages[0]
    assert [way.kind for way in stage.ways] == ["again"]
    assert stage.empty == "Empty in 1 of 1 journey"


def test_sections_give_way_to_stages_of_their_name(site_of: Make) -> None:
    site = site_of({"models.yml": "m: {stages: [stages, journeys, correspondence]}\n", "journeys/a.yml": "title: A\nmodel: m\n"})
    html = printed(site, "models/m.md").html
    for name in ("stages", "journeys", "correspondence"):
        assert html.count(f'id="{name}"') == 1 and html.count(f'<li id="{name}"') == 1
        assert html.count(f'id="{name}_"') == 1


def test_stages_that_journeys_leave_empty_are_told(site_of: Make) -> None:
    stages = view(site_of(FILES), "models/ours.md").stages
    assert [stage.empty for stage in stages] == ["", "Empty in 1 of 2 journeys", "Empty in 2 of 2 journeys", "Empty in 2 of 2 journeys"]
    assert [label.link.uri for label in stages[1].empty_in] == ["journeys/a/weigh.md"]


def test_a_stage_leads_to_where_its_journeys_are_compared(site_of: Make) -> None:
    site = site_of(FILES)
    assert [stage.compare.uri for stage in view(site, "models/ours.md").stages] == ["compare/stages/ours/start.md", "", "", ""]
    assert "compare/stages/ours/start.md" in site.pages


def test_rings_and_networks_are_drawn_while_their_names_have_room(site_of: Make) -> None:
    files = {
        "models.yml": "seven: {order: network, stages: [a, b, c, d, e, f, g]}\nlong: {order: cyclic, stages: {a: "
        + "{name: Kundtillfredsställelseundersökningsansvarig}, b: , c: }}\ntwo: {order: cyclic, stages: [a, b]}\n"
        + "three: {order: cyclic, stages: {a: , b: {next: [c, a]}, c: }}\n",
        "journeys/a.yml": "title: A\nmodel: mckinsey-loop\n",
    }
    site = site_of(files)
    shapes = {name: view(site, f"models/{name}.md").shape for name in ("seven", "long", "two", "aida", "three", "mckinsey-loop", "hankins-hexagon")}
    assert [name for name, shape in shapes.items() if shape is None] == ["seven", "long", "two", "aida"]
    assert [(len(shapes[name].lines), len(shapes[name].across), len(shapes[name].heads)) for name in ("three", "mckinsey-loop", "hankins-hexagon")] == [
        (3, 1, 4), (5, 1, 6), (15, 0, 0),
    ]  # fmt: skip
    assert all(0 < x < 100 and 0 < y < 100 for shape in shapes.values() if shape for x, y in shape.places)
    html = printed(site, "models/hankins-hexagon.md").html
    assert '<ul aria-label="no order: every stage may lead to every other">' in html
    assert "journey-order--network" in printed(site, "models/seven.md").html


def test_an_empty_stage_tells_what_the_model_says(site_of: Make) -> None:
    site = site_of({"journeys/a.yml": "title: A\nmodel: awareness-to-advocacy\nstages: {awareness: {thoughts: [Mine]}}\n"})
    heads = view(site, "journeys/a/index.md").heads
    assert [words(site, head.typical) for head in heads][:3] == ["", "How do I solve this?", "Which one do I choose?"]
    empty, filled = view(site, "journeys/a/consideration.md"), view(site, "journeys/a/awareness.md")
    assert filled.typical is None
    assert words(site, empty.typical.asks) == "What should I look for?"
    assert [words(site, each) for each in empty.typical.content] == ["Guide", "Comparison", "Checklist"]
    assert (empty.typical.model.link.uri, empty.typical.model.link.anchor) == ("models/awareness-to-advocacy.md", "consideration")
    page = printed(site, "journeys/a/consideration.md").html
    assert "What the model says" in page and "says nothing about this customer" in page
    assert "What the model says" not in printed(site, "journeys/a/awareness.md").html
    assert printed(site, "journeys/a/index.md").html.count("Typical here, says the model:") == 4


def test_an_empty_stage_of_no_model_has_no_hint(site_of: Make) -> None:
    site = site_of({"journeys/a.yml": "title: A\nstages: [one]\n", "journeys/b.yml": "title: B\nmodel: m\n", "models.yml": "m: {stages: [x]}\n"})
    assert view(site, "journeys/a/one.md").typical is None
    assert view(site, "journeys/b/x.md").typical is None, "its model says no more than a name"


def test_names_are_in_the_sites_language_and_else_in_english_with_its_mark(site_of: Make) -> None:
    swedish = site_of({"handbook.yml": "title: H\nlanguage: sv\n", "journeys/a.yml": "title: A\nmodel: aida\n"})
    assert "Uppmärksamhet" in printed(swedish, "models/aida.md").html
    finnish = site_of({"handbook.yml": "title: H\nlanguage: fi\n", "journeys/a.yml": "title: A\nmodel: aida\n"})
    assert '<span lang="en" class="journey-other" title="englanti" dir="auto">Attention</span>' in printed(finnish, "models/aida.md").html


def test_nothing_in_a_model_becomes_markup(site_of: Make) -> None:
    evil = "<script>alert(1)</script>"
    site = site_of(
        {
            "models.yml": f"m: {{name: '{evil}', fits: '{evil}', summary: '{evil}', source: '{evil}', stages: {{x: {{name: '{evil}', "
            f"asks: '{evil}', thoughts: ['{evil}'], content: ['{evil}', {{en: '{evil}'}}], next: [{{exit: '{evil}', why: '{evil}'}}]}}}}}}\n",
            "journeys/a.yml": f"title: '{evil}'\nmodel: m\n",
        }
    )
    for uri in ("models/m.md", "models/index.md", "journeys/a/index.md", "journeys/a/x.md"):
        html = printed(site, uri).html
        assert "<script>alert" not in html
    assert html.count("&lt;script&gt;alert(1)") >= 4


def test_sections_hold_the_models_of_the_handbook(demo: Site) -> None:
    section = Sections(demo.voice).around("models", demo.atlas.models["hankins-hexagon"])
    assert section is not None
    assert {item.uri for item in section.children} == {f"models/{identity}.md" for identity in demo.atlas.models}
