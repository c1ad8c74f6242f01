"""Pages that people write in Markdown beside the YAML: the handbook's links in them.

``[the first ride](journey:anna-ebike#decision)`` works there as it does in the YAML's texts. Such links
are found in the text as it was written, so that one that leads nowhere is told with its place, and made
real in the HTML that a site generator makes of it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from journey_site.atlas.atlas import SCHEME_KINDS, Atlas
from journey_site.atlas.references import References
from journey_site.embeds.asked import check_fence
from journey_site.embeds.fences import fences_in, other_fences_in
from journey_site.embeds.misspelt import check_misspelt
from journey_site.problems import Problem, Span
from journey_site.source.text import SourceText, read_text

ENDINGS = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""How the names of Markdown files end."""

_SCHEMES = "|".join(SCHEME_KINDS)
_LINK = re.compile(
    rf"""(?: \]\(\s*<?                       # [words](journey:…)
           | ^[ ]{{0,3}}\[[^\]\n]+\]:[ \t]*<?  # [name]: journey:…
           | \bhref=["']                     # <a href="journey:…">
         )(?P<link>(?P<scheme>{_SCHEMES}):(?P<target>[^)\s>"']*))""",
    re.VERBOSE | re.MULTILINE,
)
_OUTSIDE = re.compile(
    r"""(?: \]\(\s*<? | ^[ ]{0,3}\[[^\]\n]+\]:[ \t]*<? | \b(?:href|src)=["'] | < )
        (?P<link>(?P<scheme>https?):(?P<target>//[^\s<>"']+))""",
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
"""The same, and addresses in angle brackets, for what leads to other sites."""
_CODE = (
    re.compile(r"\A---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE),
    re.compile(r"^[ \t>]*(?P<fence>`{3,}|~{3,})[^\n`]*\n.*?^[ \t>]*(?P=fence)[`~]*[ \t]*$", re.DOTALL | re.MULTILINE),
    re.compile(r"<!--.*?-->", re.DOTALL),
    re.compile(r"(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)", re.DOTALL),
)
"""What is not read as Markdown: front matter, fenced code, comments, inline code."""
_INDENTED = re.compile(
    r"^(?P<before>\S[^\n]*)\n(?:[ \t]*\n)+(?P<code>(?:(?:[ ]{4}|\t)[^\n]*(?:\n|\Z))+)", re.MULTILINE
)
_OPENS_BLOCK = re.compile(r"[-*+] |\d+[.)] |!!! |\?\?\?\+? |=== |\[\^|: ")
"""After these an indented line belongs to a list, a box or a note, and is no code."""
_HTML_LINK = re.compile(rf'<a\s(?P<marks>[^>]*?)href="(?P<scheme>{_SCHEMES}):(?P<target>[^"]*)"(?P<more>[^>]*)>(?P<words>.*?)</a>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """A link such as ``journey:anna-ebike#decision`` in a Markdown page; line and column count from 1."""

    scheme: str
    target: str
    line: int
    column: int


def links_in(text: str) -> list[WrittenLink]:
    """The handbook's links in a Markdown text: inline, by reference or as HTML, but none in code or comments."""
    return _found(text, _LINK)


def mentions_in(text: str) -> list[WrittenLink]:
    """All that a Markdown text names of the handbook: its links, and what its fenced blocks ask for.

    Between scheme and target a block has no colon, but as much room, so that the target stands where a link's would.
    """
    found = links_in(text)
    for fence in fences_in(text):
        named = [("department", word) for word in fence.words if word.key == "department"]
        named += [("persona", word) for word in fence.words if word.key == "actor"]
        named += [(fence.scheme, fence.target)] if fence.target else []
        found += [WrittenLink(scheme, word.text, fence.line, word.text_column - len(scheme) - 1) for scheme, word in named]
    return sorted(found, key=lambda link: (link.line, link.column))


def outside_links_in(text: str) -> list[WrittenLink]:
    """The links to other sites in a Markdown text; a bracket that ends one may stand at its end."""
    return _found(text, _OUTSIDE)


def _found(text: str, pattern: re.Pattern[str]) -> list[WrittenLink]:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    found = []
    line, begin, counted = 1, 0, 0
    for match in pattern.finditer(without_code(text)):
        at = match.start("link")
        # Counted on from the last link: counting from the top for each would take minutes for a long page.
        line += text.count("\n", counted, at)
        begin = max(begin, text.rfind("\n", counted, at) + 1)
        counted = at
        found.append(WrittenLink(match["scheme"], match["target"], line, at - begin + 1))
    return found


def without_code(text: str) -> str:
    """``text`` with spaces for every letter that is not read as Markdown, so that places stay."""
    for pattern in _CODE:
        text = pattern.sub(lambda match: _blank(match[0]), text)

    def indented(match: re.Match[str]) -> str:
        if _OPENS_BLOCK.match(match["before"]):
            return match[0]
        return text[match.start() : match.start("code")] + _blank(match["code"])

    return _INDENTED.sub(indented, text)


def _blank(words: str) -> str:
    return re.sub(r"[^\n]", " ", words)


def markdown_files(folder: Path) -> Iterator[Path]:
    """The Markdown files below ``folder``, by path, without hidden ones."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.endswith(ENDINGS) and not name.startswith("."):
                yield Path(place, name)


def check_pages(
    pages: Iterable[tuple[Path, str]], atlas: Atlas, unsaved: Mapping[Path, str] | None = None
) -> Iterator[Problem]:
    """What is wrong with the handbook's links in hand-written pages, given with their names in messages.

    ``atlas`` should hold everything, whoever may see it: a link to what an edition leaves out is no mistake.
    ``unsaved`` holds texts that are read in place of what stands in those files.
    """
    references = References(atlas)
    for path, shown in pages:
        source = SourceText(shown, unsaved[path]) if unsaved and path in unsaved else read_text(path, shown)[0]
        for link in links_in(source.text) if source is not None else ():
            width = len(f"{link.scheme}:{link.target}")
            span = Span(shown, link.line, link.column, link.line, link.column + width)
            yield from references.check_link(link.scheme, link.target, span)
        for fence in fences_in(source.text) if source is not None else ():
            yield from check_fence(fence, shown, references)
        for other in other_fences_in(source.text) if source is not None else ():
            yield from check_misspelt(other, shown, references.atlas, references.suggestions)


def with_addresses(html: str, resolve: Callable[[str, str], str | None]) -> str:
    """The HTML of a hand-written page with real addresses; a link to nothing that may be seen keeps its words."""

    def real(match: re.Match[str]) -> str:
        address = resolve(match["scheme"], unescape(match["target"]))
        if address is None:
            return match["words"]
        return f'<a {match["marks"]}href="{address}"{match["more"]}>{match["words"]}</a>'

    return _HTML_LINK.sub(real, html)
