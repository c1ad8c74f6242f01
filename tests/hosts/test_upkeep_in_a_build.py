"""A site for others without the pages about the work on the map: nothing leads to them, also from pages written by hand."""

from __future__ import annotations

from collections.abc import Callable

from projects import Build

Small = Callable[..., Build]

FILES: dict[str, str | None] = {
    "mkdocs.yml": """\
        site_name: Small
        docs_dir: maps
        theme: {name: material, font: false}
        plugins: [search, journey-site: {audience: client}]
        nav: [journeys, Work: [review/index.md], About: [about.md]]
        """,
    "maps/handbook.yml": "title: A small handbook\naudiences: [internal, client]\nreview_every: 1 month\ndepartments: {sales: Sales}\n",
    "maps/personas/anna.yml": "name: Anna\nreviewed: 2025-01-01\nowner: sales\n",
    "maps/journeys/anna-ebike.yml": "title: Buys\npersona: anna\nstages:\n  need: {name: Need, thoughts: [{text: Hm, confidence: assumed}]}\n",
    "maps/journeys/bo-repair.yml": None,
    "maps/personas/bo.yml": None,
    "maps/about.md": "# About\n\nWe go through [the reviews](review/index.md) each month.\n\n```department sales show=list of=overdue\n```\n",
    "maps/index.md": None,
}
PAGES = ("checks/", "review/", "assumed/", "review.json")


def test_readers_of_another_edition_are_spared_the_work(small: Small) -> None:
    built = small(FILES, "--strict")
    assert built.code == 0, built.said
    assert [path for path in PAGES if (built.site / path).exists()] == []
    about = built.page("about/index.html")
    assert "<p>We go through the reviews each month.</p>" in about
    assert "overdue" not in about
    assert "nothing yet" not in about
    assert "Work" not in built.page("index.html")
    assert "coverage" not in built.said or "see the page" not in built.said


def test_it_is_there_where_it_is_asked_for(small: Small) -> None:
    asked = str(FILES["mkdocs.yml"]).replace("audience: client", "audience: client, upkeep: true")
    built = small(FILES | {"mkdocs.yml": asked}, "--strict")
    assert built.code == 0, built.said
    assert [path for path in PAGES if not (built.site / path).exists()] == []
    assert '<a href="../review/">the reviews</a>' in built.page("about/index.html")
    assert "What needs care" in built.page("index.html")


def test_a_page_of_that_address_that_somebody_wrote_stays(small: Small) -> None:
    built = small(FILES | {"maps/review/index.md": "# How we review\n"}, "--strict")
    assert built.code == 0, built.said
    assert "How we review" in built.page("review/index.html")
    assert '<a href="../review/">the reviews</a>' in built.page("about/index.html")
