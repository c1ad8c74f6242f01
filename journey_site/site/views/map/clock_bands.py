"""The bands of the clock: how they lie side by side, what there is room for in them, and the marks under them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from journey_site.documents.durations import Amount, Duration
from journey_site.documents.values import Text
from journey_site.site.timescale import Timescale, plainest, stride_for
from journey_site.site.voice import Voice

_COLUMN, _SLIM_COLUMN, _PHONE = 168.0, 148.0, 290.0
"""The least widths that a column of a map, one of more than six, and the whole drawing on a phone can have, in pixels."""
_LETTER, _NAME_LETTER, _BETWEEN = 5.9, 6.6, 8.0


@dataclass(frozen=True, slots=True)
class ClockBand:
    """The time of one stage, in percent of the drawing; of the column where the stages follow no order."""

    stage: str
    name: Text
    number: int | None
    kind: str
    """``time``, ``open`` (at least so long), ``ongoing``, ``moment``, ``each`` (counted many times) or ``unknown``."""
    left: float
    width: float
    sure: float
    """How much of the band is taken at least, in percent of it."""
    waiting: float
    """How much of the band is waiting, in percent of it."""
    said: str
    """The time in words."""
    fits: str = ""
    """What there is room for in the band: its ``name``, its ``number``, or nothing."""
    narrow: bool = False
    """Whether there is room for the number even on a phone."""


@dataclass(frozen=True, slots=True)
class ClockTick:
    """A mark on the scale, in percent of the drawing."""

    left: float
    label: str
    """Empty where there is no room for it."""
    narrow: bool = False
    """Whether there is room for the label even on a phone."""


def laid_out(bands: Sequence[ClockBand]) -> tuple[list[ClockBand], float]:
    """The bands side by side over 100 percent, and how many percent a unit of the scale takes.

    What has no length on the scale gets a slot, the same for each.
    """
    slot = min(4.0, 36.0 / len(bands))
    slots = {"unknown": slot, "each": slot, "ongoing": slot, "moment": slot / 5, "open": slot}
    fixed = sum(slots.get(band.kind, 0.0) for band in bands)
    unit = (100 - fixed) / sum(band.width for band in bands)
    laid, left = [], 0.0
    for band in bands:
        width = band.width * unit + slots.get(band.kind, 0.0)
        # What is open at the end runs on into its slot: the parts are of the whole band, slot and all.
        inner = band.width * unit / width if width else 0.0
        laid.append(replace(band, left=rounded(left), width=rounded(width), sure=rounded(band.sure * inner), waiting=rounded(band.waiting * inner)))
        left += width
    return laid, unit


def least_width(columns: int) -> float:
    """How wide the drawing over that many columns is at least, in pixels."""
    return columns * (_SLIM_COLUMN if columns > 6 else _COLUMN)


def with_room(band: ClockBand, pixels: float, voice: Voice) -> ClockBand:
    """``band`` with what there is room for in it."""
    wide, number = band.width * pixels / 100, 16.0 + 6 * len(str(band.number or ""))
    if band.kind not in ("time", "open"):
        return band
    name = number + _NAME_LETTER * len(voice.words(band.name)) + 6
    fits = "name" if wide >= name else "number" if wide >= number else ""
    return replace(band, fits=fits, narrow=band.width * _PHONE / 100 >= number)


Mark = tuple[float, Amount, int, bool]
"""A mark: its place, the length since its ruler began, how little it matters, and whether time went by before that ruler."""


def _marks(bands: Sequence[ClockBand], scale: Timescale, unit: float) -> Iterator[Mark]:
    """The marks along the bands.

    On an even scale a ruler runs until a stage whose time is not known, and begins anew after it; in widening
    steps each band is a ruler of its own.
    """
    if scale.base is not None:
        for band in bands:
            if band.kind in ("time", "open"):
                within = band.width * (1 if band.kind == "time" else 0.98)
                marks = [mark for mark in scale.marks(float("inf")) if scale.width(mark.seconds) * unit <= within]
                for rank, mark in enumerate(reversed(marks)):
                    yield band.left + scale.width(mark.seconds) * unit, mark, rank, False
        return
    runs: list[tuple[float, float]] = []
    begun: float | None = None
    for band in bands:
        if band.kind in ("time", "moment", "open"):
            begun = band.left if begun is None else begun
        if band.kind not in ("time", "moment") or band is bands[-1]:
            end = band.left + (band.width if band.kind in ("time", "moment") else band.width * band.sure / 100)
            if begun is not None:
                runs.append((begun, end))
            begun = None
    stride = stride_for(max(end - begin for begin, end in runs) / unit)
    for run, (begin, end) in enumerate(runs):
        for place in range(1, int((end - begin) / unit / stride.seconds + 0.001) + 1):
            rank = 0 if place % 4 == 0 else 1 if place % 2 == 0 else 2
            yield begin + place * stride.seconds * unit, plainest(Amount((stride.number or 1) * place, stride.unit)), rank, run > 0


def ticks_below(bands: Sequence[ClockBand], scale: Timescale, unit: float, pixels: float, voice: Voice) -> Iterator[ClockTick]:
    """The marks along ``bands``, with their labels where there is room: first for what shows on a phone too, then for the rest."""
    marks = [*_marks(bands, scale, unit)]
    words = ["+" * later + voice.duration(Duration(mark, mark)) for _, mark, _, later in marks]
    taken: dict[int, float] = {}
    order = sorted(range(len(marks)), key=lambda at: marks[at][2])
    for wide in (_PHONE, pixels):
        for at in order:
            half = 50 * (len(words[at]) * _LETTER + _BETWEEN) / wide
            left = marks[at][0]
            clear = all(
                abs(left - marks[other][0]) >= half + 50 * (len(words[other]) * _LETTER + _BETWEEN) / wide
                for other in taken
            )
            if at not in taken and clear and half <= left <= 100 - half:
                taken[at] = wide
    for at, (left, *_) in enumerate(marks):
        yield ClockTick(rounded(left), words[at] if at in taken else "", taken.get(at) == _PHONE)


def threads(bands: Sequence[ClockBand]) -> tuple[str, str]:
    """The lines that tie columns to bands, and every second way from one to the other as a closed shape."""
    columns = len(bands)
    edges = [(100 * at / columns, band.left) for at, band in enumerate(bands)]
    edges.append((100.0, bands[-1].left + bands[-1].width))
    lines = "".join(f"M{rounded(top)} 0C{rounded(top)} 55 {rounded(end)} 45 {rounded(end)} 100" for top, end in edges)
    shades = ""
    for at in range(1, columns, 2):
        (top, end), (far, last) = edges[at], edges[at + 1]
        shades += f"M{rounded(top)} 0C{rounded(top)} 55 {rounded(end)} 45 {rounded(end)} 100H{rounded(last)}C{rounded(last)} 45 {rounded(far)} 55 {rounded(far)} 0Z"
    return lines, shades


def rounded(value: float) -> float:
    """A place as it is written into a page."""
    return round(value, 2)
