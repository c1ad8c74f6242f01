"""Which problems the log of an edition may tell in full, and which by their rule and number alone.

A log of a public project is read by anybody. What a problem says, and already where it stands, may name what the edition
leaves out; so it is told in full only where everything around it is open, and its own words name nothing hidden.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePosixPath

from journey_site.atlas.atlas import SCHEME_KINDS, Atlas
from journey_site.documents.documents import KINDS
from journey_site.documents.walk import within
from journey_site.editions import edition
from journey_site.problems import Problem, Severity, Span
from journey_site.source.ids import slug
from journey_site.source.nodes import Mapping, Node, Scalar, Sequence
from journey_site.source.text import read_text
from journey_site.source.yaml import parse_yaml

_YAML = (".yml", ".yaml")
_HANDBOOK = ("handbook.yml", "handbook.yaml")
_MOST_WORDS = 8
_WORD = re.compile(r"\w[\w-]+")
_QUOTED = re.compile(r"[\"“]([^\"“”]*)[\"”]")
_LISTED = re.compile(r"(?:[\w-]+, )+[\w-]+|\b(?:are|is|called|than|to|from|of|in|:) [\w-]+|[\w./-]+\.ya?ml|[\w-]+:[\w-]+(?:#[\w-]+)?")
"""Where a message names things without quotation marks: in lists, after a few words, in names of files and in links."""


def told_in_full(
    problems: Iterable[Problem], everything: Atlas, audience: str, base: Path, hidden_pages: Collection[str] = ()
) -> tuple[list[Problem], Counter[tuple[Severity, str]]]:
    """The problems that the edition for ``audience`` may tell, and how many others there are of each rule.

    File names in messages start at ``base``; ``hidden_pages`` are the hand-written pages that are left out, so named.
    """
    telling = _Telling(everything, audience, base, hidden_pages)
    open_ones: list[Problem] = []
    others: Counter[tuple[Severity, str]] = Counter()
    for problem in problems:
        if telling.may_tell(problem):
            open_ones.append(problem)
        else:
            others[(problem.severity, problem.rule)] += 1
    return open_ones, others


class _Telling:
    def __init__(self, everything: Atlas, audience: str, base: Path, hidden_pages: Collection[str]) -> None:
        handbook = everything.handbook
        self.everything = everything
        self.seen = frozenset(handbook.audiences[handbook.audiences.index(audience) :])
        self.unstated = handbook.default_audience
        self.base = base
        self.hidden_pages = frozenset(hidden_pages)
        self.roots: dict[str, Node | None] = {}
        shown = edition(everything, audience)
        self.names = _names(everything) - _names(shown)
        self.lanes = _lanes(everything) - _lanes(shown)

    def may_tell(self, problem: Problem) -> bool:
        places = [problem.span, *(each.span for each in problem.related)]
        said = " ".join((problem.message, problem.hint, problem.note, *(each.message for each in problem.related), *(each.file for each in places)))
        return not any(map(self._is_hidden, places)) and not self._names_hidden(said)

    def _names_hidden(self, said: str) -> bool:
        """Whether the words quote or list an id or a name of what is left out; the words around them are our own."""
        if any(part.lower() in self.names for listed in _LISTED.findall(said) for part in _WORD.findall(listed)):
            return True
        return any(
            run in self.names
            for quoted in _QUOTED.findall(said)
            for words in [slug(quoted).split("-")]
            for start in range(len(words))
            for run in ("-".join(words[start:end]) for end in range(start + 1, min(start + _MOST_WORDS, len(words)) + 1))
        )

    def _is_hidden(self, span: Span) -> bool:
        """Whether a place lies in what is left out, or might."""
        path = PurePosixPath(self.everything.path_of(span.file))
        if path.suffix not in _YAML:
            return span.file in self.hidden_pages
        if any(part in KINDS for part in path.parts[:-1]):
            levels = 0
        elif path.stem in KINDS:
            levels = 1
        elif path.name in _HANDBOOK:
            levels = 2
        else:
            return False  # a file of nobody's, told as such
        root = self._root(span.file)
        if root is None:
            return True  # a broken file does not say whom it is for
        chain = list(_around(root, span))
        closed = self.unstated is not None and self.unstated not in self.seen
        for depth, (key, node) in enumerate(chain):
            if key in self.lanes:
                return True
            said = node.get("audience") if isinstance(node, Mapping) else None
            if said is not None and not (isinstance(said, Scalar) and said.text.strip() in self.seen):
                return True
            if said is None and closed and depth == levels and self._is_thing(levels, chain):
                return True
        return False

    @staticmethod
    def _is_thing(levels: int, chain: list[tuple[str, Node]]) -> bool:
        """Whether what stands so many levels deep is a thing, and no setting of handbook.yml."""
        return levels < 2 or chain[1][0] in KINDS

    def _root(self, file: str) -> Node | None:
        if file not in self.roots:
            source = read_text(self.base / file, file)[0]
            self.roots[file] = parse_yaml(source)[0] if source is not None else None
        return self.roots[file]


def _around(node: Node, span: Span) -> Iterator[tuple[str, Node]]:
    """What a place lies in, the widest first, each with the key it stands under."""
    here = (span.line, span.column)
    key = ""
    while True:
        yield key, node
        if isinstance(node, Mapping):
            at = bisect_right(node.entries, here, key=lambda entry: (entry[0].span.line, entry[0].span.column))
            if not at:
                return
            name, below = node.entries[at - 1]
            key, start = name.text, name.span.column
        elif isinstance(node, Sequence):
            begun = [item for item in node.items if (item.span.line, item.span.column) <= here]
            if not begun:
                return
            below = max(begun, key=lambda item: (item.span.line, item.span.column))
            key, start = "", below.span.column
        else:
            return
        after = here > (below.span.end_line, below.span.end_column)
        if after and span.column <= start:
            return
        node = below


def _lanes(atlas: Atlas) -> set[str]:
    """The lanes of the handbook and of single journeys."""
    rows = [*(atlas.handbook.lanes or ()), *(lane for journey in atlas.journeys.values() for lane in journey.lanes or ())]
    return {lane.id for lane in rows if lane.id}


def _names(atlas: Atlas) -> frozenset[str]:
    """Every id, and every name made an id."""
    found: set[str] = set()
    for _, thing in atlas.things():
        found.update((thing.id, *thing.was, *map(slug, thing.name.values.values())))
        for part in within(thing):
            identity = getattr(part, "id", None)
            if isinstance(identity, str):
                found.add(identity)
            name = getattr(part, "name", None)
            if name is not None and hasattr(name, "values"):
                found.update(map(slug, name.values.values()))
    found.discard("")
    return frozenset(found - set(SCHEME_KINDS) - set(KINDS))
