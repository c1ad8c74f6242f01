"""Revisions as people name them (``main``, ``v2``, ``HEAD~3``), found in the repository of a handbook's folder.

What is not there is no error but a value, which says why and with which command it can be had.
"""

from __future__ import annotations

import os
import posixpath
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from journey_site.documents.nearest import nearest
from journey_site.git_objects import ask_git, has_git
from journey_site.history import Version

_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?", re.IGNORECASE)
_SHORT_COMMIT = re.compile(r"[0-9a-f]{7,63}", re.IGNORECASE)
_BACK = re.compile(r"(?P<from>[^~^@]+)(?P<steps>(?:~\d*|\^)+)")
_TAG = re.compile(r"v?\d+(?:\.\d+)*[\w.-]*", re.ASCII)
_NAME = re.compile(r"[\w][\w./+-]*")
"""What may stand in a command that people are told to copy."""
_HANDBOOK = ("handbook.yml", "handbook.yaml")


@dataclass(frozen=True, slots=True)
class Revision:
    """A revision that is there."""

    name: str
    """As it was asked for."""
    version: Version
    has_folder: bool = True
    """Whether the handbook's folder was there already, under whatever name."""


@dataclass(frozen=True, slots=True)
class NotThere:
    """A revision that is not there, or cannot be read."""

    why: str
    commands: tuple[str, ...] = ()
    """What to type, so that it is there."""
    instead: str = ""
    """What else may have been meant."""


def in_repository(folder: Path) -> NotThere | None:
    """Why nothing can be asked of git in ``folder``; None when all is well."""
    if not has_git():
        return NotThere("git is not installed here, and earlier versions are read from it")
    if ask_git(folder, "rev-parse", "--git-dir") is not None:
        return None
    if b"dubious ownership" in (ask_git(folder, "rev-parse", "--git-dir", told=True) or b""):
        return NotThere(
            "git does not trust this folder, as it belongs to somebody else",
            (f"git config --global --add safe.directory {shlex.quote(str(folder.resolve()))}",),
        )
    return NotThere("this folder is in no git repository, so there is no earlier version to compare with")


def is_revision(folder: Path, name: str) -> bool:
    """Whether ``name`` is a revision in the repository of ``folder``."""
    return _commit(folder, name) is not None


def find_revision(folder: Path, name: str) -> Revision | NotThere:
    """The commit that ``name`` stands for, and where the handbook of ``folder`` lay in it."""
    wrong = in_repository(folder)
    if wrong is not None:
        return wrong
    commit = _commit(folder, name)
    if commit is None:
        return _missing(folder, name)
    prefix = _prefix_in(folder, commit)
    here = prefix if prefix is not None else _prefix(folder)
    return Revision(name, Version(commit, date.min, here), prefix is not None)


def parting(folder: Path, base: Revision, head: str) -> Revision | NotThere:
    """The commit at which ``head`` set out from ``base``: what was done on the other side since is then no part of it."""
    said = ask_git(folder, "merge-base", base.version.commit, head)
    if said:
        commit = said.decode("ascii", "replace").split()[0]
        prefix = _prefix_in(folder, commit)
        return Revision(base.name, Version(commit, date.min, prefix or _prefix(folder)), prefix is not None)
    why = f'where this branch set out from "{base.name}" is not known here'
    if _is_shallow(folder):
        return NotThere(f"{why}: this clone is shallow", (f"git fetch --unshallow {_remote(folder) or 'origin'}",))
    return NotThere(f"{why}: the two have no common commit", instead=f"{base.name}, without the three dots")


def lacking(folder: Path, revision: Revision) -> NotThere:
    """What to say when a commit is there and its files are not: in a partial clone, or a damaged one."""
    remote = _remote(folder) or "origin"
    return NotThere(
        f'the files of "{revision.name}" are not here: this clone was made without them',
        (f"git fetch --refetch --no-filter {remote}",),
    )


def short(commit: str) -> str:
    """A commit's number as people write it."""
    return commit[:7]


def _commit(folder: Path, name: str) -> str | None:
    if not name or name.startswith("-") or "\0" in name:
        return None
    said = ask_git(folder, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    return said.decode("ascii", "replace").strip() if said else None


def _is_shallow(folder: Path) -> bool:
    return (ask_git(folder, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true"


def _remote(folder: Path) -> str:
    names = os.fsdecode(ask_git(folder, "remote") or b"").split()
    return "origin" if "origin" in names else names[0] if names else ""


def _prefix(folder: Path) -> str:
    return os.fsdecode(ask_git(folder, "rev-parse", "--show-prefix") or b"").removesuffix("\n")


# Where the folder lay


def _prefix_in(folder: Path, commit: str) -> str | None:
    """The handbook's folder in ``commit``: as it is called now, else as it was called then; None when there was none."""
    now = _prefix(folder)
    if ask_git(folder, "ls-tree", "-z", "--full-tree", commit, "--", *(now + name for name in _HANDBOOK)):
        return now
    moved = _moved_from(folder, commit, now)
    if moved is not None:
        return moved
    said = ask_git(folder, "ls-tree", "-r", "-z", "--name-only", "--full-tree", commit) or b""
    found = {path.rpartition("/")[0] for path in os.fsdecode(said).split("\0") if posixpath.basename(path) in _HANDBOOK}
    if len(found) != 1:
        return None
    (only,) = found
    return None if _stands(folder, only) else f"{only}/".lstrip("/")


def _stands(folder: Path, path: str) -> bool:
    """Whether a handbook stands at ``path`` now, so that it is another one."""
    top = Path(os.fsdecode(ask_git(folder, "rev-parse", "--show-toplevel") or b"").removesuffix("\n"))
    return any((top / path / name).is_file() for name in _HANDBOOK)


def _moved_from(folder: Path, commit: str, now: str) -> str | None:
    """What the folder was called in ``commit``, where git sees that it was moved since."""
    said = ask_git(
        folder, "diff-tree", "-r", "-z", "-M", "--no-ext-diff", "--no-textconv", "--diff-filter=R", "--name-status", commit, "HEAD",
    )  # fmt: skip
    parts = os.fsdecode(said or b"").split("\0")
    for old, new in zip(parts[1::3], parts[2::3], strict=False):
        name = posixpath.basename(new)
        if name in _HANDBOOK and new == now + name and posixpath.basename(old) == name:
            return old.removesuffix(name)
    return None


# What to do when a revision is not there


def _missing(folder: Path, name: str) -> NotThere:
    why = f'there is no "{name}" in this repository'
    if ask_git(folder, "rev-parse", "--verify", "--quiet", "HEAD") is None and name == "HEAD":
        return NotThere("nothing is committed in this repository yet")
    known = list(_names(folder))
    remote = _remote(folder)
    if remote and f"{remote}/{name}" in known:
        return NotThere(f'there is no branch "{name}" here', instead=f"{remote}/{name}")
    near = nearest(name, known) or ""
    if not remote:
        return NotThere(why, (), near)
    shallow = _is_shallow(folder)
    said = f"{why}: this clone is shallow, so that it has only the newest commits" if shallow else why
    return NotThere(said, tuple(_fetches(folder, name, remote, shallow)), near)


def _fetches(folder: Path, name: str, remote: str, shallow: bool) -> Iterator[str]:
    """The command that gets ``name``; one commit is enough where the clone is shallow."""
    depth = "--depth=1 " if shallow else ""
    back = _BACK.fullmatch(name)
    if back and is_revision(folder, back["from"]):
        steps = sum(int(each[1:] or 1) if each[0] == "~" else 1 for each in re.findall(r"~\d*|\^", back["steps"]))
        if shallow:
            yield f"git fetch --deepen={steps} {remote}"
        return
    if not _NAME.fullmatch(name):
        return
    if _COMMIT.fullmatch(name):
        yield f"git fetch {depth}{remote} {name}"
    elif _SHORT_COMMIT.fullmatch(name):
        yield f"git fetch --unshallow {remote}" if shallow else f"git fetch {remote}"
    elif _TAG.fullmatch(name) or name.startswith("refs/tags/"):
        yield f"git fetch {depth}{remote} tag {name.removeprefix('refs/tags/')}"
    else:
        branch = name.removeprefix("refs/heads/").removeprefix("refs/remotes/").removeprefix(f"{remote}/")
        yield f"git fetch {depth}{remote} {branch}:refs/remotes/{remote}/{branch}"


def _names(folder: Path) -> Iterator[str]:
    said = ask_git(folder, "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/remotes", "refs/tags") or b""
    # A remote's own name, as its HEAD, stands for the branch that it has chosen.
    yield from (name for name in os.fsdecode(said).split() if name != _remote(folder) and not name.endswith("/HEAD"))
