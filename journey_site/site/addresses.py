"""The address of everything, from ids alone, so that a link that was sent to a colleague holds.

A page is named by its source path as MkDocs has it (``journeys/anna-ebike/decision.md``); the host
turns that into an address with or without ``.html``.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

START = "index.md"
HANDBOOK_JSON = "handbook.json"
HANDBOOK_SCHEMA = "handbook.schema.json"
REVIEW_JSON = "review.json"
UPKEEP = ("checks", "assumed", "review", "translations")
"""The pages about the work on the map, by the folder that is their address."""


def list_uri(kind: str) -> str:
    """The page that lists everything of ``kind``."""
    return f"{kind}/index.md"


def thing_uri(kind: str, identity: str) -> str:
    """The page of one thing; a metric stands on the page of all."""
    if kind == "journeys":
        return f"journeys/{identity}/index.md"
    if kind == "metrics":
        return list_uri(kind)
    return f"{kind}/{identity}.md"


def stage_uri(journey: str, stage: str) -> str:
    """The page of one stage."""
    return f"journeys/{journey}/{stage}.md"


def booklet_uri(persona: str) -> str:
    """The printable booklet of one persona."""
    return f"print/{persona}.md"


def embed_uri(journey: str) -> str:
    """The map of a journey alone, for a frame in a page elsewhere."""
    return f"embed/journeys/{journey}.md"


def compare_stage_uri(model: str, stage: str) -> str:
    """One stage of a model, in all the journeys that are on it."""
    return f"compare/stages/{model}/{stage}.md"


def compare_state_uri(journey: str) -> str:
    """Two states of one journey; ``journey`` is the one at whose address they are compared."""
    return f"compare/states/{journey}.md"


def table_uri(kind: str, ending: str) -> str:
    """The list of everything of ``kind`` as a file: ``csv`` or ``xlsx``."""
    return f"data/{kind}.{ending}"


def feed_uri(kind: str = "", identity: str = "") -> str:
    """The feed of what changed: of all, or of one ``persona`` or ``department``."""
    return f"changes/{kind}-{identity}.xml" if kind else "changes/feed.xml"


def review_anchor(kind: str, identity: str) -> str:
    """The line of a thing on the page of reviews."""
    return f"{kind}-{identity}"


@dataclass(frozen=True, slots=True)
class Link:
    """Where something leads: a page or file of the site, a place on it, or an address elsewhere."""

    uri: str = ""
    anchor: str = ""
    elsewhere: str = ""
    query: str = ""
    """What is chosen on the page: ``department=sales``."""

    def __bool__(self) -> bool:
        return bool(self.uri or self.anchor or self.elsewhere)


NO_LINK = Link()
"""Leads nowhere."""


@dataclass(frozen=True)
class Addresses:
    """Relative addresses as seen from one page.

    ``address_of`` gives the host's address for a page or file, relative to the site's root
    (``journeys/anna-ebike/decision/``).
    """

    here: str
    address_of: Callable[[str], str] = field(repr=False)
    home: str = ""
    """The site's own address, where it is known: ``https://example.com/handbook/``."""

    def href(self, link: Link) -> str:
        """The address of ``link`` from here."""
        if link.elsewhere:
            return link.elsewhere
        anchor = f"#{link.anchor}" if link.anchor else ""
        if not link.uri:
            return anchor
        target = self.address_of(link.uri)
        if anchor and target == self.here:
            return anchor
        asked = f"?{link.query}" if link.query else ""
        return relative(self.here, target) + asked + anchor

    @property
    def whole(self) -> str:
        """The page's own address as far as it is known: the whole of it, else from the site's root."""
        return self.home + self.here

    def file(self, path: str) -> str:
        """The address of a picture or another file of the handbook from here."""
        return relative(self.here, path)


@lru_cache(maxsize=65_536)
def relative(here: str, target: str) -> str:
    """The address of ``target`` as written on the page at ``here``, both relative to the site's root.

    >>> relative("journeys/anna/", "journeys/anna/decision/")
    'decision/'
    >>> relative("journeys/anna.html", "index.html")
    '../index.html'
    """
    start = posixpath.dirname(here)
    result = posixpath.relpath("/" + target, "/" + start)
    if result == ".":
        return "./"
    return result + "/" if target.endswith("/") or not target else result


def directory_address(uri: str) -> str:
    """The address of a page when folders are addresses, as MkDocs does by default; a file's is its own."""
    if not uri.endswith(".md"):
        return uri
    stem = uri.removesuffix(".md")
    if stem == "index":
        return ""
    return stem.removesuffix("/index") + "/"
