"""What the atlas says in a few sentences: where nothing is known, where nobody knows how it feels, where it is worst."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from journey_site.site.addresses import Link
from journey_site.site.views.entries import Labelled
from journey_site.site.views.lists.rows import said
from journey_site.site.views.people.people import short_name
from journey_site.site.voice import Voice

if TYPE_CHECKING:
    from journey_site.site.views.overview.atlas_page import AtlasRow, AtlasTable
    from journey_site.site.views.overview.fields import FieldView

NAMED = 3
"""How many people a sentence names."""


def atlas_verdict(tables: Sequence[AtlasTable], voice: Voice) -> tuple[Labelled, ...]:
    """At most three sentences, the weightiest first, each leading to what it is about."""
    by_stage = [table for table in tables if table.anchor != "own"]
    sentences = (
        _most(by_stage, lambda table, field: field.kind == "blank" or (table.anchor == "purposes" and not field), "nothing", voice),
        _most(by_stage, lambda _table, field: field.kind == "unknown", "unknown", voice),
        _worst(tables, voice),
    )
    found = [sentence for sentence in sentences if sentence]
    if not sentences[0]:
        found.insert(0, Labelled(voice._("Something is known about every stage.")))
    return tuple(found)


def _most(
    tables: Sequence[AtlasTable], lacks: Callable[[AtlasTable, FieldView], bool], what: str, voice: Voice
) -> Labelled | None:
    """The column in which most people lack something; None when nobody does."""
    best: tuple[int, AtlasTable, int] | None = None
    for table in tables:
        for column in range(len(table.columns)):
            count = len(_lacking(table, column, lacks))
            if count and (best is None or count > best[0]):
                best = count, table, column
    if best is None:
        return None
    count, table, column = best
    stage = said(table.columns[column].words, voice)
    if table.anchor != "purposes" and len(tables) > 2:
        stage = voice._("%(stage)s (%(model)s)") % {"stage": stage, "model": said(table.title, voice)}
    who = _lacking(table, column, lacks)
    asked = [row for row in table.rows if row.identity and (row.fields[column] or table.anchor == "purposes")]
    return Labelled(_sentence(what, voice) % _told(stage, who, len(asked), voice), Link("", table.anchor), note=_names(who, voice))


def _sentence(what: str, voice: Voice) -> str:
    if what == "nothing":
        return voice._("Nothing is known about “%(stage)s” for %(num)s of %(of)s personas.")
    return voice._("How “%(stage)s” feels is unknown for %(num)s of %(of)s personas.")


def _told(stage: str, who: list[AtlasRow], of: int, voice: Voice) -> dict[str, str]:
    return {"stage": stage, "num": voice.language.number(len(who)), "of": voice.language.number(of)}


def _lacking(table: AtlasTable, column: int, lacks: Callable[[AtlasTable, FieldView], bool]) -> list[AtlasRow]:
    return [row for row in table.rows if row.identity and lacks(table, row.fields[column])]


def _names(who: list[AtlasRow], voice: Voice) -> str:
    return voice.language.listed([short_name(said(row.who, voice)) for row in who]) if len(who) <= NAMED else ""


def _worst(tables: Sequence[AtlasTable], voice: Voice) -> Labelled | None:
    """Where it feels worst of all."""
    felt = [(value, row, field) for row, field, value in _felt(tables)]
    if not felt:
        return None
    value, row, field = min(felt, key=lambda each: each[0])
    words = voice._("It feels worst in “%(stage)s” for %(who)s: %(value)s.")
    who = short_name(said(row.who, voice)) if row.identity else said(row.who, voice)
    return Labelled(
        words % {"stage": said(field.stage, voice), "who": who, "value": voice.language.signed(value)}, field.link
    )


def _felt(tables: Sequence[AtlasTable]) -> Iterator[tuple[AtlasRow, FieldView, float]]:
    for table in tables:
        for row in table.rows:
            for field in row.fields:
                if field.face and field.face.number is not None:
                    yield row, field, field.face.number
