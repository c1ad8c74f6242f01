"""What the journeys make a team's business: its touchpoints, content, promises, pains and opportunities, worst first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from urllib.parse import quote

from journey_site.atlas.mood import lowest_in
from journey_site.atlas.uses import Place, Use
from journey_site.documents.items import ContentUse, TouchpointUse
from journey_site.documents.things import Content, Department, Touchpoint
from journey_site.sentence import N_, NN_
from journey_site.site.addresses import Link, list_uri
from journey_site.site.views.entries import Labelled, face_of, owner_view
from journey_site.site.views.lists import rows, shared_rows
from journey_site.site.views.lists.brief import brief_view
from journey_site.site.views.lists.department_work import (
    activities_of,
    activity_table,
    base_of,
    counted_in_base,
    journeys_of,
    metric_table,
    missed_metrics,
    overdue_of,
    overdue_table,
    owns,
)
from journey_site.site.views.lists.first import first_of
from journey_site.site.views.lists.pains_and_opportunities import (
    answers_for,
    opportunity_table,
    pain_table,
    pains_worst_first,
)
from journey_site.site.views.lists.tables import Cell, Column, Fact, FirstView, Table, Told
from journey_site.site.views.map.choices import DEPARTMENT
from journey_site.site.views.overview.followed import own_feed
from journey_site.site.views.used import content_view
from journey_site.site.voice import Voice

MANY = 120
"""Past this many rows each table shows the worst of them, so that the page of a busy team stays light."""
MAPS = 12
"""How many maps are named at the head of the page."""
_ALL = list_uri("journeys")
_SHORT = {
    "touchpoints": N_("Touchpoints"), "content": N_("Content"), "pains": N_("Pains"), "opportunities": N_("Opportunities"),
    "stages": N_("Owns stages"), "activities": N_("What it does"), "metrics": N_("Off target"), "overdue": N_("Overdue"),
    "takes-part": N_("Takes part in"),
}  # fmt: skip
"""What each of the page's tables is called at its head."""


@dataclass
class _Business:
    """All that a department answers for or takes part in."""

    touchpoints: list[Use] = field(default_factory=list)
    unused: list[Touchpoint] = field(default_factory=list)
    """Shared touchpoints that it owns and no journey meets."""
    content: list[Use] = field(default_factory=list)
    spare: list[Content] = field(default_factory=list)
    """Shared content that it owns and no stage recommends."""
    pains: list[Use] = field(default_factory=list)
    opportunities: list[Use] = field(default_factory=list)
    stages: list[Place] = field(default_factory=list)
    shared: list[Place] = field(default_factory=list)


def department(thing: Department, voice: Voice) -> Told:
    """What the page of ``thing`` tells."""
    mine = _business_of(thing.id, voice)
    missed, overdue = missed_metrics(thing.id, voice), overdue_of(thing.id, voice)
    owned = _owned(thing.id, mine, voice)
    tables = (_touchpoints(mine, voice), _content(mine, voice), pain_table(mine.pains, voice, MANY),
              opportunity_table(mine.opportunities, voice, MANY),
              owned, activity_table(activities_of(thing.id, voice), voice, MANY), metric_table(missed, voice, MANY),
              overdue_table(overdue, voice, MANY), _shared(mine, voice))  # fmt: skip
    facts = (Fact(voice._("Contact"), rows.contact_cell(thing.contact)), Fact(voice._("Its maps"), _maps(thing.id, voice)),
             Fact(voice._("Also answers for"), _also(thing.id, voice)), Fact(voice._("Changes"), _follow(thing, voice)))  # fmt: skip
    told = tuple(replace(_seen_as(thing.id, table), short=voice._(_SHORT[table.anchor])) for table in tables)
    first = _worst_of(mine, voice)
    if first:
        first = replace(first, what=_cell_as(thing.id, first.what), place=_label_as(thing.id, first.place),
                        remedy_link=_link_as(thing.id, first.remedy_link))  # fmt: skip
    brief = brief_view(
        thing, voice, touchpoints=mine.touchpoints, pains=mine.pains, content=mine.content, metrics=missed,
        opportunities=mine.opportunities, promises=owned.rows, overdue=overdue,
    )  # fmt: skip
    return Told(_lead(mine, owned, voice), facts, told, first, brief)


def _follow(thing: Department, voice: Voice) -> Cell:
    """Where to follow what changes for it; nothing where there are no feeds."""
    feed = own_feed("departments", thing, voice)
    return Cell(voice._("Follow what changes"), feed, "material/rss") if feed else Cell()


def _also(identity: str, voice: Voice) -> Cell:
    """What else carries its name: personas, metrics, sources, models, channels; the rest stands in tables."""
    kinds = ("personas", "metrics", "evidence", "models", "channels")
    found = [
        Labelled(each.name, voice.link_to(kind, each))
        for kind in kinds
        for each in voice.atlas.table(kind).values()
        if each.publish != "retired" and owns(each.owner, identity)
    ]
    return _first(found, voice)


def _maps(identity: str, voice: Voice) -> Cell:
    """The maps on which the department has something of its own, each seen as the department."""
    found = journeys_of(identity, voice)
    return _first([Labelled(each.name, _link_as(identity, voice.link_to("journeys", each))) for each in found], voice)


def _first(found: list[Labelled], voice: Voice) -> Cell:
    """The first of what is ``found`` by name, and how much more there is."""
    left = voice.and_more(len(found) - MAPS)
    return Cell(labels=(*found[:MAPS], *([Labelled(left)] if left else [])))


def _seen_as(identity: str, table: Table) -> Table:
    """``table``, whose links to maps and stages lead to them as the department sees them."""
    return replace(table, rows=tuple(tuple(_cell_as(identity, cell) for cell in row) for row in table.rows))


def _cell_as(identity: str, cell: Cell) -> Cell:
    link = _link_as(identity, cell.link)
    cell = cell if link is cell.link else replace(cell, link=link)
    return replace(cell, places=tuple(_label_as(identity, place) for place in cell.places)) if cell.places else cell


def _label_as(identity: str, label: Labelled) -> Labelled:
    return replace(label, link=_link_as(identity, label.link))


def _link_as(identity: str, link: Link) -> Link:
    return replace(link, query=f"{DEPARTMENT}={quote(identity)}") if link.uri.startswith("journeys/") and link.uri != _ALL else link


def owned_touchpoints(identity: str, voice: Voice) -> tuple[list[Use], list[Touchpoint]]:
    """Where the department's touchpoints are met, the worst first; and those that no journey meets."""
    uses = voice.uses
    shared = [each for each in voice.atlas.touchpoints.values() if each.publish != "retired" and owns(each.owner, identity)]
    met = [use for each in shared for use in uses.touchpoints.get(each.id, ()) if use.entry.owner is None]
    own = [use for use in uses.owned_entries.get(identity, ()) if isinstance(use.entry, TouchpointUse)]
    return rows.worst_first([*met, *own]), [each for each in shared if not uses.touchpoints.get(each.id)]


def touchpoint_count(met: list[Use], unused: list[Touchpoint], voice: Voice) -> int:
    """How many touchpoints a department owns, each once, as its page and the list of departments say it."""
    return len(rows.told_once(met, voice)[0]) + len(unused)


def _business_of(identity: str, voice: Voice) -> _Business:
    uses, atlas = voice.uses, voice.atlas
    content = [each for each in atlas.content.values() if each.publish != "retired" and owns(each.owner, identity)]
    entries = uses.owned_entries.get(identity, [])
    recommended = [use for each in content for use in uses.content.get(each.id, ()) if use.entry.owner is None]
    return _Business(
        *owned_touchpoints(identity, voice),
        sorted(
            [*recommended, *(use for use in entries if isinstance(use.entry, ContentUse))],
            key=lambda use: shared_rows.STATE_ORDER.index(content_view(use.entry, voice).status),  # type: ignore[arg-type]
        ),
        [each for each in content if not uses.content.get(each.id)],
        pains_worst_first(use for use in uses.pains if owns(answers_for(use), identity)),
        rows.by_promise(use for use in uses.opportunities if owns(answers_for(use), identity)),
        _lowest_first(uses.owned_stages.get(identity, ())),
        _lowest_first(uses.shared_stages.get(identity, ())),
    )


def _lowest_first(places: Iterable[Place]) -> list[Place]:
    def key(place: Place) -> tuple[bool, bool, float]:
        value = lowest_in(place.journey, place.stage) if place.stage else None
        return place.journey.is_plan, value is None, value or 0.0

    return sorted(places, key=key)


def _lead(mine: _Business, owned: Table, voice: Voice) -> str:
    """What it answers for, counted as the page's tables do; past what they show, all of it."""
    ngettext, number = voice.language.ngettext, voice.language.number
    stages = len(mine.stages if owned.lead else owned.rows)
    counts = (
        (touchpoint_count(mine.touchpoints, mine.unused, voice), *NN_("%(num)s touchpoint", "%(num)s touchpoints")),
        (len(rows.told_once(mine.content, voice)[0]) + len(mine.spare), *NN_("%(num)s piece of content", "%(num)s pieces of content")),
        (len(rows.told_once(mine.pains, voice)[0]), *NN_("%(num)s pain", "%(num)s pains")),
        (stages, *NN_("%(num)s stage", "%(num)s stages")),
    )
    parts = [ngettext(one, many, count) % {"num": number(count)} for count, one, many in counts if count]
    if parts:
        return voice._("The customer journeys make this yours: %(what)s.") % {"what": voice.language.listed(parts)}
    if mine.shared:
        words = ngettext("It takes part in %(num)s stage.", "It takes part in %(num)s stages.", len(mine.shared))
        return words % {"num": number(len(mine.shared))}
    return voice._("No journey names it yet.")


def _worst_of(mine: _Business, voice: Voice) -> FirstView | None:
    """The worst touchpoint, else the worst pain."""
    label = voice._("First:")
    worst = [*mine.touchpoints[:1], *mine.pains[:1]]
    return next((first for use in worst if (first := first_of(use, voice, label))), None)


def _touchpoints(mine: _Business, voice: Voice) -> Table:
    _uses, found, lead = rows.once_each(mine.touchpoints, "touchpoint", rows.touchpoint_row, voice, MANY)
    met = (row[:4] for row in found)
    unused = [
        (Cell(each.name, voice.link_to("touchpoints", each)), rows.unknown(voice._("No journey uses it yet.")), Cell(), Cell())
        for each in mine.unused[:MANY]
    ]
    title = voice._("Touchpoints, worst first")
    return Table("touchpoints", title, "material/gesture-tap", rows.touchpoint_columns(voice)[:4], (*met, *unused), lead)


def _content(mine: _Business, voice: Voice) -> Table:
    _uses, used, lead = rows.once_each(mine.content, "content", rows.content_row, voice, MANY)
    spare = []
    for each in mine.spare[:MANY]:
        name, kind, helps, _language, _count, state, _owner = shared_rows.shared_content_row(each, voice)
        spare.append((name, rows.unknown(voice._("No journey uses it yet.")), kind, helps, state))
    return Table("content", voice._("Content"), "material/bookshelf", rows.content_columns(voice), (*used, *spare), lead)


def _owned(identity: str, mine: _Business, voice: Voice) -> Table:
    _ = voice._
    columns = (Column(_("Stage")), Column(_("What we promised")), Column(_("Emotion")))

    def promised(place: Place) -> Cell:
        if place.stage and place.stage.our_goal and (base := base_of(place, place.stage.our_goal.origin, "our_goal", voice)):
            return rows.unknown(_("as in “%(journey)s”") % {"journey": voice.words(base.name)})
        return Cell(place.stage.our_goal) if place.stage and place.stage.our_goal else rows.unknown(_("not stated"))

    stages = [place for place in mine.stages if not counted_in_base(identity, place, voice)]
    found, lead = _stages_once(stages, promised, voice)
    return Table("stages", _("Stages it owns, and what we promised there"), "material/handshake-outline", columns, found, lead)


def _shared(mine: _Business, voice: Voice) -> Table:
    _ = voice._
    columns = (Column(_("Stage")), Column(_("Owner")), Column(_("Emotion")))

    def owned(place: Place) -> Cell:
        return rows.owner_cell(owner_view((place.stage and place.stage.owner) or place.journey.owner, voice), voice)

    found, lead = _stages_once(mine.shared, owned, voice)
    return Table("takes-part", _("Stages where it takes part"), "material/account-group-outline", columns, found, lead)


def _stages_once(places: list[Place], told: Callable[[Place], Cell], voice: Voice) -> tuple[tuple[tuple[Cell, ...], ...], str]:
    """A row for each stage, what is ``told`` of it, and how it feels; journeys that say the same of a stage share a row.

    ``places`` begin with the worst, so that is how a row feels that stands for several.
    """
    groups: dict[object, list[tuple[Place, Cell]]] = {}
    for place in places:
        cell = told(place)
        if place.stage:
            said = rows.said(cell.words, voice), cell.owner and (rows.said(cell.owner.words, voice), cell.owner.person)
            groups.setdefault((voice.words(place.stage.name), said), []).append((place, cell))
    found = []
    for group in list(groups.values())[:MANY]:
        worst, cell = group[0]
        felt = _felt(worst, voice)
        if len(group) > 1:
            felt = replace(felt, note=voice._("in the lowest stage")) if felt.face else felt
        found.append((rows.stages_cell([place for place, _cell in group], voice), cell, felt))
    return tuple(found), rows.first_of_many(len(groups), MANY, voice)


def _felt(place: Place, voice: Voice) -> Cell:
    return rows.felt_cell(face_of(lowest_in(place.journey, place.stage) if place.stage else None, voice), place, voice)
