"""The map's second head: the stages to scale of time, what is stated of it and what is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from journey_site.atlas.time import Span, span_of, timeless_stages, total_time, total_waiting
from journey_site.atlas.ways import order_of
from journey_site.documents.durations import Duration
from journey_site.documents.journeys import Journey, Stage
from journey_site.site.timescale import Timescale, timescale
from journey_site.site.views.map.clock_bands import (
    ClockBand,
    ClockTick,
    laid_out,
    least_width,
    rounded,
    threads,
    ticks_below,
    with_room,
)
from journey_site.site.voice import Voice

_NAMED = 3
"""How many stages without a time are named."""


@dataclass(frozen=True, slots=True)
class ClockView:
    """Each stage's share of the time, drawn to scale."""

    bands: tuple[ClockBand, ...]
    ticks: tuple[ClockTick, ...]
    threads: str
    """Lines from the columns above to the bands below, as a path over 100 × 100 units."""
    shades: str
    """Every second band's way from its column, closed, to be tinted."""
    sequence: bool
    """Whether the bands follow each other; where stages have no order each begins anew under its head."""
    even: bool
    """Whether twice as wide is twice as long."""
    note: str
    """How to read the scale, in words."""

    @property
    def kinds(self) -> frozenset[str]:
        """What is to be explained below: the kinds of bands, ``sure``, ``range`` and ``waiting``."""
        found = {band.kind for band in self.bands}
        timed = [band for band in self.bands if band.kind in ("time", "open", "each")]
        found |= {"waiting"} if any(band.waiting for band in self.bands) else set()
        return frozenset(found | ({"range"} if any(band.sure < 99 for band in timed) else set()))


def total_words(journey: Journey, voice: Voice) -> str:
    """The time of the whole journey, or why it is unknown; empty where no stage states any."""
    total = total_time(journey)
    if total is not None:
        if order_of(journey, voice.atlas) in ("network", "none"):
            return voice._("%(time)s, each stage once") % {"time": voice.duration(total)}
        if order_of(journey, voice.atlas) == "cyclic":
            return voice._("%(time)s for one round") % {"time": voice.duration(total)}
        return voice.duration(total)
    if not any(stage.duration for stage in journey.stages):
        return ""
    lacking = timeless_stages(journey)
    silent = [stage for stage in lacking if stage.duration is None]
    if silent:
        return voice._("unknown: no time is stated for %(stages)s") % {"stages": _names(silent, voice)}
    if lacking:
        return voice._("unknown: %(stages)s says how long each one takes, not how long all of it") % {"stages": _names(lacking, voice)}
    return ""


def waiting_words(journey: Journey, voice: Voice) -> str:
    """How much of the time is waiting; empty where no stage says."""
    waiting = total_waiting(journey)
    if waiting is None:
        return ""
    words = voice._("of it %(time)s waiting") if waiting.whole else voice._("of it at least %(time)s waiting")
    return words % {"time": voice.duration(waiting.time)}


def _names(stages: Sequence[Stage], voice: Voice) -> str:
    names = [voice.words(stage.name) for stage in stages[:_NAMED]]
    if (more := len(stages) - _NAMED) > 0:
        words = voice.language.ngettext("%(num)s more", "%(num)s more", more)
        names.append(words % {"num": voice.language.number(more)})
    return voice.language.listed(names)


def clock_view(journey: Journey, voice: Voice) -> ClockView | None:
    """The stages to scale of time; None where fewer than two state one, or none states a length."""
    spans = [span_of(stage) for stage in journey.stages]
    kinds = [_kind(stage, span) for stage, span in zip(journey.stages, spans, strict=True)]
    sequence = order_of(journey, voice.atlas) in ("linear", "cyclic")
    drawn = ("time", "open") if sequence else ("time", "open", "each")
    lengths = [span.known for span, kind in zip(spans, kinds, strict=True) if span and kind in drawn]
    if not lengths or sum(kind != "unknown" for kind in kinds) < 2:
        return None
    scale = timescale(lengths, _least(journey, kinds))
    bands = tuple(
        ClockBand(
            stage.id,
            stage.name,
            place if sequence else None,
            kind,
            0.0,
            scale.width(span.known) if span and kind in drawn else 0.0,
            _part(scale, span.low, span) if span and kind in drawn else 0.0,
            _part(scale, min(span.waiting, span.known), span) if span and kind in drawn else 0.0,
            _said(stage, voice),
        )
        for place, (stage, span, kind) in enumerate(zip(journey.stages, spans, kinds, strict=True), 1)
    )
    note = _note(scale, max(lengths), sequence, voice)
    if not sequence:
        widest = max(band.width for band in bands)
        bars = tuple(replace(band, width=rounded(100 * band.width / widest)) for band in bands)
        ticks = tuple(ClockTick(rounded(100 * scale.width(mark.seconds) / widest), "") for mark in scale.marks(max(lengths)))
        return ClockView(bars, ticks, "", "", False, scale.base is None, note)
    laid, unit = laid_out(bands)
    pixels = least_width(len(laid))
    named = tuple(with_room(band, pixels, voice) for band in laid)
    ticks = tuple(ticks_below(named, scale, unit, pixels, voice))
    lines, shades = threads(named)
    return ClockView(named, ticks, lines, shades, True, scale.base is None, note)


def clock_part(clock: ClockView, first: int, last: int) -> ClockView:
    """The clock of a printed sheet with the columns from ``first`` up to, not with, ``last``.

    The bands of its stages stay in their place among all, with the marks that are labelled.
    """
    bands = clock.bands[first:last]
    if not clock.sequence:
        return replace(clock, bands=bands)
    lines, shades = threads(bands)
    ticks = tuple(tick for tick in clock.ticks if tick.label)
    return replace(clock, bands=bands, ticks=ticks, threads=lines, shades=shades)


def _least(journey: Journey, kinds: Sequence[str]) -> list[float]:
    """The shorter ends of ranges, where a number stands: "minutes to years" says only that they differ much."""
    ends = [stage.duration.low for stage, kind in zip(journey.stages, kinds, strict=True) if stage.duration and kind == "time"]
    return [end.seconds for end in ends if end and end.number]


def _kind(stage: Stage, span: Span | None) -> str:
    duration = stage.duration
    if duration is None or span is None:
        return "unknown"
    if duration.endless:
        return "ongoing"
    if duration.per and span.known:
        return "each"
    if span.high is None:
        return "open" if span.low else "ongoing"
    return "time" if span.high else "moment"


def _part(scale: Timescale, seconds: float, span: Span) -> float:
    whole = scale.width(span.known)
    return rounded(100 * scale.width(seconds) / whole) if whole else 0.0


def _said(stage: Stage, voice: Voice) -> str:
    """The time in words, waiting beside it."""
    duration, waiting = voice.duration(stage.duration), voice.duration(stage.waiting)
    if not duration:
        return voice._("%(time)s waiting") % {"time": waiting} if waiting else voice._("time unknown")
    if not waiting or stage.duration is None or stage.waiting is None:
        return duration
    longest, least = stage.duration.seconds[1], stage.waiting.seconds[0]
    within = longest is None or least <= longest
    words = voice._("%(time)s of it waiting") if within else voice._("%(time)s waiting besides")
    return f"{duration}, {words % {'time': waiting}}"


def _note(scale: Timescale, longest: float, sequence: bool, voice: Voice) -> str:
    """How to read the scale."""
    _ = voice._
    begins = "" if sequence else _("The stages follow no order: each bar begins anew, all on the same scale.")
    if scale.base is None:
        return begins or _("Drawn to scale: twice as wide is twice as long.")
    marks = voice.language.listed([voice.duration(Duration(mark, mark)) for mark in scale.marks(longest)])
    squeezed = _("Long times are drawn shorter than they are, so that short ones can be seen: each begins at %(least)s, and the marks stand for %(marks)s.")
    return " ".join(filter(None, (begins, squeezed % {"least": voice.duration(Duration(scale.base, scale.base)), "marks": marks})))

