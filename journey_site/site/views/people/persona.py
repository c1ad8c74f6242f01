"""The persona page: who it is, what they want, and the journeys they make."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.documents.things import Persona
from journey_site.documents.values import Ref, Text
from journey_site.site import vocabulary
from journey_site.site.addresses import Link, booklet_uri
from journey_site.site.views.entries import (
    Anchors,
    EntryView,
    Labelled,
    OwnerView,
    Words,
    item_views,
    owner_view,
)
from journey_site.site.views.overview.followed import own_feed
from journey_site.site.views.people.cards import JourneyCard, journey_card
from journey_site.site.views.people.person import PersonView, person_view
from journey_site.site.views.people.persona_content import content_along
from journey_site.site.views.people.reviewed import ReviewView, review_view
from journey_site.site.views.stage.claims import source_labels
from journey_site.site.views.tell import TellView, tell_of_thing
from journey_site.site.voice import Voice

SECTIONS = ("goals", "needs", "frustrations", "jobs", "traits", "channels", "journeys", "content", "evidence", "summary", "note")
"""Anchors of the page's sections, which no entry may take."""
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
    headings: dict[str, str]
    """What each part of the page is called, by its anchor: ``What Göran needs``."""
    segment: Text | None
    summary: Text | None
    sections: tuple[ListSection, ...]
    traits: tuple[BarView, ...]
    channels: tuple[BarView, ...]
    """How gladly each channel is used, the most gladly first."""
    evidence: tuple[Labelled, ...]
    """Every source that the page rests on, with its kind and size."""
    journeys: tuple[JourneyCard, ...]
    owner: OwnerView | None
    review: ReviewView
    content: Labelled | None
    """What there is to read, watch or use along the way, in a sentence, with where it is laid out by stage."""
    booklet: Link
    feed: Link
    """Where what changes for this persona can be followed; no link where there are no feeds."""
    credit: str
    note: Text | None
    tell: TellView | None
    """Where to say that something here is wrong; None where nobody is named."""
    draft: bool
    retired: bool


def persona_view(persona: Persona, voice: Voice) -> PersonaView:
    """Everything on the page of ``persona``."""
    _ = voice._
    anchors = Anchors(SECTIONS)
    person = person_view(persona, voice)
    titles = _headings(person, voice)
    named = (
        ("goals", "material/crosshairs", persona.goals),
        ("needs", "material/hand-heart-outline", persona.needs),
        ("frustrations", "material/alert-circle-outline", persona.frustrations),
        ("jobs", "material/checkbox-marked-circle-outline", persona.jobs),
    )
    journeys = voice.uses.journeys_of.get(persona.id, [])
    return PersonaView(
        person=person,
        headings=titles,
        segment=persona.segment,
        summary=persona.summary,
        sections=tuple(
            ListSection(anchor, titles[anchor], icon, item_views(items, voice, anchors, anchor.removesuffix("s")))
            for anchor, icon, items in named
            if items
        ),
        traits=tuple(
            BarView(voice.atlas.handbook.traits.get(name, name), score, Link(), "") for name, score in persona.traits.items()
        ),
        channels=_channels(persona, voice),
        evidence=source_labels(_sources(persona), voice),
        journeys=tuple(journey_card(journey, voice, drawn=len(journeys) <= DRAWN, actor=persona.id) for journey in journeys),
        owner=owner_view(persona.owner, voice),
        review=review_view(persona, voice),
        content=content_along(persona, voice),
        booklet=Link(booklet_uri(persona.id)) if journeys else Link(),
        feed=own_feed("personas", persona, voice),
        credit=persona.portrait.credit if persona.portrait else "",
        note=persona.note,
        tell=tell_of_thing(persona, voice),
        draft=persona.publish == "draft",
        retired=persona.publish == "retired",
    )


def _headings(person: PersonView, voice: Voice) -> dict[str, str]:
    """What a colleague would call each part; a couple under one name is "they"."""
    _ = voice._
    who = {"who": person.short}
    several = " " in person.short
    return {
        "goals": _("What they want") if several else _("What %(who)s wants") % who,
        "needs": _("What they need") if several else _("What %(who)s needs") % who,
        "frustrations": _("What frustrates them") if several else _("What frustrates %(who)s") % who,
        "jobs": _("What they are trying to get done") if several else _("What %(who)s is trying to get done") % who,
        "traits": _("What they are like") if several else _("What %(who)s is like") % who,
        "channels": _("Where they like to meet us") if several else _("Where %(who)s likes to meet us") % who,
        "content": _("Content for %(who)s") % who,
        "journeys": _("Their journeys") if several else _("Journeys of %(who)s") % who,
    }


def _sources(persona: Persona) -> tuple[Ref, ...]:
    """What the whole page names first, then what single entries do."""
    lists = (persona.goals, persona.needs, persona.frustrations, persona.jobs)
    return tuple(dict.fromkeys((*persona.evidence, *(ref for items in lists for item in items for ref in item.evidence))))


def _channels(persona: Persona, voice: Voice) -> tuple[BarView, ...]:
    bars = []
    for name, score in sorted(persona.channels.items(), key=lambda item: -item[1]):
        ref = Ref(name, "channels")
        channel = voice.atlas.find(ref)
        if channel:
            bars.append(BarView(channel.name, score, voice.link(ref), channel.icon or vocabulary.CHANNEL_ICON))
    return tuple(bars)
