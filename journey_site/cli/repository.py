"""Where the repository begins that a command is run in: hosts name files from there."""

from __future__ import annotations

import os
from pathlib import Path

_SAID_IN = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "BUILD_SOURCESDIRECTORY")
"""Where GitHub, GitLab and Azure say it, for a checkout without ``.git``."""


def repository_root(here: Path) -> Path:
    """The nearest folder above ``here`` that is a checkout, else what the build server says, else ``here``."""
    here = here.resolve()
    for folder in (here, *here.parents):
        if (folder / ".git").exists():
            return folder
    for name in _SAID_IN:
        said = os.environ.get(name)
        if said and here.is_relative_to(Path(said).resolve()):
            return Path(said).resolve()
    return here
