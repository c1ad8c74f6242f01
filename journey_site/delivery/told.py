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
    hides_nothing: bool = False
    """Whether it is the narrowest edition of several, which shows everything."""

    def written(self) -> Mapping[str, Any]:
        """As JSON has it."""
        return asdict(self)


def read_told(path: Path) -> Told | None:
    """What was told; None when nobody wrote there, as a configuration without our plugin does not."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return Told(said["title"], said["audience"], tuple(said["languages"]), said["credit"], tuple(said["made_of"]), bool(said.get("hides_nothing")))
