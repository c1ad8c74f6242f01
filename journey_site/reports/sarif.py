"""Problems as SARIF 2.1.0, which GitHub's code scanning, Azure and many editors read.

Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

from journey_site.problems import Edit, Problem, Severity, Span
from journey_site.reports.report import Report, Told, sentences
from journey_site.reports.visible import visible, without_mentions
from journey_site.rules.explained import Explanation

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "journeySite/v1"
"""The name that a fingerprint has within a result; another name when it is made in another way."""
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_ROOT = "%SRCROOT%"


def sarif(report: Report, explain: Callable[[str], Explanation | None], version: str) -> Iterator[str]:
    """One run of our ``version`` with the rules that it names, each explained, and a result for each problem."""
    names = list(dict.fromkeys(told.problem.rule for told in report.problems))
    driver = {
        "name": "journey-site",
        "semanticVersion": version,
        "rules": [_rule(name, explain(name)) for name in names],
    }
    places = {name: at for at, name in enumerate(names)}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(told, places[told.problem.rule], report) for told in report.problems],
    }
    yield json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(name: str, told: Explanation | None) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": name}
    if told is None:
        return rule
    rule["shortDescription"] = {"text": told.title}
    if told.text or told.why:
        rule["fullDescription"] = {"text": told.text or told.why}
    parts = [words for words in (told.why, told.text) if words]
    shown = [f"{label}:\n\n{example}" for label, example in (("Bad", told.bad), ("Good", told.good)) if example]
    fenced = [f"{label}:\n\n```yaml\n{example}```" for label, example in (("Bad", told.bad), ("Good", told.good)) if example]
    if parts or shown:
        rule["help"] = {"text": "\n\n".join([*parts, *shown]), "markdown": "\n\n".join([*parts, *fenced])}
    rule["defaultConfiguration"] = {"level": _LEVELS[told.severity]}
    return rule


def _result(told: Told, index: int, report: Report) -> dict[str, Any]:
    problem = told.problem
    location: dict[str, Any] = {"physicalLocation": _physical(problem.span, report)}
    if told.within:
        within = told.within
        names = [visible(each.name) for each in within]
        location["logicalLocations"] = [
            {"name": names[at], "kind": each.kind, "fullyQualifiedName": " / ".join(names[: at + 1])}
            for at, each in enumerate(within)
        ]
    result: dict[str, Any] = {
        "ruleId": problem.rule,
        "ruleIndex": index,
        "level": _LEVELS[problem.severity],
        "message": {"text": without_mentions("; ".join(sentences(problem)))},
        "locations": [location],
        "partialFingerprints": {FINGERPRINT: told.fingerprint},
    }
    if problem.related:
        result["relatedLocations"] = [
            {
                "id": at,
                "message": {"text": without_mentions(visible(related.message))},
                "physicalLocation": _physical(related.span, report),
            }
            for at, related in enumerate(problem.related, 1)
        ]
    if problem.fix:
        result["fixes"] = [_fix(problem, report)]
    return result


def _physical(span: Span, report: Report) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": _artifact(span.file, report)}
    if span.end_line:
        place["region"] = _region(span)
    return place


def _artifact(file: str, report: Report) -> dict[str, str]:
    return {"uri": quote(report.path(file)), "uriBaseId": _ROOT}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": max(span.line, span.end_line),
        "endColumn": max(span.column, span.end_column) if span.end_line <= span.line else span.end_column,
    }


def _fix(problem: Problem, report: Report) -> dict[str, Any]:
    by_file: dict[str, list[Edit]] = {}
    for edit in problem.fix:
        by_file.setdefault(edit.span.file, []).append(edit)
    changes = [
        {
            "artifactLocation": _artifact(file, report),
            "replacements": [
                {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}} for edit in edits
            ],
        }
        for file, edits in by_file.items()
    ]
    return {"description": {"text": problem.hint or "corrected by journey-site"}, "artifactChanges": changes}
