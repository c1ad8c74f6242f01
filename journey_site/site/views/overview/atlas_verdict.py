"""What the atlas says in a few sentences: where nothing is known or no stage is, where nobody knows how it feels, where it is worst."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from journey_site.site.addresses import Link
from journey_site.site.views.entries import Labelled
from journey_site.site.views.lists.rows import said
from journey_site.site.views.overview.side_by_side import ACROSS, OWN
from journey_site.site.views.people.person import short_name
from journey_site.site.voice import Voice

if TYPE_CHECKING:
    from journey_site.site.views.overview.atlas_page import AtlasRow, AtlasTable
    from journey_site.site.views.overview.fields import FieldView

NAMED = 3
"""How many people a sentence names."""


def atlas_verdict(tables: Sequence[AtlasTable], voice: Voice) -> tuple[Labelled, ...]:
    """At most three sentences, the weightiest first, each leading to what it is about."""
    by_stage = [table for table in tables if table.anchor != OWN]
    nothing = _most(by_stage, "blank", voice)
    absent = None if nothing else _most([table for table in by_stage if table.anchor == ACROSS], "none", voice)
    calm = None if nothing or absent else Labelled(voice._("Something is known about every stage."))
    found = (nothing or absent or calm, _most(by_stage, "unknown", voice), _worst(tables, voice))
    return tuple(sentence for sentence in found if sentence)


def _most(tables: Sequence[AtlasTable], kind: str, voice: Voice) -> Labelled | None:
    """The column in which most people have a field of ``kind``, of the first such table the one with the larger share; None when nobody has."""
    best: tuple[int, float, AtlasTable, int] | None = None
    for table in tables:
        for column in range(len(table.columns)):
            count, of = len(_rows(table, column, kind)), len(_asked(table, column, kind))
            if count and (best is None or count > best[0] or (count == best[0] and table is best[2] and count / of > best[1])):
                best = count, count / of, table, column
    if best is None:
        return None
    _count, _share, table, column = best
    stage = said(table.columns[column].words, voice)
    if table.anchor != ACROSS and len(tables) > 2:
        stage = voice._("%(stage)s (%(model)s)") % {"stage": stage, "model": said(table.title, voice)}
    who, number = _rows(table, column, kind), voice.language.number
    told = {"stage": stage, "num": number(len(who)), "of": number(len(_asked(table, column, kind)))}
    return Labelled(_sentence(kind, voice) % told, Link("", table.anchor), note=_names(who, voice))


def _sentence(kind: str, voice: Voice) -> str:
    if kind == "blank":
        return voice._("Nothing is known about “%(stage)s” for %(num)s of %(of)s personas.")
    if kind == "none":
        return voice._("There is no stage for “%(stage)s” for %(num)s of %(of)s personas.")
    return voice._("How “%(stage)s” feels is unknown for %(num)s of %(of)s personas.")


def _rows(table: AtlasTable, column: int, kind: str) -> list[AtlasRow]:
    return [row for row in table.rows if row.identity and row.fields[column].kind == kind]


def _asked(table: AtlasTable, column: int, kind: str) -> list[AtlasRow]:
    """Of whom it can be said: everybody may lack a stage, only who has it may know nothing of it."""
    return [row for row in table.rows if row.identity and (kind == "none" or row.fields[column])]


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
