"""Pages of single things: what it is, its facts, and every place where it matters, worst first."""

from __future__ import annotations

from collections.abc import Callable

from journey_site.atlas.uses import Use
from journey_site.documents.items import Common, ContentUse, Item, MetricUse, TouchpointUse
from journey_site.documents.models import Model
from journey_site.documents.things import Channel, Content, Department, Evidence, Thing, Touchpoint
from journey_site.documents.values import Text
from journey_site.site import vocabulary
from journey_site.site.addresses import Link, list_uri
from journey_site.site.views import rows
from journey_site.site.views.entries import content_view, owner_view, refs_labels, touchpoint_view
from journey_site.site.views.people import journey_card, people_of, review_view
from journey_site.site.views.tables import Cell, Column, Fact, Table, ThingView
from journey_site.site.voice import Voice


def thing_view(kind: str, thing: Thing, voice: Voice) -> ThingView:
    """The page of ``thing``."""
    build: dict[str, Callable[..., tuple[str, tuple[Fact, ...], tuple[Table, ...]]]] = {
        "touchpoints": _touchpoint,
        "channels": _channel,
        "departments": _department,
        "content": _content,
        "evidence": _evidence,
        "models": _model,
    }
    lead, facts, tables = build[kind](thing, voice)
    label, icon, _purpose = vocabulary.KINDS[kind]
    review = review_view(thing, voice)
    return ThingView(
        kind=kind,
        kind_label=voice._(label),
        kind_link=Link(list_uri(kind)),
        icon=icon,
        title=thing.name,
        summary=thing.summary,
        lead=lead,
        first=_first(tables) if kind == "departments" else None,
        first_label=voice._("First:"),
        facts=tuple(fact for fact in facts if fact.cell != Cell()),
        tables=tuple(table for table in tables if table),
        note=thing.note,
        colour=getattr(thing, "colour", None) or "",
        draft=thing.publish == "draft",
        retired=thing.publish == "retired",
        review=review.words if review.date else "",
        overdue=bool(review.overdue_days),
    )


def _first(tables: tuple[Table, ...]) -> Cell | None:
    """The worst touchpoint of a department, when it is bad."""
    for table in tables:
        if table.anchor == "touchpoints" and table.rows:
            name, where, felt = table.rows[0][:3]
            if felt.face is not None and felt.face.level <= 2:
                return Cell(name.words, name.link, face=felt.face, note=where.words)
    return None


def _owner_fact(thing: Common, voice: Voice) -> Fact:
    owner = owner_view(thing.owner, voice)
    return Fact(voice._("Owner"), Cell(owner=owner) if owner else Cell(voice._("no owner"), badge="unknown"))


def _sources_fact(thing: Common, voice: Voice) -> Fact:
    return Fact(voice._("Evidence"), Cell(labels=refs_labels(thing.evidence, voice)))


def _url_fact(thing: Common, voice: Voice) -> Fact:
    return Fact(voice._("Address"), Cell(thing.url, Link(elsewhere=thing.url)) if thing.url else Cell())


def _touchpoint(thing: Touchpoint, voice: Voice) -> tuple[str, tuple[Fact, ...], tuple[Table, ...]]:
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
    return _used(len(uses), voice), facts, (table, measures)


def _met(use: Use, voice: Voice) -> tuple[Cell, ...]:
    assert isinstance(use.entry, TouchpointUse)
    view = touchpoint_view(use.entry, voice)
    return (
        rows.place_cell(use.place, voice, "touchpoints"),
        Cell(face=view.face) if view.face else Cell(voice._("unknown"), badge="unknown"),
        Cell(score=view.importance) if view.importance else Cell("–"),
        Cell(view.entry.note or ""),
    )


def _used(count: int, voice: Voice) -> str:
    if not count:
        return voice._("No journey uses it yet.")
    words = voice.language.ngettext("Used in %(num)s stage.", "Used in %(num)s stages.", count)
    return words % {"num": voice.language.number(count)}


def _channel(thing: Channel, voice: Voice) -> tuple[str, tuple[Fact, ...], tuple[Table, ...]]:
    _ = voice._
    touchpoints = [each for each in voice.atlas.touchpoints.values() if each.channel == thing.id]
    inline = [use for use in voice.uses.inline_touchpoints if getattr(use.entry, "channel", None) == thing.id]
    listed = Table(
        "touchpoints", _("Touchpoints here"), "material/gesture-tap", shared_touchpoint_columns(voice),
        tuple(rows.shared_touchpoint_row(each, voice) for each in touchpoints),
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
    return lead, (_owner_fact(thing, voice),) if thing.owner else (), (listed, alone, gladly)


def shared_touchpoint_columns(voice: Voice) -> tuple[Column, ...]:
    """The heads for ``rows.shared_touchpoint_row``."""
    _ = voice._
    return (
        Column(_("Touchpoint")),
        Column(_("Channel")),
        Column(_("Worst experience")),
        Column(_("Uses"), number=True),
        Column(_("Measure")),
        Column(_("Owner")),
    )


def _department(thing: Department, voice: Voice) -> tuple[str, tuple[Fact, ...], tuple[Table, ...]]:
    """What the journeys make a team's business, worst first."""
    _, uses, ngettext, number = voice._, voice.uses, voice.language.ngettext, voice.language.number
    owned = [each for each in voice.atlas.touchpoints.values() if each.owner and each.owner.department == thing.id]
    of_owned = [use for each in owned for use in uses.touchpoints.get(each.id, ()) if use.entry.owner is None]
    entries = uses.owned_entries.get(thing.id, [])
    touchpoints = rows.worst_first([*of_owned, *(use for use in entries if isinstance(use.entry, TouchpointUse))])
    content = [each for each in voice.atlas.content.values() if each.owner and each.owner.department == thing.id]
    of_content = [use for each in content for use in uses.content.get(each.id, ()) if use.entry.owner is None]
    of_content += [use for use in entries if isinstance(use.entry, ContentUse)]
    stages = uses.owned_stages.get(thing.id, [])
    goals = [place for place in stages if place.stage is not None and place.stage.our_goal]
    pains = [use for use in uses.pains if _answers_for(use, thing.id)]
    open_ones = [use for use in uses.opportunities if use.entry.owner and use.entry.owner.department == thing.id]
    takes_part = uses.shared_stages.get(thing.id, [])
    tables = (
        Table("touchpoints", _("Touchpoints, worst first"), "material/gesture-tap", rows.touchpoint_columns(voice)[:4],
              tuple(rows.touchpoint_row(use, voice)[:4] for use in touchpoints)),
        Table("content", _("Content"), "material/bookshelf", rows.content_columns(voice),
              tuple(rows.content_row(use, voice) for use in sorted(of_content, key=lambda use: _state_order(use, voice)))),
        Table("promises", _("What we promised"), "material/handshake-outline", (Column(_("Our goal")), Column(_("Where"))),
              tuple((Cell(place.stage.our_goal or ""), rows.place_cell(place, voice)) for place in goals if place.stage)),
        Table("pains", _("Pains to mend"), "material/alert-circle-outline", rows.item_columns(voice, _("Pain"))[:3],
              tuple(rows.pain_row(use, voice)[:3] for use in sorted(pains, key=lambda use: -(use.entry.severity or 0)))),
        Table("opportunities", _("Opportunities"), "material/lightbulb-on-outline", rows.opportunity_columns(voice)[:5],
              tuple(rows.opportunity_row(use, voice)[:5] for use in rows.by_promise(open_ones))),
        Table("stages", _("Stages it owns"), "material/map-outline", (Column(_("Stage")),),
              tuple((rows.place_cell(place, voice),) for place in stages)),
        Table("takes-part", _("Stages where it takes part"), "material/account-group-outline", (Column(_("Stage")),),
              tuple((rows.place_cell(place, voice),) for place in takes_part)),
    )  # fmt: skip
    parts = [
        ngettext("%(num)s touchpoint", "%(num)s touchpoints", len(touchpoints)) % {"num": number(len(touchpoints))},
        ngettext("%(num)s piece of content", "%(num)s pieces of content", len(of_content)) % {"num": number(len(of_content))},
        ngettext("%(num)s stage", "%(num)s stages", len(stages)) % {"num": number(len(stages))},
    ]
    lead = _("The customer journeys make this yours: %(what)s.") % {"what": voice.language.listed(parts)}
    contact = thing.contact or ""
    facts = (Fact(_("Contact"), Cell(contact.removeprefix("mailto:"), Link(elsewhere=contact)) if contact else Cell()),)
    return lead, facts, tables


def _answers_for(use: Use, department: str) -> bool:
    owner = use.entry.owner or (use.place.stage and use.place.stage.owner) or use.place.journey.owner
    return bool(owner and owner.department == department)


def _state_order(use: Use, voice: Voice) -> int:
    assert isinstance(use.entry, ContentUse)
    order = ("missing", "outdated", "planned", "", "live")
    return order.index(content_view(use.entry, voice).status)


def _content(thing: Content, voice: Voice) -> tuple[str, tuple[Fact, ...], tuple[Table, ...]]:
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
        Fact(_("Language"), Cell(view.language)),
        _owner_fact(thing, voice),
        _url_fact(thing, voice),
        _sources_fact(thing, voice),
    )
    return _used(len(uses), voice), facts, (table,)


def _evidence(thing: Evidence, voice: Voice) -> tuple[str, tuple[Fact, ...], tuple[Table, ...]]:
    _, uses = voice._, voice.uses.evidence.get(thing.id, [])
    table = Table(
        "claims", _("What rests on it"), "material/link-variant", (Column(_("Claim")), Column(_("Where")), Column(_("Confidence"))),
        tuple(
            (Cell(_claim(use, voice)), rows.place_cell(use.place, voice), Cell(_confidence(use.entry, voice), badge="unknown" if not use.entry.confidence else ""))
            for use in uses
        ),
    )  # fmt: skip
    kind = thing.kind or ""
    facts = (
        Fact(_("Kind"), Cell(_(vocabulary.EVIDENCE_KINDS[kind]) if kind in vocabulary.EVIDENCE_KINDS else kind)),
        Fact(_("Date"), Cell(thing.date or "")),
        Fact(_("Taking part"), Cell(voice.language.number(thing.n)) if thing.n is not None else Cell()),
        _owner_fact(thing, voice),
        _url_fact(thing, voice),
    )
    if not uses:
        return _("Nothing rests on it yet."), facts, ()
    lead = voice.language.ngettext("%(num)s claim rests on it.", "%(num)s claims rest on it.", len(uses))
    return lead % {"num": voice.language.number(len(uses))}, facts, (table,)


def _claim(use: Use, voice: Voice) -> Text | str:
    entry = use.entry
    if isinstance(entry, Item) and entry.text:
        return entry.text
    if isinstance(entry, TouchpointUse):
        return touchpoint_view(entry, voice).entry.words
    if isinstance(entry, ContentUse):
        return content_view(entry, voice).entry.words
    if isinstance(entry, MetricUse):
        return rows.metric_row(use, voice)[0].words
    return getattr(entry, "name", "") or ""


def _confidence(entry: Common, voice: Voice) -> str:
    return voice._(vocabulary.CONFIDENCES[entry.confidence][0]) if entry.confidence else voice._("not stated")


def _model(thing: Model, voice: Voice) -> tuple[str, tuple[Fact, ...], tuple[Table, ...]]:
    _ = voice._
    journeys = [each for each in voice.atlas.journeys.values() if each.model == thing.id and each.publish != "retired"]
    stages = Table(
        "stages", _("Stages"), "material/chart-timeline-variant", (Column(_("Stage")), Column(_("What the customer asks")), Column(_("What it is for"))),
        tuple(
            (
                Cell(stage.name, note=stage.summary or "", anchor=stage.id),
                Cell(stage.asks or ""),
                Cell(_(vocabulary.PURPOSES[stage.serves]) if stage.serves else ""),
            )
            for stage in thing.stages
        ),
    )  # fmt: skip
    users = Table(
        "journeys", _("Journeys on this model"), "material/map-outline", (Column(_("Journey")), Column(_("Whose")), Column(_("Lowest point"))),
        tuple(
            (
                Cell(card.title, card.link),
                Cell(voice.language.listed([person.short for person in people_of(each, voice)[:3]]) or _("Everyone")),
                Cell(card.worst_stage, card.worst_link, face=card.worst),
            )
            for each in journeys
            for card in (journey_card(each, voice, drawn=False),)
        ),
    )  # fmt: skip
    facts = (Fact(_("Source"), Cell(thing.source or "")),)
    lead = voice.language.ngettext("%(num)s journey follows it.", "%(num)s journeys follow it.", len(journeys))
    return lead % {"num": voice.language.number(len(journeys))}, facts, (stages, users)
