"""An Atom feed (RFC 4287) as bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Letters that no XML document may hold."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """Something to read."""

    address: str
    """Where it is to be read in full; with the day it is what the entry is known by."""
    title: str
    day: date
    lines: tuple[str, ...]
    """What there is to say, as plain words."""


@dataclass(frozen=True, slots=True)
class Feed:
    """Entries under one title."""

    address: str
    """The feed's own, as a whole one."""
    page: str
    """The page that tells the same."""
    title: str
    author: str
    language: str
    day: date
    """When it was last added to."""
    entries: Sequence[FeedEntry]


def atom_feed(feed: Feed) -> Iterator[bytes]:
    """``feed`` as XML."""
    for line in _lines(feed):
        yield f"{line}\n".encode()


def _lines(feed: Feed) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{_said(feed.language)}">'
    yield f"<title>{_said(feed.title)}</title>"
    yield f"<id>{_said(feed.address)}</id>"
    yield f'<link rel="self" type="application/atom+xml" href="{_said(feed.address)}"/>'
    yield f'<link rel="alternate" type="text/html" href="{_said(feed.page)}"/>'
    yield f"<updated>{_moment(feed.day)}</updated>"
    yield f"<author><name>{_said(feed.author)}</name></author>"
    for entry in feed.entries:
        words = "".join(f"<li>{_said(line)}</li>" for line in entry.lines)
        yield "<entry>"
        yield f"<title>{_said(entry.title)}</title>"
        yield f"<id>{_said(entry.address)}</id>"
        yield f'<link rel="alternate" type="text/html" href="{_said(entry.address)}"/>'
        yield f"<updated>{_moment(entry.day)}</updated>"
        # Escaped twice: once as the HTML that a reader shows, once as the XML that carries it.
        yield f'<content type="html">{_said(f"<ul>{words}</ul>")}</content>'
        yield "</entry>"
    yield "</feed>"


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _said(words: str) -> str:
    return escape(_NOT_IN_XML.sub("", words))
