"""How it feels at a glance: a row for each persona, a column for what stages are for, the lowest value in each field."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.atlas.mood import lowest_in
from journey_site.documents.items import PURPOSES
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.things import Persona
from journey_site.site import vocabulary
from journey_site.site.addresses import NO_LINK, Link, list_uri
from journey_site.site.views.entries import FaceView, face_of
from journey_site.site.views.overview.fields import current_stages
from journey_site.site.views.people.person import PersonView, person_view
from journey_site.site.voice import Voice

ROWS = 12
"""Past this many personas the start page is no place for it."""


@dataclass(frozen=True, slots=True)
class HeatField:
    """One persona in one sort of stage; without a link there is no such stage, without a face nobody knows."""

    link: Link = NO_LINK
    face: FaceView | None = None
    stage: str = ""
    """The stage that the value is from."""


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One persona."""

    person: PersonView
    fields: tuple[HeatField, ...]


@dataclass(frozen=True, slots=True)
class HeatView:
    """The whole field."""

    columns: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    atlas: Link
    """Where every stage stands."""


def heat_view(personas: list[Persona], voice: Voice) -> HeatView | None:
    """The field for ``personas``; None when there are too many, or too little is known to compare."""
    if not 1 < len(personas) <= ROWS:
        return None
    found = {persona.id: _by_purpose(persona, voice) for persona in personas}
    columns = [purpose for purpose in PURPOSES if any(purpose in row for row in found.values())]
    rows = tuple(
        HeatRow(person_view(persona, voice), tuple(_field(found[persona.id].get(purpose, []), persona, voice) for purpose in columns))
        for persona in personas
        if found[persona.id]
    )
    if len(columns) < 2 or len(rows) < 2:
        return None
    labels = tuple(voice._(vocabulary.PHASES[purpose]) for purpose in columns)
    return HeatView(labels, rows, Link(list_uri("atlas")))


def _by_purpose(persona: Persona, voice: Voice) -> dict[str, list[tuple[Journey, Stage]]]:
    found: dict[str, list[tuple[Journey, Stage]]] = {}
    for journey, stage in current_stages(persona.id, voice):
        if stage.serves:
            found.setdefault(stage.serves, []).append((journey, stage))
    return found


def _field(stages: list[tuple[Journey, Stage]], persona: Persona, voice: Voice) -> HeatField:
    if not stages:
        return HeatField()
    felt = [(value, at) for at, (journey, stage) in enumerate(stages) if (value := lowest_in(journey, stage, persona.id)) is not None]
    value, at = min(felt, default=(None, 0))
    journey, stage = stages[at]
    return HeatField(voice.stage_link(journey, stage), face_of(value, voice), voice.words(stage.name))
