"""Missing content as work: what for whom, whose it is to make, and what is on the way, the worst first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from journey_site.documents.items import ContentUse
from journey_site.rules.questions.stages import shared_content
from journey_site.site import vocabulary
from journey_site.site.addresses import NO_LINK
from journey_site.site.language import N_
from journey_site.site.views.entries import Labelled, face_of, owner_view
from journey_site.site.views.lists.choices import UNKNOWN, Choice
from journey_site.site.views.lists.rows import language_name, owner_cell, said, unknown
from journey_site.site.views.lists.tables import Cell, Column, Table
from journey_site.site.views.overview.content_gaps import Gap, content_for, gaps_of, stages_of
from journey_site.site.views.people.person import short_name
from journey_site.site.views.recalled import recalled
from journey_site.site.views.used import content_view
from journey_site.site.voice import Voice

LISTED = 150
"""Past this many gaps the page lists the worst of them."""
PLAIN = 1
"""So many words a stage's name may have to be read at once in a sentence."""

_ON_THE_WAY = {
    "planned": (N_("%(num)s item is planned"), N_("%(num)s items are planned")),
    "outdated": (N_("%(num)s item is outdated"), N_("%(num)s items are outdated")),
    "missing": (N_("%(num)s item is missing"), N_("%(num)s items are missing")),
    "retired": (N_("%(num)s item is retired"), N_("%(num)s items are retired")),
}
"""What is written in a stage and not there, the nearest to being there first."""


@recalled
def called(voice: Voice) -> dict[str, str]:
    """What colleagues call each persona, by id: the first name where no other has it."""
    names = {persona.id: voice.words(persona.name) for persona in voice.atlas.personas.values()}
    count = Counter(short_name(name) for name in names.values())
    return {identity: name if count[short_name(name)] > 1 else short_name(name) for identity, name in names.items()}


def who_lacks(people: tuple[str, ...], voice: Voice) -> str:
    """For whom something is missing, in words."""
    return voice.language.listed([called(voice)[identity] for identity in people]) if people else voice._("everyone")


@recalled
def gap_anchors(voice: Voice) -> dict[tuple[str, str], str]:
    """The line of each gap that the page lists, by journey and stage."""
    shown = gaps_of(voice)[:LISTED]
    return {(gap.journey.id, gap.stage.id): f"gap-{gap.journey.id}-{gap.stage.id}" for gap in shown}


def gaps_lead(voice: Voice) -> str:
    """How many gaps there are; empty when there is none."""
    count = len(gaps_of(voice))
    if not count:
        return ""
    number = voice.language.number
    words = voice.language.ngettext(
        "In %(num)s stage somebody finds nothing to read, watch or use.",
        "In %(num)s stages somebody finds nothing to read, watch or use.",
        count,
    ) % {"num": number(count)}
    if count > LISTED:
        more = voice._("These are the %(shown)s that hurt most; the file holds all of them.")
        words = f"{words} {more % {'shown': number(LISTED)}}"
    return words


def gap_table(voice: Voice) -> Table:
    """The stages in which somebody finds nothing, in one list: moments of truth first, then what feels worst."""
    _ = voice._
    columns = (
        Column(_("What is missing")),
        Column(_("Persona"), facet="persona"),
        Column(_("Journey")),
        Column(_("How it feels")),
        Column(_("Planned or noted")),
        Column(_("Stage owner"), facet="owner", facet_label=_("Owner")),
    )
    lead = f"{gaps_lead(voice)} {_('Moments of truth come first, then what feels worst.')}"
    rows = tuple(_row(gap, voice) for gap in gaps_of(voice)[:LISTED])
    return Table("nothing", _("Stages with nothing"), "material/map-marker-off-outline", columns, rows, lead)


def persona_choices(people: tuple[str, ...], voice: Voice) -> tuple[Choice, ...]:
    """What work for ``people`` is found under; for nobody in particular: under everyone."""
    personas = voice.atlas.personas
    return tuple(Choice(identity, personas[identity].name) for identity in people) or (Choice(UNKNOWN, voice._("Everyone"), -1),)


def _row(gap: Gap, voice: Voice) -> tuple[Cell, ...]:
    face = face_of(gap.value, voice)
    turn = voice._("moment of truth") if gap.moment_of_truth else ""
    people = who_lacks(gap.people, voice) if gap.people else voice._("Everyone")
    page = voice.link_to("personas", voice.atlas.personas[gap.people[0]]) if len(gap.people) == 1 else NO_LINK
    return (
        Cell(_what(gap, voice), voice.stage_link(gap.journey, gap.stage), anchor=gap_anchors(voice)[gap.journey.id, gap.stage.id]),
        Cell(people, page, choices=persona_choices(gap.people, voice)),
        Cell(gap.journey.name, voice.link_to("journeys", gap.journey)),
        Cell(face=face, note=turn) if face else Cell(voice._("unknown"), badge="unknown", note=turn),
        _on_the_way(gap, voice),
        owner_cell(owner_view(gap.stage.owner or gap.journey.owner, voice), voice),
    )


def _what(gap: Gap, voice: Voice) -> str:
    """The gap in a few words; a long name of a stage stands in quotation marks, so that it is seen where it ends."""
    stage = voice.words(gap.stage.name)
    words = voice._("%(stage)s for %(who)s: nothing") if len(stage.split()) <= PLAIN else voice._("“%(stage)s” for %(who)s: nothing")
    return words % {"stage": stage, "who": who_lacks(gap.people, voice)}


def _on_the_way(gap: Gap, voice: Voice) -> Cell:
    """What is planned or wished for there, by name, each with whose it is."""
    by_state: dict[str, dict[str, Labelled]] = {}
    for use in gap.listed:
        view = content_view(use, voice)
        name = said(view.entry.words, voice)
        owner = view.entry.owner
        whose = voice._("owner: %(who)s") % {"who": said(owner.words, voice)} if owner else voice.no_owner
        link = view.link or voice.stage_link(gap.journey, gap.stage, "content")
        by_state.setdefault(state_of(use, voice), {})[name] = Labelled(name, link, note=whose)
    ordered = [(state, by_state[state]) for state in _ON_THE_WAY if state in by_state]
    if not ordered:
        return unknown(voice._("nothing planned"))
    told = [
        voice.language.ngettext(*_ON_THE_WAY[state], len(items)) % {"num": voice.language.number(len(items))} for state, items in ordered
    ]
    return Cell(voice.language.listed(told), places=tuple(each for _, items in ordered for each in items.values()))


def state_of(use: ContentUse, voice: Voice) -> str:
    """``live``, ``planned``, ``missing``, ``outdated``, ``retired``, or empty: not stated."""
    shared = shared_content(use, voice.atlas)
    if shared and shared.publish == "retired":
        return "retired"
    return use.status or (shared.status if shared else None) or ""


def state_label(state: str, voice: Voice) -> str:
    """A state in a word; empty where none is stated."""
    if state == "retired":
        return voice._("retired")
    return voice._(vocabulary.CONTENT_STATUSES[state]) if state else ""


def has_content(voice: Voice) -> bool:
    """Whether there is any content, in a list or in a stage alone."""
    return bool(voice.uses.inline_content) or any(each.publish != "retired" for each in voice.atlas.content.values())


def matrix_rows(voice: Voice) -> Table:
    """The matrix for spreadsheets: a row for each piece of content that a persona finds in a stage, and for each gap."""
    _ = voice._
    columns = tuple(
        Column(head)
        for head in (
            _("Stage"), _("Persona"), _("Journey"), _("Gap"), _("Content"), _("Type"), _("Purpose"), _("Language"), _("State"), _("Owner"),
        )
    )  # fmt: skip
    return Table("all", "", "", columns, tuple(row for persona in (*voice.atlas.personas, "") for row in _rows_of(persona, voice)))


def _rows_of(persona: str, voice: Voice) -> Iterator[tuple[Cell, ...]]:
    thing = voice.atlas.personas.get(persona)
    if thing is not None and thing.publish == "retired":
        return
    name = Cell(thing.name) if thing is not None else Cell(voice._("Everyone"))
    for journey, stage in stages_of(persona, voice):
        uses = content_for(persona, stage, voice)
        gap = Cell() if any(there for _, there in uses) else Cell(voice._("nothing"))
        place = Cell(stage.name, voice.stage_link(journey, stage), anchor=stage.id)
        if not uses:
            owner = owner_view(stage.owner or journey.owner, voice)
            yield place, name, Cell(journey.name), gap, Cell(), Cell(), Cell(), Cell(), Cell(), Cell(owner=owner)
        for use, _there in uses:
            view = content_view(use, voice)
            state = state_label(state_of(use, voice), voice)
            yield (
                place, name, Cell(journey.name), gap, Cell(view.entry.words), Cell(view.type), Cell(view.helps),
                Cell(language_name(view.language, voice)), Cell(state), Cell(owner=view.entry.owner),
            )  # fmt: skip
