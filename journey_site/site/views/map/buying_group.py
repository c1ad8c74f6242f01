"""Who decides what in a buying group, and what each needs to hear, stage by stage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from journey_site.atlas.mood import lowest_in
from journey_site.atlas.ways import order_of
from journey_site.documents.items import Common, Item
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.values import Text
from journey_site.site.addresses import NO_LINK, Link
from journey_site.site.views.entries import EntryView, FaceView, Labelled, Words, face_of, item_views
from journey_site.site.views.map.grid import departments_at
from journey_site.site.views.people.person import PersonView, people_of
from journey_site.site.views.used import content_view, touchpoint_view
from journey_site.site.voice import Voice

DECIDING = ("decider", "approver", "buyer")
"""The roles without whose yes nothing is bought."""
SHOWN = 2
"""How many questions, pains and things we give are shown in a field; the stage's page has them all."""

NAMED = 4
"""How many stages a sentence names."""

Entry = TypeVar("Entry", bound=Common)


@dataclass(frozen=True, slots=True)
class GroupCellView:
    """What one actor brings to a stage."""

    person: PersonView
    concerned: bool
    """Whether the stage concerns them at all."""
    face: FaceView | None
    says: tuple[EntryView, ...]
    """At most one thought."""
    asks: tuple[EntryView, ...]
    hurts: tuple[EntryView, ...]
    """Pains, the worst first."""
    gets: tuple[Labelled, ...]
    """Content and touchpoints that are for them, each with what is wanting in its note."""
    more: int
    """How much more is written for them on the stage's page."""

    @property
    def written(self) -> bool:
        """Whether anything is written for this actor alone."""
        return bool(self.says or self.asks or self.hurts or self.gets)


@dataclass(frozen=True, slots=True)
class GroupStageView:
    """A stage as each actor meets it."""

    id: str
    number: int | None
    name: Text
    link: Link
    moment: bool
    moment_text: Text | None
    deciding: tuple[PersonView, ...]
    """Those without whose yes nothing is bought, as far as they are there."""
    cells: tuple[GroupCellView, ...]
    """One for each actor, in their order."""
    departments: tuple[str, ...] | None = None
    """Ids of the departments that own the stage or take part; None in a handbook without departments."""


@dataclass(frozen=True, slots=True)
class VetoView:
    """Somebody who may say no, and where that is nearest."""

    person: PersonView
    stage: Words
    """Where they feel worst; empty when nothing is known."""
    link: Link
    words: Words
    """What hurts them there, else what they ask or think; empty when nothing is written."""


@dataclass(frozen=True, slots=True)
class SilentView:
    """A deciding actor for whom nothing is written in some stages."""

    person: PersonView
    stages: str
    """The stages, as a list in words."""


@dataclass(frozen=True, slots=True)
class GroupView:
    """A buying group along the stages."""

    people: tuple[PersonView, ...]
    vetoes: tuple[VetoView, ...]
    deciding: str
    """Those without whose yes nothing is bought, as a list in words; empty when no role says so."""
    silent: tuple[SilentView, ...]
    stages: tuple[GroupStageView, ...]

    @property
    def written(self) -> bool:
        """Whether anything is known of anybody alone."""
        return any(cell.written or cell.face for stage in self.stages for cell in stage.cells)


def group_view(journey: Journey, voice: Voice) -> GroupView | None:
    """A buying group along the stages; None where one person or nobody in particular makes the journey."""
    people = people_of(journey, voice)
    if len(people) < 2:
        return None
    deciding = _deciding(journey, people, voice)
    ordered = order_of(journey, voice.atlas) in ("linear", "cyclic")
    stages = tuple(
        _stage(journey, stage, place if ordered else None, people, deciding, voice)
        for place, stage in enumerate(journey.stages, 1)
    )
    view = GroupView(
        people,
        tuple(_veto(journey, person, stages, voice) for person in people if person.veto),
        voice.language.listed([f"{person.short} ({person.part})" if person.part else person.short for person in deciding]),
        tuple(_silent(deciding, stages, voice)),
        stages,
    )
    # That nobody knows anything of the group yet is a question to those who keep the handbook.
    return view if voice.upkeep or view.vetoes or view.deciding or view.written else None


def _deciding(journey: Journey, people: tuple[PersonView, ...], voice: Voice) -> tuple[PersonView, ...]:
    """Those with a veto, and those whose role it is to decide, approve or buy."""
    known = {
        actor.persona
        for actor in journey.actors
        if actor.veto or (actor.role and voice.words(actor.role).casefold() in DECIDING)
    }
    return tuple(person for person in people if person.id in known)


def _stage(
    journey: Journey,
    stage: Stage,
    number: int | None,
    people: tuple[PersonView, ...],
    deciding: tuple[PersonView, ...],
    voice: Voice,
) -> GroupStageView:
    cells = tuple(_cell(journey, stage, person, voice) for person in people)
    there = {cell.person.id for cell in cells if cell.concerned and (cell.written or cell.face)}
    moment = stage.moment_of_truth
    return GroupStageView(
        stage.id,
        number,
        stage.name,
        voice.stage_link(journey, stage),
        bool(moment),
        moment if isinstance(moment, Text) else None,
        tuple(person for person in deciding if person.id in there),
        cells,
        departments_at(journey, stage, voice),
    )


def _cell(journey: Journey, stage: Stage, person: PersonView, voice: Voice) -> GroupCellView:
    concerned = not stage.actor or person.id in stage.actor
    thoughts = item_views(_theirs(stage, "thoughts", person), voice)
    asks = item_views(_theirs(stage, "questions", person), voice)
    hurts = item_views(tuple(sorted(_theirs(stage, "pains", person), key=_gravest)), voice)
    gets = tuple(_given(stage, person, voice))
    shown = len(thoughts[:1]) + len(asks[:SHOWN]) + len(hurts[:SHOWN]) + len(gets[:SHOWN])
    return GroupCellView(
        person,
        concerned,
        face_of(lowest_in(journey, stage, person.id), voice) if concerned else None,
        thoughts[:1],
        asks[:SHOWN],
        hurts[:SHOWN],
        gets[:SHOWN],
        len(thoughts) + len(asks) + len(hurts) + len(gets) - shown,
    )


def _gravest(item: Item) -> int:
    return -(item.severity or 0)


def _theirs(stage: Stage, lane: str, person: PersonView) -> tuple[Item, ...]:
    """The entries of a lane that are for ``person`` and not for everybody, those of a step that is theirs too."""
    return tuple(_for(person, getattr(stage, lane), ())) + tuple(
        entry for step in stage.steps for entry in _for(person, getattr(step, lane), step.actor)
    )


def _for(person: PersonView, entries: Iterable[Entry], otherwise: tuple[str, ...]) -> Iterator[Entry]:
    return (entry for entry in entries if person.id in (entry.actor or otherwise))


def _given(stage: Stage, person: PersonView, voice: Voice) -> Iterator[Labelled]:
    """Content and touchpoints that are addressed to ``person``."""
    for part in (stage, *stage.steps):
        otherwise = () if part is stage else part.actor
        for use in _for(person, part.content, otherwise):
            content = content_view(use, voice)
            wanting = content.status_label if content.status in ("planned", "missing", "outdated") else ""
            yield Labelled(content.entry.words, content.link, content.icon, wanting)
        for met in part.touchpoints:
            view = touchpoint_view(met, voice)
            if person.id in (view.entry.concerns or otherwise) and met.sender != person.id:
                yield Labelled(view.entry.words, view.link, view.icon)


def _veto(journey: Journey, person: PersonView, stages: tuple[GroupStageView, ...], voice: Voice) -> VetoView:
    felt = {stage.id: lowest_in(journey, stage, person.id) for stage in journey.stages}
    known = [(value, place) for place, stage in enumerate(stages) if (value := felt[stage.id]) is not None]
    if not known:
        return VetoView(person, "", NO_LINK, "")
    worst = stages[min(known)[1]]
    cell = next(cell for cell in worst.cells if cell.person.id == person.id)
    said = (*cell.hurts, *cell.asks, *cell.says)
    return VetoView(person, worst.name, worst.link, said[0].words if said else "")


def _silent(
    deciding: tuple[PersonView, ...], stages: tuple[GroupStageView, ...], voice: Voice
) -> Iterator[SilentView]:
    for person in deciding:
        names = [
            voice.words(stage.name)
            for stage in stages
            for cell in stage.cells
            if cell.person.id == person.id and cell.concerned and not cell.written
        ]
        if len(names) > NAMED:
            more = voice.language.ngettext("%(num)s more stage", "%(num)s more stages", len(names) - NAMED + 1)
            names = [*names[: NAMED - 1], more % {"num": voice.language.number(len(names) - NAMED + 1)}]
        if names:
            yield SilentView(person, voice.language.listed(names))
