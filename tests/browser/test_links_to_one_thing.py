"""One thing of a map can be sent to a colleague, and what runs past an edge shows that it does, in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

MAP = "journeys/oil-to-heat-pump/index.html"
STAGE = "journeys/oil-to-heat-pump/consideration.html"
PHONE = {"width": 390, "height": 844}
TOUCH = PHONE | {"has_touch": True, "is_mobile": True}
PAIN = "section:not(.journey-steps section) > .journey-stage-pains > li"
TAKEN = "void (navigator.clipboard.writeText = async text => { window.taken = text })"


def opacity(mark) -> float:  # type: ignore[no-untyped-def]
    return float(mark.evaluate("node => getComputedStyle(node).opacity"))


def more(box, side: str) -> float:  # type: ignore[no-untyped-def]
    """How much of an edge fades, as there is more behind it."""
    box.page.wait_for_timeout(100)
    return float(box.evaluate("(node, side) => parseFloat(getComputedStyle(node).getPropertyValue('--journey-more-' + side))", side))


def test_the_mark_is_a_link_without_a_script(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(STAGE, script=False)
    pain = page.locator(PAIN).first
    pain.hover()
    pain.locator(".headerlink").click()
    assert "#pain-" in page.url
    assert pain.evaluate("node => node.matches(':target')")
    expect(page.locator(".journey-copied")).to_have_count(0)


def test_the_mark_is_seen_where_one_is_and_on_a_phone_always(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(STAGE)
    for row in (PAIN, ".journey-stage-chances > li", ".journey-rows tbody tr"):
        mark = page.locator(f"{row} .headerlink").first
        page.mouse.move(5, 5)
        page.wait_for_timeout(250)
        assert opacity(mark) == 0
        page.locator(row).first.hover(position={"x": 5, "y": 5})
        page.wait_for_timeout(250)
        assert opacity(mark) == 1
        page.mouse.move(5, 5)
        mark.focus()
        page.wait_for_timeout(250)
        assert opacity(mark) == 1
    page = open_page(STAGE, **TOUCH)
    marks = page.locator(".journey-stage__main .headerlink")
    assert marks.count() > 20
    assert all(opacity(mark) >= 0.8 for mark in marks.all())
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_it_copies_the_whole_address_and_says_so(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(STAGE)
    page.locator(".journey-look--department").get_by_role("button", name=re.compile("Marketing$")).click()
    page.evaluate(TAKEN)
    mark = page.locator(f"{PAIN} .headerlink").first
    mark.focus()
    page.keyboard.press("Enter")
    said = page.get_by_role("status").filter(has_text="Copied")
    expect(said).to_be_visible()
    assert page.evaluate("taken") == page.url
    assert re.search(r"consideration\.html\?department=marketing#pain-", page.url)
    bubble, link = said.bounding_box(), mark.bounding_box()
    assert bubble and link and abs(bubble["y"] - link["y"] - link["height"]) < 10
    assert abs(bubble["x"] - link["x"]) < 100, "it is said beside the mark"
    expect(page.locator(".journey-copied")).to_have_text("", timeout=4000)
    assert page.failed == []


def test_nothing_is_said_where_nothing_was_copied(open_page) -> None:  # type: ignore[no-untyped-def]
    for refused in (
        "void (navigator.clipboard.writeText = () => Promise.reject(new Error('no')))",
        "Object.defineProperty(navigator, 'clipboard', { value: undefined })",
    ):
        page = open_page(STAGE)
        page.evaluate(refused)
        page.locator(PAIN).first.hover()
        page.locator(f"{PAIN} .headerlink").first.click()
        page.wait_for_timeout(200)
        assert "#pain-" in page.url
        assert page.locator(".journey-copied").all_text_contents() in ([], [""])
        assert page.failed == []


def test_what_is_said_stays_on_the_screen_of_a_phone_and_off_paper(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(STAGE, reduced_motion="reduce", **TOUCH)
    page.evaluate(TAKEN)
    for mark in (f"{PAIN} .headerlink", ".journey-rows .headerlink"):
        page.locator(mark).first.tap()
        bubble = page.locator(".journey-copied")
        expect(bubble).not_to_be_empty()
        box = bubble.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= 390
        assert bubble.evaluate("node => getComputedStyle(node).animationName") == "none"
        assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.emulate_media(media="print")
    expect(bubble).not_to_be_visible()


@pytest.mark.parametrize("lane", ["pains", "opportunities", "moment_of_truth"])
def test_on_the_map_a_thing_leads_to_its_place(open_page, lane: str) -> None:  # type: ignore[no-untyped-def]
    page = open_page(MAP, script=False)
    links = page.locator(f".journey-box > .journey-grid > tbody > .journey-lane--{lane} td :is(li, p) > span > a:not([class])")
    if lane != "moment_of_truth":
        assert links.count() == page.locator(f".journey-box > .journey-grid > tbody > .journey-lane--{lane} td li").count() > 3
    for at in range(links.count()):
        words = links.nth(at).inner_text()
        links.nth(at).click()
        page.wait_for_load_state()
        expect(page.locator(":target")).to_contain_text(words, ignore_case=True)
        page.go_back()


def test_the_choice_of_a_department_goes_along(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(MAP)
    page.locator(".journey-look--department").get_by_role("button", name=re.compile("Marketing$")).click()
    page.locator(".journey-box .journey-lane--opportunities li.is-theirs a").first.click()
    page.wait_for_url(re.compile(r"\?department=marketing#"))
    assert page.evaluate("document.querySelector(':target').matches('.is-theirs')")


def test_on_the_map_the_links_are_calm(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(MAP)
    link = page.locator(".journey-box .journey-pains a").first
    plain = page.locator(".journey-box .journey-gains span").first
    colour = "node => getComputedStyle(node).color"
    assert link.evaluate(colour) == plain.evaluate(colour)
    line = "node => getComputedStyle(node).textDecorationColor"
    assert link.evaluate(line) == "rgba(0, 0, 0, 0)"
    link.hover()
    assert link.evaluate(line) != "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize(
    ("path", "box"),
    [(STAGE, ".journey-ribbon"), (STAGE, ".journey-look__choices"), ("index.html", ".journey-heat-box"), ("atlas/index.html", ".journey-atlas__box"), (MAP, ".journey-box")],
)
def test_what_runs_past_an_edge_fades_there(open_page, path: str, box: str) -> None:  # type: ignore[no-untyped-def]
    page = open_page(path, **PHONE)
    strip = page.locator(box).first
    assert strip.evaluate("node => node.scrollWidth > node.clientWidth + 20"), "there is more than can be seen"
    strip.evaluate("node => node.scrollTo({ left: 0, behavior: 'instant' })")
    assert (more(strip, "before"), more(strip, "after") > 10) == (0, True)
    strip.evaluate("node => node.scrollTo({ left: 9999, behavior: 'instant' })")
    assert more(strip, "after") == 0
    sticky = box in (".journey-atlas__box", ".journey-box")
    assert (more(strip, "before") > 10) is not sticky, "beside a first column that stays it needs none"
    page.emulate_media(media="print")
    assert strip.evaluate("node => getComputedStyle(node).maskImage") == "none"
    page.emulate_media(media="screen", forced_colors="active")
    assert strip.evaluate("node => getComputedStyle(node).maskImage") == "none"


def test_what_is_all_there_does_not_fade(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(STAGE)
    strip = page.locator(".journey-ribbon")
    assert strip.evaluate("node => node.scrollWidth <= node.clientWidth")
    assert (more(strip, "before"), more(strip, "after")) == (0, 0)


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("stage", ["awareness", "consideration", "loyalty"])
def test_the_stage_that_is_shown_is_in_sight_in_the_strip(open_page, stage: str, script: bool) -> None:  # type: ignore[no-untyped-def]
    page = open_page(f"journeys/oil-to-heat-pump/{stage}.html", script=script, **PHONE)
    strip, here = page.locator(".journey-ribbon").bounding_box(), page.locator(".journey-ribbon .here").bounding_box()
    assert strip and here
    assert strip["x"] - 1 <= here["x"] and here["x"] + here["width"] <= strip["x"] + strip["width"] + 1
    assert page.evaluate("scrollY") == 0


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("path", [STAGE, MAP, "index.html"])
def test_it_can_be_read_by_everybody(open_page, path: str, scheme: str) -> None:  # type: ignore[no-untyped-def]
    from axe_playwright_python.sync_playwright import Axe

    page = open_page(path, reduced_motion="reduce", **TOUCH)
    page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
    page.evaluate(TAKEN)
    page.wait_for_timeout(400)  # the theme fades from one colour to the other
    if path == STAGE:
        page.locator(f"{PAIN} .headerlink").first.tap()
        expect(page.locator(".journey-copied")).not_to_be_empty()
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    result = Axe().run(page, options={"runOnly": {"type": "tag", "values": tags}})
    told = [f"{each['id']}: {node['html'][:140]}" for each in result.response["violations"] for node in each["nodes"][:3]]
    assert told == []


def test_where_styles_cannot_bring_it_into_sight_the_script_does(browser, built) -> None:  # type: ignore[no-untyped-def]
    page = browser.new_page(viewport=PHONE)
    page.add_init_script("CSS.supports = () => false")
    page.goto((built / "journeys/oil-to-heat-pump/decision.html").as_uri())
    strip, here = page.locator(".journey-ribbon").bounding_box(), page.locator(".journey-ribbon .here").bounding_box()
    page.close()
    assert strip and here
    assert abs(strip["x"] + strip["width"] / 2 - here["x"] - here["width"] / 2) < 2


def test_on_a_phone_no_word_of_the_start_pages_table_is_cut(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("index.html", **PHONE)
    words = page.locator(".journey-heat :is(thead th, .journey-heat__stage)")
    assert words.count() > 10
    assert words.evaluate_all("all => all.filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.textContent)") == []
    assert page.locator(".journey-heat__stage").first.evaluate("node => getComputedStyle(node).whiteSpace") == "normal"
