"""Puts changed files on the disk: each whole or not at all, and none that anybody changed in the meantime."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from journey_site.cli.folder import stop
from journey_site.edit.changes import Change, Changes


def save(changes: Changes, folder: Path) -> None:
    """Write every new text, then give files their new names; where that cannot be, say so and end with exit code 2.

    Nothing is written when one of the files lies outside ``folder``, or is not as it was when it was read.
    """
    root = Path(os.path.realpath(folder))
    for change in changes.texts:
        _must_be_ours(change, root)
    for move in changes.moves:
        if os.path.lexists(move.to) and not os.path.samefile(move.path, move.to):
            stop(f"{move.to_file} is there already, so nothing was written")
    try:
        for change in changes.texts:
            write(Path(os.path.realpath(change.before.path)), change.before.encoded(change.after))
        for move in changes.moves:
            os.rename(move.path, move.to)
    except OSError as error:
        stop(f"{error.filename} could not be written: {error.strerror or type(error).__name__}")


def _must_be_ours(change: Change, root: Path) -> None:
    path = Path(os.path.realpath(change.before.path))
    if not path.is_relative_to(root):
        stop(f"{change.file} lies outside the handbook's folder, so nothing was written")
    try:
        same = path.read_bytes() == change.before.data
    except OSError:
        same = False
    if not same:
        stop(f"{change.file} has just been changed by somebody else, so nothing was written: try again")


def write(path: Path, data: bytes) -> None:
    """Replace a file's content at once, so that nobody ever reads half of it; who may read it stays as it was."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(data)
        os.chmod(name, path.stat().st_mode & 0o7777)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
