"""Asking git about a repository: read only, offline, and never an error.

No hook, pager, filter, signature or monitor of the repository is run, and nothing is fetched: only stored
objects are read.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

_QUIET = (
    "--no-pager", "--no-replace-objects", "--literal-pathspecs",
    "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", "-c", "log.showSignature=false",
    "-c", "core.quotePath=false",
)  # fmt: skip
"""Before every command: nothing that a repository's own settings could start."""
_OF_ANOTHER_REPOSITORY = (
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_EXTERNAL_DIFF",
)  # fmt: skip
"""Set while git runs a hook, and then about the repository of that hook."""
_PATIENCE = 60
"""Seconds that one command may take."""


def has_git() -> bool:
    """Whether there is a git to ask."""
    return shutil.which("git") is not None


def ask_git(folder: Path, *command: str, given: bytes | None = None, told: bool = False) -> bytes | None:
    """What git says in ``folder``, None when it fails; with ``told`` what it complains of.

    ``given`` is what it reads from its standard input.
    """
    program = shutil.which("git")
    if program is None:
        return None
    try:
        done = subprocess.run(
            [program, *_QUIET, *command], cwd=folder, env=_environment(), input=given or b"",
            capture_output=True, timeout=_PATIENCE, check=False,
        )  # fmt: skip
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    if told:
        return done.stderr
    return done.stdout if done.returncode == 0 else None


def _environment() -> Mapping[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER_REPOSITORY}
    # A partial clone would fetch what it lacks, older versions of git by any protocol that is allowed.
    return kept | {
        "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0",
        "LC_ALL": "C",
    }  # fmt: skip
