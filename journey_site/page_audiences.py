"""For whom a hand-written page is: ``audience: internal`` in its front matter, and what an edition does without it.

A page that names no audience is for the ``default_audience`` of handbook.yml, as everything is; a translation beside it
(``about.sv.md``) is for nobody who may not see the page itself.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from urllib.parse import quote, unquote

from journey_site.atlas.atlas import Atlas
from journey_site.documents.handbook import Handbook
from journey_site.documents.nearest import nearest
from journey_site.documents.reading import quoted, some
from journey_site.problems import Edit, Problem, Span
from journey_site.source.nodes import Mapping as MappingNode
from journey_site.source.nodes import Scalar
from journey_site.source.text import SourceText, read_text
from journey_site.source.yaml import parse_yaml

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\n(?P<said>.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_PLAIN_FRONT = re.compile(r"\A\ufeff?(?:[ ]{0,3}[A-Za-z0-9_-]+:[^\n]*\n)*?[ ]{0,3}audience:[ \t]*(?P<value>[^\n]*)")
"""What MkDocs reads, too: ``audience: internal`` in the first lines, without dashes around."""
_SAID = re.compile(r"^audience:[ \t]*(?P<value>[^\n#]*)", re.MULTILINE)
_KEYS = re.compile(r"\A\ufeff?(?:[ ]{0,3}[\w-]+:[^\n]*(?:\n|\Z))+")
"""Fields in the first lines, without dashes around."""
_KEY = re.compile(r"^[ ]{0,3}(?P<key>[\w-]+)[ \t]*:[ \t]*(?P<value>[^\n#]*)", re.MULTILINE)
_AUDIENCE = "audience"
_NEAR = 0.75
"""So much of the letters is the same in ``audiens``, and not in ``author``, ``audited`` or ``ambience``."""
_IN_OTHER_LANGUAGES = ("målgrupp", "malgrupp", "målgruppe", "publik", "publikum", "zielgruppe")
"""What is called an audience elsewhere, and is meant so where it names one."""
_LINK = re.compile(
    r"""(?P<image>!?)\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?(?P<target>[^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?
        (?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)(?:\{[^{}\n]*\})?""",
    re.VERBOSE,
)
_NAMED = re.compile(r"^[ ]{0,3}\[(?P<name>[^\]\n]+)\]:[ \t]*<?(?P<target>[^\s>]+)>?[^\n]*\n?", re.MULTILINE)
_HTML_LINK = re.compile(r"<a\b[^>]*?\bhref=[\"'](?P<target>[^\"']*)[\"'][^>]*>(?P<words>.*?)</a>", re.DOTALL | re.IGNORECASE)
_HTML_IMAGE = re.compile(r"<img\b[^>]*?\bsrc=[\"'](?P<target>[^\"']*)[\"'][^>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SaidAudience:
    """What a page's front matter says about its readers."""

    words: str
    place: Span


def said_audience(source: SourceText) -> SaidAudience | None:
    """For whom a page says that it is; None when it says nothing."""
    text = source.text.replace("\r\n", "\n")
    front = _FRONT.match(text)
    if front is None:
        plain = _PLAIN_FRONT.match(text)
        return _at(source, text, plain.start("value"), plain["value"]) if plain else None
    # Its first line is left empty, so that places are those of the whole file.
    node = parse_yaml(SourceText(source.file, "\n" + front["said"]))[0]
    if isinstance(node, MappingNode):
        said = node.get("audience")
        if said is None:
            return None
        return SaidAudience(said.text.strip() if isinstance(said, Scalar) else "", said.span)
    loose = _SAID.search(text, front.start("said"), front.end("said"))
    return _at(source, text, loose.start("value"), loose["value"]) if loose else None


def _at(source: SourceText, text: str, offset: int, value: str) -> SaidAudience:
    words = value.strip().strip("\"'")
    line, column = text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
    return SaidAudience(words, source.span(line, column, max(1, len(words))))


@dataclass(frozen=True, slots=True)
class Misspelt:
    """A field of front matter that most likely was to be ``audience``."""

    key: str
    words: str
    """What stands in it; empty where that is no plain text."""
    place: Span


def misspelt_audience(source: SourceText, audiences: Collection[str]) -> Misspelt | None:
    """The field by which a page was to say for whom it is; None where it says so, or has no such field.

    Every other field is somebody's own, or the site generator's.
    """
    if said_audience(source) is not None:
        return None
    return next((Misspelt(key, value, place) for key, value, place in _fields(source) if _is_meant(key, value, audiences)), None)


def _fields(source: SourceText) -> Iterator[tuple[str, str, Span]]:
    """The fields of a page's front matter, each with its words, where they are plain, and the place of its key."""
    text = source.text.replace("\r\n", "\n")
    front = _FRONT.match(text)
    if front is not None:
        node = parse_yaml(SourceText(source.file, "\n" + front["said"]))[0]
        if isinstance(node, MappingNode):
            for key, value in node.entries:
                yield key.text.strip(), value.text.strip() if isinstance(value, Scalar) else "", key.span
            return
        start, end = front.span("said")
    else:
        plain = _KEYS.match(text)
        start, end = plain.span() if plain else (0, 0)
    for found in _KEY.finditer(text.removeprefix("\ufeff") if not start else text, start, end):
        yield found["key"], found["value"].strip().strip("\"'"), _at(source, text.removeprefix("\ufeff"), found.start("key"), found["key"]).place


def _is_meant(key: str, value: str, audiences: Collection[str]) -> bool:
    name = key.casefold()
    if name in _IN_OTHER_LANGUAGES:
        return value in audiences
    return abs(len(name) - len(_AUDIENCE)) <= len("ns") and not name.startswith("x-") and SequenceMatcher(None, name, _AUDIENCE, autojunk=False).ratio() > _NEAR


def check_audiences(pages: Iterable[tuple[Path, str]], atlas: Atlas, unsaved: Mapping[Path, str] | None = None) -> Iterator[Problem]:
    """Audiences in front matter that the handbook does not declare, and fields that were to name one.

    ``pages`` come with their names in messages; ``unsaved`` holds texts that are read in place of what stands in those files.
    """
    audiences = atlas.handbook.audiences
    if not audiences and atlas.partial:
        return  # handbook.yml could not be read, so that nobody knows
    for path, shown in pages:
        source = SourceText(shown, unsaved[path]) if unsaved and path in unsaved else read_text(path, shown)[0]
        if source is None:
            continue
        if slip := misspelt_audience(source, audiences):
            yield Problem(
                "unknown-field", f"a page has no field {quoted(slip.key)}", slip.place, hint=f'did you mean "{_AUDIENCE}"?',
                note="Until it is mended, nobody knows who may see the page.", fix=(Edit(slip.place, _AUDIENCE),) if slip.words in audiences else (),
            )  # fmt: skip
        said = said_audience(source)
        if said is None or said.words in audiences:
            continue
        near = nearest(said.words, audiences)
        declare = "audiences are declared in handbook.yml: audiences: [internal, public]"
        hint = f'did you mean "{near}"?' if near else f"its audiences are {some(audiences)}" if audiences else declare
        told = f"{quoted(said.words)} is no audience of this handbook" if said.words else "audience should be one of the handbook's audiences"
        yield Problem("unknown-audience", told, said.place, hint=hint)


def hidden_pages(texts: Mapping[str, str], handbook: Handbook, audience: str) -> set[str]:
    """Which of the pages ``texts``, by their paths, the edition for ``audience`` leaves out.

    What names an audience that does not exist, or by a misspelt field, is for the narrowest.
    """
    audiences = handbook.audiences
    if not audience or audience not in audiences or audience == audiences[0]:
        return set()
    seen = audiences[audiences.index(audience) :]

    def is_hidden(path: str) -> bool:
        source = SourceText(path, texts[path])
        if misspelt_audience(source, audiences):
            return True
        said = said_audience(source)
        wanted = said.words if said else handbook.default_audience
        return wanted is not None and wanted not in seen

    found = {path for path in texts if is_hidden(path)}
    return found | {path for path in texts if _translated(path) in found}


def _translated(path: str) -> str:
    """The page of which ``about.sv.md`` is a translation: ``about.md``."""
    stem, ending = posixpath.splitext(path)
    first, dot, language = stem.rpartition(".")
    return f"{first}{ending}" if dot and 2 <= len(language.partition("-")[0]) <= 3 else ""


def without_links(markdown: str, page: str, gone: Collection[str], code: Callable[[str], str]) -> str:
    """The Markdown of the page at ``page``, in which links to files that are ``gone`` are words alone.

    A picture that is gone is gone with its words. ``code`` blanks what is no Markdown, place by place.
    """
    if not gone:
        return markdown
    folder = posixpath.dirname(page)

    def leads_there(target: str) -> bool:
        path = unquote(re.split(r"[#?]", target, maxsplit=1)[0])
        if not path or "://" in path or path.startswith(("mailto:", "tel:")):
            return False
        whole = posixpath.normpath(posixpath.join(folder, path.lstrip("/") if path.startswith("/") else path))
        return not {whole, f"{whole}.md", f"{whole}/index.md"}.isdisjoint(gone)

    readable = code(markdown)
    edits: list[tuple[int, int, str]] = []
    for match in _LINK.finditer(readable):
        if leads_there(match["target"]):
            edits.append((match.start(), match.end(), "" if match["image"] else markdown[match.start("words") : match.end("words")]))
    for match in _HTML_LINK.finditer(readable):
        if leads_there(match["target"]):
            edits.append((match.start(), match.end(), markdown[match.start("words") : match.end("words")]))
    edits += [(match.start(), match.end(), "") for match in _HTML_IMAGE.finditer(readable) if leads_there(match["target"])]
    names = [match for match in _NAMED.finditer(readable) if leads_there(match["target"])]
    edits += [(match.start(), match.end(), "") for match in names]
    for match in names:
        used = re.compile(rf"(?P<image>!?)\[(?P<words>[^\[\]]*)\](?:\[{re.escape(match['name'])}\]|\[\])?(?!\(|:)", re.IGNORECASE)
        for use in used.finditer(readable):
            by_name = use[0].lower().endswith(f"[{match['name']}]".lower())
            if by_name or use["words"].lower() == match["name"].lower():
                edits.append((use.start(), use.end(), "" if use["image"] else use["words"]))
    kept, end = [], 0
    for start, stop, words in sorted(edits):
        if start >= end:
            kept += [markdown[end:start], words]
            end = stop
    return "".join(kept) + markdown[end:]


def left_behind(files: Iterable[str], hidden: str, shown: str, *, closed: bool) -> set[str]:
    """Which of the ``files`` beside the pages an edition does without.

    ``hidden`` is all that is written in what the edition leaves out, ``shown`` all that is written in what it shows. A
    file goes that only the first names; in a ``closed`` handbook, where all is hidden that does not say otherwise, also
    one that neither does.
    """
    return {path for path in files if not is_named(path, shown) and (closed or is_named(path, hidden))}


def is_named(path: str, text: str) -> bool:
    """Whether a text names a file, by whatever way to it."""
    name = posixpath.basename(path)
    return any(_stands_alone(each, text) for each in dict.fromkeys((name, quote(name))))


def _stands_alone(name: str, text: str) -> bool:
    at = text.find(name)
    while at >= 0:
        if not at or not (text[at - 1].isalnum() or text[at - 1] in "-_."):
            return True
        at = text.find(name, at + 1)
    return False
