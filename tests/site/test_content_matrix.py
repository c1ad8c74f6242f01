"""The content matrix: what each persona finds in each stage, and the gaps as work."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest

from journey_site.data_files import data_files
from journey_site.site.addresses import Addresses, directory_address
from journey_site.site.navigation import top_level
from journey_site.site.pages import Site
from journey_site.site.render import Renderer
from journey_site.site.views.entries import Words
from journey_site.site.views.lists.lists import list_view
from journey_site.site.views.lists.rows import said
from journey_site.site.views.overview import content_room
from journey_site.site.views.overview.content_matrix import ContentMatrixView, content_matrix_view
from journey_site.site.views.overview.content_tables import MatrixField, MatrixTable
from journey_site.site.views.people.persona import persona_view

MODEL = "title: Way\nstages: {ask: {name: Ask, serves: recognise}, buy: {name: Buying, serves: buy}, keep: {name: Retention, serves: use}}\n"
PEOPLE = {f"personas/{name}.yml": f"name: {name.title()}\n" for name in ("anna", "bo", "cia")}
CONTENT = """\
film: {title: Film, type: video, status: live, language: sv}
plain: {title: Plain}
soon: {title: Soon, type: guide, status: planned}
wish: {title: Wish, status: missing}
old: {title: Old, status: outdated}
gone: {title: Gone, publish: retired}
"""


@pytest.fixture
def site_with(site_of: Callable[..., Site]) -> Callable[..., Site]:
    """The site of ``anna``, ``bo``, ``cia``, six pieces of content, and some journeys on one model."""

    def make(journeys: dict[str, str], **options: object) -> Site:
        files = {"models/way.yml": MODEL, **PEOPLE, "content.yml": CONTENT, "departments.yml": "sales: Sales\ncare: Care\n"}
        files |= {f"journeys/{name}.yml": f"title: {name.title()}\nmodel: way\n{text}" for name, text in journeys.items()}
        return site_of(files, **options)

    return make


def table(view: ContentMatrixView, anchor: str) -> MatrixTable:
    return next(each for each in view.tables if each.anchor == anchor)


def told(field: MatrixField) -> tuple[str, list[str]]:
    return field.kind, [item.words if isinstance(item.words, str) else item.words.best("en").words for item in field.items]


def gaps(view: ContentMatrixView) -> dict[str, list[str]]:
    """The stages with nothing, by persona."""
    found: dict[str, list[str]] = {}
    for each in view.gaps:
        for row in each.rows if each.anchor == "nothing" else ():
            found.setdefault(str(row[1].words), []).append(str(row[0].words))
    return found


def pieces(view: ContentMatrixView) -> list[tuple[str, str, list[str], str]]:
    """The content to make: what, its state, for which stages and whom, and whose it is."""
    rows = next((each.rows for each in view.gaps if each.anchor == "pieces"), ())
    return [
        (plain(row[0].words), row[1].badge, [f"{plain(place.words)}: {place.note}" for place in row[2].places], plain((row[4].owner or row[4]).words))
        for row in rows
    ]


def plain(words: Words) -> str:
    return words if isinstance(words, str) else words.best("en").words


def test_what_is_not_there_fills_no_gap(site_with: Callable[..., Site]) -> None:
    view = content_matrix_view(
        site_with({"one": "persona: bo\nstages: {ask: {content: [film, soon]}, buy: {content: [soon, wish, old, gone]}, keep: {content: [plain]}}\n"}).voice
    )
    (only,) = view.tables
    assert [told(field) for field in only.rows[0].fields] == [
        ("full", ["Film", "Soon"]),
        ("gap", ["Old", "Soon", "Wish", "Gone"]),
        ("full", ["Plain"]),
    ]
    film = only.rows[0].fields[0].items[0]
    assert (film.type, film.state, film.language, film.link.uri) == ("Video", "live", "Swedish", "content/film.md")
    assert gaps(view) == {"Bo": ["Buying for Bo: nothing"]}
    on_the_way = view.gaps[0].rows[0][4]
    assert on_the_way.words == "1 item is planned, 1 item is outdated, 1 item is missing, and 1 item is retired"
    assert [(label.words, label.note) for label in on_the_way.places] == [(name, "no owner") for name in ("Soon", "Old", "Wish", "Gone")]


def test_gaps_are_told_as_work_with_stage_and_owner_worst_first(site_with: Callable[..., Site]) -> None:
    site = site_with(
            {
                "one": "persona: anna\nowner: sales\nstages: {ask: {emotion: 1}, buy: {emotion: -2, owner: care}, keep: {emotion: -1}}\n",
                "two": "persona: bo\nstages: {ask: {content: [film]}, buy: {content: [film]}, keep: {emotion: 2, moment_of_truth: true}}\n",
            }
    )
    view = content_matrix_view(site.voice)
    assert list(gaps(view).items()) == [
        ("Bo", ["Retention for Bo: nothing"]),
        ("Anna", ["Buying for Anna: nothing", "Retention for Anna: nothing", "Ask for Anna: nothing"]),
    ]
    bo, *anna = view.gaps[0].rows
    assert (bo[0].link.uri, bo[3].note) == ("journeys/two/keep.md", "moment of truth")
    assert [row[5].owner and said(row[5].owner.words, site.voice) for row in anna] == ["Care", "Sales", "Sales"]
    assert bo[5].words == "no owner"
    assert bo[4].words == "nothing planned"


def test_the_gaps_stand_in_one_list_whosever_they_are(site_with: Callable[..., Site]) -> None:
    view = content_matrix_view(
        site_with(
            {
                "one": "persona: anna\nstages: {ask: {emotion: -2}, buy: {content: [film]}, keep: {emotion: 1}}\n",
                "two": "persona: bo\nstages: {ask: {content: [film]}, buy: {emotion: -1}, keep: {emotion: 2, moment_of_truth: true}}\n",
            }
        ).voice
    )
    rows = [(row[1].words, row[3].face.value if row[3].face else "") for row in view.gaps[0].rows]
    assert rows == [("Bo", "+2"), ("Anna", "−2"), ("Bo", "−1"), ("Anna", "+1")]


def test_a_stage_with_a_long_name_stands_in_quotation_marks(site_of: Callable[..., Site]) -> None:
    journey = "title: One\npersona: bo\nstages: [{id: a, name: Waiting for the technician}, {id: b, name: Use}, {id: c, name: Film, content: [film]}]\n"
    view = content_matrix_view(site_of({**PEOPLE, "content.yml": CONTENT, "journeys/one.yml": journey}).voice)
    assert gaps(view) == {"Bo": ["“Waiting for the technician” for Bo: nothing", "Use for Bo: nothing"]}


def test_pieces_are_work_once_each_also_where_the_stage_has_something_else(site_with: Callable[..., Site]) -> None:
    view = content_matrix_view(
        site_with(
            {
                "one": """\
persona: anna
stages:
  ask: {emotion: -1, content: [film, wish, {title: Card, status: missing, owner: care}]}
  buy: {emotion: 1, content: [film, old, wish]}
  keep: {content: [film, {content: plain, status: outdated}]}
""",
                "two": "actors: [{persona: bo}, {persona: cia}]\nstages: {ask: {content: [film, {content: wish, actor: cia}]}, buy: {content: [film]}, keep: {content: [film]}}\n",
            }
        ).voice
    )
    assert gaps(view) == {}
    assert pieces(view) == [
        ("Wish", "missing", ["Ask: Anna · One", "Buying: Anna · One", "Ask: Cia · Two"], "no owner"),
        ("Card", "missing", ["Ask: Anna · One"], "Care"),
        ("Old", "outdated", ["Buying: Anna · One"], "no owner"),
        ("Plain", "outdated", ["Retention: Anna · One"], "no owner"),
        ("Soon", "planned", [], "no owner"),
    ]
    assert "2 pieces of content are missing" in view.counts


def test_the_verdict_counts_those_who_find_nothing(site_with: Callable[..., Site]) -> None:
    full = "ask: {content: [film]}, buy: {content: [film]}"
    view = content_matrix_view(
        site_with(
            {
                "one": f"persona: anna\nstages: {{{full}, keep: {{emotion: -1.5}}}}\n",
                "two": f"persona: bo\nstages: {{{full}, keep: {{}}}}\n",
                "three": f"persona: cia\nstages: {{{full}, keep: {{content: [plain]}}}}\n",
            }
        ).voice
    )
    assert [(sentence.words, sentence.note) for sentence in view.verdict] == [
        ("Nothing for “Retention” for 2 of 3 personas.", "Anna and Bo"),
        ("It hurts most in “Retention” for Anna: −1.5, and nothing is there.", ""),
    ]
    assert view.verdict[1].link.anchor == "gap-one-keep"


def test_where_everybody_finds_something_nothing_is_asked_for(site_with: Callable[..., Site]) -> None:
    view = content_matrix_view(site_with({"one": "persona: anna\nstages: {ask: {content: [film]}, buy: {content: [film]}, keep: {content: [film]}}\n"}).voice)
    assert ([sentence.words for sentence in view.verdict], gaps(view), view.gaps_lead) == (["Everybody finds something in every stage."], {}, "")


def test_content_for_one_of_a_group_leaves_a_gap_for_the_others(site_with: Callable[..., Site]) -> None:
    view = content_matrix_view(
        site_with(
            {
                "one": """\
actors: [{persona: anna}, {persona: bo}, {persona: cia}]
stages:
  ask: {content: [{content: film, actor: bo}]}
  buy: {actor: [anna], steps: [{name: S, actor: anna, content: [plain]}]}
  keep: {}
"""
            }
        ).voice
    )
    assert gaps(view) == {
        "Anna and Cia": ["Ask for Anna and Cia: nothing"],
        "Anna, Bo, and Cia": ["Retention for Anna, Bo, and Cia: nothing"],
    }
    kinds = {row.identity: [field.kind for field in row.fields] for row in view.tables[0].rows}
    assert kinds == {"anna": ["gap", "full", "gap"], "bo": ["full", "none", "gap"], "cia": ["gap", "none", "gap"]}


def test_several_stages_in_one_field_say_in_how_many_there_is_nothing(site_with: Callable[..., Site], site_of: Callable[..., Site]) -> None:
    view = content_matrix_view(
        site_with(
            {
                "one": "persona: anna\nstages: {ask: {content: [film]}, buy: {content: [film]}, keep: {content: [film]}}\n",
                "two": "persona: anna\nstages: {ask: {}, buy: {content: [film, plain, soon, wish, old]}, keep: {content: [film]}}\n",
            }
        ).voice
    )
    ask, buy, _keep = view.tables[0].rows[0].fields
    assert (ask.kind, ask.nothing and ask.nothing.words, ask.nothing and ask.nothing.link.anchor) == ("some", "nothing in 1 of 2 stages", "gap-two-ask")
    assert (told(buy)[1], [str(item.state) for item in buy.more], buy.more_label) == (["Film", "Plain", "Old"], ["planned", "missing"], "and 2 more")


@pytest.mark.parametrize("file", [{"journeys/one.yml": "title: One\npersona: anna\nstages: [a]\n"}, {"content.yml": CONTENT}], ids=["stages", "content"])
def test_it_is_not_there_without_both(site_of: Callable[..., Site], file: dict[str, str]) -> None:
    site = site_of({**PEOPLE, **file})
    assert "content-matrix/index.md" not in site.pages
    assert "data/content-matrix.csv" not in data_files(site, directory_address)


def test_it_stands_in_the_menu_and_on_the_page_of_all_content(site_with: Callable[..., Site]) -> None:
    site = site_with({"one": "persona: anna\n"})
    assert "content-matrix/index.md" in site.pages
    assert "content-matrix/index.md" in [item.uri for item in top_level(site.voice)[-1].children]
    beside = list_view("content", site.voice).beside
    assert beside is not None
    assert beside.link.uri == "content-matrix/index.md"


def test_a_persona_leads_to_its_row(site_with: Callable[..., Site]) -> None:
    site = site_with({"one": "persona: bo\nstages: {ask: {content: [film]}, buy: {}, keep: {}}\n"})
    anna, bo = (persona_view(site.atlas.personas[name], site.voice) for name in ("anna", "bo"))
    assert anna.content is None
    assert bo.content is not None
    assert (bo.content.words, bo.content.link.anchor) == ("There is nothing in 2 of 3 stages.", "persona-bo")
    assert [row.anchor for row in content_matrix_view(site.voice).tables[0].rows] == ["persona-bo"]


def test_an_edition_tells_nothing_of_what_it_hides(site_of: Callable[..., Site]) -> None:
    files = {
        "handbook.yml": "title: H\naudiences: [internal, public]\n",
        **PEOPLE,
        "content.yml": "film: {title: Secret film, audience: internal}\nplain: {title: Plain}\n",
        "journeys/one.yml": "title: One\npersona: anna\nstages: {a: {name: Need, content: [film]}, b: {name: Deed, content: [plain]}}\n",
    }
    assert gaps(content_matrix_view(site_of(files).voice)) == {}
    public = content_matrix_view(site_of(files, audience="public").voice)
    assert gaps(public) == {"Anna": ["Need for Anna: nothing"]}
    assert "Secret" not in repr(public)


def test_the_file_holds_a_row_for_each_piece_and_each_gap(site_with: Callable[..., Site]) -> None:
    site = site_with({"one": "persona: bo\nowner: sales\nstages: {ask: {content: [film, soon]}, buy: {content: [wish]}, keep: {}}\n"})
    text = b"".join(data_files(site, directory_address)["data/content-matrix.csv"]()).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["Stage"], row["Persona"], row["Gap"], row["Content"], row["State"], row["Address"]) for row in rows] == [
        ("Ask", "Bo", "", "Film", "published", "journeys/one/ask/"),
        ("Ask", "Bo", "", "Soon", "planned", "journeys/one/ask/"),
        ("Buying", "Bo", "nothing", "Wish", "missing", "journeys/one/buy/"),
        ("Retention", "Bo", "nothing", "", "", "journeys/one/keep/"),
    ]


def test_long_fields_are_cut_before_rows_are(site_with: Callable[..., Site], monkeypatch: pytest.MonkeyPatch) -> None:
    stages = "{ask: {content: [film, plain, soon]}, buy: {content: [film]}, keep: {}}"
    site = site_with({name: f"persona: {name}\nstages: {stages}\n" for name in ("anna", "bo")})
    monkeypatch.setattr(content_room, "ROOM", 6 * 60 + 4 * 270)
    view = content_matrix_view(site.voice)
    assert [row.identity for row in view.tables[0].rows] == ["anna", "bo"]
    field = view.tables[0].rows[0].fields[0]
    assert (told(field)[1], field.more, field.more_label) == (["Film"], (), "and 2 more")
    assert view.tables[0].lead == "Long fields are cut short here; the pages of the stages tell all."


def test_sixty_people_and_eight_stages_stay_small_and_name_nobody_as_markup(site_of: Callable[..., Site]) -> None:
    names = "abcdefgh"
    files = {"models/m.yml": "title: M\nstages: {" + ", ".join(f"{stage}: {{serves: use}}" for stage in names) + "}\n"}
    files["content.yml"] = "".join(
        f'piece-{at}: {{title: "<b>Something</b> of a usual length to read {at}", type: guide, status: {"live" if at % 3 else "planned"}, language: sv}}\n'
        for at in range(120)
    )
    for at in range(60):
        files[f"personas/person-number-{at}.yml"] = f'name: "<i>Somebody</i> with a name {at}"\n'
        for which in range(3):
            held = ", ".join(
                f"{stage}: {{content: [{', '.join(f'piece-{(at * 7 + place * 3 + n) % 120}' for n in range((at + place) % 4))}]}}"
                for place, stage in enumerate(names)
            )
            files[f"journeys/way-{at}-{which}.yml"] = f"title: T\npersona: person-number-{at}\nmodel: m\nstages: {{{held}}}\n"
    site = site_of(files)
    page = site.pages["content-matrix/index.md"]
    html = Renderer(site, lambda _: "<svg></svg>").render(page, Addresses("content-matrix/", directory_address)).html
    assert html.count('<tr id="persona-') == 60
    assert len(html.encode()) < 460_000
    assert "<b>Something" not in html
    assert "<i>Somebody" not in html
