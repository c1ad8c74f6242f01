"""What ``uses:`` takes from other folders: their models, channels, departments and lanes."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import replace

from journey_site.documents.documents import Documents, parse_file
from journey_site.documents.handbook import Handbook
from journey_site.documents.lanes import Lane, own_lanes, read_lanes
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
            if _is_own(str(folder), documents):
                hint = "leave it out, or name the folder that is shared: ../common"
                reading.report("missing-folder", f"{quoted(str(folder))} is the folder of this handbook itself", item.span, hint)
            elif not _borrow_from(str(folder), borrowed, reading, documents):
                hint = "the folder is named as seen from handbook.yml"
                reading.report("missing-folder", f"there is no folder {quoted(str(folder))} to use", item.span, hint)
    return borrowed


def _is_own(folder: str, documents: Documents) -> bool:
    try:
        return (documents.root / folder).resolve() == documents.root.resolve()
    except (OSError, ValueError):  # a name that no folder can have
        return False


def with_lanes(handbook: Handbook, borrowed: Handbook) -> Handbook:
    """The handbook with the rows that are borrowed: all in their order where it names none, else those that it names."""
    if not borrowed.lanes or handbook.lanes is None:
        return handbook.model_copy(update={"lanes": borrowed.lanes}) if borrowed.lanes else handbook
    known = {lane.id: lane for lane in borrowed.lanes if lane.own}
    return handbook.model_copy(update={"lanes": tuple(_meant(lane, known) for lane in handbook.lanes)})


def _meant(lane: Lane, known: Mapping[str | None, Lane]) -> Lane:
    """A row that is only named, as the folder it is borrowed from says it; what is said here wins."""
    theirs = known.get(lane.id)
    if theirs is None or lane.own:
        return lane
    said = {field: getattr(lane, field) for field in ("label", "icon", "audience") if getattr(lane, field) is not None}
    return theirs.model_copy(update={**said, "origin": lane.origin})


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
            if one.handbook.lanes and not borrowed.handbook.lanes:
                borrowed.handbook = one.handbook
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
    own = own_lanes(node.get("lanes"), theirs)
    theirs.own_lanes = {**theirs.own_lanes, **own}
    reading.own_lanes = {**own, **reading.own_lanes}
    rows = node.get("lanes")
    if rows is not None:
        one.handbook = one.handbook.model_copy(update={"lanes": read_lanes(rows, theirs, "lanes")})
    for kind in _SHARED:
        table = node.get(kind)
        if table is not None and not (isinstance(table, Scalar) and table.is_null):
            one.put_all(kind, table, theirs, file.file)
