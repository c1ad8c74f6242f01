"""What there is to do about content: stages in which somebody finds nothing, and pieces to make, renew or finish."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journey_site.atlas.mood import lowest_in
from journey_site.atlas.uses import Use
from journey_site.documents.items import ContentFacts, ContentUse
from journey_site.site.addresses import NO_LINK, Link
from journey_site.site.views.entries import Labelled, face_of
from journey_site.site.views.lists.choices import Choice
from journey_site.site.views.lists.facets import with_facets
from journey_site.site.views.lists.rows import alike, first_of_many, owner_cell, unknown
from journey_site.site.views.lists.tables import Cell, Column, Table
from journey_site.site.views.overview.content_gaps import people_now
from journey_site.site.views.overview.content_work import (
    LISTED,
    gap_table,
    persona_choices,
    state_label,
    who_lacks,
)
from journey_site.site.views.recalled import recalled
from journey_site.site.views.used import content_view
from journey_site.site.voice import Voice

TO_DO = ("missing", "outdated", "planned")
"""The states that are work, in the order in which it is listed."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of content that is not there, or not as it should be."""

    entry: ContentFacts
    state: str
    """One of ``TO_DO``."""
    link: Link
    """Its own page, else the stage that has it."""
    uses: tuple[Use, ...]
    """Where it is meant to help; none where no stage has it yet."""
    value: float | None
    """How the worst of its stages feels today; None is unknown."""


def work_tables(voice: Voice) -> tuple[Table, ...]:
    """The stages with nothing and the pieces to make, narrowed together by persona and owner."""
    return with_facets([table for table in (gap_table(voice), piece_table(voice)) if table], voice)


def missing_pieces(voice: Voice) -> int:
    """How many pieces are said to be missing."""
    return sum(piece.state == "missing" for piece in pieces_to_make(voice))


@recalled
def pieces_to_make(voice: Voice) -> tuple[Piece, ...]:
    """Every piece that is missing, outdated or planned, each once; in each state what is for the worst stage first."""
    return tuple(sorted(_found(voice), key=lambda piece: (TO_DO.index(piece.state), piece.value is None, piece.value or 0.0)))


def piece_table(voice: Voice) -> Table:
    """The pieces as work: what, for which stages and whom, and whose each is."""
    _, pieces = voice._, pieces_to_make(voice)
    columns = (
        Column(_("Content")),
        Column(_("State")),
        Column(_("Meant for"), facet="persona", facet_label=_("Persona")),
        Column(_("How it feels there")),
        Column(_("Owner"), facet="owner"),
    )
    lead = _("Each piece once, also where its stages have something else: first what is missing, then what is outdated, then what is planned.")
    more = first_of_many(len(pieces), LISTED, voice)
    rows = tuple(_row(piece, voice) for piece in pieces[:LISTED])
    return Table("pieces", _("Content to make or renew"), "material/file-edit-outline", columns, rows, f"{lead} {more}".strip())


def _row(piece: Piece, voice: Voice) -> tuple[Cell, ...]:
    view = content_view(piece.entry, voice)
    face = face_of(piece.value, voice)
    return (
        Cell(view.entry.words, piece.link, view.icon, note=view.type),
        Cell(state_label(piece.state, voice), badge=piece.state),
        _meant_for(piece, voice),
        Cell(face=face) if face else unknown(voice._("unknown")),
        owner_cell(view.entry.owner, voice),
    )


def _meant_for(piece: Piece, voice: Voice) -> Cell:
    """The stages, each with whose it is and its journey."""
    places: dict[Link, Labelled] = {}
    choices: dict[str, Choice] = {}
    for use in piece.uses:
        journey, stage = use.place.journey, use.place.stage
        link = voice.stage_link(journey, stage, "content") if stage else voice.link_to("journeys", journey)
        people = _people(use, voice)
        note = f"{who_lacks(people, voice)} · {voice.words(journey.name)}"
        places.setdefault(link, Labelled(stage.name if stage else journey.name, link, note=note))
        choices |= {choice.value: choice for choice in persona_choices(people, voice)}
    if not places:
        return unknown(voice._("in no stage"))
    return Cell(places=tuple(places.values()), choices=tuple(choices.values()))


def _found(voice: Voice) -> Iterator[Piece]:
    for thing in voice.atlas.content.values():
        uses = voice.uses.content.get(thing.id, [])
        if thing.status not in TO_DO:
            # A stage may say of a piece what its own page does not: that it is outdated for them.
            uses = [use for use in uses if _said(use) in TO_DO]
        said = [state for state in TO_DO if thing.status == state or thing.status not in TO_DO and any(_said(use) == state for use in uses)]
        if said and thing.publish != "retired":
            yield _piece(thing, said[0], voice.link_to("content", thing), uses, voice)
    for uses in alike((use for use in voice.uses.inline_content if _said(use) in TO_DO), voice):
        entry, place = uses[0].entry, uses[0].place
        if isinstance(entry, ContentUse):
            link = voice.stage_link(place.journey, place.stage, "content") if place.stage else NO_LINK
            yield _piece(entry, _said(uses[0]), link, uses, voice)


def _said(use: Use) -> str:
    return (isinstance(use.entry, ContentUse) and use.entry.status) or ""


def _piece(entry: ContentFacts, state: str, link: Link, uses: Sequence[Use], voice: Voice) -> Piece:
    felt = [
        value
        for use in uses
        if use.place.stage and not use.place.journey.is_plan
        for persona in _people(use, voice) or ("",)
        if (value := lowest_in(use.place.journey, use.place.stage, persona or None)) is not None
    ]
    return Piece(entry, state, link, tuple(uses), min(felt, default=None))


def _people(use: Use, voice: Voice) -> tuple[str, ...]:
    """For whom a piece is where it is used; none: for everyone."""
    place = use.place
    named = (getattr(holder, "actor", ()) for holder in (use.entry, place.step, place.stage))
    return people_now(next((ids for ids in named if ids), place.journey.personas), voice)
