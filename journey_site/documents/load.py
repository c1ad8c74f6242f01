"""From a folder to documents: every file is found, read and decoded; every problem is kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from journey_site.documents.handbook import TABLES, Handbook
from journey_site.documents.journeys import Journey
from journey_site.documents.lanes import Lane
from journey_site.documents.models import Model
from journey_site.documents.reading import Reading
from journey_site.documents.readers import read_id
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
from journey_site.problems import Problem, Related, Span
from journey_site.source.discover import Found, discover
from journey_site.source.text import SourceText, read_text
from journey_site.source.yaml import Mapping as MappingNode
from journey_site.source.yaml import Node, Scalar, Sequence, parse_yaml

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

_SHARED = ("models", "departments", "channels")
"""The kinds that ``uses:`` takes from another folder."""
_BUILT_IN_LANGUAGES = frozenset({"en", "sv", "da", "nb"})


@dataclass
class Documents:
    """A handbook as written: its settings and its things by kind and id, with what is wrong."""

    root: Path
    handbook: Handbook
    shown: str = ""
    """What stands before the handbook's files in messages: the folder's name."""
    tables: dict[str, dict[str, Thing]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    files: list[str] = field(default_factory=list)
    """The YAML files that were read, as shown to people."""
    problems: list[Problem] = field(default_factory=list)


def load_documents(root: Path, shown: str = "") -> Documents:
    """Read the handbook in ``root``; ``shown`` is the folder's name in messages. Never raises for its content."""
    found, problems = discover(root, shown)
    handbook_file = next((file for file in found if file.kind == "handbook"), None)
    node = _parse(handbook_file, problems) if handbook_file else None
    reading = _reading(node, problems)
    lanes_from, used = _used_folders(root, node, shown, problems)
    reading.own_lanes = lanes_from | _own_lanes(node, reading)
    handbook = _handbook(node, reading, handbook_file)
    documents = Documents(root, handbook, shown, problems=reading.problems)
    for kind, entries in handbook.tables.items():
        _take_table(documents, kind, entries, reading, handbook_file.file if handbook_file else shown)
    for file in found:
        if file.kind == "handbook":
            documents.files.append(file.file)
            continue
        documents.files.append(file.file)
        content = _parse(file, reading.problems)
        if file.id is None:
            if content is not None:
                _take_table(documents, file.kind, content, reading, file.file)
        elif content is None and not _was_empty(file, reading.problems):
            documents.tables[file.kind].setdefault(file.id, _unread(file, reading))
        else:
            _take(documents, file.kind, file.id, content or Scalar("", True, Span(file.file, 1, 1, 1, 1)), reading, file.file)
    for kind, identity, content, shown_file in used:
        if identity not in documents.tables[kind]:
            _take(documents, kind, identity, content, reading, shown_file)
    return documents


def _parse(file: Found, problems: list[Problem]) -> Node | None:
    source, found = read_text(file.path, file.file)
    problems.extend(found)
    if source is None:
        return None
    node, found = parse_yaml(source)
    problems.extend(found)
    return node


def _was_empty(file: Found, problems: list[Problem]) -> bool:
    return not any(problem.span.file == file.file for problem in problems)


def _unread(file: Found, reading: Reading) -> Thing:
    """A stand-in for a file that could not be read, so that references to it are not reported too."""
    kind = KINDS[file.kind]
    return kind(id=file.id or "", name=Text({reading.language: file.id or ""}), file=file.file, origin=Span(file.file))


def _reading(node: Node | None, problems: list[Problem]) -> Reading:
    """What must be known before anything else can be read: languages, scale, audiences."""
    reading = Reading(problems=problems)
    if not isinstance(node, MappingNode):
        return reading
    quiet = Reading()
    head = {key.text: value for key, value in node.entries if key.text in ("language", "languages", "emotion", "audiences")}
    settings = Handbook.read(MappingNode([(Scalar(k, True, v.span), v) for k, v in head.items()], node.span), quiet)
    if settings is None:
        return reading
    languages = [*([settings.language] if settings.language else []), *settings.languages] or ["en"]
    reading.language = settings.language or languages[0]
    reading.languages = frozenset(languages)
    reading.scale = settings.scale
    reading.audiences = settings.audiences
    return reading


def _own_lanes(node: Node | None, reading: Reading) -> dict[str, Lane]:
    """The handbook's own lanes, read before stages can fill them; their problems are told with the rest."""
    lanes = node.get("lanes") if isinstance(node, MappingNode) else None
    if not isinstance(lanes, Sequence):
        return {}
    quiet = Reading(reading.language, reading.languages, reading.scale, reading.audiences)
    read = [Lane.read(item, quiet) for item in lanes.items if isinstance(item, MappingNode)]
    return {lane.id: lane for lane in read if lane is not None and lane.own and lane.id}


def _handbook(node: Node | None, reading: Reading, file: Found | None) -> Handbook:
    origin = Span(file.file) if file else Span("handbook.yml")
    read = Handbook.read(node, reading) if node is not None else None
    if read is None and file is not None and _was_empty(file, reading.problems):
        reading.report("missing-field", "the handbook has no title", origin, "write title: and what it is called")
    return read or Handbook(name=Text({reading.language: "Handbook"}), origin=origin)


def _take_table(documents: Documents, kind: str, node: Node, reading: Reading, file: str) -> None:
    """Read one file, or one part of handbook.yml, that holds several things."""
    if isinstance(node, Scalar) and node.is_null:
        return
    if not isinstance(node, MappingNode):
        reading.report("mapping-expected", f"{kind} should be a mapping from id to what it is", node.span)
        return
    for key, value in node.entries:
        if key.text.startswith("x-"):
            continue
        identity = read_id(key, reading, "id")
        if identity == "index":
            reading.report("bad-id", '"index" is no id, because it is the address of a list', key.span, "write another id")
        elif identity:
            _take(documents, kind, identity, value, reading, file)


def _take(documents: Documents, kind: str, identity: str, node: Node, reading: Reading, file: str) -> None:
    there = documents.tables[kind].get(identity)
    if there is not None:
        first = Related(there.origin, "written first here")
        reading.report("duplicate-id", f'"{identity}" stands twice among {kind}', node.span, "keep one of the two", related=(first,))
        return
    thing = KINDS[kind].read(node, reading, id=identity, file=file)
    if thing is None:
        thing = KINDS[kind].read(MappingNode([], node.span), reading, id=identity, file=file)
    if thing is not None:
        documents.tables[kind][identity] = thing


def _used_folders(
    root: Path, node: Node | None, shown: str, problems: list[Problem]
) -> tuple[dict[str, Lane], list[tuple[str, str, Node, str]]]:
    """The shared things of the folders that ``uses:`` names, and their lanes."""
    from journey_site.documents.readers import listed, read_words

    folders = node.get("uses") if isinstance(node, MappingNode) else None
    if folders is None:
        return {}, []
    reading = _reading(node, problems)
    lanes: dict[str, Lane] = {}
    things: list[tuple[str, str, Node, str]] = []
    for folder in listed(read_words)(folders, reading, "uses"):
        place = (root / folder).resolve()
        if not place.is_dir():
            reading.report("missing-folder", f'there is no folder "{folder}" beside the handbook', folders.span)
            continue
        found, trouble = discover(place, f"{shown}/{folder}" if shown else folder)
        problems.extend(problem for problem in trouble if problem.rule != "no-handbook")
        for file in found:
            if file.kind not in (*_SHARED, "handbook"):
                continue
            content = _parse(file, problems)
            if file.kind == "handbook":
                lanes |= _own_lanes(content, reading)
                for kind in _SHARED:
                    table = content.get(kind) if isinstance(content, MappingNode) else None
                    things += [(kind, k.text, v, file.file) for k, v in table.entries] if isinstance(table, MappingNode) else []
            elif file.id is not None and content is not None:
                things.append((file.kind, file.id, content, file.file))
            elif isinstance(content, MappingNode):
                things += [(file.kind, key.text, value, file.file) for key, value in content.entries]
    return lanes, things


@cache
def built_in_model(identity: str) -> Model | None:
    """The built-in stage model of that id, None when there is none."""
    folder = Path(__file__).resolve().parent.parent / "models"
    path = folder / f"{identity}.yml"
    if not identity.replace("-", "").isalnum() or not path.is_file():
        return None
    node, problems = parse_yaml(SourceText(f"models/{path.name}", path.read_text(encoding="utf-8")))
    reading = Reading(languages=_BUILT_IN_LANGUAGES, problems=problems)
    model = Model.read(node, reading, id=identity) if node is not None else None
    if problems:
        raise RuntimeError(f"built-in model {identity}: {problems[0]}")
    return model


@cache
def built_in_models() -> tuple[str, ...]:
    """The ids of the built-in stage models."""
    folder = Path(__file__).resolve().parent.parent / "models"
    return tuple(sorted(path.stem for path in folder.glob("*.yml")))


__all__ = ["KINDS", "TABLES", "Documents", "built_in_model", "built_in_models", "load_documents"]
