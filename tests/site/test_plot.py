"""Impact against effort: nothing in the drawing meets anything else, and every mark says what it is and leads to its row."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from journey_site.site.addresses import Addresses, directory_address
from journey_site.site.figures.field import MARK, NARROW, SIZE, STACKED, WIDE, Field, Size, Spot, field_of
from journey_site.site.figures.letters import width_of
from journey_site.site.pages import Site
from journey_site.site.render import Renderer
from journey_site.site.views.lists.plot import DOTS

NAMES = ("Do first", "Plan well", "When there is time", "Think twice")
LONG = "Installationsbesiktningsprotokollet skickas redan samma kväll till bostadsrättsföreningens ordförande"
WORDS = some.one_of(
    some.sampled_from(["", "Ring", LONG, "Leveransbekräftelse", "在庫を確認する " * 6, "W" * 90, "🏠" * 40, "<script>alert(1)</script>"]),
    some.text(max_size=120),
)
STEP = some.integers(1, 5)
SPOTS = some.one_of(
    some.lists(some.builds(Spot, STEP, STEP, WORDS), min_size=1, max_size=60),
    some.integers(1, 60).flatmap(lambda count: some.lists(some.builds(Spot, some.just(4), some.just(2), WORDS), min_size=count, max_size=count)),
)


def meets_nothing(field: Field, spots: list[Spot]) -> None:
    """That no mark, label or name meets another, leaves its own step or the frame."""
    boxes = [put.mark for put in field.puts] + [put.label for put in field.puts if put.label] + [each.box for each in field.quarters]
    assert [(one, other) for one, other in combinations(boxes, 2) if one.meets(other)] == []
    assert [box for box in boxes if not field.frame.encloses(box)] == []
    assert field.frame.bottom < field.height
    edges_across = sorted((field.frame.left, *field.across, field.frame.right))
    edges_down = sorted((field.frame.top, *field.down, field.frame.bottom))
    from_right = field.columns[0] > field.columns[-1]
    for spot, put in zip(spots, field.puts, strict=True):
        column = 5 - spot.effort if from_right else spot.effort - 1
        row = 5 - spot.impact
        assert edges_across[column] < put.whole.left < put.whole.right < edges_across[column + 1]
        assert edges_down[row] < put.whole.top < put.whole.bottom < edges_down[row + 1]
        if put.label:
            assert max(width_of(line, SIZE) for line in put.lines) <= put.label.width + 0.01


@given(SPOTS, some.sampled_from([WIDE, NARROW]), some.booleans())
def test_no_label_meets_another_a_mark_or_the_frame(spots: list[Spot], size: Size, from_right: bool) -> None:
    field = field_of(spots, NAMES, size)
    meets_nothing(field.mirrored() if from_right else field, spots)


def test_several_at_one_spot_stand_beside_each_other_with_their_words() -> None:
    field = field_of([Spot(4, 2, LONG)] * STACKED, NAMES, WIDE)
    assert len({put.mark.left for put in field.puts}) == 1
    assert all(len(put.lines) == 2 and put.lines[1].endswith("…") for put in field.puts)


def test_past_what_can_be_read_marks_stand_alone() -> None:
    field = field_of([Spot(4, 2, LONG)] * (STACKED + 1), NAMES, WIDE)
    assert all(put.lines == () and put.label is None for put in field.puts)
    assert len({put.mark.left for put in field.puts}) > 3
    assert all(put.lines == () for put in field_of([Spot(1, 1, "Ring")], NAMES, NARROW).puts)


def test_impact_grows_upwards_and_effort_along_the_line() -> None:
    high, low, dear = field_of([Spot(5, 1, "a"), Spot(1, 1, "b"), Spot(5, 5, "c")], NAMES, WIDE).puts
    assert high.mark.top < low.mark.top
    assert high.mark.left == low.mark.left < dear.mark.left
    assert high.mark.width == MARK


def _handbook(chances: list[str], language: str = "en") -> dict[str, str]:
    lines = "".join(f"      - {chance}\n" for chance in chances)
    return {
        "handbook.yml": f"title: H\nlanguage: {language}\ndepartments: {{sales: Sales}}\n",
        "journeys/j.yml": (
            "title: J\nstages:\n  need:\n"
            "    pains: [{id: slow, text: Slow, severity: 5}, {id: dear, text: Dear, severity: 2}, {text: Dull, severity: 4}]\n"
            f"    opportunities:\n{lines}"
        ),
    }


CHANCES = [
    "{text: Ring, impact: 5, effort: 1, status: doing, owner: sales, solves: [slow]}",
    "{text: Write <b>soon</b>, impact: 4, effort: 2, status: planned}",
    "{text: Think, impact: 4, effort: 2, status: idea}",
    "{text: Guess, impact: 2, effort: 5}",
    "{text: Old, impact: 5, effort: 1, status: done}",
    "{text: Away, impact: 5, effort: 1, status: dropped, solves: [dear]}",
    "Unknown",
]


def body(site: Site, uri: str) -> str:
    printed = Renderer(site, lambda name: '<svg viewBox="0 0 1 1"></svg>').render(site.pages[uri], Addresses(directory_address(uri), directory_address))
    return printed.html


def test_what_nobody_has_taken_on_says_so_in_the_drawing(site_of: Callable[..., Site]) -> None:
    plot = site_of(_handbook(CHANCES)).pages["opportunities/index.md"].view().tables[0].plot
    assert [mark.owned for mark in plot.drawings[0].marks] == [True, False, False, False]
    assert plot.drawings[0].marks[1].name.endswith("planned, no owner")
    assert plot.unowned == "no owner"
    owned = [chance.replace("{text", "{owner: sales, text") if "owner" not in chance else chance for chance in CHANCES[:3]]
    assert site_of(_handbook(owned)).pages["opportunities/index.md"].view().tables[0].plot.unowned == ""
    html = body(site_of(_handbook(CHANCES)), "journeys/j/need.md")
    assert html.count('<em class="journey-lack">no owner</em>') == 4, "what is done or dropped wants no owner"


def test_what_is_open_and_rated_is_drawn_and_leads_to_its_row(site_of: Callable[..., Site]) -> None:
    site = site_of(_handbook(CHANCES))
    table = site.pages["opportunities/index.md"].view().tables[0]
    wide, narrow = table.plot.drawings
    assert [(mark.number, mark.status) for mark in wide.marks] == [("1", "doing"), ("2", "planned"), ("3", "idea"), ("4", "")]
    assert len({mark.shape for mark in wide.marks[:3]}) == 3, "states differ in shape"
    assert [key.words for key in table.plot.key] == ["idea", "planned", "under way", "state not stated"]
    assert wide.marks[0].name == "1: Ring – impact 5, effort 1, under way"
    assert table.plot.left_out.replace("\u00a0", " ") == "Not drawn: 2 done or dropped and 1 not rated yet."
    numbers = {row[0].anchor: row[0].mark for row in table.rows}
    for mark in (*wide.marks, *narrow.marks):
        assert numbers[mark.link.anchor] == mark.number
    html = body(site, "opportunities/index.md")
    assert html.count("<svg class=\"journey-plot__drawing") == 2
    for mark in wide.marks:
        assert html.count(f'xlink:href="#{mark.link.anchor}"') == 2
        assert html.count(f'id="{mark.link.anchor}"') == 1
    assert "<b>soon" not in html


def test_pains_below_the_opportunities_are_neither_searched_nor_counted_with_them(site_of: Callable[..., Site]) -> None:
    others = [f"{{text: Idea {number}, owner: sales}}" for number in range(9)]
    site = site_of(_handbook([*CHANCES, *others]))
    page = site.pages["opportunities/index.md"].view()
    listed, pains = page.tables
    assert (listed.apart, pains.apart, pains.facets) == (False, True, ())
    owners = next(facet for facet in page.facets if facet.key == "owner")
    assert {option.value: option.count for option in owners.options} == {"none": "4", "sales": "10"}, "what is over needs no owner"
    html = body(site, "opportunities/index.md")
    scope = html[html.index('id="lists"') : html.index(f'id="{pains.anchor}"')]
    assert f'id="{listed.rows[-1][0].anchor}"' in scope
    assert scope.count("<div") - scope.count("</div") == -1, "the searched part has ended before the pains begin"


def test_words_in_another_language_say_which(site_of: Callable[..., Site]) -> None:
    chances = ["{text: {sv: Ring upp}, impact: 5, effort: 1}", "{text: {en: Write}, impact: 4, effort: 2}"]
    site = site_of(_handbook(chances, language="sv\nlanguages: [sv, en]"))
    marks = site.pages["opportunities/index.md"].view().tables[0].plot.drawings[0].marks
    assert [[line for _, line in mark.lines] for mark in marks] == [["Ring upp"], ["EN · Write"]]
    assert [mark.language for mark in marks] == ["", "en"]


@pytest.mark.parametrize("count", [0, 1])
def test_a_single_one_is_not_drawn(site_of: Callable[..., Site], count: int) -> None:
    site = site_of(_handbook([*CHANCES[:count], CHANCES[-1]]))
    assert site.pages["opportunities/index.md"].view().tables[0].plot is None


def test_of_very_many_those_that_promise_most_are_drawn(site_of: Callable[..., Site]) -> None:
    many = [f"{{text: Chance {at}, impact: {1 + at % 5}, effort: {1 + at % 4}}}" for at in range(DOTS + 15)]
    table = site_of(_handbook(many)).pages["opportunities/index.md"].view().tables[0]
    assert len(table.plot.drawings[0].marks) == DOTS
    assert table.plot.left_out == "Not drawn: 15 further down the list."
    assert [row[0].mark for row in table.rows[DOTS - 1 : DOTS + 1]] == ["60", ""]


def test_who_reads_from_the_right_finds_the_least_effort_there(site_of: Callable[..., Site]) -> None:
    site = site_of(_handbook(CHANCES, language="ar"))
    drawing = site.pages["opportunities/index.md"].view().tables[0].plot.drawings[0]
    assert drawing.marks[0].x > drawing.marks[3].x
    assert drawing.marks[0].text < drawing.marks[0].x
    assert drawing.impact_column > drawing.frame.x + drawing.frame.width
