"""Which problems the log of an edition may tell in full, and which by their rule and number alone.

A log of a public project is read by anybody. What a problem says, and already where it stands, may name what the edition
leaves out; so it is told in full where everything around it is open and its own words name nothing hidden. Where it only
lists what there is to choose from, what is hidden is taken out of the list.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from journey_site.atlas.atlas import SCHEME_KINDS, Atlas
from journey_site.documents.documents import KINDS
from journey_site.documents.nearest import nearest
from journey_site.documents.values import Text
from journey_site.documents.walk import leaves, within
from journey_site.editions import edition
from journey_site.problems import Problem, Severity, Span
from journey_site.source.ids import slug
from journey_site.source.nodes import Mapping, Node, Scalar, Sequence
from journey_site.source.text import read_text
from journey_site.source.yaml import parse_yaml

_YAML = (".yml", ".yaml")
_HANDBOOK = ("handbook.yml", "handbook.yaml")
_SCHEMES = "|".join(SCHEME_KINDS)
_NO_WORD = re.compile(r"[\W_]+")
_QUOTED = re.compile(r"[\"“]([^\"“”]*)[\"”]")
_CHOICE = re.compile(r"(?P<lead>\b(?:there are|there is|they are|stages are|to choose from:|write channel:) )(?P<list>[^,\"“]+(?:, [^,\"“]+)*?)(?P<more> …)?$")
"""How a hint or a note ends that lists the handbook's own ids."""
_OF_THE_FORMAT = re.compile(r"\b(?:it is one of|its fields are|its audiences are|its languages are) [^\"“]*")
_UNQUOTED = re.compile(
    rf"""(?:[\w-]+,[ ])+[\w-]+                                      # a list
       | (?:there[ ]are|there[ ]is|they[ ]are|stages[ ]are)[ ][\w-]+(?:,[ ][\w-]+)*
       | (?:^|[ (])(?:{_SCHEMES}|stage|name|opens|id|and)[ ][\w-]+
       | [\w-]+[ ](?:opens[ ][\w-]+|→|\(stage)|→[ ][\w-]+         # journeys in a circle
       | emotion[ ]of[ ][\w-]+
       | :[ ][\w-]+(?:,[ ][\w-]+)* | &[\w-]+ | [\w./-]+\.ya?ml | (?:{_SCHEMES}):[\w-]+ | \#[\w-]+""",
    re.VERBOSE,
)
"""Where a message names things without quotation marks."""
_NAMING = ("bad-embed", "unknown-field", *(f"unknown-{each}" for each in ("actor", "pain", "person", "stage", "lane", *SCHEME_KINDS)))
"""Rules that tell of a name which leads nowhere: it may be a slip of one that is hidden."""
_SHORTEST_TEXT = 8
_AUDIENCE = "audience"
_A_SLIP = 2
"""Letters too many or too few."""


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
        told = telling.told(problem)
        if told is not None:
            open_ones.append(told)
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
        self.shown = edition(everything, audience)
        self.names = _names(everything) - _names(self.shown)
        self.lanes = _lanes(everything) - _lanes(self.shown)
        self.longest = max((name.count("-") + 1 for name in self.names), default=0)
        self.unspaced = [name for name in self.names if not name.isascii() and len(name) > 1]

    def told(self, problem: Problem) -> Problem | None:
        """The problem as this edition may tell it; None where it is told by its rule alone."""
        places = [problem.span, *(each.span for each in problem.related)]
        if any(map(self._is_hidden, places)) or any(map(self._names_hidden_file, places)):
            return None
        hint, note = self._without_hidden_choices(problem.hint), self._without_hidden_choices(problem.note)
        names = self.lanes if problem.rule == "unknown-field" else self.names
        if any(self._says_hidden(said, names) for said in (problem.message, hint, *(each.message for each in problem.related))):
            return None
        if problem.rule in _NAMING and self._is_slip_of_hidden(problem, names):
            return None
        return replace(problem, hint=hint, note="" if self._says_hidden(note, names) else note)

    def _without_hidden_choices(self, said: str) -> str:
        """A hint or a note that lists what there is to choose from, without what is hidden."""
        choice = _CHOICE.search(said)
        if choice is None:
            return said
        entries = choice["list"].split(", ")
        kept = [entry for entry in entries if not self._is_named(entry, self.names)]
        if len(kept) == len(entries):
            return said
        return f"{said[: choice.start()]}{choice['lead']}{', '.join(kept)}{choice['more'] or ''}" if kept else ""

    def _says_hidden(self, said: str, names: Collection[str]) -> bool:
        """Whether a sentence quotes or lists an id, a name or a text of what is left out; the words around are our own."""
        if not said:
            return False
        listed = _UNQUOTED.findall(_OF_THE_FORMAT.sub(" ", _QUOTED.sub(" ", said)))
        if any(part in names for each in listed for part in re.findall(r"\w[\w-]*", each.lower())):
            return True
        return any(self._is_named(quoted, names) or self._is_said(quoted) for quoted in _QUOTED.findall(said))

    def _is_named(self, words: str, names: Collection[str]) -> bool:
        """Whether an id or a name that is left out stands in ``words``, or begins where they are cut short."""
        for form in {slug(words), _row(words)}:
            row = form.split("-")
            runs = ("-".join(row[start:end]) for start in range(len(row)) for end in range(start + 1, min(start + self.longest, len(row)) + 1))
            if any(run in names for run in runs):
                return True
            if "…" in words and len(form) >= _SHORTEST_TEXT and any(name.startswith(form) for name in names):
                return True
        return not words.isascii() and any(name in names and name in _row(words) for name in self.unspaced)

    def _is_said(self, words: str) -> bool:
        """Whether a text that is left out holds ``words``, and none that is shown; a single word is what somebody typed as an id."""
        row = _row(words)
        return len(row) >= _SHORTEST_TEXT and ("-" in row or not row.isascii()) and row in self._hidden_texts and row not in self._open_texts

    @cached_property
    def _hidden_texts(self) -> str:
        return "\n".join(_texts(self.everything) - _texts(self.shown))

    @cached_property
    def _open_texts(self) -> str:
        return "\n".join(_texts(self.shown))

    def _is_slip_of_hidden(self, problem: Problem, names: Collection[str]) -> bool:
        """Whether what leads nowhere is nearer to something hidden than to anything that may be meant instead."""
        meant = [*_QUOTED.findall(problem.hint), *self._open_names]
        return any(
            (near := nearest(slug(word) or word, [*meant, *names])) is not None and near in names and near not in meant
            for word in _QUOTED.findall(problem.message)
        )

    @cached_property
    def _open_names(self) -> list[str]:
        return sorted(_names(self.shown))

    def _names_hidden_file(self, span: Span) -> bool:
        """Whether a part of a file's path is an id or a name of what is left out."""
        parts = PurePosixPath(self.everything.path_of(span.file)).with_suffix("").parts
        return any(form in self.names for part in parts for form in (slug(part), _row(part)))

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
            if isinstance(node, Mapping) and _may_be_for_some(node):
                return True
            said = node.get(_AUDIENCE) if isinstance(node, Mapping) else None
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


def _may_be_for_some(node: Mapping) -> bool:
    """Whether a field is called nearly as the one that says for whom a thing is: nobody knows what was meant."""
    named = ((key.text.strip(), value) for key, value in node.entries)
    return any(key not in (_AUDIENCE, "audiences") and abs(len(key) - len(_AUDIENCE)) <= _A_SLIP and nearest(key, (_AUDIENCE,)) for key, _ in named)


def _row(words: str) -> str:
    """The words of a text in small letters with dashes between them, in whatever script."""
    return _NO_WORD.sub("-", normalize("NFKC", words).casefold().replace("\u00ad", "")).strip("-")


def _texts(atlas: Atlas) -> set[str]:
    """Every text of the things, each as one row of words."""
    found = (leaf for thing in (atlas.handbook, *(thing for _, thing in atlas.things())) for _, _, leaf in leaves(thing))
    return {_row(words) for leaf in found if isinstance(leaf, Text) for words in leaf.values.values()}


def _names(atlas: Atlas) -> frozenset[str]:
    """Every id, and every name made an id."""
    found: set[str] = set()
    for _, thing in atlas.things():
        found.update((thing.id, *thing.was, *_forms(thing.name)))
        for part in within(thing):
            identity = getattr(part, "id", None)
            if isinstance(identity, str):
                found.add(identity)
            name = getattr(part, "name", None)
            if isinstance(name, Text):
                found.update(_forms(name))
    found |= _lanes(atlas)
    found.discard("")
    return frozenset(found - set(SCHEME_KINDS) - set(KINDS))


def _forms(name: Text) -> Iterator[str]:
    for words in name.values.values():
        yield from (slug(words), _row(words))
