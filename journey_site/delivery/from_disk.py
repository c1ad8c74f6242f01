"""What is done to a built site so that it can be opened from the disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_FOR_SERVERS = ("404.html", "sitemap.xml", "sitemap.xml.gz")
"""What only a server and those who look through one have a use for: they tell of addresses that there are not."""


def make_ready(site: Path) -> None:
    """Give the search its index as a script, which a page at ``file:`` may load, and leave out what is for servers."""
    for name in _FOR_SERVERS:
        for path in sorted(site.rglob(name)):
            path.unlink()
    for path in sorted(site.rglob("*.map")):  # for whoever works on the theme; it is half of a small delivery
        if path.with_suffix("").is_file():
            path.unlink()
    for index in sorted(site.rglob("search_index.json")):
        if index.parent.name == "search":
            # A line of its own in scripts is the end of a line, as it is not in JSON.
            words = index.read_text(encoding="utf-8").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
            index.with_suffix(".js").write_text(f"var __index = {words}", encoding="utf-8")


def files_of(site: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of a site by its path from the root, sorted."""
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    for name in sorted(found):
        yield name, found[name].read_bytes()
