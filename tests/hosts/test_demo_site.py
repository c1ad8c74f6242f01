"""The built demo handbook: every address in it leads somewhere, and nothing comes from elsewhere."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote, urlsplit

import pytest
from projects import Build

_REFERENCE = re.compile(r'<(?P<tag>[a-z]+)\b[^>]*?\s(?P<name>href|src|xlink:href)="(?P<to>[^"]*)"')
_ID = re.compile(r'\s(?:id|name)="([^"]+)"')
_OF_THE_THEME = {"__skip", "__toc"}


@pytest.mark.parametrize("kind", ["demo_site", "flat_demo_site"])
def test_every_link_and_anchor(kind: str, request: pytest.FixtureRequest) -> None:
    built: Build = request.getfixturevalue(kind)
    assert built.code == 0, built.said
    pages = {path.relative_to(built.site).as_posix(): path.read_text(encoding="utf-8") for path in built.site.rglob("*.html")}
    for tree in ("", "sv/"):
        pages.pop(f"{tree}404.html")  # its addresses start at the server's root
    anchors = {path: set(_ID.findall(text)) for path, text in pages.items()}
    files = {path.relative_to(built.site).as_posix() for path in built.site.rglob("*") if path.is_file()}
    dead = [f"{path}: {to}" for path, text in pages.items() for to in set(_targets(text)) if not _is_there(path, to, files, anchors)]
    assert dead == []


def _targets(text: str) -> list[str]:
    return [match["to"].replace("&amp;", "&") for match in _REFERENCE.finditer(text)]


def _is_there(page: str, to: str, files: set[str], anchors: dict[str, set[str]]) -> bool:
    parts = urlsplit(to)
    if parts.scheme or parts.netloc or to == "":
        return True
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path))) if parts.path else page
    if parts.path.endswith("/") or path not in files:
        path = posixpath.normpath(posixpath.join(path, "index.html"))
    if path not in files:
        return False
    anchor = unquote(parts.fragment)
    return not anchor or path not in anchors or anchor in anchors[path] or anchor in _OF_THE_THEME


@pytest.mark.parametrize("kind", ["demo_site", "flat_demo_site"])
def test_nothing_is_loaded_from_elsewhere(kind: str, request: pytest.FixtureRequest) -> None:
    built: Build = request.getfixturevalue(kind)
    loads = re.compile(r'<(?:script|img|iframe|source|video|audio)\b[^>]*?\ssrc="((?:https?:)?//[^"]+)"|<link\b(?![^>]*rel="(?:canonical|edit)")[^>]*?href="((?:https?:)?//[^"]+)"')
    found = {match[0] for path in built.site.rglob("*.html") for match in loads.finditer(path.read_text(encoding="utf-8")) if "example.com/handbook" not in match[0]}
    assert found == set()
    for style in (built.site / "assets" / "journey").rglob("*.css"):
        assert not re.search(r"url\(\s*['\"]?(?:https?:)?//|@import", style.read_text(encoding="utf-8"))


def test_each_page_has_a_title_a_description_and_an_unfurl(demo_site: Build) -> None:
    titles: dict[str, str] = {}
    for path in demo_site.site.rglob("index.html"):
        text = path.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' in text or "journey/" not in text:
            continue
        (title,) = re.findall(r"<title>(.*?)</title>", text.partition("</head>")[0], re.DOTALL)
        assert title.strip() and path.parent.name
        if 'property="og:title"' in text:
            assert '<meta name="description"' in text, path
            assert 'property="og:description"' in text, path
            assert '<link rel="canonical" href="https://example.com/handbook/' in text, path
            titles.setdefault(title, str(path))
    assert len(titles) > 50


def test_no_page_carries_the_whole_tree(demo_site: Build) -> None:
    for path in (demo_site.site / "journeys").rglob("index.html"):
        text = path.read_text(encoding="utf-8")
        if "md-nav--primary" in text:
            column = text[text.index("md-nav--primary") : text.index("md-content")]
            assert column.count("<a ") < 80, path


def test_no_yaml_is_published(demo_site: Build) -> None:
    assert not [path for path in demo_site.site.rglob("*") if path.suffix in (".yml", ".yaml")]


def test_every_list_under_more_stands_in_the_menu(demo_site: Build) -> None:
    """A theme takes a section's first index page for the section itself, and leaves it out of the menu."""
    menu = (demo_site.site / "metrics/index.html").read_text(encoding="utf-8").split("<article", 1)[0]
    assert re.search(r'<a[^>]*href="\.\./checks/"[^>]*class="md-nav__link"', menu)
