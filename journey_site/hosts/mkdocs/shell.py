"""The parts of the theme's page that are the same on many pages, rendered by the theme once and kept.

Header, tabs, footer, styles and scripts depend on how deep a page lies and on which part of the site is
open, not on what the page says; the theme would render them anew for each page, which takes most of a
build's time. What they show of a page is its title, and where it is in other languages, which are put in
afterwards. What is kept is compared with the theme's own rendering on the first pages it stands for, and left to the theme
for good when it differs.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape
from mkdocs.utils import get_relative_url, get_theme_dir

from journey_site.hosts.mkdocs.trees import choice_of
from journey_site.theme import theme_dir

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from journey_site.hosts.mkdocs.navigation import LocalNavigation
    from journey_site.hosts.mkdocs.trees import Offer
    from journey_site.site.navigation import NavItem

_TITLE = Markup("journey-site-title-of-the-page")
_SECTIONS = "journey-site-sections-of-the-page"
NEIGHBOURS = 3
"""In a section with fewer pages it is not worth while to keep the column."""
COLUMNS = 50
"""How many columns are kept at a time; pages of one section are written one after another."""
TRIALS = 6
"""How many columns are compared with the theme's own before they are trusted."""


@dataclass(slots=True)
class _Kept:
    """A part of the page, cut where the title stands."""

    pieces: list[str] | None
    """None when it cannot be kept."""
    pages: int = 1
    """On how many pages it was found to be what the theme renders."""


@dataclass
class Shell:
    """What was rendered so far in one build."""

    kept: dict[Hashable, _Kept] = field(default_factory=dict)
    parts: dict[str, bool] = field(default_factory=dict)
    """Of each part of the site, whether the navigation leads further into it than to its list."""
    columns: Columns = field(default_factory=lambda: Columns())

    def of(self, page: Page, context: dict[str, Any], section: NavItem | None) -> PageShell:
        """The shell around one page."""
        nav: LocalNavigation = context["nav"]
        opened = next((place for place, item in enumerate(nav.items) if item.active), -1)
        place = self._place(page.url, nav)
        around = (place, context["base_url"], opened, page.previous_page, page.next_page, tuple(page.meta.get("hide", ())))
        choice = choice_of(context["config"])
        return PageShell(self, page, nav, section, tuple(map(_named, around)), choice.offers if choice else ())

    def _place(self, url: str, nav: LocalNavigation) -> str:
        """The part of the site from which all else is seen alike: links there are as short as they can be.

        From two pages in ``journeys/``, equally deep, a page elsewhere has the same relative address. Only
        where the navigation leads to pages further inside must each folder be told from the others.
        """
        part = url.partition("/")[0] + "/"
        if part not in self.parts:
            self.parts[part] = any(each.url.startswith(part) and each.url.strip("/").count("/") > 0 for each in nav.pages)
        return _folder(url) if self.parts[part] else part


def _named(part: Any) -> Hashable:
    return part if isinstance(part, str | int | tuple) or part is None else id(part)


@dataclass(slots=True)
class PageShell:
    """What the template of one page asks for its parts."""

    shell: Shell
    page: Page
    nav: LocalNavigation
    section: NavItem | None
    around: tuple[Hashable, ...]
    offers: Sequence[Offer] = ()
    """The page in other languages."""

    def once(self, name: str, render: Callable[[], str]) -> str:
        """The block ``name`` as ``render`` gives it, or as it was kept from another page like this one."""
        key = (name, *self.around)
        kept = self.shell.kept.get(key)
        if kept is not None and kept.pieces is not None and kept.pages > 1:
            return self._filled(kept.pieces)
        rendered = render()
        if kept is None:
            pieces = self._pieces(render)
            self.shell.kept[key] = _Kept(pieces if self._filled(pieces) == rendered else None)
        elif kept.pieces is not None:
            kept.pages += 1
            if self._filled(kept.pieces) != rendered:
                kept.pieces = None
        return rendered

    def _filled(self, pieces: list[str]) -> str:
        """What was kept, with what this page shows in it: its title, and where it is in other languages."""
        filled = str(self.page.meta["title"]).join(pieces)
        for at, offer in enumerate(self.offers):
            filled = filled.replace(_language(at), str(escape(offer.here)))
        return filled

    def column(self, item: Callable[..., str], sections: str, render: Callable[[], str]) -> str:
        """The column beside the page as ``render`` gives it, or as it was kept from a neighbour.

        ``item`` is the theme's own macro for one entry of it, and ``sections`` the list of the page's
        sections, which stands in it too.
        """
        parent = self.nav.parent
        if self.section is None or parent is None or len(parent.children or ()) < NEIGHBOURS:
            return render()
        return self.shell.columns.of((self.section, _folder(self.page.url), *self.around), self.nav, item, sections, render)

    def _pieces(self, render: Callable[[], str]) -> list[str]:
        title, addresses = self.page.meta["title"], [offer.here for offer in self.offers]
        self.page.meta["title"] = _TITLE
        for at, offer in enumerate(self.offers):
            offer.here = _language(at)
        try:
            return render().split(_TITLE)
        finally:
            self.page.meta["title"] = title
            for offer, address in zip(self.offers, addresses, strict=True):
                offer.here = address


def _language(at: int) -> str:
    return f"journey-site-page-in-language-{at}-"


class Columns:
    """Columns of navigation, each kept for the pages that stand in the same section.

    Two of them differ in one entry, the one of the page itself: the theme's own macro renders it with
    and without its mark, and one takes the other's place.
    """

    def __init__(self) -> None:
        self._kept: dict[Hashable, str | None] = {}
        self._right = 0  # how often a column was put together as the theme renders it; below 0: never again

    def of(
        self, key: Hashable, nav: LocalNavigation, item: Callable[..., str], sections: str, render: Callable[[], str]
    ) -> str:
        """The column of one page."""
        if self._right < 0:
            return render()
        made = self._made(key, nav, item, sections, render)
        if made is not None and self._right >= TRIALS:
            return made
        rendered = render()
        if made is not None:
            self._right = self._right + 1 if made == rendered else -1
        return rendered

    def _made(
        self, key: Hashable, nav: LocalNavigation, item: Callable[..., str], sections: str, render: Callable[[], str]
    ) -> str | None:
        current = nav.current
        if current is None or current.is_index:
            return None
        marked = item(current, "", nav.level, nav.parent)
        page, current.page, current.active = current.page, None, False
        try:
            unmarked = item(current, "", nav.level, nav.parent)
            beside = _as_seen_from_beside(unmarked, current.url)
            if key not in self._kept:
                while len(self._kept) > COLUMNS:
                    del self._kept[next(iter(self._kept))]
                column = render()
                once = bool(sections.strip()) and column.count(sections) == 1 and column.count(unmarked) == 1
                self._kept[key] = column.replace(sections, _SECTIONS).replace(unmarked, beside) if once else None
        finally:
            current.page, current.active = page, True
        kept = self._kept[key]
        if kept is None or kept.count(beside) != 1:
            return None
        return kept.replace(beside, marked).replace(_SECTIONS, sections)


def _folder(url: str) -> str:
    """Where a page lies: ``journeys/anna/`` for ``journeys/anna/decision/``."""
    return url.rstrip("/").rpartition("/")[0] + "/"


def _as_seen_from_beside(entry: str, url: str) -> str:
    """A page's link to itself as another page in its folder writes it."""
    beside = _folder(url).lstrip("/") + ("-/" if url.endswith("/") else "-.html")
    return entry.replace(f'"{get_relative_url(url, url)}"', f'"{get_relative_url(url, beside)}"')


def may_keep(config: MkDocsConfig) -> bool:
    """Whether the page is as the theme made it: a template of somebody else's may show anything of a page."""
    if not config.theme.name:
        return False
    own = Path(get_theme_dir(config.theme.name))
    for folder in map(Path, config.theme.dirs):
        if folder == own:
            return (own / "partials" / "nav-item.html").is_file()
        if folder == theme_dir():
            continue
        if any(path.relative_to(folder).parts[0] != "journey" for path in folder.rglob("*.html")):
            return False
    return False
