"""How many problems there are, in words."""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.problems import Severity
from journey_site.reports.report import Report


def summary(report: Report) -> str:
    """``2 errors, 1 warning in 34 files.`` Advice is never counted among them; how much there is follows."""
    files = counted(len(report.files), "file")
    found = [
        counted(number, severity.word)
        for severity in (Severity.ERROR, Severity.WARNING)
        if (number := report.count(severity))
    ]
    advice = report.count(Severity.ADVICE)
    more = f" {counted(advice, 'piece')} of advice." if advice else ""
    return (f"{', '.join(found)} in {files}." if found else f"No problems in {files}.") + more


def verdict(report: Report, next_step: str = "") -> Iterator[str]:
    """How many there are, what follows from it, and what to do next: a line each, for the end of what is printed."""
    yield summary(report)
    if report.count(Severity.ERROR):
        yield "The site is not built until the errors are corrected."
    if mending := sum(told.problem.is_mendable for told in report.problems):
        whole = "it" if mending == 1 else "all of them"
        yield f"journey-site check --fix corrects {f'{mending:,} of them' if len(report.problems) > mending else whole}."
    if next_step:
        yield next_step


def counted(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
