"""From a folder to documents: every file is found, read and decoded; every problem is kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from journey_site.documents.handbook import FORMAT_VERSION, TABLES, Handbook
from journey_site.documents.journeys import Journey
from journey_site.documents.lanes import own_lanes
from journey_site.documents.models import Model
from journey_site.documents.reading import Mentions, Reading
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
from journey_site.documents.values import Text
from journey_site.problems import Problem, Related, Severity, Span
from journey_site.source.discover import Found, discover
from journey_site.source.ids import slug
from journey_site.source.text import read_text
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

_HEAD = ("format", "language", "languages", "emotion", "audiences")
"""What must be known of handbook.yml before anything else can be read."""


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

    def put(self, kind: str, identity: str, node: Node, reading: Reading, file: str) -> None:
        """Read the thing that ``node`` says; the first of an id is kept."""
        there = self.tables[kind].get(identity)
        if there is not None:
            first = (Related(there.origin, "it is written first here"),)
            message = f'"{identity}" stands twice among {kind}'
            reading.report("duplicate-id", message, node.span, "keep one of the two", related=first)
            return
        reading.mentions = self.mentions[kind][identity] = Mentions()
        made = KINDS[kind].read(node, reading, id=identity, file=file)
        if made is not None:
            self.tables[kind][identity] = made
        elif isinstance(node, Scalar) and node.is_null:
            self.put(kind, identity, MappingNode([], node.span), reading, file)
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
        for key, value in node.entries:
            identity = None if key.text.startswith("x-") else read_id(key, reading, "id")
            if identity == "index":
                message = f'"index" is no id: the page with that address lists the {kind}'
                reading.report("bad-id", message, key.span, "write another id")
            elif identity:
                self.put(kind, identity, value, reading, file)


def load_documents(root: Path, shown: str = "") -> Documents:
    """Read the handbook in ``root``; ``shown`` is the folder's name in messages. Never raises for its content."""
    found, problems = discover(root, shown)
    file = next((each for each in found if each.kind == "handbook"), None)
    reading = Reading(problems=problems)
    node = _parse(file, reading) if file else None
    origin = Span(file.file) if file else Span(f"{shown}/handbook.yml" if shown else "handbook.yml")
    documents = Documents(root, _unnamed(origin, reading), shown, problems=problems)
    if file is not None:
        documents.files.append(file.file)
    if _settle(reading, node, there=node is not None or (file is not None and reading.file_whole)):
        documents.partial.update(KINDS)
    if any(problem.rule == "format-version" for problem in problems):
        # Whatever a newer version means by the rest, it is not for this one to judge.
        documents.problems[:] = [problem for problem in problems if problem.rule == "format-version"]
        return documents
    _note_unread(documents, problems)
    used = Documents(root, documents.handbook, problems=problems)
    if isinstance(node, MappingNode):
        _use_folders(used, node, reading, documents)
        reading.own_lanes = {**reading.own_lanes, **own_lanes(node.get("lanes"), reading)}
    if file is not None and reading.settings_known | (node is not None):
        documents.handbook = _handbook(node, reading, file, origin)
        documents.handbook_mentions = reading.mentions
        for kind, table in documents.handbook.tables.items():
            documents.put_all(kind, table, reading, file.file)
        # The nodes have been read, and a large handbook's would fill the memory.
        documents.handbook = documents.handbook.model_copy(update={"tables": {}})
    for each in found:
        if each.kind != "handbook":
            _take_file(documents, each, reading)
    for kind in used.tables:
        documents.tables[kind] = used.tables[kind] | documents.tables[kind]
        documents.mentions[kind] = used.mentions[kind] | documents.mentions[kind]
    documents.files += used.files
    return documents


def _parse(file: Found, reading: Reading) -> Node | None:
    source, found = read_text(file.path, file.file)
    node = None
    if source is not None:
        node, more = parse_yaml(source)
        found = [*found, *more]
    reading.problems.extend(found)
    reading.file_whole = not any(problem.severity is Severity.ERROR for problem in found)
    return node


def _settle(reading: Reading, node: Node | None, *, there: bool) -> bool:
    """Take from handbook.yml what must be known before anything else can be read; True when it could not be."""
    quiet = Reading()
    settings: Handbook | None = None
    if isinstance(node, MappingNode):
        head = [entry for entry in node.entries if entry[0].text in _HEAD]
        settings = Handbook.read(MappingNode(head, node.span), quiet)
    problems = [problem for problem in quiet.problems if problem.rule != "missing-field"]
    reading.problems.extend(problem for problem in problems if problem.rule == "format-version")
    reading.settings_known = there and not problems and (node is None or settings is not None)
    reading.lanes_known = there and (node is None or settings is not None)
    if settings is not None:
        languages = [*([settings.language] if settings.language else []), *settings.languages] or ["en"]
        reading.language = languages[0]
        reading.languages = frozenset(languages)
        reading.scale = settings.scale
        reading.audiences = {name: place for place, name in enumerate(settings.audiences)}
    return not there or (node is not None and settings is None)


def _unnamed(origin: Span, reading: Reading) -> Handbook:
    return Handbook(name=Text({reading.language: "Handbook"}, origin), origin=origin)


def _handbook(node: Node | None, reading: Reading, file: Found, origin: Span) -> Handbook:
    empty = MappingNode([], Span(file.file, 1, 1, 1, 1))
    reading.mentions = Mentions()
    read = Handbook.read(node if node is not None else empty, reading)
    return read or _unnamed(origin, reading)


def _note_unread(documents: Documents, problems: list[Problem]) -> None:
    """The things whose files were found and refused: a wrong name, a link that leads out of the folder."""
    prefix = f"{documents.shown}/" if documents.shown else ""
    for problem in problems:
        folder, _, name = problem.span.file.removeprefix(prefix).partition("/")
        kind = folder.rsplit(".", 1)[0]
        if kind not in KINDS or problem.severity is not Severity.ERROR:
            continue
        if name:
            documents.unread[kind].add(slug(Path(name).stem))
        else:
            documents.partial.add(kind)


def _take_file(documents: Documents, file: Found, reading: Reading) -> None:
    """Read one file of things."""
    documents.files.append(file.file)
    node = _parse(file, reading)
    if file.id is None:
        if node is not None:
            documents.put_all(file.kind, node, reading, file.file)
        elif not reading.file_whole:
            documents.partial.add(file.kind)
    elif node is not None:
        documents.put(file.kind, file.id, node, reading, file.file)
    elif reading.file_whole:
        documents.put(file.kind, file.id, MappingNode([], Span(file.file, 1, 1, 1, 1)), reading, file.file)
    else:
        documents.unread[file.kind].add(file.id)


_SHARED = ("models", "departments", "channels")
"""The kinds that ``uses:`` takes from another folder."""


def _use_folders(used: Documents, node: MappingNode, reading: Reading, documents: Documents) -> None:
    """Read the shared things of the folders that ``uses:`` names, and their lanes."""
    from journey_site.documents.uses import folders_used
    folders_used(used, node, reading, documents)


__all__ = ["FORMAT_VERSION", "KINDS", "TABLES", "Documents", "load_documents"]
