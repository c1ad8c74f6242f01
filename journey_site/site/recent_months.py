"""What changed for readers, month by month, as it was told once: plain words and the ids that they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ToldChange:
    """A line: what changed in one thing, or in one stage of a journey."""

    kind: str
    """The thing's table: ``journeys``, ``touchpoints``, …"""
    thing: str
    """Its id at that time."""
    name: str
    """What it is called."""
    sort: str
    """``new``, ``gone`` or ``changed``."""
    words: str
    """What changed, in the site's language."""
    stage: str = ""
    """The stage's id; empty where it is the thing itself."""
    stage_name: str = ""
    personas: tuple[str, ...] = ()
    """Ids of those whose journey it is."""
    who: str = ""
    """What the first of them is called."""
    departments: tuple[str, ...] = ()
    """Ids of the departments that own it or take part."""
    file: str = ""
    """Where the thing is written, as a path within the handbook's folder."""
    day: date | None = None
    """When that file was last written in this month."""


@dataclass(frozen=True, slots=True)
class RecentMonth:
    """A month in which something changed."""

    first: date
    """Its first day."""
    last: date
    """The day of its last version."""
    lines: tuple[ToldChange, ...]
    began: tuple[int, int] | None = None
    """Where the handbook began in this month: how many personas and journeys it had then."""


@dataclass(frozen=True, slots=True)
class Recent:
    """Everything that is told of what changed, newest month first."""

    months: tuple[RecentMonth, ...] = ()
    newest: date | None = None
    """The day of the newest version."""
    since: date | None = None
    """The day from which on changes are known."""
    fed: bool = False
    """Whether there are feeds, which need to know the site's own address."""


NOTHING_RECENT = Recent()
