"""Personas and journeys as cards, for the start page and the lists."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.atlas.reviews import review_of
from journey_site.documents.journeys import Journey
from journey_site.documents.things import Persona
from journey_site.documents.values import Text
from journey_site.site import vocabulary
from journey_site.site.addresses import Link
from journey_site.site.views.entries import FaceView, Labelled, OwnerView, Words, face_of, owner_view
from journey_site.site.views.people.person import PersonView, people_of, person_view
from journey_site.site.views.people.reviewed import ReviewView, review_view
from journey_site.site.views.people.sparkline import SparklineView, lowest, sparkline
from journey_site.site.voice import Voice


@dataclass(frozen=True, slots=True)
class JourneyCard:
    """A journey in a list."""

    title: Text
    link: Link
    sparkline: SparklineView | None
    model: Labelled | None
    owner: OwnerView | None
    state: str
    review: ReviewView
    stages: int
    people: tuple[PersonView, ...]
    worst: FaceView | None
    worst_stage: Words
    worst_link: Link
    draft: bool
    retired: bool


@dataclass(frozen=True, slots=True)
class PersonaCard:
    """A persona with its journeys, for the start page and the list."""

    person: PersonView
    journeys: tuple[JourneyCard, ...]
    more: int
    """How many journeys are not shown."""
    owner: OwnerView | None
    review: ReviewView
    segment: Words
    lowest: JourneyCard | None = None
    """The journey that goes lowest, where none is shown in full."""
    draft: bool = False
    broad: bool = False
    """Whether it takes two of a row's four columns, where the screen has room for four."""
    late: str = ""
    """How many of its journeys are overdue for a review; empty when none is."""


def journey_card(journey: Journey, voice: Voice, *, drawn: bool = True, actor: str | None = None) -> JourneyCard:
    """A journey in a list, with its line where ``drawn``; among one persona's, as that ``actor`` feels it."""
    worst = lowest(journey, actor)
    model = voice.atlas.find(journey.model)
    return JourneyCard(
        journey.name,
        voice.link_to("journeys", journey),
        sparkline(journey, voice, actor) if drawn else None,
        Labelled(model.name, voice.link_to("models", model)) if model else None,
        owner_view(journey.owner, voice),
        voice._(vocabulary.STATES[journey.state]) if journey.state else "",
        review_view(journey, voice),
        len(journey.stages),
        people_of(journey, voice),
        face_of(worst.value, voice) if worst else None,
        worst.stage.name if worst else "",
        voice.stage_link(journey, worst.stage) if worst else Link(),
        journey.publish == "draft",
        journey.publish == "retired",
    )


def persona_card(persona: Persona, voice: Voice, shown: int = 3, *, drawn: bool = True) -> PersonaCard:
    """A persona with up to ``shown`` of its journeys; with none shown, the one that goes lowest, with its line where ``drawn``."""
    journeys = voice.uses.journeys_of.get(persona.id, [])
    felt = [(moment.value, at) for at, journey in enumerate(journeys) if (moment := lowest(journey, persona.id))] if not shown else []
    return PersonaCard(
        person_view(persona, voice),
        tuple(journey_card(journey, voice, actor=persona.id) for journey in journeys[:shown]),
        max(0, len(journeys) - shown),
        owner_view(persona.owner, voice),
        review_view(persona, voice),
        persona.segment or "",
        journey_card(journeys[min(felt)[1]], voice, drawn=drawn, actor=persona.id) if felt else None,
        persona.publish == "draft",
        late=_late_journeys(journeys, voice),
    )


def _late_journeys(journeys: list[Journey], voice: Voice) -> str:
    late = sum(review_of(journey, voice.atlas).overdue for journey in journeys)
    if not late:
        return ""
    number = voice.language.number
    words = voice.language.ngettext("%(num)s of %(of)s journey overdue", "%(num)s of %(of)s journeys overdue", len(journeys))
    return words % {"num": number(late), "of": number(len(journeys))}
