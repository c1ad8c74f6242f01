"""The persona page: who it is, what they want, and the journeys they make."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.documents.things import Persona
from journey_site.documents.values import Ref, Text
from journey_site.site import vocabulary
from journey_site.site.addresses import Link, booklet_uri
from journey_site.site.views.entries import Anchors, EntryView, Labelled, OwnerView, Words, item_views, owner_view, refs_labels
from journey_site.site.views.people import JourneyCard, PersonView, ReviewView, journey_card, person_view, review_view
from journey_site.site.voice import Voice

DRAWN = 24
"""Past this many journeys they are listed without their curves."""


@dataclass(frozen=True, slots=True)
class BarView:
    """A score from 1 to 5 with what it is for."""

    words: Words
    score: int
    link: Link
    icon: str


@dataclass(frozen=True, slots=True)
class ListSection:
    """A list of texts under a heading."""

    anchor: str
    title: str
    icon: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class PersonaView:
    """Everything on the page of a persona."""

    person: PersonView
    segment: Text | None
    summary: Text | None
    sections: tuple[ListSection, ...]
    traits: tuple[BarView, ...]
    channels: tuple[BarView, ...]
    evidence: tuple[Labelled, ...]
    journeys: tuple[JourneyCard, ...]
    owner: OwnerView | None
    review: ReviewView
    booklet: Link
    credit: str
    note: Text | None
    draft: bool
    retired: bool


def persona_view(persona: Persona, voice: Voice) -> PersonaView:
    """Everything on the page of ``persona``."""
    _ = voice._
    anchors = Anchors()
    named = (
        ("goals", _("Wants"), "material/crosshairs", persona.goals),
        ("needs", _("Needs"), "material/hand-heart-outline", persona.needs),
        ("frustrations", _("Is frustrated by"), "material/alert-circle-outline", persona.frustrations),
        ("jobs", _("Is trying to get done"), "material/checkbox-marked-circle-outline", persona.jobs),
    )
    journeys = voice.uses.journeys_of.get(persona.id, [])
    return PersonaView(
        person=person_view(persona, voice),
        segment=persona.segment,
        summary=persona.summary,
        sections=tuple(
            ListSection(anchor, title, icon, item_views(items, voice, anchors, anchor))
            for anchor, title, icon, items in named
            if items
        ),
        traits=tuple(
            BarView(voice.atlas.handbook.traits.get(name, name), score, Link(), "") for name, score in persona.traits.items()
        ),
        channels=_channels(persona, voice),
        evidence=refs_labels(persona.evidence, voice),
        journeys=tuple(journey_card(journey, voice, drawn=len(journeys) <= DRAWN) for journey in journeys),
        owner=owner_view(persona.owner, voice),
        review=review_view(persona, voice),
        booklet=Link(booklet_uri(persona.id)) if journeys else Link(),
        credit=persona.portrait.credit if persona.portrait else "",
        note=persona.note,
        draft=persona.publish == "draft",
        retired=persona.publish == "retired",
    )


def _channels(persona: Persona, voice: Voice) -> tuple[BarView, ...]:
    bars = []
    for name, score in sorted(persona.channels.items(), key=lambda item: -item[1]):
        ref = Ref(name, "channels")
        channel = voice.atlas.find(ref)
        if channel:
            bars.append(BarView(channel.name, score, voice.link(ref), channel.icon or vocabulary.CHANNEL_ICON))
    return tuple(bars)
