"""The navigation beside one of our pages: the top level, and the section the page stands in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from journey_site.site.navigation import NavItem
from journey_site.site.pages import Site, SitePage


@dataclass
class Entry:
    """What navigation templates ask of a section or page."""

    title: str
    url: str = ""
    children: list[Any] | None = None
    active: bool = False
    is_index: bool = False
    is_homepage: bool = False
    is_link: bool = False
    meta: dict[str, Any] = field(default_factory=dict)
    encrypted: bool = False

    @property
    def is_section(self) -> bool:
        """Whether it opens into others."""
        return self.children is not None

    @property
    def is_page(self) -> bool:
        """Whether it is a page."""
        return self.children is None

    @property
    def typeset(self) -> None:
        """MkDocs' themes ask for a title with markup; ours are plain."""
        return None


@dataclass
class LocalNavigation:
    """The entries to show, and the site's start."""

    items: list[Any]
    homepage: Any

    def __iter__(self) -> Iterator[Any]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


def local_navigation(
    page: SitePage, site: Site, whole: Any, url_of: Callable[[str], str], ours: Sequence[str]
) -> LocalNavigation:
    """``whole`` with the part that ``page`` stands in opened to its section.

    ``ours`` are the addresses of our lists, by which their entries in ``whole`` are known.
    """
    section = site.section_of(page)
    home = _list_of(page)
    items = [_opened(item, page, section, url_of(home), url_of, url_of(page.uri)) for item in whole.items]
    return LocalNavigation(items, whole.homepage)


def _list_of(page: SitePage) -> str:
    kind = "personas" if page.kind == "journeys" and page.thing is not None else page.kind
    return f"{kind}/index.md" if kind else "index.md"


def _opened(item: Any, page: SitePage, section: NavItem | None, home: str, url_of: Callable[[str], str], here: str) -> Any:
    """An entry of the top level: the one that leads to the page's list is opened."""
    children = getattr(item, "children", None)
    if children:
        inner = [_opened(child, page, section, home, url_of, here) for child in children]
        return Entry(item.title, children=inner, active=any(child.active for child in inner), url="")
    url = getattr(item, "url", "") or ""
    mine = getattr(item, "file", None) is not None and url == home
    if not mine:
        return Entry(item.title, url, active=False, is_homepage=getattr(item, "is_homepage", False))
    if section is None:
        return Entry(item.title, url, active=True, is_homepage=getattr(item, "is_homepage", False))
    index = Entry(item.title, url, is_index=True, active=url == here)
    if section.uri == f"{page.kind}/index.md":
        return Entry(item.title, "", [index, *(_entry(child, url_of, here) for child in section.children)], active=True)
    return Entry(item.title, "", [index, _entry(section, url_of, here)], active=True)


def _entry(item: NavItem, url_of: Callable[[str], str], here: str) -> Entry:
    url = url_of(item.uri)
    if not item.children:
        return Entry(item.title, url, active=url == here)
    children = [Entry(item.title, url, is_index=True, active=url == here), *(_entry(child, url_of, here) for child in item.children)]
    return Entry(item.title, "", children, active=any(child.active for child in children))
