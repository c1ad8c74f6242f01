"""Tables as data: columns and rows of cells, printed by one template everywhere."""

from __future__ import annotations

from dataclasses import dataclass, replace

from journey_site.documents.values import Text
from journey_site.site.addresses import NO_LINK, Link
from journey_site.site.views.entries import FaceView, Labelled, OwnerView, Words
from journey_site.site.views.lists.choices import Choice, FacetView
from journey_site.site.views.lists.met import MetView
from journey_site.site.views.lists.plot import PlotView
from journey_site.site.views.lists.series import SeriesView
from journey_site.site.views.people.reviewed import ReviewView
from journey_site.site.views.tell import TellView
from journey_site.site.views.used import MetricView
from journey_site.site.voice import Voice

LONGEST = 400
"""Past this many rows a page shows the worst of them, or folds them away in parts."""
CONTENTS = 3
"""From so many tables on a page names them at its head."""
FILTERED = 10
"""Past this many rows a table can be searched."""


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column: words to the left, numbers to the right."""

    label: str
    number: bool = False
    facet: str = ""
    """The name under which a long list is narrowed by this column, in the address: ``owner``; empty: it is not."""
    facet_label: str = ""
    """What can be chosen, where it is not what the head says."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one field of a table; only what is filled is printed."""

    words: Words = ""
    link: Link = NO_LINK
    icon: str = ""
    note: Words = ""
    face: FaceView | None = None
    badge: str = ""
    """A state's name, which colours ``words`` as a badge: ``live``, ``missing``, ``overdue``, ``unknown``, …"""
    owner: OwnerView | None = None
    metric: MetricView | None = None
    judged_beside: bool = False
    """Whether another field of the row says how ``metric`` stands, so that this one need not."""
    labels: tuple[Labelled, ...] = ()
    anchor: str = ""
    """In the first cell: the row's own address on the page."""
    was: tuple[str, ...] = ()
    """Earlier anchors, which links may still name."""
    score: int | None = None
    sort: str = ""
    """What the column is sorted by where the words would not do: a date as 2026-11-12."""
    mark: str = ""
    """A number before the words, which finds the row in the drawing above the table."""
    draft: bool = False
    number: float | None = None
    """What the words say, where that is a number, for tables that are handed on."""
    series: SeriesView | None = None
    places: tuple[Labelled, ...] = ()
    """Stages, each with whose it is in its note."""
    confidence: str = ""
    """How sure it is: ``assumed``, ``observed``, ``measured``, or empty: not stated."""
    choices: tuple[Choice, ...] = ()
    """What the row is found under by this column's facet, where its words do not say it."""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Some rows of a table under a heading of their own."""

    anchor: str
    title: str
    icon: str
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table under a heading."""

    anchor: str
    title: str
    icon: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    lead: str = ""
    """A sentence above it."""
    folded: bool = False
    """Whether it opens at a click, because the page is long."""
    plot: PlotView | None = None
    group_titles: tuple[str, ...] = ()
    """For each row the heading that gathers it with its neighbours; empty where there are no such headings."""
    in_groups: bool = True
    """Whether the rows stand under those headings; where another order matters more, they are narrowed by them."""
    facets: tuple[FacetView, ...] = ()
    """What it can be narrowed to, alone or with the page's other tables."""
    apart: bool = False
    """Whether it is about something else than the page's list: neither searched nor counted with it."""
    short: str = ""
    """What it is called among the contents at the head of a long page; empty where it is not named there."""

    def __bool__(self) -> bool:
        return bool(self.rows)

    @property
    def filtered(self) -> bool:
        """Whether it is long enough to be searched."""
        return len(self.rows) > FILTERED

    @property
    def groups(self) -> tuple[RowGroup, ...]:
        """Its rows by the headings that gather them; a single nameless group where there are none."""
        if not self.group_titles or not self.in_groups:
            return (RowGroup("", "", "", self.rows),)
        found: dict[str, list[tuple[Cell, ...]]] = {}
        for title, row in zip(self.group_titles, self.rows, strict=True):
            found.setdefault(title, []).append(row)
        return tuple(RowGroup(f"group_{at}", title, self.icon, tuple(rows)) for at, (title, rows) in enumerate(found.items(), start=1))


@dataclass(frozen=True, slots=True)
class Fact:
    """A small fact under the head of a page: a label, and what it is."""

    label: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class FirstView:
    """What to look at first: something that hurts, where, and the way out when there is one."""

    label: str
    what: Cell
    """What hurts, with its page, its face, and what happens in ``note``."""
    place: Labelled
    """The stage, with whose it is in ``note``."""
    remedy: Words = ""
    """The best opportunity in that stage."""
    remedy_label: str = ""
    """Whether it is meant for what hurts, or stands in the same stage."""
    remedy_link: Link = NO_LINK
    remedy_facts: tuple[str, ...] = ()
    """Its impact, effort and owner, in words."""


@dataclass(frozen=True, slots=True)
class BriefLine:
    """One thing to talk about."""

    what: Cell
    measures: tuple[Cell, ...]
    """How it stands: a face, a score, a state, a date."""
    place: Cell = Cell()
    kind: str = ""
    """What it is, where the list holds several kinds."""


@dataclass(frozen=True, slots=True)
class BriefPart:
    """A few lines under a heading."""

    title: str
    lines: tuple[BriefLine, ...]
    more: str
    """How many more there are, in words."""
    beside: bool = False
    """Whether it takes half of the sheet's width, so that two stand side by side."""


@dataclass(frozen=True, slots=True)
class BriefView:
    """What is printed of a page in its place: one sheet for a meeting."""

    parts: tuple[BriefPart, ...]
    handbook: str
    printed: str
    """The day of printing: of the build, in words."""
    address: str
    """The page's own address within the site."""


@dataclass(frozen=True, slots=True)
class WorkView:
    """What is left to do in a list: how much of it there is, and where to begin."""

    kind: str
    """``measure``, ``owner`` or ``uses``: what is missing."""
    words: str
    link: Link
    """The list, narrowed to it."""
    icon: str
    named: tuple[Labelled, ...]
    """The first of them."""
    more: str
    """How many more there are, in words; empty when all are named."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one thing by its kind, before what every kind tells is added."""

    lead: str
    facts: tuple[Fact, ...] = ()
    tables: tuple[Table, ...] = ()
    first: FirstView | None = None
    brief: BriefView | None = None
    met: MetView | None = None
    work: tuple[WorkView, ...] = ()


@dataclass(frozen=True, slots=True)
class ThingView:
    """The page of a touchpoint, channel, department, piece of content or source."""

    kind: str
    """``touchpoints``, ``channels``, ``departments``, ``content`` or ``evidence``."""
    kind_label: str
    kind_link: Link
    icon: str
    title: Text
    summary: Text | None
    lead: str
    """What this page says, in one sentence."""
    first: FirstView | None
    """What to look at first, when something is bad."""
    facts: tuple[Fact, ...]
    tables: tuple[Table, ...]
    note: Text | None
    review: ReviewView
    tell: TellView | None
    """Where to say that something here is wrong; None where nobody is named."""
    colour: str = ""
    draft: bool = False
    retired: bool = False
    brief: BriefView | None = None
    """One sheet for a meeting, printed in place of the page; None where the page prints as it is."""
    met: MetView | None = None
    """Of a touchpoint and a channel: how it feels wherever customers meet it."""
    work: tuple[WorkView, ...] = ()
    """Of a channel: what its touchpoints leave to do."""

    @property
    def contents(self) -> tuple[Table, ...]:
        """What a long page holds, to be named at its head; nothing where the page is short."""
        named = tuple(table for table in self.tables if table.short)
        return named if len(named) >= CONTENTS else ()


@dataclass(frozen=True, slots=True)
class ListView:
    """A page that lists everything of a kind."""

    kind: str
    title: str
    icon: str
    purpose: str
    count: str
    """How many there are, in words."""
    tables: tuple[Table, ...] = ()
    data: tuple[Labelled, ...] = ()
    """The same list as files for spreadsheets and programs."""
    verdict: str = ""
    """What the list adds up to, in a sentence."""
    beside: Labelled | None = None
    """A page that tells of the same from another side."""
    work: tuple[WorkView, ...] = ()
    """What is left to do: touchpoints that nobody measures, and the like."""
    facets: tuple[FacetView, ...] = ()
    """What the list can be narrowed to."""

    @property
    def filtered(self) -> bool:
        """Whether the page is long enough to be searched."""
        return sum(len(table.rows) for table in self.tables if not table.apart) > FILTERED

    @property
    def long(self) -> bool:
        """Whether some of it is folded away."""
        return any(table.folded for table in self.tables)


def in_parts(table: Table, names: tuple[str, ...], kept: tuple[int, ...], voice: Voice) -> tuple[Table, ...]:
    """A table of more than ``LONGEST`` rows as several that open at a click, with the columns in ``kept`` alone.

    ``names`` says for each row under which heading it goes.
    """
    if len(table.rows) <= LONGEST:
        return (table,)
    parts: dict[str, list[tuple[Cell, ...]]] = {}
    for name, row in zip(names, table.rows, strict=True):
        parts.setdefault(name, []).append(tuple(row[at] for at in kept))
    columns = tuple(table.columns[at] for at in kept)
    ordered = sorted(parts.items(), key=lambda part: voice.by_name(part[0]))
    return tuple(
        replace(table, anchor=f"{table.anchor}_{at}", title=name, columns=columns, rows=tuple(found), folded=True)
        for at, (name, found) in enumerate(ordered, start=1)
    )


def first_letters(names: tuple[str, ...]) -> tuple[str, ...]:
    """For each name the letter under which it is found."""
    return tuple(next((letter.upper() for letter in name if letter.isalnum()), "…") for name in names)
