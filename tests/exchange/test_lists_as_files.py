"""The lists as plain tables: the page's rows and columns, with values that can be reckoned with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from journey_site.data_files import data_files
from journey_site.site.addresses import Link, directory_address
from journey_site.site.pages import Site
from journey_site.site.sheets import Sheet, sheet_of
from journey_site.site.views.lists.lists import list_view, listed_kinds

FILES = {
    "handbook.yml": "title: H\nlanguage: en\n",
    "personas.yml": "anna: {name: Anna Ek, role: Nurse, reviewed: 2026-11-12}\nbo: Bo\n",
    "departments.yml": "sales: Sales\n",
    "channels.yml": "web: The web\n",
    "metrics.yml": "reach: {name: Reach, unit: people, value: 1234.5678, target: 2000, source: Counted}\n",
    "evidence.yml": "calls: {title: Calls, date: 2026-09}\nvisits: {title: Visits, date: 2026-09-14}\n",
    "touchpoints.yml": """\
        shop: {name: The **shop**, channel: web, owner: {department: sales, name: Eva}, metrics: [reach], group: Ours}
        van: {name: =cmd(), group: Others'}
        lone: {name: Never met, publish: retired}
        """,
    "journeys/ebike.yml": """\
        title: Buys an e-bike
        persona: anna
        stages:
          need: {name: Need, emotion: -1.5, pains: [{text: It hurts, severity: 4, evidence: [calls], note: Much, id: hurt}], touchpoints: [{touchpoint: shop, experience: -0.5}]}
          choice: {name: Choice, touchpoints: [{name: A friend, experience: 2}]}
        """,
}


def sheet(site: Site, kind: str) -> Sheet:
    return sheet_of(kind, site.voice, lambda link: link.uri + (f"#{link.anchor}" if link.anchor else ""))


def rows(site: Site, kind: str) -> list[dict[str, object]]:
    found = sheet(site, kind)
    return [dict(zip(found.heads, row, strict=True)) for row in found.rows]


def test_numbers_and_days_are_values(site_of: Callable[..., Site]) -> None:
    site = site_of(FILES)
    (reach,) = rows(site, "metrics")
    assert (reach["Value"], reach["Value: unit"], reach["Value: target"], reach["Value: verdict"]) == (1234.5678, "people", 2000, "off target")
    assert (reach["Metric: note"], reach["Id"], reach["Address"]) == ("Counted", "reach", "metrics/index.md#reach")
    (journey,) = rows(site, "journeys")
    assert (journey["Stages"], journey["Lowest point"], journey["Lowest point: experience"]) == (2, "Need", -1.5)
    anna, bo = rows(site, "personas")
    assert (anna["Reviewed"], bo["Reviewed"]) == (date(2026, 11, 12), None)
    assert (anna["Journeys"], anna["Id"], anna["Address"]) == (1, "anna", "personas/anna.md")


def test_a_day_of_which_the_month_is_known_stays_words(site_of: Callable[..., Site]) -> None:
    assert {row["Id"]: row["Date"] for row in rows(site_of(FILES), "evidence")} == {"visits": date(2026, 9, 14), "calls": "2026-09"}


def test_several_tables_of_a_page_are_one(site_of: Callable[..., Site]) -> None:
    found = {row["Id"]: row for row in rows(site_of(FILES), "touchpoints")}
    assert set(found) == {"shop", "van", "once-ebike-a-friend"}
    shop, friend = found["shop"], found["once-ebike-a-friend"]
    assert (shop["Touchpoint"], shop["Group"], shop["Uses"], shop["Worst experience"]) == ("The shop", "Ours", 1, -0.5)
    assert (shop["Owner"], shop["Owner: person"]) == ("Sales", "Eva")
    assert (friend["Group"], friend["Where"], friend["Where: note"], friend["Experience"]) == (
        "Met in one stage alone", "Choice", "Anna · Buys an e-bike", 2,
    )  # fmt: skip
    assert friend["Address"] == "touchpoints/index.md#once-ebike-a-friend"


def test_what_is_unknown_is_empty(site_of: Callable[..., Site]) -> None:
    van = next(row for row in rows(site_of(FILES), "touchpoints") if row["Id"] == "van")
    assert [van[head] for head in ("Worst experience", "Measure", "Owner", "Channel")] == [None] * 4


def test_what_stands_under_the_words_has_a_column(site_of: Callable[..., Site]) -> None:
    (pain,) = rows(site_of(FILES), "pains")
    assert (pain["Pain"], pain["Pain: sources"], pain["Pain: note"], pain["Severity"]) == ("It hurts", "Calls", "Much", 4)


@pytest.mark.parametrize("kind", ["personas", "journeys", "touchpoints", "content", "pains", "opportunities", "metrics", "departments", "channels", "evidence"])
def test_every_list_of_the_demo_has_the_rows_of_its_page(kind: str, demo: Site) -> None:
    assert kind in listed_kinds(demo.voice)
    found = sheet(demo, kind)
    assert len(set(found.heads)) == len(found.heads)
    assert all(len(row) == len(found.heads) for row in found.rows)
    assert all(row[-1] for row in found.rows)
    if kind != "personas":
        view = list_view(kind, demo.voice)
        own = [table for table in view.tables if kind == "pains" or table.anchor != "unsolved"]  # pains below the opportunities are not of them
        assert len(found.rows) == sum(len(table.rows) for table in own)
        labels = {column.label for table in own for column in table.columns}
        assert labels <= set(found.heads)


def test_a_list_that_is_too_long_for_its_page_is_whole_in_its_file(site_of: Callable[..., Site]) -> None:
    pains = "\n".join(f"      - Pain number {number}" for number in range(450))
    site = site_of({"journeys/a.yml": f"title: A\nstages:\n  one:\n    name: One\n    pains:\n{pains}\n"})
    assert len(list_view("pains", site.voice).tables[0].rows) == 400
    assert len(sheet(site, "pains").rows) == 450


@pytest.mark.parametrize(("language", "first"), [("sv", "Persona;"), ("en", "Persona,")])
def test_the_sites_language_decides_how_csv_is_written(language: str, first: str, site_of: Callable[..., Site]) -> None:
    files = data_files(site_of({"handbook.yml": f"title: H\nlanguage: {language}\n", "personas/anna.yml": "name: Anna\n"}), directory_address)
    assert b"".join(files["data/personas.csv"]()).decode("utf-8-sig").startswith(first)


def test_addresses_hold_outside_the_site_where_it_is_known(site_of: Callable[..., Site]) -> None:
    files = data_files(site_of(FILES), directory_address, "https://example.com/h/")
    assert b"https://example.com/h/touchpoints/shop/" in b"".join(files["data/touchpoints.csv"]())
    assert b"'=cmd()" in b"".join(files["data/touchpoints.csv"]())


def test_pages_link_to_their_files(demo: Site) -> None:
    files = data_files(demo, directory_address)
    for kind in listed_kinds(demo.voice):
        view = demo.pages[f"{kind}/index.md"].view()
        assert [link.link for link in view.data] == [Link(f"data/{kind}.csv"), Link(f"data/{kind}.xlsx")], kind
        assert {link.link.uri for link in view.data} <= set(files)
    assert [link.link.uri for link in demo.pages["index.md"].view().data] == ["handbook.json"]
