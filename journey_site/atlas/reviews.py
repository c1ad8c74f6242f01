"""When things were last checked, when they should be again, and in what order to go about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from journey_site.atlas.atlas import Atlas
from journey_site.documents.durations import SECONDS
from journey_site.documents.things import Department, Thing
from journey_site.documents.values import Owner, Ref

When = Literal["overdue", "month", "later", "never"]
"""When something's turn is: too late already, before this month ends, after it, or it has never been checked."""
TURNS: tuple[When, ...] = ("overdue", "month", "later", "never")
_ASKED = ("personas", "journeys")
"""Kinds that are asked for as soon as the handbook has a rhythm; others when they say something of reviews themselves."""


@dataclass(frozen=True, slots=True)
class Review:
    """The state of a thing's review."""

    reviewed: date | None
    by: str
    due: date | None
    """When the next is due, None when nothing says how often."""
    overdue_days: int = 0
    """How many days it is late; 0 when it is not."""

    @property
    def overdue(self) -> bool:
        """Whether it is late."""
        return self.overdue_days > 0


@dataclass(frozen=True, slots=True)
class Turn:
    """A thing in the queue of reviews."""

    kind: str
    """As FORMAT names it: ``journeys``."""
    thing: Thing
    owner: Owner | None
    """Who answers for it; a department answers for itself."""
    review: Review
    when: When


class Answerer(NamedTuple):
    """Who is asked for reviews: a department, else somebody who is named; neither is nobody."""

    department: str
    name: str

    def __bool__(self) -> bool:
        return bool(self.department or self.name)


def review_of(thing: Thing, atlas: Atlas) -> Review:
    """The review of ``thing``, by its own rhythm or the handbook's."""
    every = thing.review_every or atlas.handbook.review_every
    due = None
    if thing.reviewed and every and every.high:
        days = int(every.high.seconds / SECONDS["day"])
        due = date.fromordinal(min(thing.reviewed.toordinal() + days, date.max.toordinal()))
    late = (atlas.today - due).days if due else 0
    return Review(thing.reviewed, thing.reviewed_by or "", due, max(0, late))


def review_queue(atlas: Atlas) -> tuple[Turn, ...]:
    """Everything that is to be checked, overdue first, then by the day on which it is due.

    Those are personas and journeys, where the handbook or they themselves say how often, and of every
    kind what says when it was checked or how often it should be. What is retired is no work.
    """
    turns = [_turn(kind, thing, atlas) for kind, thing in atlas.things() if _is_asked_for(kind, thing, atlas)]
    return tuple(sorted(turns, key=_place))


def has_queue(atlas: Atlas) -> bool:
    """Whether there is anything in the queue of reviews."""
    return any(_is_asked_for(kind, thing, atlas) for kind, thing in atlas.things())


def by_answerer(turns: Iterable[Turn]) -> Mapping[Answerer, tuple[Turn, ...]]:
    """The queue of each owner: whoever is most overdue first, nobody's last."""
    found: dict[Answerer, list[Turn]] = {}
    for turn in turns:
        found.setdefault(answerer(turn.owner), []).append(turn)
    # The queue is in order, so the first that comes up is the one whose turn it is.
    ordered = sorted(found, key=lambda who: not who)
    return {who: tuple(found[who]) for who in ordered}


def answerer(owner: Owner | None) -> Answerer:
    """Under which name the queue of ``owner`` goes."""
    if owner is None:
        return Answerer("", "")
    return Answerer(owner.department, "") if owner.department else Answerer("", owner.name or owner.contact)


def owner_of(thing: Thing) -> Owner | None:
    """Who answers for ``thing``; a department for which nobody else does answers for itself."""
    if thing.owner is None and isinstance(thing, Department):
        return Owner(Ref(thing.id, "departments"))
    return thing.owner


def contact_of(owner: Owner | None, atlas: Atlas) -> str:
    """Where to reach ``owner``: its own address, else its department's; empty where there is none."""
    if owner is None:
        return ""
    department = atlas.find(owner.department)
    return owner.contact or (department.contact if department else "") or ""


def _is_asked_for(kind: str, thing: Thing, atlas: Atlas) -> bool:
    if thing.publish == "retired" or not thing.file:  # built-in models are nobody's to check
        return False
    says = thing.reviewed is not None or thing.review_every is not None
    return says or (kind in _ASKED and atlas.handbook.review_every is not None)


def _turn(kind: str, thing: Thing, atlas: Atlas) -> Turn:
    review, today = review_of(thing, atlas), atlas.today
    when: When = "later"
    if review.reviewed is None:
        when = "never"
    elif review.overdue:
        when = "overdue"
    elif review.due and (review.due.year, review.due.month) == (today.year, today.month):
        when = "month"
    return Turn(kind, thing, owner_of(thing), review, when)


def _place(turn: Turn) -> tuple[int, date]:
    """What was never checked comes last: nobody can say how late it is."""
    return TURNS.index(turn.when), turn.review.due or date.max


def counted(turns: Iterable[Turn]) -> Mapping[When, int]:
    """How many there are of each."""
    found: dict[When, int] = dict.fromkeys(TURNS, 0)
    for turn in turns:
        found[turn.when] += 1
    return found


def oldest_due(turns: Iterable[Turn]) -> date | None:
    """Since when the longest overdue of ``turns`` has been; None where nothing is."""
    days = [turn.review.due for turn in turns if turn.when == "overdue" and turn.review.due]
    return min(days, default=None)


def late(turns: Iterable[Turn], grace_days: int) -> Iterator[Turn]:
    """What has been overdue for longer than ``grace_days``."""
    return (turn for turn in turns if turn.review.overdue_days > grace_days)
