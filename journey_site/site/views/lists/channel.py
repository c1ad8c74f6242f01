"""The page of a channel and the list of all: what customers meet there, how it feels, who answers."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TypeVar

from journey_site.atlas.uses import Use
from journey_site.documents.items import TouchpointUse
from journey_site.documents.things import Channel, Touchpoint
from journey_site.site import vocabulary
from journey_site.site.addresses import Link, thing_uri
from journey_site.site.views.entries import Labelled, owner_view
from journey_site.site.views.lists import rows, shared_rows
from journey_site.site.views.lists.facets import with_facets
from journey_site.site.views.lists.facts import owner_fact
from journey_site.site.views.lists.first import first_of
from journey_site.site.views.lists.met import MetView, met_by_touchpoint
from journey_site.site.views.lists.tables import Cell, Column, Fact, Table, Told
from journey_site.site.views.lists.work import touchpoint_work
from journey_site.site.views.people.person import short_name
from journey_site.site.views.stage.anchored import entry_link
from journey_site.site.voice import Voice

Part = TypeVar("Part", Column, Cell)

LISTED = "touchpoints"
"""The anchor of the table of a channel's touchpoints."""


def uses_by_channel(voice: Voice) -> dict[str, list[Use]]:
    """Every meeting by the channel it comes by: the stage's own where it names one, else the touchpoint's."""
    found: dict[str, list[Use]] = {}
    for use in (*(use for uses in voice.uses.touchpoints.values() for use in uses), *voice.uses.inline_touchpoints):
        entry = use.entry
        assert isinstance(entry, TouchpointUse)
        shared = voice.atlas.touchpoints.get(entry.touchpoint) if entry.touchpoint else None
        if shared and shared.publish == "retired":
            continue
        channel = entry.channel or (shared.channel if shared else None)
        if channel:
            found.setdefault(channel, []).append(use)
    return found


def channels_table(voice: Voice) -> Table:
    """All channels, the worst experience first."""
    _, by_channel = voice._, uses_by_channel(voice)
    live = [each for each in voice.atlas.channels.values() if each.publish != "retired"]
    live.sort(key=lambda each: _felt(by_channel.get(each.id, [])))
    columns = (
        Column(_("Channel")),
        Column(_("Touchpoints"), number=True),
        Column(_("Uses"), number=True),
        Column(_("Worst experience"), facet="experience"),
        Column(_("Used gladly by")),
        Column(_("Owner"), facet="owner"),
    )
    table = Table("all", "", "", columns, tuple(_row(each, by_channel.get(each.id, []), voice) for each in live))
    if any(each.owner for each in live):
        return table
    return replace(table, columns=columns[:-1], rows=tuple(row[:-1] for row in table.rows))


def _row(channel: Channel, uses: list[Use], voice: Voice) -> tuple[Cell, ...]:
    gladly = [persona for persona in voice.atlas.personas.values() if persona.channels.get(channel.id, 0) >= 4]
    names = voice.language.listed([short_name(voice.words(persona.name)) for persona in gladly[:3]])
    here, single = _touchpoints(channel, uses, voice)
    return (
        Cell(channel.name, voice.link_to("channels", channel), channel.icon or vocabulary.CHANNEL_ICON, anchor=channel.id),
        rows.number_cell(len(here) + len(rows.told_once(single, voice)[0]), voice),
        rows.number_cell(shared_rows.stages_of(uses), voice),
        shared_rows.worst_cell(uses, voice),
        Cell(names),
        rows.owner_cell(owner_view(channel.owner, voice), voice),
    )


def _touchpoints(channel: Channel, uses: list[Use], voice: Voice) -> tuple[list[tuple[Touchpoint, list[Use]]], list[Use]]:
    """The shared touchpoints of a channel, worst first, each with its uses there; and what is used in one stage alone."""
    shared = {each.id: each for each in voice.atlas.touchpoints.values() if each.channel == channel.id and each.publish != "retired"}
    met: dict[str, list[Use]] = {identity: [] for identity in shared}
    single = []
    for use in uses:
        assert isinstance(use.entry, TouchpointUse)
        identity = use.entry.touchpoint
        if identity and identity in voice.atlas.touchpoints:
            met.setdefault(identity, []).append(use)
        else:
            single.append(use)
    here = [(voice.atlas.touchpoints[identity], found) for identity, found in met.items()]
    here.sort(key=lambda each: _felt(each[1]))
    return here, rows.worst_first(single)


def _felt(uses: list[Use]) -> tuple[bool, float]:
    worst = shared_rows.worst_of(uses)
    felt = worst.entry.experience if worst and isinstance(worst.entry, TouchpointUse) else None
    return felt is None, felt or 0.0


def channel(thing: Channel, voice: Voice) -> Told:
    """What is told of a channel."""
    uses = uses_by_channel(voice).get(thing.id, [])
    here, single = _touchpoints(thing, uses, voice)
    listed = Table(
        LISTED, voice._("Touchpoints here, worst first"), "material/gesture-tap",
        _without_channel(shared_rows.shared_touchpoint_columns(voice)),
        tuple(_without_channel(shared_rows.shared_touchpoint_row(each, found, voice)) for each, found in here),
    )  # fmt: skip
    _uses, alone, lead = rows.once_each(single, "once", rows.touchpoint_row, voice)
    title = voice._("Met in one stage alone")
    one_stage = Table("single", title, "material/map-marker-outline", rows.touchpoint_columns(voice), alone, lead)
    narrowed = with_facets([listed], voice, f"-{LISTED}")[0]
    work = touchpoint_work([listed, one_stage], narrowed.facets, thing_uri("channels", thing.id), voice)
    worst = shared_rows.worst_of(uses)
    facts = (
        *((owner_fact(thing, voice),) if thing.owner else ()),
        Fact(voice._("Owners of its touchpoints"), Cell(labels=_owners(here, voice))),
    )
    return Told(
        _lead(len(here) + len(alone), shared_rows.stages_of(uses), voice),
        facts,
        (narrowed, one_stage, _gladly(thing, voice)),
        first_of(worst, voice, voice._("Worst:")) if worst else None,
        met=_met(here, single, voice),
        work=work,
    )


def _lead(touchpoints: int, stages: int, voice: Voice) -> str:
    ngettext, number = voice.language.ngettext, voice.language.number
    met = ngettext("%(num)s touchpoint", "%(num)s touchpoints", touchpoints) % {"num": number(touchpoints)}
    where = ngettext("%(num)s stage", "%(num)s stages", stages) % {"num": number(stages)}
    if not stages:
        return voice._("No journey comes by here yet.") if not touchpoints else voice._("%(what)s, met in no journey yet.") % {"what": met}
    return voice._("%(what)s, met in %(stages)s.") % {"what": met, "stages": where}


def _owners(here: list[tuple[Touchpoint, list[Use]]], voice: Voice) -> tuple[Labelled, ...]:
    """Who owns the touchpoints of a channel, the one with most of them first, each with how many."""
    owners = [owner_view(each.owner, voice) for each, _uses in here]
    counted = Counter((rows.said(owner.words, voice), owner.link) if owner else (voice.no_owner, Link()) for owner in owners)
    number = voice.language.number
    return tuple(Labelled(f"{words} ({number(count)})", link) for (words, link), count in counted.most_common() if words)


def _met(here: list[tuple[Touchpoint, list[Use]]], single: list[Use], voice: Voice) -> MetView | None:
    """Touchpoints by the stages where they are met, those of one stage alone among the others, worst first."""
    found = [(Labelled(each.name, voice.link_to("touchpoints", each)), uses) for each, uses in here]
    alike: dict[str, list[Use]] = {}
    for use in single:
        alike.setdefault(voice.words(getattr(use.entry, "name", None)), []).append(use)
    found += [(Labelled(name, entry_link(uses[0].place, uses[0].entry, voice)), uses) for name, uses in alike.items()]
    found.sort(key=lambda each: _felt(each[1]))
    return met_by_touchpoint(found, Link(anchor=LISTED), voice)


def _gladly(thing: Channel, voice: Voice) -> Table:
    _ = voice._
    fond = [persona for persona in voice.atlas.personas.values() if thing.id in persona.channels]
    fond.sort(key=lambda who: -who.channels[thing.id])
    found = tuple((Cell(who.name, voice.link_to("personas", who)), Cell(score=who.channels[thing.id])) for who in fond)
    columns = (Column(_("Persona")), Column(_("From 1 to 5"), number=True))
    return Table("personas", _("Who uses it how gladly"), "material/account-multiple-outline", columns, found)


def _without_channel(row: tuple[Part, ...]) -> tuple[Part, ...]:
    """A row of shared touchpoints on the page of their channel, which need not say it again."""
    return row[:1] + row[2:]

