"""Tables as data: columns and rows of cells, printed by one template everywhere."""

from __future__ import annotations

from dataclasses import dataclass, replace

from journey_site.documents.values import Text
from journey_site.site.addresses import NO_LINK, Link
from journey_site.site.views.entries import FaceView, Labelled, OwnerView, Words
from journey_site.site.views.lists.series import SeriesView
from journey_site.site.views.people.people import ReviewView
from journey_site.site.views.tell import TellView
from journey_site.site.views.used import MetricView

LONGEST = 400
"""Past this many rows a page shows the worst of them, or folds them away in parts."""
FILTERED = 10
"""Past this many rows a table can be searched."""


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column: words to the left, numbers to the right."""

    label: str
    number: bool = False


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
    labels: tuple[Labelled, ...] = ()
    anchor: str = ""
    """In the first cell: the row's own address on the page."""
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


@dataclass(frozen=True, slots=True)
class PlotDot:
    """A row of the table as a dot: its number, and what it says."""

    mark: str
    words: str


@dataclass(frozen=True, slots=True)
class PlotView:
    """Impact against effort: five rows from the most impact down, each of five fields from the least effort on."""

    fields: tuple[tuple[tuple[PlotDot, ...], ...], ...]
    label: str
    """The drawing in words."""


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

    def __bool__(self) -> bool:
        return bool(self.rows)

    @property
    def filtered(self) -> bool:
        """Whether it is long enough to be searched."""
        return len(self.rows) > FILTERED


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
class Told:
    """What is told of one thing by its kind, before what every kind tells is added."""

    lead: str
    facts: tuple[Fact, ...] = ()
    tables: tuple[Table, ...] = ()
    first: FirstView | None = None
    brief: BriefView | None = None


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

    @property
    def filtered(self) -> bool:
        """Whether the page is long enough to be searched."""
        return sum(len(table.rows) for table in self.tables) > FILTERED

    @property
    def long(self) -> bool:
        """Whether some of it is folded away."""
        return any(table.folded for table in self.tables)


def in_parts(table: Table, names: tuple[str, ...], kept: tuple[int, ...]) -> tuple[Table, ...]:
    """A table of more than ``LONGEST`` rows as several that open at a click, with the columns in ``kept`` alone.

    ``names`` says for each row under which heading it goes.
    """
    if len(table.rows) <= LONGEST:
        return (table,)
    parts: dict[str, list[tuple[Cell, ...]]] = {}
    for name, row in zip(names, table.rows, strict=True):
        parts.setdefault(name, []).append(tuple(row[at] for at in kept))
    columns = tuple(table.columns[at] for at in kept)
    ordered = sorted(parts.items(), key=lambda part: part[0].casefold())
    return tuple(
        replace(table, anchor=f"{table.anchor}_{at}", title=name, columns=columns, rows=tuple(found), folded=True)
        for at, (name, found) in enumerate(ordered, start=1)
    )


def first_letters(names: tuple[str, ...]) -> tuple[str, ...]:
    """For each name the letter under which it is found."""
    return tuple(next((letter.upper() for letter in name if letter.isalnum()), "…") for name in names)
