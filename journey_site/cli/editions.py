"""``journey-site editions``: what each audience sees of a handbook and what not, for whoever signs a delivery."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from journey_site.atlas.atlas import Atlas
from journey_site.cli.audience import for_audience
from journey_site.cli.beside_the_yaml import BesideTheYaml
from journey_site.cli.deliveries import language_option, readable, tree_in
from journey_site.cli.edition_list import edition_list, words_of
from journey_site.cli.edition_print import as_markdown, as_text
from journey_site.cli.folder import folder_argument, handbook_folder, stop
from journey_site.cli.screen import columns_of, paint_for, put
from journey_site.documents.nearest import nearest
from journey_site.mkdocs_settings import config_of, pages_folder, upkeep_in
from journey_site.reports.visible import visible
from journey_site.seen_by import HiddenPart, SeenBy, seen_by
from journey_site.site.addresses import UPKEEP, list_uri
from journey_site.site.language import CATALOGUES, Language
from journey_site.site.pages import Site
from journey_site.site.voice import Voice

_GAP = "_" * 30
"""Where somebody writes by hand."""


@click.command()
@folder_argument
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True, help="How it is printed.")
@click.option("--all", "names", is_flag=True, help="Name what each audience sees, too, and not only how much of it.")
@for_audience("Only what this audience sees.")
@language_option
def editions(folder: Path | None, form: str, names: bool, audience: str, language: str) -> None:
    """List what each audience sees of the handbook in FOLDER, and what not: in full, and so for you alone.

    With --format markdown it is a page to sign. Without FOLDER it is the one that mkdocs.yml says, else the folder
    "maps". Exit codes: 0 fine, 2 could not run: while the handbook has errors, or when there is no such audience.
    """
    place = handbook_folder(folder)
    outcome = readable(place, "")
    everything = outcome.everything or outcome.atlas
    audiences = everything.handbook.audiences
    if audience and audience not in audiences:
        near = nearest(audience, audiences)
        known = f"its audiences are {', '.join(audiences)}" if audiences else "it declares none: audiences: [internal, public]"
        stop(f'this handbook has no audience "{visible(audience)}"' + (f', did you mean "{near}"?' if near else f": {known}"))
    site = outcome.site(language=Language(tree_in(language, outcome).language, place.path / CATALOGUES), upkeep=True)
    config = config_of(place.path)
    beside = BesideTheYaml(place.path, pages_folder(config, place.path), config)
    told = [_seen(everything, each, beside) for each in ([audience] if audience else audiences)]
    spared = {each.audience: _spared(each, site, upkeep_in(config)) for each in told}
    if form == "json":
        listed = [_as_json(each, site.voice, spared[each.audience]) for each in told]
        click.echo(json.dumps({"version": 1, "audiences": listed}, ensure_ascii=False, indent=2))
        sys.exit(0)
    if not audiences:
        click.echo("Everybody sees everything: handbook.yml declares no audiences.")
        sys.exit(0)
    lists = [edition_list(each, everything, site.voice, spared[each.audience]) for each in told]
    if form == "markdown":
        put(as_markdown(_title(site.voice), lists, _to_sign(site.voice)), sys.stdout)
    else:
        put(as_text(lists, paint_for(sys.stdout), columns_of(sys.stdout), names=names), sys.stdout)


def _seen(everything: Atlas, audience: str, beside: BesideTheYaml) -> SeenBy:
    hidden = beside.hidden_pages(everything, audience)
    return seen_by(everything, audience, beside.pages, hidden, beside.files_left_out(everything, audience))


def _spared(told: SeenBy, site: Site, asked: bool | None) -> list[str]:
    """The titles of the pages about the work on the map that an edition does without; ``asked`` is what mkdocs.yml says of them."""
    if told.narrowest if asked is None else asked:
        return []
    return [site.pages[list_uri(each)].title for each in UPKEEP if list_uri(each) in site.pages]


def _title(voice: Voice) -> str:
    name = voice.words(voice.atlas.handbook.name)
    day = voice.language.date(voice.atlas.today)
    return f"{name}, {day}" if name else day


def _to_sign(voice: Voice) -> str:
    who, when = voice._("Read and approved by"), voice._("Date")
    return f"{who}: {_GAP} {when}: {_GAP}"


def _as_json(told: SeenBy, voice: Voice, spared: list[str]) -> dict[str, Any]:
    return {
        "audience": told.audience,
        "sees": {kind: {"seen": told.seen.get(kind, 0), "of": number} for kind, number in told.of.items()},
        "shown": [{"kind": thing.kind, "id": thing.id, "name": dict(thing.name.values)} for thing in told.things],
        "hidden": [
            {"kind": thing.kind, "id": thing.id, "name": dict(thing.name.values), "place": str(thing.place), "whole": thing.whole,
             "parts": list(_parts_json(thing.parts, voice))}
            for thing in told.hidden
        ],
        "pages": list(told.pages),
        "shown_pages": list(told.open_pages),
        "files": list(told.files),
        "upkeep": spared,
        "counts": {"whole": told.whole, "entries": told.items, "pages": len(told.pages), "files": len(told.files)},
    }  # fmt: skip


def _parts_json(parts: Iterable[HiddenPart], voice: Voice) -> Iterator[dict[str, Any]]:
    for part in parts:
        entries = [{"words": words_of(entry, voice), "place": str(entry.place)} for entry in part.entries]
        yield {"stage": part.stage, "field": part.field, "count": part.count, "place": str(part.place), "entries": entries}
