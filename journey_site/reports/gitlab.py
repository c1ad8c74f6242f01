"""Problems as GitLab's code quality report: a merge request shows which are new and which are mended.

Source: GitLab's documentation "Code Quality", the report's format (a part of Code Climate's).
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from journey_site.problems import Severity
from journey_site.reports.report import Report, in_one_line
from journey_site.reports.visible import visible

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.ADVICE: "info"}


def gitlab(report: Report) -> Iterator[str]:
    """One list. GitLab tells problems apart by their fingerprints, so that a line which only moves is not new."""
    found = []
    for told in report.problems:
        problem = told.problem
        lines = {"begin": problem.span.line}
        if problem.span.end_line > problem.span.line:
            lines["end"] = problem.span.end_line
        found.append(
            {
                "description": in_one_line(told),
                "check_name": problem.rule,
                "fingerprint": told.fingerprint,
                "severity": _SEVERITIES[problem.severity],
                "location": {"path": visible(report.path(problem.span.file)), "lines": lines},
            }
        )
    yield json.dumps(found, ensure_ascii=False, indent=2)
