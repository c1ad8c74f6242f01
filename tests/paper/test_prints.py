"""What of a handbook is printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from journey_site.paper.prints import NothingToPrint, prints_of
from journey_site.site.pages import Site

FILES = {
    "handbook.yml": "title: T\ndepartments:\n  sales: {name: Sales}\n  idle: {name: Idle}\n",
    "personas/anna.yml": "name: Anna\n",
    "personas/rest.yml": "name: Rest\n",
    "journeys/buy.yml": "title: Buy\npersona: anna\nowner: sales\nstages:\n  go: {pains: [{text: It hurts, severity: 5}]}\n",
    "journeys/old.yml": "title: Old\npersona: anna\npublish: retired\nstages: {go: {}}\n",
}
Asked = dict[str, tuple[str, ...]]


@pytest.fixture
def site(site_of: Callable[..., Site]) -> Site:
    return site_of(FILES)


def named(site: Site, **asked: tuple[str, ...]) -> list[str]:
    return [each.name for each in prints_of(site, asked)]


def test_everything_that_says_something_is_printed(site: Site) -> None:
    """Not what is retired, no booklet of somebody without a journey, no brief of a department with nothing to talk about."""
    assert named(site) == ["poster-buy.pdf", "booklet-anna.pdf", "brief-sales.pdf"]


def test_where_some_are_named_only_those_are_printed(site: Site) -> None:
    assert named(site, poster=("old", "old"), brief=("sales",)) == ["poster-old.pdf", "brief-sales.pdf"]


@pytest.mark.parametrize(
    ("kind", "name", "why"),
    [
        ("poster", "bui", 'no journey has the id "bui"; did you mean "buy"?'),
        ("poster", "zzz", 'no journey has the id "zzz": there are buy, old'),
        ("booklet", "rest", 'the persona "rest" makes no journey, so there is nothing to put into a booklet'),
        ("brief", "idle", 'the department "idle" has nothing to talk about yet, so there is no brief'),
    ],
)
def test_why_something_cannot_be_printed(site: Site, kind: str, name: str, why: str) -> None:
    with pytest.raises(NothingToPrint) as told:
        prints_of(site, {kind: (name,)})
    assert str(told.value) == why


def test_pages_are_found_in_both_styles_of_addresses(site: Site, tmp_path: Path) -> None:
    poster, booklet, _brief = prints_of(site, {})
    built = tmp_path / "built"
    for path in ("journeys/buy/index.html", "print/anna.html"):
        (built / path).parent.mkdir(parents=True, exist_ok=True)
        (built / path).write_text("", encoding="utf-8")
    assert poster.page_in(built) == built / "journeys/buy/index.html"
    assert booklet.page_in(built) == built / "print/anna.html"
    (built / "print/anna.html").rename(built / "print/other.html")
    assert booklet.page_in(built) is None
