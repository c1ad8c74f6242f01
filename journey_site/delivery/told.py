"""What the one who builds a delivery tells the one who packs it, as a small file between two processes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

WITHOUT_SERVER = "JOURNEY_SITE_WITHOUT_SERVER"
"""Names a file. Where it is set, the site is built to be opened from the disk, and the file says what it is."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a site is, as its builder knows it."""

    title: str
    audience: str
    """The edition; empty where the handbook knows of no audiences."""
    languages: tuple[str, ...]
    credit: bool
    """Whether it may say with what it was made."""
    made_of: tuple[str, ...]
    """The folders from which it was made, as whole paths."""
    covers: tuple[tuple[str, str, str], ...] = ()
    """In each of its languages: the language, the title, and whose it is."""
    hides_nothing: bool = False
    """Whether it is the narrowest edition of several, which shows everything."""

    def written(self) -> Mapping[str, Any]:
        """As JSON has it."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class NoEdition:
    """Nobody said for whom a site is that would be handed over, and its handbook knows of several audiences."""

    audiences: tuple[str, ...]
    """From the narrowest to the widest."""

    def written(self) -> Mapping[str, Any]:
        """As JSON has it."""
        return {"choose": self.audiences}


def read_told(path: Path) -> Told | NoEdition | None:
    """What was told; None when nobody wrote there, as a configuration without our plugin does not."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if "choose" in said:
        return NoEdition(tuple(said["choose"]))
    lists = {name: tuple(said[name]) for name in ("languages", "made_of")}
    return Told(**{**said, **lists, "covers": tuple(tuple(each) for each in said["covers"])})
