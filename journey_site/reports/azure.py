"""Problems as issues of a run of Azure Pipelines, through its logging commands.

Source: Microsoft's documentation "Logging commands" (``task.logissue``), and the escapes of the agent's
``CommandStringConvertor``.
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.problems import Severity
from journey_site.reports.limited import limited
from journey_site.reports.report import Report, Told, in_one_line
from journey_site.reports.visible import visible

_TYPES = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def azure(report: Report) -> Iterator[str]:
    """A command for each error and warning, as many as Azure shows; it has no kind of issue for advice."""
    for kind in limited(report, (Severity.ERROR, Severity.WARNING)):
        for told in kind.shown:
            yield f"##vso[task.logissue {_place(told, report)}]{_data(in_one_line(told))}"
        if kind.hidden:
            yield f"##vso[task.logissue type={_TYPES[kind.severity]};]{_data(kind.hidden)}"


def _place(told: Told, report: Report) -> str:
    problem = told.problem
    about = {
        "type": _TYPES[problem.severity],
        "sourcepath": report.path(problem.span.file),
        "linenumber": str(problem.span.line),
        "columnnumber": str(problem.span.column),
        "code": problem.rule,
    }
    return "".join(f"{name}={_property(value)};" for name, value in about.items())


def _data(words: str) -> str:
    return words.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(visible(words)).replace(";", "%3B").replace("]", "%5D")
