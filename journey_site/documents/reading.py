"""What every reader of a document needs to know, and the place where it reports what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journey_site.documents.nearest import Suggestions
from journey_site.documents.values import TWINS, Image, Ref, Scale, Text
from journey_site.problems import Edit, Problem, Related, Severity, Span
from journey_site.source.ignores import Ignore
from journey_site.source.yaml import Node, Scalar, Sequence

if TYPE_CHECKING:
    from journey_site.documents.lanes import Lane

_LONGEST_QUOTE = 60
_MOST_NAMED = 8


@dataclass
class Mentions:
    """What one thing points to, noted while it is read, so that nobody has to look for it again."""

    refs: list[Ref] = field(default_factory=list)
    """References to things, stages and pains."""
    actors: list[Ref] = field(default_factory=list)
    """References to personas that must be actors of the journey."""
    linked: list[Text] = field(default_factory=list)
    """Texts in which a link may stand."""
    pictures: list[Image] = field(default_factory=list)
    fonts: list[Image] = field(default_factory=list)
    """Files of fonts, each with its place."""
    ids: list[Ref] = field(default_factory=list)
    """Ids that items within the thing carry."""
    parts_lost: bool = False
    """Whether a stage or step was refused: what is not found in the thing may have been in it."""


@dataclass
class Reading:
    """One run over a handbook's files: its languages, scale, audiences and lanes, and the problems found."""

    language: str = "en"
    """The language of plain strings."""
    languages: Collection[str] = ("en",)
    """Every language that a text may be written in."""
    scale: Scale = field(default_factory=Scale)
    audiences: Mapping[str, int] = field(default_factory=dict)
    """The declared audiences with their place, the narrowest first."""
    own_lanes: Mapping[str, Lane] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    mentions: Mentions = field(default_factory=Mentions)
    """What the thing that is being read points to."""
    suggestions: Suggestions = field(default_factory=Suggestions)
    settings_known: bool = True
    """False when handbook.yml could not be read: what it declares is then not held against anybody."""
    lanes_known: bool = True
    """False when some lanes of the handbook's own may have escaped us."""
    unsaved: Mapping[Path, str] = field(default_factory=dict)
    """Texts that are read in place of what stands in these files: to see what an edit would lead to."""
    ignores: list[Ignore] = field(default_factory=list)
    """The comments that silence a rule for one line, in the files read so far."""
    file_whole: bool = True
    """False while a file is read of which parts were refused: what is missing may stand in those."""

    def report(
        self,
        rule: str,
        message: str,
        span: Span,
        hint: str = "",
        *,
        severity: Severity = Severity.ERROR,
        related: tuple[Related, ...] = (),
        note: str = "",
        fix: tuple[Edit, ...] = (),
    ) -> None:
        """Note a problem; reading goes on."""
        self.problems.append(Problem(rule, message, span, severity, hint, related, note, fix))

    def missing(self, message: str, span: Span, hint: str = "") -> None:
        """Note that something is not there, unless it may stand in a part of the file that was refused."""
        if self.file_whole:
            self.report("missing-field", message, span, hint)

    def declared_language(self, code: str) -> str | None:
        """The handbook's own code for a language, None when it is not among its languages."""
        if code in self.languages:
            return code
        twin = TWINS.get(code)
        if twin in self.languages:
            return twin
        return code if not self.settings_known and len(code) == len("sv") and code.isalpha() else None


Reader = Callable[[Node, Reading, str], Any]
"""Reads a node into a value; reports what is wrong and then returns None or what could be saved."""


class Reads:
    """Marks a field of a document with the way its value is read from a node.

    ``label`` says in the reference what may stand there.
    """

    __slots__ = ("label", "read")

    def __init__(self, label: str, read: Reader) -> None:
        self.label = label
        self.read = read


def quoted(words: str) -> str:
    """Words in quotation marks for a message, shortened: a file may hold a text of a million letters."""
    if len(words) > _LONGEST_QUOTE:
        words = words[: _LONGEST_QUOTE - 1] + "…"
    return '"' + " ".join(words.split()) + '"'


def some(words: Iterable[str]) -> str:
    """The first few of many words, for a message."""
    first = list(islice(words, _MOST_NAMED + 1))
    named = ", ".join(word if len(word) <= _LONGEST_QUOTE else quoted(word)[1:-1] for word in first[:_MOST_NAMED])
    return named + (" …" if len(first) > _MOST_NAMED else "")


def shown(node: Node) -> str:
    """A node in a few words for a message: the text itself where there is one."""
    if isinstance(node, Scalar):
        return quoted(node.text) if node.text.strip() else "nothing"
    return "a list" if isinstance(node, Sequence) else "a mapping"


def stripped(node: Scalar) -> str:
    """A text without the space around it; empty when nothing is written."""
    if node.is_null:
        return ""
    text = node.text
    bare = text.strip()
    if len(bare) != len(text):
        # An alias may repeat a text of a million letters a thousand times: strip it once, and share it.
        node.text = bare
    return node.text


def says_nothing(node: Node | None) -> bool:
    """Whether nothing is written: no such key, nothing behind it, or empty quotes."""
    return node is None or (isinstance(node, Scalar) and not stripped(node))
