"""The site built into a folder of its own, as MkDocs would publish it, so that its pages can be printed."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

from journey_site.editions import AUDIENCE_VARIABLE

_LAST = 6
"""How many lines of what MkDocs said are told when it fails."""


class NotBuilt(RuntimeError):
    """The site could not be built; the message says why, in the builder's words."""


def build_site(config: Path, into: Path, audience: str = "") -> None:
    """Build the site of the configuration ``config`` into the folder ``into``, in a process of its own.

    ``audience`` is the edition; left out, the one that the configuration says.

    Raises:
        NotBuilt: when MkDocs fails.
    """
    host = "properdocs" if config.stem == "properdocs" and importlib.util.find_spec("properdocs") else "mkdocs"
    environment = os.environ | ({AUDIENCE_VARIABLE: audience} if audience else {})
    done = subprocess.run(
        [sys.executable, "-m", host, "build", "-q", "-f", str(config), "-d", str(into)],
        capture_output=True,
        check=False,
        env=environment,
    )
    if done.returncode:
        said = [line for line in (done.stderr + done.stdout).decode("utf-8", "replace").splitlines() if line.strip()]
        raise NotBuilt("\n".join(said[-_LAST:]) or f"{host} ended with {done.returncode}")


def plain_config(handbook: Path, title: str, place: Path) -> Path:
    """Write a configuration for a handbook that has none into the folder ``place``, and return where.

    Raises:
        NotBuilt: when the theme that it needs is not installed.
    """
    if importlib.util.find_spec("material") is None:
        raise NotBuilt('the theme is not installed: pip install "mkdocs-journey-site[material]"')
    # JSON is YAML, and nothing in a title can break out of it.
    said = {
        "site_name": title,
        "docs_dir": str(handbook.resolve()),
        "theme": {"name": "material", "font": False},
        "plugins": [{"journey-site": {"changes": False}}],
    }
    config = place / "mkdocs.yml"
    config.write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")
    return config
