"""Problems as annotations on GitHub, through the workflow commands of GitHub Actions.

Source: GitHub's documentation "Workflow commands for GitHub Actions", and ``escapeData`` and
``escapeProperty`` in its toolkit (``@actions/core``, command.ts).
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.problems import Severity
from journey_site.reports.limited import limited
from journey_site.reports.report import Report, Told, related_lines, sentences
from journey_site.reports.visible import visible, without_mentions

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def github(report: Report) -> Iterator[str]:
    """A command for each problem, as many as GitHub shows; then one that says how many it would hide."""
    for kind in limited(report, (Severity.ERROR, Severity.WARNING, Severity.ADVICE)):
        command = _COMMANDS[kind.severity]
        for told in kind.shown:
            yield f"::{command} {_place(told, report)}::{_data(_words(told))}"
        if kind.hidden:
            yield f"::{command} title=journey-site::{_data(kind.hidden)}"


def _place(told: Told, report: Report) -> str:
    span = told.problem.span
    about = {"file": report.path(span.file), "line": str(span.line)}
    if span.end_line > span.line:
        # Columns of several lines are refused.
        about["endLine"] = str(span.end_line)
    elif span.end_line:
        about |= {"endLine": str(span.line), "col": str(span.column), "endColumn": str(max(span.column + 1, span.end_column))}
    about["title"] = f"journey-site: {told.problem.rule}"
    return ",".join(f"{name}={_property(value)}" for name, value in about.items())


def _words(told: Told) -> str:
    where = [f"In {visible(told.where)}"] if told.within else []
    return without_mentions("\n".join([*sentences(told.problem), *where, *related_lines(told.problem)]))


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(visible(words)).replace(":", "%3A").replace(",", "%2C")
