"""How much of the content matrix a page has room for: fields are cut short, then rows left out, so that a phone can load it."""

from __future__ import annotations

from dataclasses import replace

from journey_site.site.views.overview.content_tables import (
    SEEN,
    MatrixField,
    MatrixTable,
    matrix_table,
)
from journey_site.site.views.overview.side_by_side import ACROSS, OWN, StageTable, first_rows, stage_tables
from journey_site.site.views.recalled import recalled
from journey_site.site.voice import Voice

ROOM = 260_000
"""How many letters the tables may take, so that a phone can load the page: past that fields are cut short, then rows left out."""
_FIELD, _PIECE = 60, 270
"""About how many letters a field takes, and a piece of content in it."""


@recalled
def tables_and_shown(voice: Voice) -> tuple[tuple[MatrixTable, ...], tuple[MatrixTable, ...]]:
    """Every table, and what of them there is room for."""
    found = stage_tables(voice)
    # Where everybody is on one model, the table across models would say the same again.
    if len(found) == 2 and found[0].anchor == ACROSS and found[1].anchor != OWN and _same_stages(*found):
        found = found[1:]
    tables = shown = tuple(matrix_table(table, voice) for table in found)
    for seen in (SEEN, 1):
        if _letters(shown) > ROOM:
            shown = tuple(_cut(table, seen, voice) for table in tables)
    share = ROOM / max(1, _letters(shown))
    return tables, _with_anchors(tuple(_shortened(table, share, voice) for table in shown))


def rows_shown(voice: Voice) -> dict[str, str]:
    """The address on the page of each persona's first row, by id; of those that the page shows."""
    return {row.identity: row.anchor for table in tables_and_shown(voice)[1] for row in table.rows if row.anchor}


def _same_stages(*tables: StageTable) -> bool:
    """Whether the tables hold the same stages, however they are laid out."""
    held = [{(journey.id, stage.id) for row in table.rows for field in row.stages for journey, stage in field} for table in tables]
    return all(each == held[0] for each in held)


def _letters(tables: tuple[MatrixTable, ...]) -> int:
    """About how many letters the tables take."""
    fields = [field for table in tables for row in table.rows for field in row.fields if field]
    return sum(_FIELD + _PIECE * (len(field.items) + len(field.more)) for field in fields)


def _cut(table: MatrixTable, seen: int, voice: Voice) -> MatrixTable:
    """The table with the first ``seen`` pieces of each field alone."""
    lead = voice._("Long fields are cut short here; the pages of the stages tell all.")
    rows = tuple(replace(row, fields=tuple(_cut_field(field, seen, voice) for field in row.fields)) for row in table.rows)
    return replace(table, rows=rows, lead=lead)


def _cut_field(field: MatrixField, seen: int, voice: Voice) -> MatrixField:
    left = len(field.items) + len(field.more) - seen
    return replace(field, items=field.items[:seen], more=(), more_label=voice.and_more(left)) if left > 0 else field


def _shortened(table: MatrixTable, share: float, voice: Voice) -> MatrixTable:
    """That ``share`` of the rows, those who lack the most, in their order; all where there is room."""
    kept = first_rows(len(table.rows), share, lambda at: -table.rows[at].gaps)
    if len(kept) == len(table.rows):
        return table
    number = voice.language.number
    words = voice._("These are the %(shown)s of %(num)s who lack the most; the others are told of on their own pages.")
    lead = words % {"shown": number(len(kept)), "num": number(len(table.rows))}
    return replace(table, lead=f"{lead} {table.lead}".strip(), rows=tuple(table.rows[at] for at in kept))


def _with_anchors(tables: tuple[MatrixTable, ...]) -> tuple[MatrixTable, ...]:
    """Each persona's first row with an address of its own, so that the persona's page can lead there."""
    taken: set[str] = set()
    found = []
    for table in tables:
        rows = []
        for row in table.rows:
            first = row.identity and row.identity not in taken
            taken.add(row.identity)
            rows.append(replace(row, anchor=f"persona-{row.identity}") if first else row)
        found.append(replace(table, rows=tuple(rows)))
    return tuple(found)
