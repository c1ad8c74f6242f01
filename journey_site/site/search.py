"""What the search finds: an entry for each page and for each of its sections, from the printed page itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from journey_site.site.render import Body

_SECTION = re.compile(r'<h[23] id="([^"]+)">')
_NOT_SAID = re.compile(r"<svg.*?</svg>|<h1.*?</h1>|<a class=\"headerlink\".*?</a>|<style.*?</style>", re.DOTALL)
_LEFT_OUT = "data-search-exclude"
_TAG = re.compile(r"<[^>]+>")
_NAME = re.compile(r"<(\w+)")
_HAN = re.compile("[\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]+")


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One thing the search can find."""

    anchor: str
    title: str
    text: str


def search_entries(title: str, body: Body, *, by_section: bool = True) -> list[SearchEntry]:
    """What to find on a page: the page, then each section under its own heading."""
    said = _NOT_SAID.sub(" ", _without_left_out(body.html))
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


def _without_left_out(html: str) -> str:
    """``html`` without the elements that a template marks as none of the search's."""
    parts, start = [], 0
    while (mark := html.find(_LEFT_OUT, start)) >= 0:
        opens = html.rfind("<", start, mark)
        name = _NAME.match(html, opens) if opens >= 0 else None
        closes = _close(html, name[1], opens) if name else -1
        if closes < 0:
            break
        parts.append(html[start:opens])
        start = closes
    return "".join((*parts, html[start:]))


def _close(html: str, name: str, opens: int) -> int:
    """Where the element that ``opens`` there is closed, though others of its name stand within; -1 when it is not."""
    depth = 0
    for tag in re.compile(rf"<(/?){name}\b").finditer(html, opens):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.start()
    return -1


def _words(html: str) -> str:
    return " ".join(_TAG.sub(" ", html).split())


def chinese_apart(words: str) -> str:
    """Chinese ``words`` with a mark of no width between them, at which search takes them apart.

    So Material's own search does it (material/plugins/search), where jieba is installed; nothing is done where it is not.
    """
    try:
        import jieba
    except ImportError:
        return words
    return _HAN.sub(lambda run: "\u200b" + "\u200b".join(jieba.cut(run[0])) + "\u200b", words).strip("\u200b")
