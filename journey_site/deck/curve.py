"""The emotion curve as a native chart: a line for each actor, a gap where nothing is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from journey_site.atlas.mood import moments
from journey_site.atlas.ways import order_of
from journey_site.deck.lines import Lines, told
from journey_site.deck.look import BOTTOM, EDGE, INK, QUIET, ROOM, RULE, TOP, on_white
from journey_site.deck.measure import ASIDE, height_of
from journey_site.deck.slides import Slides, describe, tag_of
from journey_site.deck.titles import AddressOf
from journey_site.documents.journeys import Journey
from journey_site.site.addresses import thing_uri
from journey_site.site.views.map.journey import JourneyView
from journey_site.site.voice import Voice

_SIGNED = "+General;\N{MINUS SIGN}General;0"
_MARKERS = (
    XL_MARKER_STYLE.CIRCLE, XL_MARKER_STYLE.SQUARE, XL_MARKER_STYLE.TRIANGLE, XL_MARKER_STYLE.DIAMOND, XL_MARKER_STYLE.X, XL_MARKER_STYLE.PLUS,
)  # fmt: skip
_DASHES = (MSO_LINE.SOLID, MSO_LINE.DASH, MSO_LINE.ROUND_DOT, MSO_LINE.DASH_DOT, MSO_LINE.LONG_DASH, MSO_LINE.SQUARE_DOT)
_NAMED = 8
"""Of so many stages it is said by name that nothing is known; more are counted."""


@dataclass(frozen=True, slots=True)
class Felt:
    """One actor's way through the journey."""

    name: str
    colour: str
    values: tuple[float | None, ...]
    """A value for each place; None is unknown, and a gap."""


@dataclass(frozen=True, slots=True)
class CurveData:
    """What the chart shows."""

    places: tuple[str, ...]
    """The stages, and where a stage's steps stand in for it, those."""
    lines: tuple[Felt, ...]


def curve_data(journey: Journey, view: JourneyView, voice: Voice) -> CurveData | None:
    """The values of the curve by place and actor; None when nothing is known."""
    if view.curve is None:
        return None
    known = {line.who: moments(journey, line.who or None) for line in view.curve.lines}
    places: list[tuple[str, str]] = []
    names: list[str] = []
    for stage in journey.stages:
        steps = [step for step in stage.steps if any(moment.step is step for found in known.values() for moment in found)]
        whole = not steps or any(moment.stage is stage and moment.step is None for found in known.values() for moment in found)
        if whole:
            places.append((stage.id, ""))
            names.append(voice.words(stage.name))
        for step in steps:
            places.append((stage.id, step.id))
            names.append(f"{voice.words(stage.name)}: {voice.words(step.name)}")
    lines = []
    for line in view.curve.lines:
        by_place = {(moment.stage.id, moment.step.id if moment.step else ""): moment.value for moment in known[line.who]}
        name = line.name or voice.language.listed([person.short for person in view.people]) or voice._("Everyone")
        colour = line.colour or view.colour
        lines.append(Felt(name, on_white(colour) if colour else "", tuple(by_place.get(place) for place in places)))
    return CurveData(tuple(names), tuple(lines))


def curve_slide(slides: Slides, journey: Journey, view: JourneyView, voice: Voice, address_of: AddressOf) -> None:
    """The curve with what follows from it; nothing where nothing is known."""
    data = curve_data(journey, view, voice)
    if data is None or view.curve is None:
        return
    title = voice._("How it feels")
    slide = slides.slide(told(title, voice)[0], address_of(thing_uri("journeys", journey.id)))
    given = CategoryChartData(number_format=_SIGNED)
    given.categories = data.places
    for line in data.lines:
        given.add_series(line.name, line.values)
    follows = _follows(view, voice)
    foot = height_of(follows, ROOM - ASIDE, 12) + 10
    frame = slide.shapes.add_chart(
        XL_CHART_TYPE.LINE_MARKERS, Pt(EDGE), Pt(TOP), Pt(ROOM), Pt(BOTTOM - TOP - foot), given
    )
    describe(frame, title, f"{title}. {view.curve.label}")
    _dress(frame.chart, data, voice, slides, joined=order_of(journey, voice.atlas) not in ("network", "none"))
    slides.words(slide, (EDGE, BOTTOM - foot + 4, ROOM, foot - 8), follows, 12)


def _follows(view: JourneyView, voice: Voice) -> Lines:
    found: Lines = ()
    if view.worst:
        worst = [f"{_words(each.stage, voice)} ({each.face.label} {each.face.value})" for each in view.worst]
        found += told(voice._("Worst moments") + ": " + voice.language.listed(worst), voice)
    if view.unknown:
        names = [_words(stage.words, voice) for stage in view.unknown]
        more = len(names) - _NAMED
        if more > 1:
            others = voice.language.ngettext("%(num)s more", "%(num)s more", more) % {"num": voice.language.number(more)}
            names = [*names[:_NAMED], others]
        stages = voice.language.listed(names)
        found += told(voice._("Nobody has said how it feels in %(stages)s.") % {"stages": stages}, voice)
    return found


def _words(words: Any, voice: Voice) -> str:
    return words if isinstance(words, str) else voice.words(words)


def _dress(chart: Any, data: CurveData, voice: Voice, slides: Slides, *, joined: bool) -> None:
    scale = voice.atlas.handbook.scale
    several = len(data.lines) > 1
    chart.has_title = False
    chart.has_legend = several
    chart.font.size, chart.font.color.rgb = Pt(12), RGBColor.from_string(INK)
    if several:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    values = chart.value_axis
    values.minimum_scale, values.maximum_scale = scale.low, scale.high
    values.major_unit = (scale.high - scale.low) / 4
    values.major_gridlines.format.line.color.rgb = RGBColor.from_string(RULE)
    values.format.line.fill.background()
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = _SIGNED, False
    values.tick_labels.font.color.rgb = RGBColor.from_string(QUIET)
    places = chart.category_axis
    places.tick_label_position = XL_TICK_LABEL_POSITION.LOW  # below the drawing, not at nought
    places.format.line.color.rgb = RGBColor.from_string(QUIET)
    places.reverse_order = slides.rtl
    space = chart._chartSpace
    space.find(qn("c:date1904")).addnext(parse_xml(f'<c:lang {nsdecls("c")} val="{tag_of(voice.language.code)}"/>'))
    space.chart.find(qn("c:dispBlanksAs")).set("val", "gap")
    for at, (line, series) in enumerate(zip(data.lines, chart.plots[0].series, strict=True)):
        shown = RGBColor.from_string(line.colour or slides.look.title)
        series.smooth = False
        series.format.line.color.rgb = shown
        series.format.line.width = Pt(2.5)
        series.format.line.dash_style = _DASHES[at % len(_DASHES)]
        if not joined:
            series.format.line.fill.background()  # a line between them would be a way that nobody takes
        series.marker.style, series.marker.size = _MARKERS[at % len(_MARKERS)], 9
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = shown
        series.marker.format.line.color.rgb = shown
        if not several:
            labels = series.data_labels
            labels.show_value, labels.position = True, XL_LABEL_POSITION.ABOVE
            labels.number_format, labels.number_format_is_linked = _SIGNED, False
            labels.font.size, labels.font.bold = Pt(12), True
            for place in _lows(line.values):
                _label_below(series, place)



def _lows(values: tuple[float | None, ...]) -> list[int]:
    """The places where the line comes from above on the whole, so that a number has more room below it."""
    found = []
    for at, value in enumerate(values):
        beside = [near for place in (at - 1, at + 1) if 0 <= place < len(values) and (near := values[place]) is not None]
        if value is not None and beside and value < sum(beside) / len(beside):
            found.append(at)
    return found


def _label_below(series: Any, place: int) -> None:
    label = series.points[place].data_label
    label.position = XL_LABEL_POSITION.BELOW
    label.font.size, label.font.bold = Pt(12), True
    looks = [found for name in ("c:spPr", "c:txPr") if (found := label._dLbl.find(qn(name))) is not None]
    looks[0].addprevious(parse_xml(f'<c:numFmt {nsdecls("c")} formatCode="{_SIGNED}" sourceLinked="0"/>'))
