"""What becomes of the site when MkDocs is done with it: lighter pages, search entries and redirects."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from html import escape
from itertools import chain
from pathlib import Path
from typing import Any

from journey_site.site.addresses import directory_address, relative
from journey_site.site.redirects import Redirect
from journey_site.site.search import SearchEntry
from journey_site.site.voice import Voice

_INDENTATION = re.compile(r"\n\s+")
_AS_IT_STANDS = re.compile(r"(<(?:pre|script|style|textarea)\b.*?</(?:pre|script|style|textarea)>)", re.DOTALL)


def without_indentation(page: str) -> str:
    """A page of ours without the spaces that begin the lines of the theme's frame, a third of what the frame weighs.

    The article is left alone, and so is what shows its spaces or is a script.
    """
    start, end = page.find("<article"), page.rfind("</article>")
    return _at_the_margin(page[:start]) + page[start:end] + _at_the_margin(page[end:]) if 0 <= start <= end else page


def _at_the_margin(html: str) -> str:
    parts = _AS_IT_STANDS.split(html)
    parts[::2] = [_INDENTATION.sub("\n", part) for part in parts[::2]]
    return "".join(parts)


def search_document(url: str, entries: Iterable[SearchEntry], boost: int = 1) -> bytes:
    """What search finds on a page, as its index wants it; as bytes, since a large site has a great deal of it.

    ``boost`` puts a page before others that hold the same words, where the theme's search knows of it.
    """
    weight = {"boost": boost} if boost != 1 else {}
    found = [
        json.dumps(
            {"location": f"{url}#{entry.anchor}" if entry.anchor else url, "title": entry.title, "text": entry.text} | weight,
            ensure_ascii=False,
            separators=(",", ":"),
        )
        for entry in entries
    ]
    return ",".join(found).encode("utf-8", "replace")


def add_search_entries(site: Path, documents: Mapping[str, bytes]) -> None:
    """Put our pages into the index that the search plugin wrote; nothing to do where there is none."""
    index = site / "search" / "search_index.json"
    if not index.is_file():
        return
    data = json.loads(index.read_text(encoding="utf-8"))
    others = [doc for doc in data.pop("docs") if doc["location"].partition("#")[0] not in documents]
    with index.open("wb") as file:
        head = json.dumps(data, sort_keys=True, separators=(",", ":"))
        file.write((head[:-1] + ("," if data else "") + '"docs":[').encode("utf-8"))
        separator = b""
        for document in chain((_as_json(doc) for doc in others), documents.values()):
            if document:
                file.write(separator + document)
                separator = b","
        file.write(b"]}")


def _as_json(document: Mapping[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def write_redirects(site: Path, redirects: Iterable[Redirect], voice: Voice, use_directory_urls: bool) -> None:
    """A small page at each old address that leads to the new one."""
    language = voice.language
    said = escape(voice._("This page has moved."))
    for redirect in redirects:
        here, target = (_address(uri, use_directory_urls) for uri in (redirect.uri, redirect.to))
        path = site / (here + "index.html" if here.endswith("/") or not here else here)
        if path.exists():
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        href = escape(relative(here, target))
        path.write_text(
            f'<!doctype html>\n<html lang="{language.code}" dir="{language.direction}">\n<head>\n'
            f'<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'
            f'<title>{said}</title><link rel="canonical" href="{href}">'
            f'<meta http-equiv="refresh" content="0; url={href}"><meta name="robots" content="noindex">\n'
            # A place on the page that was linked to is kept where scripts run.
            f"<script>location.replace({json.dumps(relative(here, target))} + location.search + location.hash)</script>\n"
            f'</head>\n<body><p><a href="{href}">{said}</a></p></body>\n</html>\n',
            encoding="utf-8",
        )


def _address(uri: str, use_directory_urls: bool) -> str:
    return directory_address(uri) if use_directory_urls else uri.removesuffix(".md") + ".html"
