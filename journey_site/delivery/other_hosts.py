"""Which addresses of other hosts a page asks as soon as it is opened: a delivery must ask none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

_ELSEWHERE = re.compile(r"\s*(?:https?:)?//[^/\s]", re.IGNORECASE)
_IN_STYLE = re.compile(r"""(?:url\(\s*|@import\s+)["']?((?:https?:)?//[^"')\s]+)""", re.IGNORECASE)
_LOADED = {
    "img": ("src", "srcset"), "script": ("src",), "iframe": ("src",), "frame": ("src",), "embed": ("src",), "object": ("data",),
    "video": ("src", "poster"), "audio": ("src",), "source": ("src", "srcset"), "track": ("src",), "input": ("src",),
    "image": ("href", "xlink:href"), "use": ("href", "xlink:href"),
}  # fmt: skip
"""What a browser loads unasked, and the attributes that say from where."""
_NOT_LOADED = {"alternate", "author", "canonical", "help", "license", "next", "prev", "search", "me"}
"""Links in a page's head that are only told."""
_DRAWN_BY = "https://unpkg.com/mermaid"
"""From where the theme loads the script that draws diagrams, as soon as a page has one."""


def asked_of_others(files: Iterable[tuple[str, bytes]]) -> dict[str, str]:
    """Each address of another host that is asked when a page is opened, with the first file that asks it."""
    found: dict[str, str] = {}
    for name, content in files:
        kind = name.rpartition(".")[2].lower()
        if kind in ("html", "htm", "svg", "css"):
            text = content.decode("utf-8", "replace")
            for address in _in_style(text) if kind == "css" else _in_page(text):
                found.setdefault(address.strip(), name)
    return found


def _in_page(text: str) -> Iterator[str]:
    if "//" not in text and "mermaid" not in text:
        return
    page = _Page()
    page.feed(text)
    page.close()
    yield from page.asked
    if page.has_diagram and not page.draws_itself:
        yield _DRAWN_BY


def _in_style(text: str) -> Iterator[str]:
    yield from (match[1] for match in _IN_STYLE.finditer(text))


class _Page(HTMLParser):
    """Gathers what a page loads."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.asked: list[str] = []
        self.has_diagram = self.draws_itself = False
        self._styled = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """What an element loads, by itself or by its style."""
        said = {name: value or "" for name, value in attrs}
        self._styled = tag == "style"
        for name in _LOADED.get(tag, ()):
            self._take(said.get(name, ""), several=name == "srcset")
        if tag == "link" and not _NOT_LOADED & set(said.get("rel", "").lower().split()):
            self._take(said.get("href", ""))
        self.asked += _in_style(said.get("style", ""))
        if "mermaid" in said.get("class", "").split():
            self.has_diagram = True
        if tag == "script" and "mermaid" in said.get("src", ""):
            self.draws_itself = True

    def handle_data(self, data: str) -> None:
        """A style sheet within the page."""
        if self._styled:
            self.asked += _in_style(data)

    def handle_endtag(self, tag: str) -> None:
        """The style sheet ends."""
        self._styled = False

    def _take(self, said: str, *, several: bool = False) -> None:
        for address in said.split(",") if several else [said]:
            if _ELSEWHERE.match(address):
                self.asked.append(address.split()[0] if several else address)
