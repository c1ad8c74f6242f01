"""What a reader accepts, as a value: so that a JSON Schema says what the reader does, from the same declaration.

Each reader carries its shape (`takes`). What it means in JSON Schema is told in ``exchange/yaml_schema.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

if TYPE_CHECKING:
    from journey_site.documents.declared import Declared

AnyReader = TypeVar("AnyReader", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Format:
    """A single value, or a small mapping, with rules of its own: ``text``, ``share``, ``duration``."""

    name: str


@dataclass(frozen=True, slots=True)
class OneOf:
    """One word out of a few."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IdOf:
    """The id of a thing of ``kind``: ``personas``, ``stages``, ``people`` (a department or a persona)."""

    kind: str


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; a single value counts as a list of one."""

    of: Shape
    distinct: bool = False


@dataclass(frozen=True, slots=True)
class TableOf:
    """A mapping from an id, or from a key of the shape ``key``, to values."""

    of: Shape
    key: Shape | None = None


@dataclass(frozen=True, slots=True)
class EntriesOf:
    """Stages or steps: a mapping from id to entry, or a list of entries."""

    of: Fields


@dataclass(frozen=True, slots=True)
class Fields:
    """What a declared class reads: its fields, or the short form of it."""

    declared: Callable[[], type[Declared]]
    """Gives the class: a class may hold its own kind."""


@dataclass(frozen=True, slots=True)
class Either:
    """Any of several shapes."""

    shapes: tuple[Shape, ...]


Shape: TypeAlias = Format | OneOf | IdOf | ListOf | TableOf | EntriesOf | Fields | Either


def takes(shape: Shape | str) -> Callable[[AnyReader], AnyReader]:
    """Say what the reader below accepts; a word is the name of a `Format`."""

    def mark(read: AnyReader) -> AnyReader:
        setattr(read, "shape", Format(shape) if isinstance(shape, str) else shape)  # noqa: B010 functions have no such field
        return read

    return mark


def shape_of(read: Callable[..., Any]) -> Shape:
    """What a reader accepts.

    Raises:
        LookupError: when nobody has said so; each reader of a declared field must.
    """
    shape: Shape | None = getattr(read, "shape", None)
    if shape is None:
        raise LookupError(f"{read!r} does not say what it takes")
    return shape
