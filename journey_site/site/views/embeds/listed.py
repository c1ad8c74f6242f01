"""The lists that a fenced block may ask for: the tables of the thing's own page, or of what its journeys hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from journey_site.atlas.uses import Use
from journey_site.documents.journeys import Journey
from journey_site.documents.things import Thing
from journey_site.embeds.asked import Asked
from journey_site.site.addresses import NO_LINK, Link, thing_uri
from journey_site.site.views.lists import rows
from journey_site.site.views.lists.journey_rows import journey_columns, journey_row
from journey_site.site.views.lists.pains_and_opportunities import (
    opportunity_table,
    pain_table,
    pains_worst_first,
)
from journey_site.site.views.lists.tables import LONGEST, Cell, Column, Table
from journey_site.site.views.lists.things import thing_view
from journey_site.site.views.models.model import journeys_on
from journey_site.site.voice import Voice

_WHOSE, _MODEL = 1, 2
"""The columns of a list of journeys that say whose they are, and on which model."""


@dataclass(frozen=True, slots=True)
class ListedView:
    """A list in another page."""

    table: Table
    more: str
    """How many more there are, in words; empty when all are shown."""
    link: Link
    """Where all of them stand."""


def listed_view(asked: Asked, kind: str, thing: Thing, voice: Voice) -> ListedView:
    """The list that ``asked`` names, of ``thing``."""
    table, anchor = _table(asked, kind, thing, voice)
    limit = min(asked.limit or LONGEST, LONGEST)
    left = len(table.rows) - limit
    return ListedView(
        replace(
            table,
            columns=tuple(replace(column, facet="") for column in table.columns),
            rows=tuple(tuple(_without_place(cell) for cell in row) for row in table.rows[:limit]),
            group_titles=(), plot=None, facets=(), lead="", folded=False,
        ),
        voice._("and %(num)s more") % {"num": voice.language.number(left)} if left > 0 else "",
        Link(thing_uri(kind, thing.id), thing.id if kind == "metrics" else anchor),
    )  # fmt: skip


def _without_place(cell: Cell) -> Cell:
    """``cell`` without what holds on its own page alone: addresses there, and the numbers of a drawing."""
    link = NO_LINK if not cell.link.uri and cell.link.anchor else cell.link
    return replace(cell, anchor="", was=(), mark="", choices=(), link=link)


def _table(asked: Asked, kind: str, thing: Thing, voice: Voice) -> tuple[Table, str]:
    """The whole table, and where on the thing's own page it stands."""
    if isinstance(thing, Journey):
        return _along((thing,), asked, voice), ""
    if kind == "personas":
        journeys = voice.uses.journeys_of.get(thing.id, [])
        if asked.of != "journeys":
            return _along(journeys, asked, voice), ""
        alone = all(len(journey.personas) == 1 for journey in journeys)
        return _journeys(journeys, _WHOSE if alone else None, voice), "journeys"
    if kind == "models":
        return _journeys(journeys_on(voice).get(thing.id, []), _MODEL, voice), "journeys"
    if kind == "metrics":
        columns = rows.metric_columns(voice)
        return _told(voice.uses.metrics.get(thing.id, ()), columns, rows.metric_row, voice), ""
    for table in thing_view(kind, thing, voice).tables:
        if table.anchor == asked.of:
            return table, table.anchor
    return Table(asked.of, "", "", (), ()), ""


def _journeys(journeys: Iterable[Journey], known: int | None, voice: Voice) -> Table:
    """Journeys; without the column in which all would say the same, where there is one that is ``known``."""
    columns = journey_columns(voice)
    known = len(columns) if known is None else known
    found = (journey_row(journey, voice) for journey in journeys)
    told = tuple((*row[:known], *row[known + 1 :]) for row in found)
    return Table("journeys", voice._("Journeys"), "", (*columns[:known], *columns[known + 1 :]), told)


def _along(journeys: Iterable[Journey], asked: Asked, voice: Voice) -> Table:
    """What stands along ``journeys``, or in one stage of one; of a persona's, what concerns that persona."""
    wanted = {id(journey) for journey in journeys}
    persona = asked.identity if asked.scheme == "persona" else ""

    def theirs(uses: Iterable[Use]) -> list[Use]:
        return [use for use in uses if id(use.place.journey) in wanted and _in_stage(use, asked.stage) and _concerns(use, persona)]

    uses = voice.uses
    if asked.of == "pains":
        return pain_table(pains_worst_first(theirs(uses.pains)), voice, LONGEST)
    if asked.of == "touchpoints":
        met = theirs((*(use for found in uses.touchpoints.values() for use in found), *uses.inline_touchpoints))
        return _told(rows.worst_first(met), rows.touchpoint_columns(voice), rows.touchpoint_row, voice)
    if asked.of == "content":
        read = theirs((*(use for found in uses.content.values() for use in found), *uses.inline_content))
        return _told(read, rows.content_columns(voice), rows.content_row, voice)
    return opportunity_table(rows.by_promise(theirs(uses.opportunities)), voice, LONGEST)


def _in_stage(use: Use, stage: str) -> bool:
    return not stage or (use.place.stage is not None and use.place.stage.id == stage)


def _concerns(use: Use, persona: str) -> bool:
    """Whether an entry, or the step or stage in which it stands, concerns ``persona``."""
    holders = (use.entry, use.place.step, use.place.stage)
    return not persona or all(not holder.actor or persona in holder.actor for holder in holders if holder is not None)


def _told(
    uses: Iterable[Use], columns: tuple[Column, ...], row: Callable[[Use, Voice], tuple[Cell, ...]], voice: Voice
) -> Table:
    _uses, found, _lead = rows.once_each(uses, "listed", row, voice)
    return Table("listed", "", "", columns, found)
