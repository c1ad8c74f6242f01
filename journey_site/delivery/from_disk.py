"""What is done to a built site so that it can be opened from the disk."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from pathlib import Path

_FOR_SERVERS = ("404.html", "sitemap.xml", "sitemap.xml.gz")
"""What only a server and those who look through one have a use for: they tell of addresses that there are not."""
_STEMMERS = "assets/javascripts/lunr"
"""Where Material keeps what its search knows of languages: of all of them, and only those of the site are ever loaded."""
_SPLIT_BY = {"tinyseg.js": {"ja", "jp"}, "wordcut.js": {"hi", "kn", "sa", "ta", "te", "th"}}
"""What finds words where no spaces stand between them, and for which languages."""


def make_ready(site: Path) -> None:
    """Give the search its index as a script, which a page at ``file:`` may load, and leave out what nobody there has a use for."""
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
            _without_other_languages(index.parents[1] / _STEMMERS, _languages_of(words))
    _without_unused_icon(site)


def _languages_of(index: str) -> list[str]:
    """The languages in which the search finds words, as its index says; none where it says nothing that is known here."""
    try:
        said = json.loads(index)["config"]["lang"]
    except (ValueError, KeyError, TypeError):
        return []
    return [each for each in said if isinstance(each, str)] if isinstance(said, list) else []


def _without_other_languages(stemmers: Path, languages: Collection[str]) -> None:
    """Leave out what the search knows of languages in which nothing is written: it is half of a small delivery."""
    if not languages:
        return
    kept = {f"lunr.{language}.min.js" for language in languages} | {"lunr.stemmer.support.min.js", "lunr.multi.min.js"}
    kept |= {name for name, of in _SPLIT_BY.items() if of & set(languages)}
    for path in sorted(stemmers.rglob("*.js")):
        if path.name not in kept:
            path.unlink()


def _without_unused_icon(site: Path) -> None:
    """Leave out the theme's own icon where no page shows it, as with a favicon of one's own."""
    icons = [path for path in sorted(site.rglob("favicon.png")) if path.parent.match("assets/images")]
    if icons and not any(b"assets/images/favicon.png" in page.read_bytes() for page in site.rglob("*.html")):
        for icon in icons:
            icon.unlink()


def files_of(site: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of a site by its path from the root, sorted."""
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    for name in sorted(found):
        yield name, found[name].read_bytes()
