"""Personas as rows of a table, for those who want them in a spreadsheet; pages show them as cards."""

from __future__ import annotations

from journey_site.documents.things import Persona
from journey_site.site.views.entries import face_of, owner_view
from journey_site.site.views.lists.journey_rows import review_cell
from journey_site.site.views.lists.rows import number_cell, owner_cell
from journey_site.site.views.lists.tables import Cell, Column, Table
from journey_site.site.views.people.sparkline import lowest
from journey_site.site.voice import Voice


def persona_table(voice: Voice) -> Table:
    """Every persona that is not retired."""
    _ = voice._
    columns = (
        Column(_("Persona")),
        Column(_("Role")),
        Column(_("Segment")),
        Column(_("Age")),
        Column(_("Place")),
        Column(_("Journeys"), number=True),
        Column(_("Lowest point")),
        Column(_("Owner")),
        Column(_("Reviewed")),
    )
    live = [persona for persona in voice.atlas.personas.values() if persona.publish != "retired"]
    return Table("all", "", "", columns, tuple(persona_row(persona, voice) for persona in live))


def persona_row(persona: Persona, voice: Voice) -> tuple[Cell, ...]:
    """A persona with the lowest moment of all its journeys."""
    journeys = voice.uses.journeys_of.get(persona.id, [])
    found = [(moment, journey) for journey in journeys if (moment := lowest(journey, persona.id))]
    moment, journey = min(found, key=lambda each: each[0].value, default=(None, None))
    low = Cell()
    if moment and journey:
        low = Cell(moment.stage.name, voice.stage_link(journey, moment.stage), note=journey.name, face=face_of(moment.value, voice))
    return (
        Cell(persona.name, voice.link_to("personas", persona), anchor=persona.id, draft=persona.publish == "draft"),
        Cell(persona.role or ""),
        Cell(persona.segment or ""),
        Cell(persona.age or ""),
        Cell(persona.location or ""),
        number_cell(len(journeys), voice),
        low,
        owner_cell(owner_view(persona.owner, voice), voice),
        review_cell(persona, voice),
    )
