"""Rows for shared touchpoints and content in the lists of all of them."""

from __future__ import annotations

from journey_site.documents.items import TouchpointUse
from journey_site.documents.things import Content, Touchpoint
from journey_site.site.views.entries import face_of, owner_view
from journey_site.site.views.lists.rows import language_name, number_cell, owner_cell, unknown
from journey_site.site.views.lists.tables import Cell, Column
from journey_site.site.views.used import content_view, touchpoint_view
from journey_site.site.voice import Voice


def worst_experience(touchpoint: str, voice: Voice) -> float | None:
    """How a shared touchpoint feels where it feels worst; None when nothing is known."""
    uses = voice.uses.touchpoints.get(touchpoint, ())
    felt = [use.entry.experience for use in uses if isinstance(use.entry, TouchpointUse) and use.entry.experience is not None]
    return min(felt, default=None)


def shared_touchpoint_columns(voice: Voice) -> tuple[Column, ...]:
    """The heads for ``shared_touchpoint_row``."""
    _ = voice._
    return (
        Column(_("Touchpoint")),
        Column(_("Channel")),
        Column(_("Worst experience")),
        Column(_("Uses"), number=True),
        Column(_("Measure")),
        Column(_("Owner")),
    )


def shared_touchpoint_row(thing: Touchpoint, voice: Voice) -> tuple[Cell, ...]:
    """A touchpoint in the list of all."""
    view = touchpoint_view(thing, voice)
    uses = voice.uses.touchpoints.get(thing.id, [])
    face = face_of(worst_experience(thing.id, voice), voice)
    owner = owner_view(thing.owner, voice)
    return (
        Cell(thing.name, voice.link_to("touchpoints", thing), view.icon, anchor=thing.id),
        Cell(view.channel, view.channel_link),
        Cell(face=face) if face else unknown(voice._("unknown")),
        number_cell(len(uses), voice),
        Cell(metric=view.metrics[0]) if view.metrics else unknown(voice._("not measured")),
        owner_cell(owner, voice),
    )


STATE_ORDER = ("missing", "outdated", "planned", "", "live")
"""States of content, the one that needs most care first."""


def shared_content_columns(voice: Voice) -> tuple[Column, ...]:
    """The heads for ``shared_content_row``."""
    _ = voice._
    return (
        Column(_("Content")),
        Column(_("Type")),
        Column(_("Purpose")),
        Column(_("Language")),
        Column(_("Uses"), number=True),
        Column(_("State")),
        Column(_("Owner")),
    )


def shared_content_row(thing: Content, voice: Voice) -> tuple[Cell, ...]:
    """A piece of content in the list of all."""
    view = content_view(thing, voice)
    uses = voice.uses.content.get(thing.id, [])
    owner = owner_view(thing.owner, voice)
    return (
        Cell(thing.name, voice.link_to("content", thing), view.icon, anchor=thing.id),
        Cell(view.type),
        Cell(view.helps),
        Cell(language_name(view.language, voice)),
        number_cell(len(uses), voice),
        Cell(view.status_label, badge=view.status) if view.status else unknown(voice._("not stated")),
        owner_cell(owner, voice),
    )
