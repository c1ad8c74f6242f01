"""What was told once is kept beside mkdocs.yml, so that a build need not read old versions again.

The folder may be deleted at any time. What stands in it is data alone and is looked at before it is believed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any
from uuid import uuid4

from journey_site.site.recent_months import ToldChange

FOLDER = ".cache/journey-site"
"""Where it is, relative to mkdocs.yml."""
_LARGEST = 4_000_000
_TEXTS = {"kind", "thing", "name", "sort", "words", "stage", "stage_name", "who", "file"}
_LISTS = {"personas", "departments"}
_KINDS = {"personas", "journeys", "departments", "channels", "touchpoints", "content", "metrics", "evidence", "models"}
_SORTS = {"new", "gone", "changed"}
assert {each.name for each in fields(ToldChange)} == {*_TEXTS, *_LISTS, "day"}


class ToldCache:
    """Lines by key; without a folder, or with one that cannot be written, it keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def lines(self, key: str) -> tuple[ToldChange, ...] | None:
        """The lines of ``key``; None when they are not known."""
        found = self._read(key)
        if not isinstance(found, list):
            return None
        lines = [_line(each) for each in found]
        return tuple(line for line in lines if line is not None) if None not in lines else None

    def counts(self, key: str) -> tuple[int, int] | None:
        """The two numbers of ``key``; None when they are not known."""
        match self._read(key):
            case [int() as one, int() as other]:
                return one, other
        return None

    def keep(self, key: str, told: Sequence[ToldChange] | tuple[int, int]) -> None:
        """Remember what was told."""
        if self.folder is None:
            return
        data: list[Any] = [each if isinstance(each, int) else _data(each) for each in told]
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            ignored = self.folder / ".gitignore"
            if not ignored.exists():
                ignored.write_text("*\n", encoding="utf-8")
            # Another build may read it meanwhile: it is there as a whole, or not at all.
            half = self.folder / f"{key}.{uuid4().hex}"
            half.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8", errors="surrogateescape")
            os.replace(half, self.folder / f"{key}.json")
        except OSError:
            self.folder = None

    def _read(self, key: str) -> object:
        if self.folder is None:
            return None
        path = self.folder / f"{key}.json"
        try:
            if path.stat().st_size > _LARGEST:
                return None
            return json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return None


def _data(line: ToldChange) -> dict[str, Any]:
    return {name: value for name, value in asdict(line).items() if name != "day" and value}


def _line(data: object) -> ToldChange | None:
    """A line as it was kept; None when it is none of ours."""
    if not isinstance(data, dict) or not data.keys() <= _TEXTS | _LISTS:
        return None
    if not {"kind", "thing", "name", "sort", "words"} <= data.keys() or data["kind"] not in _KINDS or data["sort"] not in _SORTS:
        return None
    if not all(isinstance(value, str) for name, value in data.items() if name in _TEXTS):
        return None
    lists = {name: value for name, value in data.items() if name in _LISTS}
    if not all(isinstance(value, list) and all(isinstance(each, str) for each in value) for value in lists.values()):
        return None
    return ToldChange(**{**data, **{name: tuple(value) for name, value in lists.items()}})
