"""The versions of JSON Schema that editors know: a schema is made in the newest, and said over again in an older one."""

from __future__ import annotations

from typing import Any

DRAFTS = {
    "2020-12": "https://json-schema.org/draft/2020-12/schema",
    "draft-07": "http://json-schema.org/draft-07/schema#",
}
"""Each version by its name, with the address that names it in a schema."""


def in_draft_07(schema: Any) -> Any:
    """A schema in the words of draft 07, which many editors know best.

    Source: https://json-schema.org/draft/2019-09/release-notes, read backwards.
    """
    if isinstance(schema, dict):
        names = {"$defs": "definitions"}
        changed = {names.get(key, key): in_draft_07(value) for key, value in schema.items()}
        if "$ref" in changed and len(changed) > 1:
            # Beside a reference, draft 07 reads nothing else.
            return {**{key: value for key, value in changed.items() if key != "$ref"}, "allOf": [{"$ref": _moved(changed["$ref"])}]}
        if "$ref" in changed:
            return {"$ref": _moved(changed["$ref"])}
        return changed
    return [in_draft_07(each) for each in schema] if isinstance(schema, list) else schema


def _moved(reference: str) -> str:
    return reference.replace("#/$defs/", "#/definitions/")
