"""Projects that are built for real, each build in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

ROOT = Path(__file__).resolve().parents[2]
DAY = "1795219200"
"""2026-11-21: "today" in every build."""

SMALL: dict[str, str] = {
    "mkdocs.yml": """\
        site_name: Small
        docs_dir: maps
        theme: {name: material, font: false}
        plugins: [search, journey-site]
        repo_url: https://example.com/small/handbook
        edit_uri: edit/main/maps/
        """,
    "maps/handbook.yml": "title: A small handbook\n",
    "maps/personas/anna.yml": "name: Anna\ntags: [commuter]\n",
    "maps/personas/bo.yml": "name: Bo <b>Berg</b> & Co\n",
    "maps/journeys/anna-ebike.yml": """\
        title: Buys an e-bike
        persona: anna
        was: [anna-bike]
        stages:
          awareness:
            name: Awareness
            thoughts: [Queues again this morning]
            touchpoints: [shop]
            content: [guide]
          decision:
            name: Decision
            was: [choice]
            emotion: -1
        """,
    "maps/journeys/bo-repair.yml": "title: Has it repaired\npersona: bo\nstages: {call: {name: Calls us}, wait: {name: Waits}}\n",
    "maps/touchpoints.yml": "shop: {name: The shop}\n",
    "maps/content.yml": "guide: {title: A guide}\n",
    "maps/index.md": "Welcome to [the decision](journey:anna-ebike#decision).\n\n<!-- journeys -->\n\n## The end\n",
    "maps/about.md": "# About\n\nAsk [Anna](persona:anna), [Bo][b] or <a href=\"touchpoint:shop\">the shop</a>; `[x](persona:nobody)`.\n\n[b]: persona:bo\n",
}
"""A handbook with one of most things, as files of a project."""


@dataclass(frozen=True)
class Build:
    """What came of a build."""

    code: int
    said: str
    site: Path

    def page(self, path: str) -> str:
        """The text of a file of the site."""
        return (self.site / path).read_text(encoding="utf-8")

    def has(self, path: str) -> bool:
        """Whether the site has a file."""
        return (self.site / path).is_file()


def write(folder: Path, files: dict[str, str]) -> None:
    """Write files, each named by its path."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")


def build(folder: Path, *options: str, command: tuple[str, ...] = (sys.executable, "-m", "mkdocs")) -> Build:
    """Build the project in ``folder`` in a fresh process."""
    done = subprocess.run(
        [*command, "build", "-d", str(folder / "site"), *options],
        cwd=folder, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
    )  # fmt: skip
    return Build(done.returncode, done.stdout, folder / "site")


def environment() -> dict[str, str]:
    """What builds see of the world: a fixed day, and this checkout before any installed version."""
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", ""))))
    return os.environ | {"SOURCE_DATE_EPOCH": DAY, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": path}
