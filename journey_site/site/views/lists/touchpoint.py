"""The page of a touchpoint: how it feels wherever customers meet it, what happens there, and what is measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from journey_site.atlas.uses import Place, Use
from journey_site.documents.items import TouchpointUse
from journey_site.documents.things import Touchpoint
from journey_site.documents.values import Text
from journey_site.site.addresses import Link
from journey_site.site.views.entries import Labelled, owner_view
from journey_site.site.views.lists import rows, shared_rows
from journey_site.site.views.lists.facts import owner_fact, sources_fact, url_fact, used_in
from journey_site.site.views.lists.first import first_of
from journey_site.site.views.lists.met import met_in_journeys
from journey_site.site.views.lists.tables import Cell, Column, Fact, Table, Told
from journey_site.site.views.stage.anchored import entry_link
from journey_site.site.views.used import metric_view, touchpoint_view
from journey_site.site.voice import Voice


def touchpoint(thing: Touchpoint, voice: Voice) -> Told:
    """What is told of a touchpoint."""
    _, uses = voice._, voice.uses.touchpoints.get(thing.id, [])
    view = touchpoint_view(thing, voice)
    measured = bool(shared_rows.measures_of(thing, uses, voice))
    facts = (
        Fact(_("Channel"), Cell(view.channel, view.channel_link, view.icon) if view.channel else rows.unknown(_("no channel"))),
        owner_fact(thing, voice),
        url_fact(thing, voice),
        sources_fact(thing, voice),
        Fact(_("Measured"), Cell() if measured else rows.unknown(_("not measured"))),
    )
    worst = shared_rows.worst_of(uses)
    first = first_of(worst, voice, _("Worst:")) if worst else None
    if first:  # the page is about it: its name and a link to here say nothing
        first = replace(first, what=replace(first.what, words="", link=Link()))
    lead = used_in(shared_rows.stages_of(uses), voice)
    return Told(lead, facts, (_stages(thing, uses, voice), _measures(thing, uses, voice)), first, met=met_in_journeys(uses, voice))


def _stages(thing: Touchpoint, uses: list[Use], voice: Voice) -> Table:
    """Every use of it; who answers, which channel it comes by and what is measured are told where it is not as usual."""
    _ = voice._
    channels = any(use.entry.channel not in (None, thing.channel) for use in uses if isinstance(use.entry, TouchpointUse))
    metrics = any(use.entry.metrics for use in uses if isinstance(use.entry, TouchpointUse))
    owners = any(_own(thing, use, voice) for use in uses)
    columns = (
        Column(_("Stage"), facet="journey", facet_label=_("Journey")),
        Column(_("Experience"), facet="experience"),
        Column(_("Importance"), number=True),
        Column(_("What happens")),
        *((Column(_("Channel"), facet="channel"),) if channels else ()),
        *((Column(_("Measure"), facet="measure"),) if metrics else ()),
        *((Column(_("Owner"), facet="owner"),) if owners else ()),
    )
    wanted = (True, True, True, True, channels, metrics, owners)
    found = tuple(
        tuple(cell for cell, shown in zip(_met(thing, use, voice), wanted, strict=True) if shown) for use in rows.worst_first(uses)
    )
    return Table("stages", _("Where customers meet it, worst first"), "material/map-marker-path", columns, found)


def _met(thing: Touchpoint, use: Use, voice: Voice) -> tuple[Cell, ...]:
    assert isinstance(use.entry, TouchpointUse)
    view = touchpoint_view(use.entry, voice, journey=use.place.journey)
    metric = view.metrics[0] if use.entry.metrics else None
    place = replace(rows.place_cell(use.place, voice), link=entry_link(use.place, use.entry, voice))
    if use.place.step:
        place = replace(place, note=f"{voice.words(use.place.step.name)} · {rows.said(place.note, voice)}")
    return (
        place,
        Cell(face=view.face) if view.face else rows.unknown(voice._("unknown")),
        Cell(score=view.importance) if view.importance else rows.unknown("–"),
        Cell(view.entry.note or "", labels=tuple(_marks(use.place, voice)), confidence=view.entry.confidence),
        Cell(view.channel, view.channel_link),
        Cell(metric.entry.words, metric.link, metric=metric) if metric else Cell(),
        rows.owner_cell(view.entry.owner, voice),
    )


def _own(thing: Touchpoint, use: Use, voice: Voice) -> bool:
    """Whether somebody else than usual answers for it there."""
    return use.entry.owner is not None and owner_view(use.entry.owner, voice) != owner_view(thing.owner, voice)


def _marks(place: Place, voice: Voice) -> Iterator[Labelled]:
    """What matters in the stage beside: whether it decides, and what hurts there."""
    stage = place.stage
    if stage is None:
        return
    moment = next((part.moment_of_truth for part in (place.step, stage) if part and part.moment_of_truth), None)
    if moment:
        words = voice._("Moment of truth")
        told = f"{words}: {voice.words(moment)}" if isinstance(moment, Text) else words
        yield Labelled(told, voice.stage_link(place.journey, stage))
    pains = (place.step or stage).pains
    if pains:
        words = voice.language.ngettext("%(num)s pain there", "%(num)s pains there", len(pains))
        section = "" if place.step else "pains"
        yield Labelled(words % {"num": voice.language.number(len(pains))}, voice.stage_link(place.journey, stage, section))


def _measures(thing: Touchpoint, uses: list[Use], voice: Voice) -> Table:
    """What is measured of it everywhere, and in single stages."""
    _ = voice._
    everywhere = Cell(_("everywhere"))
    views = [(metric_view(metric, voice), everywhere) for metric in thing.metrics]
    views += [
        (metric_view(metric, voice, journey=use.place.journey), rows.place_cell(use.place, voice, "touchpoints"))
        for use in uses
        if isinstance(use.entry, TouchpointUse)
        for metric in use.entry.metrics
    ]
    columns: tuple[Column, ...] = (Column(_("Metric")), Column(_("Value")), Column(_("Where")))
    told: tuple[tuple[Cell, ...], ...] = tuple((Cell(view.entry.words, view.link), Cell(metric=view), where) for view, where in views)
    if all(where is everywhere for _view, where in views):
        columns, told = columns[:2], tuple(row[:2] for row in told)
    return Table("metrics", _("What is measured"), "material/chart-line", columns, told)
