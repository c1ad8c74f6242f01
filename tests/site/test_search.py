"""What the search finds: what a customer says stands on its stage, and other pages do not repeat it."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from journey_site.site.addresses import Addresses, directory_address
from journey_site.site.pages import Site
from journey_site.site.render import Body, Renderer
from journey_site.site.search import chinese_apart, search_entries

SAID = "nobody has seen my cellar"


def test_a_customers_sentence_is_found_on_its_stage(demo: Site) -> None:
    renderer = Renderer(demo, lambda _: "")
    found = set()
    for uri, page in demo.pages.items():
        if page.searched:
            body = renderer.render(page, Addresses(directory_address(uri), directory_address))
            found |= {(uri, entry.anchor) for entry in search_entries(page.title, body) if SAID in entry.text.lower()}
    assert found == {
        ("journeys/oil-to-heat-pump/consideration.md", "thoughts"),
        ("journeys/oil-to-heat-pump-2028/consideration.md", "thoughts"),
    }


def test_lists_are_found_by_their_title_and_purpose_alone(demo: Site) -> None:
    renderer = Renderer(demo, lambda _: "")
    for uri in ("touchpoints/index.md", "pains/index.md", "personas/index.md", "journeys/index.md"):
        page = demo.pages[uri]
        entries = search_entries(page.title, renderer.render(page, Addresses(directory_address(uri), directory_address)))
        assert len(entries) == 1
        assert 0 < len(entries[0].text) < 300


def test_what_is_left_out_ends_where_its_element_does() -> None:
    html = "<p>a</p><div data-search-exclude><div>b</div><div>c</div></div><p>d</p>"
    assert search_entries("T", Body(html, (), frozenset()))[0].text == "a d"


def test_chinese_is_taken_apart_where_that_can_be_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jieba", None)
    assert chinese_apart("顾客旅程 in 2026") == "顾客旅程 in 2026"
    stub = ModuleType("jieba")
    stub.cut = lambda words: [words[:2], words[2:]]  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "jieba", stub)
    assert chinese_apart("顾客旅程 in 2026") == "顾客\u200b旅程\u200b in 2026"
    assert chinese_apart("Kundresan") == "Kundresan"
