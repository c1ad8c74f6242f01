"""What files said when they were last read, for whoever reads one handbook again and again."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from journey_site.documents.documents import Documents
from journey_site.documents.reading import Mentions, Reading
from journey_site.documents.things import Thing
from journey_site.problems import Problem
from journey_site.source.discover import Found
from journey_site.source.ignores import Ignore

_TOO_FRESH = 2.0
"""Seconds: some disks tell the time of a change no finer, so that a second change may look like the first."""

_Signature = tuple[int, int, int]


@dataclass(frozen=True)
class _Kept:
    """Everything that reading one file added."""

    file: Found
    signature: _Signature
    digest: bytes
    """Of what the file holds."""
    things: Mapping[str, Thing]
    mentions: Mapping[str, Mentions]
    problems: tuple[Problem, ...]
    ignores: tuple[Ignore, ...]
    unread: frozenset[str]
    partial: frozenset[str]
    empty: bool


class Remembered:
    """Reads files of things, and those that are as they were only once.

    What handbook.yml settles (languages, scale, audiences, lanes) changes how every file is read, so that
    all is forgotten when it changes.
    """

    def __init__(self) -> None:
        self._settings: object = None
        # By their names as shown: two versions of one handbook need not lie in the same folder.
        self._kept: dict[str, _Kept] = {}

    def begin(self, reading: Reading, known: frozenset[str]) -> None:
        """Begin another run with what handbook.yml says now; ``known`` are the files that are there, as shown to people."""
        settings = (
            reading.language, tuple(reading.languages), reading.scale, dict(reading.audiences),
            dict(reading.own_lanes), reading.settings_known, reading.lanes_known,
        )  # fmt: skip
        if settings != self._settings:
            self._kept.clear()
            self._settings = settings
        for gone in self._kept.keys() - known:
            del self._kept[gone]

    def take(self, file: Found, documents: Documents, reading: Reading) -> None:
        """Add what a file says to ``documents``."""
        kept = self._kept.get(file.file)
        seen = _look(file.path, kept)
        if seen is None or reading.unsaved:
            documents.take(file, reading)
            return
        signature, digest = seen
        table = documents.tables[file.kind]
        if kept is not None and replace(kept.file, path=file.path) == file and kept.digest == digest and not (kept.things.keys() & table.keys()):
            self._kept[file.file] = replace(kept, signature=signature)
            _give(kept, documents, reading)
        else:
            self._kept.pop(file.file, None)
            made = _read(file, signature, digest, documents, reading)
            if made is not None:
                self._kept[file.file] = made


def _look(path: Path, kept: _Kept | None) -> tuple[_Signature, bytes] | None:
    """What a file is now: by its date and size where those are as they were, else by what it holds."""
    try:
        about = path.stat()
        signature = (about.st_mtime_ns, about.st_size, about.st_ino)
        if kept is not None and kept.signature == signature and time.time() - about.st_mtime > _TOO_FRESH:
            return signature, kept.digest
        return signature, hashlib.blake2b(path.read_bytes(), digest_size=16).digest()
    except OSError:
        return None


def _give(kept: _Kept, documents: Documents, reading: Reading) -> None:
    kind = kept.file.kind
    documents.files.append(kept.file.file)
    documents.tables[kind].update(kept.things)
    documents.mentions[kind].update(kept.mentions)
    documents.unread[kind] |= kept.unread
    documents.partial |= kept.partial
    if kept.empty:
        documents.empty[kind] = kept.file.file
    reading.problems.extend(kept.problems)
    reading.ignores.extend(kept.ignores)


def _read(
    file: Found, signature: _Signature, digest: bytes, documents: Documents, reading: Reading
) -> _Kept | None:
    """Read a file, and keep what that added; None where it depends on other files."""
    kind = file.kind
    table, mentions = documents.tables[kind], documents.mentions[kind]
    before, mentioned = set(table), set(mentions)
    unread, partial = set(documents.unread[kind]), set(documents.partial)
    problems, ignores = len(reading.problems), len(reading.ignores)
    documents.take(file, reading)
    found = tuple(reading.problems[problems:])
    if any(problem.rule == "duplicate-id" for problem in found):
        return None
    return _Kept(
        file,
        signature,
        digest,
        {identity: thing for identity, thing in table.items() if identity not in before},
        {identity: each for identity, each in mentions.items() if identity not in mentioned},
        found,
        tuple(reading.ignores[ignores:]),
        frozenset(documents.unread[kind] - unread),
        frozenset(documents.partial - partial),
        documents.empty.get(kind) == file.file,
    )
