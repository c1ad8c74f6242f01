"""What is left to do in a list, each as a sentence: touchpoints that nobody measures, that nobody owns, that nobody meets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journey_site.sentence import NN_
from journey_site.site.addresses import NO_LINK, Link
from journey_site.site.views.entries import Labelled
from journey_site.site.views.lists.choices import UNKNOWN, FacetView
from journey_site.site.views.lists.facets import choices_of
from journey_site.site.views.lists.tables import Cell, Table, WorkView
from journey_site.site.voice import Voice

Row = tuple[Cell, ...]

NAMED = 3
"""How many of a kind are named."""
_KINDS = (
    ("measure", UNKNOWN, "material/gauge-empty", *NN_("%(num)s touchpoint is not measured", "%(num)s touchpoints are not measured")),
    ("owner", UNKNOWN, "material/account-question-outline", *NN_("%(num)s touchpoint has no owner", "%(num)s touchpoints have no owner")),
    ("uses", "0", "material/map-marker-off-outline", *NN_("%(num)s touchpoint is met in no journey", "%(num)s touchpoints are met in no journey")),
)


def touchpoint_work(tables: Sequence[Table], facets: Sequence[FacetView], page: str, voice: Voice) -> tuple[WorkView, ...]:
    """What the touchpoints in ``tables`` leave to do, the worst named first; nothing for readers who do none of it.

    ``page`` is where they stand, ``facets`` what they can be narrowed to there.
    """
    return tuple(_works(tables, facets, page, voice)) if voice.upkeep else ()


def _works(tables: Sequence[Table], facets: Sequence[FacetView], page: str, voice: Voice) -> Iterator[WorkView]:
    number = voice.language.number
    for key, value, icon, one, many in _KINDS:
        found = found_under(tables, key, value, voice)
        if not found:
            continue
        found.sort(key=_worst)
        more = len(found) - NAMED
        yield WorkView(
            key,
            voice.language.ngettext(one, many, len(found)) % {"num": number(len(found))},
            narrowed(facets, key, value, page),
            icon,
            tuple(Labelled(row[0].words, row[0].link or row[1].link) for row in found[:NAMED]),
            voice.and_more(more),
        )


def _worst(row: Row) -> tuple[bool, float]:
    felt = next((cell.face.number for cell in row if cell.face and cell.face.number is not None), None)
    return felt is None, felt or 0.0


def found_under(tables: Sequence[Table], key: str, value: str, voice: Voice) -> list[Row]:
    """The rows of a list that are left when it is narrowed to ``value`` by the facet ``key``."""
    return [row for table in tables for row in table.rows if value in choices_of(table, row, key, voice)]


def narrowed(facets: Sequence[FacetView], key: str, value: str, page: str) -> Link:
    """The list with nothing else in it; nowhere where it is too short to be narrowed."""
    names = [facet.name for facet in facets if facet.key == key and any(option.value == value for option in facet.options)]
    return Link(page, query=f"{names[0]}={value}") if names else NO_LINK
