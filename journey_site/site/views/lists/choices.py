"""What a list can be narrowed to: by channel, by owner, to what nobody measures."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.site.views.entries import Words

UNKNOWN = "none"
"""What is chosen, in the address, where nothing is stated: ``?owner=none``."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a row is found under in one of its columns."""

    value: str
    """Its name in the address, without spaces: an id where there is one."""
    label: Words
    place: int = 0
    """Where it stands among the others; those of one place go by their words."""


@dataclass(frozen=True, slots=True)
class FacetOption:
    """One thing that can be chosen."""

    value: str
    label: str
    count: str
    """How many rows there are of it, in words."""


@dataclass(frozen=True, slots=True)
class FacetView:
    """A box to choose from, beside the one to search in."""

    key: str
    """Its name in the columns' heads."""
    name: str
    """Its name in the address, which no other list of the page has."""
    label: str
    options: tuple[FacetOption, ...]
