"""What a delivery was made from: a revision, whether files differ from it, and the day it is of."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from journey_site.git_objects import ask_git

_DAY = 24 * 60 * 60
_LAST_SECOND = 253402300799
"""The end of the year 9999, beyond which no calendar here goes."""


@dataclass(frozen=True, slots=True)
class Revision:
    """The commit that is checked out."""

    commit: str
    seconds: int
    """When it was committed, in seconds since 1970."""


def revision_of(folder: Path) -> Revision | None:
    """The commit that is checked out where ``folder`` lies; None outside of git, or before the first commit."""
    said = (ask_git(folder, "log", "-1", "--format=%H %ct", "HEAD") or b"").decode("ascii", "replace").split()
    return Revision(said[0], int(said[1])) if len(said) == 2 and said[1].isdigit() else None


def differs(folder: Path, paths: Sequence[Path], but: Path) -> bool:
    """Whether any of ``paths`` holds what the commit of ``folder`` does not; the file ``but`` is not looked at."""
    top = ask_git(folder, "rev-parse", "--show-toplevel")
    if top is None:
        return True
    root = Path(top.decode("utf-8", "surrogateescape").rstrip("\n")).resolve()
    inside = [path for path in paths if path.resolve().is_relative_to(root)]
    if len(inside) < len(paths):
        return True
    said = ask_git(root, "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", *(str(path) for path in inside))
    if said is None:
        return True
    changed = (root / os.fsdecode(entry[3:]) for entry in said.split(b"\0") if entry)
    return any(path.resolve() != but.resolve() for path in changed)


def moment(revision: Revision | None) -> int:
    """The seconds since 1970 that a delivery is of: SOURCE_DATE_EPOCH, else the commit's, else those at which today began."""
    said = os.environ.get("SOURCE_DATE_EPOCH", "")
    if said.isdigit() and int(said) <= _LAST_SECOND:
        return int(said)
    if revision is not None:
        return revision.seconds
    return int(time.time()) // _DAY * _DAY
