"""Pages of single things: what it is, its facts, and every place where it matters, worst first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from journey_site.atlas.uses import Use
from journey_site.documents.items import Common, TouchpointUse
from journey_site.documents.things import Channel, Content, Evidence, Thing, Touchpoint
from journey_site.site import vocabulary
from journey_site.site.addresses import Link, list_uri
from journey_site.site.views.entries import owner_view, refs_labels
from journey_site.site.views.lists import rows, shared_rows
from journey_site.site.views.lists.department import department
from journey_site.site.views.lists.first import first_of
from journey_site.site.views.lists.journey_rows import review_fact
from journey_site.site.views.lists.resting import resting_table
from journey_site.site.views.lists.tables import Cell, Column, Fact, Table, ThingView, Told
from journey_site.site.views.people.people import review_view
from journey_site.site.views.tell import tell_of_thing
from journey_site.site.views.used import claimed, content_view, touchpoint_view
from journey_site.site.voice import Voice


def thing_view(kind: str, thing: Thing, voice: Voice) -> ThingView:
    """The page of ``thing``."""
    build: dict[str, Callable[..., Told]] = {
        "touchpoints": _touchpoint,
        "channels": _channel,
        "departments": department,
        "content": _content,
        "evidence": _evidence,
    }
    told = build[kind](thing, voice)
    label, icon, _purpose = vocabulary.KINDS[kind]
    facts = (*told.facts, Fact(voice._("Reviewed"), review_fact(thing, voice)))
    return ThingView(
        kind=kind,
        kind_label=voice._(label),
        kind_link=Link(list_uri(kind)),
        icon=getattr(thing, "icon", None) or icon,
        title=thing.name,
        summary=thing.summary,
        lead=told.lead,
        first=told.first,
        facts=tuple(fact for fact in facts if fact.cell != Cell()),
        tables=tuple(table for table in told.tables if table),
        note=thing.note,
        review=review_view(thing, voice),
        tell=tell_of_thing(thing, voice),
        colour=getattr(thing, "colour", None) or "",
        draft=thing.publish == "draft",
        retired=thing.publish == "retired",
        brief=told.brief,
    )


def _owner_fact(thing: Common, voice: Voice) -> Fact:
    owner = owner_view(thing.owner, voice)
    return Fact(voice._("Owner"), rows.owner_cell(owner, voice))


def _sources_fact(thing: Common, voice: Voice) -> Fact:
    return Fact(voice._("Evidence"), Cell(labels=refs_labels(thing.evidence, voice)))


def _url_fact(thing: Common, voice: Voice) -> Fact:
    return Fact(voice._("Address"), Cell(thing.url, Link(elsewhere=thing.url)) if thing.url else Cell())


def _touchpoint(thing: Touchpoint, voice: Voice) -> Told:
    _, uses = voice._, voice.uses.touchpoints.get(thing.id, [])
    view = touchpoint_view(thing, voice)
    columns = (Column(_("Stage")), Column(_("Experience")), Column(_("Importance"), number=True), Column(_("What happens")))
    table = Table(
        "stages",
        _("Where customers meet it, worst first"),
        "material/map-marker-path",
        columns,
        tuple(_met(use, voice) for use in rows.worst_first(uses)),
    )
    measures = Table(
        "metrics",
        _("What is measured"),
        "material/chart-line",
        (Column(_("Metric")), Column(_("Value"))),
        tuple((Cell(metric.entry.words, metric.link), Cell(metric=metric)) for metric in view.metrics),
    )
    facts = (
        Fact(_("Channel"), Cell(view.channel, view.channel_link, view.icon)),
        _owner_fact(thing, voice),
        _url_fact(thing, voice),
        _sources_fact(thing, voice),
        Fact(_("Measured"), Cell() if view.metrics else Cell(_("not measured"), badge="unknown")),
    )
    worst = rows.worst_first(uses)
    first = first_of(worst[0], voice, voice._("Worst:")) if worst else None
    if first:  # the page is about it: its name and a link to here say nothing
        first = replace(first, what=replace(first.what, words="", link=Link()))
    return Told(_used(len(uses), voice), facts, (table, measures), first)


def _met(use: Use, voice: Voice) -> tuple[Cell, ...]:
    assert isinstance(use.entry, TouchpointUse)
    view = touchpoint_view(use.entry, voice)
    return (
        rows.place_cell(use.place, voice, "touchpoints"),
        Cell(face=view.face) if view.face else Cell(voice._("unknown"), badge="unknown"),
        Cell(score=view.importance) if view.importance else rows.unknown("–"),
        Cell(view.entry.note or ""),
    )


def _used(count: int, voice: Voice) -> str:
    if not count:
        return voice._("No journey uses it yet.")
    words = voice.language.ngettext("Used in %(num)s stage.", "Used in %(num)s stages.", count)
    return words % {"num": voice.language.number(count)}


def _channel(thing: Channel, voice: Voice) -> Told:
    _ = voice._
    touchpoints = [each for each in voice.atlas.touchpoints.values() if each.channel == thing.id and each.publish != "retired"]
    felt = {each.id: shared_rows.worst_experience(each.id, voice) for each in touchpoints}
    touchpoints.sort(key=lambda each: (felt[each.id] is None, felt[each.id] or 0.0))
    inline = [use for use in voice.uses.inline_touchpoints if getattr(use.entry, "channel", None) == thing.id]
    listed = Table(
        "touchpoints", _("Touchpoints here"), "material/gesture-tap", _without_channel(shared_rows.shared_touchpoint_columns(voice)),
        tuple(_without_channel(shared_rows.shared_touchpoint_row(each, voice)) for each in touchpoints),
    )  # fmt: skip
    alone = Table(
        "single", _("Met in one stage alone"), "material/map-marker-outline", rows.touchpoint_columns(voice),
        tuple(rows.touchpoint_row(use, voice) for use in rows.worst_first(inline)),
    )  # fmt: skip
    gladly = Table(
        "personas", _("Who uses it how gladly"), "material/account-multiple-outline",
        (Column(_("Persona")), Column(_("From 1 to 5"), number=True)),
        tuple(
            (Cell(persona.name, voice.link_to("personas", persona)), Cell(score=persona.channels[thing.id]))
            for persona in sorted(voice.atlas.personas.values(), key=lambda who: -who.channels.get(thing.id, 0))
            if thing.id in persona.channels
        ),
    )  # fmt: skip
    count = len(touchpoints) + len(inline)
    lead = voice.language.ngettext("%(num)s touchpoint.", "%(num)s touchpoints.", count) % {"num": voice.language.number(count)}
    return Told(lead, (_owner_fact(thing, voice),) if thing.owner else (), (listed, alone, gladly))


def _without_channel(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """A row of shared touchpoints on the page of their channel, which need not say it again."""
    return (row[0], *row[2:])


def _content(thing: Content, voice: Voice) -> Told:
    _, uses = voice._, voice.uses.content.get(thing.id, [])
    view = content_view(thing, voice)
    table = Table(
        "stages", _("Where it is recommended"), "material/map-marker-path",
        (Column(_("Stage")), Column(_("State")), Column(_("Why"))),
        tuple(
            (rows.place_cell(use.place, voice, "content"), rows.content_row(use, voice)[4], Cell(use.entry.note or ""))
            for use in uses
        ),
    )  # fmt: skip
    facts = (
        Fact(_("Type"), Cell(view.type, icon=view.icon)),
        Fact(_("State"), Cell(view.status_label, badge=view.status) if view.status else Cell(_("not stated"), badge="unknown")),
        Fact(_("Purpose"), Cell(view.helps)),
        Fact(_("Language"), Cell(rows.language_name(view.language, voice))),
        _owner_fact(thing, voice),
        _url_fact(thing, voice),
        _sources_fact(thing, voice),
    )
    return Told(_used(len(uses), voice), facts, (table,))


def _evidence(thing: Evidence, voice: Voice) -> Told:
    _, uses = voice._, voice.uses.evidence.get(thing.id, [])
    columns = (Column(_("Claim")), Column(_("Where")), Column(_("Confidence")))
    _uses, claims, said = rows.once_each(uses, "claim", _claim_row, voice)
    table = Table("claims", _("What rests on it"), "material/link-variant", columns, claims, said)
    kind = thing.kind or ""
    facts = (
        Fact(_("Kind"), Cell(_(vocabulary.EVIDENCE_KINDS[kind]) if kind in vocabulary.EVIDENCE_KINDS else kind)),
        Fact(_("Date"), rows.day_cell(thing.date, voice)),
        Fact(_("Taking part"), Cell(voice.language.number(thing.n)) if thing.n is not None else Cell()),
        _owner_fact(thing, voice),
        _url_fact(thing, voice),
    )
    beside = resting_table(thing.id, voice)
    count = len(rows.told_once(uses, voice)[0]) + len(beside.rows)
    if not count:
        return Told(_("Nothing rests on it yet."), facts)
    lead = voice.language.ngettext("%(num)s claim rests on it.", "%(num)s claims rest on it.", count)
    return Told(lead % {"num": voice.language.number(count)}, facts, (table, beside))


def _claim_row(use: Use, voice: Voice) -> tuple[Cell, ...]:
    confidence = Cell(_confidence(use.entry, voice)) if use.entry.confidence else rows.unknown(voice._("not stated"))
    return Cell(claimed(use.entry, voice)), rows.place_cell(use.place, voice), confidence


def _confidence(entry: Common, voice: Voice) -> str:
    return voice._(vocabulary.CONFIDENCES[entry.confidence][0]) if entry.confidence else voice._("not stated")
