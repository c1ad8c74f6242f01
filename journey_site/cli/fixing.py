"""``journey-site check --fix`` and ``--diff``: mends what can be mended with certainty, or shows it."""

from __future__ import annotations

from collections.abc import Iterator

import click

from journey_site.cli.difference import show_difference
from journey_site.cli.folder import Folder
from journey_site.cli.save import save
from journey_site.edit.fix import Mended, mend
from journey_site.reports.visible import visible

_MOST_TIMES = 5
"""A file with a new name is looked into the next time."""


def fix_folder(place: Folder, audience: str) -> None:
    """Mend the handbook in ``place``, and say on standard error what was written."""
    count, told = 0, list[str]()
    for _ in range(_MOST_TIMES):
        found = mend(place.path, place.shown, audience)
        if not found.changes:
            break
        save(found.changes, place.path)
        count += len(found.problems)
        told += _told(found)
    if count:
        click.echo(f"Mended {_count(count)}:", err=True)
        for line in told:
            click.echo(f"  {line}", err=True)
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


def _told(found: Mended) -> Iterator[str]:
    """What was written, a line for each place, and each file that has another name now."""
    for each in found.rewritten:
        yield f"{visible(each.file)}:{each.line}: {visible(str(each))}"
    for move in found.changes.moves:
        yield f"{visible(move.file)} → {visible(move.to_file)}"


def _count(number: int) -> str:
    return "1 problem" if number == 1 else f"{number:,} problems"
