"""``journey-site pdf``: the handbook on paper, as PDF files that the installed browser prints."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from journey_site.cli.deliveries import (
    audience_option,
    deliver,
    edition_of,
    folder_for,
    language_option,
    readable,
    to_option,
    tree_in,
)
from journey_site.cli.folder import folder_argument, handbook_folder, stop
from journey_site.delivery.building import NotBuilt, build_site, plain_config
from journey_site.handbook import Outcome
from journey_site.mkdocs_settings import audience_in, config_of
from journey_site.paper.browser import NoBrowser, NotPrinted, find_browser, print_page
from journey_site.paper.prints import KINDS, NothingToPrint, Print, prints_of
from journey_site.paper.ready_page import ready_page
from journey_site.paper.same_bytes import page_count, same_bytes
from journey_site.paper.sheets import PAPERS, USUAL, one_sheet
from journey_site.site.language import CATALOGUES, Language
from journey_site.site.voice import Voice

_AT_ONCE = 4
"""How many documents are printed at the same time, at most."""


@click.command()
@folder_argument
@to_option
@click.option("--journey", "journeys", multiple=True, metavar="ID", help="The poster of this journey; may be given several times.")
@click.option("--persona", "personas", multiple=True, metavar="ID", help="The booklet of this persona; may be given several times.")
@click.option("--department", "departments", multiple=True, metavar="ID", help="The brief of this department; may be given several times.")
@click.option("--paper", type=click.Choice([*PAPERS], case_sensitive=False), default=USUAL, show_default=True, help="The sheets of posters.")
@audience_option
@language_option
def pdf(
    folder: Path | None,
    to: Path | None,
    journeys: tuple[str, ...],
    personas: tuple[str, ...],
    departments: tuple[str, ...],
    paper: str,
    audience: str,
    language: str,
) -> None:
    """Print the handbook in FOLDER: an A3 poster of each journey, an A4 booklet of each persona, a brief for each department.

    Without FOLDER it is the one that mkdocs.yml says, else the folder "maps". It needs Chromium, Google Chrome
    or Microsoft Edge. Where journeys, personas or departments are named, only theirs are printed. Exit codes:
    0 done, 2 could not run.
    """
    place = handbook_folder(folder)
    audience = audience or audience_in(config_of(place.path))
    outcome = readable(place, audience)
    tree = tree_in(language, outcome)
    spoken = Language(tree.language, place.path / CATALOGUES)
    edition = edition_of(outcome, audience, spoken)
    try:
        browser = find_browser()
        prints = prints_of(outcome.site(), {"poster": journeys, "booklet": personas, "brief": departments})
    except (NoBrowser, NothingToPrint) as reason:
        stop(str(reason))
    if not prints:
        stop("there is nothing to print: the handbook has no journeys, and no departments with anything to talk about")
    with TemporaryDirectory(prefix="journey-site-") as name:
        work = Path(name)
        built = work / "site"
        try:
            build_site(config_of(place.path) or plain_config(place.path, _title(outcome), work), built, audience)
        except NotBuilt as reason:
            stop(f"the site could not be built, so nothing was printed.\n{reason}")
        voice = Voice(outcome.atlas, spoken)
        ready = [Ready(each, page, _foot(each, voice), edition.mark, paper) for each in prints if (page := _page(each, built / tree.folder))]
        _print(ready, browser, folder_for(to, edition), outcome.atlas.today)
    edition.told()


def _title(outcome: Outcome) -> str:
    return outcome.site().voice.words(outcome.atlas.handbook.name)


def _foot(what: Print, voice: Voice) -> str:
    """What a sheet is of, for when it lies alone."""
    thing = voice.atlas.table(KINDS[what.kind])[what.id]
    return " · ".join(words for words in (voice.words(thing.name), voice.words(voice.atlas.handbook.name)) if words)


@dataclass(frozen=True, slots=True)
class Ready:
    """What is printed, with its page in the built site."""

    what: Print
    page: Path
    title: str
    """What its sheets say at their foot, as they do its edition."""
    edition: str
    paper: str
    """The sheet of a poster."""

    def printed(self, browser: str, day: date) -> bytes:
        """The PDF."""
        ready = ready_page(self.page, self.title, self.edition, self.paper)
        with TemporaryDirectory(prefix="journey-site-profile-", ignore_cleanup_errors=True) as profile:
            return same_bytes(print_page(browser, ready, Path(profile)), day)

    def told(self, content: bytes) -> str:
        """How many pages it has, and which paper would hold a map on one sheet that is cut."""
        count = page_count(content)
        larger = one_sheet(self.page.read_text(encoding="utf-8"), self.paper) if self.what.kind == "poster" else ""
        return f"{count} page{'' if count == 1 else 's'}" + (f"; --paper {larger} has the map on one sheet" if larger else "")


def _print(ready: Sequence[Ready], browser: str, to: Path, day: date) -> None:
    """Print one after the other, a few at the same time; each file is told when it and those before it are there."""
    with ThreadPoolExecutor(max_workers=min(_AT_ONCE, os.cpu_count() or 1)) as several:
        waiting = [several.submit(each.printed, browser, day) for each in ready]
        try:
            for each, future in zip(ready, waiting, strict=True):
                content = future.result()
                deliver(to / each.what.name, content, each.told(content))
        except NotPrinted as reason:
            several.shutdown(cancel_futures=True)
            stop(str(reason))


def _page(wanted: Print, built: Path) -> Path | None:
    """The page to print; None where the edition that mkdocs.yml says does not show it."""
    page = wanted.page_in(built)
    if page is None and wanted.asked:
        stop(f'the site has no page for the {wanted.kind} of "{wanted.id}": the edition in mkdocs.yml does not show it')
    return page
