"""Addresses and paths as the guard reads them: where one leads, and which names are parts of it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from journey_site.guard.left_out import HiddenFile
from journey_site.source.ids import slug

_AN_ENDING = re.compile(r"\.[a-z0-9]{2,5}$")


def leads_to(address: str, path: str) -> bool:
    """Whether an address goes to ``path``, or to a page below it."""
    whole = "/" + path_of(address).strip("/")
    at = whole.find(f"/{path}")
    while at >= 0:
        rest = whole[at + 1 + len(path) :]
        if rest[:1] in ("", "/") or _AN_ENDING.fullmatch(rest):
            return True
        at = whole.find(f"/{path}", at + 1)
    # As it is written in the YAML and in Markdown: journey:anna-ebike#decision.
    kind, _, rest = path.partition("/")
    scheme = f"{kind.removesuffix('s')}:{rest.replace('/', '#')}"
    return address == scheme or address.startswith(f"{scheme}#")


def is_file(path: str, file: HiddenFile) -> bool:
    """Whether a path leads to a file that is left out, or to one of its telling name."""
    if path == file.path or path.endswith(f"/{file.path}"):
        return True
    return file.telling and posixpath.basename(path) == posixpath.basename(file.path)


def path_of(address: str) -> str:
    """An address without what follows its path, and without the host that it is on."""
    path = re.split(r"[?#&]", address, maxsplit=1)[0]
    return path.partition("://")[2].partition("/")[2] if "://" in path else path


def names(address: str, name: str) -> bool:
    """Whether a part of an address, without its ending, is ``name``."""
    path = path_of(address)
    if "/" not in path and not _AN_ENDING.search(path):
        return False
    return any(slug(stem(part)) == name for part in path.split("/") if part)


def stem(part: str) -> str:
    return _AN_ENDING.sub("", part)


def runs(name: str) -> Iterator[str]:
    """Every part of a name that is whole words: of ``acme-offer-2`` also ``acme``, and ``acme-offer``."""
    parts = name.split("-")
    for start in range(len(parts)):
        for end in range(start + 1, len(parts) + 1):
            yield "-".join(parts[start:end])


def is_anchor(name: str, data: bytes) -> bool:
    return re.search(rb"(?:#|\bid=[\"']?|\"id\": ?\")" + re.escape(name.encode()) + rb"(?![a-z0-9-])", data) is not None
