"""``journey-site check``: everything that is wrong in a handbook, line by line, and whether it meets its customers."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from journey_site.cli.folder import folder_argument, handbook_folder
from journey_site.handbook import Outcome, read_handbook
from journey_site.levels import english
from journey_site.problems import Problem, Severity
from journey_site.rules.coverage import Coverage
from journey_site.rules.finding import Finding, Rule, Verdict
from journey_site.site.views.told import in_words
from journey_site.site.voice import Voice

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "blue"}
_TOLD = 20
"""How many journeys are told of for each rule; the page /checks/ names more."""


@click.command()
@folder_argument
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning"]),
    default="error",
    show_default=True,
    help="What makes the command end with exit code 1.",
)
@click.option("--audience", default="", metavar="NAME", help="Check that this edition can be made.")
@click.option("--no-coverage", is_flag=True, help='Leave out "Do we meet the customer where they are?".')
def check(folder: Path | None, fail_on: str, audience: str, no_coverage: bool) -> None:
    """Look for mistakes in the handbook in FOLDER, and for journeys that leave the customer alone.

    Without FOLDER it is the one that mkdocs.yml says, else the folder "maps". Exit codes: 0 no errors,
    1 errors (or warnings with --fail-on warning), 2 could not run. What the second part tells is advice,
    unless handbook.yml makes more of it under checks:.
    """
    place = handbook_folder(folder)
    outcome = read_handbook(place.path, shown=place.shown, audience=audience, drafts=True)
    for problem in outcome.problems:
        _print(problem)
    click.echo(_summary(outcome))
    if not no_coverage:
        _tell(outcome.coverage, english(outcome.atlas))
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


def _tell(coverage: Coverage, voice: Voice) -> None:
    """One line for each rule, then for each journey that does not meet it what was found and what to do."""
    if not coverage.findings:
        return
    click.echo()
    click.echo(click.style("Do we meet the customer where they are?", bold=True))
    for rule in coverage.rules:
        click.echo()
        click.echo(f"{click.style(rule.question, bold=True)} {_score(coverage, rule)} ({rule.name})")
        _tell_of(coverage.of_rule[rule.name], voice)


def _score(coverage: Coverage, rule: Rule) -> str:
    score = coverage.score(rule.name)
    told = sum(finding.verdict is Verdict.TOLD for finding in coverage.of_rule[rule.name])
    parts = [f"{score.met} of {score.of}"] if score.of else []
    parts += [f"{told} worth a look"] if told else []
    return ", ".join(parts) or "cannot be said"


def _tell_of(findings: Iterable[Finding], voice: Voice) -> None:
    open_ = [finding for finding in findings if finding.verdict in (Verdict.WANTING, Verdict.TOLD)]
    for finding in open_[:_TOLD]:
        click.echo(f"  {finding.place}: {in_words(finding.found, voice)}")
        if finding.todo:
            click.echo(f"      {in_words(finding.todo, voice)}")
    if len(open_) > _TOLD:
        click.echo(f"  and {_count(len(open_) - _TOLD, 'journey')} more")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
