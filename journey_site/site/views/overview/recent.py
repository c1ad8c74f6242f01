"""What changed for readers lately: month by month, persona by persona, a line for each stage that is otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from journey_site.site import vocabulary
from journey_site.site.addresses import NO_LINK, Link, feed_uri
from journey_site.site.recent_months import RecentMonth, ToldChange
from journey_site.site.views.entries import Labelled
from journey_site.site.views.people.person import PersonView, person_view
from journey_site.site.voice import Voice

SHOWN = 40
"""How many lines of one month the page tells; the rest is counted."""
_SHARED = ("touchpoints", "content", "metrics", "channels", "departments", "evidence", "models")
_MARKS = {"new": "material/plus-circle-outline", "gone": "material/minus-circle-outline", "changed": "material/pencil-outline"}


@dataclass(frozen=True, slots=True)
class LineView:
    """One line: a stage, or the thing itself, and what changed."""

    sort: str
    """``new``, ``gone`` or ``changed``."""
    icon: str
    stage: Labelled | None
    """The stage; None where it is the thing itself."""
    words: str


@dataclass(frozen=True, slots=True)
class ThingLines:
    """A journey or another thing, with its lines."""

    thing: Labelled | None
    """Its name and page; no link where the page is gone. None for the persona whose group it is."""
    anchor: str
    day: str
    """When it was last written in that month; empty when that is not known."""
    lines: tuple[LineView, ...]


@dataclass(frozen=True, slots=True)
class RecentGroup:
    """What changed for one persona, or in one kind of shared thing."""

    title: str
    person: PersonView | None
    """The persona; None for shared things, and where there is no such persona any more."""
    icon: str
    things: tuple[ThingLines, ...]


@dataclass(frozen=True, slots=True)
class MonthView:
    """One month."""

    anchor: str
    title: str
    lead: str
    """How much changed, in a sentence."""
    groups: tuple[RecentGroup, ...]
    more: str
    """How many lines are not shown; empty when all are."""


@dataclass(frozen=True, slots=True)
class RecentView:
    """Everything on the page of changes."""

    title: str
    icon: str
    purpose: str
    months: tuple[MonthView, ...]
    since: str
    """From which day on changes are known, as a sentence."""
    feed: Link
    """The feed of all changes; no link where the site does not know its own address."""
    person_feeds: tuple[Labelled, ...]
    department_feeds: tuple[Labelled, ...]


def has_recent(voice: Voice) -> bool:
    """Whether there is anything to tell: that the handbook began is not enough."""
    return any(month.lines for month in voice.recent.months)


def recent_view(voice: Voice) -> RecentView:
    """The page of changes."""
    title, icon, purpose = vocabulary.CHANGES
    recent, atlas = voice.recent, voice.atlas
    since = voice._("Told since %(day)s.") % {"day": voice.language.date(recent.since)} if recent.since else ""
    personas = [(thing.id, thing.name) for thing in atlas.personas.values() if thing.publish != "retired"]
    departments = [(thing.id, thing.name) for thing in atlas.departments.values() if thing.publish != "retired"]
    return RecentView(
        voice._(title),
        icon,
        voice._(purpose),
        tuple(_month(month, voice) for month in recent.months),
        since,
        Link(feed_uri()) if recent.fed else NO_LINK,
        tuple(Labelled(name, Link(feed_uri("persona", who))) for who, name in personas if recent.fed),
        tuple(Labelled(name, Link(feed_uri("department", who))) for who, name in departments if recent.fed),
    )


def month_anchor(month: RecentMonth, line: ToldChange | None = None) -> str:
    """The place of a month on the page, or of a thing in it."""
    anchor = f"{month.first:%Y-%m}"
    return f"{anchor}-{line.kind}-{line.thing}" if line else anchor


def in_groups(lines: Iterable[ToldChange], voice: Voice) -> list[ToldChange]:
    """Lines as the page has them: by persona, journey for journey, then what is shared; lines of one thing together."""
    people = {identity: place for place, identity in enumerate(voice.atlas.personas)}
    journeys = {identity: place for place, identity in enumerate(voice.atlas.journeys)}

    def place(line: ToldChange) -> tuple[object, ...]:
        shared = line.kind in _SHARED
        table = _SHARED.index(line.kind) if shared else 0
        first = line.personas[0] if line.personas else ""
        # A persona of its own stands before its journeys; what is everyone's comes after all personas.
        who = (people.get(first, len(people)) if first else len(people) + 1, line.who)
        return shared, table, who, line.kind == "journeys", journeys.get(line.thing, len(journeys)), line.name, line.thing

    return sorted(lines, key=place)


def link_of(line: ToldChange, voice: Voice, *, stage: bool = True) -> Link:
    """Where a line leads today: its stage, else its thing, else nowhere."""
    table = voice.atlas.table(line.kind)
    thing = table.get(line.thing) or next((each for each in table.values() if line.thing in each.was), None)
    if thing is None:
        return NO_LINK
    if line.stage and stage:
        for each in thing.stages:
            if line.stage in (each.id, *each.was):
                return voice.stage_link(thing, each)
        return NO_LINK
    return voice.link_to(line.kind, thing)


def _month(month: RecentMonth, voice: Voice) -> MonthView:
    lines = in_groups(month.lines, voice)
    more = len(lines) - SHOWN
    title = voice.language.period(month.first, "month")
    return MonthView(
        month_anchor(month),
        title[:1].upper() + title[1:],
        _lead(month, voice),
        tuple(_groups(lines[:SHOWN], month, voice)),
        more_changes(more, voice),
    )


def more_changes(count: int, voice: Voice) -> str:
    """How many changes are not shown; empty when all are."""
    if count < 1:
        return ""
    words = voice.language.ngettext("and %(num)s more change", "and %(num)s more changes", count)
    return words % {"num": voice.language.number(count)}


def _lead(month: RecentMonth, voice: Voice) -> str:
    ngettext, number = voice.language.ngettext, voice.language.number
    said = []
    if month.began:
        counts = (
            (month.began[0], ngettext("%(num)s persona", "%(num)s personas", month.began[0])),
            (month.began[1], ngettext("%(num)s journey", "%(num)s journeys", month.began[1])),
        )
        told = [words % {"num": number(count)} for count, words in counts if count]
        said.append(voice._("The handbook begins, with %(what)s.") % {"what": voice.language.listed(told)})
    things = len({(line.kind, line.thing) for line in month.lines})
    journeys = len({line.thing for line in month.lines if line.kind == "journeys"})
    if journeys and journeys == things:
        words = ngettext("Something changed in %(num)s journey.", "Something changed in %(num)s journeys.", journeys)
        said.append(words % {"num": number(journeys)})
    elif journeys:
        words = ngettext(
            "Something changed in %(num)s journey, and in %(others)s.",
            "Something changed in %(num)s journeys, and in %(others)s.",
            journeys,
        )
        others = ngettext("%(num)s other thing", "%(num)s other things", things - journeys) % {"num": number(things - journeys)}
        said.append(words % {"num": number(journeys), "others": others})
    elif things:
        words = ngettext("Something changed in %(num)s thing.", "Something changed in %(num)s things.", things)
        said.append(words % {"num": number(things)})
    return " ".join(said)


def _groups(lines: list[ToldChange], month: RecentMonth, voice: Voice) -> Iterator[RecentGroup]:
    def group(line: ToldChange) -> tuple[str, str, str]:
        if line.kind in _SHARED:
            return line.kind, "", ""
        return "", line.personas[0] if line.personas else "", line.who

    for (kind, who, name), told in groupby(lines, group):
        persona = voice.atlas.personas.get(who)
        if kind:
            label, icon, _ = vocabulary.KINDS[kind]
            title = voice._(label)
        else:
            title, icon = (voice.words(persona.name) if persona else name or voice._("Everyone")), "material/account-outline"
        yield RecentGroup(title, person_view(persona, voice) if persona else None, icon, tuple(_things(told, month, voice)))


def _things(lines: Iterable[ToldChange], month: RecentMonth, voice: Voice) -> Iterator[ThingLines]:
    for _, told in groupby(lines, lambda line: (line.kind, line.thing)):
        each = list(told)
        first = each[0]
        days = [line.day for line in each if line.day]
        yield ThingLines(
            None if first.kind == "personas" else Labelled(first.name, link_of(first, voice, stage=False)),
            month_anchor(month, first),
            voice.language.date(max(days)) if days else "",
            tuple(_line(line, voice) for line in each),
        )


def _line(line: ToldChange, voice: Voice) -> LineView:
    stage = Labelled(line.stage_name, link_of(line, voice)) if line.stage else None
    return LineView(line.sort, _MARKS[line.sort], stage, line.words)
