"""The atlas: every persona in every stage, grouped by model, and across models by what stages are for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from journey_site.site import vocabulary
from journey_site.site.addresses import NO_LINK, Link, list_uri
from journey_site.site.views.entries import Labelled, Words
from journey_site.site.views.lists.tables import FILTERED
from journey_site.site.views.overview.assumed import has_assumed
from journey_site.site.views.overview.atlas_verdict import atlas_verdict
from journey_site.site.views.overview.fields import EVIDENCE, FieldView, field_of
from journey_site.site.views.overview.side_by_side import (
    ACROSS,
    COLUMNS,
    StageTable,
    first_rows,
    has_stages,
    in_parts,
    stage_tables,
)
from journey_site.site.voice import Voice

FIELDS = 1500
"""Past this many fields each table shows those who feel worst, so that a phone can load the page."""


@dataclass(frozen=True, slots=True)
class AtlasRow:
    """Whose row it is, and a field for each column."""

    who: Words
    link: Link
    journey: Labelled | None
    """The one journey that the row tells of, where its stages are its own."""
    fields: tuple[FieldView, ...]
    identity: str = ""
    """The persona's id; empty for everyone."""


@dataclass(frozen=True, slots=True)
class AtlasTable:
    """Rows of people, columns of stages."""

    anchor: str
    title: Words
    icon: str
    link: Link
    """The model's page."""
    lead: str
    columns: tuple[Labelled, ...]
    """Each stage, with the page that compares it where there is one."""
    rows: tuple[AtlasRow, ...]
    named: bool = False
    """Whether fields say their stage: it differs from row to row."""

    def parts(self) -> tuple[AtlasTable, ...]:
        """The table in pieces that fit on a sheet of paper, as even as can be."""
        if len(self.columns) <= COLUMNS:
            return (self,)
        return tuple(
            replace(self, columns=self.columns[part], rows=tuple(replace(row, fields=row.fields[part]) for row in self.rows))
            for part in in_parts(len(self.columns))
        )


@dataclass(frozen=True, slots=True)
class AtlasView:
    """Everything on the page of the atlas."""

    title: str
    icon: str
    purpose: str
    verdict: tuple[Labelled, ...]
    """Sentences, the weightiest first, each with where it is to be seen."""
    counts: str
    """What the marks add up to, in words."""
    legend: tuple[tuple[str, str], ...]
    """How well a stage may be known: ``measured``, ``observed``, ``assumed``, each in words."""
    tables: tuple[AtlasTable, ...]
    assumed: Link
    """The page of what is only assumed; nothing where there is none."""

    @property
    def filtered(self) -> bool:
        """Whether a persona can be searched for."""
        return max((len(table.rows) for table in self.tables), default=0) > FILTERED


def has_atlas(voice: Voice) -> bool:
    """Whether there is something to lay side by side: a journey as things are today."""
    return has_stages(voice)


def atlas_view(voice: Voice) -> AtlasView:
    """The page of the atlas."""
    label, icon, purpose = vocabulary.ATLAS
    tables = [_table(table, voice) for table in stage_tables(voice)]
    counts = {table.anchor: sum(bool(field) for row in table.rows for field in row.fields) for table in tables}
    across = counts.pop(ACROSS, 0)
    share = max(FIELDS // 2, FIELDS - across) / max(1, sum(counts.values()))
    shown = [table if table.anchor == ACROSS else _shortened(table, share, voice) for table in tables]
    return AtlasView(
        title=voice._(label),
        icon=icon,
        purpose=voice._(purpose),
        verdict=atlas_verdict(tables, voice),
        counts=_counts(tables, voice),
        legend=tuple((known, voice._(words)) for known, words in EVIDENCE.items()),
        tables=tuple(shown),
        assumed=Link(list_uri("assumed")) if has_assumed(voice) else NO_LINK,
    )


def _table(table: StageTable, voice: Voice) -> AtlasTable:
    """How each of the stages that stand side by side feels."""
    rows = tuple(
        AtlasRow(
            row.who,
            row.link,
            row.journey,
            tuple(field_of(stages, row.people[0] if row.people else "", voice) for stages in row.stages),
            row.identity,
        )
        for row in table.rows
    )
    lead = voice._("The worst stage of each kind, whatever its model calls it.") if table.anchor == ACROSS else ""
    return AtlasTable(table.anchor, table.title, table.icon, table.link, lead, table.columns, rows, table.named)


def _shortened(table: AtlasTable, share: float, voice: Voice) -> AtlasTable:
    """That ``share`` of the rows, those that feel worst, in their order; all where there is room."""
    worst = first_rows(len(table.rows), share, lambda at: _lowest(table.rows[at]))
    if len(worst) == len(table.rows):
        return table
    number = voice.language.number
    words = voice._("These are the %(shown)s of %(num)s who feel worst; the others are told of on their own pages.")
    lead = words % {"shown": number(len(worst)), "num": number(len(table.rows))}
    return replace(table, lead=lead, rows=tuple(table.rows[at] for at in worst))


def _lowest(row: AtlasRow) -> float:
    felt = [field.face.number for field in row.fields if field.face and field.face.number is not None]
    return min(felt, default=float("inf"))


def _counts(tables: list[AtlasTable], voice: Voice) -> str:
    """How many stages there are, and what is to be said of them."""
    ngettext, number = voice.language.ngettext, voice.language.number
    fields = [field for table in tables for row in table.rows for field in row.fields if field]
    # Of a stage that several go through together, nobody knows how it feels only where it is unknown for each of them.
    seen = {field.link: field for field in sorted(fields, key=lambda field: field.kind == "felt")}
    kinds = [field.kind for field in seen.values()]
    marks = [mark.kind for field in seen.values() for mark in field.marks]
    told = [
        (len(kinds), ngettext("%(num)s stage", "%(num)s stages", len(kinds))),
        (kinds.count("blank"), voice._("%(num)s blank")),
        (kinds.count("unknown"), voice._("%(num)s of which nobody knows how they feel")),
        (marks.count("chances"), voice._("%(num)s with open opportunities")),
        (marks.count("overdue"), voice._("%(num)s with a review overdue")),
    ]
    return " · ".join(words % {"num": number(count)} for count, words in told if count)

