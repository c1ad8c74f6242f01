"""``journey-site check --fix`` and ``--diff``: mends what can be mended with certainty, or shows it."""

from __future__ import annotations

from collections.abc import Iterable

import click

from journey_site.cli.difference import show_difference
from journey_site.cli.folder import Folder
from journey_site.cli.save import save
from journey_site.edit.fix import mend
from journey_site.problems import Problem, by_place
from journey_site.reports.visible import visible

_MOST_TIMES = 5
"""A file with a new name is looked into the next time."""


def fix_folder(place: Folder, audience: str) -> None:
    """Mend the handbook in ``place``, and say on standard error what was mended."""
    mended: list[Problem] = []
    for _ in range(_MOST_TIMES):
        found = mend(place.path, place.shown, audience)
        if not found.changes:
            break
        save(found.changes, place.path)
        mended += found.problems
    if mended:
        click.echo(f"Mended {_count(len(mended))}:", err=True)
        _tell(mended)
    else:
        click.echo("Nothing can be mended with certainty.", err=True)
    click.echo(err=True)


def show_fixes(place: Folder, audience: str) -> None:
    """Show what mending would change, and write nothing."""
    found = mend(place.path, place.shown, audience)
    show_difference(found.changes)
    if found.changes:
        click.echo(f"{_count(len(found.problems))} would be mended; nothing was written.", err=True)
    else:
        click.echo("Nothing can be mended with certainty.", err=True)


def _tell(problems: Iterable[Problem]) -> None:
    for problem in by_place(problems):
        click.echo(f"  {visible(problem.span.file)}:{problem.span.line}: {visible(problem.message)}", err=True)


def _count(number: int) -> str:
    return "1 problem" if number == 1 else f"{number:,} problems"
