"""Tables as data: columns and rows of cells, printed by one template everywhere."""

from __future__ import annotations

from dataclasses import dataclass, field

from journey_site.documents.journeys import Stage
from journey_site.documents.values import Text
from journey_site.site.addresses import Link
from journey_site.site.views.entries import FaceView, Labelled, MetricView, OwnerView, Words


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column: words to the left, numbers to the right."""

    label: str
    number: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one field of a table; only what is filled is printed."""

    words: Words = ""
    link: Link = Link()
    icon: str = ""
    note: Words = ""
    face: FaceView | None = None
    badge: str = ""
    """A state's name, which colours ``words`` as a badge: ``live``, ``missing``, ``overdue``, …"""
    owner: OwnerView | None = None
    metric: MetricView | None = None
    labels: tuple[Labelled, ...] = ()
    anchor: str = ""
    score: int | None = None


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

    def __bool__(self) -> bool:
        return bool(self.rows)


@dataclass(frozen=True, slots=True)
class Fact:
    """A small fact at the side: a label, and what it is."""

    label: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class ThingView:
    """The page of a touchpoint, channel, department, piece of content, source or model."""

    kind: str
    kind_label: str
    kind_link: Link
    icon: str
    title: Text
    summary: Text | None
    lead: str
    """What this page says, in one sentence."""
    first: Cell | None
    """What to look at first, when something is bad; its words follow ``first_label``."""
    first_label: str
    facts: tuple[Fact, ...]
    tables: tuple[Table, ...]
    note: Text | None
    colour: str = ""
    draft: bool = False
    retired: bool = False
    review: str = ""
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class ListView:
    """A page that lists everything of a kind."""

    kind: str
    title: str
    icon: str
    purpose: str
    tables: tuple[Table, ...] = field(default=())


def stage_name(stage: Stage) -> Text:
    """The stage's name."""
    return stage.name
