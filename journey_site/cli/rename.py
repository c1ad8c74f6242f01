"""``journey-site rename``: another id for a thing, everywhere at once, and the old address leads to the new one."""

from __future__ import annotations

import os
from pathlib import Path

import click

from journey_site.cli.difference import show_difference
from journey_site.cli.folder import folder_argument, handbook_folder, stop
from journey_site.cli.repository import repository_root
from journey_site.cli.save import save
from journey_site.documents.documents import KINDS
from journey_site.edit.changes import Change, Changes, file_text
from journey_site.edit.code_owners import PLACES, with_moved
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
@click.argument("old", required=False, default="")
@click.argument("new", required=False, default="")
@folder_argument
@click.option("--diff", is_flag=True, help="Write nothing; show what would be changed.")
def rename(kind: str, old: str, new: str, folder: Path | None, diff: bool) -> None:
    """Give the thing OLD of KIND the id NEW, wherever the handbook in FOLDER mentions it.

    KIND is persona, journey, model, department, channel, touchpoint, content, evidence, metric, stage or pain;
    a stage or pain is named with its journey: rename stage anna-ebike/awareness first-thought; a stage of a
    model of your own with that model. OLD may be a title, too. The old id stays under was:, so that links which
    were sent still lead there, and CODEOWNERS follows. Exit codes: 0 renamed, 2 it cannot be.
    """
    place = handbook_folder(folder)
    if not old or not new:
        stop(_usage(kind))
    try:
        part = _PARTS.get(kind)
        found = part(place.path, place.shown, old, new) if part else rename_thing(place.path, place.shown, _WORDS[kind], old, new)
    except Refused as reason:
        stop(visible(str(reason)))
    root = _root(place.path.resolve())
    owners = _owners(found, root)
    if diff:
        show_difference(Changes((*found.changes.texts, *owners.texts), found.changes.moves))
    else:
        save(found.changes, place.path)
        save(owners, root)
    _tell(found, kind, new, told=diff)
    for change in owners.texts if not diff else ():
        click.echo(f"{visible(change.file)} names the new file")


def _usage(kind: str) -> str:
    what = f"JOURNEY/{kind.upper()}" if kind in _PARTS else "OLD"
    more = ", or MODEL/STAGE for a model of your own" if kind == "stage" else ""
    return f"say which, and its new id: journey-site rename {kind} {what} NEW{more}"


def _owners(found: Renamed, root: Path) -> Changes:
    """What becomes of the files that say who is asked to look at a change, where they name a file that moves."""
    moves = {_within(move.path, root): _within(move.to, root) for move in found.changes.moves}
    if not moves or "" in moves:
        return Changes()
    read = [text for name in PLACES if (root / name).is_file() and (text := file_text(root / name, name)) is not None]
    others = _others(root, {move.path.name for move in found.changes.moves}) if read else []
    after = [(text, with_moved(text.text, moves, [each for each in others if each not in moves])) for text in read]
    return Changes(tuple(Change(text, new) for text, new in after if new != text.text))


def _root(folder: Path) -> Path:
    """Where the repository begins; of a handbook in none yet, the folder that the command is run in, else the one around it."""
    root = repository_root(folder)
    here = Path.cwd()
    return root if root != folder else here if folder.is_relative_to(here) else folder.parent


def _others(root: Path, names: set[str]) -> list[str]:
    """Files of these names anywhere in the repository: a line with a bare name is about all of them."""
    found: list[str] = []
    for folder, folders, files in os.walk(root):
        folders[:] = [each for each in folders if not each.startswith(".") and each != "node_modules"]
        found += [(Path(folder) / each).relative_to(root).as_posix() for each in files if each in names]
    return found


def _within(path: Path, root: Path) -> str:
    """A path as seen from the repository; empty for one outside it."""
    real = path.parent.resolve() / path.name
    return real.relative_to(root).as_posix() if real.is_relative_to(root) else ""


def _tell(found: Renamed, kind: str, new: str, *, told: bool) -> None:
    """What was done, or would be."""
    word = "would be" if told else "is now"
    mentions = {0: "nothing mentioned it", 1: "1 mention follows"}.get(found.mentions, f"{found.mentions:,} mentions follow")
    click.echo(f"The {kind} {click.style(found.old, bold=True)} {word} {click.style(new, bold=True)}; {mentions}.", err=told)
    for move in found.changes.moves if not told else ():
        click.echo(f"{visible(move.file)} is now {visible(move.to_file)}")
    for note in found.notes:
        click.echo(f"note: {note}", err=told)
