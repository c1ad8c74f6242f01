"""Fenced blocks that ask for something of the handbook, from the Markdown that MkDocs reads to the page that it writes.

Python-Markdown is given a preprocessor that comes before anybody's fences: it takes our blocks out, wherever they
stand, and leaves a comment in the place of each. When the page is about to be written, what was asked for takes the
comment's place: the search has read the page by then, and finds what is shown where it is at home.
Where there is nothing that these readers may see, nothing is left.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING, Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from journey_site.embeds.asked import asked_by
from journey_site.embeds.fences import Fence, with_fences_replaced
from journey_site.site.elsewhere import symbols_once
from journey_site.site.pages import SitePage
from journey_site.site.views.embeds.embed import embed_view

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from journey_site.site.voice import Voice

NAME = f"{__name__}:EmbedFences"
"""The extension as Python-Markdown finds it."""
_PLACE = re.compile(r"(?:<p>\s*)?<!--journey-embed:(\d+)-->(?:\s*</p>)?")
_HEADING = re.compile(r"<h([1-6])\b")
_BEFORE_FENCES = 28
"""After tabs are spaces (30), before anybody's fenced code (25)."""


class EmbedFences(Extension):  # type: ignore[misc]
    """Takes our blocks out of what Python-Markdown reads, and gathers them in the list ``found``."""

    def __init__(self, **given: Any) -> None:
        self.found: list[Fence] = given.pop("found", [])
        super().__init__(**given)

    def extendMarkdown(self, md: Markdown) -> None:
        """Come before all that knows of fences; the name is Python-Markdown's."""
        md.preprocessors.register(_TakeOut(md, self.found), "journey-embed", _BEFORE_FENCES)


class _TakeOut(Preprocessor):  # type: ignore[misc]
    def __init__(self, md: Markdown, found: list[Fence]) -> None:
        super().__init__(md)
        self._found = found

    def run(self, lines: list[str]) -> list[str]:
        return with_fences_replaced(lines, self._put)

    def _put(self, fence: Fence) -> str:
        self._found.append(fence)
        return str(self.md.htmlStash.store(f"<!--journey-embed:{len(self._found) - 1}-->"))


class Embeds:
    """The blocks of the pages of one site."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._found: list[Fence] = []
        if NAME not in config.markdown_extensions:
            config.markdown_extensions.append(NAME)
        config.mdx_configs[NAME] = {"found": self._found}

    def put(self, html: str, uri: str, voice: Voice, printed: Callable[[SitePage], str]) -> str:
        """The page ``uri`` with what its blocks ask for; ``printed`` gives the HTML of one."""

        def shown(place: re.Match[str]) -> str:
            fence = self._found[int(place[1])]
            if html.rfind("<pre", 0, place.start()) > html.rfind("</pre>", 0, place.start()):
                return escape(fence.written, quote=False)  # for this site's Markdown it stands in a block of code
            asked = asked_by(fence)
            above = [int(level) for level in _HEADING.findall(html, 0, place.start())]
            view = embed_view(asked, above[-1] + 1 if above else 2, voice) if asked else None
            return printed(SitePage(uri, "embed", "", lambda: view)) if view else ""

        # Each part of ours brings its own icons.
        return symbols_once(_PLACE.sub(shown, html)) if _PLACE.search(html) else html
