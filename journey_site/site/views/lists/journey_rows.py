"""Journeys as rows of a table: in full, and as little as will find one among thousands."""

from __future__ import annotations

from dataclasses import replace

from journey_site.atlas.mood import worst_moment
from journey_site.documents.journeys import Journey
from journey_site.documents.things import Thing
from journey_site.site import vocabulary
from journey_site.site.views.lists.choices import UNKNOWN, Choice
from journey_site.site.views.lists.rows import number_cell, owner_cell, unknown
from journey_site.site.views.lists.tables import Cell, Column
from journey_site.site.views.people.cards import journey_card
from journey_site.site.views.people.reviewed import review_view
from journey_site.site.voice import Voice


def review_cell(thing: Thing, voice: Voice) -> Cell:
    """When a thing was checked."""
    review = review_view(thing, voice)
    if not review.words:
        return Cell()
    badge = "overdue" if review.overdue_days else "" if review.date else "unknown"
    words = review.words if badge else review.date
    return Cell(words, badge=badge, sort=thing.reviewed.isoformat() if thing.reviewed else "")


def review_fact(thing: Thing, voice: Voice) -> Cell:
    """When a thing was checked and by whom, for its own page."""
    review = review_view(thing, voice)
    cell = review_cell(thing, voice)
    return replace(cell, note=review.last or (voice._("by %(who)s") % {"who": review.by} if review.by else ""))


def journey_columns(voice: Voice) -> tuple[Column, ...]:
    """The heads for ``journey_row``."""
    _ = voice._
    return (
        Column(_("Journey"), facet="state", facet_label=_("State")),
        Column(_("Whose"), facet="persona", facet_label=_("Persona")),
        Column(_("Model"), facet="model"),
        Column(_("Stages"), number=True),
        Column(_("Lowest point")),
        Column(_("Owner"), facet="owner"),
        Column(_("Reviewed")),
    )


def journey_row(journey: Journey, voice: Voice) -> tuple[Cell, ...]:
    """A journey in a table of many."""
    card = journey_card(journey, voice, drawn=False)
    state = journey.state or "current"
    states = (Choice(state, voice._(vocabulary.STATES[state]), list(vocabulary.STATES).index(state)),)
    people = tuple(Choice(person.id, person.name) for person in card.people) or (Choice(UNKNOWN, voice._("Everyone"), -1),)
    return (
        Cell(card.title, card.link, note=card.state, anchor=journey.id, draft=card.draft, choices=states),
        Cell(voice.language.listed([person.short for person in card.people[:3]]) or voice._("Everyone"), choices=people),
        Cell(card.model.words, card.model.link) if card.model else Cell(voice._("its own stages")),
        number_cell(card.stages, voice),
        Cell(card.worst_stage, card.worst_link, face=card.worst) if card.worst else unknown(voice._("unknown")),
        owner_cell(card.owner, voice),
        review_cell(journey, voice),
    )


def brief_journey_columns(voice: Voice) -> tuple[Column, ...]:
    """The heads for ``brief_journey_row``."""
    return (Column(voice._("Journey")), Column(voice._("Lowest point"), number=True))


def brief_journey_row(journey: Journey, voice: Voice) -> tuple[Cell, ...]:
    """A journey in a table of thousands: as little as will find it."""
    worst = worst_moment(journey)
    value = voice.language.signed(worst.value) if worst else ""
    return Cell(journey.name, voice.link_to("journeys", journey), anchor=journey.id), Cell(value)
