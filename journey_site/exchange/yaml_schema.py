"""What may be written in a handbook's YAML as JSON Schema, for editors that complete and check while one types.

It is made from the declarations that the reader itself goes by (`documents.shapes`), so the two cannot
drift apart; a test feeds both the same files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from journey_site.documents.declared import Declared
from journey_site.documents.documents import KINDS
from journey_site.documents.handbook import TABLES, Handbook
from journey_site.documents.items import Item, MetricUse
from journey_site.documents.journeys import Journey, Step
from journey_site.documents.lanes import KNOWN_LANES, Lane
from journey_site.documents.shapes import (
    Either,
    EntriesOf,
    Fields,
    Format,
    IdOf,
    ListOf,
    OneOf,
    Shape,
    TableOf,
    shape_of,
)
from journey_site.documents.things import Thing
from journey_site.exchange.declared_ids import Known
from journey_site.exchange.schema_demands import demands
from journey_site.exchange.schema_drafts import DRAFTS, in_draft_07
from journey_site.exchange.yaml_formats import (
    OWN_KEYS,
    SCALAR,
    Schema,
    formats,
    in_languages,
    mapping,
    one_of,
)

_ID_OR_NOTHING: Schema = {"type": ["string", "integer", "null"], "maxLength": 120}
_OWN_LANES: dict[str | None, Shape] = {
    "text": Format("text"),
    "score": Format("score"),
    "metric": ListOf(Fields(lambda: MetricUse)),
    "list": ListOf(Fields(lambda: Item)),
}


def file_kinds() -> dict[str, str]:
    """Each kind of file that a handbook may hold, and the pattern of its name below the handbook's folder.

    >>> file_kinds()["journey"]
    'journeys/**/*'
    """
    found = {"handbook": "handbook"}
    for kind in KINDS:
        found[one_name(kind)] = f"{kind}/**/*"
        found[kind] = kind
    return found


def one_name(kind: str) -> str:
    """What the file of one thing of ``kind`` is called: ``journey``; ``content-item`` where one and many are the same word."""
    return kind.removesuffix("s") if kind.endswith("s") else f"{kind}-item"


def yaml_schema(of: str, known: Known | None = None, draft: str = "2020-12") -> Schema:
    """The schema of one kind of file, such as ``journey`` or ``touchpoints``.

    Raises:
        KeyError: for a kind of file or a draft that there is not.
    """
    made = _Schemas(known or Known())
    if of == "handbook":
        root = made.of(Fields(lambda: Handbook))
    else:
        kind = next(kind for kind in (*KINDS, "") if of in (one_name(kind), kind))
        declared = KINDS[kind]
        root = made.table(declared) if of == kind else made.of(Fields(lambda: declared))
    schema = {"$schema": DRAFTS[draft], "title": f"journey-site: {of}", **root, "$defs": made.definitions(root)}
    return in_draft_07(schema) if draft == "draft-07" else schema


class _Schemas:
    """The definitions that one schema is made of, each made when it is first asked for."""

    def __init__(self, known: Known) -> None:
        self._known = known
        audiences = known.audiences
        self._defs: dict[str, Schema] = {}
        self._lanes = known.own_lanes or {}
        self._formats = formats(known.scale, known.languages, audiences, self._lanes)
        for kind in ("personas", "departments"):
            self.of(IdOf(kind))
        self.of(Fields(lambda: Lane))

    def definitions(self, root: Schema) -> dict[str, Schema]:
        """All that ``root`` refers to, by name, and what that refers to."""
        every = {**self._formats, **self._defs}
        wanted, waiting = set[str](), [root]
        while waiting:
            for name in _referred(waiting.pop()):
                if name not in wanted:
                    wanted.add(name)
                    waiting.append(every[name])
        return {name: schema for name, schema in every.items() if name in wanted}

    def of(self, shape: Shape) -> Schema:
        """The schema of what a reader of that shape accepts."""
        match shape:
            case Format(name):
                return {"$ref": f"#/$defs/{name}"}
            case OneOf(words):
                return one_of(words)
            case IdOf(kind):
                return self._id_of(kind)
            case ListOf(of, distinct):
                one = self.of(of)
                many: Schema = {"type": "array", "items": one}
                return {"anyOf": [one, many | {"uniqueItems": True} if distinct else many]}
            case TableOf(of, key):
                table: Schema = {"type": ["object", "null"], "patternProperties": OWN_KEYS, "additionalProperties": self.of(of)}
                return table if key is None else {**table, "propertyNames": {"anyOf": [self.of(key), {"pattern": "^x-"}]}}
            case EntriesOf(of):
                one = self.of(of)
                return {
                    "anyOf": [
                        {"type": ["object", "null"], "patternProperties": OWN_KEYS, "additionalProperties": one,
                         "propertyNames": {"anyOf": [{"$ref": "#/$defs/id"}, {"pattern": "^x-"}]}},
                        {"type": "array", "items": one},
                        {"const": ""},
                    ]
                }  # fmt: skip
            case Either(shapes):
                return {"anyOf": [self.of(each) for each in shapes]}
            case Fields(declared):
                return self._fields(declared())

    def table(self, declared: type[Thing]) -> Schema:
        """A file, or a part of handbook.yml, with several things by their ids."""
        one: Schema = self._fields(declared)
        if not declared.required:
            one = {"anyOf": [one, {"type": "null"}]}
        return {
            "type": ["object", "null"],
            "patternProperties": OWN_KEYS,
            "additionalProperties": one,
            "propertyNames": {"allOf": [{"not": {"const": "index"}}, {"anyOf": [{"$ref": "#/$defs/id"}, {"pattern": "^x-"}]}]},
        }

    def _id_of(self, kind: str) -> Schema:
        name = f"id-{kind}"
        if name not in self._defs:
            ids = (self._known.ids or {}).get(kind)
            self._defs[name] = {"description": f"An id out of {kind}.", **(_ID_OR_NOTHING if ids is None else _named(ids))}
        return {"$ref": f"#/$defs/{name}"}

    def _fields(self, declared: type[Declared]) -> Schema:
        name = declared.__name__
        if name not in self._defs:
            self._defs[name] = {}  # stands here already when a field holds its own kind
            self._defs[name] = self._made(declared)
        return {"$ref": f"#/$defs/{name}"}

    def _made(self, declared: type[Declared]) -> Schema:
        shapes = [self._object(declared)]
        must_name = issubclass(declared, Thing) and declared.required
        # A journey is more than its title.
        short_form = declared is not Journey
        if declared.in_languages and short_form:
            # Keys of the editor's own alone are no text: what stands under them may be a lane.
            shapes.append(in_languages(self._known.languages) | {"not": {"propertyNames": {"pattern": "^x-"}}})
        if declared.shorthand and short_form:
            short = shape_of(declared.marks()[declared.shorthand].read)
            if must_name:
                shapes.append({"type": ["string", "number", "boolean"], "minLength": 1})
            else:
                shapes.append(SCALAR if short == Format("text") else self._lane_id() if declared is Lane else self.of(short))
        elif not must_name and declared is not Handbook:
            shapes.append({"type": "null"})
        description = " ".join((declared.__doc__ or "").split())
        return {"description": description, **(shapes[0] if len(shapes) == 1 else {"anyOf": shapes})}

    def _lane_id(self) -> Schema:
        return {"enum": [*KNOWN_LANES, *self._lanes, "", None]}

    def _object(self, declared: type[Declared]) -> Schema:
        properties: dict[str, Schema] = {}
        names = declared.names()
        for key, name in names.items():
            about = " ".join((declared.model_fields[name].description or "").split())
            schema = self.of(shape_of(declared.marks()[name].read))
            properties[key] = {"description": about, **schema} if about else schema
            if declared is Journey or issubclass(declared, Step):
                properties |= self._addition(declared, key, name, schema)
        if issubclass(declared, Step):
            properties = {**self._own_lanes(), **properties}
        if declared is Handbook:
            properties |= {table: self.table(KINDS[table]) for table in TABLES}
        rules = demands(declared, properties, self._lanes)
        schema = mapping(properties, **({"allOf": rules} if rules else {}))
        if issubclass(declared, Step) and self._known.own_lanes is None:
            del schema["additionalProperties"]
        return schema

    def _addition(self, declared: type[Declared], key: str, name: str, schema: Schema) -> dict[str, Schema]:
        """``pains+``, where a list may be added to."""
        if declared.model_fields[name].default != () or name in ("stages", "remove"):
            return {}
        return {f"{key}+": {"description": f"Adds to {key} of the journey that this one extends.", **schema}}

    def _own_lanes(self) -> dict[str, Schema]:
        found: dict[str, Schema] = {}
        for identity, lane in self._lanes.items():
            schema = self._links() if lane.kind == "link" else self.of(_OWN_LANES[lane.kind])
            found[identity] = {"description": "A lane of the handbook's own.", **schema}
            if lane.kind not in ("text", "score"):
                found[f"{identity}+"] = schema
        return found

    def _links(self) -> Schema:
        """Addresses, alone or with words."""
        with_words: Schema = {"allOf": [self.of(Fields(lambda: Item)), {"type": "object", "required": ["url"]}]}
        one: Schema = {"anyOf": [self.of(Format("address")), with_words]}
        return {"anyOf": [one, {"type": "array", "items": one}]}


def _referred(schema: Any) -> Iterable[str]:
    """The definitions that a schema names."""
    if isinstance(schema, dict):
        if "$ref" in schema:
            yield schema["$ref"].rpartition("/")[2]
        for value in schema.values():
            yield from _referred(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _referred(value)


def _named(ids: Mapping[str, str]) -> Schema:
    """Ids to choose from, each with the name that an editor shows beside it."""
    schema = one_of(ids)
    names = [ids.get(str(each) if isinstance(each, int) else each or "", "") for each in schema["enum"]]
    return {**schema, "markdownEnumDescriptions": names}
