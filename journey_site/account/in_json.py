"""The account for programs: documented, with a version, and with a fingerprint for each change."""

from __future__ import annotations

import json
from typing import Any

from journey_site.account.account import Account, Change, Told
from journey_site.account.rows import Measure, Row
from journey_site.account.wordings import summary
from journey_site.atlas.atlas import Atlas
from journey_site.exchange.handbook_json import as_data
from journey_site.problems import Span
from journey_site.site.addresses import directory_address

FORMAT = "journey-site diff"
VERSION = 1
"""Goes up when a field is dropped or comes to mean something else; new fields leave it as it is."""


def in_json(account: Account) -> str:
    """The account as one JSON object; what there is nothing to say of is left out of each change."""
    told: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "title": account.title,
        "base": _version(account.before),
        "head": _version(account.after),
        "summary": summary(account),
        "nothing_for_readers": account.nothing_for_readers,
        "counts": {level: len(account.at_level(level)) for level in ("breaks-links", "readers-see", "no-visible-change")},
        "changes": [_change(change, account) for change in account.changes],
        "still_lead_there": [{"at": _place(each.at), "where": each.where, "target": each.target} for each in account.broken],
        "unused": [{"kind": each.kind, "id": each.thing, "name": each.name, "at": _place(each.at)} for each in account.unused],
        "owners": [{"name": each.name, "contact": each.contact, "things": list(each.things)} for each in account.concerned],
        "not_compared": list(account.other_files),
        "rewritten_files": account.rewritten,
        "drafts": list(account.drafts),
    }
    if account.audience:
        told["audience"] = account.audience
    return json.dumps(told, ensure_ascii=False, indent=2, allow_nan=False, default=str).encode("utf-8", "replace").decode() + "\n"


def _version(told: Told) -> dict[str, Any]:
    errors = [{"rule": each.rule, "message": each.message, "at": _place(each.span)} for each in told.errors]
    return {"name": told.label, "commit": told.commit, "handbook": told.there, "errors": errors, "hidden_errors": told.hidden_errors}


def _change(change: Change, account: Account) -> dict[str, Any]:
    told: dict[str, Any] = {
        "fingerprint": change.fingerprint,
        "level": change.level,
        "change": change.sort,
        "kind": change.kind,
        "id": change.thing,
        "stage": change.stage,
        "name": change.name,
        "journey": change.of,
        "personas": list(change.personas),
        "was": change.was,
        "says_was": change.says_was if change.was else None,
        "retired": change.retired,
        "file_moved": change.file_moved or None,
        "emptied": change.emptied or None,
        "lost": [each.whole for each in change.lost],
        "remarks": list(change.remarks),
        "also_in": list(change.also_in),
        "in_doubt": change.in_doubt or None,
        "page": directory_address(change.link.uri) + (f"#{change.link.anchor}" if change.link.anchor else "") if change.link else "",
        "url": account.url(change),
        "before_at": _place(change.before_at),
        "after_at": _place(change.after_at),
        "fields": [_row(row, change, account) for row in change.rows],
    }
    # False and 0 say something; what is empty does not.
    return {key: value for key, value in told.items() if value not in (None, "", [])}


def _row(row: Row, change: Change, account: Account) -> dict[str, Any]:
    one, other = (voice.atlas for voice in account.voices) if account.voices else (None, None)
    told: dict[str, Any] = {
        "fingerprint": change.row_fingerprint(row),
        "path": row.path,
        "label": row.label,
        "change": row.sort,
        "level": "breaks-links" if row.lost else "readers-see" if row.seen else "no-visible-change",
        "before": _data(row.before, one),
        "after": _data(row.after, other),
        "before_at": _place(row.before_at),
        "after_at": _place(row.after_at),
    }
    if isinstance(row.said, Measure) and row.said.low is not None:
        told["scale"] = {"from": row.said.low, "to": row.said.high}
    if row.moved_to:
        told["moved_from" if row.sort == "added" else "moved_to"] = row.moved_to
    return told


def _data(value: Any, atlas: Atlas | None) -> Any:
    return as_data(value, atlas) if atlas is not None else value


def _place(span: Span | None) -> dict[str, Any] | None:
    return {"file": span.file, "line": span.line, "column": span.column} if span is not None and span.file else None
