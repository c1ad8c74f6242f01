"""What of a site is printed: a poster for each journey, a booklet for each persona, a brief for each department."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from journey_site.documents.nearest import nearest
from journey_site.site.addresses import booklet_uri, thing_uri
from journey_site.site.pages import Site

KINDS = {"poster": "journeys", "booklet": "personas", "brief": "departments"}
"""What is printed, each with the kind of thing that it is about."""
_NOUNS = {"poster": "journey", "booklet": "persona", "brief": "department"}
_NOTHING = {
    "booklet": "makes no journey, so there is nothing to put into a booklet",
    "brief": "has nothing to talk about yet, so there is no brief",
}


class NothingToPrint(ValueError):
    """What was asked for cannot be printed; the message says why, as half a sentence."""


@dataclass(frozen=True, slots=True)
class Print:
    """One document on paper, made from one page of the site."""

    kind: str
    """``poster``, ``booklet`` or ``brief``."""
    id: str
    uri: str
    """The page's source path within the site: ``print/goran.md``."""
    asked: bool = False
    """Whether it was named, so that it must be there."""

    @property
    def name(self) -> str:
        """The file's name: ``booklet-goran.pdf``."""
        return f"{self.kind}-{self.id}.pdf"

    def page_in(self, folder: Path) -> Path | None:
        """The page within the built site in ``folder``, whichever style its addresses have; None when it has none."""
        stem = self.uri.removesuffix(".md").removesuffix("/index")
        return next((path for path in (folder / stem / "index.html", folder / f"{stem}.html") if path.is_file()), None)


def prints_of(site: Site, asked: dict[str, Sequence[str]]) -> tuple[Print, ...]:
    """What is to be printed of ``site``: all of it, or where ``asked`` names ids by kind of print, those alone.

    What is retired is printed only when it is named.

    Raises:
        NothingToPrint: when a name is unknown, or there is nothing to be said about it on paper.
    """
    if any(asked.values()):
        return tuple(dict.fromkeys(_named(site, kind, name) for kind, names in asked.items() for name in names))
    return tuple(_all(site))


def _all(site: Site) -> Iterator[Print]:
    for kind, table in KINDS.items():
        for thing in site.atlas.table(table).values():
            if thing.publish != "retired" and _says_something(site, kind, thing.id):
                yield Print(kind, thing.id, _uri(kind, thing.id))


def _named(site: Site, kind: str, name: str) -> Print:
    there = site.atlas.table(KINDS[kind])
    if name not in there:
        meant = nearest(name, there)
        known = f"there are {', '.join(there)}" if there else "this handbook has none"
        raise NothingToPrint(f'no {_NOUNS[kind]} has the id "{name}"' + (f'; did you mean "{meant}"?' if meant else f": {known}"))
    if not _says_something(site, kind, name):
        raise NothingToPrint(f'the {_NOUNS[kind]} "{name}" {_NOTHING[kind]}')
    return Print(kind, name, _uri(kind, name), asked=True)


def _uri(kind: str, identity: str) -> str:
    return booklet_uri(identity) if kind == "booklet" else thing_uri(KINDS[kind], identity)


def _says_something(site: Site, kind: str, identity: str) -> bool:
    page = site.pages.get(_uri(kind, identity))
    return page is not None and (kind != "brief" or page.view().brief is not None)
