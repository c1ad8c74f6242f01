"""Everything that stands in a document, down to each reference and text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journey_site.documents.declared import Declared
from journey_site.documents.values import Emotion, Image, Owner, Ref, Text

Leaf = Ref | Text | Image
_OWN = {"origin", "places", "extra", "tables", "file", "id"}


def parts(thing: Declared) -> Iterator[tuple[str, object]]:
    """The fields of ``thing`` that something was written in, with their values, in the order of their declaration."""
    values, written = thing.__dict__, thing.model_fields_set
    for name in values:
        if name in written and name not in _OWN:
            yield name, values[name]


def nested(value: object) -> Iterator[Declared | Leaf]:
    """What ``value`` holds directly: documents, references, texts, pictures."""
    if isinstance(value, Declared | Ref | Text | Image):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from nested(item)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if isinstance(key, Ref):
                yield key
            yield from nested(item)
    elif isinstance(value, Owner):
        if value.department is not None:
            yield value.department
    elif isinstance(value, Emotion):
        for key in value.by_actor:
            if isinstance(key, Ref):
                yield key
        if value.note is not None:
            yield value.note


def leaves(thing: Declared) -> Iterator[tuple[Declared, str, Leaf]]:
    """Every reference, text and picture in ``thing``, with the document and the field that hold it."""
    for name, value in parts(thing):
        for item in nested(value):
            if isinstance(item, Declared):
                yield from leaves(item)
            else:
                yield thing, name, item


def within(thing: Declared) -> Iterator[Declared]:
    """``thing`` and every document inside it."""
    yield thing
    for _, value in parts(thing):
        for item in nested(value):
            if isinstance(item, Declared):
                yield from within(item)
