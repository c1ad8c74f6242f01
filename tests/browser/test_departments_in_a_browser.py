"""Looking at a journey as a department, and a department's brief on paper, in a real browser."""

from __future__ import annotations

import re

import pytest

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
    assert said == f"{theirs + promised} things for Sales and advice"
    chosen(page, "All departments")
    assert page.locator(".is-aside, .is-theirs").count() == 0
    assert query(page) == ""
    assert page.failed == []


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
    assert not page.locator(".journey-look").first.is_visible()
    assert page.locator(".is-aside").count() == 0


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
        assert page.get_by_role("button", name="Brief for a meeting").is_visible()
        assert not page.locator(".journey-brief").is_visible()
        printed = page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1, path.name
        assert b"/MediaBox [0 0 594" in printed, path.name
