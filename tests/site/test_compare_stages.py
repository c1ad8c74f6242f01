"""One stage in every journey on its model: who stands in which column, and what is the same."""

from __future__ import annotations

from collections.abc import Callable

from journey_site.site.addresses import Addresses, compare_stage_uri, directory_address
from journey_site.site.pages import Site
from journey_site.site.render import Renderer
from journey_site.site.views.compare.compare_stages import CompareStageView

Make = Callable[..., Site]

BASE = {
    "handbook.yml": "title: Handbook\ndepartments: {sales: Sales, web: Web}\n",
    "personas.yml": "anna: {name: Anna Ek}\nbo: {name: Bo Øst}\nkim: {name: Kim Li}\n",
    "touchpoints.yml": "shop: Shop\nmail: Mail\nfair: Fair\n",
    "content.yml": "guide: Guide\nfilm: Film\n",
}
ANNA = """
    title: Annas
    persona: anna
    model: aida
    owner: sales
    stages:
      attention:
        emotion: -1.2
        goal: Sleep
        thoughts: [Why me?]
        pains: [{text: Mild, severity: 1}, {text: Wild, severity: 4}]
        content: [guide]
        touchpoints: [{touchpoint: shop, experience: 1}, {touchpoint: shop, experience: -1}, mail]
        duration: 2 weeks
        waiting: 1 day
      interest: {goal: Eat}
"""
BO = """
    title: Bos
    persona: bo
    model: aida
    stages:
      attention: {emotion: 0.6, goal: Sleep, content: [guide, film], touchpoints: [shop, fair], owner: web}
      desire: {goal: g}
"""
KIM = "title: Kims\npersona: kim\nmodel: aida\nstages: {interest: {goal: Eat}}\n"
FILES = BASE | {"journeys/anna.yml": ANNA, "journeys/bo.yml": BO, "journeys/kim.yml": KIM}


def view_of(site: Site, stage: str = "attention", model: str = "aida") -> CompareStageView:
    return site.pages[compare_stage_uri(model, stage)].view()  # type: ignore[no-any-return]


def row(view: CompareStageView, lane: str):  # type: ignore[no-untyped-def]
    return next(each for each in view.rows if each.lane == lane)


def said(view: CompareStageView, lane: str) -> list[list[tuple[str, str]]]:
    def words(entry):  # type: ignore[no-untyped-def]
        return entry.words if isinstance(entry.words, str) else entry.words.best("en").words

    return [[(words(entry), entry.common) for entry in cell.entries] for cell in row(view, lane).cells]


def test_only_stages_that_two_journeys_fill_are_compared(site_of: Make) -> None:
    site = site_of(FILES)
    compared = [uri for uri in site.pages if uri.startswith("compare/")]
    assert compared == ["compare/stages/aida/attention.md", "compare/stages/aida/interest.md"]
    assert [page.searched for uri, page in site.pages.items() if uri in compared] == [False, False]


def test_retired_journeys_are_no_columns(site_of: Make) -> None:
    site = site_of(FILES | {"journeys/bo.yml": BO.replace("title: Bos", "title: Bos\n    publish: retired")})
    assert "compare/stages/aida/attention.md" not in site.pages


def test_the_worst_comes_first_and_those_without_words_stand_below(site_of: Make) -> None:
    view = view_of(site_of(FILES))
    assert [column.who for column in view.columns] == ["Anna", "Bo"]
    assert [column.face.value for column in view.columns if column.face] == ["−1.2", "+0.6"]
    assert [blank.note for blank in view.blank] == ["Kim"]
    assert not view.others


def test_what_all_have_and_what_one_alone_has_is_marked(site_of: Make) -> None:
    view = view_of(site_of(FILES))
    assert said(view, "content") == [[("Guide", "all")], [("Film", "own"), ("Guide", "all")]]
    assert said(view, "touchpoints") == [[("Mail", "own"), ("Shop", "all")], [("Fair", "own"), ("Shop", "all")]]
    assert said(view, "goal") == [[("Sleep", "all")], [("Sleep", "all")]]
    assert said(view, "thoughts") == [[("Why me?", "")], []]
    assert [row(view, lane).said for lane in ("goal", "content", "owner")] == ["the same for all", "1 of 2 the same for all", ""]


def test_the_worst_pain_the_worst_experience_and_the_time(site_of: Make) -> None:
    view = view_of(site_of(FILES))
    assert [entry.score for entry in row(view, "pains").cells[0].entries] == [4]
    assert [entry.face.value for entry in row(view, "touchpoints").cells[0].entries if entry.face] == ["−1"]
    (time,) = row(view, "duration").cells[0].entries
    assert (time.words, time.note) == ("2 weeks", "1 day of it waiting")


def test_the_verdict_names_people_where_they_tell_the_journeys_apart(site_of: Make) -> None:
    site = site_of(FILES)
    assert view_of(site).verdict == (
        "It feels worst for Anna, −1.2, and best for Bo, +0.6.",
        "1 of 2 pieces of content are the same for all.",
        "1 of 3 touchpoints are the same for all.",
    )
    same = site_of(FILES | {"journeys/bo.yml": BO.replace("persona: bo", "persona: anna")})
    assert view_of(same).verdict[0] == "It feels worst in “Annas”, −1.2, and best in “Bos”, +0.6."


def test_equal_moods_and_unknown_ones(site_of: Make) -> None:
    same = site_of(FILES | {"journeys/bo.yml": BO.replace("0.6", "-1.2")})
    assert view_of(same).verdict[0] == "It feels the same for all: −1.2."
    assert view_of(same, "interest").verdict == (), "nobody has said how it feels"
    assert [column.face for column in view_of(same, "interest").columns] == [None, None]


def test_the_stepper_leads_past_what_cannot_be_compared(site_of: Make) -> None:
    site = site_of(FILES | {"journeys/kim.yml": KIM.replace("interest", "action"), "journeys/bo.yml": BO + "      action: {goal: g}\n"})
    view = view_of(site)
    assert [(step.number, bool(step.link), step.here) for step in view.stages] == [
        (1, True, True), (2, False, False), (3, False, False), (4, True, False),
    ]  # fmt: skip
    assert view.previous is None and view.next is not None
    assert view.next.link.uri == "compare/stages/aida/action.md"


def test_in_a_network_nothing_comes_before_or_after(site_of: Make) -> None:
    stages = "stages: {trigger: {goal: a}, compare: {goal: b}}\n"
    files = {f"journeys/{name}.yml": f"title: {name}\nmodel: hankins-hexagon\n{stages}" for name in ("x", "y")}
    view = view_of(site_of(BASE | files), "trigger", "hankins-hexagon")
    assert (view.ordered, view.number, view.previous, view.next) == (False, None, None, None)
    assert {step.number for step in view.stages} == {None}


def test_a_group_is_named_as_one(site_of: Make) -> None:
    group = "title: Both\nactors: [anna, bo]\nmodel: aida\nstages: {attention: {emotion: {anna: 1, bo: -2}}}\n"
    view = view_of(site_of(FILES | {"journeys/kim.yml": group}))
    assert [column.who for column in view.columns] == ["Anna", "Anna and Bo", "Bo"]
    assert view.columns[1].mood_of == "the mean of 2 people"
    assert not view.columns[1].who_link


def test_dozens_of_journeys_stay_readable_and_light(site_of: Make) -> None:
    entries = ", ".join(f"{{name: Touchpoint number {number}, experience: 1}}" for number in range(40))
    files = {
        f"journeys/j{number}.yml": f"title: Journey {number}\nmodel: aida\nstages:\n"
        f"  attention: {{emotion: {number % 4 - 2}, touchpoints: [{entries}]}}\n"
        for number in range(60)
    }
    site = site_of(BASE | files)
    view = view_of(site)
    assert (len(view.columns), len(view.others)) == (12, 48)
    assert [(len(cell.entries), cell.more) for cell in row(view, "touchpoints").cells] == [(12, 28)] * 12
    assert len(html_of(site, compare_stage_uri("aida", "attention"))) < 200_000


def test_marks_are_said_in_words_too(site_of: Make) -> None:
    html = html_of(site_of(FILES), compare_stage_uri("aida", "attention"))
    assert '<span class="journey-hidden">the same for all: </span>' in html
    assert '<span class="journey-hidden">only here: </span>' in html
    assert '<th scope="row">' in html and '<th scope="col"' in html


def test_a_stage_leads_to_its_comparison(site_of: Make) -> None:
    site = site_of(FILES)
    assert site.pages["journeys/anna/attention.md"].view().more_others.uri == "compare/stages/aida/attention.md"
    assert not site.pages["journeys/bo/desire.md"].view().more_others


def test_an_edition_compares_only_what_it_shows(site_of: Make) -> None:
    files = FILES | {
        "handbook.yml": "title: H\naudiences: [internal, public]\n",
        "journeys/bo.yml": BO.replace("title: Bos", "title: Bos\n    audience: internal").replace(", owner: web", ""),
        "journeys/anna.yml": ANNA.replace("    owner: sales\n", ""),
    }
    assert "compare/stages/aida/attention.md" in site_of(files).pages
    public = site_of(files, audience="public")
    assert "compare/stages/aida/attention.md" not in public.pages
    assert not public.pages["journeys/anna/attention.md"].view().more_others


def test_nothing_from_yaml_becomes_markup(site_of: Make) -> None:
    evil = "<script>alert(1)</script>"
    files = FILES | {
        "journeys/anna.yml": ANNA.replace("Why me?", f'"{evil}"').replace("Annas", evil),
        "journeys/kim.yml": KIM.replace("Kims", evil),
    }
    assert "<script" not in html_of(site_of(files), compare_stage_uri("aida", "attention"))


def html_of(site: Site, uri: str) -> str:
    return Renderer(site, lambda name: "").render(site.pages[uri], Addresses(directory_address(uri), directory_address)).html
