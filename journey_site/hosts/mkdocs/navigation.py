"""Our entries in MkDocs' navigation, and the navigation beside one of our pages.

A page of ours sees the top level and the section it stands in, never the whole tree.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup, escape

from journey_site.site.addresses import START, list_uri
from journey_site.site.navigation import NavItem
from journey_site.site.pages import SitePage

PLACE = "journeys"
"""What a user's ``nav:`` says where our entries belong."""


def placed(nav: list[Any] | None, ours: Sequence[NavItem], by_hand: list[Any], pages: Container[str]) -> list[Any]:
    """A navigation for MkDocs: the user's with our entries where it says ``journeys``.

    Without a navigation of the user's, ours comes first and then the pages ``by_hand``. One that neither
    says ``journeys`` nor names any of our ``pages`` gets our entries at its end, so that they are found.
    """
    if nav is None:
        return [*map(_data, ours), *by_hand]
    named = set(_targets(nav))
    mine = [_data(item) for item in ours if item.uri != START or START not in named]
    if PLACE in named or f"{PLACE}/" in named:
        return _replaced(nav, mine)
    if any(target in pages and target != START for target in named):
        return nav
    return [*nav, *mine]


def titles(nav: Any) -> Iterator[tuple[str, str]]:
    """What a navigation calls each page that it gives a title of its own: the page's path, and the title."""
    if isinstance(nav, dict):
        for title, value in nav.items():
            if isinstance(value, str):
                yield value, title
            else:
                yield from titles(value)
    elif isinstance(nav, list):
        for item in nav:
            yield from titles(item)


def _targets(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for value in nav.values():
            yield from _targets(value)
    elif isinstance(nav, list):
        for item in nav:
            yield from _targets(item)


def _is_place(item: Any) -> bool:
    return item in (PLACE, f"{PLACE}/")


def _replaced(nav: list[Any], mine: list[Any]) -> list[Any]:
    result: list[Any] = []
    for item in nav:
        if _is_place(item):
            result += mine
        elif isinstance(item, dict):
            result.append({title: _replaced_value(value, mine) for title, value in item.items()})
        else:
            result.append(item)
    return result


def _replaced_value(value: Any, mine: list[Any]) -> Any:
    if _is_place(value):
        return mine
    return _replaced(value, mine) if isinstance(value, list) else value


def _data(item: NavItem) -> dict[str, Any]:
    title = str(escape(item.title))
    return {title: [_data(child) for child in item.children]} if item.children else {title: item.uri}


@dataclass(eq=False, slots=True)
class Entry:
    """What navigation templates ask of a section or page."""

    title: str
    url: str = ""
    children: list[Any] | None = None
    active: bool = False
    is_index: bool = False
    is_homepage: bool = False
    is_link: bool = False
    page: Any = None
    """The page that is being shown, when this entry leads to it."""
    meta: dict[str, Any] = field(default_factory=dict)
    encrypted: bool = False
    typeset: None = None
    pages: tuple[()] = ()

    def __eq__(self, other: object) -> bool:
        """Whether it is the same entry, or leads to the page that is being shown: so themes ask."""
        return self is other or (self.page is not None and self.page is other)

    def __hash__(self) -> int:
        return id(self)

    @property
    def is_section(self) -> bool:
        """Whether it opens into others."""
        return self.children is not None

    @property
    def is_page(self) -> bool:
        """Whether it is a page."""
        return self.children is None and not self.is_link

    @property
    def toc(self) -> Any:
        """The sections of the page that is being shown, which some themes list below it."""
        return self.page.toc if self.page is not None else ()


@dataclass(slots=True)
class LocalNavigation:
    """The entries to show, and the site's start."""

    items: list[Any]
    homepage: Any
    pages: list[Any] = field(default_factory=list)
    current: Entry | None = None
    """The entry of the page that is being shown."""
    parent: Entry | None = None
    """The section it stands in, at the end of a way of ``level`` steps."""
    level: int = 0

    def __iter__(self) -> Iterator[Any]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


def local_navigation(
    spec: SitePage, section: NavItem | None, whole: Any, page: Any, url_of: Callable[[str], str]
) -> LocalNavigation:
    """``whole`` with the list that ``spec`` belongs to opened to its section.

    When the user's navigation leaves that list out, the section stands at the end.
    """
    opening = _Opening(spec, section, page, url_of)
    items = [opening.opened(item) for item in whole.items]
    if section is not None and not opening.found:
        items.append(opening.entry(section))
    return LocalNavigation(items, whole.homepage, whole.pages, *_current(items))


def _current(items: list[Any], parent: Entry | None = None, level: int = 1) -> tuple[Entry | None, Entry | None, int]:
    for item in items:
        if item.active:
            if not item.children:
                return item, parent, level
            return _current(item.children, item, level + 1)
    return None, None, 0


class _Opening:
    """The navigation of one page in the making."""

    def __init__(self, spec: SitePage, section: NavItem | None, page: Any, url_of: Callable[[str], str]) -> None:
        kind = "personas" if spec.kind == "journeys" and spec.thing is not None else spec.kind
        self._home = list_uri(kind) if kind else START
        if section is not None and section.uri == list_uri("journeys"):
            self._home = section.uri
        self._section = section
        self._page = page
        self._here = spec.uri
        self._url_of = url_of
        self.found = False

    def opened(self, item: Any) -> Any:
        """An entry of the whole navigation, with the section in it where it belongs."""
        if item.children:
            inner = [self.opened(child) for child in item.children]
            return Entry(item.title, children=inner, active=any(child.active for child in inner))
        uri = item.file.src_uri if getattr(item, "file", None) is not None else ""
        is_start = getattr(item, "is_homepage", False)
        if not uri or uri != self._home:
            return Entry(
                item.title, item.url or "", is_homepage=is_start, is_link=item.is_link,
                is_index=getattr(item, "is_index", False), meta=getattr(item, "meta", {}),
            )  # fmt: skip
        self.found = True
        index = self._leaf(item.title, uri)
        index.is_homepage = is_start
        if self._section is None:
            index.active = True
            return index
        index.is_index = True
        opens_itself = self._section.uri == uri
        inside = [self.entry(child) for child in self._section.children] if opens_itself else [self.entry(self._section)]
        return Entry(item.title, children=[index, *inside], active=True)

    def entry(self, item: NavItem) -> Entry:
        """An entry of our own section, with all that is below it."""
        title = Markup(escape(item.title))
        if not item.children:
            return self._leaf(title, item.uri)
        index = self._leaf(title, item.uri)
        index.is_index = True
        children = [index, *map(self.entry, item.children)]
        return Entry(title, children=children, active=any(child.active for child in children))

    def _leaf(self, title: str, uri: str) -> Entry:
        here = uri == self._here
        return Entry(title, self._url_of(uri), active=here, page=self._page if here else None)
