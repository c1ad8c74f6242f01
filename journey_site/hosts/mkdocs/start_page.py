"""The start page that somebody opened by hand: our title, where it has none, and our lists below or at their mark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import escape

from journey_site.hosts.mkdocs.page import TEMPLATE, feeds, hidden, with_headings
from journey_site.site.addresses import HANDBOOK_JSON

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from journey_site.hosts.mkdocs.printing import Printing
    from journey_site.site.pages import SitePage

_MARKER = re.compile(r"(?:<p>\s*)?<!--\s*journeys\s*-->(?:\s*</p>)?")


def with_our_lists(html: str, page: Page, config: MkDocsConfig, files: Files, spec: SitePage, printing: Printing) -> str:
    """The ``html`` of the start page with our lists at the marker or at its end; ``spec`` is the page as we would have made it."""
    page.meta.setdefault("template", TEMPLATE)
    page.meta.setdefault("hide", hidden(config, wide=True))
    page.meta.setdefault("title", escape(spec.title))
    page.meta.setdefault("alternate", HANDBOOK_JSON)
    page.meta["journey_feeds"] = feeds(spec)
    page.meta.setdefault("description", escape(spec.description))
    if "<h1" not in html:
        html = printing.part(spec, files, "start-title").html + html
    lists = printing.part(spec, files, "start-lists")
    html = _MARKER.sub(lambda _: lists.html, html, count=1) if _MARKER.search(html) else html + lists.html
    with_headings(page, html, lists)
    return html
