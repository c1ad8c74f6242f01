"""How a handbook's folder stood earlier, as git remembers it: read only, offline, and never an error.

Where there is no git, no repository or no history, there is simply nothing to tell, and a word that says why.
"""

from __future__ import annotations

import hashlib
import os
import posixpath
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

from journey_site.git_objects import ask_git, has_git

_LARGEST = 8_000_000
"""A larger file, in bytes, is no part of a handbook."""
_MOST_MOVES = 5
"""How often a folder's earlier name is looked for."""
_YAML = (".yml", ".yaml")
_DEEP = ("a", "b", "c", "d", "e", "f", "g", "h")
"""Old versions are read this deep in a folder of their own, so that ``uses: ../..`` finds nothing of others."""

Missing = Literal["", "no-git", "no-repository", "refused", "not-committed", "shallow"]
"""Why there is no history to tell of; empty when there is."""


@dataclass(frozen=True, slots=True)
class Version:
    """The handbook as it stood after a commit."""

    commit: str
    day: date
    """When it came to this branch, in UTC; never later than a newer version."""
    prefix: str
    """The handbook's folder at that time, from the repository's top: empty, or with a slash at its end."""


@dataclass(frozen=True, slots=True)
class History:
    """A folder's versions, newest first."""

    folder: Path
    versions: tuple[Version, ...] = ()
    whole: bool = True
    """Whether the last version is the first there ever was; not so in a shallow clone."""
    missing: Missing = ""


@dataclass(frozen=True, slots=True)
class Files:
    """The YAML of one version."""

    blobs: Mapping[str, str] = field(default_factory=dict)
    """From path in the repository to the object that holds it."""

    @property
    def fingerprint(self) -> str:
        """The same for two versions exactly when they say the same at the same paths."""
        told = "\n".join(f"{blob} {path}" for path, blob in sorted(self.blobs.items()))
        return hashlib.sha256(told.encode("utf-8", "surrogateescape")).hexdigest()


def history_of(folder: Path) -> History:
    """The versions of ``folder`` on the branch that is checked out, each as it came there."""
    if not has_git():
        return History(folder, missing="no-git")
    said = ask_git(folder, "rev-parse", "--is-shallow-repository", "--show-prefix")
    if said is None:
        refused = ask_git(folder, "rev-parse", "--git-dir", told=True)
        return History(folder, missing="refused" if b"dubious ownership" in (refused or b"") else "no-repository")
    shallow, _, prefix = os.fsdecode(said).removesuffix("\n").partition("\n")
    versions = _versions(folder, prefix)
    if not versions:
        return History(folder, missing="not-committed")
    whole = shallow != "true"
    return History(folder, versions, whole, "shallow" if len(versions) == 1 and not whole else "")


def _versions(folder: Path, prefix: str) -> tuple[Version, ...]:
    found: list[Version] = []
    start = "HEAD"
    for _ in range(_MOST_MOVES):
        lines = ask_git(folder, "rev-list", "--first-parent", "--timestamp", start, "--", *_path(folder, prefix))
        if not lines:
            break
        for line in lines.decode("ascii", "replace").splitlines():
            seconds, _, commit = line.partition(" ")
            day = _day(seconds)
            found.append(Version(commit, min(day, found[-1].day) if found else day, prefix))
        moved_from = _before_move(folder, found[-1])
        if moved_from is None:
            break
        start, prefix = moved_from
    return tuple(found)


def _path(folder: Path, prefix: str) -> list[str]:
    """The folder as a path that commands in ``folder`` understand, whatever it was called then."""
    here = ask_git(folder, "rev-parse", "--show-cdup") or b""
    up = os.fsdecode(here).strip("\n")
    return [up + prefix.removesuffix("/") or "."]


def _day(seconds: str) -> date:
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date()
    except (ValueError, OverflowError, OSError):  # a day beyond every calendar
        return date.min


def _before_move(folder: Path, first: Version) -> tuple[str, str] | None:
    """The commit before ``first``, and the folder's name there, where that commit moved it."""
    moved = ask_git(
        folder, "diff-tree", "-r", "-z", "-M", "--no-ext-diff", "--no-textconv", "--diff-filter=R", "--name-status",
        "--no-commit-id", f"{first.commit}^1", first.commit,
    )  # fmt: skip
    parts = os.fsdecode(moved or b"").split("\0")
    for old, new in zip(parts[1::3], parts[2::3], strict=False):
        name = posixpath.basename(new)
        if new == first.prefix + name and name in ("handbook.yml", "handbook.yaml"):
            before = old.removesuffix(posixpath.basename(old))
            return (f"{first.commit}^1", before) if before != first.prefix else None
    return None


def days_touched(history: History, versions: int) -> dict[str, list[date]]:
    """For the newest ``versions``: the days on which each file, as a path below the folder, was written, newest first."""
    if not history.versions or versions < 1:
        return {}
    newest = history.versions[0]
    said = ask_git(
        history.folder, "log", "--first-parent", "-m", "--no-renames", "--no-ext-diff", "--no-textconv", "--name-only", "-z",
        f"--max-count={versions}", "--format=format:%x01%H", newest.commit, "--", *_path(history.folder, newest.prefix),
    )  # fmt: skip
    day_of = {version.commit: version.day for version in history.versions}
    found: dict[str, list[date]] = {}
    for told in os.fsdecode(said or b"").split("\x01")[1:]:
        commit, _, names = told.partition("\n")
        day = day_of.get(commit.strip("\0"))
        for name in names.split("\0"):
            path = name.lstrip("\n")
            if day is not None and path.startswith(newest.prefix) and path:
                found.setdefault(path.removeprefix(newest.prefix), []).append(day)
    return found


def files_of(history: History, version: Version, beside: Iterable[str] = ()) -> Files | None:
    """The handbook's YAML in ``version``, and that of the folders ``beside`` it; None when it cannot be read.

    ``beside`` are paths relative to the handbook's folder; those outside the repository are left out.
    """
    folders = [version.prefix.removesuffix("/")]
    for path in beside:
        within = posixpath.normpath(posixpath.join(version.prefix, path.replace("\\", "/")))
        if not within.startswith(("../", "/")) and within != "..":
            folders.append("" if within == "." else within)
    blobs = _blobs(history.folder, version.commit, [] if "" in folders else folders)
    return None if blobs is None else Files({path: blob for path, blob in blobs.items() if path.lower().endswith(_YAML)})


def others_of(history: History, version: Version) -> Files:
    """What lies in the handbook's folder in ``version`` and is no YAML: hand-written pages and pictures; nothing hidden."""
    blobs = _blobs(history.folder, version.commit, [version.prefix] if version.prefix else []) or {}
    return Files({
        path: blob for path, blob in blobs.items()
        if not path.lower().endswith(_YAML) and not any(part.startswith(".") for part in path.removeprefix(version.prefix).split("/"))
    })  # fmt: skip


def _blobs(folder: Path, commit: str, paths: Sequence[str]) -> dict[str, str] | None:
    """Every ordinary file below ``paths`` of a size that a handbook's files have, with the object that holds it."""
    said = ask_git(folder, "ls-tree", "-r", "-l", "-z", "--full-tree", commit, "--", *paths)
    if said is None:
        return None
    blobs: dict[str, str] = {}
    for line in os.fsdecode(said).split("\0"):
        about, _, path = line.partition("\t")
        if not path:
            continue
        mode, kind, blob, size = about.split()
        # Links are left alone: what they lead to today is not what they led to then.
        if kind != "blob" or not mode.startswith("100") or not size.isdigit() or int(size) > _LARGEST:
            continue
        if path.startswith("/") or ":" in path or "\\" in path or {"..", ".git", ""} & set(path.split("/")):
            continue
        blobs[path] = blob
    return blobs


def contents_of(history: History, blobs: Iterable[str]) -> dict[str, bytes] | None:
    """What stands in each of ``blobs``; None when git does not have them all."""
    wanted = sorted(set(blobs))
    said = ask_git(history.folder, "cat-file", "--batch", given="".join(f"{blob}\n" for blob in wanted).encode("ascii"))
    if said is None:
        return None
    found: dict[str, bytes] = {}
    at = 0
    for blob in wanted:
        end = said.find(b"\n", at)
        head = said[at:end].split()
        if len(head) != 3 or head[1] != b"blob":
            return None
        size = int(head[2])
        found[blob] = said[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
    return found


@contextmanager
def written_out(files: Files, said: Mapping[str, bytes]) -> Iterator[Path]:
    """A folder in which ``files`` stand as they stood, gone afterwards; ``said`` holds what stands in each object.

    Raises:
        OSError: where this system cannot have a file of that name, or has no room.
    """
    with tempfile.TemporaryDirectory(prefix="journey-site-") as folder:
        top = Path(folder, *_DEEP)
        top.mkdir(parents=True)
        for path, blob in files.blobs.items():
            place = top / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(said[blob])
        yield top


def _months(day: date) -> int:
    return day.year * 12 + day.month


def begins_within(history: History, months: int) -> bool:
    """Whether the handbook's very first version lies in the newest ``months``."""
    if not history.versions or not history.whole:
        return False
    return _months(history.versions[-1].day) > _months(history.versions[0].day) - months


def months_of(history: History, months: int) -> Sequence[tuple[Version, ...]]:
    """The newest versions month by month, oldest month first, within ``months`` back from the newest version.

    Before them stands a month with the one version from which they set out: the last before that time, else the
    first of all.
    """
    if not history.versions:
        return ()
    first = _months(history.versions[0].day) - months
    found: dict[tuple[int, int], list[Version]] = {}
    start = history.versions[-1]
    for version in history.versions:
        if _months(version.day) <= first:
            start = version
            break
        if version is not start:
            found.setdefault((version.day.year, version.day.month), []).append(version)
    return [(start,), *(tuple(each) for _, each in sorted(found.items()))]
