"""Which stages stand side by side: of everybody, by model, and across models by what stages are for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

from journey_site.documents.items import PURPOSES
from journey_site.documents.journeys import Journey
from journey_site.documents.things import Persona
from journey_site.site import vocabulary
from journey_site.site.addresses import NO_LINK, Link, compare_stage_uri, list_uri
from journey_site.site.views.compare.compare_stages import compared_stages
from journey_site.site.views.entries import Labelled, Words
from journey_site.site.views.overview.fields import Stages, current_stages
from journey_site.site.views.people.person import people_of
from journey_site.site.voice import Voice

COLUMNS = 16
"""Past this many stages a table goes on below."""
ACROSS = "purposes"
"""The anchor of the table across models."""
OWN = "own"
"""The anchor of the table of journeys whose stages are their own."""


@dataclass(frozen=True, slots=True)
class StageRow:
    """Whose row it is, and the stages of each column."""

    who: Words
    link: Link
    people: tuple[str, ...]
    """Ids of the personas; none: it is everybody's."""
    stages: tuple[Stages, ...]
    journey: Labelled | None = None
    """The one journey that the row is of, where its stages are its own."""

    @property
    def identity(self) -> str:
        """The one persona's id; empty where it is not one."""
        return self.people[0] if len(self.people) == 1 else ""


@dataclass(frozen=True, slots=True)
class StageTable:
    """Rows of people, columns of stages."""

    anchor: str
    title: Words
    icon: str
    link: Link
    """The model's page."""
    columns: tuple[Labelled, ...]
    """Each stage, with the page that compares it where there is one."""
    rows: tuple[StageRow, ...]
    named: bool = False
    """Whether fields must say their stage: it differs from row to row."""


def has_stages(voice: Voice) -> bool:
    """Whether there is something to lay side by side: a journey as things are today."""
    return any(journey.stages for _, journey in _current(voice))


def stage_tables(voice: Voice) -> list[StageTable]:
    """Across models first, then each model, the one with the most people first, then stages of journeys' own."""
    return [table for table in (_across(voice), *_by_model(voice), _own_stages(voice)) if table.rows and table.columns]


def in_parts(columns: int) -> list[slice]:
    """Which columns stand together on a sheet of paper, as even as can be."""
    count = max(1, -(-columns // COLUMNS))
    ends = [round(at * columns / count) for at in range(count + 1)]
    return [slice(start, end) for start, end in pairwise(ends)]


def first_rows(rows: int, share: float, weight: Callable[[int], float]) -> list[int]:
    """The places of that ``share`` of the rows, those of the least ``weight``, in their order; all where there is room."""
    keep = max(1, int(rows * share))
    return sorted(sorted(range(rows), key=weight)[:keep]) if keep < rows else list(range(rows))


def _current(voice: Voice) -> list[tuple[str, Journey]]:
    """Each journey as things are today, by whose it is; empty: everyone's."""
    return [
        (persona, journey)
        for persona in (*_people(voice), "")
        for journey in voice.uses.journeys_of.get(persona, ())
        if not journey.is_plan
    ]


def _people(voice: Voice) -> dict[str, Persona]:
    return {identity: persona for identity, persona in voice.atlas.personas.items() if persona.publish != "retired"}


def _row(persona: str, stages: list[Stages], voice: Voice) -> StageRow:
    person = voice.atlas.personas.get(persona)
    if person is None:
        return StageRow(voice._("Everyone"), Link(list_uri("journeys")), (), tuple(stages))
    return StageRow(person.name, voice.link_to("personas", person), (persona,), tuple(stages))


def _across(voice: Voice) -> StageTable:
    """Every persona by what stages are for."""
    found: dict[str, dict[str, Stages]] = {}
    for persona in (*_people(voice), ""):
        here = found.setdefault(persona, {})
        for journey, stage in current_stages(persona, voice):
            if stage.serves:
                here.setdefault(stage.serves, []).append((journey, stage))
    told = [purpose for purpose in PURPOSES if any(purpose in here for here in found.values())]
    rows = tuple(
        _row(persona, [here.get(purpose, []) for purpose in told], voice) for persona, here in found.items() if persona or here
    )
    columns = tuple(Labelled(voice._(vocabulary.PHASES[purpose])) for purpose in told)
    return StageTable(ACROSS, voice._("By what the stage is for"), "material/grid", NO_LINK, columns, rows, named=True)


def _by_model(voice: Voice) -> list[StageTable]:
    """A table for each model that somebody is on, the one with the most people first."""
    found: dict[str, dict[str, dict[str, Stages]]] = {}
    for persona, journey in _current(voice):
        if journey.model in voice.atlas.models and journey.model:
            of_person = found.setdefault(journey.model, {}).setdefault(persona, {})
            for stage in journey.stages:
                of_person.setdefault(stage.id, []).append((journey, stage))
    places = list(voice.atlas.models)
    ordered = sorted(found, key=lambda model: (-len(found[model]), places.index(model)))
    return [_model_table(model, found[model], voice) for model in ordered]


def _model_table(identity: str, people: dict[str, dict[str, Stages]], voice: Voice) -> StageTable:
    model = voice.atlas.models[identity]
    names: dict[str, Words] = {stage.id: stage.name for stage in model.stages}
    for stages in people.values():
        for stage, held in stages.items():
            names.setdefault(stage, held[0][1].name)
    told = [stage for stage in names if any(stage in stages for stages in people.values())]
    compared = compared_stages(voice).get(identity, ())
    columns = tuple(
        Labelled(names[stage], Link(compare_stage_uri(identity, stage)) if stage in compared else NO_LINK) for stage in told
    )
    rows = tuple(_row(persona, [stages.get(stage, []) for stage in told], voice) for persona, stages in people.items())
    return StageTable(f"model-{identity}", model.name, vocabulary.KINDS["models"][1], voice.link_to("models", model), columns, rows)


def _own_stages(voice: Voice) -> StageTable:
    """Journeys whose stages are their own: a row for each, its stages one after the other."""
    journeys = [
        journey
        for journey in voice.atlas.journeys.values()
        if journey.publish != "retired" and not journey.is_plan and journey.model not in voice.atlas.models
    ]
    longest = max((len(journey.stages) for journey in journeys), default=0)
    rows = []
    for journey in journeys:
        stages: list[Stages] = [[(journey, stage)] for stage in journey.stages]
        stages += [[] for _ in range(longest - len(stages))]
        row = _row(journey.personas[0] if journey.personas else "", stages, voice)
        if len(journey.personas) > 1:
            names = voice.language.listed([person.short for person in people_of(journey, voice)])
            row = replace(row, who=names, link=NO_LINK, people=tuple(journey.personas))
        rows.append(replace(row, journey=Labelled(journey.name, voice.link_to("journeys", journey))))
    columns = tuple(Labelled(voice.language.number(at)) for at in range(1, longest + 1))
    icon = vocabulary.KINDS["journeys"][1]
    return StageTable(OWN, voice._("On stages of their own"), icon, NO_LINK, columns, tuple(rows), named=True)
