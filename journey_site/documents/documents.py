"""A handbook as it is written: every kind of thing, by id, with what could not be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from journey_site.documents.field_names import field_names
from journey_site.documents.handbook import Handbook
from journey_site.documents.journeys import Journey
from journey_site.documents.models import Model
from journey_site.documents.reading import Mentions, Reading, says_nothing
from journey_site.documents.references import read_id
from journey_site.documents.things import (
    Channel,
    Content,
    Department,
    Evidence,
    Metric,
    Persona,
    Thing,
    Touchpoint,
)
from journey_site.problems import Problem, Related, Severity, Span
from journey_site.source.discover import Found
from journey_site.source.ignores import Ignore, ignores_in
from journey_site.source.text import SourceText, read_text
from journey_site.source.unseen import unseen
from journey_site.source.yaml import Mapping as MappingNode
from journey_site.source.yaml import Node, Scalar, parse_yaml

KINDS: dict[str, type[Thing]] = {
    "personas": Persona,
    "journeys": Journey,
    "models": Model,
    "departments": Department,
    "channels": Channel,
    "touchpoints": Touchpoint,
    "content": Content,
    "evidence": Evidence,
    "metrics": Metric,
}
"""Every kind of thing, by the name of its folder."""

_MINIMUM = {"journeys": "write title: and what it is called, and on the next line stages: [first, second]"}
"""The least that a file of its own must hold, where that is more than a name."""

_MOST_PROBLEMS = 1_000
"""Nobody reads more about one table."""


@dataclass
class Documents:
    """A handbook as written: its settings and its things by kind and id, with what is wrong."""

    root: Path
    handbook: Handbook
    shown: str = ""
    """What stands before the handbook's files in messages: the folder's name."""
    tables: dict[str, dict[str, Thing]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    mentions: dict[str, dict[str, Mentions]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    """What each thing points to, by kind and id."""
    handbook_mentions: Mentions = field(default_factory=Mentions)
    files: list[str] = field(default_factory=list)
    """The YAML files that were read, as shown to people."""
    problems: list[Problem] = field(default_factory=list)
    unread: dict[str, set[str]] = field(default_factory=lambda: {kind: set() for kind in KINDS})
    """Things that are there and could not be read: references to them are not wrong."""
    partial: set[str] = field(default_factory=set)
    """Kinds of which any number of things may stand in what could not be read."""
    ignores: list[Ignore] = field(default_factory=list)
    """The comments that silence a rule for one line."""
    empty: dict[str, str] = field(default_factory=dict)
    """Files for several things that hold nothing, by kind."""
    unsaved: Mapping[Path, str] = field(default_factory=dict)
    """Texts that were read in place of what stands in these files."""

    def put(self, kind: str, identity: str, node: Node, reading: Reading, file: str, place: Span | None = None) -> None:
        """Read the thing that ``node`` says; the first of an id is kept.

        ``place`` is where the thing begins, when that is not where ``node`` does: at its id.
        """
        place = place or node.span
        there = self.tables[kind].get(identity)
        if there is not None:
            first = (Related(there.origin, "it is written first here"),)
            message = f'"{identity}" stands twice among {kind}'
            reading.report("duplicate-id", message, place, "keep one of the two", related=first, note="only the first is read")
            return
        reading.mentions = self.mentions[kind][identity] = Mentions()
        made = KINDS[kind].read(node, reading, id=identity, file=file, origin=place)
        if made is not None:
            self.tables[kind][identity] = made
        elif says_nothing(node):
            self.put(kind, identity, MappingNode([], node.span), reading, file, place)
        else:
            self.unread[kind].add(identity)

    def put_all(self, kind: str, node: Node, reading: Reading, file: str) -> None:
        """Read one file, or one part of handbook.yml, that holds several things."""
        if isinstance(node, Scalar) and node.is_null:
            return
        if not isinstance(node, MappingNode):
            hint = f"write {kind}: and below it, indented, an id and a colon for each"
            reading.report("mapping-expected", f"{kind} should be a mapping from id to what it is", node.span, hint)
            self.partial.add(kind)
            return
        before = len(reading.problems)
        for key, value in node.entries:
            if len(reading.problems) - before > _MOST_PROBLEMS:
                message = f"this is more than {_MOST_PROBLEMS:,} problems in one file, so the rest of it is not read"
                reading.report("too-many-problems", message, key.span, "solve those above first")
                self.partial.add(kind)
                return
            identity = None if key.text.startswith("x-") else read_id(key, reading, "id", node)
            if identity == "index":
                message = f'"index" is no id: the page with that address lists the {kind}'
                reading.report("bad-id", message, key.span, "write another id")
            elif identity:
                self.put(kind, identity, value, reading, file, key.span)

    def take(self, file: Found, reading: Reading) -> None:
        """Read one file of things."""
        self.files.append(file.file)
        node = parse_file(file, reading)
        if file.id is None:
            if node is not None:
                self.put_all(file.kind, node, reading, file.file)
            elif not reading.file_whole:
                self.partial.add(file.kind)
            else:
                self.empty[file.kind] = file.file
        elif node is not None:
            self.put(file.kind, file.id, node, reading, file.file)
        elif reading.file_whole and KINDS[file.kind].required:
            minimum = _MINIMUM.get(file.kind, "write name: and what it is called")
            reading.report("empty-file", "this file is empty", Span(file.file, 1, 1, 1, 1), minimum)
            self.unread[file.kind].add(file.id)
        elif reading.file_whole:
            self.put(file.kind, file.id, MappingNode([], Span(file.file, 1, 1, 1, 1)), reading, file.file)
        else:
            self.unread[file.kind].add(file.id)


def _with_what_is_lost(problem: Problem) -> Problem:
    """The mistake for which a file could not be read, with what follows from that."""
    return replace(problem, note=problem.note or "nothing of this file is read until it is mended")


def parse_file(file: Found, reading: Reading) -> Node | None:
    """The root of what is written in a file; nothing when it is empty or cannot be read."""
    unsaved = reading.unsaved.get(file.path)
    source, found = read_text(file.path, file.file) if unsaved is None else (SourceText(file.file, unsaved), [])
    node = None
    if source is not None:
        node, more = parse_yaml(source, field_names())
        found = [*found, *(more if node is not None else map(_with_what_is_lost, more))]
        reading.ignores += ignores_in(source, node)
    reading.problems.extend(found)
    reading.file_whole = not any(problem.severity is Severity.ERROR for problem in found)
    if source is not None and reading.file_whole:
        reading.problems.extend(unseen(source))
    return node
