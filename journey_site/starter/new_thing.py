"""A new thing as the text of its file: what must be written, and the rest as comments to fill in."""

from __future__ import annotations

from collections.abc import Mapping

from journey_site.documents.declared import Declared
from journey_site.documents.documents import KINDS
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.models import Model
from journey_site.documents.shapes import EntriesOf, ListOf, TableOf, shape_of
from journey_site.documents.things import Content, Evidence
from journey_site.starter.yaml_text import yaml_text

_LAST = (
    "note", "evidence", "confidence", "audience", "owner", "actor", "severity", "status", "tags", "url", "image",
    "reviewed", "reviewed_by", "review_every", "publish", "order", "was",
)  # fmt: skip
"""Fields that every kind has, after those of its own."""
_NEVER = {"id", "was", "order", "name", "actor", "severity", "extends", "remove", "paths", "replaces", "compare_with"}
"""What nobody fills in on a first day."""
_TITLED = (Journey, Content, Evidence)


def new_thing(kind: str, name: str, said: Mapping[str, str]) -> str:
    """The file of a new thing of ``kind`` (``personas``, ``touchpoints``); ``said`` are fields by key, as YAML."""
    declared = KINDS[kind]
    lines = [f"{'title' if declared in _TITLED else 'name'}: {yaml_text(name)}"]
    lines += [f"{key}: {value}" for key, value in said.items()]
    lines += _comments(declared, {*said, *(("stages",) if declared in (Journey, Model) else ())}, "")
    if declared in (Journey, Model) and "stages" not in said and "model" not in said:
        lines += ["stages:", "  first: {}", "  second: {}"]
    return "\n".join(lines) + "\n"


def new_stage(identity: str, name: str, said: Mapping[str, str], *, indent: int = 2, step: int = 2) -> str:
    """The lines of a new stage in the mapping under ``stages:``."""
    outer, inner = " " * indent, " " * (indent + step)
    lines = [f"{outer}{identity}:", f"{inner}name: {yaml_text(name)}"]
    lines += [f"{inner}{key}: {value}" for key, value in said.items()]
    lines += _comments(Stage, {*said}, inner)
    return "\n".join(lines) + "\n"


def _comments(declared: type[Declared], written: set[str], indent: str) -> list[str]:
    """Each field that may be filled in, as a comment that says what it is for."""
    own = [name for name in declared.marks() if name not in _LAST]
    fields = [name for name in (*own, *_LAST) if name in declared.marks() and name not in _NEVER | written]
    return [_comment(declared, name, indent) for name in fields]


def _comment(declared: type[Declared], name: str, indent: str) -> str:
    meaning = " ".join((declared.model_fields[name].description or "").replace("``", "").split())
    shape = shape_of(declared.marks()[name].read)
    empty = " []" if isinstance(shape, ListOf) else " {}" if isinstance(shape, TableOf | EntriesOf) else ""
    return f"{indent}# {name}:{empty}" + (f"  # {meaning}" if meaning else "")
