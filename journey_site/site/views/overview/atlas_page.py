"""The atlas: every persona in every stage, grouped by model, and across models by what stages are for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from journey_site.documents.items import PURPOSES
from journey_site.documents.journeys import Journey
from journey_site.documents.things import Persona
from journey_site.site import vocabulary
from journey_site.site.addresses import NO_LINK, Link, compare_stage_uri, list_uri
from journey_site.site.views.compare.compare_stages import compared_stages
from journey_site.site.views.entries import Labelled, Words
from journey_site.site.views.lists.tables import FILTERED
from journey_site.site.views.overview.assumed import has_assumed
from journey_site.site.views.overview.atlas_verdict import atlas_verdict
from journey_site.site.views.overview.fields import EVIDENCE, FieldView, Stages, current_stages, field_of
from journey_site.site.views.people.people import people_of
from journey_site.site.voice import Voice

FIELDS = 1500
"""Past this many fields each table shows those who feel worst, so that a phone can load the page."""
COLUMNS = 16
"""Past this many stages a table goes on below."""


@dataclass(frozen=True, slots=True)
class AtlasRow:
    """Whose row it is, and a field for each column."""

    who: Words
    link: Link
    journey: Labelled | None
    """The one journey that the row tells of, where its stages are its own."""
    fields: tuple[FieldView, ...]
    identity: str = ""
    """The persona's id; empty for everyone."""


@dataclass(frozen=True, slots=True)
class AtlasTable:
    """Rows of people, columns of stages."""

    anchor: str
    title: Words
    icon: str
    link: Link
    """The model's page."""
    lead: str
    columns: tuple[Labelled, ...]
    """Each stage, with the page that compares it where there is one."""
    rows: tuple[AtlasRow, ...]
    named: bool = False
    """Whether fields say their stage: it differs from row to row."""

    def parts(self) -> tuple[AtlasTable, ...]:
        """The table in pieces that fit on a sheet of paper, as even as can be."""
        count = -(-len(self.columns) // COLUMNS)
        if count < 2:
            return (self,)
        ends = [round(at * len(self.columns) / count) for at in range(count + 1)]
        return tuple(
            replace(self, columns=self.columns[start:end], rows=tuple(replace(row, fields=row.fields[start:end]) for row in self.rows))
            for start, end in pairwise(ends)
        )


@dataclass(frozen=True, slots=True)
class AtlasView:
    """Everything on the page of the atlas."""

    title: str
    icon: str
    purpose: str
    verdict: tuple[Labelled, ...]
    """Sentences, the weightiest first, each with where it is to be seen."""
    counts: str
    """What the marks add up to, in words."""
    legend: tuple[tuple[str, str], ...]
    """How well a stage may be known: ``measured``, ``observed``, ``assumed``, each in words."""
    tables: tuple[AtlasTable, ...]
    assumed: Link
    """The page of what is only assumed; nothing where there is none."""

    @property
    def filtered(self) -> bool:
        """Whether a persona can be searched for."""
        return max((len(table.rows) for table in self.tables), default=0) > FILTERED


def has_atlas(voice: Voice) -> bool:
    """Whether there is something to lay side by side: a journey as things are today."""
    return any(journey.stages and journey.state not in ("future", "planned") for _, journey in _current(voice))


def atlas_view(voice: Voice) -> AtlasView:
    """The page of the atlas."""
    label, icon, purpose = vocabulary.ATLAS
    across = _across(voice)
    models = _by_model(voice)
    tables = [table for table in (across, *models, _own_stages(voice)) if table.rows and table.columns]
    counts = {id(table): sum(bool(field) for row in table.rows for field in row.fields) for table in tables}
    left = max(FIELDS // 2, FIELDS - counts.get(id(across), 0))
    share = left / max(1, sum(count for table, count in counts.items() if table != id(across)))
    shown = [table if table is across else _shortened(table, share, voice) for table in tables]
    return AtlasView(
        title=voice._(label),
        icon=icon,
        purpose=voice._(purpose),
        verdict=atlas_verdict(tables, voice),
        counts=_counts(tables, voice),
        legend=tuple((known, voice._(words)) for known, words in EVIDENCE.items()),
        tables=tuple(shown),
        assumed=Link(list_uri("assumed")) if has_assumed(voice) else NO_LINK,
    )


def _current(voice: Voice) -> list[tuple[str, Journey]]:
    """Each journey as things are today, by whose it is; empty: everyone's."""
    return [
        (persona, journey)
        for persona in (*_people(voice), "")
        for journey in voice.uses.journeys_of.get(persona, ())
        if journey.state not in ("future", "planned")
    ]


def _people(voice: Voice) -> dict[str, Persona]:
    return {identity: persona for identity, persona in voice.atlas.personas.items() if persona.publish != "retired"}


def _row(persona: str, fields: list[Stages], voice: Voice, journey: Journey | None = None) -> AtlasRow:
    person = voice.atlas.personas.get(persona)
    return AtlasRow(
        person.name if person else voice._("Everyone"),
        voice.link_to("personas", person) if person else Link(list_uri("journeys")),
        Labelled(journey.name, voice.link_to("journeys", journey)) if journey else None,
        tuple(field_of(stages, persona, voice) for stages in fields),
        persona,
    )


def _across(voice: Voice) -> AtlasTable:
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
    lead = voice._("The worst stage of each kind, whatever its model calls it.")
    return AtlasTable("purposes", voice._("By what the stage is for"), "material/grid", NO_LINK, lead, columns, rows, named=True)


def _by_model(voice: Voice) -> list[AtlasTable]:
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


def _model_table(identity: str, people: dict[str, dict[str, Stages]], voice: Voice) -> AtlasTable:
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
    return AtlasTable(
        f"model-{identity}", model.name, vocabulary.KINDS["models"][1], voice.link_to("models", model), "", columns, rows
    )


def _own_stages(voice: Voice) -> AtlasTable:
    """Journeys whose stages are their own: a row for each, its stages one after the other."""
    rows = []
    for journey in voice.atlas.journeys.values():
        if journey.publish == "retired" or journey.state in ("future", "planned") or journey.model in voice.atlas.models:
            continue
        persona = journey.personas[0] if journey.personas else ""
        row = _row(persona, [[(journey, stage)] for stage in journey.stages], voice, journey)
        if len(journey.personas) > 1:
            names = voice.language.listed([person.short for person in people_of(journey, voice)])
            row = replace(row, who=names, link=NO_LINK, identity="")
        rows.append(row)
    longest = max((len(row.fields) for row in rows), default=0)
    filled = tuple(replace(row, fields=(*row.fields, *[FieldView()] * (longest - len(row.fields)))) for row in rows)
    columns = tuple(Labelled(voice.language.number(at)) for at in range(1, longest + 1))
    icon = vocabulary.KINDS["journeys"][1]
    return AtlasTable("own", voice._("On stages of their own"), icon, NO_LINK, "", columns, filled, named=True)


def _shortened(table: AtlasTable, share: float, voice: Voice) -> AtlasTable:
    """That ``share`` of the rows, those that feel worst, in their order; all where there is room."""
    keep = max(1, int(len(table.rows) * share))
    if keep >= len(table.rows):
        return table
    worst = sorted(range(len(table.rows)), key=lambda at: _lowest(table.rows[at]))[:keep]
    number = voice.language.number
    words = voice._("These are the %(shown)s of %(num)s who feel worst; the others are told of on their own pages.")
    lead = words % {"shown": number(keep), "num": number(len(table.rows))}
    return replace(table, lead=lead, rows=tuple(table.rows[at] for at in sorted(worst)))


def _lowest(row: AtlasRow) -> float:
    felt = [field.face.number for field in row.fields if field.face and field.face.number is not None]
    return min(felt, default=float("inf"))


def _counts(tables: list[AtlasTable], voice: Voice) -> str:
    """How many stages there are, and what is to be said of them."""
    ngettext, number = voice.language.ngettext, voice.language.number
    seen = {field.link: field for table in tables for row in table.rows for field in row.fields if field}
    kinds = [field.kind for field in seen.values()]
    marks = [mark.kind for field in seen.values() for mark in field.marks]
    told = [
        (len(kinds), ngettext("%(num)s stage", "%(num)s stages", len(kinds))),
        (kinds.count("blank"), voice._("%(num)s blank")),
        (kinds.count("unknown"), voice._("%(num)s of which nobody knows how they feel")),
        (marks.count("chances"), voice._("%(num)s with open opportunities")),
        (marks.count("overdue"), voice._("%(num)s with a review overdue")),
    ]
    return " · ".join(words % {"num": number(count)} for count, words in told if count)

