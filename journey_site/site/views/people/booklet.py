"""The booklet of a persona: everything on paper, A4, a stage a page."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.documents.journeys import Journey
from journey_site.documents.things import Persona
from journey_site.site.addresses import Link, booklet_uri, directory_address
from journey_site.site.views.map.journey import JourneyView, journey_view
from journey_site.site.views.map.paper import leaf_size
from journey_site.site.views.people.persona import PersonaView, persona_view
from journey_site.site.views.stage.stage import StageView, stage_view
from journey_site.site.voice import Voice


@dataclass(frozen=True, slots=True)
class Chapter:
    """A journey with its stages."""

    journey: JourneyView
    stages: tuple[StageView, ...]
    sizes: tuple[float, ...]
    """How large each stage is printed, so that a page holds it: 1 is full size."""


@dataclass(frozen=True, slots=True)
class BookletView:
    """Everything in the booklet of a persona."""

    persona: PersonaView
    chapters: tuple[Chapter, ...]
    back: Link
    """The persona's own page."""
    address: str
    """The booklet's own address within the site, as printed on paper."""
    handbook: str
    """The handbook's title."""
    printed: str
    """The day of printing: of the build, in words."""


def booklet_view(persona: Persona, voice: Voice) -> BookletView:
    """The booklet of ``persona``."""
    journeys = voice.uses.journeys_of.get(persona.id, [])
    chapters = tuple(_chapter(journey, voice) for journey in journeys)
    return BookletView(
        persona_view(persona, voice),
        chapters,
        voice.link_to("personas", persona),
        directory_address(booklet_uri(persona.id)),
        voice.words(voice.atlas.handbook.name),
        voice.language.date(voice.atlas.today),
    )


def _chapter(journey: Journey, voice: Voice) -> Chapter:
    view = journey_view(journey, voice)
    return Chapter(
        view,
        tuple(stage_view(journey, stage, voice) for stage in journey.stages),
        tuple(leaf_size(view.rows, at, voice) for at in range(len(journey.stages))),
    )
