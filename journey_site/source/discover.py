"""Finds a handbook's files: what kind of thing each one holds, and the id that its name gives.

YAML elsewhere in the folder is none of ours and is left alone, but for journeys and personas that have strayed there.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

from journey_site.problems import Problem, Related, Severity, Span
from journey_site.source.ids import is_id, slug
from journey_site.source.strays import IN_OTHER_LANGUAGES, stray_files

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS = (
    "personas",
    "journeys",
    "models",
    "departments",
    "channels",
    "touchpoints",
    "content",
    "evidence",
    "metrics",
)
"""What a folder or file at the top of a handbook may be called."""

HANDBOOK = "handbook"

_ENDINGS = (".yml", ".yaml")
_NAMES_A_THING = re.compile(rb"^(?:name|title):\s", re.MULTILINE)
_GLANCE = 4_000
"""In so many letters from the top a thing says what it is called."""
_OTHER_FORMS = {
    "person": "personas",
    "journies": "journeys",
    "journy": "journeys",
    "contents": "content",
    "evidences": "evidence",
} | {kind[:-1]: kind for kind in KINDS if kind.endswith("s")}


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the handbook."""

    kind: str
    """``handbook``, or one of ``KINDS``."""
    id: str | None
    """The id of the one thing in it; nothing for handbook.yml and for a file with several things."""
    path: Path
    file: str
    """The path as it is shown to people."""


def discover(root: Path, shown: str, *, needs_handbook: bool = True) -> tuple[list[Found], list[Problem]]:
    """The files of the handbook in the folder ``root``, kind by kind and by name, and what is wrong with them.

    ``shown`` is how messages call that folder (``maps``; empty where paths are relative to it). A folder
    that only lends things to others needs no handbook.yml.
    """
    search = _Search(root, "" if shown == "." else shown.rstrip("/"))
    if not root.is_dir():
        place = shown or str(root)
        message = f'the handbook\'s folder "{place}" does not exist'
        return [], [Problem("no-handbook", message, Span(place), hint="create it, with a file handbook.yml")]
    top = {_name(entry): entry for entry in search.entries(root)}
    found = search.handbook(top)
    if not found and needs_handbook:
        search.problems.append(_no_handbook(search.shown(root / "handbook.yml")))
    for kind in KINDS:
        for ending in _ENDINGS:
            entry = top.get(kind + ending)
            if entry and search.is_file(entry):
                found.append(search.found(kind, None, Path(entry.path)))
        folder = top.get(kind)
        if folder and _is(folder, "dir"):
            found.extend(search.things(kind, folder))
    told = search.near_names(top)
    search.strays(top, told)
    return found, search.problems


class _Search:
    """One look through a handbook's folder."""

    def __init__(self, root: Path, shown: str) -> None:
        self.root = root
        self.real_root = os.path.realpath(root)
        self.prefix = shown
        self.problems: list[Problem] = []

    def handbook(self, top: dict[str, os.DirEntry[str]]) -> list[Found]:
        """handbook.yml, or handbook.yaml; of both, the first."""
        entries = [top[HANDBOOK + e] for e in _ENDINGS if HANDBOOK + e in top]
        found = [self.found(HANDBOOK, None, Path(e.path)) for e in entries if self.is_file(e)]
        if len(found) > 1:
            self._twice(found[0], found[1], "both are the handbook")
        return found[:1]

    def things(self, kind: str, folder: os.DirEntry[str]) -> Iterator[Found]:
        """The files of one kind's folder, by path, whatever its subfolders are called."""
        by_id: dict[str, Found] = {}
        for path in sorted(self._files(folder), key=self.shown):
            id = normalize("NFC", path.stem)
            if not self._good_id(id, kind, path):
                continue
            thing = self.found(kind, id, path)
            first = by_id.setdefault(id, thing)
            if first is thing:
                yield thing
            else:
                self._twice(first, thing, f'both are "{id}" in {kind}')

    def near_names(self, top: dict[str, os.DirEntry[str]]) -> set[str]:
        """Warn of names such as ``persona/`` and ``Journeys.yml``, which would silently be left out; gives back those names."""
        told: set[str] = set()
        for name, entry in sorted(top.items()):
            stem, ending = os.path.splitext(name)
            is_yaml = ending.lower() in _ENDINGS
            bare = stem if is_yaml else name
            exact = bare in (*KINDS, HANDBOOK) if is_yaml else bare in KINDS
            kind = None if exact else near_kind(bare) or (None if is_yaml else IN_OTHER_LANGUAGES.get(slug(bare)))
            if kind is None or (kind == HANDBOOK and not is_yaml):
                continue
            if is_yaml or (entry.is_dir(follow_symlinks=False) and self._holds_yaml(entry.path)):
                file = self.shown(Path(entry.path))
                should = kind + ending if is_yaml else kind
                message = f'"{name}" is not read, because its name is not "{should}"'
                hint = f'rename it to "{should}" if that is what it is'
                if not is_yaml and kind in top:
                    hint = f"move what is in it into {kind}/ if that is what it is"
                self.problems.append(Problem("near-kind", message, Span(file), Severity.WARNING, hint))
                told.add(name)
        return told

    def strays(self, top: dict[str, os.DirEntry[str]], told: set[str]) -> None:
        """Warn of journeys and personas that lie loose in the handbook's folder, or in a folder of another name."""
        read = {HANDBOOK, *KINDS}
        others = [name for name, each in top.items() if name not in read | told and each.is_dir(follow_symlinks=False)]
        for path, kind in stray_files(str(self.root), (top[name].name for name in others)):
            name = normalize("NFC", os.path.basename(path))
            loose = os.path.dirname(path) == str(self.root)
            if loose and (name in told or os.path.splitext(name)[0] in read):
                continue
            file = self.shown(Path(path))
            message = f'"{name}" is not read, because it lies in no folder of the handbook, and it looks like a {kind[:-1]}'
            hint = f"move it into {kind}/"
            self.problems.append(Problem("near-kind", message, Span(file), Severity.WARNING, hint))

    def found(self, kind: str, id: str | None, path: Path) -> Found:
        return Found(kind, id, path, self.shown(path))

    def shown(self, path: Path) -> str:
        """A path as people see it: below the folder's name, with ``/`` and in composed letters."""
        below = path.relative_to(self.root).as_posix()
        # A name that is no text in this system's encoding could not be printed.
        text = normalize("NFC", below).encode("utf-8", "replace").decode("utf-8")
        return f"{self.prefix}/{text}" if self.prefix else text

    def entries(self, folder: Path | str) -> list[os.DirEntry[str]]:
        """What lies in a folder, by name, without hidden things."""
        try:
            with os.scandir(folder) as inside:
                return sorted((e for e in inside if not e.name.startswith(".")), key=_name)
        except OSError as error:
            file = self.shown(Path(folder))
            message = f'the folder "{file}" cannot be read: {error.strerror or type(error).__name__}'
            self.problems.append(Problem("unreadable-file", message, Span(file)))
            return []

    def is_file(self, entry: os.DirEntry[str]) -> bool:
        """Whether an entry is a file that may be read; tells when a link forbids it."""
        if entry.is_symlink() and not self._stays_inside(entry):
            return False
        return _is(entry, "file")

    def _files(self, folder: os.DirEntry[str]) -> Iterator[Path]:
        """Every YAML file below a folder; folders that links lead to come last, and each folder once."""
        waiting, linked = [folder], list[os.DirEntry[str]]()
        seen: set[str] = set()
        while waiting or linked:
            current = waiting.pop() if waiting else linked.pop(0)
            if current.is_symlink() and not self._stays_inside(current):
                continue
            real = os.path.realpath(current.path)
            if real in seen:
                continue
            seen.add(real)
            for entry in self.entries(current.path):
                if _is(entry, "dir"):
                    (linked if entry.is_symlink() else waiting).append(entry)
                elif os.path.splitext(entry.name)[1].lower() in _ENDINGS and self.is_file(entry):
                    yield Path(entry.path)
                elif entry.name.lower().endswith(".txt"):
                    self._ends_in_text(entry)

    def _ends_in_text(self, entry: os.DirEntry[str]) -> None:
        """Warn of a file that an editor for plain text has given its own ending, often without showing it."""
        bare = entry.name[:-4]
        if not bare.lower().endswith(_ENDINGS):
            if not self._begins_like_ours(entry):
                return
            bare += _ENDINGS[0]
        message = f'"{entry.name}" is not read, because its name ends with ".txt"'
        hint = f'rename it to "{bare}"; your editor may hide the ending'
        self.problems.append(Problem("near-kind", message, Span(self.shown(Path(entry.path))), Severity.WARNING, hint))

    def _begins_like_ours(self, entry: os.DirEntry[str]) -> bool:
        """Whether a text file holds what a thing's file does: a line with its name or title."""
        if not self.is_file(entry):
            return False
        try:
            with open(entry.path, "rb") as file:
                return _NAMES_A_THING.search(file.read(_GLANCE)) is not None
        except OSError:
            return False

    def _stays_inside(self, link: os.DirEntry[str]) -> bool:
        file = self.shown(Path(link.path))
        real = os.path.realpath(link.path)
        if real != self.real_root and not real.startswith(self.real_root.rstrip(os.sep) + os.sep):
            message = f'"{file}" is a link that leads out of the handbook\'s folder'
            hint = "copy what it leads to into the folder"
            self.problems.append(Problem("link-outside", message, Span(file), hint=hint))
            return False
        if not os.path.exists(real):
            message = f'"{file}" is a link that leads nowhere'
            self.problems.append(Problem("unreadable-file", message, Span(file)))
            return False
        if (os.path.realpath(os.path.dirname(link.path)) + os.sep).startswith(real.rstrip(os.sep) + os.sep):
            message = f'"{file}" is a link to a folder that it lies in itself'
            self.problems.append(Problem("link-circle", message, Span(file), hint="delete the link"))
            return False
        return True

    def _good_id(self, id: str, kind: str, path: Path) -> bool:
        file = self.shown(path)
        shown_id = id.encode("utf-8", "replace").decode("utf-8")
        if id == "index":
            message = f'"index" is no id: the page with that address lists the {kind}'
            self.problems.append(Problem("bad-id", message, Span(file), hint="give the file another name"))
            return False
        if is_id(id):
            return True
        could = slug(id)
        rule = "a file's name is an address, and holds only a-z, 0-9 and dashes"
        name = "" if could in ("", "index") else f"{could}{path.suffix.lower()}"
        hint = f'rename the file to "{name}"' if name else "rename the file"
        taken = path.is_symlink() or any(each.stem == could for each in path.parent.iterdir() if each != path)
        new_name = "" if taken else name
        self.problems.append(Problem("bad-id", f'"{shown_id}" is no id: {rule}', Span(file), hint=hint, new_name=new_name))
        return False

    def _twice(self, first: Found, second: Found, why: str) -> None:
        message = f"{first.file} and {second.file}: {why}"
        related = (Related(Span(first.file), "this one is used"),)
        hint = "rename one of them, or put both into one file"
        self.problems.append(Problem("duplicate-id", message, Span(second.file), hint=hint, related=related))

    def _holds_yaml(self, folder: str) -> bool:
        for _, folders, files in os.walk(folder):
            folders[:] = [f for f in folders if not f.startswith(".")]
            if any(os.path.splitext(f)[1].lower() in _ENDINGS and not f.startswith(".") for f in files):
                return True
        return False


def near_kind(name: str) -> str | None:
    """The kind that a name was probably meant for: another case or number, or a slip of the keys."""
    bare = slug(name)
    if bare in _OTHER_FORMS:
        return _OTHER_FORMS[bare]
    for kind in (*KINDS, HANDBOOK):
        slips = 2 if len(kind) >= 10 else 1
        if abs(len(bare) - len(kind)) <= slips and _distance(bare, kind) <= slips:
            return kind
    return None


def _distance(one: str, other: str) -> int:
    """How many letters must be added, left out, replaced or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]


def _is(entry: os.DirEntry[str], what: str) -> bool:
    """Whether an entry, or what it links to, is a file or folder; a circle of links is neither."""
    try:
        return entry.is_dir() if what == "dir" else entry.is_file()
    except OSError:
        return False


def _name(entry: os.DirEntry[str]) -> str:
    return normalize("NFC", entry.name)


def _no_handbook(file: str) -> Problem:
    hint = 'create it with these two lines: "title: Our customer journeys" and "language: en", or begin with journey-site init'
    return Problem("no-handbook", f"{file} is missing: it names the handbook", Span(file), hint=hint)
