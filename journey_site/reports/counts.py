"""How many problems there are, in words."""

from __future__ import annotations

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


def counted(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
