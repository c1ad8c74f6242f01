"""Rows that several pages share: uses of touchpoints, content, pains and opportunities with their stage."""

from __future__ import annotations

from collections.abc import Iterable

from journey_site.atlas.uses import Place, Use
from journey_site.documents.items import ContentUse, Item, MetricUse, Opportunity, TouchpointUse
from journey_site.documents.things import Content, Touchpoint
from journey_site.documents.values import Text
from journey_site.site.views.entries import (
    content_view,
    entry_view,
    face_of,
    item_views,
    metric_view,
    owner_view,
    touchpoint_view,
)
from journey_site.site.views.people import people_of, review_view
from journey_site.site.views.tables import Cell, Column
from journey_site.site.voice import Voice


def place_cell(place: Place, voice: Voice, anchor: str = "") -> Cell:
    """Where something stands: the stage with its page, the people and the journey under it."""
    people = voice.language.listed([person.short for person in people_of(place.journey, voice)[:3]]) or voice._("Everyone")
    below = f"{people} · {voice.words(place.journey.name)}"
    if place.stage is None:
        return Cell(place.journey.name, voice.link_to("journeys", place.journey), note=people)
    return Cell(place.stage.name, voice.stage_link(place.journey, place.stage, anchor), note=below)


def worst_first(uses: Iterable[Use]) -> list[Use]:
    """Uses of touchpoints, the worst experience first, those of unknown experience last."""

    def key(use: Use) -> tuple[bool, float]:
        felt = getattr(use.entry, "experience", None)
        return felt is None, felt or 0.0

    return sorted(uses, key=key)


def touchpoint_columns(voice: Voice) -> tuple[Column, ...]:
    """The heads for ``touchpoint_row``."""
    _ = voice._
    return tuple(Column(label) for label in (_("Touchpoint"), _("Where"), _("Experience"), _("Measure"), _("Owner")))


def touchpoint_row(use: Use, voice: Voice) -> tuple[Cell, ...]:
    """A touchpoint in a stage."""
    assert isinstance(use.entry, TouchpointUse)
    view = touchpoint_view(use.entry, voice)
    metric = view.metrics[0] if view.metrics else None
    return (
        Cell(view.entry.words, view.link, view.icon, note=view.entry.note or ""),
        place_cell(use.place, voice, "touchpoints"),
        Cell(face=view.face) if view.face else Cell(voice._("unknown"), badge="unknown"),
        Cell(metric=metric) if metric else Cell(voice._("not measured"), badge="unknown"),
        Cell(owner=view.entry.owner) if view.entry.owner else Cell(voice._("no owner"), badge="unknown"),
    )


def content_columns(voice: Voice) -> tuple[Column, ...]:
    """The heads for ``content_row``."""
    _ = voice._
    return tuple(Column(label) for label in (_("Content"), _("Where"), _("Type"), _("Helps"), _("State")))


def content_row(use: Use, voice: Voice) -> tuple[Cell, ...]:
    """A piece of content in a stage."""
    assert isinstance(use.entry, ContentUse)
    view = content_view(use.entry, voice)
    return (
        Cell(view.entry.words, view.link, view.icon, note=view.entry.note or ""),
        place_cell(use.place, voice, "content"),
        Cell(view.type),
        Cell(view.helps),
        Cell(view.status_label, badge=view.status) if view.status else Cell(voice._("not stated"), badge="unknown"),
    )


def item_columns(voice: Voice, first: str) -> tuple[Column, ...]:
    """The heads for ``pain_row``."""
    _ = voice._
    return (Column(first), Column(_("Where")), Column(_("Severity"), number=True), Column(_("Owner")))


def pain_row(use: Use, voice: Voice) -> tuple[Cell, ...]:
    """A pain in a stage."""
    assert isinstance(use.entry, Item)
    view = item_views((use.entry,), voice)[0]
    owner = view.owner or owner_view((use.place.stage and use.place.stage.owner) or use.place.journey.owner, voice)
    return (
        Cell(view.words, note=view.note or "", labels=view.sources),
        place_cell(use.place, voice, "pains"),
        Cell(score=view.severity) if view.severity else Cell(voice._("not stated"), badge="unknown"),
        Cell(owner=owner) if owner else Cell(voice._("no owner"), badge="unknown"),
    )


def opportunity_columns(voice: Voice) -> tuple[Column, ...]:
    """The heads for ``opportunity_row``."""
    _ = voice._
    return (
        Column(_("Opportunity")),
        Column(_("Where")),
        Column(_("Impact"), number=True),
        Column(_("Effort"), number=True),
        Column(_("State")),
        Column(_("Owner")),
    )


def opportunity_row(use: Use, voice: Voice) -> tuple[Cell, ...]:
    """An opportunity in a stage."""
    entry = use.entry
    assert isinstance(entry, Opportunity)
    view = entry_view(entry, entry.text or Text({}), voice)
    unknown = Cell("–")
    return (
        Cell(view.words, note=view.note or ""),
        place_cell(use.place, voice, "opportunities"),
        Cell(score=entry.impact) if entry.impact else unknown,
        Cell(score=entry.effort) if entry.effort else unknown,
        Cell(view.status_label, badge=view.status) if view.status else Cell(voice._("not stated"), badge="unknown"),
        Cell(owner=view.owner) if view.owner else Cell(voice._("no owner"), badge="unknown"),
    )


def by_promise(uses: Iterable[Use]) -> list[Use]:
    """Opportunities, the most impact for the least effort first, those that are done or dropped last."""

    def key(use: Use) -> tuple[bool, int, int]:
        entry = use.entry
        assert isinstance(entry, Opportunity)
        return entry.status in ("done", "dropped"), -(entry.impact or 0), entry.effort or 6

    return sorted(uses, key=key)


def metric_columns(voice: Voice) -> tuple[Column, ...]:
    """The heads for ``metric_row``."""
    _ = voice._
    return (Column(_("Metric")), Column(_("Where")), Column(_("Value")))


def metric_row(use: Use, voice: Voice) -> tuple[Cell, ...]:
    """A metric in a stage."""
    assert isinstance(use.entry, MetricUse)
    view = metric_view(use.entry, voice)
    return (Cell(view.entry.words, view.link), place_cell(use.place, voice, "metrics"), Cell(metric=view))


def shared_touchpoint_row(thing: Touchpoint, voice: Voice) -> tuple[Cell, ...]:
    """A touchpoint in the list of all."""
    view = touchpoint_view(thing, voice)
    uses = voice.uses.touchpoints.get(thing.id, [])
    felt = [use.entry.experience for use in uses if isinstance(use.entry, TouchpointUse) and use.entry.experience is not None]
    face = face_of(min(felt), voice) if felt else None
    owner = owner_view(thing.owner, voice)
    return (
        Cell(thing.name, voice.link_to("touchpoints", thing), view.icon, anchor=thing.id),
        Cell(view.channel, view.channel_link),
        Cell(face=face) if face else Cell(voice._("unknown"), badge="unknown"),
        Cell(voice.language.number(len(uses))),
        Cell(metric=view.metrics[0]) if view.metrics else Cell(voice._("not measured"), badge="unknown"),
        Cell(owner=owner) if owner else Cell(voice._("no owner"), badge="unknown"),
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
        Cell(view.language),
        Cell(voice.language.number(len(uses))),
        Cell(view.status_label, badge=view.status) if view.status else Cell(voice._("not stated"), badge="unknown"),
        Cell(owner=owner) if owner else Cell(voice._("no owner"), badge="unknown"),
    )


def review_cell(thing, voice: Voice) -> Cell:  # type: ignore[no-untyped-def]
    """When a thing was checked."""
    review = review_view(thing, voice)
    badge = "overdue" if review.overdue_days else "" if review.date else "unknown"
    return Cell(review.words, badge=badge)


