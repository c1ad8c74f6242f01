"""A journey that opens from another's stage says from where, on its map and on each of its stages."""

from __future__ import annotations

from collections.abc import Callable

from journey_site.site.pages import Site

Make = Callable[..., Site]


def told(site: Site, uri: str) -> list[str]:
    trails = site.pages[uri].view().trails
    return [" › ".join(crumb.words.best("en").words for crumb in trail.crumbs) for trail in trails.trails]


def opening(title: str, *opened: str) -> str:
    return f"title: {title}\nstages:\n  buy: {{goal: G, journey: [{', '.join(opened)}]}}\n"


def test_the_whole_way_in_is_told_on_the_map_and_on_every_stage(site_of: Make) -> None:
    site = site_of({"journeys/a.yml": opening("A", "b"), "journeys/b.yml": opening("B", "c"), "journeys/c.yml": opening("C")})
    for uri in ("journeys/c/index.md", "journeys/c/buy.md"):
        assert told(site, uri) == ["A › Buy › B › Buy"]
        (trail,) = site.pages[uri].view().trails.trails
        assert [crumb.link.uri for crumb in trail.crumbs] == [
            "journeys/a/index.md",
            "journeys/a/buy.md",
            "journeys/b/index.md",
            "journeys/b/buy.md",
        ]
    assert told(site, "journeys/a/index.md") == []
    (down,) = site.pages["journeys/b/buy.md"].view().opens
    assert down[0].link.uri == "journeys/c/index.md"


def test_each_of_several_ways_in_is_told_and_many_are_counted(site_of: Make) -> None:
    files = {f"journeys/a{n}.yml": opening(f"A{n}", "b") for n in range(3)} | {"journeys/b.yml": opening("B")}
    assert told(site_of(files), "journeys/b/buy.md") == ["A0 › Buy", "A1 › Buy", "A2 › Buy"]
    files |= {f"journeys/a{n}.yml": opening(f"A{n}", "b") for n in range(3, 9)}
    site = site_of(files)
    assert len(told(site, "journeys/b/index.md")) == 4
    assert site.pages["journeys/b/index.md"].view().trails.more == 5


def test_a_net_of_journeys_is_not_walked_through(site_of: Make) -> None:
    """Fifty levels with two ways between each two have more ways in than anybody could count."""
    files = {f"journeys/a{n}.yml": opening(f"A{n}", f"a{n + 1}", f"b{n + 1}") for n in range(50)}
    files |= {f"journeys/b{n}.yml": opening(f"B{n}", f"a{n + 1}", f"b{n + 1}") for n in range(50)}
    files |= {"journeys/a50.yml": opening("A50"), "journeys/b50.yml": opening("B50")}
    trails = site_of(files).pages["journeys/a50/index.md"].view().trails
    assert len(trails.trails) == 4
    assert all(trail.cut for trail in trails.trails)


def test_a_retired_journey_and_one_that_an_audience_may_not_see_lead_nowhere(site_of: Make) -> None:
    files = {
        "handbook.yml": "title: H\naudiences: [internal, public]\n",
        "journeys/a.yml": "publish: retired\n" + opening("A", "c"),
        "journeys/b.yml": "audience: internal\n" + opening("B", "c"),
        "journeys/c.yml": opening("C"),
    }
    assert told(site_of(files, audience="public"), "journeys/c/index.md") == []
    assert told(site_of(files, audience="internal"), "journeys/c/index.md") == ["B › Buy"]
