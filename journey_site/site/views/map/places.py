"""Where what stands in a map's cells has its place on the page of its stage, so that one of it can be sent to a colleague."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from journey_site.documents.journeys import Journey, Stage
from journey_site.site.addresses import Link
from journey_site.site.views.map.cells import CellView
from journey_site.site.views.map.grid import RowView
from journey_site.site.views.stage.lanes import ENTRY_ANCHORS, anchors_of
from journey_site.site.voice import Voice

LISTS = ("pains", "opportunities")
"""The lanes whose entries lead there. Touchpoints, content and metrics have pages of their own to lead to; more links
would make a map restless and long for those who go through it by key."""
TRUTH = "moment_of_truth"


def with_places(rows: Sequence[RowView], journey: Journey, columns: Sequence[Stage], voice: Voice) -> tuple[RowView, ...]:
    """``rows`` whose pains, opportunities and moments of truth know their places; ``columns`` are the stages of their cells.

    Cells of one stage stand side by side where it is unfolded: its own first, then its steps in their order.
    """
    return tuple(replace(row, cells=tuple(_placed(row, journey, columns, voice))) if row.lane in (*LISTS, TRUTH) else row for row in rows)


def _placed(row: RowView, journey: Journey, columns: Sequence[Stage], voice: Voice) -> Iterator[CellView]:
    ways: dict[str, Iterator[Link]] = {}
    for cell, stage in zip(row.cells, columns, strict=True):
        if row.lane == TRUTH:
            # A step's moment has no place of its own there.
            yield replace(cell, place=voice.stage_link(journey, stage, TRUTH)) if cell.stage == stage.id and cell else cell
            continue
        links = ways.setdefault(stage.id, _links(row.lane, journey, stage, voice))
        yield replace(
            cell,
            entries=tuple(replace(entry, place=link) for entry, link in zip(cell.entries, islice(links, len(cell.entries)), strict=True)),
            opportunities=tuple(
                replace(each, entry=replace(each.entry, place=link))
                for each, link in zip(cell.opportunities, islice(links, len(cell.opportunities)), strict=True)
            ),
        )


def _links(lane: str, journey: Journey, stage: Stage, voice: Voice) -> Iterator[Link]:
    """The places of all entries of ``lane``, with the anchors that the page of ``stage`` gives them."""
    anchors = anchors_of(stage)
    for part in (stage, *stage.steps):
        for item in getattr(part, lane):
            anchor = anchors.of(ENTRY_ANCHORS[lane], item.id, voice.words_for_address(item.text))
            yield voice.stage_link(journey, stage, anchor)
