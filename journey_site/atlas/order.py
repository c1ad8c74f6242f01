"""In which order things are listed: as their editors number them, else by name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from journey_site.alphabet import name_key
from journey_site.documents.things import Thing

Some = TypeVar("Some", bound=Thing)


def in_order(things: Iterable[Some], *languages: str) -> list[Some]:
    """By ``order`` where it is stated, else by name in the first of ``languages`` that has one, by its alphabet."""

    def place(thing: Some) -> tuple[float, object, str]:
        # A model's order may be a word that says how its stages follow each other.
        stated = float("inf") if thing.order is None or isinstance(thing.order, str) else thing.order
        return stated, name_key(thing.name.best(*languages).words, languages[0]), thing.id

    return sorted(things, key=place)
