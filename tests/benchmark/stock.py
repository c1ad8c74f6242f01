"""The pages of a site that journey-site has built, as Markdown that somebody could have written.

Stock MkDocs and Material then build the same text, headings, lists, tables and links. Drawings, controls
and the # beside a heading are left out, since nobody writes them by hand.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

CONFIG = """site_name: Benchmark
theme: {{name: material, font: false, features: [{features}]}}
plugins: [search]
validation: {{links: {{anchors: ignore}}}}
"""

_VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
_SKIPPED = {"svg", "script", "style", "template", "button", "input"}
_BLOCKS = {
    *("article", "aside", "blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption"),
    *("figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main"),
    *("nav", "ol", "p", "section", "summary", "table", "ul"),
}
_MARKS = {"strong": "**", "b": "**", "em": "*"}
_APART = {"span", "small"}
"""Elements that the stylesheet sets apart, so that their text needs a space around it."""


@dataclass
class Element:
    """An element of a page, with what it holds."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def skipped(self) -> bool:
        """Whether it is nothing that Markdown would hold."""
        classes = (self.attributes.get("class") or "").split()
        return self.tag in _SKIPPED or "hidden" in self.attributes or "headerlink" in classes

    def find(self, *tags: str) -> Iterator[Element]:
        """The nearest elements of these kinds below this one."""
        for child in self.children:
            if isinstance(child, Element):
                if child.tag in tags:
                    yield child
                else:
                    yield from child.find(*tags)


class _Tree(HTMLParser):
    """Reads HTML into elements."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Element("div")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].tag == tag:
                del self._open[place:]
                break

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


class Converter:
    """Writes one page; ``pages`` gives the Markdown file of each address of the site."""

    def __init__(self, address: str, pages: dict[str, str]) -> None:
        self._address = address
        self._pages = pages

    def markdown(self, html: str) -> str:
        """The page's article as Markdown."""
        tree = _Tree()
        article = re.search(r"<article\b.*</article>", html, re.DOTALL)
        tree.feed(re.sub(r"<svg\b.*?</svg>", "", article[0] if article else html, flags=re.DOTALL))
        tree.close()
        return "\n\n".join(self._blocks(tree.root)) + "\n"

    def _blocks(self, element: Element) -> list[str]:
        """The paragraphs, lists and tables in an element, each as its lines."""
        made: list[str] = []
        run: list[Element | str] = []

        def flush() -> None:
            if text := self._inline(run):
                made.append(_start_of_line(text))
            run.clear()

        for child in element.children:
            if isinstance(child, Element) and child.skipped:
                continue
            if isinstance(child, str) or child.tag not in _BLOCKS:
                run.append(child)
                continue
            flush()
            made += self._block(child)
        flush()
        return made

    def _block(self, element: Element) -> list[str]:
        tag = element.tag
        if re.fullmatch("h[1-6]", tag):
            text = self._inline(element.children)
            return [f"{'#' * int(tag[1])} {text}"] if text else []
        if tag in ("ul", "ol"):
            return _list([self._blocks(item) for item in element.find("li")], "1. " if tag == "ol" else "- ")
        if tag == "dl":
            return _list(self._terms(element), "- ")
        if tag == "table":
            return self._table(element)
        if tag == "blockquote":
            quoted = "\n\n".join(self._blocks(element))
            return [re.sub("^", "> ", quoted, flags=re.MULTILINE)] if quoted else []
        if tag == "hr":
            return ["---"]
        return self._blocks(element)

    def _terms(self, element: Element) -> list[list[str]]:
        """A list of terms as items: Markdown as it comes has no such list."""
        items: list[list[str]] = []
        for part in element.find("dt", "dd"):
            if part.tag == "dt" or not items:
                items.append([f"**{self._inline(part.children)}**"])
                continue
            blocks = self._blocks(part)
            if len(items[-1]) == 1 and len(blocks) == 1 and not re.match(r"[-#>|]|1\. ", blocks[0]):
                items[-1][0] += f": {blocks.pop()}"
            items[-1] += blocks
        return items

    def _table(self, element: Element) -> list[str]:
        made = [self._cell(caption) for caption in element.find("caption")]
        rows: list[list[str]] = []
        for row in element.find("tr"):
            cells: list[str] = []
            for each in row.find("th", "td"):
                cells += [self._cell(each), *[""] * (int(each.attributes.get("colspan") or 1) - 1)]
            rows.append(cells)
        if not rows:
            return made
        rows.insert(1, ["---"] * max(map(len, rows)))
        return [*filter(None, made), "\n".join(f"| {' | '.join(row)} |" for row in rows)]

    def _cell(self, element: Element) -> str:
        """What an element holds in one line, for a cell; what would be blocks stands under each other."""
        return "<br>".join(self._lines(element))

    def _lines(self, element: Element) -> list[str]:
        made: list[str] = []
        run: list[Element | str] = []
        for child in [*element.children, Element("hr")]:
            if isinstance(child, str) or child.tag not in _BLOCKS:
                run.append(child)
                continue
            made.append(self._inline(run))
            run.clear()
            if not child.skipped:
                made += self._lines(child) if child.tag != "hr" else []
        return [line for line in made if line]

    def _inline(self, children: list[Element | str]) -> str:
        text = "".join(_escaped(child) if isinstance(child, str) else self._span(child) for child in children)
        text = re.sub(r"\s+", " ", text).strip()
        return re.sub(r"^(<br>\s*)+|(\s*<br>)+$", "", text)

    def _span(self, element: Element) -> str:
        if element.skipped:
            return ""
        if element.tag == "br":
            return "<br>"
        if element.tag == "code":
            return f"`{''.join(_text(element)).strip()}`"
        text = self._inline(element.children)
        if element.tag == "a":
            return self._link(element, text)
        if mark := _MARKS.get(element.tag):
            return f"{mark}{text}{mark} " if text else ""
        if element.tag in _APART or element.tag in _BLOCKS:
            return f" {text} "
        before, after = (" " if each else "" for each in _spaces(element))
        return f"{before}{text}{after}"

    def _link(self, element: Element, text: str) -> str:
        """A link to a page as one to its source, so that MkDocs resolves it."""
        text = text or _escaped(element.attributes.get("aria-label") or "")  # a link that is a drawing
        href = element.attributes.get("href")
        if not href or not text:
            return text
        path, mark, fragment = href.partition("#")
        if path and "://" not in path and not path.startswith("mailto:"):
            target = posixpath.normpath(posixpath.join(self._address or ".", path.removesuffix("index.html")))
            source = self._pages.get("" if target == "." else target)
            if source is None:
                return text
            folder = posixpath.dirname(self._pages[self._address])
            href = posixpath.relpath(source, folder or ".") + mark + fragment
        return f"[{text}]({href})"


def write_stock(folder: Path, site: Path, features: str) -> None:
    """Write mkdocs.yml and, from the pages of the built ``site``, the Markdown into ``folder``."""
    built = {path.parent.relative_to(site).as_posix(): path for path in sorted(site.rglob("index.html"))}
    built = {"" if address == "." else address: path for address, path in built.items()}
    sections = {"", *(posixpath.dirname(address) for address in built)}
    pages = {each: posixpath.join(each, "index.md") if each in sections else f"{each}.md" for each in built}
    searched = _searched(site)
    for address, path in built.items():
        text = Converter(address, pages).markdown(path.read_text(encoding="utf-8"))
        if searched and address not in searched:
            text = f"---\nsearch:\n  exclude: true\n---\n\n{text}"
        target = folder / "docs" / pages[address]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(CONFIG.format(features=features), encoding="utf-8")


def _searched(site: Path) -> set[str]:
    """The addresses that the site's search knows; the stock site leaves the same pages out of its own."""
    index = site / "search" / "search_index.json"
    if not index.exists():
        return set()
    entries = json.loads(index.read_text(encoding="utf-8"))["docs"]
    return {entry["location"].partition("#")[0].strip("/") for entry in entries}


def _list(items: list[list[str]], mark: str) -> list[str]:
    """A list, its items' further blocks indented; close together when no item holds more than a list."""
    lines: list[str] = []
    loose = False
    for item in filter(None, items):
        tight = len(item) == 1 or (len(item) == 2 and re.match(r"- |1\. ", item[1]) is not None)
        loose = loose or not tight
        text = ("\n" if tight else "\n\n").join(item)
        lines.append(mark + re.sub(r"\n(?=[^\n])", "\n    ", text))
    return [("\n\n" if loose else "\n").join(lines)] if lines else []


def _text(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield child
        else:
            yield from _text(child)


def _spaces(element: Element) -> tuple[bool, bool]:
    """Whether an element's text begins and ends with a space."""
    text = "".join(_text(element))
    return text[:1].isspace(), text[-1:].isspace()


def _escaped(text: str) -> str:
    """Text whose characters Markdown takes for nothing but themselves."""
    text = re.sub(r"([\\`*_\[\]|])", r"\\\1", text.replace("&", "&amp;"))
    return text.replace("<", "&lt;")


def _start_of_line(text: str) -> str:
    """The same for what is a mark at the start of a line only."""
    return re.sub(r"^(\d+)([.)])(?=\s)", r"\1\\\2", re.sub(r"^([#>]|[-+](?=\s))", r"\\\1", text))
