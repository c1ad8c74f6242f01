"""The few words that lie beside a delivery's pages: what it is, whose, for whom and of which day, and how to open it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from journey_site.sentence import N_
from journey_site.site.language import Language

_HOW = N_("Unpack everything into a folder, then open index.html.")
_EDITION = N_("Edition: %(name)s")


@dataclass(frozen=True, slots=True)
class Cover:
    """What a delivery says on its outside in one of its languages."""

    language: str
    title: str
    sender: str
    """Whose it is; empty where nobody says more than the title does."""


def read_me(covers: Iterable[Cover], edition: str, day: date) -> bytes:
    """What the zip is and how to open the site in it, in each of its languages, for whoever is sent it.

    ``edition`` is the audience, and empty where the handbook knows of none. With line ends that every editor knows,
    and a mark by which Windows' own reads letters beyond English ones.
    """
    parts = dict.fromkeys(tuple(_lines(cover, Language(cover.language), edition, day)) for cover in covers)
    return "\r\n".join(line for part in parts for line in (*part, "")).encode("utf-8-sig")


def _lines(cover: Cover, language: Language, edition: str, day: date) -> Iterable[str]:
    yield cover.title
    if cover.sender and cover.sender != cover.title:
        yield cover.sender
    if edition:
        yield edition_line(edition, language)
    yield language.date(day)
    yield ""
    yield language.gettext(_HOW)
    yield ""


def edition_line(name: str, language: Language) -> str:
    """What a delivery says of the audience that it is made for: ``Edition: client``."""
    return language.gettext(_EDITION) % {"name": name}
