"""In which order things are listed: as their editors number them, else by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from journey_site.alphabet import name_key
from journey_site.atlas.atlas import KINDS_IN_ORDER, Atlas
from journey_site.documents.things import Thing

Some = TypeVar("Some", bound=Thing)


def in_order(things: Iterable[Some], *languages: str) -> list[Some]:
    """By ``order`` where it is stated, else by name in the first of ``languages`` that has one, by its alphabet."""

    def place(thing: Some) -> tuple[float, object, str]:
        # A model's order may be a word that says how its stages follow each other.
        stated = float("inf") if thing.order is None or isinstance(thing.order, str) else thing.order
        return stated, name_key(thing.name.best(*languages).words, languages[0]), thing.id

    return sorted(things, key=place)


def in_order_of(atlas: Atlas, language: str) -> Atlas:
    """``atlas`` with each table in the order in which readers of ``language`` look things up.

    Every list of things goes by the tables, so that none needs an order of its own.
    """
    if language == atlas.language:
        return atlas

    def table(things: Mapping[str, Any]) -> dict[str, Any]:
        return {thing.id: thing for thing in in_order(things.values(), language, atlas.handbook.language or "en")}

    tables: dict[str, Any] = {kind: table(atlas.table(kind)) for kind in KINDS_IN_ORDER}
    return replace(atlas, **tables, other_models=table(atlas.other_models))
