"""The few words that lie beside a delivery's pages: how to open it."""

from __future__ import annotations

from collections.abc import Iterable

from journey_site.sentence import N_
from journey_site.site.language import Language

_HOW = N_("Unpack everything into a folder, then open index.html.")


def read_me(title: str, languages: Iterable[str]) -> bytes:
    """The title, and how to open the site in each of its languages, for whoever is sent the zip.

    With line ends that every editor knows, and a mark by which Windows' own reads letters beyond English ones.
    """
    said = dict.fromkeys(Language(code).gettext(_HOW) for code in languages)
    return "\r\n".join((title, "", *said, "")).encode("utf-8-sig")
