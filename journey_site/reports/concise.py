"""Problems a line each, as editors and ``grep`` like them: place, level, rule, sentence, what to do."""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.reports.counts import summary
from journey_site.reports.paint import Paint
from journey_site.reports.report import Report, Told
from journey_site.reports.visible import harmless, visible

PLAIN = Paint()


def concise(report: Report, paint: Paint = PLAIN) -> Iterator[str]:
    """A line for each problem, then how many there are."""
    yield from (one_line(told, paint) for told in report.problems)
    yield summary(report)


def one_line(told: Told, paint: Paint = PLAIN) -> str:
    """``maps/journeys/a.yml:14:5: error[unknown-field]: a stage has no field "paint_points" (did you mean "pains"?)``."""
    problem = told.problem
    level = paint.grave(f"{problem.severity.word}[{problem.rule}]", problem.severity)
    hint = f" ({visible(problem.hint)})" if problem.hint else ""
    return harmless(f"{paint.bold(visible(str(problem.span)))}: {level}: {visible(problem.message)}{hint}")
