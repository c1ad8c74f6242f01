"""Looking at a buying group's journey with one actor's eyes, in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

MAP = "journeys/housing-cooperative/index.html"
STAGE = "journeys/housing-cooperative/offers.html"


def chosen(page, name: str) -> None:  # type: ignore[no-untyped-def]
    page.get_by_role("button", name=re.compile(rf"\b{name}$")).click()


def query(page) -> str:  # type: ignore[no-untyped-def]
    return str(page.evaluate("location.search"))


def test_what_concerns_others_steps_back_and_is_still_there(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(MAP)
    before = page.locator(".journey-box li:visible").count()
    expect(page.locator(".is-aside")).to_have_count(0)
    chosen(page, "Farid")
    assert page.locator(".journey-box li:visible").count() == before
    grid = page.locator(".journey-box").first
    theirs, others = grid.locator('li[data-actors~="farid"]'), grid.locator("li[data-actors]:not([data-actors~=farid])")
    assert theirs.count() > 5
    assert others.count() > 5
    assert grid.locator("li.is-theirs").count() == theirs.count()
    assert grid.locator("li.is-aside").count() == others.count()
    expect(grid.locator("li:not([data-actors]).is-aside")).to_have_count(0)
    assert others.first.evaluate("node => Number(getComputedStyle(node).opacity)") < 0.8
    assert theirs.first.evaluate("node => Number(getComputedStyle(node).opacity)") == 1
    chosen(page, "Everyone")
    expect(page.locator(".is-aside, .is-theirs")).to_have_count(0)
    assert query(page) == ""


def test_the_count_that_is_told_is_the_count_that_is_seen(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(MAP)
    for who in ("Kerstin", "Farid", "Tommy"):
        chosen(page, who)
        entries = ".journey-box .journey-lane td > ul > li"
        theirs = page.locator(f'{entries}[data-actors~="{who.lower()}"]').count()
        assert page.locator(".journey-look--actor [role=status]").inner_text().startswith(f"{theirs} items for {who}, ")
    page = open_page(STAGE)
    chosen(page, "Farid")
    theirs = page.locator('.journey-stage__main [data-actors~="farid"]').count()
    assert page.locator(".journey-look--actor [role=status]").inner_text().startswith(f"{theirs} items for Farid, ")


def test_the_choice_stands_in_the_address_and_links_within_the_journey_keep_it(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(MAP)
    chosen(page, "Farid")
    assert query(page) == "?actor=farid"
    page.reload()
    assert page.get_by_role("button", name=re.compile("Farid$")).get_attribute("aria-pressed") == "true"
    assert page.locator(".journey-box li.is-aside").count() > 5
    outside = page.locator('.md-content a[href*="departments/"]').first
    assert "actor" not in (outside.get_attribute("href") or "")
    head = page.locator(".journey-box thead a").nth(3)
    assert (head.get_attribute("href") or "").startswith("offers")  # still relative, as paper prints it
    head.click()
    page.wait_for_url("**/offers.html?actor=farid")
    assert page.locator(".journey-stage__main .is-theirs").count() >= 5
    page.locator(".journey-ribbon a").nth(4).click()
    page.wait_for_url("**/meeting.html?actor=farid")
    page.locator(".journey-stage-crumbs a").last.click()
    page.wait_for_url("**/index.html?actor=farid")
    chosen(page, "Everyone")
    expect(page.locator('a[href*="actor="]')).to_have_count(0)
    assert page.failed == []


def test_the_choice_lives_beside_the_zoom_and_folded_lanes(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(MAP)
    page.locator("button[data-view=map]").click()
    page.locator(".journey-lane--thoughts .journey-lane__fold").first.click()
    chosen(page, "Tommy")
    assert query(page) == "?view=map&fold=thoughts&actor=tommy"
    page.locator("button[data-view=full]").click()
    assert query(page) == "?fold=thoughts&actor=tommy"


def test_the_choice_works_by_keyboard_and_is_told(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(MAP)
    page.locator(".journey-look button").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    pressed = page.locator('.journey-look--actor button[aria-pressed="true"]')
    expect(pressed).to_have_count(1)
    assert pressed.inner_text().strip().endswith("Farid")
    assert page.locator(".journey-look--actor [role=status]").inner_text()
    assert page.evaluate("document.activeElement.dataset.value") == "farid"


def test_an_actor_whom_nobody_knows_changes_nothing(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(MAP)
    page.goto(page.url + '?actor=%22%5D%3Cscript%3E')
    expect(page.locator(".is-aside")).to_have_count(0)
    assert page.locator('.journey-look--actor button[aria-pressed="true"]').inner_text().strip() == "Everyone"
    assert page.failed == []


def test_the_chosen_ones_line_stands_out(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(MAP)
    chosen(page, "Farid")
    width = "node => parseFloat(getComputedStyle(node).strokeWidth)"
    lines = page.locator(".journey-lane--emotion .journey-curve > svg > g")
    widths = {line.get_attribute("data-actors"): line.locator(".journey-curve__path").first.evaluate(width) for line in lines.all()}
    assert widths["farid"] > widths["kerstin"]
    assert widths["kerstin"] == widths["tommy"]


def test_lines_differ_without_colour_and_have_a_key(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(MAP)
    dashes = [
        line.locator(".journey-curve__path").first.evaluate("node => getComputedStyle(node).strokeDasharray")
        for line in page.locator(".journey-lane--emotion .journey-curve > svg > g").all()
    ]
    assert len({*dashes}) == len(dashes) == 3
    key = page.locator(".journey-lane--emotion .journey-curve__key span path")
    assert [path.evaluate("node => getComputedStyle(node).strokeDasharray") for path in key.all()] == dashes


def test_without_a_script_there_is_no_choice_and_nothing_steps_back(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(MAP, script=False)
    expect(page.locator(".journey-look--actor")).not_to_be_visible()
    expect(page.locator(".is-aside")).to_have_count(0)
    expect(page.locator(".journey-deciders tbody tr")).to_have_count(7)


@pytest.mark.parametrize("path", [MAP, STAGE])
@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_what_steps_back_can_still_be_read(open_page, path: str, scheme: str) -> None:  # type: ignore[no-untyped-def]
    from axe_playwright_python.sync_playwright import Axe

    page = open_page(path)
    page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
    chosen(page, "Farid")
    page.wait_for_timeout(400)  # the theme fades from one colour to the other
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}})
    told = [
        f"{violation['id']}: {node['html'][:140]} {node['any'][0]['message'][:160] if node['any'] else ''}"
        for violation in found.response["violations"]
        for node in violation["nodes"][:3]
    ]
    assert told == []


def test_on_a_phone_actors_stand_below_each_other_with_their_names(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(MAP, width=390, height=844)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    cells = page.locator(".journey-deciders tbody tr").nth(2).locator("td")
    boxes = [cell.bounding_box() for cell in cells.all()]
    assert [box["x"] for box in boxes if box] == [boxes[0]["x"]] * 3
    assert boxes[0]["y"] < boxes[1]["y"] < boxes[2]["y"]
    assert cells.nth(1).locator(".journey-deciders__who").inner_text().split() == ["FR", "Farid", "approver", "·", "may", "say", "no"]


def test_the_stages_of_a_journey_within_a_journey_lead_back_out(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("journeys/oil-to-heat-pump/purchase.html")
    page.get_by_role("link", name="The day of the installation").first.click()
    page.wait_for_url("**/journeys/installation-day/index.html")
    page.locator(".journey-box thead a").first.click()
    page.wait_for_url("**/installation-day/evening-before.html")
    trails = page.get_by_role("navigation", name="Where this journey opens from")
    trails.get_by_role("link", name="Purchase").first.click()
    page.wait_for_url("**/purchase.html")
