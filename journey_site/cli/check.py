"""``journey-site check``: everything that is wrong in a handbook, line by line, and whether it meets its customers."""

from __future__ import annotations

import os
import posixpath
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TextIO

import click

from journey_site import __version__
from journey_site.atlas.atlas import Atlas
from journey_site.cli.audience import for_audience
from journey_site.cli.edition_problems import OfEdition, of_edition
from journey_site.cli.folder import Folder, folder_argument, handbook_folder, stop
from journey_site.cli.repository import repository_root
from journey_site.cli.screen import columns_of, paint_for, put
from journey_site.documents.nearest import nearest
from journey_site.handbook import Outcome, pages_beside, read_handbook
from journey_site.levels import english
from journey_site.problems import Problem, Severity
from journey_site.reports.azure import azure
from journey_site.reports.concise import concise
from journey_site.reports.coverage import coverage_data, coverage_lines
from journey_site.reports.github import github
from journey_site.reports.gitlab import gitlab
from journey_site.reports.paint import Paint
from journey_site.reports.report import Report, report_of
from journey_site.reports.sources import Sources
from journey_site.reports.text import FEW_PIECES, WIDTH, text

FORMATS = ("text", "concise", "json", "github", "gitlab", "sarif", "junit", "azure")
_EVERY_RULE = "rules"
"""What --explain takes for the list of all."""
_FOR_PEOPLE = ("text", "concise")
_FAILS = {
    "error": frozenset({Severity.ERROR}),
    "warning": frozenset({Severity.ERROR, Severity.WARNING}),
    "never": frozenset[Severity](),
}


@click.command()
@folder_argument
@click.option(
    "--format", "form", type=click.Choice(FORMATS), help="How it is printed; left out, as text, with annotations on GitHub and Azure."
)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write that format into FILE.")
@click.option(
    "--fail-on",
    type=click.Choice([*_FAILS]),
    default="error",
    show_default=True,
    help="What makes the command end with exit code 1.",
)
@for_audience("Tell what this edition may tell; of what it leaves out, rules and numbers alone.")
@click.option("--no-coverage", is_flag=True, help='Leave out "Do we meet the customer where they are?".')
@click.option("--fix", is_flag=True, help="First mend what can be mended with certainty.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, write nothing, and end.")
@click.option("--links", is_flag=True, help="Ask other sites whether the addresses that lead to them are there.")
@click.option("--links-private", is_flag=True, help="The same, also on this machine and in networks that are not public.")
@click.option("--all", "every", is_flag=True, help="Name every piece of advice, not only the first of each rule.")
@click.option("--watch", is_flag=True, help="Check again at each save, until Ctrl+C.")
@click.option("--explain", metavar="RULE", help='Say what a rule means, with examples, and end; "rules" lists them all.')
def check(
    folder: Path | None,
    form: str | None,
    output: Path | None,
    fail_on: str,
    audience: str,
    no_coverage: bool,
    fix: bool,
    diff: bool,
    links: bool,
    links_private: bool,
    every: bool,
    watch: bool,
    explain: str | None,
) -> None:
    """Look for mistakes in the handbook in FOLDER, and for journeys that leave the customer alone.

    Without FOLDER it is the one that mkdocs.yml says, else the folder "maps". Exit codes: 0 no errors,
    1 errors (or warnings with --fail-on warning), 2 could not run. What the second part tells is advice,
    unless handbook.yml makes more of it under checks:. A format for programs goes to standard output and
    the text to standard error; with --output it goes into the file and the text to standard output.
    """
    if explain is not None:
        _explain(explain)
        return
    place = handbook_folder(folder)
    if diff:
        from journey_site.cli.fixing import show_fixes

        show_fixes(place, audience)
        return
    if fix:
        from journey_site.cli.fixing import fix_folder

        fix_folder(place, audience)
    if watch:
        if links or links_private:
            raise click.UsageError("--watch checks at each save, and other sites are not asked that often: leave --links out.")
        if output or form not in (None, *_FOR_PEOPLE):
            raise click.UsageError("--watch tells people what changed, so it goes with --format text or concise alone.")
        from journey_site.cli.watching import watch_folder

        watch_folder(place, audience, short=form == "concise")
        return
    asked = _links(place, private=links_private) if links or links_private else None
    outcome = read_handbook(place.path, shown=place.shown, audience=audience, drafts=True, on_demand=asked)
    found = of_edition(outcome, audience, place)
    report = report_on(found.outcome, place, Sources(Path()))
    try:
        _print(report, found, form, output, _FAILS[fail_on], coverage=not no_coverage, every=every)
    except OSError as error:
        if output is None:
            raise
        stop(f'the file "{output}" cannot be written: {error.strerror or error}')
    sys.exit(1 if any(report.count(severity) + found.count(severity) for severity in _FAILS[fail_on]) else 0)


def report_on(outcome: Outcome, place: Folder, sources: Sources) -> Report:
    """The report on a handbook in ``place``, with files named as seen from where the command runs."""
    here = Path.cwd()
    root = repository_root(here)
    base = "" if here == root else here.relative_to(root).as_posix()
    files = [posixpath.normpath(posixpath.join(place.shown, file)) for file in outcome.files]
    atlas = outcome.everything or outcome.atlas
    return report_of(outcome.problems, files, sources, atlas, base=base, root=root.as_posix())


def _print(
    report: Report,
    found: OfEdition,
    form: str | None,
    output: Path | None,
    fails: frozenset[Severity],
    *,
    coverage: bool,
    every: bool,
) -> None:
    outcome = found.outcome
    for_programs = form is not None and form not in _FOR_PEOPLE
    if output is not None:
        lines = _lines(form or "text", report, outcome, fails, coverage=coverage)
        output.write_text("\n".join(lines) + "\n", encoding="utf-8", errors="replace", newline="\n")
    elif for_programs and form is not None:
        put(_lines(form, report, outcome, fails, coverage=coverage), sys.stdout)
    to = sys.stderr if for_programs and output is None else sys.stdout
    people = form if form in _FOR_PEOPLE and form is not None else "text"
    put([*found.lines(), *_for_people(people, report, outcome, to, coverage=coverage, every=every)], to)
    if form is None:
        annotations = [*_annotations(report)]
        if annotations:
            put(annotations, sys.stdout)


def _for_people(form: str, report: Report, outcome: Outcome, to: TextIO, *, coverage: bool, every: bool) -> Iterator[str]:
    paint = paint_for(to)
    if form == "concise":
        yield from concise(report, paint)
        return
    columns = columns_of(to)
    met = coverage_lines(outcome.coverage, english(outcome.atlas), paint, columns, every=every) if coverage else ()
    yield from text(report, paint, columns, every=every, between=met, next_step=_next_step(report, outcome, every=every))


def _next_step(report: Report, outcome: Outcome, *, every: bool) -> str:
    """Where to go on, in a sentence; empty where the verdict says enough."""
    atlas = outcome.everything or outcome.atlas
    if not report.count(Severity.ERROR) and not atlas.journeys:
        return "There is no journey yet: journey-site new journey begins one."
    if not every and (report.count(Severity.ADVICE) > FEW_PIECES or outcome.coverage.findings):
        return "journey-site check --all tells all of it, and --explain with the name of a rule says why."
    return ""


def _annotations(report: Report) -> Iterator[str]:
    """What the build server shows beside the lines, where this runs on one that is known."""
    if os.environ.get("GITHUB_ACTIONS") == "true":
        yield from github(report)
    if os.environ.get("TF_BUILD", "").lower() == "true":
        yield from azure(report)


def _lines(
    form: str, report: Report, outcome: Outcome, fails: frozenset[Severity], *, coverage: bool
) -> Iterable[str]:
    """One of the formats, without colours."""
    if form == "github":
        return github(report)
    if form == "azure":
        return azure(report)
    if form == "gitlab":
        return gitlab(report)
    if form == "concise":
        return concise(report)
    if form == "junit":
        from journey_site.reports.junit import junit

        return junit(report, fails)
    if form == "sarif":
        from journey_site.reports.sarif import sarif
        from journey_site.rules.explained import explanation

        return sarif(report, explanation, __version__)
    voice = english(outcome.atlas)
    if form == "json":
        from journey_site.reports.problems_json import problems_json

        return problems_json(report, coverage_data(outcome.coverage, voice) if coverage else [])
    met = coverage_lines(outcome.coverage, voice, Paint(), WIDTH, every=True) if coverage else ()
    return text(report, Paint(), WIDTH, every=True, between=met, next_step=_next_step(report, outcome, every=True))


def _links(place: Folder, *, private: bool) -> Callable[[Atlas], Iterable[Problem]]:
    """What asks other sites; says so first, because it may take a while."""
    from journey_site.links.check import check_links, count_addresses

    def asked(atlas: Atlas) -> Iterable[Problem]:
        pages = list(pages_beside(place.path, place.shown))
        count = count_addresses(atlas, place.path, pages)
        if count:
            click.echo(f"Asking after {count:,} {'address' if count == 1 else 'addresses'} of other sites …", err=True)
        return check_links(atlas, place.path, pages, private=private)

    return asked


def _explain(rule: str) -> None:
    """Print what a rule means; where there is none of that name, name the nearest."""
    from journey_site.reports.explained import explanation_lines
    from journey_site.reports.known_words import field_lines, rule_lines
    from journey_site.rules.explained import every_explanation, explanation

    paint, columns = paint_for(sys.stdout), min(columns_of(sys.stdout), WIDTH)
    if rule.strip() == _EVERY_RULE:
        put(rule_lines(paint), sys.stdout)
        return
    told = explanation(rule.strip())
    if told is None:
        near = nearest(rule.strip(), every_explanation())
        known = f'did you mean "{near}"?' if near else f"journey-site check --explain {_EVERY_RULE} lists them"
        stop(f'there is no rule "{rule}": {known}')
    put(explanation_lines(told, paint, columns), sys.stdout)
    if told.name == "unknown-field":
        put(field_lines(paint, columns), sys.stdout)
