"""Our pages as MkDocs sees them: no Markdown, HTML and table of contents set directly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from journey_site.site.addresses import HANDBOOK_JSON
from journey_site.site.render import Body, Heading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from journey_site.site.pages import SitePage

TEMPLATE = "journey/page.html"
FRAMED = "journey/frame.html"
"""The template of a page that stands in a frame elsewhere."""
TOP = "_title"
"""The anchor of a page's heading, to which the theme's "Skip to content" leads; no id of the handbook's begins like it."""


class JourneyPage(Page):
    """A page that the planned site gives, rendered by ``body``.

    MkDocs' templates print titles as they are, so they are escaped here; as ``Markup`` they are not
    escaped again where a theme does escape.
    """

    waits = False
    """Whether the page is printed only when it is written, so that a large site is never in memory at once."""

    def __init__(
        self, spec: SitePage, file: File, config: MkDocsConfig, body: Callable[[SitePage, Files], Body]
    ) -> None:
        self.spec = spec
        self._body = body
        super().__init__(Markup(escape(spec.title)), file, config)
        if spec.part_of:  # what stands in frames is no page for a sitemap to list
            self.canonical_url = self.abs_url = None

    @property
    def is_index(self) -> bool:
        """Whether it opens the section it stands in; of several lists side by side none does, or the first would vanish."""
        beside = self.parent.children if self.parent is not None else ()
        lists = [each for each in beside if isinstance(each, Page) and each.file.name == "index"]
        return bool(super().is_index) and len(lists) <= 1

    def read_source(self, config: MkDocsConfig) -> None:
        """There is nothing to read; what front matter would say is set."""
        spec = self.spec
        self.markdown = ""
        self.meta = {
            "template": FRAMED if spec.part_of else TEMPLATE,
            "title": Markup(escape(spec.title)),
            "description": Markup(escape(spec.description)),
            "hide": hidden(config, wide=spec.wide),
            "search": {"exclude": True},
        }
        if spec.template == "start":
            self.meta["alternate"] = HANDBOOK_JSON
        self.meta["journey_feeds"] = feeds(spec)
        if spec.thing is not None and spec.thing.tags and spec.origin == spec.thing.origin:
            self.meta["tags"] = [str(tag) for tag in spec.thing.tags]

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Set the page's HTML, its sections and its anchors; or wait until it is written."""
        if self.waits:
            self.content = ""
        else:
            self.fill(files)

    def fill(self, files: Files) -> None:
        """Print the page's HTML, which names its sections and its anchors."""
        body = with_top(self._body(self.spec, files), str(escape(self.spec.title)))
        self.content = body.html
        self.toc = table_of_contents(body.headings)
        self.present_anchor_ids = set(body.anchors)
        whole = files.get_file_from_path(self.spec.part_of) if self.spec.part_of else None
        if whole is not None:
            known = whole.page.canonical_url if whole.page else None
            self.meta["canonical"] = known or whole.url_relative_to(self.file)


def with_top(body: Body, title: str) -> Body:
    """``body`` whose first section is the page's own heading, as on a page written in Markdown.

    The theme skips to the first section, and lists what stands below a heading of the first level.
    ``title`` is HTML. A template of somebody's own may do without a heading, or give it an anchor.
    """
    html = body.html.replace("<h1>", f'<h1 id="{TOP}">', 1)
    if html == body.html:
        return body
    return Body(html, (Heading(TOP, title, 1), *body.headings), body.anchors | {TOP})


def feeds(spec: SitePage) -> list[dict[str, str]]:
    """The feeds to which the page's head leads, as the template reads them."""
    return [{"title": str(feed.words), "uri": feed.link.uri} for feed in spec.feeds]


def hidden(config: MkDocsConfig, *, wide: bool) -> list[str]:
    """Which side columns a page does without: a wide one both, unless the left one is the only menu there is."""
    tabs = "navigation.tabs" in config.theme.get("features", ())
    return ["toc", "navigation"] if wide and tabs else ["toc"]


def table_of_contents(headings: Iterable[Heading]) -> TableOfContents:
    """The sections of a page, nested by level."""
    top: list[AnchorLink] = []
    trail: list[AnchorLink] = []
    for heading in headings:
        item = AnchorLink(heading.title, heading.anchor, heading.level)
        while trail and trail[-1].level >= heading.level:
            trail.pop()
        (trail[-1].children if trail else top).append(item)
        trail.append(item)
    return TableOfContents(top)


def with_headings(page: Page, html: str, body: Body) -> None:
    """Put the sections of ``body``, which now stands in the page's ``html``, among the page's own."""
    found = [*_headings(page.toc), *body.headings]
    found.sort(key=lambda heading: html.find(f'id="{heading.anchor}"'))
    page.toc = table_of_contents(found)
    page.present_anchor_ids = {*(page.present_anchor_ids or ()), *body.anchors}


def _headings(items: Iterable[AnchorLink]) -> Iterable[Heading]:
    for item in items:
        yield Heading(item.id, item.title, item.level)
        yield from _headings(item.children)
