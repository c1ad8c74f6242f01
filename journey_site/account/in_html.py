"""The account as one page that needs nothing else: no script, no request, to be sent or kept with the work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from journey_site.account.account import Account, Broken, Change, Concerned, Told, Unused
from journey_site.account.characters import seen
from journey_site.account.in_short import KINDS
from journey_site.account.rows import Choice, Entry, Measure, Order, Row, Wording
from journey_site.account.word_by_word import Stretch, near, word_by_word
from journey_site.account.wordings import (
    ERRORS_TOLD,
    HEADINGS,
    OTHER_FILES,
    OWNERS,
    arrow,
    other_files_line,
    remark_on,
    scale_words,
    summary,
    title,
    unseen_line,
    versions,
    what_happened,
    whose,
)
from journey_site.atlas.differences import merged_order
from journey_site.documents.journeys import Journey
from journey_site.site.views.compare.overlay import overlaid
from journey_site.site.views.map.curves import CurveView
from journey_site.site.voice import Voice
from journey_site.theme import theme_dir

_MOST_CURVES = 40
_FIRST_LOST = 4
"""How many lost addresses of one thing are shown at once."""


@dataclass(frozen=True, slots=True)
class RowView:
    """One value that is otherwise, as it is printed."""

    label: str
    shape: str
    """``number``, ``words``, ``choice``, ``entry`` or ``order``."""
    sort: str
    before: str = ""
    after: str = ""
    pieces: tuple[Stretch, ...] = ()
    arrow: str = ""
    scale: str = ""
    """The scale in words; empty where there is none."""
    start: float | None = None
    """Where the value stood on its scale, in percent."""
    end: float | None = None
    ends: tuple[str, str] = ("", "")
    details: str = ""
    lost: bool = False


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change, as it is printed."""

    sort: str
    title: str
    whose: str
    happened: str
    holds: tuple[str, ...]
    lost: tuple[str, ...]
    more_lost: tuple[str, ...]
    """Further addresses, which are shown when somebody asks for them."""
    remarks: tuple[str, ...]
    rows: tuple[RowView, ...]
    also_in: str
    in_doubt: bool
    place: str
    gone: bool
    """Whether its place is in the earlier version."""
    url: str


@dataclass(frozen=True, slots=True)
class DotView:
    """One known value in the drawing, in percent of it."""

    line: str
    """``before`` or ``now``."""
    left: float
    top: float
    value: str
    """Its number; empty where the other line says the same there."""
    above: bool
    """Whether its number stands above it: so it does on the higher of two lines."""


@dataclass(frozen=True, slots=True)
class CurvePanel:
    """How a journey felt and feels, in one drawing over its stages."""

    title: str
    curve: CurveView
    dots: tuple[DotView, ...]
    stages: tuple[str, ...]
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class Section:
    """The changes of one level."""

    level: str
    heading: str
    changes: tuple[ChangeView, ...]


@dataclass(frozen=True, slots=True)
class DiffPage:
    """Everything that the page says."""

    title: str
    language: str
    """That of the handbook's own words."""
    versions: str
    audience: str
    summary: str
    remarks: tuple[tuple[str, tuple[tuple[str, str], ...], int], ...]
    """What makes a version hard to compare: a sentence, its first mistakes with places, how many more."""
    sections: tuple[Section, ...]
    curves: tuple[CurvePanel, ...]
    broken: tuple[Broken, ...]
    unused: tuple[tuple[Unused, str], ...]
    concerned: tuple[Concerned, ...]
    other_files: str
    unseen: str
    owners_heading: str = OWNERS
    other_files_heading: str = OTHER_FILES


def in_html(account: Account) -> str:
    """The account as a whole page."""
    return _environment().get_template("journey/diff.html").render(view=diff_page(account), seen=seen)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(str(theme_dir())), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def diff_page(account: Account) -> DiffPage:
    """What the page is printed from."""
    sections = tuple(
        Section(level, f"{HEADINGS[level]} ({len(changes):,})", tuple(_change(change, account) for change in changes))
        for level in ("breaks-links", "readers-see")
        if (changes := account.at_level(level))
    )
    return DiffPage(
        account.title, account.voices[1].order[0] if account.voices else "en", versions(account), account.audience, summary(account),
        tuple(_remark(told) for told in (account.before, account.after) if remark_on(told)),
        sections, tuple(_curves(account)), account.broken, tuple((each, KINDS[each.kind]) for each in account.unused),
        account.concerned, other_files_line(account), unseen_line(account),
    )  # fmt: skip


def _remark(told: Told) -> tuple[str, tuple[tuple[str, str], ...], int]:
    first = tuple((str(problem.span), problem.message) for problem in told.errors[:ERRORS_TOLD])
    return remark_on(told), first, len(told.errors) - len(first)


def _change(change: Change, account: Account) -> ChangeView:
    place = f"{change.at.file}:{change.at.line}" if change.at is not None and change.at.file else ""
    rows = tuple(_row(row) for row in change.rows if row.seen)
    lost = tuple(address.whole or "/" for address in change.lost)
    return ChangeView(
        change.sort, title(change), whose(change), what_happened(change), change.holds,
        lost[:_FIRST_LOST], lost[_FIRST_LOST:], change.remarks, rows, ", ".join(change.also_in),
        change.in_doubt, place, change.after_at is None, account.url(change),
    )  # fmt: skip


def _row(row: Row) -> RowView:
    said = row.said
    match said:
        case Measure():
            places = [_percent(value, said) for value in (said.before, said.after)]
            return RowView(
                row.label, "number", row.sort, said.said_before, said.said_after, (), arrow(said), scale_words(said), places[0], places[1],
                (said.said_low, said.said_high), "", row.lost,
            )  # fmt: skip
        case Wording():
            return RowView(row.label, "words", row.sort, pieces=near(word_by_word(said.before, said.after), 20), lost=row.lost)
        case Choice():
            return RowView(row.label, "choice", row.sort, said.before, said.after, lost=row.lost)
        case Entry():
            moved = f"{'from' if row.sort == 'added' else 'now in'} {row.elsewhere}" if row.elsewhere else ""
            more = ", ".join(filter(None, (*said.details, moved)))
            return RowView(row.label, "entry", row.sort, said.words, details=more, lost=row.lost)
        case Order():
            return RowView(row.label, "order", row.sort, "; ".join(said.said), ", ".join(said.after), lost=row.lost)


def _percent(value: float | None, said: Measure) -> float | None:
    if value is None or said.low is None or said.high is None or said.high <= said.low:
        return None
    return round(min(1.0, max(0.0, (value - said.low) / (said.high - said.low))) * 100, 1)


def _curves(account: Account) -> Iterator[CurvePanel]:
    if account.voices is None:
        return
    voice = account.voices[1]
    scale = voice.atlas.handbook.scale
    ends = voice.language.signed(scale.low), voice.language.signed(scale.high)
    for before, after in account.curves[:_MOST_CURVES]:
        order = merged_order([stage.id for stage in before.stages], [stage.id for stage in after.stages])
        drawn = overlaid([(before, "before", "var(--was)"), (after, "now", "var(--now)")], order, voice)
        if drawn is not None:
            names = tuple(_stage_name(identity, before, after, voice) for identity in order)
            yield CurvePanel(voice.words(after.name), drawn, tuple(_dots(drawn)), names, *ends)


def _dots(drawn: CurveView) -> Iterator[DotView]:
    """The values of both lines, their numbers kept apart."""
    for line in drawn.lines:
        for dot in line.dots:
            others = [other for each in drawn.lines if each is not line for other in each.dots if other.left == dot.left]
            same = any(other.face.value == dot.face.value for other in others)
            above = all(dot.top < other.top or (same and line.name == "now") for other in others)
            yield DotView(line.name, dot.left, dot.top, "" if same and line.name == "before" else dot.face.value, above)


def _stage_name(identity: str, before: Journey, after: Journey, voice: Voice) -> str:
    stage = after.stage(identity) or before.stage(identity)
    return voice.words(stage.name) if stage else identity


__all__ = ["DiffPage", "diff_page", "in_html"]
