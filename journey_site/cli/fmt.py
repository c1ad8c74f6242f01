"""``journey-site fmt``: the handbook's YAML in its one layout, with every word and comment kept."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from journey_site.cli.difference import show_difference
from journey_site.cli.folder import Folder, handbook_folder, stop
from journey_site.cli.save import save
from journey_site.documents.documents import KINDS
from journey_site.documents.nearest import nearest
from journey_site.edit.changes import Changes
from journey_site.edit.fmt import Formatted, formatted
from journey_site.edit.layout_slip import layout_slip
from journey_site.mkdocs_settings import default_folder
from journey_site.reports.visible import visible

_ENDINGS = (".yml", ".yaml")


@click.command()
@click.argument("paths", nargs=-1, metavar="[FOLDER|FILES...]", type=click.Path(path_type=Path))
@click.option("--check", is_flag=True, help="Write nothing; end with exit code 1 when a file is not in the usual layout.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would be changed.")
def fmt(paths: Sequence[Path], check: bool, diff: bool) -> None:
    """Write the YAML of the handbook in FOLDER, or only FILES of it, in its one order and layout.

    Comments, quotes and the breaks of lines within texts stay as they are; a file that is written in a rare
    way is left alone. Without FOLDER it is the one that mkdocs.yml says, else the folder "maps". Exit codes:
    0 fine, 1 a file that cannot be read (with --check: or that is not in the usual layout), 2 could not run.
    """
    place, files = _asked_for(paths)
    wanted = {os.path.realpath(path) for path in files}
    seen: set[str] = set()

    def only(path: Path) -> bool:
        real = os.path.realpath(path)
        seen.add(real)
        return not wanted or real in wanted

    result = formatted(place.path, place.shown, only)
    for path in files:
        if os.path.realpath(path) not in seen:
            stop(_none_of_ours(path, place))
    changes = Changes(result.changes)
    if diff:
        show_difference(changes)
    elif not check:
        save(changes, place.path)
    _tell(result, changed="would be written anew" if check or diff else "written anew", quiet=diff, why=check)
    if check and changes and not diff:
        click.echo(f"To write {'it' if len(result.changes) == 1 else 'them'} so, run: {_the_same(paths)}; with --diff it shows every line.")
    broken = any(kept.broken for kept in result.kept)
    sys.exit(1 if broken or (check and changes) else 0)


def _asked_for(paths: Sequence[Path]) -> tuple[Folder, list[Path]]:
    """The handbook's folder, and the files of it that are named; none when all are meant."""
    if len(paths) == 1 and paths[0].is_dir():
        return handbook_folder(paths[0]), []
    for path in paths:
        if path.is_dir():
            stop(f'"{path}" is a folder: name either one folder or files')
        if not path.is_file():
            stop(f'there is no file or folder "{path}"{_perhaps(path)}')
        if path.suffix.lower() not in _ENDINGS:
            stop(f'"{path}" is no YAML: fmt writes files of the handbook that end in .yml or .yaml')
    return (handbook_folder(_folder_of(paths[0])) if paths else handbook_folder(None)), list(paths)


def _perhaps(path: Path) -> str:
    """The name that was probably meant, out of those in the folder."""
    there = [each.name for each in path.parent.iterdir()] if path.parent.is_dir() else []
    near = nearest(path.name, [name for name in there if not name.startswith(".")])
    return f': did you mean "{path.with_name(near)}"?' if near else ""


def _folder_of(path: Path) -> Path:
    """The handbook's folder that a file lies in, where handbook.yml is; for a file outside, the usual one."""
    for folder in path.absolute().parents:
        if any((folder / name).is_file() for name in ("handbook.yml", "handbook.yaml")):
            here = Path.cwd()
            return folder.relative_to(here) if folder.is_relative_to(here) else folder
    usual = Path(default_folder(Path()))
    if not usual.is_dir():
        stop(f'"{path}" is no file of a handbook: no folder above it holds a handbook.yml')
    return usual


def _none_of_ours(path: Path, place: Folder) -> str:
    """Why a file that is there is none that is written anew."""
    folder = place.shown or "."
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(place.path)):
        return f'"{path}" is no file of the handbook, which lies in "{folder}"; fmt writes no others'
    kinds = ", ".join(KINDS)
    return f'"{path}" lies in the handbook\'s folder and is no file of it: its files are handbook.yml and what is called {kinds}, as a file or a folder'


def _the_same(paths: Sequence[Path]) -> str:
    """The command that writes what was looked at."""
    return shlex.join(["journey-site", "fmt", *map(str, paths)])


def _tell(result: Formatted, *, changed: str, quiet: bool, why: bool) -> None:
    """One line for each file that was changed or left alone, then how many there are; ``why`` adds what is not usual in it."""
    for change in result.changes if not quiet else ():
        reason = f": {layout_slip(change)}" if why else ""
        click.echo(f"{click.style(visible(change.file), bold=True)}: {changed}{reason}")
    for kept in result.kept:
        colour = "red" if kept.broken else "yellow"
        left = click.style("left as it is", fg=colour)
        click.echo(f"{click.style(visible(kept.file), bold=True)}: {left}: {visible(kept.why)}", err=quiet)
    same = result.files - len(result.changes) - len(result.kept)
    parts = [_count(len(result.changes), changed)] if result.changes else []
    parts += [_count(len(result.kept), "left as it is")] if result.kept else []
    parts += [_count(same, "in the usual layout")] if same else []
    click.echo(f"{', '.join(parts) or 'No files'}.", err=quiet)


def _count(number: int, what: str) -> str:
    return f"{number:,} file {what}" if number == 1 else f"{number:,} files {what}"
