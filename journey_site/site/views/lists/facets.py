"""What long tables can be narrowed to, found in their cells: a column says under which name, its cells say what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from journey_site.documents.documents import KINDS
from journey_site.site.addresses import Link
from journey_site.site.views.entries import Words
from journey_site.site.views.lists.choices import UNKNOWN, Choice, FacetOption, FacetView
from journey_site.site.views.lists.rows import said
from journey_site.site.views.lists.tables import FILTERED, Cell, Column, Table
from journey_site.site.voice import Voice
from journey_site.source.ids import slug

_VERDICTS = ("off", "near", "", "met")
"""How a metric stands, the one that needs most care first."""


@dataclass
class _Found:
    """What was found of one facet, in all the tables together."""

    label: str
    choices: dict[str, Choice] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)


def with_facets(tables: Sequence[Table], voice: Voice, suffix: str = "") -> tuple[Table, ...]:
    """``tables`` that are searched together, with what they can be narrowed to; as they are when they are short.

    What all rows share is nothing to choose by and is left out. ``suffix`` ends the names in the address,
    where several lists stand on one page. Tables that stand apart are left as they are.
    """
    if any(table.apart for table in tables):
        narrowed = iter(with_facets([table for table in tables if not table.apart], voice, suffix))
        return tuple(table if table.apart else next(narrowed) for table in tables)
    if sum(len(table.rows) for table in tables) <= FILTERED:
        return tuple(tables)
    found: dict[str, _Found] = {}
    marked = [[_row(table.columns, row, found, voice) for row in table.rows] for table in tables]
    facets = tuple(_facet(key, each, suffix, voice) for key, each in found.items() if len(each.choices) > 1)
    kept = {facet.key for facet in facets}
    return tuple(
        replace(
            table,
            columns=tuple(column if column.facet in kept else replace(column, facet="") for column in table.columns),
            rows=tuple(_kept(table.columns, row, kept) for row in rows),
            facets=facets,
        )
        for table, rows in zip(tables, marked, strict=True)
    )


def choices_of(table: Table, row: tuple[Cell, ...], key: str, voice: Voice) -> tuple[str, ...]:
    """What ``row`` of ``table`` is found under by the facet ``key``, as the address has it."""
    for column, cell in zip(table.columns, row, strict=True):
        if column.facet == key:
            return tuple(choice.value for choice in cell.choices or _told(cell, voice))
    return ()


def _row(columns: tuple[Column, ...], row: tuple[Cell, ...], found: dict[str, _Found], voice: Voice) -> tuple[Cell, ...]:
    """``row`` with the choices of its cells, which are counted in ``found``."""
    cells = list(row)
    for at, column in enumerate(columns):
        if not column.facet:
            continue
        choices = cells[at].choices or _told(cells[at], voice)
        facet = found.setdefault(column.facet, _Found(column.facet_label or column.label))
        for choice in choices:
            facet.choices.setdefault(choice.value, choice)
            facet.counts[choice.value] = facet.counts.get(choice.value, 0) + 1
        cells[at] = replace(cells[at], choices=choices)
    return tuple(cells)


def _kept(columns: tuple[Column, ...], row: tuple[Cell, ...], kept: set[str]) -> tuple[Cell, ...]:
    return tuple(cell if column.facet in kept or not cell.choices else replace(cell, choices=()) for column, cell in zip(columns, row, strict=True))


def _told(cell: Cell, voice: Voice) -> tuple[Choice, ...]:
    """What a cell says of itself: its face, its owner, its state, the thing it leads to, else its words."""
    if cell.face and not cell.words:
        return (Choice(str(cell.face.level), cell.face.label, cell.face.level),)
    if cell.metric:
        verdict = cell.metric.verdict
        if not cell.metric.value:
            return (Choice(UNKNOWN, voice._("no value"), -1),)
        return (Choice(verdict or ("planned" if cell.metric.verdict_label else "open"), cell.metric.verdict_label or voice._("no target"), _VERDICTS.index(verdict)),)
    if cell.owner:
        return (Choice(_name(cell.owner.link, cell.owner.words, voice), cell.owner.words),)
    if cell.badge == "unknown":
        return (Choice(UNKNOWN, cell.words, -1),)
    if cell.badge:
        return (Choice(cell.badge, cell.words),)
    return (Choice(_name(cell.link, cell.words, voice), cell.words),) if cell.words else ()


def _name(link: Link, words: Words, voice: Voice) -> str:
    """The id of the thing that ``link`` leads to; where it leads to none, one made of ``words``."""
    path = PurePosixPath(link.uri)
    if len(path.parts) == 2 and path.parts[0] in KINDS and path.name != "index.md":
        return path.stem
    plain = said(words, voice)
    return slug(plain) or "-".join(plain.split())


def _facet(key: str, found: _Found, suffix: str, voice: Voice) -> FacetView:
    ordered = sorted(found.choices.values(), key=lambda choice: (choice.place, voice.by_name(said(choice.label, voice))))
    options = tuple(
        FacetOption(choice.value, said(choice.label, voice), voice.language.number(found.counts[choice.value])) for choice in ordered
    )
    return FacetView(key, f"{key}{suffix}", found.label, options)
