"""The parts of the theme's page that are the same on many pages, rendered by the theme once and kept.

Header, tabs, footer, styles and scripts depend on how deep a page lies and on which part of the site is
open, not on what the page says; the theme would render them anew for each page, which takes most of a
build's time. The one thing of a page that they show is its title, which is put in afterwards. What is
kept is compared with the theme's own rendering on the first two pages it stands for, and left to the
theme for good when it differs.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from journey_site.theme import theme_dir

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

_TITLE = Markup("journey-site-title-of-the-page")


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

    def of(self, page: Page, context: dict[str, Any]) -> PageShell:
        """The shell around one page."""
        items = context["nav"].items
        opened = next((place for place, item in enumerate(items) if item.active), -1)
        around = (context["base_url"], opened, page.previous_page, page.next_page, tuple(page.meta.get("hide", ())))
        return PageShell(self.kept, page, tuple(map(_named, around)))


def _named(part: Any) -> Hashable:
    return part if isinstance(part, str | int | tuple) or part is None else id(part)


@dataclass(slots=True)
class PageShell:
    """What the template of one page asks for its parts."""

    kept: dict[Hashable, _Kept]
    page: Page
    around: tuple[Hashable, ...]

    def once(self, name: str, render: Callable[[], str]) -> str:
        """The block ``name`` as ``render`` gives it, or as it was kept from another page like this one."""
        key = (name, *self.around)
        kept = self.kept.get(key)
        title = str(self.page.meta["title"])
        if kept is not None and kept.pieces is not None and kept.pages > 1:
            return title.join(kept.pieces)
        rendered = render()
        if kept is None:
            pieces = self._pieces(render)
            self.kept[key] = _Kept(pieces if title.join(pieces) == rendered else None)
        elif kept.pieces is not None:
            kept.pages += 1
            if title.join(kept.pieces) != rendered:
                kept.pieces = None
        return rendered

    def _pieces(self, render: Callable[[], str]) -> list[str]:
        title = self.page.meta["title"]
        self.page.meta["title"] = _TITLE
        try:
            return render().split(_TITLE)
        finally:
            self.page.meta["title"] = title


def may_keep(config: MkDocsConfig) -> bool:
    """Whether the page is as the theme made it: a template of somebody else's may show anything of a page."""
    from mkdocs.utils import get_theme_dir

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
