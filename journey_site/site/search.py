"""What the search finds: an entry for each page and for each of its sections, from the printed page itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from journey_site.site.render import Body

_SECTION = re.compile(r'<h[23] id="([^"]+)">')
_NOT_SAID = re.compile(r"<svg.*?</svg>|<h1.*?</h1>|<a class=\"headerlink\".*?</a>|<(\w+)[^>]*data-search-exclude.*?</\1>|<style.*?</style>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One thing the search can find."""

    anchor: str
    title: str
    text: str


def search_entries(title: str, body: Body, *, by_section: bool = True) -> list[SearchEntry]:
    """What to find on a page: the page, then each section under its own heading."""
    said = _NOT_SAID.sub(" ", body.html)
    if not by_section:
        return [SearchEntry("", title, _words(said))]
    parts = _SECTION.split(said)
    titles = {heading.anchor: heading.title for heading in body.headings}
    entries = [SearchEntry("", title, _words(parts[0]))]
    for anchor, html in zip(parts[1::2], parts[2::2], strict=True):
        heading = titles.get(anchor, "")
        words = _words(html.split("</h", 1)[-1].split(">", 1)[-1])
        entries.append(SearchEntry(anchor, heading or title, words))
    return entries


def _words(html: str) -> str:
    return _SPACE.sub(" ", _TAG.sub(" ", html)).strip()
