"""Which files of two versions must be read to know what differs: a handbook of a thousand journeys changes in a few.

A journey that is the same in both is left out, unless one that differs mentions it or is extended by it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from journey_site.history import Files

_WORD = re.compile(rb"[\w-]+")
_FOLDER = "journeys/"


def worth_reading(before: Files, after: Files, prefix: str, said: Mapping[str, bytes]) -> tuple[Files, Files]:
    """``before`` and ``after``, of a folder that is called ``prefix`` in both, without journeys that cannot differ.

    ``said`` holds what stands in each object of git.
    """
    changed = {path for path, _ in before.blobs.items() ^ after.blobs.items()}
    if any(not path.startswith(prefix) or _concerns_all(path.removeprefix(prefix)) for path in changed):
        return before, after
    journeys: dict[str, set[str]] = {}
    for files in (before, after):
        for path, blob in files.blobs.items():
            if path.startswith(prefix + _FOLDER):
                journeys.setdefault(path, set()).add(blob)
    words = {path: {word for blob in blobs for word in _WORD.findall(said[blob])} for path, blobs in journeys.items()}
    paths: dict[bytes, list[str]] = {}
    extending: dict[bytes, list[str]] = {}
    for path in journeys:
        paths.setdefault(_id(path), []).append(path)
        if b"extends" in words[path]:
            for word in words[path]:
                extending.setdefault(word, []).append(path)
    wanted: set[str] = set()
    waiting = [path for path in changed if path in journeys]
    while waiting:
        path = waiting.pop()
        if path not in wanted:
            wanted.add(path)
            waiting += [other for word in words[path] & paths.keys() for other in paths[word]]
            waiting += extending.get(_id(path), ())
    one, other = (
        Files({path: blob for path, blob in files.blobs.items() if path not in journeys or path in wanted})
        for files in (before, after)
    )
    return one, other


def _concerns_all(path: str) -> bool:
    """Whether what stands in a file may show in any journey: settings, lanes and models; or several journeys in one file."""
    return path.startswith(("handbook.", "models/", "models.", "journeys."))


def _id(path: str) -> bytes:
    return PurePosixPath(path).stem.encode("utf-8", "surrogateescape")
