"""Looking at a journey as a department, and a department's brief on paper, in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

MAP = "journeys/housing-cooperative/index.html"
ALONE = "journeys/oil-to-heat-pump/index.html"


def chosen(page, name: str) -> None:  # type: ignore[no-untyped-def]
    page.locator(".journey-look--department").get_by_role("button", name=re.compile(rf"{name}$")).click()


def query(page) -> str:  # type: ignore[no-untyped-def]
    return str(page.evaluate("location.search"))


def test_a_departments_items_stand_out_and_the_rest_steps_back(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(ALONE)
    entries = ".journey-box .journey-lane td > ul > li"
    before = page.locator(f"{entries}:visible").count()
    chosen(page, "Sales and advice")
    assert query(page) == "?department=sales"
    assert page.locator(f"{entries}:visible").count() == before
    theirs = page.locator(f'{entries}[data-departments~="sales"]').count()
    promised = page.locator('.journey-box .journey-lane--our_goal td[data-departments~="sales"]').count()
    assert theirs > 3
    assert promised > 0
    assert page.locator(f"{entries}.is-theirs").count() == theirs
    assert page.locator(f"{entries}.is-aside").count() == page.locator(f"{entries}[data-departments]").count() - theirs
    said = page.locator(".journey-look--department [role=status]").inner_text()
    all_along = page.locator('.journey-so .journey-measures > li[data-departments~="sales"]').count()
    assert said == f"{theirs + promised + all_along} things for Sales and advice"
    chosen(page, "All departments")
    expect(page.locator(".is-aside, .is-theirs")).to_have_count(0)
    assert query(page) == ""
    assert page.failed == []


def test_what_stands_below_the_map_follows_the_choice(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(ALONE)
    chosen(page, "Marketing")
    for block in (".journey-worst > li", ".journey-best > li", ".journey-duties > div", ".journey-answer", ".journey-flow__stages > li"):
        marked, theirs = page.locator(f"{block}[data-departments]").count(), page.locator(f'{block}[data-departments~="marketing"]').count()
        assert marked == page.locator(block).count() > theirs > 0, block
        assert page.locator(f"{block}.is-theirs").count() == theirs, block
        assert page.locator(f"{block}.is-aside").count() == marked - theirs, block
    bar = page.locator(".journey-best > li.is-theirs").first.evaluate("node => parseFloat(getComputedStyle(node, '::after').width)")
    assert bar > 2, "not by colour alone"
    page.reload()
    expect(page.locator(".journey-best > li.is-theirs")).to_have_count(1)
    chosen(page, "All departments")
    expect(page.locator(".journey-look__whose, .is-theirs")).to_have_count(0)


def test_whoever_does_not_see_it_hears_whose_a_thing_is(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(ALONE)
    chosen(page, "Marketing")
    said = page.locator(".journey-best > li.is-theirs .journey-look__whose")
    assert said.all_text_contents() == ["Marketing: "]
    assert (page.locator(".journey-duties > div.is-theirs dt").text_content() or "").strip() == "Marketing: Marketing"
    told = page.locator(".journey-look__whose").count()
    assert told == page.evaluate("[...document.querySelectorAll('.is-theirs')].filter(node => !node.querySelector('.is-theirs') && !node.closest('[aria-hidden=true]')).length")
    chosen(page, "Digital")
    assert "Marketing: " not in page.locator(".journey-look__whose").all_text_contents()


def test_a_key_leads_from_one_of_their_things_to_the_next(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(ALONE)
    following = page.locator(".journey-look--department [data-next]")
    expect(following).not_to_be_visible()
    chosen(page, "Marketing")
    reached = []
    for _time in range(3):
        following.focus()
        page.keyboard.press("Enter")
        reached.append(page.evaluate("document.activeElement.textContent.trim()"))
        assert page.evaluate("document.activeElement.matches('.is-theirs')")
        assert page.evaluate("(() => { const at = document.activeElement.getBoundingClientRect(); return at.top >= 0 && at.bottom <= innerHeight && at.left >= 0 && at.right <= innerWidth })()")
    assert len(set(reached)) == 3


def test_on_a_stage_the_ribbon_shows_which_stages_are_theirs(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("journeys/oil-to-heat-pump/awareness.html")
    expect(page.locator(".journey-look--department [data-next]"), "there is no next one of nobody's things").not_to_be_visible()
    chosen(page, "Marketing")
    names = page.locator(".journey-ribbon li.is-theirs .journey-ribbon__name").all_inner_texts()
    assert names == ["Consideration", "Loyalty"], "the stage itself is marked as the one that is shown"
    expect(page.locator(".journey-ribbon li.here.is-aside")).to_have_count(0)


def test_on_a_stage_the_key_leads_to_what_stands_there_not_to_other_stages(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("journeys/oil-to-heat-pump/consideration.html")
    chosen(page, "Marketing")
    page.locator(".journey-look--department [data-next]").click()
    assert page.evaluate("document.activeElement.matches('.is-theirs') && !document.activeElement.closest('nav')")
    assert page.evaluate("(() => { const at = document.activeElement.getBoundingClientRect(); return at.top >= 0 && at.bottom <= innerHeight })()")


def test_on_a_stage_what_it_asks_of_them_stands_before_the_rest(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("journeys/oil-to-heat-pump/consideration.html", width=390, height=844)
    lists = page.locator(".journey-look__theirs:visible")
    expect(lists).to_have_count(0)
    chosen(page, "Marketing")
    expect(lists).to_have_count(1)
    things = lists.locator("dd a")
    assert things.all_inner_texts() == ["A house from 1968, before and after", "What your neighbours pay: ten houses in Uppland", "Search results"]
    assert page.locator(".journey-look--department [role=status]").inner_text() == "3 things for Marketing"
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.reload()
    made = page.locator('.journey-look--department button[aria-pressed="true"]').bounding_box()
    assert made is not None and made["x"] >= 0 and made["x"] + made["width"] <= 390, "the choice that is made is in sight"
    things.last.click()
    assert page.evaluate("document.querySelector(':target').matches('.is-theirs')"), "it leads to what it names"
    chosen(page, "Digital")
    expect(lists).to_have_count(1)
    chosen(page, "All departments")
    expect(lists).to_have_count(0)


def test_a_stage_without_anything_of_theirs_passes_the_choice_on(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(ALONE)
    chosen(page, "Marketing")
    page.locator(".journey-box thead .journey-head__words a").nth(3).click()
    page.wait_for_url("**/purchase.html?department=marketing")
    expect(page.locator(".is-aside")).to_have_count(0)
    assert (page.locator(".journey-ribbon li a").first.get_attribute("href") or "").endswith("?department=marketing")


def test_the_contents_of_a_department_lead_to_its_tables_and_stay_off_the_brief(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("departments/marketing.html")
    links = page.locator(".journey-contents a")
    sections = page.locator(".journey-thing > section h2")
    assert links.count() == sections.count() > 5
    for at in range(links.count()):
        anchor = links.nth(at).get_attribute("href") or ""
        expect(page.locator(anchor)).to_have_count(1)
        rows = page.locator(f"{anchor}_table tbody tr").count()
        assert links.nth(at).locator(".journey-count").inner_text() == str(rows)
    page.emulate_media(media="print")
    expect(page.locator(".journey-contents")).not_to_be_visible()


def test_links_within_the_journey_keep_the_choice(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("departments/sales.html")
    page.get_by_role("link", name="From the oil boiler to a heat pump", exact=True).first.click()
    page.wait_for_url("**/oil-to-heat-pump/index.html?department=sales")
    assert page.locator(".journey-box .is-theirs").count() > 3
    page.locator(".journey-box thead .journey-head__words a").nth(2).click()
    page.wait_for_url("**/decision.html?department=sales")
    pressed = page.locator('.journey-look--department button[aria-pressed="true"]')
    assert pressed.inner_text().strip() == "Sales and advice"
    assert page.locator(".journey-stage__main .is-theirs").count() > 1


def test_an_actor_and_a_department_can_be_chosen_together(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(MAP)
    page.locator(".journey-look--actor").get_by_role("button", name=re.compile("Farid$")).click()
    chosen(page, "Cooperatives and public sector")
    assert query(page) == "?actor=farid&department=cooperatives"
    page.reload()
    entries = ".journey-box .journey-lane td > ul > li"
    both = page.locator(f'{entries}[data-departments~="cooperatives"]:is(:not([data-actors]), [data-actors~="farid"])').count()
    assert both > 0
    assert page.locator(f"{entries}.is-theirs").count() == both
    head = page.locator(".journey-box thead a").nth(1).get_attribute("href") or ""
    assert head.endswith("?actor=farid&department=cooperatives")


@pytest.mark.parametrize("path", [ALONE, "journeys/oil-to-heat-pump/decision.html", "opportunities/index.html"])
def test_skipping_to_the_content_leads_to_the_heading(open_page, path: str) -> None:  # type: ignore[no-untyped-def]
    page = open_page(path)
    page.keyboard.press("Tab")
    assert "md-skip" in page.evaluate("document.activeElement.className")
    page.keyboard.press("Enter")
    assert page.locator(":target").evaluate("node => node.tagName") == "H1"
    page.keyboard.press("Tab")
    behind = "document.querySelector('h1').compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING"
    assert page.evaluate(behind)


def test_the_bar_of_a_department_lies_beside_its_words(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(ALONE)
    chosen(page, "Marketing")
    ends = "node => parseFloat(getComputedStyle(node, '::after').left) + parseFloat(getComputedStyle(node, '::after').width)"
    for lane in ("metrics", "activities"):
        theirs = page.locator(f".journey-box .journey-lane--{lane} li.is-theirs").first
        assert theirs.evaluate(ends) < -2
        assert theirs.evaluate("node => getComputedStyle(node).boxShadow") == "none"


def test_without_a_script_there_is_no_choice(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(ALONE, script=False)
    expect(page.locator(".journey-look").first).not_to_be_visible()
    expect(page.locator(".is-aside")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("path", [ALONE, "departments/sales.html"])
def test_it_can_be_read_by_everybody(open_page, path: str, scheme: str) -> None:  # type: ignore[no-untyped-def]
    from axe_playwright_python.sync_playwright import Axe

    page = open_page(path)
    page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
    if path == ALONE:
        chosen(page, "Sales and advice")
    page.wait_for_timeout(400)  # the theme fades from one colour to the other
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}})
    told = [f"{each['id']}: {node['html'][:140]}" for each in found.response["violations"] for node in each["nodes"][:3]]
    assert told == []


def test_nothing_runs_off_a_phone(open_page) -> None:  # type: ignore[no-untyped-def]
    for path in (ALONE, "departments/sales.html"):
        page = open_page(path, width=390, height=844)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_every_departments_brief_is_one_sheet(open_page, built) -> None:  # type: ignore[no-untyped-def]
    pages = sorted(path for path in (built / "departments").glob("*.html") if path.stem != "index")
    assert len(pages) > 5
    for path in pages:
        page = open_page(f"departments/{path.name}")
        expect(page.get_by_role("button", name="Brief for a meeting")).to_be_visible()
        expect(page.locator(".journey-brief")).not_to_be_visible()
        printed = page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1, path.name
        assert b"/MediaBox [0 0 594" in printed, path.name
