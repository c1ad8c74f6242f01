"""Which folder a command is about: the one that is named, else the one that mkdocs.yml says."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import click

from journey_site.mkdocs_settings import CONFIGS, default_folder

_COULD_NOT_RUN = 2

folder_argument = click.argument("folder", required=False, type=click.Path(path_type=Path))
"""FOLDER, which every command takes and none needs."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A handbook's folder, and how it is written before file names in what a command prints."""

    path: Path
    shown: str


def handbook_folder(named: Path | None) -> Folder:
    """The folder a command is about; where there is none, the command says so and ends with exit code 2.

    The folder of a project, in which mkdocs.yml lies, stands for the handbook in it.
    """
    path = _handbook_in(named) if named else Path(default_folder(Path()))
    if not named and not path.is_dir() and any(Path().glob("handbook.y*ml")):
        path = Path()  # somebody stands in it
    if not path.is_dir():
        begin = "" if named else ": journey-site init begins a handbook, and one that lies elsewhere is named as FOLDER"
        stop(f'the folder "{path}" {"is no folder" if path.exists() else "does not exist"}{begin}')
    shown = path.as_posix()
    return Folder(path, "" if shown == "." else shown)


def _handbook_in(named: Path) -> Path:
    inner = named / default_folder(named)
    is_project = any((named / name).is_file() for name in CONFIGS) and not any(named.glob("handbook.y*ml"))
    return inner if is_project and inner.is_dir() else named


def stop(why: str) -> NoReturn:
    """Say in one sentence why the command could not run, and end with exit code 2."""
    click.echo(f"journey-site: {why}", err=True)
    sys.exit(_COULD_NOT_RUN)
