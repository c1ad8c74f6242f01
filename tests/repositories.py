"""Git repositories made for tests, each with a history of handbooks."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from textwrap import dedent

import pytest

needs_git = pytest.mark.skipif(shutil.which("git") is None and not os.environ.get("CI"), reason="needs git")


class Repository:
    """A folder in which handbooks are committed on days of one's choice."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *command: str, day: str = "2026-01-01") -> str:
        """Run git, as somebody, on a day."""
        moment = f"{day}T12:00:00Z"
        who = {f"GIT_{role}_{what}": said for role in ("AUTHOR", "COMMITTER") for what, said in (("NAME", "x"), ("EMAIL", "x@example.com"))}
        env = os.environ | who | {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment, "GIT_CONFIG_GLOBAL": os.devnull}
        done = subprocess.run(["git", *command], cwd=self.folder, env=env, capture_output=True, text=True, check=True)
        return done.stdout

    def commit(self, day: str, files: dict[str, str | None]) -> None:
        """Write files (None removes one) and commit them."""
        for name, text in files.items():
            path = self.folder / name
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(dedent(text), encoding="utf-8")
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", day, day=day)
