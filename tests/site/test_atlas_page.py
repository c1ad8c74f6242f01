"""The atlas: every persona in every stage."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from journey_site.site.addresses import Addresses, directory_address
from journey_site.site.pages import Site
from journey_site.site.render import Renderer
from journey_site.site.views.overview import atlas_page
from journey_site.site.views.overview.atlas_page import AtlasView, atlas_view

MODEL = "title: Way\nstages: {ask: {name: Ask, serves: recognise}, buy: {name: Buying, serves: buy}, keep: {name: Keeping, serves: use}}\n"
PEOPLE = {f"personas/{name}.yml": f"name: {name.title()}\n" for name in ("anna", "bo", "cia")}


@pytest.fixture
def atlas_of(site_of: Callable[..., Site]) -> Callable[..., AtlasView]:
    """The page of the atlas of ``anna``, ``bo``, ``cia`` and some journeys on one model."""

    def make(journeys: dict[str, str], **options: object) -> AtlasView:
        files = {"models/way.yml": MODEL, **PEOPLE}
        files |= {f"journeys/{name}.yml": f"title: {name}\nmodel: way\n{text}" for name, text in journeys.items()}
        return atlas_view(site_of(files, **options).voice)

    return make


def test_the_worst_of_several_journeys_stands_first_with_how_many_more(atlas_of: Callable[..., AtlasView]) -> None:
    view = atlas_of(
        {
            "one": "persona: anna\nstages: {ask: {emotion: 1}, buy: {emotion: 0}}\n",
            "two": "persona: anna\nstages: {ask: {emotion: -2}}\n",
        }
    )
    table = next(table for table in view.tables if table.anchor == "model-way")
    ask, buy, _keep = table.rows[0].fields
    assert ask.face is not None
    assert (ask.face.value, ask.link.uri) == ("−2", "journeys/two/ask.md")
    assert [(mark.kind, mark.sign) for mark in ask.marks if mark.kind == "more"] == [("more", "+1")]
    assert buy.link.uri == "journeys/one/buy.md"


def test_marks_tell_evidence_open_opportunities_and_overdue_in_words(atlas_of: Callable[..., AtlasView]) -> None:
    view = atlas_of(
        {
            "one": """\
persona: anna
reviewed: 2020-01-01
review_every: 1 month
stages:
  ask:
    emotion: 1
    thoughts: [{text: Hm, confidence: assumed}]
    opportunities: [{text: Better}, {text: Old, status: done}]
    steps: [{id: s, name: S, opportunities: [Faster]}]
  buy: {emotion: 1, pains: [{text: Slow, confidence: measured}, {text: Dear, confidence: assumed}]}
  keep: {emotion: 1, pains: [Slow]}
"""
        }
    )
    table = next(table for table in view.tables if table.anchor == "model-way")
    told = [[(mark.kind, f"{mark.sign} {mark.words}".strip()) for mark in field.marks] for field in table.rows[0].fields]
    assert told == [
        [("assumed", "only assumed"), ("chances", "2 open opportunities"), ("overdue", "overdue")],
        [("measured", "partly measured"), ("overdue", "overdue")],
        [("overdue", "overdue")],
    ]


def test_blank_unknown_and_absent_are_told_apart(atlas_of: Callable[..., AtlasView]) -> None:
    view = atlas_of({"one": "persona: anna\nstages: {ask: {}, buy: {pains: [Slow]}}\nremove: []\n"})
    fields = next(table for table in view.tables if table.anchor == "model-way").rows[0].fields
    assert [field.kind for field in fields] == ["blank", "unknown", "blank"]


def test_the_verdict_names_where_nothing_is_known(atlas_of: Callable[..., AtlasView]) -> None:
    whole = "stages: {ask: {emotion: 1}, buy: {emotion: -1.5}, keep: {emotion: 1}}\n"
    view = atlas_of(
        {
            "one": f"persona: anna\n{whole}",
            "two": "persona: bo\nstages: {ask: {emotion: 1}, buy: {emotion: 1}}\n",
            "three": "persona: cia\nstages: {ask: {emotion: 1}, buy: {pains: [Slow]}}\n",
        }
    )
    said_of = [sentence.words for sentence in view.verdict]
    assert said_of == [
        "Nothing is known about “Use” for 2 of 3 personas.",
        "How “Buy” feels is unknown for 1 of 3 personas.",
        "It feels worst in “Buying” for Anna: −1.5.",
    ]
    assert view.verdict[0].note == "Bo and Cia"
    assert view.verdict[2].link.uri == "journeys/one/buy.md"


def test_who_has_no_such_stage_is_not_said_to_be_unknown(atlas_of: Callable[..., AtlasView]) -> None:
    view = atlas_of({"one": "persona: anna\nstages: {ask: {emotion: 1}, buy: {emotion: 1}, keep: {pains: [Slow]}}\n"})
    across = next(table for table in view.tables if table.anchor == "purposes")
    assert [[field.kind for field in row.fields] for row in across.rows][1:] == [["none"] * 3] * 2
    said_of = [(sentence.words, sentence.note) for sentence in view.verdict[:2]]
    assert said_of == [
        ("There is no stage for “Recognise” for 2 of 3 personas.", "Bo and Cia"),
        ("How “Use” feels is unknown for 1 of 1 personas.", "Anna"),
    ]


def test_of_as_many_the_stage_that_fewer_have_is_named(atlas_of: Callable[..., AtlasView]) -> None:
    felt = "stages: {ask: {emotion: 1}, buy: {emotion: 1}}\nremove: [keep]\n"
    view = atlas_of(
        {
            "one": f"persona: anna\n{felt}",
            "two": "persona: bo\nstages: {ask: {pains: [Slow]}, buy: {emotion: 1}, keep: {emotion: 1}}\n",
            "three": "persona: cia\nstages: {ask: {emotion: 1}, buy: {emotion: 1}, keep: {pains: [Slow]}}\n",
        }
    )
    assert view.verdict[0].words == "There is no stage for “Use” for 1 of 3 personas."
    assert view.verdict[1].words == "How “Use” feels is unknown for 1 of 2 personas."


def test_what_should_become_is_no_part_of_it(site_of: Callable[..., Site]) -> None:
    site = site_of({**PEOPLE, "journeys/one.yml": "title: One\npersona: anna\nstate: future\nstages: [a, b]\n"})
    assert "atlas/index.md" not in site.pages


def test_journeys_on_stages_of_their_own_name_their_stages(site_of: Callable[..., Site]) -> None:
    journeys = {
        "journeys/one.yml": "title: One\npersona: anna\nstages: {first: {emotion: 1}, second: {}}\n",
        "journeys/two.yml": "title: Two\nstages: {alone: {emotion: -1}}\n",
    }
    view = atlas_view(site_of({**PEOPLE, **journeys}).voice)
    table = next(table for table in view.tables if table.anchor == "own")
    assert table.named
    assert [[field.kind for field in row.fields] for row in table.rows] == [["felt", "blank"], ["felt", "none"]]
    assert [row.who for row in table.rows][1] == "Everyone"


def test_a_long_model_goes_on_below(site_of: Callable[..., Site]) -> None:
    stages = ", ".join(f"s{at}" for at in range(40))
    files = {**PEOPLE, "journeys/one.yml": f"title: One\npersona: anna\nstages: [{stages}]\n"}
    table = next(table for table in atlas_view(site_of(files).voice).tables if table.anchor == "own")
    sizes = [(len(part.columns), len(part.rows[0].fields)) for part in table.parts()]
    assert sizes == [(13, 13), (14, 14), (13, 13)]


def test_too_many_fields_leave_those_who_feel_worst(
    atlas_of: Callable[..., AtlasView], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atlas_page, "FIELDS", 6)
    values = {"anna": 1, "bo": -2, "cia": 2}
    view = atlas_of(
        {
            name: f"persona: {name}\nstages: {{ask: {{emotion: {value}}}, buy: {{emotion: {value}}}, keep: {{}}}}\n"
            for name, value in values.items()
        }
    )
    table = next(table for table in view.tables if table.anchor == "model-way")
    assert [row.identity for row in table.rows] == ["bo"]
    assert table.lead == "These are the 1 of 3 who feel worst; the others are told of on their own pages."


def test_an_edition_tells_nothing_of_what_it_hides(site_of: Callable[..., Site]) -> None:
    pain = "pains: [{text: Slow, confidence: measured, audience: internal}]"
    files = {
        "handbook.yml": "title: H\naudiences: [internal, public]\n",
        **PEOPLE,
        "personas/bo.yml": "name: Bo\naudience: internal\n",
        "journeys/one.yml": f"title: One\npersona: anna\nstages: {{a: {{emotion: 1, {pain}}}}}\n",
    }
    whole, public = atlas_view(site_of(files).voice), atlas_view(site_of(files, audience="public").voice)
    marks = [[mark.kind for mark in view.tables[0].rows[0].fields[0].marks] for view in (whole, public)]
    assert marks == [["measured"], []]


def test_the_page_of_a_hundred_people_stays_small_and_names_nobody_as_markup(site_of: Callable[..., Site]) -> None:
    stages = {stage: "{emotion: -1, thoughts: [{text: Hm, confidence: assumed}], opportunities: [Better]}" for stage in "abcdefgh"}
    model = "title: M\nstages: {" + ", ".join(f"{stage}: {{serves: use}}" for stage in stages) + "}\n"
    files = {f"models/m{at}.yml": model for at in range(2)}
    for at in range(100):
        files[f"personas/person-number-{at}.yml"] = f'name: "<b>Somebody</b> with a name {at}"\n'
        for which in range(2):
            told = ", ".join(f"{stage}: {text}" for stage, text in stages.items())
            files[f"journeys/from-the-first-day-{at}-{which}.yml"] = (
                f"title: T\npersona: person-number-{at}\nmodel: m{which}\nreviewed: 2020-01-01\nreview_every: 1 month\nstages: {{{told}}}\n"
            )
    site = site_of(files)
    page = site.pages["atlas/index.md"]
    html = Renderer(site, lambda _: "<svg></svg>").render(page, Addresses("atlas/", directory_address)).html
    assert html.count("<td") > 1000
    assert len(html.encode()) < 450_000
    assert "<b>Somebody" not in html
