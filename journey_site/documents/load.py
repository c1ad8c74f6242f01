"""From a folder to documents: every file is found, read and decoded; every problem is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from journey_site.documents.borrowed import borrow, with_lanes
from journey_site.documents.built_in import built_in_models
from journey_site.documents.documents import KINDS, Documents, parse_file
from journey_site.documents.handbook import Handbook
from journey_site.documents.lanes import own_lanes
from journey_site.documents.reading import Mentions, Reading
from journey_site.documents.remembered import Remembered
from journey_site.documents.values import Text
from journey_site.problems import Problem, Related, Severity, Span
from journey_site.source.discover import Found, discover
from journey_site.source.ids import is_id, slug
from journey_site.source.yaml import Mapping as MappingNode
from journey_site.source.yaml import Node

_HEAD = ("format", "language", "languages", "emotion", "audiences")
"""What must be known of handbook.yml before anything else can be read."""


def load_documents(
    root: Path,
    shown: str = "",
    unsaved: Mapping[Path, str] | None = None,
    remembered: Remembered | None = None,
    moved: Mapping[Path, Path] | None = None,
) -> Documents:
    """Read the handbook in ``root``; ``shown`` is the folder's name in messages. Never raises for its content.

    ``unsaved`` holds texts that are read in place of what stands in those files; ``remembered`` is what an
    earlier run left, so that files which are as they were need not be read again; ``moved`` says which
    files are read as if they were called otherwise.
    """
    found, problems = discover(root, shown)
    found = [_called(each, moved[each.path]) if moved and each.path in moved else each for each in found]
    reading = Reading(problems=problems, unsaved=unsaved or {})
    file = next((each for each in found if each.kind == "handbook"), None)
    place = Span(file.file, 1, 1, 1, 1) if file else Span(f"{shown}/handbook.yml" if shown else "handbook.yml")
    node = parse_file(file, reading) if file else None
    if file is not None and node is None and reading.file_whole:
        minimum = "write title: and what it is called, and on the next line language: en"
        reading.report("empty-file", "handbook.yml is empty", place, minimum)
    documents = Documents(root, _unnamed(place, reading), shown, problems=problems, ignores=reading.ignores, unsaved=reading.unsaved)
    _note_unread(documents, problems)
    if not isinstance(node, MappingNode):
        reading.settings_known = reading.lanes_known = False
        documents.partial.update(KINDS)
    elif newer := _settle(reading, node):
        # Whatever a newer version means by the rest, it is not for this one to judge.
        documents.problems[:] = newer
        return documents
    borrowed = borrow(node, reading, documents)
    if file is not None:
        documents.files.append(file.file)
        if node is not None:
            _take_handbook(documents, node, reading, file.file)
            documents.handbook = with_lanes(documents.handbook, borrowed.handbook)
    if remembered is not None:
        remembered.begin(reading, frozenset(each.file for each in found))
    for each in found:
        if each.kind == "handbook":
            continue
        if remembered is None:
            documents.take(each, reading)
        else:
            remembered.take(each, documents, reading)
    for kind in borrowed.tables:
        documents.tables[kind] = borrowed.tables[kind] | documents.tables[kind]
        documents.mentions[kind] = borrowed.mentions[kind] | documents.mentions[kind]
    documents.files += borrowed.files
    _note_empty(documents)
    return documents


def _called(found: Found, path: Path) -> Found:
    """A file as if it lay at ``path``, in the folder where it lies; what it holds is still read from the old place."""
    folder = found.file.rpartition("/")[0]
    return replace(found, id=path.stem, file=f"{folder}/{path.name}" if folder else path.name)


def _unnamed(place: Span, reading: Reading) -> Handbook:
    return Handbook(name=Text({reading.language: "Handbook"}, place), origin=place)


def _settle(reading: Reading, node: MappingNode) -> list[Problem]:
    """Take from handbook.yml what must be known first; gives back why its format cannot be read."""
    quiet = Reading()
    quiet.file_whole = False
    head = [entry for entry in node.entries if entry[0].text in _HEAD]
    settings = Handbook.read(MappingNode(head, node.span), quiet)
    reading.settings_known = not quiet.problems
    if settings is not None:
        languages = [*([settings.language] if settings.language else []), *settings.languages] or ["en"]
        reading.language = languages[0]
        reading.languages = dict.fromkeys(languages)
        reading.scale = settings.scale
        reading.audiences = {name: place for place, name in enumerate(settings.audiences)}
    return [problem for problem in quiet.problems if problem.rule == "format-version"]


def _take_handbook(documents: Documents, node: Node, reading: Reading, file: str) -> None:
    """Read handbook.yml itself, and the things that stand in it."""
    if isinstance(node, MappingNode):
        reading.own_lanes = {**reading.own_lanes, **own_lanes(node.get("lanes"), reading)}
    reading.mentions = documents.handbook_mentions = Mentions()
    read = Handbook.read(node, reading)
    if read is None:
        return
    for kind, table in read.tables.items():
        documents.put_all(kind, table, reading, file)
    # What stood in them is read now, and kept they would fill the memory.
    documents.handbook = read.model_copy(update={"tables": {}})


def _note_empty(documents: Documents) -> None:
    """An empty file for several things is a mistake once something refers to what is not there."""
    for kind, file in documents.empty.items():
        if kind in documents.partial:
            continue
        there = documents.tables[kind].keys() | (built_in_models() if kind == "models" else ())
        people = "people" if kind in ("departments", "personas") else kind
        if people != kind:
            there |= documents.tables["departments"].keys() | documents.tables["personas"].keys()
        every = (mentions for table in documents.mentions.values() for mentions in table.values())
        for mentions in (documents.handbook_mentions, *every):
            refs = (*mentions.refs, *mentions.actors)
            wanted = next((ref for ref in refs if ref.kind in (kind, people) and ref not in there), None)
            if wanted is not None:
                related = (Related(wanted.origin, "such as here"),)
                hint = f"write an id and a colon for each, such as {wanted}:" if is_id(wanted) else "write an id and a colon for each"
                message = f"this file is empty, and {kind} are referred to"
                documents.problems.append(Problem("empty-file", message, Span(file, 1, 1, 1, 1), hint=hint, related=related))
                documents.partial.add(kind)
                break


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
