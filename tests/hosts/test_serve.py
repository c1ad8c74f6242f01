"""The preview: errors never end it, and the next save heals it."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from projects import SMALL, write

Start = Callable[..., "subprocess.Popen[str]"]
PATIENCE = 30
"""Seconds to wait for the preview: it looks for changes twice a second, and a small machine is slow."""


def test_errors_are_shown_and_healed(tmp_path: Path, process: Start) -> None:
    write(tmp_path, SMALL | {"maps/personas/anna.yml": "name: [Anna\n"})
    root = _serve(tmp_path, process)
    page = _wait_for(root, "maps/personas/anna.yml:1:")
    assert "to mend" in page

    write(tmp_path, {"maps/personas/anna.yml": "name: Anna\n"})
    _wait_for(f"{root}journeys/anna-ebike/awareness/", "Queues again this morning")

    write(tmp_path, {"maps/about.md": "# About\n\n[x](persona:nobody)\n"})
    for address in ("", "about/", "journeys/anna-ebike/awareness/"):
        page = _wait_for(root + address, "maps/about.md:3:5")
        assert "There is no persona" in page
        assert "livereload(" in page

    write(tmp_path, {"maps/about.md": "# About\n"})
    _wait_for(f"{root}about/", "<h1 id=\"about\">About")


def test_a_missing_folder_and_a_missing_handbook(tmp_path: Path, process: Start) -> None:
    config = "site_name: Small\ndocs_dir: docs\ntheme: {name: material, font: false}\nplugins: [journey-site: {maps: later/maps}]\n"
    write(tmp_path, {"mkdocs.yml": config, "docs/about.md": "# About\n"})
    root = _serve(tmp_path, process)
    _wait_for(root, "there is no folder".capitalize())
    write(tmp_path, {"later/maps/personas/anna.yml": "name: Anna\n"})
    _wait_for(root, "handbook.yml is missing")
    write(tmp_path, {"later/maps/handbook.yml": "title: At last\n"})
    _wait_for(f"{root}personas/anna/", "Anna")


def _serve(folder: Path, process: Start) -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process(sys.executable, "-m", "mkdocs", "serve", "-q", "-a", f"127.0.0.1:{port}", cwd=folder)
    return f"http://127.0.0.1:{port}/"


def _wait_for(address: str, words: str) -> str:
    """The page at ``address`` once it says ``words``."""
    end = time.monotonic() + PATIENCE
    page = "nothing was served"
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
                page = answer.read().decode()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
            continue
        if words in page:
            return page
        time.sleep(0.2)
    raise AssertionError(f"{address} never said {words!r}; it says: {page[-3000:]}")
