"""``journey-site check``: everything that is wrong in a handbook, line by line."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from journey_site.cli.folder import default_folder
from journey_site.handbook import Outcome, read_handbook
from journey_site.problems import Problem, Severity

_COULD_NOT_RUN = 2
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "blue"}


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning"]),
    default="error",
    show_default=True,
    help="What makes the command end with exit code 1.",
)
@click.option("--audience", default="", metavar="NAME", help="Check that this edition can be made.")
def check(folder: Path | None, fail_on: str, audience: str) -> None:
    """Look for mistakes in the handbook in FOLDER.

    Without FOLDER it is the one that mkdocs.yml says, else the folder "maps". Exit codes: 0 no errors,
    1 errors (or warnings with --fail-on warning), 2 could not run.
    """
    place = folder or Path(default_folder(Path()))
    if not place.is_dir():
        what = "is no folder" if place.exists() else "does not exist"
        click.echo(f'journey-site: the folder "{place}" {what}', err=True)
        sys.exit(_COULD_NOT_RUN)
    shown = place.as_posix()
    outcome = read_handbook(place, shown="" if shown == "." else shown, audience=audience, drafts=True)
    for problem in outcome.problems:
        _print(problem)
    click.echo(_summary(outcome))
    sys.exit(1 if outcome.errors or (fail_on == "warning" and outcome.warnings) else 0)


def _print(problem: Problem) -> None:
    """One line for the problem, one for what to do about it."""
    word = click.style(problem.severity.word, fg=_COLOURS[problem.severity])
    click.echo(f"{click.style(str(problem.span), bold=True)}: {word}: {problem.message}")
    if problem.hint:
        click.echo(f"    {problem.hint}")


def _summary(outcome: Outcome) -> str:
    files = _count(len(outcome.files), "file")
    found = [_count(outcome.errors, "error")] if outcome.errors else []
    found += [_count(outcome.warnings, "warning")] if outcome.warnings else []
    return f"{', '.join(found)} in {files}." if found else f"No problems in {files}."


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
