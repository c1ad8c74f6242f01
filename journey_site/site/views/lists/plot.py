"""Impact against effort: opportunities as marks in a field, so that what helps much and costs little stands out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journey_site.site import vocabulary
from journey_site.site.addresses import Link
from journey_site.site.figures.field import (
    LINE,
    NAME_SIZE,
    NARROW,
    WIDE,
    Field,
    Named,
    Put,
    Size,
    Spot,
    field_of,
)
from journey_site.site.figures.letters import width_of
from journey_site.site.voice import Voice

DOTS = 60
"""Past this many marks the drawing says nothing."""
FEWEST = 2
_SHAPES = {
    "idea": "M0-10A10 10 0 0 1 0 10A10 10 0 0 1 0-10Z",
    "planned": "M-9.5-9.5H9.5V9.5H-9.5Z",
    "doing": "M-11 0L-5.5-9.8H5.5L11 0L5.5 9.8H-5.5Z",
}
_UNSTATED = _SHAPES["idea"]
_ARROW = 24


@dataclass(frozen=True, slots=True)
class Dot:
    """An opportunity as it is put into the drawing."""

    impact: int
    effort: int
    status: str
    """``idea``, ``planned``, ``doing``, or empty: not stated."""
    words: str
    """What it is, as plain words."""
    language: str
    """The language of the words, where it is not the page's."""
    anchor: str
    """Its row below."""
    owned: bool = True
    """Whether somebody has taken it on."""


@dataclass(frozen=True, slots=True)
class RectView:
    """An upright rectangle, in the drawing's own units."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class MarkView:
    """An opportunity in the drawing: a link to its row in the list."""

    number: str
    """The same as in the list."""
    status: str
    shape: str
    """The mark's outline around its middle, as SVG has it."""
    x: float
    y: float
    link: Link
    name: str
    """All that the drawing says of it, in words."""
    language: str
    lines: tuple[tuple[float, str], ...]
    """Its words as they are drawn, each line with how far down it stands; shortened where they are long, nothing where
    there is no room."""
    text: float
    """How far along the words begin."""
    reach: RectView
    """Mark and words together: what answers to a finger, and what is framed when a keyboard comes to it."""
    owned: bool = True
    """Whether somebody has taken it on, or nobody need know; what nobody has carries a question mark."""


@dataclass(frozen=True, slots=True)
class QuarterView:
    """A quarter of the drawing with its name."""

    words: str
    x: float
    y: float
    area: RectView
    first: bool
    """Whether it is the one to begin with."""


@dataclass(frozen=True, slots=True)
class AxisView:
    """What grows along an edge of the drawing."""

    words: str
    x: float
    """The middle of the words."""
    y: float
    arrow: str
    """Points to where there is most of it."""
    upright: bool
    """Whether the words run upwards."""


@dataclass(frozen=True, slots=True)
class DrawingView:
    """The drawing at one size, in units of its own."""

    size: str
    """``wide``, or ``narrow`` for a phone: numbers alone."""
    width: float
    height: float
    frame: RectView
    quarters: tuple[QuarterView, ...]
    across: tuple[float, ...]
    """Lines between one effort and the next, by how far along they stand."""
    down: tuple[float, ...]
    """Lines between one impact and the next, by how far down they stand."""
    efforts: tuple[tuple[float, str], ...]
    """The numbers along the lower edge."""
    impacts: tuple[tuple[float, str], ...]
    """The numbers along the side."""
    effort_row: float
    """How far down the numbers of the efforts stand."""
    impact_column: float
    """How far along the numbers of the impacts stand."""
    effort: AxisView
    impact: AxisView
    marks: tuple[MarkView, ...]


@dataclass(frozen=True, slots=True)
class KeyView:
    """A kind of mark, and what it stands for."""

    status: str
    shape: str
    words: str


@dataclass(frozen=True, slots=True)
class PlotView:
    """Opportunities by impact and effort."""

    label: str
    """What the drawing is, for those who do not see it."""
    drawings: tuple[DrawingView, ...]
    """The same for a wide screen and for a narrow one; one of them is shown."""
    key: tuple[KeyView, ...]
    left_out: str
    """How many are not drawn, and why, as a sentence; empty when all are."""
    unowned: str = ""
    """What the question mark stands for; empty where every mark has an owner."""


def plot_view(dots: Sequence[Dot], voice: Voice, *, over: int, unrated: int, beyond: int) -> PlotView:
    """``dots`` as a drawing, numbered from 1 in their order.

    Of those that are not drawn, so many are ``over``, ``unrated`` in impact or effort, or ``beyond`` what can be read.
    """
    words = voice._("Impact against effort: %(num)s opportunities, each with its number in the list below.")
    number = voice.language.number
    others = [
        said % {"num": number(count)}
        for count, said in (
            (over, voice._("%(num)s done or dropped")),
            (unrated, voice._("%(num)s not rated yet")),
            (beyond, voice._("%(num)s further down the list")),
        )
        if count
    ]
    return PlotView(
        words % {"num": number(len(dots))},
        (_drawing("wide", dots, WIDE, voice), _drawing("narrow", dots, NARROW, voice)),
        tuple(_key({dot.status for dot in dots}, voice)),
        voice._("Not drawn: %(what)s.") % {"what": voice.language.listed(others)} if others else "",
        "" if all(dot.owned for dot in dots) else voice.no_owner,
    )


def _key(statuses: set[str], voice: Voice) -> list[KeyView]:
    """The kinds of marks that occur, in the order in which an opportunity passes through them."""
    known = [
        KeyView(status, shape, voice._(vocabulary.OPPORTUNITY_STATUSES[status])) for status, shape in _SHAPES.items() if status in statuses
    ]
    return [*known, *([KeyView("", _UNSTATED, voice._("state not stated"))] if "" in statuses else [])]


def _drawing(size: str, dots: Sequence[Dot], measures: Size, voice: Voice) -> DrawingView:
    _ = voice._
    names = _("Do first"), _("Plan well"), _("If time allows"), _("Think twice")
    field = field_of([Spot(dot.impact, dot.effort, _marked(dot)) for dot in dots], names, measures)
    from_right = voice.language.direction == "rtl"
    if from_right:
        field = field.mirrored()
    number, frame, ahead = voice.language.number, field.frame, -1 if from_right else 1
    edge = frame.right if from_right else frame.left
    numbered = enumerate(zip(dots, field.puts, strict=True), start=1)
    return DrawingView(
        size,
        field.width,
        field.height,
        RectView(*_rect(frame)),
        tuple(_quarter(each, at == 0, from_right) for at, each in enumerate(field.quarters)),
        tuple(round(x, 1) for x in field.across),
        tuple(round(y, 1) for y in field.down),
        tuple((round(x, 1), number(at)) for at, x in enumerate(field.columns, start=1)),
        tuple((round(y, 1), number(at)) for at, y in enumerate(field.rows, start=1)),
        round(frame.bottom + 11, 1),
        round(edge - ahead * 10, 1),
        _effort(field, ahead, _("Effort")),
        _impact(field, edge - ahead * 28, _("Impact")),
        tuple(_mark(number(at), dot, put, voice, from_right) for at, (dot, put) in numbered),
    )


def _marked(dot: Dot) -> str:
    """Its words, with the language's code before them where that is not the page's, as lists have it behind them."""
    return f"{dot.language.upper()} · {dot.words}" if dot.language else dot.words


def _rect(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    left, top, right, bottom = box
    return round(left, 1), round(top, 1), round(right - left, 1), round(bottom - top, 1)


def _quarter(named: Named, first: bool, from_right: bool) -> QuarterView:
    x = named.box.right if from_right else named.box.left
    return QuarterView(named.words, round(x, 1), round(named.box.middle.y, 1), RectView(*_rect(named.quarter)), first)


def _effort(field: Field, ahead: int, words: str) -> AxisView:
    """Below the field, towards its far end."""
    tip, y = field.frame.right if ahead > 0 else field.frame.left, field.height - 8
    middle = tip - ahead * (_ARROW + 6 + width_of(words, NAME_SIZE, bold=True) / 2)
    return AxisView(words, round(middle, 1), y, f"M{tip - ahead * _ARROW:g} {y:g}h{ahead * _ARROW}m{-ahead * 5}-4l{ahead * 5} 4l{-ahead * 5} 4", False)


def _impact(field: Field, x: float, words: str) -> AxisView:
    """Beside the field, towards its upper end."""
    top = field.frame.top
    middle = top + _ARROW + 6 + width_of(words, NAME_SIZE, bold=True) / 2
    return AxisView(words, round(x, 1), round(middle, 1), f"M{x:g} {top + _ARROW:g}v-{_ARROW}m-4 5l4-5l4 5", True)


def _mark(number: str, dot: Dot, put: Put, voice: Voice, from_right: bool) -> MarkView:
    told = {
        "number": number,
        "name": dot.words,
        "impact": voice._("impact %(num)s") % {"num": dot.impact},
        "effort": voice._("effort %(num)s") % {"num": dot.effort},
        "state": voice._(vocabulary.OPPORTUNITY_STATUSES.get(dot.status, "")) if dot.status else voice._("state not stated"),
    }
    name = voice._("%(number)s: %(name)s – %(impact)s, %(effort)s, %(state)s") % told
    middle, label = put.mark.middle, put.label
    text = middle.x if label is None else label.right if from_right else label.left
    return MarkView(
        number,
        dot.status,
        _SHAPES.get(dot.status, _UNSTATED),
        round(middle.x, 1),
        round(middle.y, 1),
        Link(anchor=dot.anchor),
        f"{name}, {voice.no_owner}" if voice.no_owner and not dot.owned else name,
        dot.language,
        tuple((round((label.top if label else 0) + LINE * (at + 0.5), 1), line) for at, line in enumerate(put.lines)),
        round(text, 1),
        RectView(*_rect(put.whole.grown(2))),
        dot.owned or not voice.no_owner,
    )
