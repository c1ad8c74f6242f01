"""The page of changes: grouped as people look for it, capped, and linked only to what is still there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from journey_site.site.addresses import Addresses, directory_address
from journey_site.site.pages import Site, plan
from journey_site.site.recent_months import Recent, RecentMonth, ToldChange
from journey_site.site.render import Renderer
from journey_site.site.views.overview.recent import SHOWN, MonthView, RecentView

Make = Callable[..., RecentView]

FILES = {
    "personas/anna.yml": "name: Anna\norder: 2\n",
    "personas/bo.yml": "name: Bo\norder: 1\n",
    "departments.yml": "sales: {name: Sales}\nold: {name: Old, publish: retired}\n",
    "touchpoints.yml": "store: {name: The store, was: [shop]}\n",
    "journeys/buys.yml": "title: Buys\npersona: anna\nstages: {need: {name: Need}, choice: {name: Choice, was: [decision]}}\n",
    "journeys/all.yml": "title: Of everyone\nstages: [a, b]\n",
}
LINE = ToldChange("journeys", "buys", "Buys", "changed", "emotion 0 → +1", "need", "Need", ("anna",), "Anna", ("sales",))
OF_ALL = ToldChange("journeys", "all", "Of everyone", "new", "new journey")
SHOP = ToldChange("touchpoints", "shop", "The shop", "changed", "owner: nobody → Sales")


@pytest.fixture
def view(site_of: Callable[..., Site]) -> Make:
    """The page with these lines in one month."""

    def make(*lines: ToldChange, **about: object) -> RecentView:
        month = RecentMonth(date(2026, 10, 1), date(2026, 10, 9), lines)
        recent = replace(Recent((month,), since=date(2026, 1, 2)), **about)  # type: ignore[arg-type]
        return plan(site_of(FILES).atlas, None, recent).pages["changes/index.md"].view()  # type: ignore[no-any-return]

    return make


def only(view: RecentView) -> MonthView:
    (month,) = view.months
    return month


def test_without_changes_there_is_no_page_and_nothing_leads_to_it(site_of: Callable[..., Site]) -> None:
    site = site_of(FILES)
    assert "changes/index.md" not in site.pages
    assert "changes/index.md" not in repr(site.navigation)
    begun = RecentMonth(date.min, date.min, (), (1, 1))
    assert "changes/index.md" not in plan(site.atlas, None, Recent((begun,))).pages
    assert "changes/index.md" in repr(plan(site.atlas, None, Recent((replace(begun, lines=(LINE,)),))).navigation)


def test_by_persona_then_everyone_then_what_is_shared(view: Make) -> None:
    bo = replace(LINE, thing="bos", name="Bo's", personas=("bo",), who="Bo")
    gone = replace(LINE, thing="x", name="X", personas=("cia",), who="Cia")
    itself = ToldChange("personas", "anna", "Anna", "changed", "Quote: reworded", personas=("anna",), who="Anna")
    month = only(view(SHOP, OF_ALL, gone, LINE, itself, bo))
    assert [group.title for group in month.groups] == ["Bo", "Anna", "Cia", "Everyone", "Touchpoints"]
    assert [group.person is not None for group in month.groups] == [True, True, False, False, False]
    assert [thing.thing and thing.thing.words for thing in month.groups[1].things] == [None, "Buys"]


def test_lines_of_one_thing_stand_together(view: Make) -> None:
    month = only(view(LINE, OF_ALL, replace(LINE, stage="choice", stage_name="Choice", day=date(2026, 10, 5))))
    (thing,) = month.groups[0].things
    assert [line.stage and line.stage.words for line in thing.lines] == ["Need", "Choice"]
    assert (thing.day, thing.anchor) == ("Oct 5, 2026", "2026-10-journeys-buys")


@pytest.mark.parametrize(
    ("line", "thing", "stage"),
    [
        (LINE, "journeys/buys/index.md", "journeys/buys/need.md"),
        (replace(LINE, stage="decision"), "journeys/buys/index.md", "journeys/buys/choice.md"),
        (replace(LINE, stage="gone"), "journeys/buys/index.md", ""),
        (replace(LINE, thing="gone"), "", ""),
        (SHOP, "touchpoints/store.md", None),
    ],
    ids=["there", "another id", "stage gone", "journey gone", "thing with another id"],
)
def test_links_lead_to_what_is_there_today(line: ToldChange, thing: str, stage: str | None, view: Make) -> None:
    told = only(view(line)).groups[0].things[0]
    assert told.thing is not None and told.thing.link.uri == thing
    assert (told.lines[0].stage.link.uri if told.lines[0].stage else None) == stage


@pytest.mark.parametrize(("count", "more"), [(SHOWN, ""), (SHOWN + 1, "and 1 more change"), (SHOWN + 1_200, "and 1,200 more changes")])
def test_a_long_month_is_counted(count: int, more: str, view: Make) -> None:
    month = only(view(*(replace(LINE, words=str(number)) for number in range(count))))
    assert len(month.groups[0].things[0].lines) == min(count, SHOWN)
    assert month.more == more


@pytest.mark.parametrize(
    ("lines", "lead"),
    [
        ((LINE,), "Something changed in 1 journey."),
        ((LINE, OF_ALL), "Something changed in 2 journeys."),
        ((LINE, OF_ALL, SHOP), "Something changed in 2 journeys, and in 1 other thing."),
        ((SHOP,), "Something changed in 1 thing."),
    ],
)
def test_a_month_is_summed_up(lines: tuple[ToldChange, ...], lead: str, view: Make) -> None:
    assert only(view(*lines)).lead == lead


def test_feeds_are_offered_where_there_are_some(view: Make) -> None:
    without, fed = view(LINE), view(LINE, fed=True)
    assert not without.feed and without.person_feeds == without.department_feeds == ()
    assert fed.feed.uri == "changes/feed.xml"
    assert [feed.link.uri for feed in fed.person_feeds] == ["changes/persona-bo.xml", "changes/persona-anna.xml"]
    assert [feed.link.uri for feed in fed.department_feeds] == ["changes/department-sales.xml"]


def test_words_of_earlier_handbooks_are_words(site_of: Callable[..., Site]) -> None:
    evil = "<script>x</script> **b** [l](javascript:x) {{ 7 * 7 }}"
    lines = (
        replace(LINE, name=evil, words=evil, stage_name=evil, thing="gone", personas=("gone",), who=evil),
        replace(SHOP, name=evil, words=evil),
    )
    month = RecentMonth(date(2026, 10, 1), date(2026, 10, 9), lines)
    site = plan(site_of(FILES).atlas, None, Recent((month,), fed=True))
    uri = "changes/index.md"
    html = Renderer(site, lambda name: "").render(site.pages[uri], Addresses(directory_address(uri), directory_address)).html
    assert html.count("&lt;script&gt;") == 6
    assert "<script" not in html and "href=\"javascript" not in html and "49" not in html
    assert "<strong>" not in html and html.count("**b**") == 6


def test_swedish_says_it_with_its_own_months(site_of: Callable[..., Site]) -> None:
    files = {**FILES, "handbook.yml": "title: Handbok\nlanguage: sv\n"}
    recent = Recent((RecentMonth(date(2026, 10, 1), date(2026, 10, 9), (LINE,)),))
    view = plan(site_of(files).atlas, None, recent).pages["changes/index.md"].view()
    assert view.months[0].title == "Oktober 2026"
