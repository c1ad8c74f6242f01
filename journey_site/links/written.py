"""Which addresses of other sites a handbook holds, each with every place where it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from journey_site.atlas.atlas import Atlas
from journey_site.documents.declared import Declared
from journey_site.documents.values import Owner, Text
from journey_site.documents.walk import leaves, parts, within
from journey_site.handwritten import outside_links_in
from journey_site.problems import Span
from journey_site.source.text import SourceText, read_text

_HTTP = re.compile(r"https?://", re.IGNORECASE)
_IN_TEXT = re.compile(
    r"(?:\]\(\s*<?|^[ ]{0,3}\[[^\]\n]{1,200}\]:[ \t]*<?|<)(?P<address>https?://[^\s<>]{1,2000})", re.IGNORECASE | re.MULTILINE
)
_CODE = re.compile(r"(?<!`)(`+)(?!`)[^`]*(?<!`)\1(?!`)")


def addresses(atlas: Atlas, root: Path, pages: Iterable[tuple[Path, str]]) -> dict[str, list[Span]]:
    """Every address that begins with http, with the places where it stands, each once.

    ``atlas`` should hold everything, whoever may see it; ``root`` is the handbook's folder, and ``pages`` are
    the hand-written pages with their names in messages. What is built in is nobody's to mend and left out.
    """
    found: dict[str, dict[Span, None]] = {}
    sources: dict[str, SourceText | None] = {}
    for address, place in [*_of_things(atlas, root, sources), *_of_pages(pages)]:
        if place.file:
            found.setdefault(address, {})[place] = None
    return {address: sorted(places) for address, places in found.items()}


def _of_things(atlas: Atlas, root: Path, sources: dict[str, SourceText | None]) -> Iterator[tuple[str, Span]]:
    for top in (atlas.handbook, *(thing for _, thing in atlas.things())):
        for document in within(top):
            yield from _of_fields(document)
        for _, _, leaf in leaves(top):
            if isinstance(leaf, Text):
                yield from _of_text(leaf, atlas, root, sources)


def _of_fields(document: Declared) -> Iterator[tuple[str, Span]]:
    """``url``, ``contact``, ``report`` and the owner's contact: fields that hold nothing but an address."""
    for name, value in parts(document):
        written = value.contact if isinstance(value, Owner) else value if name in ("url", "contact", "report") else None
        # An address with gaps to fill is none yet.
        if isinstance(written, str) and _HTTP.match(written) and "{" not in written:
            yield written, document.place(name)


def _of_text(text: Text, atlas: Atlas, root: Path, sources: dict[str, SourceText | None]) -> Iterator[tuple[str, Span]]:
    for language, words in text.values.items():
        if "://" not in words:
            continue
        searched = _CODE.sub(lambda code: " " * len(code[0]), words)
        place = text.places.get(language, text.origin)
        for match in _IN_TEXT.finditer(searched):
            address = _without_bracket(match["address"])
            yield address, _place_of(address, place, atlas, root, sources)


def _without_bracket(address: str) -> str:
    """The address up to the bracket that ends a Markdown link, with the pairs of brackets that it holds itself."""
    depth = 0
    for at, sign in enumerate(address):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if depth < 0:
            return address[:at]
    return address


def _place_of(address: str, within: Span, atlas: Atlas, root: Path, sources: dict[str, SourceText | None]) -> Span:
    """Where ``address`` stands in a text; the text's own place where it is written otherwise."""
    if within.file not in sources:
        sources[within.file] = read_text(root / atlas.path_of(within.file), within.file)[0] if within.file else None
    source = sources[within.file]
    for line in range(within.line, max(within.end_line, within.line) + 1) if source else ():
        at = source.line(line).find(address, within.column - 1 if line == within.line else 0) if source else -1
        if at >= 0:
            return Span(within.file, line, at + 1, line, at + 1 + len(address))
    return within


def _of_pages(pages: Iterable[tuple[Path, str]]) -> Iterator[tuple[str, Span]]:
    for path, shown in pages:
        source, _ = read_text(path, shown)
        for link in outside_links_in(source.text) if source is not None else ():
            address = _without_bracket(f"{link.scheme}:{link.target}")
            yield address, Span(shown, link.line, link.column, link.line, link.column + len(address))
