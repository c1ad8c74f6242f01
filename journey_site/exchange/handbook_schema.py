"""The schema of the JSON file, written from the same declarations that the format itself is read by."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from journey_site.atlas.atlas import KINDS_IN_ORDER
from journey_site.documents.declared import Declared
from journey_site.documents.documents import KINDS
from journey_site.documents.durations import SECONDS, Duration
from journey_site.documents.handbook import Handbook
from journey_site.documents.items import Item, MetricUse
from journey_site.documents.journeys import Stage
from journey_site.documents.things import Thing
from journey_site.documents.values import Emotion, Image, Owner, Ref, Scale, Text
from journey_site.exchange.fields import handed_on
from journey_site.exchange.handbook_json import FORMAT, VERSION

Schema = dict[str, Any]

_ADDRESS: Schema = {"type": "string", "description": "The address of its page, from the site's root."}
_NUMBER: Schema = {"type": "number"}
_STRING: Schema = {"type": "string"}
_TEXT: Schema = {"$ref": "#/$defs/Text"}


def _ends(words: str) -> Schema:
    return {
        "type": "object",
        "properties": {"from": {"type": "number"}, "to": {"type": "number"}},
        "description": words,
    }


_VALUES: dict[str, Schema] = {
    "Text": {
        "type": "object",
        "description": "Words in one or several languages, from language code to words; inline Markdown without raw HTML.",
        "additionalProperties": _STRING,
    },
    "Id": {"type": "string", "description": "The id of another thing in this file."},
    "Owner": {
        "type": "object",
        "description": "Who answers for a thing: a department, a person in it, a way to reach them.",
        "properties": {"department": {"$ref": "#/$defs/Id"}, "name": _STRING, "contact": _STRING},
    },
    "Image": {
        "type": "object",
        "description": "A picture: where it lies in the site, what it shows, who made it.",
        "properties": {"address": _STRING, "alt": _TEXT, "credit": _STRING},
        "required": ["address"],
    },
    "Emotion": {
        "type": "object",
        "description": "How something feels, on the handbook's scale; what is not stated is unknown, never neutral.",
        "properties": {
            "value": _NUMBER,
            "low": _NUMBER,
            "high": _NUMBER,
            "note": _TEXT,
            "by_actor": {"type": "object", "additionalProperties": _NUMBER, "description": "From persona id to value."},
        },
    },
    "Scale": _ends("The ends of the emotion scale, the worse first.") | {"required": ["from", "to"]},
    "Amount": {
        "type": "object",
        "description": "A number of units of time, or the unit alone where no number is said.",
        "properties": {"number": _NUMBER, "unit": {"enum": list(SECONDS)}},
        "required": ["unit"],
    },
    "Duration": {
        "type": "object",
        "description": "A length of time as a range; an end that is not there is open.",
        "properties": {
            "from": {"$ref": "#/$defs/Amount"},
            "to": {"$ref": "#/$defs/Amount"},
            "ongoing": {"const": True, "description": "It goes on: no end is meant."},
            "moment": {"const": True, "description": "It takes no time worth naming."},
            "per": {"type": "string", "description": "What it is counted for: each model, each visit."},
            "seconds": _ends("Shortest and longest in seconds; a month is a twelfth of the mean year. Without `to`, nothing bounds it."),
        },
        "required": ["seconds"],
    },
    "Own": {
        "description": "What stands in a lane of the handbook's own, by the lane's kind.",
        "anyOf": [
            _TEXT,
            {"type": "integer", "minimum": 1, "maximum": 5},
            {"type": "array", "items": {"anyOf": [{"$ref": "#/$defs/Item"}, {"$ref": "#/$defs/MetricUse"}]}},
        ],
    },
}
"""What values look like that no declaration describes."""

_PLAIN: dict[Any, Schema] = {
    str: _STRING,
    int: {"type": "integer"},
    float: _NUMBER,
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    Ref: {"$ref": "#/$defs/Id"},
    Any: {"$ref": "#/$defs/Own"},
    **{kind: {"$ref": f"#/$defs/{kind.__name__}"} for kind in (Text, Owner, Image, Emotion, Scale, Duration)},
}


def handbook_schema() -> Schema:
    """A JSON Schema (draft 2020-12) for what ``handbook_json`` writes.

    It allows fields that it does not name: a later release may add some within one version.
    """
    shapes = _Shapes()
    properties: Schema = {
        "$schema": {"type": "string", "description": "Where this schema lies, beside the file."},
        "format": {"const": FORMAT},
        "version": {"const": VERSION, "description": "Goes up when a field is dropped or changes its meaning."},
        "date": {"type": "string", "format": "date", "description": "The day that the site was built on."},
        "site": {"type": "string", "description": "The site's own address, where it is known; the root of all addresses here."},
        "language": {"type": "string", "description": "The language that the site is in."},
        "handbook": shapes.of(Handbook),
        **{kind: {"type": "array", "items": shapes.of(KINDS[kind])} for kind in KINDS_IN_ORDER},
    }
    shapes.of(Item)
    shapes.of(MetricUse)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{FORMAT} {VERSION}",
        "description": "A handbook of customer journeys as data. What is not stated is left out; no field is ever null.",
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in ("$schema", "site")],
        "$defs": dict(sorted((_VALUES | shapes.found).items())),
    }


def schema_json() -> bytes:
    """The schema as a file, to be read by people too."""
    return (json.dumps(handbook_schema(), ensure_ascii=False, indent=1) + "\n").encode()


class _Shapes:
    """The declared shapes that were asked for, each described once."""

    def __init__(self) -> None:
        self.found: dict[str, Schema] = {}

    def of(self, kind: type[Declared]) -> Schema:
        """A pointer to the shape of ``kind``."""
        if kind.__name__ not in self.found:
            self.found[kind.__name__] = {}  # a shape may hold itself
            self.found[kind.__name__] = self._described(kind)
        return {"$ref": f"#/$defs/{kind.__name__}"}

    def _described(self, kind: type[Declared]) -> Schema:
        properties: Schema = {}
        for key, field in handed_on(kind):
            info = kind.model_fields[field]
            properties[key] = self._type(info.annotation) | {"description": _line(info.description or "")}
        if issubclass(kind, Thing | Stage):
            properties = {"id": properties.pop("id"), "address": _ADDRESS, **properties}
        return {
            "type": "object",
            "description": _line(kind.__doc__ or ""),
            "properties": properties,
            "patternProperties": {"^x-": True},
            **({"required": ["id"]} if issubclass(kind, Thing | Stage) else {}),
        }

    def _type(self, annotation: Any) -> Schema:
        if annotation in _PLAIN:
            return _PLAIN[annotation]
        if isinstance(annotation, type) and issubclass(annotation, Declared):
            return self.of(annotation)
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin in (Union, UnionType):
            kinds = [self._type(one) for one in inner if one is not NoneType]
            return kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
        if origin is Literal:
            return {"enum": list(inner)}
        if origin is tuple:
            return {"type": "array", "items": self._type(inner[0])}
        if origin is not None and issubclass(origin, Mapping):
            return {"type": "object", "additionalProperties": self._type(inner[1])}
        raise TypeError(f"no shape for {annotation}")


def _line(words: str) -> str:
    return " ".join(words.replace("``", "`").split())
