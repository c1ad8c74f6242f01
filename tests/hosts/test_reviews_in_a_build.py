"""Reviews and letters to owners in real builds: the page, its file, and the address that a letter names."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from projects import Build

Small = Callable[..., Build]
CONFIG = "site_name: Small\ndocs_dir: maps\ntheme: {name: material, font: false}\nplugins: [search, journey-site]\n"
HANDBOOK = "title: H\nreview_every: 6 months\nreport: mailto:h@x.example\n"


@pytest.mark.parametrize(
    ("more", "page", "named"),
    [
        ("site_url: https://example.com/h\n", "journeys/anna-ebike/decision/", "https%3A%2F%2Fexample.com%2Fh%2Fjourneys%2Fanna-ebike%2Fdecision%2F"),
        ("use_directory_urls: false\n", "journeys/anna-ebike/decision.html", "Page%3A%20journeys%2Fanna-ebike%2Fdecision.html"),
    ],
    ids=["with an address", "from the disk"],
)
def test_the_queue_and_the_letters(more: str, page: str, named: str, small: Small) -> None:
    built = small({"mkdocs.yml": CONFIG + more, "maps/handbook.yml": HANDBOOK}, "--strict")
    assert built.code == 0, built.said
    assert "Never reviewed" in built.page("review/index.html")
    data = json.loads(built.page("review.json"))
    assert data["counts"]["never"] == 4
    assert {review["address"] for review in data["reviews"]} >= {page.replace("/decision", "") if page.endswith("/") else "journeys/anna-ebike/index.html"}
    assert "mailto:h@x.example?subject=" in built.page(f"{page}index.html" if page.endswith("/") else page)
    assert named in built.page(f"{page}index.html" if page.endswith("/") else page)


def test_there_is_none_without_reviews(small: Small) -> None:
    built = small({"mkdocs.yml": CONFIG}, "--strict")
    assert built.code == 0, built.said
    assert not built.has("review/index.html") and not built.has("review.json")
    assert "journey-tell" not in built.page("journeys/anna-ebike/decision/index.html")
