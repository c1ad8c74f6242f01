"""Pages of single things: what it is, its facts, and every place where it matters, worst first."""

from __future__ import annotations

from collections.abc import Callable

from journey_site.atlas.uses import Use
from journey_site.documents.items import Common
from journey_site.documents.things import Content, Evidence, Thing
from journey_site.site import vocabulary
from journey_site.site.addresses import Link, list_uri
from journey_site.site.views.lists import rows
from journey_site.site.views.lists.channel import channel
from journey_site.site.views.lists.department import department
from journey_site.site.views.lists.facets import with_facets
from journey_site.site.views.lists.facts import owner_fact, sources_fact, url_fact, used_in
from journey_site.site.views.lists.journey_rows import review_fact
from journey_site.site.views.lists.resting import resting_table
from journey_site.site.views.lists.silent_columns import without_silent
from journey_site.site.views.lists.tables import Cell, Column, Fact, Table, ThingView, Told
from journey_site.site.views.lists.touchpoint import touchpoint
from journey_site.site.views.people.reviewed import review_view
from journey_site.site.views.stage.anchored import entry_link
from journey_site.site.views.tell import tell_of_thing
from journey_site.site.views.used import claimed, content_view
from journey_site.site.voice import Voice


def thing_view(kind: str, thing: Thing, voice: Voice) -> ThingView:
    """The page of ``thing``."""
    build: dict[str, Callable[..., Told]] = {
        "touchpoints": touchpoint,
        "channels": channel,
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
        tables=tuple(with_facets([table], voice, f"-{table.anchor}")[0] for table in without_silent(filter(None, told.tables), voice)),
        note=thing.note,
        review=review_view(thing, voice),
        tell=tell_of_thing(thing, voice),
        colour=getattr(thing, "colour", None) or "",
        draft=thing.publish == "draft",
        retired=thing.publish == "retired",
        brief=told.brief,
        met=told.met,
        work=told.work,
    )


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
        owner_fact(thing, voice),
        url_fact(thing, voice),
        sources_fact(thing, voice),
    )
    return Told(used_in(len(uses), voice), facts, (table,))


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
        owner_fact(thing, voice),
        url_fact(thing, voice),
    )
    beside = resting_table(thing.id, voice)
    count = len(rows.told_once(uses, voice)[0]) + len(beside.rows)
    if not count:
        return Told(_("Nothing rests on it yet."), facts)
    lead = voice.language.ngettext("%(num)s claim rests on it.", "%(num)s claims rest on it.", count)
    return Told(lead % {"num": voice.language.number(count)}, facts, (table, beside))


def _claim_row(use: Use, voice: Voice) -> tuple[Cell, ...]:
    confidence = Cell(_confidence(use.entry, voice)) if use.entry.confidence else rows.unknown(voice._("not stated"))
    return Cell(claimed(use.entry, voice), entry_link(use.place, use.entry, voice)), rows.place_cell(use.place, voice), confidence


def _confidence(entry: Common, voice: Voice) -> str:
    return voice._(vocabulary.CONFIDENCES[entry.confidence][0]) if entry.confidence else voice._("not stated")
