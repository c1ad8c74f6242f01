"""``journey-site rename``: another id for a thing, everywhere at once, and the old address leads to the new one."""

from __future__ import annotations

from pathlib import Path

import click

from journey_site.cli.difference import show_difference
from journey_site.cli.folder import folder_argument, handbook_folder, stop
from journey_site.cli.save import save
from journey_site.documents.documents import KINDS
from journey_site.edit.rename import Refused, Renamed
from journey_site.edit.rename import rename as rename_thing
from journey_site.edit.rename_part import rename_pain, rename_stage
from journey_site.reports.visible import visible

_WORDS = {kind.removesuffix("s") if kind not in ("content", "evidence") else kind: kind for kind in KINDS}
_PARTS = {"stage": rename_stage, "pain": rename_pain}


def _kind(_context: click.Context, _argument: click.Parameter, word: str) -> str:
    """The kind in one word, however somebody writes it."""
    bare = word.casefold()
    known = {*_WORDS, *_PARTS}
    for found in (bare, bare.removesuffix("s")):
        if found in known:
            return found
    raise click.BadParameter(f'"{word}" is no kind of thing: write one of {", ".join([*_WORDS, *_PARTS])}')


@click.command()
@click.argument("kind", callback=_kind)
@click.argument("old")
@click.argument("new")
@folder_argument
@click.option("--diff", is_flag=True, help="Write nothing; show what would be changed.")
def rename(kind: str, old: str, new: str, folder: Path | None, diff: bool) -> None:
    """Give the thing OLD of KIND the id NEW, wherever the handbook in FOLDER mentions it.

    KIND is persona, journey, model, department, channel, touchpoint, content, evidence, metric, stage or pain;
    a stage or pain is named with its journey: rename stage anna-ebike/awareness first-thought. The old id stays
    under was:, so that links which were sent still lead there. Exit codes: 0 renamed, 2 it cannot be.
    """
    place = handbook_folder(folder)
    try:
        part = _PARTS.get(kind)
        found = part(place.path, place.shown, old, new) if part else rename_thing(place.path, place.shown, _WORDS[kind], old, new)
    except Refused as reason:
        stop(visible(str(reason)))
    if diff:
        show_difference(found.changes)
    else:
        save(found.changes, place.path)
    _tell(found, kind, old, new, told=diff)


def _tell(found: Renamed, kind: str, old: str, new: str, *, told: bool) -> None:
    """What was done, or would be."""
    word = "would be" if told else "is now"
    part = old.rpartition("/")[2]
    mentions = {0: "nothing mentioned it", 1: "1 mention follows"}.get(found.mentions, f"{found.mentions:,} mentions follow")
    click.echo(f"The {kind} {click.style(part, bold=True)} {word} {click.style(new, bold=True)}; {mentions}.", err=told)
    for move in found.changes.moves if not told else ():
        click.echo(f"{visible(move.file)} is now {visible(move.to_file)}")
    for note in found.notes:
        click.echo(f"note: {note}", err=told)
