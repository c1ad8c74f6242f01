"""The list of metrics: each against its target with a verdict, over time, and where it is used; worst first."""

from __future__ import annotations

from dataclasses import replace

from journey_site.atlas.uses import Place, Use
from journey_site.documents.items import Measured, MetricUse
from journey_site.documents.things import Metric
from journey_site.site import vocabulary
from journey_site.site.views.entries import Labelled, owner_view
from journey_site.site.views.lists import rows
from journey_site.site.views.lists.series import period_words, points_of, series_view, trend
from journey_site.site.views.lists.tables import Cell, Column, Table
from journey_site.site.views.people.person import whose
from journey_site.site.views.stage.anchored import entry_link
from journey_site.site.views.used import MetricView, metric_view
from journey_site.site.voice import Voice

OWN_VALUES = "own_values"
"""The anchor of the table in which metrics of the list stand once more."""
PLACES = 60
"""How many stages and touchpoints a row names."""
_ORDER = {"off": 0, "near": 1, "": 2, "met": 3}


def metric_tables(voice: Voice, longest: int) -> list[Table]:
    """The tables of the list of metrics."""
    _, icon = voice._, vocabulary.KINDS["metrics"][1]
    live = [each for each in voice.atlas.metrics.values() if each.publish != "retired"]
    views = sorted(((each, metric_view(each, voice)) for each in live), key=lambda pair: _worst(pair[1]))
    aimed = [pair for pair in views if pair[1].value and pair[1].target]
    aimless = [pair for pair in views if pair[1].value and not pair[1].target]
    unmeasured = [pair for pair in views if not pair[1].value]
    columns = _columns(voice)
    _uses, alone, lead = rows.once_each(
        sorted(voice.uses.inline_metrics, key=lambda use: _worst_use(use, voice)), "once", _stage_row, voice, longest
    )
    own = [use for each in live for use in voice.uses.metrics.get(each.id, ()) if _says_own(use, each)]
    own.sort(key=lambda use: _worst_use(use, voice))
    return [
        Table("all", "", "", columns, _rows(aimed, voice)),
        Table("no_target", _("Without a target"), icon, columns, _rows(aimless, voice)),
        Table("no_value", _("Not measured yet"), icon, columns, _rows(unmeasured, voice)),
        Table(
            OWN_VALUES, _("Other values in single stages"), "material/map-marker-outline", _stage_columns(voice),
            rows.anchored(own[:longest], "own", _stage_row, voice), rows.first_of_many(len(own), longest, voice),
        ),
        Table("in_one_stage", _("Measured in one stage alone"), "material/map-marker-outline", _stage_columns(voice), alone, lead),
    ]  # fmt: skip


def metrics_verdict(voice: Voice) -> str:
    """How many of the shared metrics are where they should be, in a sentence; empty where none has a target.

    What single stages say of themselves is listed below and counted where the list is narrowed.
    """
    number = voice.language.number
    live = [metric_view(each, voice) for each in voice.atlas.metrics.values() if each.publish != "retired"]
    aimed = [view.verdict for view in live if view.verdict]
    if not aimed:
        return ""
    words = voice._("Shared metrics with a target: %(met)s of %(of)s on target, %(off)s off target.")
    met, off = aimed.count("met"), aimed.count("off")
    return words % {"met": number(met), "of": number(len(aimed)), "off": number(off)}


def verdict_words(metric: Measured, view: MetricView, voice: Voice) -> str:
    """How a metric stands, in words: ``off target, 9 below it, falling since August 2026``."""
    number = voice.language.number
    words = view.verdict_label
    if view.verdict in ("off", "near") and view.number is not None and view.aim is not None:
        above = view.number > view.aim
        near = voice._("near target, %(gap)s above it") if above else voice._("near target, %(gap)s below it")
        off = voice._("off target, %(gap)s above it") if above else voice._("off target, %(gap)s below it")
        said = off if view.verdict == "off" else near
        words = said % {"gap": number(abs(view.aim - view.number))}
    elif not view.value:
        words = voice._("no value")
    elif not view.target and not words:
        words = voice._("no target")
    moved = trend(points_of(metric, voice), voice) or _since_start(metric, voice)
    return ", ".join(part for part in (words, moved) if part)


def _since_start(metric: Measured, voice: Voice) -> str:
    """From where it began, where nothing more is known of its course."""
    if metric.baseline is None or metric.value is None:
        return ""
    ways = {1: voice._("up from %(value)s"), -1: voice._("down from %(value)s"), 0: voice._("as it began")}
    way = (metric.value > metric.baseline) - (metric.value < metric.baseline)
    return ways[way] % {"value": voice.language.number(metric.baseline)}


def _worst(view: MetricView) -> tuple[int, float]:
    return _ORDER[view.verdict], view.filled if view.filled is not None else 0.0


def _worst_use(use: Use, voice: Voice) -> tuple[int, float]:
    return _worst(_use_view(use, voice))


def _use_view(use: Use, voice: Voice) -> MetricView:
    assert isinstance(use.entry, MetricUse)
    return metric_view(use.entry, voice, journey=use.place.journey)


def _says_own(use: Use, metric: Metric) -> bool:
    """Whether a stage has a number of its own, rather than the metric's."""
    entry = use.entry
    assert isinstance(entry, MetricUse)
    stated = [(entry.value, metric.value), (entry.target, metric.target)]
    return any(own is not None and own != shared for own, shared in stated)


def _columns(voice: Voice) -> tuple[Column, ...]:
    _ = voice._
    return (
        Column(_("Metric")),
        Column(_("Value"), facet="verdict", facet_label=_("Verdict")),
        Column(_("Verdict")),
        Column(_("Over time")),
        Column(_("Period")),
        Column(_("Used in")),
        Column(_("Owner"), facet="owner"),
    )


def _rows(pairs: list[tuple[Metric, MetricView]], voice: Voice) -> tuple[tuple[Cell, ...], ...]:
    return tuple(_row(each, view, voice) for each, view in pairs)


def _row(metric: Metric, view: MetricView, voice: Voice) -> tuple[Cell, ...]:
    points = points_of(metric, voice)
    series = series_view(points, metric.target, voice)
    better = voice._("lower is better") if metric.better == "lower" else voice._("higher is better")
    return (
        Cell(metric.name, note=metric.source or "", anchor=metric.id, was=metric.was, labels=view.entry.sources, confidence=view.entry.confidence),
        Cell(metric=view, judged_beside=True),
        Cell(verdict_words(metric, view, voice), note=better if view.target else "", sort=str(_place(view))),
        Cell(series=series) if series else rows.unknown("–"),
        Cell(period_words(view.period, voice), sort=view.period),
        _used_in(metric, voice),
        rows.owner_cell(owner_view(metric.owner, voice), voice),
    )


def _place(view: MetricView) -> str:
    order, filled = _worst(view)
    return f"{order}{filled:07.2f}"


def _used_in(metric: Metric, voice: Voice) -> Cell:
    """The stages that use it, each once, and the touchpoints that it measures."""
    uses = voice.uses.metrics.get(metric.id, [])
    places = {(use.place.journey.id, use.place.stage.id if use.place.stage else ""): use for use in uses}
    labels = _place_labels([use.place for use in places.values()], voice)
    measured = voice.uses.measured_at.get(metric.id, [])
    labels += [Labelled(each.name, voice.link_to("touchpoints", each), note=voice._("touchpoint")) for each in measured]
    shown = tuple(labels[:PLACES])
    if len(labels) > len(shown):
        shown += (Labelled(voice.and_more(len(labels) - len(shown))),)
    return replace(rows.number_cell(len(labels), voice), places=shown)


def _place_labels(places: list[Place], voice: Voice) -> list[Labelled]:
    """Stages with whose they are; with the journey too where that is the same in several."""
    cells = [rows.place_cell(place, voice, "metrics") for place in places]
    told = [(rows.said(cell.words, voice), whose(place.journey, voice)) for cell, place in zip(cells, places, strict=True)]
    return [
        Labelled(cell.words, cell.link, note=rows.said(cell.note, voice) if told.count(each) > 1 else each[1])
        for cell, each in zip(cells, told, strict=True)
    ]


def _stage_columns(voice: Voice) -> tuple[Column, ...]:
    _ = voice._
    value = Column(_("Value"), facet="verdict", facet_label=_("Verdict"))
    return (Column(_("Metric")), Column(_("Where")), value, Column(_("Verdict")), Column(_("Period")))


def _stage_row(use: Use, voice: Voice) -> tuple[Cell, ...]:
    """A metric as it stands in one stage."""
    assert isinstance(use.entry, MetricUse)
    view = _use_view(use, voice)
    return (
        Cell(view.entry.words, view.link or entry_link(use.place, use.entry, voice), note=use.entry.source or "", confidence=view.entry.confidence),
        rows.place_cell(use.place, voice, "metrics"),
        Cell(metric=view, judged_beside=True),
        Cell(verdict_words(use.entry, view, voice)),
        Cell(period_words(view.period, voice), sort=view.period),
    )
