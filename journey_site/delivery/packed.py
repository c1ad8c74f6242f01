"""A delivery as one file: the list of what is in it, and a zip that has the same bytes whoever packs it."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

MANIFEST = "manifest.json"
READ_ME = "README.txt"
_VERSION = 1
_FILE = 0o100644 << 16
"""A plain file that its owner may write and everybody read, where a zip keeps that."""
_UNIX = 3
_FIRST, _LAST = datetime(1980, 1, 1, tzinfo=UTC), datetime(2107, 12, 31, 23, 59, 58, tzinfo=UTC)
"""A zip knows of no other days."""


def manifest(about: Mapping[str, Any], files: Iterable[tuple[str, bytes]]) -> bytes:
    """The list of a delivery as JSON: what it is, and of each file the sum (SHA-256) by which it is known."""
    sums = {name: hashlib.sha256(content).hexdigest() for name, content in sorted(files)}
    return (json.dumps({"version": _VERSION, **about, "files": sums}, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def packed(files: Iterable[tuple[str, bytes]], seconds: int) -> bytes:
    """Files as a zip, sorted by name, each dated ``seconds`` after 1970 began."""
    day = min(max(datetime.fromtimestamp(seconds, UTC), _FIRST), _LAST)
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in sorted(files):
            entry = zipfile.ZipInfo(name, day.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr, entry.create_system = _FILE, _UNIX
            archive.writestr(entry, content, compresslevel=9)
    return out.getvalue()
