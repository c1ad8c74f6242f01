"""Readers find everything: three clicks from the start, and from each thing back to wherever it is mentioned."""

from __future__ import annotations

import posixpath
import re
from collections import deque
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

import pytest
from projects import Build

from journey_site.documents.journeys import Journey
from journey_site.documents.things import Thing
from journey_site.documents.values import Ref
from journey_site.documents.walk import leaves
from journey_site.site.addresses import Link, stage_uri
from journey_site.site.pages import Site

CLICKS = 3
_LINK = re.compile(r'<a\b[^>]*?\shref="([^"]*)"')
_ARTICLE = re.compile(r"<article.*?</article>", re.DOTALL)
_INDIRECT = {"stages", "people", "audiences", "pains"}
"""What has no page of its own, or stands on the very page that mentions it."""


@pytest.fixture(scope="module")
def pages(demo_site: Build) -> dict[str, str]:
    """Every page of the built demo handbook, without those that only lead on."""
    found = {path.relative_to(demo_site.site).as_posix(): path.read_text(encoding="utf-8") for path in demo_site.site.rglob("*.html")}
    return {path: text for path, text in found.items() if path != "404.html" and 'http-equiv="refresh"' not in text}


def _linked(path: str, text: str, pages: dict[str, str]) -> Iterator[str]:
    """The pages that ``text``, which stands on the page ``path``, links to."""
    for to in _LINK.findall(text):
        parts = urlsplit(to.replace("&amp;", "&"))
        if parts.scheme or parts.netloc or not parts.path:
            continue
        there = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
        there = there if there in pages else posixpath.normpath(posixpath.join(there, "index.html"))
        if there in pages:
            yield there


def _page(uri: str) -> str:
    """The file that the page of an address is built as."""
    name = uri.removesuffix(".md")
    return f"{name}.html" if name.rpartition("/")[2] == "index" else f"{name}/index.html"


def _retired(demo: Site) -> set[str]:
    """Pages that are kept for old links alone, and stand in no list."""
    return {
        _page(uri)
        for uri, page in demo.pages.items()
        if isinstance(page.thing, Thing) and page.thing.publish == "retired"
    }


def test_everything_is_three_clicks_from_the_start(pages: dict[str, str], demo: Site) -> None:
    clicks = {"index.html": 0}
    waiting = deque(clicks)
    while waiting:
        path = waiting.popleft()
        for there in _linked(path, pages[path], pages):
            if there not in clicks:
                clicks[there] = clicks[path] + 1
                waiting.append(there)
    planned = {_page(uri) for uri in demo.pages} - _retired(demo)
    assert len(planned) > 150
    assert planned - clicks.keys() == set()
    assert {path: count for path, count in clicks.items() if path in planned and count > CLICKS} == {}


def _mentions(demo: Site) -> Iterator[tuple[str, Ref]]:
    """Each page of a thing or a stage, with every reference that is written there."""
    for kind, thing in demo.atlas.things():
        if thing.publish == "retired":
            continue
        if isinstance(thing, Journey):
            in_stages = {id(leaf) for stage in thing.stages for _, _, leaf in leaves(stage)}
            for stage in thing.stages:
                yield from ((_page(stage_uri(thing.id, stage.id)), leaf) for _, _, leaf in leaves(stage) if isinstance(leaf, Ref))
        else:
            in_stages = set()
        for _, _, leaf in leaves(thing):
            if isinstance(leaf, Ref) and id(leaf) not in in_stages:
                yield _page("metrics/index.md" if kind == "metrics" else f"{kind}/{thing.id}.md"), leaf


def _places(path: str, demo: Site) -> set[str]:
    """The pages that stand for ``path``: itself, a stage's journey, and the same stage of the journey that it is a variant of."""
    room, _, below = path.removesuffix("/index.html").partition("/")
    journey, _, stage = below.partition("/")
    found = {path}
    while room == "journeys" and journey:
        found |= {f"journeys/{journey}/index.html", f"journeys/{journey}/{stage}/index.html"}
        journey = demo.atlas.journeys[journey].extends or ""
    return found


def test_every_mention_links_back(pages: dict[str, str], demo: Site) -> None:
    articles = {path: "".join(_ARTICLE.findall(text)) for path, text in pages.items()}
    lost, looked_at = set(), 0
    for path, ref in _mentions(demo):
        link = Link() if ref.kind in _INDIRECT else demo.voice.link(ref)
        if not link:
            continue
        there = _page(link.uri)
        back = set(_linked(there, articles[there], pages))
        looked_at += 1
        if there != path and not back & _places(path, demo):
            lost.add((path, ref.kind, str(ref)))
    assert looked_at > 500
    assert lost == set()
