"""Impact against effort: opportunities as numbered dots in a field, so that the cheap and the good stand out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from journey_site.documents.items import Common, Opportunity
from journey_site.site.views.lists.tables import Cell, PlotDot, PlotView, Table
from journey_site.site.voice import Voice

DOTS = 40
"""Past this many dots the drawing says nothing."""
FEWEST = 2


def plotted(table: Table, entries: Sequence[Common], voice: Voice) -> Table:
    """``table`` with its first rows numbered and drawn; as it is when too little is known to draw.

    ``entries`` are the opportunities of its rows, in their order.
    """
    dots: list[tuple[int, int, int]] = []
    for at, entry in enumerate(entries):
        if not isinstance(entry, Opportunity) or entry.status in ("done", "dropped"):
            continue
        if entry.impact and entry.effort and len(dots) < DOTS:
            dots.append((at, entry.impact, entry.effort))
    if len(dots) < FEWEST:
        return table
    marks = {at: str(number) for number, (at, _impact, _effort) in enumerate(dots, start=1)}
    fields: list[list[list[PlotDot]]] = [[[] for _effort in range(5)] for _impact in range(5)]
    for at, impact, effort in dots:
        words = table.rows[at][0].words
        fields[5 - impact][effort - 1].append(PlotDot(marks[at], words if isinstance(words, str) else voice.words(words)))
    label = voice._("Impact against effort; the numbers are those of the table below.")
    view = PlotView(tuple(tuple(tuple(field) for field in row) for row in fields), label)
    numbered = tuple(_marked(row, marks.get(at, "")) for at, row in enumerate(table.rows))
    return replace(table, rows=numbered, plot=view)


def _marked(row: tuple[Cell, ...], mark: str) -> tuple[Cell, ...]:
    return (replace(row[0], mark=mark), *row[1:]) if mark else row
