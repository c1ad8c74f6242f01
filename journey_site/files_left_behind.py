"""Pictures and documents that an edition does without, because only what it leaves out has need of them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass

from journey_site.atlas.atlas import Atlas
from journey_site.guard.written import pictures_of, written_in
from journey_site.page_audiences import is_named, left_behind

TEXTS = (".css", ".js", ".mjs", ".html", ".htm", ".json", ".svg", ".xml", ".txt", ".md")
"""Endings of files that may name others."""
_PUBLISHED = (".svg", ".html", ".htm", ".json", ".txt", ".xml")
_KEPT = (*TEXTS, ".yml", ".yaml", ".toml", ".woff", ".woff2", ".ttf", ".ico", "")
"""Endings of files that nobody need name for a site to need them."""


@dataclass(frozen=True, slots=True)
class Apart:
    """What is written in the YAML, by whether an edition shows it."""

    known: frozenset[str]
    unseen: tuple[str, ...]


def written_apart(everything: Atlas, shown: Atlas) -> Apart:
    """What is written and shown, and what is written and not."""
    known = frozenset(each.words for each in written_in(shown))
    return Apart(known, tuple(each.words for each in written_in(everything) if each.words not in known))


def files_left_behind(
    files: Iterable[str],
    everything: Atlas,
    shown: Atlas,
    audience: str,
    *,
    openly: Iterable[str],
    hidden: Iterable[str],
    beside: str = ".",
    apart: Apart | None = None,
) -> set[str]:
    """Which of the ``files`` beside the pages the edition for ``audience`` does without, as paths.

    ``openly`` are the texts of hand-written pages and files that it has, ``hidden`` those that it has not. ``beside``
    is the handbook's folder as seen from where the paths begin. ``apart`` spares looking through the atlas once more.
    """
    files = list(files)
    open_pages = "\n".join(openly)
    # Two things may have pictures of one name in two folders.
    pictures = pictures_of(everything) - pictures_of(shown)
    exact = {posixpath.normpath(posixpath.join(beside, path)) for path in pictures if not is_named(path, open_pages)}
    apart = apart or written_apart(everything, shown)
    audiences, default = everything.handbook.audiences, everything.handbook.default_audience
    closed = default is not None and default not in audiences[audiences.index(audience) :]
    words = "\n".join([*apart.unseen, *hidden]), "\n".join([*apart.known, open_pages])
    media = [file for file in files if posixpath.splitext(file)[1].lower() not in _KEPT]
    texts = [file for file in files if file.endswith(_PUBLISHED)]
    return exact | left_behind(media, *words, closed=closed) | left_behind(texts, *words, closed=False)
