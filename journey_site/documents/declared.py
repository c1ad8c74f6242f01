"""What every document is: fields declared once, read from a mapping, each with its place."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import replace
from functools import cache
from typing import Annotated, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field

from journey_site.documents.docstrings import field_docstrings
from journey_site.documents.lists import unknown_field
from journey_site.documents.numbers import comma_in_number
from journey_site.documents.reading import Reading, Reads, says_nothing, shown
from journey_site.documents.texts import is_in_languages, like_languages
from journey_site.documents.values import NOWHERE, Ref
from journey_site.problems import Edit, Related, Severity, Span
from journey_site.source.colons import without_colon
from journey_site.source.yaml import Mapping as MappingNode
from journey_site.source.yaml import Node, Scalar

_PLACES = ("origin", "places")

Values = dict[str, Any]
"""Fields by name, as they were read."""

_NO_KEYS: Mapping[str, str] = {}
_NO_NODES: Mapping[str, Node] = {}


class Declared(BaseModel):
    """A thing written in YAML. Subclasses declare fields; the docstring under each is its reference."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    noun: ClassVar[str] = "a thing"
    """How messages speak of it."""
    synonyms: ClassVar[Mapping[str, str]] = {"title": "name"}
    """Keys in YAML that are called otherwise here."""
    python_only: ClassVar[frozenset[str]] = frozenset()
    """Names that stand for a synonym and may not be written themselves."""
    shorthand: ClassVar[str] = ""
    """The field that a plain string fills; empty when a string will not do."""
    in_languages: ClassVar[str] = ""
    """The field that a mapping from language to string fills."""

    anchored: ClassVar[bool] = True
    """Whether an id of its own is an anchor on the page of the thing that holds it."""

    origin: Annotated[Span, Field(repr=False)] = NOWHERE
    places: Annotated[Mapping[str, Span], Field(repr=False)] = Field(default_factory=dict)
    extra: Mapping[str, Any] = Field(default_factory=dict, description="The editor's own keys (``x-…``), as plain values.")

    @classmethod
    def __pydantic_init_subclass__(cls, **given: Any) -> None:
        """Each field is described by the docstring under it."""
        for name, words in field_docstrings(cls).items():
            if name in cls.model_fields:
                cls.model_fields[name].description = words

    def __eq__(self, other: object) -> bool:
        """Equal when they say the same, wherever they are written."""
        if type(self) is not type(other):
            return NotImplemented
        mine, theirs = dict(self.__dict__), dict(other.__dict__)
        for name in _PLACES:
            mine.pop(name)
            theirs.pop(name)
        return mine == theirs

    __hash__ = object.__hash__

    def place(self, field: str) -> Span:
        """Where ``field`` is written, else where the thing begins."""
        return self.places.get(field, self.origin)

    def key_in_file(self, field: str) -> str:
        """The key under which ``field`` is written, as ``title`` for a ``name``."""
        place = self.places.get(field)
        called = (key for key, name in self.synonyms.items() if name == field and place is not None and self.places.get(key) == place)
        return next(called, self.key_of(field))

    @classmethod
    def read(cls, node: Node, reading: Reading, **given: Any) -> Self | None:
        """The thing that ``node`` says, with what ``given`` adds; None when it is nothing of the kind.

        What stands under an id is given the place of that id as its ``origin``.
        """
        if isinstance(node, Scalar):
            if says_nothing(node):
                return None
            if cls.shorthand:
                cls._may_be_a_field(node, reading, given)
                return cls._read({cls.shorthand: node}, {"origin": node.span, **given}, node, reading)
            cut = without_colon(node.text, cls.known_keys()) if node.plain else None
            hint = f"{cut.message}: {cut.hint}" if cut else ""
            reading.report("mapping-expected", f"{cls.noun} should have fields, not the text {shown(node)}", node.span, hint)
            return None
        if not isinstance(node, MappingNode):
            there = given.get("id", "")
            hint = f'if "{there}" belongs to what stands above it, indent both deeper' if there in cls.names() else ""
            reading.report("mapping-expected", f"{cls.noun} should have fields, not {shown(node)}", node.span, hint)
            return None
        if cls.in_languages and cls._is_text(node, reading):
            return cls._read({cls.in_languages: node}, {"origin": node.span, **given}, node, reading)
        fields: dict[str, Node] = {}
        keys: dict[str, str] = {}
        meant: dict[str, Node] = {}
        values: Values = {"origin": node.span, **given}
        places: dict[str, Span] = {}
        names = cls.names()
        before: Node | None = None
        for key, value in node.entries:
            name = names.get(key.text)
            if name is None:
                if key.text.isdigit() and comma_in_number(before, key, value, reading):
                    continue
                if cls.take(key, value, reading, values):
                    places[key.text] = key.span
                elif (near := names.get(cls._unknown(key, value, reading, values, _beside(node, names, meant)) or "")) is not None:
                    meant[near] = value
            elif name in fields:
                first = (Related(places[name], "written first here"),)
                message = f'"{key.text}" says again what stands above'
                reading.report("duplicate-key", message, key.span, "keep one of the two", related=first)
            else:
                fields[name] = value
                keys[name] = key.text
                places[name] = value.span
                if key.text != name:
                    places[key.text] = value.span
            before = value
        values["places"] = places
        return cls._read(fields, values, node, reading, keys, meant)

    @classmethod
    def _may_be_a_field(cls, node: Scalar, reading: Reading, given: Values) -> None:
        """Report a text on the line below its id that begins with a field's name: ``look:``, and below it ``name Looking``."""
        begins = given.get("origin", node.span)
        if not node.plain or begins.line >= node.span.line or begins.file != node.span.file:
            return
        cut = without_colon(node.text, cls.known_keys())
        if cut is None:
            return
        if node.span.end_line > node.span.line:
            # Of several lines only the first word is certain to stand in the first.
            cut = replace(cut, rest="" if cut.instead else cut.rest, width=len(cut.field), instead="")
        place = replace(node.span, end_line=node.span.line, end_column=node.span.column + cut.width)
        fix = (Edit(place, f"{cut.field}:"),)
        reading.report("missing-colon", cut.message, place, cut.hint, severity=Severity.WARNING, fix=fix)

    @classmethod
    def _is_text(cls, node: MappingNode, reading: Reading) -> bool:
        """Whether a mapping is a text in several languages; one that is not declared is told when it is read."""
        if is_in_languages(node, reading):
            return True
        names, lanes = cls.names(), reading.own_lanes
        return like_languages(node) and not any(key.text in names or key.text in lanes for key, _ in node.entries)

    @classmethod
    def _unknown(cls, key: Scalar, value: Node, reading: Reading, values: Values, there: Container[str] = ()) -> str | None:
        """Keep a key of the editor's own; report any other, and give back the one that was probably meant.

        ``there`` are the keys that stand already, and those that were meant by others.
        """
        if key.text.startswith("x-"):
            values.setdefault("extra", {})[key.text] = plain(value)
            return None
        return unknown_field(reading, cls.noun, key, cls.known_keys(), value, there)

    @classmethod
    def _read(
        cls,
        fields: dict[str, Node],
        values: Values,
        node: Node,
        reading: Reading,
        keys: Mapping[str, str] = _NO_KEYS,
        meant: Mapping[str, Node] = _NO_NODES,
    ) -> Self:
        """Read each field, look at them together, and make the thing.

        ``keys`` says how the fields are called in the file. A field that is only ``meant``, because its name
        is slightly wrong, is not read; but it is not missing either.
        """
        readers = cls.readers()
        for name, written in fields.items():
            value = readers[name](written, reading, keys.get(name) or cls.key_of(name))
            if name == "id" and values.get("id"):
                _same_id(value, values["id"], written, reading)
            else:
                values[name] = value
                if name == "id" and value and cls.anchored:
                    reading.mentions.ids.append(Ref(value, "items", written.span))
        cls.complete(values, {**meant, **fields} if meant else fields, node, reading)
        return cls.made(values)

    @classmethod
    def made(cls, values: Values) -> Self:
        """The thing with ``values`` and the defaults of all other fields.

        The readers have looked at each value; to have pydantic look again would take as long as everything
        else together, so this is what its ``model_construct`` does, without the parts that are not needed.
        """
        thing = cls.__new__(cls)
        put = object.__setattr__
        put(thing, "__dict__", {**cls._defaults(), **values})
        put(thing, "__pydantic_fields_set__", set(values))
        put(thing, "__pydantic_extra__", None)
        put(thing, "__pydantic_private__", None)
        return thing

    @classmethod
    def complete(cls, values: Values, fields: Mapping[str, Node], node: Node, reading: Reading) -> None:
        """Look at all fields together: report what is missing, fill it in; ``fields`` is what was written."""

    @classmethod
    def take(cls, key: Scalar, value: Node, reading: Reading, values: Values) -> bool:
        """Read a key that is no declared field into ``values``; False when it is unknown."""
        return False

    @classmethod
    @cache
    def _defaults(cls) -> Values:
        return {name: info.get_default(call_default_factory=True) for name, info in cls.model_fields.items()}

    @classmethod
    @cache
    def names(cls) -> Mapping[str, str]:
        """From each key that may be written to the field that it fills."""
        names = {name: name for name in cls.readers()}
        names |= {key: name for key, name in cls.synonyms.items() if name in names}
        return {key: name for key, name in names.items() if key not in cls.python_only}

    @classmethod
    @cache
    def key_of(cls, field: str) -> str:
        """The key under which messages speak of a field."""
        if field in cls.python_only:
            return next(key for key, name in cls.synonyms.items() if name == field)
        return field

    @classmethod
    def known_keys(cls) -> list[str]:
        """The keys that may be written, for the nearest one to be named."""
        return list(cls.names())

    @classmethod
    @cache
    def readers(cls) -> Mapping[str, Any]:
        """The declared fields with the reader of each."""
        return {name: mark.read for name, mark in cls.marks().items()}

    @classmethod
    @cache
    def marks(cls) -> Mapping[str, Reads]:
        """The declared fields with what may stand in each."""
        found: dict[str, Reads] = {}
        for name, info in cls.model_fields.items():
            for mark in info.metadata:
                if isinstance(mark, Reads):
                    found[name] = mark
        return found


def _beside(node: MappingNode, names: Mapping[str, str], meant: Mapping[str, Node]) -> frozenset[str]:
    """The keys whose fields stand in a mapping, or are already meant by a slip in it."""
    fields = {*(names.get(key.text) for key, _ in node.entries), *meant}
    return frozenset({*(key for key, field in names.items() if field in fields), *node.keys()})


def _same_id(written: str | None, given: str, node: Node, reading: Reading) -> None:
    """An id that stands within the thing may only repeat the one that its file's name or its key gives."""
    if written is not None and written != given:
        message = f'the id here is "{given}", and {shown(node)} says otherwise'
        reading.report("other-id", message, node.span, "leave the line out; the file's name or the key is the id")


def plain(node: Node) -> Any:
    """A node as plain Python values, for the editor's own ``x-`` keys."""
    if isinstance(node, Scalar):
        if node.is_null:
            return None
        value = node.as_bool()
        if value is None:
            value = node.as_number()  # type: ignore[assignment]
        return node.text if value is None else value
    if isinstance(node, MappingNode):
        return {key.text: plain(value) for key, value in node.entries}
    return [plain(item) for item in node.items]


