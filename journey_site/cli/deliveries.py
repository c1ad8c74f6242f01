"""What the commands that write deliveries share: the handbook as one edition, and files that are told when written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from journey_site.cli.audience import for_audience
from journey_site.cli.folder import Folder, stop
from journey_site.delivery.read_me import edition_line
from journey_site.handbook import Outcome, read_handbook
from journey_site.problems import Severity
from journey_site.site.language import Language
from journey_site.site.trees import Tree, trees_of

_PLACE = "deliveries"


def to_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--to``: the folder that a delivery is written into."""
    said = f'The folder to write into; left out, "{_PLACE}", and in it one for each edition.'
    return click.option("--to", "to", type=click.Path(path_type=Path), metavar="DIR", help=said)(command)


def audience_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--audience``: the edition that is delivered."""
    return for_audience("Only what this edition tells.")(command)


def which_edition(audiences: Sequence[str], command: str) -> str:
    """Half a sentence for who named no edition: whom there is to choose from, and what to write."""
    narrow, wide = audiences[0], audiences[-1]
    return (
        f"this handbook is read by {', '.join(audiences[:-1])} and {wide}, from the narrowest circle to the widest. "
        f"Name one: {command} --audience {wide}; with {narrow} it shows everything"
    )


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


@dataclass(frozen=True, slots=True)
class Edition:
    """The edition that is delivered."""

    name: str
    """Its audience; the narrowest where none was asked for, and empty where the handbook knows of none."""
    mark: str
    """What each sheet and slide says of it; empty where everybody may read it."""
    hides_nothing: bool
    """Whether it is the narrowest of several."""

    def told(self) -> None:
        """Say at the end of a command for whom it was, where somebody may have thought of others."""
        if self.hides_nothing:
            click.echo(f'This is the edition "{self.name}", which shows everything; --audience makes another.', err=True)


def edition_of(outcome: Outcome, audience: str, language: Language) -> Edition:
    """The edition that ``outcome`` is, told in ``language``."""
    audiences = outcome.atlas.handbook.audiences
    if len(audiences) < 2:
        return Edition("", "", False)
    name = audience or audiences[0]
    return Edition(name, "" if name == audiences[-1] else edition_line(name, language), name == audiences[0])


def folder_for(to: Path | None, edition: Edition) -> Path:
    """The folder to write into, made when it is not there; where that is not possible the command ends with exit code 2.

    Where none is named, each edition has its own, so that nothing of a narrower one lies among what is handed on.
    """
    place = to or Path(_PLACE, edition.name)
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as reason:
        stop(f'the folder "{place}" cannot be made: {reason.strerror or reason}')
    return place


def deliver(path: Path, content: bytes, said: str) -> None:
    """Write a file and tell its name with what is in it: ``5 pages``."""
    try:
        path.write_bytes(content)
    except OSError as reason:
        stop(f'"{path}" cannot be written: {reason.strerror or reason}')
    click.echo(f"{path.as_posix()}: {said}")
