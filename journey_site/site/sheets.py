"""The lists as plain tables of words, numbers and days, for whoever turns them into files.

They have the columns of the page's table, in the site's language. What a cell says beside its words (a
note, a unit, a face) becomes a column of its own, and what is unknown is an empty field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from journey_site.site import vocabulary
from journey_site.site.addresses import NO_LINK, Link, list_uri
from journey_site.site.language import N_
from journey_site.site.views.entries import Labelled
from journey_site.site.views.lists.lists import list_tables, listed_kinds
from journey_site.site.views.lists.rows import said
from journey_site.site.views.lists.tables import Cell, Table
from journey_site.site.views.overview.content_matrix import has_content_matrix
from journey_site.site.views.overview.content_work import matrix_rows
from journey_site.site.views.people.persona_rows import persona_table
from journey_site.site.voice import Voice

Value = str | float | date | None
"""What stands in a field; None is an empty one."""

EVERY = 10_000_000
"""More rows than any list has: a file holds what is too long for a page."""

_BESIDE = {
    "experience": N_("experience"),
    "unit": N_("unit"),
    "target": N_("target"),
    "verdict": N_("verdict"),
    "person": N_("person"),
    "places": N_("stages"),
    "confidence": N_("confidence"),
    "sources": N_("sources"),
    "draft": N_("draft"),
    "note": N_("note"),
}
"""What a cell may say beside its own words, in the order of the columns."""

_Key = tuple[str, str]
"""A column of the page, and what of its cells: empty for the words themselves."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list as a plain table."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def sheet_of(kind: str, voice: Voice, address_of: Callable[[Link], str]) -> Sheet:
    """Everything of ``kind``: each row once, with its id and its address at the end.

    ``address_of`` says where a link leads for somebody who holds the file.
    """
    special = {"personas": persona_table, "content-matrix": matrix_rows}
    tables = (special[kind](voice),) if kind in special else list_tables(kind, voice, EVERY)
    several = len(tables) > 1 or any(table.group_titles for table in tables)
    filled = [(table, [dict(_row(table, row, voice)) for row in table.rows]) for table in tables]
    keys = _columns(filled)
    heads = [label if not part else f"{label}: {voice._(_BESIDE[part])}" for label, part in keys]
    rows = [
        (
            *(values.get(key) for key in keys),
            *((heading or table.title or None,) if several else ()),
            row[0].anchor or None,
            address_of(_page_of(kind, row[0]) or Link(list_uri(kind), row[0].anchor)),
        )
        for table, found in filled
        for row, values, heading in zip(table.rows, found, table.group_titles or [""] * len(table.rows), strict=True)
    ]
    group = (voice._("Group"),) if several else ()
    title = voice._((vocabulary.CONTENT_MATRIX if kind == "content-matrix" else vocabulary.KINDS[kind])[0])
    return Sheet(title, (*heads, *group, voice._("Id"), voice._("Address")), tuple(rows))


def _page_of(kind: str, first: Cell) -> Link:
    """The page of what a row tells; nowhere for what has none and leads to its place in a stage."""
    in_stage = kind in ("touchpoints", "content", "metrics") and first.link.uri.startswith("journeys/")
    return NO_LINK if in_stage else first.link


def handed_kinds(voice: Voice) -> list[str]:
    """The lists that have rows; a page may list what is merely on offer."""
    beside = ["content-matrix"] if has_content_matrix(voice) else []
    return [*(kind for kind in listed_kinds(voice) if kind != "models" or voice.atlas.models), *beside]


def _columns(filled: list[tuple[Table, list[dict[_Key, Value]]]]) -> list[_Key]:
    """The columns of all tables together, each once; what stands beside a column follows it where anybody says it."""
    labels = dict.fromkeys(column.label for table, _ in filled for column in table.columns)
    used = {key for _, rows in filled for row in rows for key in row}
    return [(label, part) for label in labels for part in ("", *_BESIDE) if not part or (label, part) in used]


def _row(table: Table, row: tuple[Cell, ...], voice: Voice) -> Iterator[tuple[_Key, Value]]:
    for column, cell in zip(table.columns, row, strict=True):
        value = _value(cell, voice)
        if value is not None:
            yield (column.label, ""), value
        for part, beside in _beside(cell, voice):
            if beside not in (None, ""):
                yield (column.label, part), beside


def _value(cell: Cell, voice: Voice) -> Value:
    """What the cell says in one value: the number or the day itself where it is one."""
    if cell.number is not None:
        return cell.number
    if cell.badge == "unknown":
        return None
    if cell.sort and (day := _day(cell.sort)):
        return day
    if cell.words:
        return said(cell.words, voice)
    if cell.owner:
        return said(cell.owner.words, voice)
    if cell.metric:
        return cell.metric.number
    if cell.score:
        return cell.score
    if cell.series:
        return cell.series.words
    if cell.face:
        return cell.face.number
    return ", ".join(said(label.words, voice) for label in _named_alone(cell)) or None


def _named_alone(cell: Cell) -> tuple[Labelled, ...]:
    """The things that a cell names where it says nothing else: the pains that an opportunity solves."""
    says = cell.words or cell.number is not None or cell.owner or cell.metric or cell.score or cell.series or cell.face
    return () if says else cell.places or cell.labels


def _beside(cell: Cell, voice: Voice) -> Iterator[tuple[str, Value]]:
    if cell.face and cell.words:
        yield "experience", cell.face.number
    if cell.metric:
        yield "unit", said(cell.metric.unit, voice)
        yield "target", cell.metric.aim
        yield "verdict", cell.metric.verdict_label
    if cell.owner:
        yield "person", cell.owner.person
    if cell.places and not _named_alone(cell):
        yield "places", ", ".join(said(place.words, voice) for place in cell.places)
    if cell.confidence:
        yield "confidence", voice._(vocabulary.CONFIDENCES[cell.confidence][0])
    if cell.labels and not _named_alone(cell):
        yield "sources", ", ".join(said(label.words, voice) for label in cell.labels)
    if cell.draft:
        yield "draft", voice._("draft")
    if cell.note:
        yield "note", said(cell.note, voice)


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None
