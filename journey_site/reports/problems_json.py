"""Everything that the check found as JSON, for programs; its words are as they are, nothing in them is changed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from journey_site.problems import Edit, Severity, Span
from journey_site.reports.report import Report, Told

FORMAT = "journey-site check"
VERSION = 1
"""Goes up when a field is dropped or comes to mean something else; new fields leave it as it is."""


def problems_json(report: Report, coverage: Sequence[dict[str, Any]]) -> Iterator[str]:
    """The report as one object; ``coverage`` is what ``coverage_data`` made."""
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "counts": {
            "errors": report.count(Severity.ERROR),
            "warnings": report.count(Severity.WARNING),
            "advice": report.count(Severity.ADVICE),
            "files": len(report.files),
        },
        "problems": [_problem(told) for told in report.problems],
        "coverage": list(coverage),
    }
    yield json.dumps(whole, ensure_ascii=False, indent=2)


def _problem(told: Told) -> dict[str, Any]:
    problem = told.problem
    return {
        "rule": problem.rule,
        "severity": problem.severity.word,
        "message": problem.message,
        "hint": problem.hint,
        "note": problem.note,
        **_place(problem.span),
        "within": [{"kind": each.kind, "id": each.id, "name": each.name} for each in told.within],
        "related": [{"message": related.message, **_place(related.span)} for related in problem.related],
        "fix": [_edit(edit) for edit in problem.fix],
        "new_name": problem.new_name,
        "fingerprint": told.fingerprint,
    }


def _place(span: Span) -> dict[str, str | int | None]:
    """Lines and columns count from 1, the end is exclusive; without an end it is the whole file."""
    whole = not span.end_line
    return {
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "end_line": None if whole else span.end_line,
        "end_column": None if whole else span.end_column,
    }


def _edit(edit: Edit) -> dict[str, str | int | None]:
    return {**_place(edit.span), "text": edit.text}


_COUNT = {"type": "integer", "minimum": 0}
_FROM_ONE = {"type": "integer", "minimum": 1}
_TEXT = {"type": "string"}
_PLACE = {
    "file": {"type": "string", "description": "The file, as seen from where the command was started."},
    "line": {**_FROM_ONE, "description": "Lines count from 1."},
    "column": {**_FROM_ONE, "description": "Columns count from 1, in Unicode characters."},
    "end_line": {"type": ["integer", "null"], "description": "null where it is about the whole file."},
    "end_column": {"type": ["integer", "null"], "description": "The column after the last one."},
}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _list(of: dict[str, Any], description: str) -> dict[str, Any]:
    return {"type": "array", "items": of, "description": description}


SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "What journey-site check found",
    **_object(
        {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "counts": _object({name: _COUNT for name in ("errors", "warnings", "advice", "files")}),
            "problems": _list(
                _object(
                    {
                        "rule": _TEXT,
                        "severity": {"enum": ["advice", "warning", "error"]},
                        "message": _TEXT,
                        "hint": {**_TEXT, "description": "What to do; may be empty."},
                        "note": {**_TEXT, "description": "What follows from it; may be empty."},
                        **_PLACE,
                        "within": _list(
                            _object({"kind": _TEXT, "id": _TEXT, "name": _TEXT}), "What it lies in, the widest first."
                        ),
                        "related": _list(_object({"message": _TEXT, **_PLACE}), "Other places that help to understand it."),
                        "fix": _list(_object({**_PLACE, "text": _TEXT}), "Edits that mend it, all of them or none."),
                        "new_name": {**_TEXT, "description": "What the file should be called instead; empty where its name is right."},
                        "fingerprint": {**_TEXT, "description": "The same as long as the line stays as it is."},
                    }
                ),
                "Sorted by file, line and column.",
            ),
            "coverage": _list(
                _object(
                    {
                        "rule": _TEXT,
                        "question": _TEXT,
                        "met": _COUNT,
                        "of": _COUNT,
                        "findings": _list(
                            _object(
                                {
                                    "journey": _TEXT,
                                    "file": _TEXT,
                                    "line": _FROM_ONE,
                                    "column": _FROM_ONE,
                                    "found": _TEXT,
                                    "todo": _TEXT,
                                    "judged": {"type": "boolean", "description": "false where it is only worth a look."},
                                }
                            ),
                            "The journeys that do not meet it.",
                        ),
                    }
                ),
                "Whether customers are met where they are; empty while there are errors.",
            ),
        }
    ),
}
"""What ``problems_json`` gives, as JSON Schema."""
