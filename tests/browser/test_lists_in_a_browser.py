"""Long lists where they are read: narrowed, searched, put in order, by keyboard, by address, without a script."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

LIST = "touchpoints/index.html"
GROUPED = "content/index.html"
ROWS = ".journey-table tbody tr:not(.journey-table__group)"


def shown(page) -> int:  # type: ignore[no-untyped-def]
    return int(page.locator(f"{ROWS}:visible").count())


def main_table(page):  # type: ignore[no-untyped-def]
    """The longest list of a page, which has groups where there are any."""
    return page.locator("table").nth(page.evaluate("(all => all.indexOf([...all].sort((a, b) => b.rows.length - a.rows.length)[0]))([...document.querySelectorAll('table')])"))


def said(page) -> str:  # type: ignore[no-untyped-def]
    return str(page.locator(".journey-filter__said").first.inner_text())


def at(page, asked: str):  # type: ignore[no-untyped-def]
    """The same page with something asked for in its address."""
    page.goto(page.url.split("?")[0] + asked)
    return page


def test_a_choice_narrows_the_list_and_stands_in_the_address(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(LIST)
    everything = shown(page)
    page.select_option("select[name=channel]", "web")
    page.select_option("select[name=owner]", "digital")
    some = shown(page)
    assert 0 < some < everything
    assert said(page) == f"{some} of {everything} shown"
    assert page.url.endswith("?channel=web&owner=digital")
    page.reload()
    assert shown(page) == some
    assert page.locator("select[name=owner]").input_value() == "digital"
    page.locator(".journey-filter__clear").click()
    assert shown(page) == everything
    assert "?" not in page.url
    assert page.evaluate("document.activeElement.type") == "search"


def test_words_and_choices_work_together(open_page) -> None:  # type: ignore[no-untyped-def]
    page = at(open_page(LIST), "?channel=web&q=grants")
    assert page.locator("input[type=search]").first.input_value() == "grants"
    assert shown(page) == 1
    page.locator(".journey-filter input").fill("nothing is called this")
    page.wait_for_function("document.querySelector('.journey-filter__said').textContent === 'Nothing fits all of this.'")
    assert shown(page) == 0
    page.locator(".journey-filter input").press("Escape")
    assert shown(page) > 1
    assert page.url.endswith("?channel=web")


@pytest.mark.parametrize("width", [1440, 390])
def test_marks_in_the_drawing_go_with_their_rows(open_page, width: int) -> None:  # type: ignore[no-untyped-def]
    page = open_page("opportunities/index.html", width=width)
    marks = page.locator(".journey-plot__mark[role=link]:visible")
    everything = marks.count()
    at(page, "?owner=none")
    rows = page.locator("#lists tbody tr:visible")
    assert said(page).startswith(f"{rows.count()} of ")
    assert 0 < marks.count() < everything
    for mark in marks.all():
        expect(page.locator(f"[id='{mark.get_attribute('xlink:href')[1:]}']")).to_be_visible()
    page.locator(".journey-filter__clear").click()
    assert marks.count() == everything


def test_an_address_that_asks_for_nothing_we_know_shows_everything(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(LIST)
    everything = shown(page)
    at(page, "?owner=nobody-such&channel=%22%3E%3Cscript%3E")
    assert shown(page) == everything
    assert page.failed == []


def test_the_work_at_the_top_leads_to_what_is_left_to_do(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(LIST)
    line = page.locator(".journey-work a").first
    count = line.inner_text().split()[0]
    line.click()
    page.wait_for_url("**measure=none")
    assert said(page).startswith(f"{count} of ")
    expect(page.locator(f"{ROWS}:visible .journey-metric")).to_have_count(0)


def test_it_works_by_keyboard_alone(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(LIST)
    page.locator(".journey-filter input").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "group"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "channel"
    page.keyboard.type("W")
    assert page.locator("select[name=channel]").input_value() == "web"
    assert said(page).endswith("shown")
    head = page.locator("th button", has_text="Uses").first
    head.focus()
    page.keyboard.press("Enter")
    assert page.locator("th[aria-sort=ascending]").inner_text().strip().lower() == "uses"


def test_a_head_puts_the_whole_list_in_order_and_gives_it_back(open_page) -> None:  # type: ignore[no-untyped-def]
    for path, name, cell in ((LIST, "Worst experience", ".journey-face__value"), (LIST, "Uses", "td.number"), (GROUPED, "Uses", "td.number")):
        page = open_page(path)
        table = main_table(page)
        given = table.locator("tbody tr").all_inner_texts()
        headings = table.locator(".journey-table__group:visible").count()
        assert (headings > 3) == (path == GROUPED)
        head = table.locator("th button", has_text=name)
        for way in (1, -1):
            head.click()
            found = [number(words) for words in table.locator(f"tbody {cell}").all_inner_texts()]
            assert found == sorted(found, reverse=way == -1), name
            expect(table.locator(".journey-table__group:visible")).to_have_count(0)
        head.click()
        assert table.locator("tbody tr").all_inner_texts() == given
        assert table.locator(".journey-table__group:visible").count() == headings


def number(words: str) -> float:
    return float(words.split()[0].replace("−", "-"))


def test_what_is_in_order_can_be_narrowed_and_the_other_way_round(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(GROUPED)
    page.select_option("select[name=owner]", "marketing")
    some = shown(page)
    head = main_table(page).locator("th button", has_text="Content")
    head.click()
    assert shown(page) == some
    page.select_option("select[name=owner]", "sales")
    others = shown(page)
    head.click()
    head.click()
    assert shown(page) == others
    assert page.locator(".journey-table__group:visible").count() < page.locator(".journey-table__group").count()


def test_a_table_on_a_page_of_its_channel_is_narrowed_under_its_own_name(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("channels/web.html")
    page.select_option("select[data-facet=owner]", "digital")
    assert page.url.endswith("?owner-touchpoints=digital")
    assert page.locator(f"#personas_table {ROWS}:visible").count() > 0


@pytest.mark.parametrize("path", [LIST, "channels/web.html", "content/index.html", "pains/index.html", "metrics/index.html"])
def test_without_a_script_everything_is_there_in_order(open_page, path: str) -> None:  # type: ignore[no-untyped-def]
    page = at(open_page(path, script=False), "?channel=web&owner=none&q=grants")
    expect(page.locator("main select:visible, main input[type=search]:visible")).to_have_count(0)
    assert shown(page) == page.locator(ROWS).count() > 0
    assert page.locator(".journey-table__group:visible").count() == page.locator(".journey-table__group").count()


@pytest.mark.parametrize("path", [LIST, "channels/web.html", "touchpoints/quote-email.html", "channels/index.html", "journeys/index.html"])
def test_no_page_is_wider_than_its_screen(open_page, path: str) -> None:  # type: ignore[no-untyped-def]
    page = open_page(path)
    for width in (320, 390, 800, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


def test_a_field_leads_to_the_touchpoint_in_its_stage_and_says_how_it_feels(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("touchpoints/quote-email.html")
    field = page.locator(".journey-met__field").first
    assert " ".join(field.inner_text().split()) == "−1.7 very bad Decision"
    field.click()
    page.wait_for_url("**/journeys/oil-to-heat-pump/decision.html#touchpoint-quote-email")
    expect(page.locator("#touchpoint-quote-email")).to_be_visible()
    expect(page.locator("#touchpoint-quote-email a", has_text="The quote")).to_have_count(1)


@pytest.mark.parametrize("dark", [False, True])
def test_what_stands_in_a_field_can_be_read_on_its_ground(open_page, dark: bool) -> None:  # type: ignore[no-untyped-def]
    page = open_page("channels/web.html", dark=dark)
    if dark:
        page.evaluate("document.body.setAttribute('data-md-color-scheme', 'slate')")
    page.wait_for_timeout(300)
    ratios = page.evaluate(
        """() => {
          const canvas = Object.assign(document.createElement('canvas'), {width: 1, height: 1}).getContext('2d', {willReadFrequently: true});
          const shine = (colours) => {
            canvas.clearRect(0, 0, 1, 1);
            for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
            const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => {
              const share = part / 255;
              return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
            });
            return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
          };
          const ground = getComputedStyle(document.body).backgroundColor;
          return [...document.querySelectorAll('.journey-met__field :is(.journey-face__value, .journey-met__stage, small)')].map((words) => {
            const field = getComputedStyle(words.closest('a')).backgroundColor;
            const [one, other] = [shine([ground, field]), shine([ground, field, getComputedStyle(words).color])].sort((a, b) => b - a);
            return (one + 0.05) / (other + 0.05);
          });
        }"""
    )
    assert len(ratios) > 20
    assert min(ratios) >= 4.5
