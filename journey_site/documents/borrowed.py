"""What ``uses:`` takes from other folders: their models, channels, departments and lanes."""

from __future__ import annotations

import posixpath
from dataclasses import replace

from journey_site.documents.documents import Documents, parse_file
from journey_site.documents.handbook import Handbook
from journey_site.documents.lanes import own_lanes
from journey_site.documents.lists import listed
from journey_site.documents.reading import Mentions, Reading, quoted
from journey_site.documents.texts import read_words
from journey_site.problems import Severity
from journey_site.source.discover import Found, discover
from journey_site.source.yaml import Mapping as MappingNode
from journey_site.source.yaml import Node, Scalar, Sequence

_SHARED = ("models", "departments", "channels")
_MOST_FOLDERS = 20


def borrow(node: Node | None, reading: Reading, documents: Documents) -> Documents:
    """The shared things of the folders that handbook.yml uses; their lanes are given to ``reading``."""
    borrowed = Documents(documents.root, documents.handbook, problems=documents.problems, partial=documents.partial)
    written = node.get("uses") if isinstance(node, MappingNode) else None
    if written is None:
        return borrowed
    for item in (written.items if isinstance(written, Sequence) else [written])[:_MOST_FOLDERS]:
        # What is wrong with the entry itself is told when handbook.yml is read.
        for folder in listed(read_words)(item, Reading(), "uses"):
            if not _borrow_from(str(folder), borrowed, reading, documents):
                hint = "the folder is named as seen from handbook.yml"
                reading.report("missing-folder", f"there is no folder {quoted(str(folder))} to use", item.span, hint)
    return borrowed


def _borrow_from(folder: str, borrowed: Documents, reading: Reading, documents: Documents) -> bool:
    """Take what is shared from one folder; False when there is no such folder."""
    try:
        place = (documents.root / folder).resolve()
        there = place.is_dir()
    except (OSError, ValueError):  # a name that no folder can have
        there = False
    if not there:
        borrowed.partial.update(_SHARED)
        reading.lanes_known = False
        return False
    shown = posixpath.normpath(posixpath.join(documents.shown, folder))
    found, problems = discover(place, "" if shown == "." else shown, needs_handbook=False)
    reading.problems.extend(problems)
    theirs = replace(reading, mentions=Mentions())
    one = Documents(place, documents.handbook, problems=reading.problems, partial=borrowed.partial)
    for file in found:
        if file.kind == "handbook":
            _take_settings(file, one, theirs, reading)
        elif file.kind in _SHARED:
            one.take(file, theirs)
    if any(one.unread.values()) or any(problem.severity is Severity.ERROR for problem in problems):
        borrowed.partial.update(_SHARED)
    borrowed.files += one.files
    for kind in _SHARED:
        borrowed.tables[kind] = one.tables[kind] | borrowed.tables[kind]
        borrowed.mentions[kind] = one.mentions[kind] | borrowed.mentions[kind]
    return True


def _take_settings(file: Found, one: Documents, theirs: Reading, reading: Reading) -> None:
    """Of the folder's handbook.yml: its language, its lanes, and the shared things that stand in it."""
    one.files.append(file.file)
    node = parse_file(file, theirs)
    if not isinstance(node, MappingNode):
        if not theirs.file_whole:
            one.partial.update(_SHARED)
            reading.lanes_known = False
        return
    head = [entry for entry in node.entries if entry[0].text in ("language", "languages")]
    settings = Handbook.read(MappingNode(head, node.span), Reading(file_whole=False))
    if settings is not None:
        languages = [*([settings.language] if settings.language else []), *settings.languages]
        theirs.language = languages[0] if languages else theirs.language
        theirs.languages = dict.fromkeys([*theirs.languages, *languages])
    reading.own_lanes = {**own_lanes(node.get("lanes"), theirs), **reading.own_lanes}
    for kind in _SHARED:
        table = node.get(kind)
        if table is not None and not (isinstance(table, Scalar) and table.is_null):
            one.put_all(kind, table, theirs, file.file)
