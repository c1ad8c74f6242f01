"""Short and long texts as HTML: Markdown with raw HTML off, and only addresses that a page may open."""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

_MARKS = re.compile(r"[*_`\[\]\\<&~!\n]")
"""Without one of these a text has no Markdown in it, and needs none of its machinery."""
_STARTS = re.compile(r"(?:[-+#>=]|\d{1,9}[.)])[\s=]|\s{4}|[-=#+>]+$")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_SAFE = {"http", "https", "mailto", "tel"}
_OURS = {"persona", "journey", "touchpoint", "content", "department", "channel", "evidence", "metric", "model"}

Resolve = Callable[[str, str], str | None]
"""From a scheme of ours and a target to an address; None when there is no such thing to see."""


def _may_open(address: str) -> bool:
    match = _SCHEME.match(address)
    if match:
        return match[1].lower() in _SAFE | _OURS
    return not address.startswith("//")


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "linkify": False}).disable("image")
    parser.validateLink = _may_open  # type: ignore[method-assign, assignment]
    return parser


def has_markdown(words: str) -> bool:
    """Whether a short text may hold more than its words."""
    return _MARKS.search(words) is not None


def inline(words: str, resolve: Resolve) -> Markup:
    """A short text: emphasis, code and links, never a block."""
    if not _MARKS.search(words):
        return escape(words)
    tokens = _parser().parseInline(words)
    return _rendered(tokens, resolve)


def blocks(words: str, resolve: Resolve) -> Markup:
    """A long text: paragraphs, lists and headings too."""
    if not _MARKS.search(words) and not _STARTS.match(words):
        return Markup("<p>") + escape(words) + Markup("</p>")
    return _rendered(_parser().parse(words), resolve)


def plain(words: str) -> str:
    """The words without their Markdown, for titles, descriptions and the search."""
    if not _MARKS.search(words):
        return words
    said = [child.content if child.type != "softbreak" else " " for child in _children(_parser().parse(words))]
    return " ".join("".join(said).split())


def _children(tokens: list[Token]) -> list[Token]:
    found: list[Token] = []
    for token in tokens:
        if token.type == "inline":
            found += [child for child in token.children or () if child.type in ("text", "code_inline", "softbreak", "hardbreak")]
            found.append(Token("softbreak", "", 0))
        elif token.type in ("fence", "code_block"):
            found.append(token)
    return found


def _rendered(tokens: list[Token], resolve: Resolve) -> Markup:
    env: MutableMapping[str, Any] = {}
    for token in tokens:
        if token.children:
            token.children = _with_addresses(token.children, resolve)
        if token.type in ("heading_open", "heading_close"):
            token.tag = "p"
    parser = _parser()
    return Markup(parser.renderer.render(tokens, parser.options, env))


def _with_addresses(children: list[Token], resolve: Resolve) -> list[Token]:
    """Links of ours made real; those that lead nowhere lose the link and keep their words."""
    kept: list[Token] = []
    dropped = 0
    for token in children:
        if token.type == "link_open":
            href = str(token.attrGet("href") or "")
            match = _SCHEME.match(href)
            if match and match[1] in _OURS:
                address = resolve(match[1], href[match.end() :])
                if address is None:
                    dropped += 1
                    continue
                token.attrSet("href", address)
        elif token.type == "link_close" and dropped:
            dropped -= 1
            continue
        kept.append(token)
    return kept
