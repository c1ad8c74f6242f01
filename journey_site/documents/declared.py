"""What every document is: fields declared once, read from a mapping, each with its place."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field

from journey_site.documents.reading import Reading, Reads, shown
from journey_site.documents.readers import is_in_languages, unknown_field
from journey_site.documents.values import NOWHERE
from journey_site.problems import Span
from journey_site.source.yaml import Mapping as MappingNode
from journey_site.source.yaml import Node, Scalar

_HIDDEN = ("origin", "places")


class Declared(BaseModel):
    """A thing written in YAML. Subclasses declare fields; the docstring under each is its reference."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, arbitrary_types_allowed=True)

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

    origin: Annotated[Span, Field(repr=False)] = NOWHERE
    places: Annotated[Mapping[str, Span], Field(repr=False)] = Field(default_factory=dict)
    extra: Mapping[str, Any] = Field(default_factory=dict)

    def __eq__(self, other: object) -> bool:
        """Equal when they say the same, wherever they are written."""
        if type(self) is not type(other):
            return NotImplemented
        mine, theirs = dict(self.__dict__), dict(other.__dict__)
        for name in _HIDDEN:
            mine.pop(name)
            theirs.pop(name)
        return mine == theirs

    __hash__ = object.__hash__

    def place(self, field: str) -> Span:
        """Where ``field`` is written, else where the thing begins."""
        return self.places.get(field, self.origin)

    @classmethod
    def read(cls, node: Node, reading: Reading, **given: Any) -> Self | None:
        """The thing that ``node`` says, with what ``given`` adds; None when it is nothing of the kind."""
        if isinstance(node, Scalar):
            if node.is_null:
                return None
            if not cls.shorthand:
                reading.report("mapping-expected", f"{cls.noun} should have fields, not the text {shown(node)}", node.span)
                return None
            return cls._made({cls.shorthand: node}, {}, node, reading, given)
        if not isinstance(node, MappingNode):
            reading.report("mapping-expected", f"{cls.noun} should have fields, not {shown(node)}", node.span)
            return None
        if cls.in_languages and is_in_languages(node, reading):
            return cls._made({cls.in_languages: node}, {}, node, reading, given)
        fields: dict[str, Node] = {}
        extra: dict[str, Any] = {}
        for key, value in node.entries:
            name = cls.field_of(key.text)
            if name is not None and name in fields:
                reading.report("duplicate-key", f'"{key.text}" says again what stands above', key.span, "keep one of the two")
            elif name is not None:
                fields[name] = value
            elif key.text.startswith("x-"):
                extra[key.text] = plain(value)
            elif not cls.take(key, value, reading, extra):
                unknown_field(reading, cls.noun, key, cls.known_keys())
        return cls._made(fields, extra, node, reading, given)

    @classmethod
    def _made(
        cls, fields: dict[str, Node], extra: dict[str, Any], node: Node, reading: Reading, given: dict[str, Any]
    ) -> Self:
        values: dict[str, Any] = {**fields, **given, "origin": node.span}
        if fields:
            values["places"] = {name: value.span for name, value in fields.items()}
        if extra:
            values["extra"] = extra
        cls.complete(values, node, reading)
        return cls.model_validate(values, context=reading)

    @classmethod
    def complete(cls, values: dict[str, Any], node: Node, reading: Reading) -> None:
        """Look at all fields together before they are read: report what is missing, fill it in."""

    @classmethod
    def take(cls, key: Scalar, value: Node, reading: Reading, extra: dict[str, Any]) -> bool:
        """Read a key that is no declared field; False when it is unknown."""
        return False

    @classmethod
    @cache
    def _names(cls) -> Mapping[str, str]:
        names = {name: name for name in cls.readers()}
        for key, name in cls.synonyms.items():
            if name in names:
                names[key] = name
        return {key: name for key, name in names.items() if key not in cls.python_only}

    @classmethod
    def field_of(cls, key: str) -> str | None:
        """The field that a YAML key fills, None when it is no field."""
        return cls._names().get(key)

    @classmethod
    def known_keys(cls) -> list[str]:
        """The keys that may be written, for the nearest one to be named."""
        return list(cls._names())

    @classmethod
    @cache
    def readers(cls) -> Mapping[str, Reads]:
        """The declared fields with the way each is read."""
        found: dict[str, Reads] = {}
        for name, info in cls.model_fields.items():
            for mark in info.metadata:
                if isinstance(mark, Reads):
                    found[name] = mark
        return found


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
