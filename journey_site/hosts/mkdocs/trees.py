"""A site in several languages: MkDocs builds each tree as a site of its own, one after another in one command.

The first is MkDocs' own build. When it is done, MkDocs is asked for the others with the same configuration,
each into its folder, so that the theme's own words, the search and its word stems, canonical addresses and the
404 page are each tree's own without any art of ours.
"""

from __future__ import annotations

import gzip
import logging
import os
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from journey_site.site.addresses import relative

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from journey_site.site.trees import Tree

log = logging.getLogger("mkdocs.plugins.journey_site")
_IN_SITEMAP = re.compile(r"[ \t]*<url>.*?</url>\n?", re.DOTALL)


def build_tree(tree: Tree, config: MkDocsConfig, *, serving: bool) -> None:
    """Build ``tree`` into its folder of the site that ``config`` has just made; ``serving`` with what only a preview shows.

    Raises:
        PluginError: when the configuration is in no file, and so cannot be read again.
    """
    if not config.config_file_path or not Path(config.config_file_path).is_file():
        raise PluginError(
            "a site in several languages needs its configuration in a file: give MkDocs a mkdocs.yml, "
            "or leave one language under languages in handbook.yml"
        )
    log.info(f"The same in {tree.name}: {tree.folder}")
    again = load_config(
        config_file=config.config_file_path,
        site_dir=os.path.join(config.site_dir, tree.folder.rstrip("/")),
        strict=config.strict,
        use_directory_urls=config.use_directory_urls,
    )
    again.site_url = config.site_url and config.site_url + tree.folder
    build(again, serve_url=again.site_url if serving else None)


def join_sitemaps(trees: Iterable[Tree], config: MkDocsConfig) -> None:
    """Let the sitemap at the root list the pages of every tree: that is the one which search engines are given.

    The theme's instant navigation asks it which pages it may load into the frame of this one; a page in another
    language needs a frame of its own, so with that it stays as it is.
    """
    site = Path(config.site_dir)
    whole = site / "sitemap.xml"
    features = config.theme.get("features") or ()
    if not config.site_url or "navigation.instant" in features or not whole.is_file():
        return
    text = whole.read_text(encoding="utf-8")
    start, end, rest = text.rpartition("</urlset>")
    others = [site / tree.folder / "sitemap.xml" for tree in trees if tree.folder]
    found = [entry for other in others if other.is_file() for entry in _IN_SITEMAP.findall(other.read_text(encoding="utf-8"))]
    if not end or not found:
        return
    joined = (start + "".join(found) + "\n" + end + rest).encode()
    whole.write_bytes(joined)
    packed = site / "sitemap.xml.gz"
    if packed.is_file():
        day = int.from_bytes(packed.read_bytes()[4:8], "little")  # as MkDocs has written it, for the same bytes each time
        with packed.open("wb") as file, gzip.GzipFile(filename=str(packed), fileobj=file, mode="wb", mtime=day) as packing:
            packing.write(joined)


def refuse_taken(trees: Iterable[Tree], files: Files) -> None:
    """End the build when somebody's own files stand where a language belongs.

    Raises:
        PluginError: naming the folder and one of the files.
    """
    for tree in trees:
        taken = tree.folder and next((file.src_uri for file in files if file.dest_uri.startswith(tree.folder)), "")
        if taken:
            raise PluginError(
                f'the folder "{tree.folder}" of the site is for its pages in {tree.name}, and "{taken}" would be lost there: '
                "move it to a folder of another name"
            )


@dataclass
class Offer:
    """One language that a reader may choose."""

    tree: Tree
    here: str = ""
    """The address of this page in it, as seen from the page."""
    whole: str = ""
    """The same with the site's own address, where that is known."""
    start: str = ""
    """The start page in it, as seen from the start of the tree that is being built."""


class Choice:
    """What the theme's choice of languages offers on the page that is being written.

    It stands where a theme looks for ``extra.alternate``, and is no list: from one, the theme would print addresses
    for search engines that leave a tree by the wrong number of steps.
    """

    def __init__(self, offers: Sequence[Offer], others: Sequence[Mapping[str, Any]]) -> None:
        self.offers = offers
        self.others = others
        """What mkdocs.yml itself offers: other sites."""

    def lead_to(self, url: str, here: Tree, home: str, absent: Mapping[str, Container[str]]) -> None:
        """Let it lead to the page ``url`` in each tree, or to the start of one from which it is ``absent``.

        ``home`` is the address of the whole site, or empty. What a reader chooses from is relative, so that a preview
        and a site on disk lead to themselves.
        """
        for offer in self.offers:
            target = offer.tree.folder + ("" if url in absent.get(offer.tree.language, ()) else url)
            offer.here = relative(here.folder + url, target)
            offer.whole = home + target if home else ""

    def head(self) -> str:
        """What search engines read: the page's address in each language, whole as they want it.

        The space after the word is for the theme's script, which would ask for a sitemap beside each such address.
        """
        return "".join(
            f'<link rel="alternate " hreflang="{escape(offer.tree.code)}" href="{escape(offer.whole)}">\n'
            for offer in self.offers
            if offer.whole
        )


def choice_of(config: MkDocsConfig) -> Choice | None:
    """The choice of languages; None where there is nothing to choose."""
    found = config.extra.get("alternate")
    return found if isinstance(found, Choice) else None


def offer_languages(config: MkDocsConfig, trees: Sequence[Tree], here: Tree) -> None:
    """Give the theme a choice of languages, where there is more than one."""
    if len(trees) > 1:
        offers = [Offer(tree, start=relative(here.folder, tree.folder)) for tree in trees]
        config.extra["alternate"] = Choice(offers, config.extra.get("alternate") or ())


def home_of(config: MkDocsConfig, here: Tree) -> str:
    """The address of the whole site, of which ``here`` is a part; empty where it is not known."""
    return (config.site_url or "").removesuffix(here.folder)


def navigation_in(tree: Tree, nav: Any, titles: Mapping[str, Mapping[str, str]], gone: Container[str]) -> Any:
    """The navigation of mkdocs.yml as it stands in ``tree``.

    Its entries are called as ``titles`` says (``{sv: {Guide: Handledning}}``), and pages that are ``gone`` there left out.
    """
    return _said(nav, titles.get(tree.language) or {}, gone)


def _said(nav: Any, titles: Mapping[str, str], gone: Container[str]) -> Any:
    if isinstance(nav, dict):
        return {titles.get(title, title): _said(value, titles, gone) for title, value in nav.items() if not _is_gone(value, gone)}
    if isinstance(nav, list):
        return [kept for item in nav if not _is_gone(item, gone) and (kept := _said(item, titles, gone)) != {}]
    return nav


def _is_gone(item: Any, gone: Container[str]) -> bool:
    return isinstance(item, str) and item in gone
