"""Which declared fields are handed on as data, and under which key: the one answer for the JSON and for its schema."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from journey_site.documents.declared import Declared
from journey_site.documents.journeys import Step
from journey_site.documents.lanes import Lane

LEFT_OUT = frozenset({
    "audience", "audiences", "default_audience",  # an edition does not tell that there are others
    "brand", "checks", "format", "report", "uses",  # how the site is made, not what it says
    "remove",  # a variant is written out, so what it drops is simply not there
})  # fmt: skip
"""Fields that stay in the house."""

_FIRST = ("id", "name", "text")
_BESIDE: dict[type[Declared], tuple[str, ...]] = {Step: ("own",), Lane: ("line",)}
"""Fields that no key of the format fills directly, and that say something all the same."""


class Handed(NamedTuple):
    """A field that is handed on."""

    key: str
    """As the format calls it."""
    field: str
    """As its declaration calls it."""


@cache
def handed_on(kind: type[Declared]) -> tuple[Handed, ...]:
    """The fields of ``kind`` that are handed on: what it is called first, the others as they are declared."""
    names = [name for name in kind.marks() if name not in LEFT_OUT]
    names += [name for one, others in _BESIDE.items() if issubclass(kind, one) for name in others]
    names.sort(key=lambda name: _FIRST.index(name) if name in _FIRST else len(_FIRST))
    return tuple(Handed(kind.key_of(name), name) for name in names)
