"""Columns in which nothing stands: for readers who are spared what is missing, there is no use in their heads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from journey_site.site.views.lists.tables import Cell, Column, Table
from journey_site.site.voice import Voice

_SILENT = Cell()


def without_silent(tables: Iterable[Table], voice: Voice) -> tuple[Table, ...]:
    """``tables`` without the columns that no row of any table of the same heads fills; as they are where gaps are work."""
    tables = tuple(tables)
    if voice.upkeep:
        return tables
    filled: dict[tuple[Column, ...], set[int]] = {}
    for table in tables:
        said = {at for row in table.rows for at, cell in enumerate(row) if cell != _SILENT}
        filled[table.columns] = filled.get(table.columns, set()) | said
    return tuple(_only(table, sorted(filled[table.columns])) for table in tables)


def _only(table: Table, kept: list[int]) -> Table:
    if len(kept) == len(table.columns) or not table.rows:
        return table
    rows = tuple(tuple(row[at] for at in kept) for row in table.rows)
    return replace(table, columns=tuple(table.columns[at] for at in kept), rows=rows)
