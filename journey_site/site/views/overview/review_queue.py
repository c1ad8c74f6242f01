"""The page of reviews: whose turn it is to check what, overdue first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journey_site.atlas.reviews import (
    Answerer,
    Turn,
    When,
    by_answerer,
    contact_of,
    counted,
    has_queue,
    oldest_due,
    review_queue,
)
from journey_site.documents.values import Ref
from journey_site.site import vocabulary
from journey_site.site.addresses import NO_LINK, REVIEW_JSON, Link, review_anchor
from journey_site.site.language import N_
from journey_site.site.views.entries import Labelled, Words
from journey_site.site.views.lists.rows import contact_cell, day_cell, number_cell
from journey_site.site.views.lists.tables import FILTERED, LONGEST, Cell, Column, Table
from journey_site.site.voice import Voice

_BADGES: dict[When, str] = {"overdue": "overdue", "month": "planned", "later": "later", "never": "unknown"}

_COUNTED: dict[When, str] = {
    "month": N_("%(num)s due this month"),
    "later": N_("%(num)s later"),
    "never": N_("%(num)s never reviewed"),
}


@dataclass(frozen=True, slots=True)
class OwnerQueueView:
    """What one owner is to check."""

    owner: Labelled
    """A department with its page, else whoever is named; what nobody owns stands under words of its own."""
    anchor: str
    late: str
    """How much is overdue: ``3 overdue, the oldest since March``; empty when nothing is."""
    rest: str
    """How much else there is: ``2 due this month · 4 later``."""
    contact: Cell
    """Where to reach the owner; empty where nothing says."""
    table: Table
    later: Table | None
    """What is due later in few words, where the whole page would be too long."""


@dataclass(frozen=True, slots=True)
class ReviewQueueView:
    """Everything that is to be checked, by owner and date."""

    title: str
    icon: str
    purpose: str
    count: str
    """How many things are in it, in words."""
    verdict: str
    """How much is overdue, in a sentence."""
    urgent: bool
    """Whether anything is overdue."""
    owners: tuple[OwnerQueueView, ...]
    """Whoever is most overdue first, what nobody owns last."""
    left_out: str
    """What does not stand here, and why; empty when everything is asked for."""
    filtered: bool
    """Whether it is long enough to be searched."""
    data: tuple[Labelled, ...] = ()
    """The same queue as a file for programs."""


def has_reviews(voice: Voice) -> bool:
    """Whether there is a queue, and readers who go through it."""
    return voice.upkeep and has_queue(voice.atlas)


def review_queue_view(voice: Voice) -> ReviewQueueView:
    """The queue of the whole atlas."""
    turns = review_queue(voice.atlas)
    label, icon, purpose = vocabulary.REVIEW
    brief = len(turns) > LONGEST
    return ReviewQueueView(
        voice._(label),
        icon,
        voice._(purpose),
        voice._("%(num)s in all") % {"num": voice.language.number(len(turns))},
        _verdict(turns, voice),
        any(turn.when == "overdue" for turn in turns),
        tuple(_of_owner(who, found, at, voice, brief=brief) for at, (who, found) in enumerate(by_answerer(turns).items())),
        _left_out(turns, voice),
        len(turns) > FILTERED,
        (Labelled("JSON", Link(REVIEW_JSON)),),
    )


def late_words(turns: Sequence[Turn], voice: Voice) -> str:
    """How much of ``turns`` is overdue: ``3 overdue, the oldest since March``; empty when nothing is."""
    since, count = oldest_due(turns), counted(turns)["overdue"]
    if since is None:
        return ""
    words = voice.language.ngettext("%(num)s overdue, since %(month)s", "%(num)s overdue, the oldest since %(month)s", count)
    month = voice.language.month_within(since, with_year=since.year != voice.atlas.today.year)
    return words % {"num": voice.language.number(count), "month": month}


def rest_words(turns: Sequence[Turn], voice: Voice) -> str:
    """How much of ``turns`` is not overdue: ``2 due this month · 4 later``."""
    counts, number = counted(turns), voice.language.number
    return " · ".join(voice._(words) % {"num": number(counts[when])} for when, words in _COUNTED.items() if counts[when])


def _verdict(turns: Sequence[Turn], voice: Voice) -> str:
    since, late = oldest_due(turns), counted(turns)["overdue"]
    if since:
        words = voice.language.ngettext(
            "%(num)s of %(of)s reviews is overdue, since %(month)s.",
            "%(num)s of %(of)s reviews are overdue, the oldest since %(month)s.",
            late,
        )
        month = voice.language.month_within(since, with_year=since.year != voice.atlas.today.year)
        return words % {"num": voice.language.number(late), "of": voice.language.number(len(turns)), "month": month}
    due = [turn.review.due for turn in turns if turn.review.due]
    if due:
        return voice._("Nothing is overdue. The next review is due %(date)s.") % {"date": voice.language.date(min(due))}
    return voice._("Nothing is overdue.")


def _left_out(turns: Sequence[Turn], voice: Voice) -> str:
    asked = {(turn.kind, turn.thing.id) for turn in turns}
    others = (
        thing.id
        for kind, thing in voice.atlas.things()
        if thing.file and thing.publish != "retired" and (kind, thing.id) not in asked
    )
    if next(others, None) is None:
        return ""
    return voice._("Of everything but personas and journeys, only what says when it was reviewed, or how often it should be, stands here.")


def _of_owner(who: Answerer, turns: Sequence[Turn], at: int, voice: Voice, *, brief: bool) -> OwnerQueueView:
    name = _name(who, voice)
    first = [turn for turn in turns if not (brief and turn.when == "later")]
    later = [turn for turn in turns if brief and turn.when == "later"]
    contacts = {contact_of(turn.owner, voice.atlas) for turn in turns} - {""}
    department = voice.atlas.departments.get(who.department)
    contact = (department.contact if department else "") or (next(iter(contacts)) if len(contacts) == 1 else "")
    anchor = f"owner-{who.department or at}"
    words_for_later, *_rest = vocabulary.TURNS["later"]
    title = voice.words(name.words) if not isinstance(name.words, str) else name.words
    return OwnerQueueView(
        name, anchor, late_words(turns, voice), rest_words(turns, voice), contact_cell(contact),
        Table("", title, "", _columns(voice), tuple(_row(turn, voice) for turn in first)),
        Table(f"{anchor}-later", voice._(words_for_later), "", _brief_columns(voice),
              tuple(_brief_row(turn, voice) for turn in later), folded=True) if later else None,
    )  # fmt: skip


def _name(who: Answerer, voice: Voice) -> Labelled:
    if who.department:
        department = voice.atlas.departments[who.department]
        return Labelled(department.name, voice.link(Ref(who.department, "departments")))
    return Labelled(who.name.split(":", 1)[-1] if who.name else voice._("Nobody in particular"), NO_LINK)


def _columns(voice: Voice) -> tuple[Column, ...]:
    _ = voice._
    return (Column(_("What")), Column(_("State")), Column(_("Last reviewed")), Column(_("Due")), Column(_("Days late"), number=True))


def _row(turn: Turn, voice: Voice) -> tuple[Cell, ...]:
    review, thing = turn.review, turn.thing
    icon = vocabulary.KINDS[turn.kind][1]
    state = voice._(vocabulary.TURNS[turn.when][0])
    return (
        Cell(thing.name, voice.link_to(turn.kind, thing), icon, _note(turn, voice), anchor=review_anchor(turn.kind, thing.id),
             draft=thing.publish == "draft"),
        Cell(state, badge=_BADGES[turn.when]),
        Cell(voice.language.date(review.reviewed), note=review.by, sort=review.reviewed.isoformat()) if review.reviewed else Cell(),
        day_cell(review.due.isoformat(), voice) if review.due else _not_due(turn, voice),
        number_cell(review.overdue_days, voice) if review.overdue else Cell(),
    )  # fmt: skip


def _not_due(turn: Turn, voice: Voice) -> Cell:
    """What was reviewed and has no rhythm comes up on no day."""
    return Cell(voice._("nothing says when"), badge="unknown") if turn.when == "later" else Cell()


def _note(turn: Turn, voice: Voice) -> Words:
    """What it is, and who of a department answers for it."""
    kind = voice._(vocabulary.ONE_OF[turn.kind])
    person = turn.owner.name if turn.owner and turn.owner.department else ""
    return f"{kind} · {person}" if person else kind


def _brief_columns(voice: Voice) -> tuple[Column, ...]:
    return (Column(voice._("What")), Column(voice._("Due")))


def _brief_row(turn: Turn, voice: Voice) -> tuple[Cell, ...]:
    cell = Cell(turn.thing.name, voice.link_to(turn.kind, turn.thing), anchor=review_anchor(turn.kind, turn.thing.id))
    return cell, Cell(voice.language.date(turn.review.due)) if turn.review.due else Cell()
