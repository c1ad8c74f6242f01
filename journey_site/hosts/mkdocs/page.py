"""Our pages as MkDocs sees them: no Markdown, HTML and table of contents set directly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from journey_site.site.render import Body, Heading

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from journey_site.site.pages import SitePage


class JourneyPage(Page):
    """A page that the planned site gives, rendered by ``body``."""

    def __init__(self, spec: SitePage, file: File, config: MkDocsConfig, body: Callable[[SitePage, Files], Body]) -> None:
        self.spec = spec
        self._body = body
        super().__init__(spec.title, file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        """There is nothing to read; what front matter would say is set."""
        hide = ["toc", "navigation"] if self.spec.wide else ["toc"]
        self.markdown = ""
        self.meta = {
            "template": "journey/page.html",
            "title": self.spec.title,
            "description": self.spec.description,
            "hide": hide,
            "search": {"exclude": True},
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Set the page's HTML, its sections and its anchors."""
        body = self._body(self.spec, files)
        self.content = body.html
        self.toc = table_of_contents(body.headings)
        self.present_anchor_ids = set(body.anchors)


def table_of_contents(headings: tuple[Heading, ...]) -> TableOfContents:
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
