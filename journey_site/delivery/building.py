"""The site built as MkDocs would publish it, in a process of its own: to be printed, packed or just looked at."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from journey_site.editions import AUDIENCE_VARIABLE

_LAST = 6
"""How many lines of what MkDocs said are told when it fails."""
_ABORTED = "Aborted with a BuildError!"
"""What MkDocs says after an error that it has told already."""


class NotBuilt(RuntimeError):
    """The site could not be built; the message says why, in the builder's words."""


def build_site(config: Path, into: Path, audience: str = "") -> None:
    """Build the site of the configuration ``config`` into the folder ``into`` without a word.

    ``audience`` is the edition; left out, the one that the configuration says.

    Raises:
        NotBuilt: when MkDocs fails.
    """
    command = [*_host(config), "-q", "-f", str(config), "-d", str(into)]
    done = subprocess.run(command, capture_output=True, check=False, env=_environment(audience, {}))
    if done.returncode:
        lines = (done.stderr + done.stdout).decode("utf-8", "replace").splitlines()
        said = [line for line in lines if line.strip() not in ("", _ABORTED)]
        raise NotBuilt("\n".join(said[-_LAST:]) or f"MkDocs ended with {done.returncode}")


def build_aloud(
    config: Path,
    into: Path | None,
    audience: str,
    tell: Callable[[str], None],
    *,
    log: bool = False,
    strict: bool | None = None,
    also: Mapping[str, str] | None = None,
) -> int:
    """Build the site, let MkDocs say what it has to say, and return its exit code.

    ``into`` and ``strict`` are what the configuration says when they are None; ``also`` are further variables
    of the environment. ``tell`` is given each line that MkDocs prints. With ``log`` it is given those of its log,
    too, which else go to the terminal as they are, colours and all.
    """
    command = [*_host(config), "-f", str(config)]
    command += ["-d", str(into)] if into else []
    command += [] if strict is None else ["--strict" if strict else "--no-strict"]
    wide = {"COLUMNS": str(shutil.get_terminal_size((0, 0)).columns)}  # where its log goes, as it cannot see by itself
    environment = {**wide, **_environment(audience, also or {})}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT if log else None, env=environment) as running:
        for line in _without_last_words(line.decode("utf-8", "replace").rstrip("\r\n") for line in running.stdout or ()):
            tell(line)
    return running.returncode


def _without_last_words(lines: Iterable[str]) -> Iterator[str]:
    """What MkDocs prints, without the line that only repeats that there was an error, and the empty one before it."""
    empty = 0
    for line in lines:
        if not line.strip():
            empty += 1
        elif line.strip() != _ABORTED:
            yield from [""] * empty
            yield line
            empty = 0


def _host(config: Path) -> list[str]:
    host = "properdocs" if config.stem == "properdocs" and importlib.util.find_spec("properdocs") else "mkdocs"
    return [sys.executable, "-m", host, "build"]


def _environment(audience: str, also: Mapping[str, str]) -> dict[str, str]:
    return {**os.environ, **({AUDIENCE_VARIABLE: audience} if audience else {}), **also}


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
