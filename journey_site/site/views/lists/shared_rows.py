"""Rows for shared touchpoints and content in the lists of all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from journey_site.atlas.uses import Use
from journey_site.documents.items import TouchpointUse
from journey_site.documents.things import Content, Touchpoint
from journey_site.site.views.entries import Labelled, face_of, owner_view
from journey_site.site.views.lists.choices import UNKNOWN, Choice
from journey_site.site.views.lists.rows import (
    language_name,
    number_cell,
    owner_cell,
    type_cell,
    unknown,
    uses_choice,
)
from journey_site.site.views.lists.tables import Cell, Column
from journey_site.site.views.people.person import whose
from journey_site.site.views.stage.anchored import entry_link
from journey_site.site.views.used import MetricView, content_view, metric_view, touchpoint_view
from journey_site.site.voice import Voice
from journey_site.source.ids import slug


def worst_of(uses: Iterable[Use]) -> Use | None:
    """The use of a touchpoint that feels worst; None when nothing is known."""
    # What a plan hopes for, nobody has felt yet.
    happened = (use for use in uses if not use.place.journey.is_plan)
    felt = [(use.entry.experience, use) for use in happened if isinstance(use.entry, TouchpointUse) and use.entry.experience is not None]
    return min(felt, key=lambda each: each[0], default=(None, None))[1]


def worst_experience(touchpoint: str, voice: Voice) -> float | None:
    """How a shared touchpoint feels where it feels worst; None when nothing is known."""
    use = worst_of(voice.uses.touchpoints.get(touchpoint, ()))
    return use.entry.experience if use and isinstance(use.entry, TouchpointUse) else None


def stages_of(uses: Iterable[Use]) -> int:
    """In how many stages something is used; several steps of one stage are one."""
    return len({(use.place.journey.id, use.place.stage.id if use.place.stage else "") for use in uses})


def measures_of(thing: Touchpoint, uses: Sequence[Use], voice: Voice) -> tuple[MetricView, ...]:
    """What is measured of a touchpoint: its own metrics, else those of the stages where it is met."""
    if thing.metrics:
        return tuple(metric_view(metric, voice) for metric in thing.metrics)
    stated = ((use.place, metric) for use in uses if isinstance(use.entry, TouchpointUse) for metric in use.entry.metrics)
    return tuple(metric_view(metric, voice, journey=place.journey) for place, metric in stated)


def worst_cell(uses: Sequence[Use], voice: Voice) -> Cell:
    """How it feels where it feels worst, and in which stage that is."""
    worst = worst_of(uses)
    face = face_of(worst.entry.experience, voice) if worst and isinstance(worst.entry, TouchpointUse) else None
    if worst is None or face is None:
        return unknown(voice._("unknown"))
    stage = worst.place.stage
    place = Labelled(stage.name if stage else worst.place.journey.name, entry_link(worst.place, worst.entry, voice), note=whose(worst.place.journey, voice))
    return Cell(face=face, places=(place,))


def shared_touchpoint_columns(voice: Voice, *, grouped: bool = False) -> tuple[Column, ...]:
    """The heads for ``shared_touchpoint_row``; ``grouped`` where the list can be narrowed to a group."""
    _ = voice._
    return (
        Column(_("Touchpoint"), facet="group" if grouped else "", facet_label=_("Group")),
        Column(_("Channel"), facet="channel"),
        Column(_("Worst experience"), facet="experience"),
        Column(_("Uses"), number=True, facet="uses"),
        Column(_("Measure"), facet="measure"),
        Column(_("Owner"), facet="owner"),
    )


def shared_touchpoint_row(thing: Touchpoint, uses: Sequence[Use], voice: Voice) -> tuple[Cell, ...]:
    """A touchpoint in the list of all, with those of its ``uses`` that matter there."""
    view = touchpoint_view(thing, voice)
    measures = measures_of(thing, uses, voice)
    count = stages_of(uses)
    return (
        Cell(thing.name, voice.link_to("touchpoints", thing), view.icon, anchor=thing.id, choices=(_group_choice(thing, voice),)),
        Cell(view.channel, view.channel_link) if view.channel else unknown(voice._("no channel")),
        worst_cell(uses, voice),
        Cell(
            voice.language.number(count), number=count, choices=(uses_choice(count, voice),),
            note="" if count else voice._("not used yet"),
        ),
        Cell(metric=measures[0]) if measures else unknown(voice._("not measured")),
        owner_cell(owner_view(thing.owner, voice), voice),
    )  # fmt: skip


def _group_choice(thing: Touchpoint, voice: Voice) -> Choice:
    group = voice.words(thing.group)
    return Choice(slug(group) or "-".join(group.split()), group) if group else Choice(UNKNOWN, voice._("Others"), 1)


STATE_ORDER = ("missing", "outdated", "planned", "", "live")
"""States of content, the one that needs most care first."""


def shared_content_columns(voice: Voice) -> tuple[Column, ...]:
    """The heads for ``shared_content_row``."""
    _ = voice._
    return (
        Column(_("Content")),
        Column(_("Type"), facet="type"),
        Column(_("Purpose")),
        Column(_("Language"), facet="language"),
        Column(_("Uses"), number=True),
        Column(_("State"), facet="state"),
        Column(_("Owner"), facet="owner"),
    )


def shared_content_row(thing: Content, voice: Voice) -> tuple[Cell, ...]:
    """A piece of content in the list of all."""
    view = content_view(thing, voice)
    uses = voice.uses.content.get(thing.id, [])
    owner = owner_view(thing.owner, voice)
    return (
        Cell(thing.name, voice.link_to("content", thing), view.icon, anchor=thing.id),
        type_cell(thing, view.type, voice),
        Cell(view.helps),
        language_cell(view.language, voice),
        number_cell(len(uses), voice),
        Cell(view.status_label, badge=view.status) if view.status else unknown(voice._("not stated")),
        owner_cell(owner, voice),
    )


def language_cell(code: str, voice: Voice) -> Cell:
    """The language of a piece of content, by its name."""
    name = language_name(code, voice)
    return Cell(name, choices=(Choice(code, name),)) if code else Cell()
