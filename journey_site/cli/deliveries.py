"""What the commands that write deliveries share: the handbook as one edition, and files that are told when written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from journey_site.cli.folder import Folder, stop
from journey_site.editions import AUDIENCE_VARIABLE
from journey_site.handbook import Outcome, read_handbook
from journey_site.problems import Severity
from journey_site.site.trees import Tree, trees_of

_PLACE = "deliveries"


def to_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--to``: the folder that a delivery is written into."""
    option = click.option("--to", "to", type=click.Path(path_type=Path), default=_PLACE, show_default=True, metavar="DIR", help="The folder to write into.")
    return option(command)


def audience_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--audience``: the edition that is delivered."""
    option = click.option("--audience", default="", envvar=AUDIENCE_VARIABLE, metavar="NAME", help="Only what this edition tells.")
    return option(command)


def language_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--language``: the language in which it is delivered."""
    said = "The language to tell it in, of those of the handbook; left out, the first."
    return click.option("--language", default="", metavar="CODE", help=said)(command)


def tree_in(code: str, outcome: Outcome) -> Tree:
    """The part of the site in the language ``code``, else the first; for one it has not, the command ends with exit code 2."""
    trees = trees_of(outcome.atlas)
    known = [tree.language for tree in trees]
    if code and code not in known:
        stop(f'this handbook is not written in "{code}": its languages are {", ".join(known)}')
    return next((tree for tree in trees if tree.language == code), trees[0])


def readable(place: Folder, audience: str) -> Outcome:
    """The handbook as ``audience`` may see it; with errors in it the command says so and ends with exit code 2."""
    outcome = read_handbook(place.path, shown=place.shown, audience=audience)
    errors = [problem for problem in outcome.problems if problem.severity is Severity.ERROR]
    if errors:
        first, count = errors[0], len(errors)
        said = f"{first.span}: {first.message}" if first.span.file else first.message
        more = f" ({count} errors in all)" if count > 1 else ""
        stop(f"nothing is written while the handbook has errors{more}; journey-site check tells what to do. {said}")
    return outcome


def folder_for(to: Path) -> Path:
    """The folder ``to``, made when it is not there; where that is not possible the command ends with exit code 2."""
    try:
        to.mkdir(parents=True, exist_ok=True)
    except OSError as reason:
        stop(f'the folder "{to}" cannot be made: {reason.strerror or reason}')
    return to


def deliver(path: Path, content: bytes, said: str) -> None:
    """Write a file and tell its name with what is in it: ``5 pages``."""
    try:
        path.write_bytes(content)
    except OSError as reason:
        stop(f'"{path}" cannot be written: {reason.strerror or reason}')
    click.echo(f"{path.as_posix()}: {said}")
