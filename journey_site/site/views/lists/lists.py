"""Pages that list everything of a kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from journey_site.atlas.mood import value_of
from journey_site.atlas.uses import Place, Use
from journey_site.documents.documents import KINDS
from journey_site.documents.items import ContentUse, TouchpointUse
from journey_site.documents.things import Content, Department, Thing, Touchpoint
from journey_site.site import vocabulary
from journey_site.site.addresses import Link, list_uri, table_uri
from journey_site.site.views.entries import Labelled, face_of, owner_view
from journey_site.site.views.lists import journey_rows, rows, shared_rows
from journey_site.site.views.lists.channel import channels_table
from journey_site.site.views.lists.choices import Choice
from journey_site.site.views.lists.department import owned_touchpoints, touchpoint_count
from journey_site.site.views.lists.facets import with_facets
from journey_site.site.views.lists.metric_rows import OWN_VALUES, metric_tables, metrics_verdict
from journey_site.site.views.lists.pains_and_opportunities import (
    beside_the_opportunities,
    opportunity_tables,
    pain_tables,
)
from journey_site.site.views.lists.resting import resting_on
from journey_site.site.views.lists.silent_columns import without_silent
from journey_site.site.views.lists.tables import (
    LONGEST,
    Cell,
    Column,
    ListView,
    Table,
    first_letters,
    in_parts,
)
from journey_site.site.views.lists.work import touchpoint_work
from journey_site.site.views.models.model import journeys_on
from journey_site.site.views.overview.assumed import has_assumed
from journey_site.site.views.overview.side_by_side import has_stages
from journey_site.site.views.people.person import whose
from journey_site.site.views.recalled import recalled
from journey_site.site.views.used import content_view, touchpoint_view
from journey_site.site.voice import Voice

Row = tuple[Cell, ...]

_KEPT = ("channel", "type", "measure", "state", "owner")
"""By what the longest tables can still be narrowed; their other columns are left out."""


def listed_kinds(voice: Voice) -> list[str]:
    """The kinds of which there is something to list, in the order of the navigation."""
    uses = voice.uses
    in_stages = {
        "opportunities": uses.opportunities,
        "pains": uses.pains,
        "touchpoints": uses.inline_touchpoints,
        "content": uses.inline_content,
        "metrics": uses.inline_metrics,
        "models": voice.atlas.other_models,
    }
    return [kind for kind in vocabulary.KINDS if in_stages.get(kind) or (kind in KINDS and _live(voice, kind))]


def list_view(kind: str, voice: Voice) -> ListView:
    """The page that lists everything of ``kind``."""
    label, icon, purpose = vocabulary.KINDS[kind]
    whole = list_tables(kind, voice)
    verdict = metrics_verdict(voice) if kind == "metrics" else ""
    beside = Labelled(voice._("What is only assumed"), Link(list_uri("assumed"))) if kind == "evidence" and has_assumed(voice) else None
    if kind == "content" and has_stages(voice):
        beside = Labelled(voice._("By persona and stage, with the gaps"), Link(list_uri("content-matrix")))
    if kind == "opportunities":
        below, beside = beside_the_opportunities(voice)
        whole = (*whole, *below)
    tables = with_facets([part for table in without_silent(whole, voice) for part in _parts(table, voice)], voice)
    facets = tables[0].facets if tables else ()
    count = voice._("%(num)s in all") % {"num": voice.language.number(_count(kind, tables, voice))}
    work = touchpoint_work(whole, facets, list_uri(kind), voice) if kind == "touchpoints" else ()
    return ListView(kind, voice._(label), icon, voice._(purpose), count, tables, list_files(kind), verdict, beside, work, facets)


@recalled
def list_tables(kind: str, voice: Voice, longest: int = LONGEST) -> tuple[Table, ...]:
    """The tables that list everything of ``kind``; of what may be told by the thousand, the first ``longest``."""
    build: dict[str, Callable[[], list[Table]]] = {
        "touchpoints": partial(_touchpoints, voice, longest),
        "content": partial(_content, voice, longest),
        "departments": partial(_departments, voice),
        "channels": lambda: [channels_table(voice)],
        "evidence": partial(_evidence, voice),
        "models": partial(_models, voice),
        "metrics": partial(metric_tables, voice, longest),
        "pains": partial(pain_tables, voice, longest),
        "opportunities": partial(opportunity_tables, voice, longest),
        "journeys": partial(_journeys, voice, longest),
    }
    return tuple(table for table in build[kind]() if table)


def list_files(kind: str) -> tuple[Labelled, ...]:
    """The list of everything of ``kind`` as files."""
    return Labelled("CSV", Link(table_uri(kind, "csv"))), Labelled("Excel", Link(table_uri(kind, "xlsx")))


def _count(kind: str, tables: tuple[Table, ...], voice: Voice) -> int:
    """How many there are, also where a table shows the worst of them alone."""
    whole = {"pains": voice.uses.pains, "opportunities": voice.uses.opportunities}
    if kind in whole:
        return len(rows.told_once(whole[kind], voice)[0])
    return sum(len(table.rows) for table in tables if table.anchor != OWN_VALUES)


def _parts(table: Table, voice: Voice) -> tuple[Table, ...]:
    """A long table by the first letters of its names."""
    if table.folded or len(table.rows) <= LONGEST:
        return (table,)
    names = table.group_titles or first_letters(tuple(rows.said(row[0].words, voice) for row in table.rows))
    kept = [at for at, column in enumerate(table.columns) if column.facet in _KEPT]
    return in_parts(replace(table, group_titles=()), names, (0, *kept) if kept else tuple(range(min(3, len(table.columns)))), voice)


def _live(voice: Voice, kind: str) -> list[Thing]:
    return voice.in_order(thing for thing in voice.atlas.table(kind).values() if thing.publish != "retired")


def _grouped(kind: str, things: Iterable[Thing], voice: Voice, columns: tuple[Column, ...], row: Callable[[Any], Row]) -> Table:
    """One table with its rows by ``group``; what has none goes last."""
    groups: dict[str, list[Thing]] = {}
    for thing in things:
        groups.setdefault(voice.words(getattr(thing, "group", None)), []).append(thing)
    names = sorted(groups, key=lambda name: (not name, voice.by_name(name)))
    titles = tuple(name or voice._("Others") for name in names for _thing in groups[name]) if names != [""] else ()
    found = tuple(row(thing) for name in names for thing in groups[name])
    return Table("all", "", vocabulary.KINDS[kind][1], columns, found, group_titles=titles)


def _touchpoints(voice: Voice, longest: int) -> list[Table]:
    met = voice.uses.touchpoints
    felt = {thing.id: shared_rows.worst_experience(thing.id, voice) for thing in voice.atlas.touchpoints.values()}
    live = [thing for thing in _live(voice, "touchpoints") if isinstance(thing, Touchpoint)]
    worst = sorted(live, key=lambda each: (felt[each.id] is None, felt[each.id] or 0.0))
    shared = Table(
        "all", "", vocabulary.KINDS["touchpoints"][1], shared_rows.shared_touchpoint_columns(voice, grouped=any(each.group for each in worst)),
        tuple(shared_rows.shared_touchpoint_row(thing, met.get(thing.id, []), voice) for thing in worst),
        group_titles=tuple(voice.words(thing.group) or voice._("Others") for thing in worst) if any(each.group for each in worst) else (),
        in_groups=False,
    )  # fmt: skip
    _uses, alone, lead = rows.once_each(rows.worst_first(voice.uses.inline_touchpoints), "once", _touchpoint_alone, voice, longest)
    title = voice._("Met in one stage alone")
    where, *others = rows.touchpoint_columns(voice)[1:]
    columns = (Column(voice._("Touchpoint")), where, Column(voice._("Channel"), facet="channel"), *others)
    return [shared, Table("in_one_stage", title, "material/map-marker-outline", columns, alone, lead)]


def _touchpoint_alone(use: Use, voice: Voice) -> Row:
    """A touchpoint of one stage with its channel, which shared ones tell too."""
    assert isinstance(use.entry, TouchpointUse)
    view = touchpoint_view(use.entry, voice)
    name, where, *others = rows.touchpoint_row(use, voice)
    return name, where, Cell(view.channel, view.channel_link) if view.channel else rows.unknown(voice._("no channel")), *others


def _content(voice: Voice, longest: int) -> list[Table]:
    things = [thing for thing in _live(voice, "content") if isinstance(thing, Content)]
    missing = [thing for thing in things if thing.status == "missing"]
    others = sorted((each for each in things if each.status != "missing"), key=lambda each: shared_rows.STATE_ORDER.index(each.status or ""))
    columns = shared_rows.shared_content_columns(voice)

    def row(thing: Content) -> Row:
        return shared_rows.shared_content_row(thing, voice)

    there = _grouped("content", others, voice, columns, row)
    if missing and there and not there.group_titles:
        there = replace(there, anchor="others", title=voice._("Others"))
    tables = [
        Table("to_make", voice._("Missing"), "material/file-alert-outline", columns, tuple(row(thing) for thing in missing)),
        there,
    ]

    def state(use: Use) -> int:
        assert isinstance(use.entry, ContentUse)
        return shared_rows.STATE_ORDER.index(content_view(use.entry, voice).status)

    _uses, alone, lead = rows.once_each(sorted(voice.uses.inline_content, key=state), "once", _content_alone, voice, longest)
    title = voice._("Recommended in one stage alone")
    name, where, kind, purpose, shown_state = rows.content_columns(voice)
    columns = (name, where, kind, purpose, columns[3], shown_state, columns[6])
    return [*tables, Table("in_one_stage", title, "material/file-outline", columns, alone, lead)]


def _content_alone(use: Use, voice: Voice) -> Row:
    """A piece of content of one stage with its language and its owner, which shared ones tell too."""
    assert isinstance(use.entry, ContentUse)
    view = content_view(use.entry, voice)
    *first, state = rows.content_row(use, voice)
    return *first, shared_rows.language_cell(view.language, voice), state, rows.owner_cell(view.entry.owner, voice)


def _departments(voice: Voice) -> list[Table]:
    _, uses = voice._, voice.uses
    columns = (
        Column(_("Department")),
        Column(_("Owns stages"), number=True),
        Column(_("Takes part in"), number=True),
        Column(_("Touchpoints"), number=True),
        Column(_("Lowest stage")),
        Column(_("Contact")),
    )
    found = tuple(
        (
            Cell(each.name, voice.link_to("departments", each), anchor=each.id),
            rows.number_cell(len(uses.owned_stages.get(each.id, ())), voice),
            rows.number_cell(len(uses.shared_stages.get(each.id, ())), voice),
            rows.number_cell(touchpoint_count(*owned_touchpoints(each.id, voice), voice), voice),
            _lowest(uses.owned_stages.get(each.id, []), voice),
            rows.contact_cell(each.contact),
        )
        for each in _live(voice, "departments")
        if isinstance(each, Department)
    )
    return [Table("all", "", "", columns, found)]


def _lowest(places: list[Place], voice: Voice) -> Cell:
    """The stage that feels worst, as things are today."""
    felt = [
        (value, place)
        for place in places
        if place.stage and not place.journey.is_plan and (value := value_of(place.stage)) is not None
    ]
    if not felt:
        return rows.unknown(voice._("unknown")) if places else Cell()
    value, place = min(felt, key=lambda each: each[0])
    return replace(rows.place_cell(place, voice), face=face_of(value, voice), note=whose(place.journey, voice))


def _evidence(voice: Voice) -> list[Table]:
    _ = voice._
    columns = (Column(_("Source")), Column(_("Kind"), facet="kind"), Column(_("Date")), Column(_("Claims"), number=True), Column(_("Owner"), facet="owner"))
    found = []
    for each in sorted(voice.atlas.evidence.values(), key=lambda source: source.date or "", reverse=True):
        if each.publish == "retired":
            continue
        kind = each.kind or ""
        said = _(vocabulary.EVIDENCE_KINDS[kind]) if kind in vocabulary.EVIDENCE_KINDS else kind
        found.append(
            (
                Cell(each.name, voice.link_to("evidence", each), vocabulary.EVIDENCE_ICON, anchor=each.id),
                Cell(said, choices=(Choice("-".join(kind.split()), said),)) if kind else rows.unknown(_("not stated")),
                rows.day_cell(each.date, voice),
                rows.number_cell(len(voice.uses.evidence.get(each.id, ())) + len(resting_on(voice).get(each.id, ())), voice),
                rows.owner_cell(owner_view(each.owner, voice), voice),
            )
        )
    return [Table("all", "", "", columns, tuple(found))]


def _models(voice: Voice) -> list[Table]:
    """Those of the handbook's own and those in use, for tables that are handed on; the page is ``model_list``'s."""
    _ = voice._
    used = {identity: len(journeys) for identity, journeys in journeys_on(voice).items()}
    found = tuple(
        (
            Cell(each.name, voice.link_to("models", each), note=each.summary or "", anchor=each.id),
            rows.number_cell(len(each.stages), voice),
            rows.number_cell(used.get(each.id, 0), voice),
        )
        for each in sorted(voice.atlas.models.values(), key=lambda model: -used.get(model.id, 0))
        if each.publish != "retired"
    )
    columns = (Column(_("Stage model")), Column(_("Stages"), number=True), Column(_("Journeys"), number=True))
    return [Table("all", "", "", columns, found)]


def _journeys(voice: Voice, longest: int) -> list[Table]:
    live = voice.in_order(journey for journey in voice.atlas.journeys.values() if journey.publish != "retired")
    table = Table("all", "", "", journey_rows.journey_columns(voice), ())
    if len(live) <= longest:
        return [replace(table, rows=tuple(journey_rows.journey_row(journey, voice) for journey in live))]
    people = [voice.atlas.find(journey.personas[0]) if journey.personas else None for journey in live]
    named = tuple(voice.words(person.name) if person else voice._("Everyone") for person in people)
    brief = replace(table, rows=tuple(journey_rows.brief_journey_row(journey, voice) for journey in live), columns=journey_rows.brief_journey_columns(voice))
    return list(in_parts(replace(brief, anchor="persona"), named, (0, 1), voice))

