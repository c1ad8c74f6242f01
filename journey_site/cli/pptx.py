"""``journey-site pptx``: journeys as slides that can be edited."""

from __future__ import annotations

import importlib.util
from pathlib import Path

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
from journey_site.documents.nearest import nearest
from journey_site.handbook import Outcome
from journey_site.mkdocs_settings import audience_in, config_of, site_address, upkeep_in
from journey_site.site.addresses import directory_address
from journey_site.site.language import CATALOGUES, Language

_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""How files begin that slides can show."""


@click.command()
@folder_argument
@to_option
@click.option("--journey", "journeys", multiple=True, metavar="ID", help="Only this journey; may be given several times.")
@audience_option
@language_option
def pptx(folder: Path | None, to: Path | None, journeys: tuple[str, ...], audience: str, language: str) -> None:
    """Write a deck of slides for each journey of the handbook in FOLDER, with tables and a chart that can be edited.

    Without FOLDER it is the one that mkdocs.yml says, else the folder "maps". It needs python-pptx. What is
    retired is written only where it is named. Exit codes: 0 done, 2 could not run.
    """
    if importlib.util.find_spec("pptx") is None:
        stop('slides are made with python-pptx, which is not installed: pip install "mkdocs-journey-site[pptx]"')
    from journey_site.deck.deck import deck_of

    place = handbook_folder(folder)
    config = config_of(place.path)
    audience = audience or audience_in(config)
    outcome = readable(place, audience)
    tree = tree_in(language, outcome)
    chosen = _chosen(journeys, outcome)
    if not chosen:
        stop("the handbook has no journeys, so there are no slides to make")
    voice = outcome.site(language=Language(tree.language, place.path / CATALOGUES), upkeep=upkeep_in(config)).voice
    home = site_address(config)

    def address_of(uri: str) -> str:
        return home + tree.folder + directory_address(uri)

    def picture(name: str) -> bytes | None:
        path = (place.path / name).resolve()
        if not path.is_relative_to(place.path.resolve()) or not path.is_file():
            return None
        content = path.read_bytes()
        return content if content.startswith(_PICTURES) else None

    edition = edition_of(outcome, audience, voice.language)
    into = folder_for(to, edition)
    for identity in chosen:
        content, count = deck_of(voice.atlas.journeys[identity], voice, picture, address_of, edition.mark)
        deliver(into / f"deck-{identity}.pptx", content, f"{count} slides")
    edition.told()


def _chosen(named: tuple[str, ...], outcome: Outcome) -> list[str]:
    journeys = outcome.atlas.journeys
    for name in named:
        if name not in journeys:
            meant = nearest(name, journeys)
            known = f"there are {', '.join(journeys)}" if journeys else "this handbook has none"
            stop(f'no journey has the id "{name}"' + (f'; did you mean "{meant}"?' if meant else f": {known}"))
    return list(dict.fromkeys(named)) or [identity for identity, journey in journeys.items() if journey.publish != "retired"]
