"""What follows from a map: its worst moments, what nobody knows, what to do about it, and who does what."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.atlas.mood import moments
from journey_site.documents.items import Opportunity
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.values import Owner
from journey_site.site.addresses import Link
from journey_site.site.views.entries import (
    EntryView,
    FaceView,
    Labelled,
    OpportunityView,
    OwnerView,
    Words,
    department_of,
    face_of,
    item_views,
    opportunity_views,
    owned_by,
    owner_view,
)
from journey_site.site.views.map.grid import departments_at
from journey_site.site.views.people.person import people_of
from journey_site.site.voice import Voice


@dataclass(frozen=True, slots=True)
class WorstView:
    """A low point with its reason and who answers for it."""

    stage: Words
    link: Link
    who: str
    """Who feels it, where several people make the journey."""
    face: FaceView
    pains: tuple[EntryView, ...]
    """What hurts there, at most two, the most severe first."""
    owner: OwnerView | None
    departments: tuple[str, ...] | None = None
    """Ids of the departments that answer for the stage or for what hurts there; None in a handbook without departments."""


@dataclass(frozen=True, slots=True)
class AtStage:
    """An opportunity with the stage in which it stands; empty where it concerns the whole journey."""

    stage: Words
    link: Link
    opportunity: OpportunityView


@dataclass(frozen=True, slots=True)
class DutyView:
    """What a department does along the journey."""

    department: Labelled
    owns: tuple[Labelled, ...]
    takes_part: tuple[Labelled, ...]
    id: str = ""
    """The department's."""


def worst_views(journey: Journey, voice: Voice, count: int = 3) -> tuple[WorstView, ...]:
    """The lowest moments below neutral, at most one a stage, worst first."""
    middle = voice.atlas.handbook.scale.middle
    names = {person.id: person.short for person in people_of(journey, voice)}
    several = len(names) > 1 and any(stage.emotion and stage.emotion.by_actor for stage in journey.stages)
    lowest: dict[str, tuple[float, Stage, str]] = {}
    for actor in journey.personas if several else (None,):
        for moment in moments(journey, actor):
            known = lowest.get(moment.stage.id)
            if moment.value < middle and (known is None or moment.value < known[0]):
                lowest[moment.stage.id] = (moment.value, moment.stage, names.get(actor or "", "") if several else "")
    ordered = sorted(lowest.values(), key=lambda found: found[0])[:count]
    return tuple(_worst_view(journey, stage, who, face, voice) for value, stage, who in ordered if (face := face_of(value, voice)))


def _worst_view(journey: Journey, stage: Stage, who: str, face: FaceView, voice: Voice) -> WorstView:
    owner = stage.owner or journey.owner
    hurting = tuple(sorted(stage.all_in("pains"), key=lambda pain: -(pain.severity or 0))[:2])
    pains = owned_by(item_views(hurting, voice), owner)
    whose = department_of(owner, voice)
    if whose is not None:
        whose = tuple(dict.fromkeys((*whose, *(each for pain in pains for each in pain.departments or ()))))
    return WorstView(stage.name, voice.stage_link(journey, stage), who, face, pains, owner_view(owner, voice), whose)


def unknown_stages(journey: Journey, voice: Voice) -> tuple[Labelled, ...]:
    """The stages whose emotion nobody has stated."""
    known = {moment.stage.id for actor in (None, *journey.personas) for moment in moments(journey, actor)}
    return tuple(
        Labelled(stage.name, voice.stage_link(journey, stage), departments=departments_at(journey, stage, voice))
        for stage in journey.stages
        if stage.id not in known
    )


def promising(journey: Journey, voice: Voice, count: int = 6) -> tuple[AtStage, ...]:
    """Open opportunities, those with the most impact for the least effort first.

    Those of the whole journey are always among them, for they stand nowhere else.
    """
    hurting = (*journey.pains, *(pain for stage in journey.stages for pain in stage.all_in("pains")))
    pains = {pain.id: Labelled(pain.text or "") for pain in hurting if pain.id}
    found: list[tuple[Opportunity, Words, Link, Owner | None]] = [(item, "", Link(), journey.owner) for item in journey.opportunities]
    for stage in journey.stages:
        link, owner = voice.stage_link(journey, stage, "opportunities"), stage.owner or journey.owner
        found += [(item, stage.name, link, owner) for item in stage.opportunities]
        found += [(item, stage.name, link, step.owner or owner) for step in stage.steps for item in step.opportunities]
    still = [each for each in found if each[0].status not in ("done", "dropped")]
    still.sort(key=lambda each: (-(each[0].impact or 0), each[0].effort or 6))
    shown = [each for place, each in enumerate(still) if place < count or not each[1]]
    return tuple(AtStage(name, link, opportunity_views((item,), voice, pains, None, owner)[0]) for item, name, link, owner in shown)


def duty_views(journey: Journey, voice: Voice) -> tuple[DutyView, ...]:
    """What each department owns along the journey, and where it takes part."""
    owns: dict[str, list[Labelled]] = {}
    part: dict[str, list[Labelled]] = {}
    for stage in journey.stages:
        label = Labelled(stage.name, voice.stage_link(journey, stage))
        owner = stage.owner or journey.owner
        if owner and owner.department:
            owns.setdefault(owner.department, []).append(label)
        for department in dict.fromkeys((*stage.departments, *journey.departments)):
            if not (owner and owner.department == department):
                part.setdefault(department, []).append(label)
    departments = [each for each in voice.atlas.departments.values() if each.id in owns or each.id in part]
    return tuple(
        DutyView(
            Labelled(each.name, voice.link_to("departments", each)),
            tuple(owns.get(each.id, ())),
            tuple(part.get(each.id, ())),
            each.id,
        )
        for each in departments
    )
