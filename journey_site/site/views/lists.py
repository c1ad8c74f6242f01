"""Pages that list everything of a kind."""

from __future__ import annotations

from journey_site.atlas.atlas import Atlas
from journey_site.documents.things import Thing
from journey_site.site import vocabulary
from journey_site.site.views import rows
from journey_site.site.views.entries import metric_view, owner_view
from journey_site.site.views.people import journey_card
from journey_site.site.views.tables import Cell, Column, ListView, Table
from journey_site.site.views.things import shared_touchpoint_columns
from journey_site.site.voice import Voice


def listed_kinds(voice: Voice) -> list[str]:
    """The kinds of which there is something to list, in the order of the navigation."""
    atlas = voice.atlas
    there = {
        kind: bool(voice.uses.opportunities)
        if kind == "opportunities"
        else bool(voice.uses.pains)
        if kind == "pains"
        else bool(_live(atlas, kind))
        for kind in vocabulary.KINDS
    }
    return [kind for kind, some in there.items() if some]


def list_view(kind: str, voice: Voice) -> ListView:
    """The page that lists everything of ``kind``."""
    label, icon, purpose = vocabulary.KINDS[kind]
    build = {
        "touchpoints": _touchpoints,
        "content": _content,
        "departments": _departments,
        "channels": _channels,
        "evidence": _evidence,
        "models": _models,
        "metrics": _metrics,
        "pains": _pains,
        "opportunities": _opportunities,
        "journeys": _journeys,
    }
    return ListView(kind, voice._(label), icon, voice._(purpose), tuple(build[kind](voice)))


def _live(atlas: Atlas, kind: str) -> list[Thing]:
    return [thing for thing in atlas.table(kind).values() if thing.publish != "retired"]


def _grouped(kind: str, voice: Voice, columns: tuple[Column, ...], row) -> list[Table]:  # type: ignore[no-untyped-def]
    """One table for each ``group``, what has none first."""
    groups: dict[str, list[Thing]] = {}
    for thing in _live(voice.atlas, kind):
        groups.setdefault(voice.words(getattr(thing, "group", None)), []).append(thing)
    icon = vocabulary.KINDS[kind][1]
    return [
        Table(f"group-{at}" if name else "all", name, icon if name else "", columns, tuple(row(thing, voice) for thing in things))
        for at, (name, things) in enumerate(sorted(groups.items()))
    ]


def _touchpoints(voice: Voice) -> list[Table]:
    tables = _grouped("touchpoints", voice, shared_touchpoint_columns(voice), rows.shared_touchpoint_row)
    inline = rows.worst_first(voice.uses.inline_touchpoints)
    alone = tuple(rows.touchpoint_row(use, voice) for use in inline)
    title = voice._("Met in one stage alone")
    return [*tables, Table("single", title, "material/map-marker-outline", rows.touchpoint_columns(voice), alone)]


def _content(voice: Voice) -> list[Table]:
    _ = voice._
    columns = (
        Column(_("Content")),
        Column(_("Type")),
        Column(_("Helps")),
        Column(_("Language")),
        Column(_("Uses"), number=True),
        Column(_("State")),
        Column(_("Owner")),
    )
    tables = _grouped("content", voice, columns, rows.shared_content_row)
    alone = tuple(rows.content_row(use, voice) for use in voice.uses.inline_content)
    title = _("Recommended in one stage alone")
    return [*tables, Table("single", title, "material/file-outline", rows.content_columns(voice), alone)]


def _departments(voice: Voice) -> list[Table]:
    _, uses, number = voice._, voice.uses, voice.language.number
    touchpoints: dict[str, int] = {}
    for thing in voice.atlas.touchpoints.values():
        if thing.owner and thing.owner.department:
            touchpoints[thing.owner.department] = touchpoints.get(thing.owner.department, 0) + 1
    columns = (
        Column(_("Department")),
        Column(_("Owns stages"), number=True),
        Column(_("Takes part in"), number=True),
        Column(_("Touchpoints"), number=True),
        Column(_("Contact")),
    )
    found = tuple(
        (
            Cell(each.name, voice.link_to("departments", each), anchor=each.id),
            Cell(number(len(uses.owned_stages.get(each.id, ())))),
            Cell(number(len(uses.shared_stages.get(each.id, ())))),
            Cell(number(touchpoints.get(each.id, 0))),
            rows_contact(each.contact),
        )
        for each in voice.atlas.departments.values()
        if each.publish != "retired"
    )
    return [Table("all", "", "", columns, found)]


def rows_contact(contact: str | None) -> Cell:
    """A way to reach somebody, shown without its scheme."""
    from journey_site.site.addresses import Link

    return Cell(contact.split(":", 1)[-1], Link(elsewhere=contact)) if contact else Cell()


def _channels(voice: Voice) -> list[Table]:
    _ = voice._
    count: dict[str, int] = {}
    for thing in voice.atlas.touchpoints.values():
        if thing.channel:
            count[thing.channel] = count.get(thing.channel, 0) + 1
    found = tuple(
        (
            Cell(each.name, voice.link_to("channels", each), each.icon or vocabulary.CHANNEL_ICON, anchor=each.id),
            Cell(voice.language.number(count.get(each.id, 0))),
        )
        for each in voice.atlas.channels.values()
        if each.publish != "retired"
    )
    return [Table("all", "", "", (Column(_("Channel")), Column(_("Touchpoints"), number=True)), found)]


def _evidence(voice: Voice) -> list[Table]:
    _ = voice._
    columns = (Column(_("Source")), Column(_("Kind")), Column(_("Date")), Column(_("Claims"), number=True), Column(_("Owner")))
    found = []
    for each in sorted(voice.atlas.evidence.values(), key=lambda source: source.date or "", reverse=True):
        if each.publish == "retired":
            continue
        owner = owner_view(each.owner, voice)
        kind = each.kind or ""
        found.append(
            (
                Cell(each.name, voice.link_to("evidence", each), vocabulary.EVIDENCE_ICON, anchor=each.id),
                Cell(_(vocabulary.EVIDENCE_KINDS[kind]) if kind in vocabulary.EVIDENCE_KINDS else kind),
                Cell(each.date or ""),
                Cell(voice.language.number(len(voice.uses.evidence.get(each.id, ())))),
                Cell(owner=owner) if owner else Cell(_("no owner"), badge="unknown"),
            )
        )
    return [Table("all", "", "", columns, tuple(found))]


def _models(voice: Voice) -> list[Table]:
    _ = voice._
    used: dict[str, int] = {}
    for journey in voice.atlas.journeys.values():
        if journey.model and journey.publish != "retired":
            used[journey.model] = used.get(journey.model, 0) + 1
    found = tuple(
        (
            Cell(each.name, voice.link_to("models", each), note=each.summary or "", anchor=each.id),
            Cell(voice.language.number(len(each.stages))),
            Cell(voice.language.number(used.get(each.id, 0))),
        )
        for each in voice.atlas.models.values()
    )
    columns = (Column(_("Stage model")), Column(_("Stages"), number=True), Column(_("Journeys"), number=True))
    return [Table("all", "", "", columns, found)]


def _metrics(voice: Voice) -> list[Table]:
    _ = voice._
    columns = (Column(_("Metric")), Column(_("Value")), Column(_("Period")), Column(_("Uses"), number=True), Column(_("Owner")))
    found = []
    for each in voice.atlas.metrics.values():
        view = metric_view(each, voice)
        owner = owner_view(each.owner, voice)
        found.append(
            (
                Cell(each.name, note=each.source or "", anchor=each.id),
                Cell(metric=view),
                Cell(view.period),
                Cell(voice.language.number(len(voice.uses.metrics.get(each.id, ())))),
                Cell(owner=owner) if owner else Cell(_("no owner"), badge="unknown"),
            )
        )
    alone = tuple(rows.metric_row(use, voice) for use in voice.uses.inline_metrics)
    title = _("Measured in one stage alone")
    return [Table("all", "", "", columns, tuple(found)), Table("single", title, "material/chart-line", rows.metric_columns(voice), alone)]


def _pains(voice: Voice) -> list[Table]:
    worst = sorted(voice.uses.pains, key=lambda use: -(use.entry.severity or 0))
    columns = rows.item_columns(voice, voice._("Pain"))
    return [Table("all", "", "", columns, tuple(rows.pain_row(use, voice) for use in worst))]


def _opportunities(voice: Voice) -> list[Table]:
    found = tuple(rows.opportunity_row(use, voice) for use in rows.by_promise(voice.uses.opportunities))
    return [Table("all", "", "", rows.opportunity_columns(voice), found)]


def _journeys(voice: Voice) -> list[Table]:
    _ = voice._
    columns = (
        Column(_("Journey")),
        Column(_("Whose")),
        Column(_("Model")),
        Column(_("Stages"), number=True),
        Column(_("Lowest point")),
        Column(_("Owner")),
        Column(_("Reviewed")),
    )
    found = []
    for journey in voice.atlas.journeys.values():
        if journey.publish == "retired":
            continue
        card = journey_card(journey, voice, drawn=False)
        found.append(
            (
                Cell(card.title, card.link, note=card.state, badge="draft" if card.draft else "", anchor=journey.id),
                Cell(voice.language.listed([person.short for person in card.people[:3]]) or _("Everyone")),
                Cell(card.model.words, card.model.link) if card.model else Cell(_("its own stages")),
                Cell(voice.language.number(card.stages)),
                Cell(card.worst_stage, card.worst_link, face=card.worst) if card.worst else Cell(_("unknown"), badge="unknown"),
                Cell(owner=card.owner) if card.owner else Cell(_("no owner"), badge="unknown"),
                rows.review_cell(journey, voice),
            )
        )
    return [Table("all", "", "", columns, tuple(found))]
