"""The single values of the YAML format in JSON Schema: texts, shares, durations, dates, colours, addresses.

Whatever an editor may leave empty (nothing, or empty quotes) is allowed here too, as it is in reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from journey_site.documents.checks import LEVELS, OVERRIDES
from journey_site.documents.durations import ONE, UNIT_WORDS, WORDS_ALONE
from journey_site.documents.handbook import FORMAT_VERSION
from journey_site.documents.lanes import KNOWN_LANES
from journey_site.documents.rule_names import KNOWN, TOLD_ONLY
from journey_site.documents.values import TWINS, Scale

Schema = dict[str, Any]

SCALAR: Schema = {"type": ["string", "number", "boolean", "null"]}
"""Any single value: what is not in quotes may look like a number and is a text all the same."""
OWN_KEYS: Schema = {"^x-": {}}
"""The editor's own keys, wherever there are fields."""
NOTHING: Schema = {"enum": [None, ""]}
SOMETHING: Schema = {"not": NOTHING}
_ID = "[a-z0-9][a-z0-9-]*"
_SHARE = r"^\s*((100([.,]0+)?|[0-9]{1,2}([.,][0-9]{1,10})?)\s?%)?\s*$"
_MONTHS = (
    "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])",
    "(0[469]|11)-(0[1-9]|[12][0-9]|30)",
    "02-(0[1-9]|[12][0-9])",
)
_DAY = f"[0-9]{{4}}-({'|'.join(_MONTHS)})"
_ADDRESS = (
    r"^\s*(?!//)(?!www\.)(?![^@/:?#]+@[^@/:?#]+$)([Hh][Tt][Tt][Pp][Ss]?:|[Mm][Aa][Ii][Ll][Tt][Oo]:|[Tt][Ee][Ll]:|(?![A-Za-z][A-Za-z0-9+.-]*:))"
    r"[^\s\\]*\s*$"
)


def one_of(words: Iterable[str]) -> Schema:
    """One word out of a few, or nothing."""
    found = list(words)
    numbers = [int(word) for word in found if re.fullmatch("[1-9][0-9]{0,8}", word)]
    return {"enum": [*found, *numbers, "", None]}


def number(low: float | None = None, high: float | None = None) -> Schema:
    """A number, or nothing."""
    ends = {"minimum": low, "maximum": high}
    return {"type": ["number", "null"], **{key: end for key, end in ends.items() if end is not None}}


def mapping(properties: Mapping[str, Schema], **more: Any) -> Schema:
    """Fields, and the editor's own."""
    return {"type": "object", "properties": dict(properties), "patternProperties": OWN_KEYS, "additionalProperties": False, **more}


def in_languages(languages: Iterable[str]) -> Schema:
    """A mapping from language to words; of any language where none is known."""
    known = list(dict.fromkeys([*languages, *(TWINS[each] for each in languages if each in TWINS)]))
    keys = f"^({'|'.join(map(re.escape, known))})$" if known else "^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$"
    return {"type": "object", "patternProperties": {keys: SCALAR, **OWN_KEYS}, "additionalProperties": False}


def written(pattern: str, *examples: str) -> Schema:
    """A text of a certain form, or nothing."""
    schema: Schema = {"type": ["string", "null"], "pattern": pattern}
    return {**schema, "examples": list(examples)} if examples else schema


def formats(scale: Scale | None, languages: Iterable[str], audiences: Iterable[str] | None, own_lanes: Iterable[str]) -> dict[str, Schema]:
    """The schema of each format by its name; ``scale`` and ``audiences`` are None where nobody knows them."""
    known = tuple(languages)
    on_scale = number(scale.low, scale.high) if scale else number()
    text: Schema = {"anyOf": [SCALAR, in_languages(known)]}
    words = SCALAR
    duration: Schema = {"$ref": "#/$defs/length-of-time"}
    level: Schema = one_of(LEVELS)
    check = mapping({"level": level, "require": {"type": ["string", "integer", "null"], "pattern": r"^\s*([0-9]{1,3}([.,][0-9]{1,4})?\s?%|[0-9]{1,6})?\s*$"}})
    override = mapping(
        {
            "files": {"anyOf": [words, {"type": "array", "items": words}]},
            "checks": mapping({rule: one_of(("off", "advice")) if rule in TOLD_ONLY else level for rule in KNOWN}),
        },
        required=["files", "checks"],
    )
    lane: Schema = {"enum": [*KNOWN_LANES, *own_lanes, "blueprint", "", None]}
    one_lane = {"anyOf": [lane, {"$ref": "#/$defs/Lane"}]}
    return {
        "text": text,
        "words": words,
        "language": written("^([A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*)?$", "en", "sv", "da", "nb"),
        "number": number(),
        "score": {"enum": [1, 2, 3, 4, 5, None]},
        "on_scale": on_scale,
        "flag": {"type": ["boolean", "null"]},
        "share": {
            "anyOf": [
                {"type": "string", "pattern": _SHARE, "examples": ["60%"]},
                {"type": ["number", "null"], "minimum": 0, "exclusiveMaximum": 1},
            ]
        },
        "day": written(rf"^\s*({_DAY})?\s*$", "2026-11-12"),
        "when": {
            "anyOf": [
                written(rf"^\s*({_DAY}|[0-9]{{4}}(-(0[1-9]|1[0-2]))?)?\s*$", "2026-11-12", "2026-11", "2026"),
                {"type": "integer", "minimum": 1000, "maximum": 9999},
            ]
        },
        "length-of-time": written(_duration(), "2 weeks", "1-2 days", "<2 min", "12+ months", "ongoing"),
        "duration": {"anyOf": [duration, mapping({"from": duration, "to": duration, "per": text}, minProperties=1)]},
        "font": written(r"^(.*\.([Ww][Oo][Ff][Ff]2?|[TtOo][Tt][Ff])\s*)?$", "fonts/acme.woff2"),
        "colour": written("^(#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6}))?$", "#1565c0"),
        "id": {"type": ["string", "integer", "null"], "pattern": f"^({_ID})?$", "maxLength": 120},
        "audience": SCALAR if audiences is None else one_of(audiences),
        "owner": {
            "anyOf": [
                {"$ref": "#/$defs/id-departments"},
                mapping({"department": {"$ref": "#/$defs/id-departments"}, "name": words, "title": words, "contact": {"$ref": "#/$defs/address"}}),
            ]
        },
        "address": written(_ADDRESS, "https://example.com/page", "mailto:somebody@example.com", "files/guide.pdf") | {"maxLength": 2000},
        "image": {
            "anyOf": [
                SCALAR,
                mapping({"file": words, "alt": text, "credit": text}, required=["file"]),
            ]
        },
        "emotion": {
            "anyOf": [
                on_scale,
                mapping({"value": on_scale, "low": on_scale, "high": on_scale, "note": text}, minProperties=1),
                {"type": "object", "propertyNames": {"$ref": "#/$defs/id-personas"}, "additionalProperties": on_scale},
            ]
        },
        "scale": {"anyOf": [NOTHING, mapping({"from": number(), "to": number()}, required=["from", "to"])]},
        "format": {"enum": [FORMAT_VERSION, None]},
        "lanes": {"anyOf": [lane, {"type": "array", "items": one_lane}, {"$ref": "#/$defs/Lane"}]},
        "checks": {"anyOf": [NOTHING, mapping({
            **{rule: one_of(("off", "advice")) if rule in TOLD_ONLY else {"anyOf": [level, check]} for rule in KNOWN},
            OVERRIDES: {"anyOf": [NOTHING, override, {"type": "array", "items": override}]},
        })]},
    }


def _duration() -> str:
    """A pattern for a length of time, in whichever letters: JSON Schema has no switch for that.

    That a range must not end before it begins, no pattern can say.
    """
    unit = _any_case(word for words in UNIT_WORDS.values() for word in words.split()) + r"\.?"
    sign = rf"(([<>≤≥~]|{_any_case(('ca', 'about', 'cirka'))}\.?)\s*)?"
    one = rf"({_any_case(ONE)}\s+)?"
    count = r"([0-9]+([.,][0-9]+)?|[½¼¾])\s*\+?\s*"
    first = rf"{sign}{one}({count}({unit})?|{unit})\s*\+?"
    between = rf"\s*(–|—|-|{_any_case(('to', 'till', 'til'))}\s|\.\.+)\s*"
    last = rf"{sign}{one}({count})?{unit}\s*\+?"
    return rf"^\s*(({first}{between})?{last}|{_any_case(WORDS_ALONE)})?\s*$"


def _any_case(words: Iterable[str]) -> str:
    spelt = ("".join(f"[{each.upper()}{each}]" if each.isalpha() and each.upper() != each else re.escape(each) for each in word) for word in sorted(words, key=len, reverse=True))
    return f"({'|'.join(spelt)})"
