"""Shared things as a stage uses them: touchpoints, content, metrics, with what their own pages say beside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from journey_site.documents.items import (
    Common,
    ContentFacts,
    ContentUse,
    Item,
    Measured,
    MetricUse,
    TouchpointFacts,
    TouchpointUse,
)
from journey_site.documents.journeys import Journey
from journey_site.documents.values import Owner, Text
from journey_site.site import vocabulary
from journey_site.site.addresses import Link
from journey_site.site.views.entries import (
    Anchors,
    EntryView,
    FaceView,
    Labelled,
    Words,
    department_of,
    entry_view,
    face_of,
    owned_by,
    ref_label,
)
from journey_site.site.views.lists.series import period_words
from journey_site.site.voice import Voice


@dataclass(frozen=True, slots=True)
class TouchpointView:
    """A touchpoint as met in one stage."""

    entry: EntryView
    link: Link
    channel: Words
    channel_link: Link
    icon: str
    face: FaceView | None
    importance: int | None
    sender: Labelled | None
    receiver: Labelled | None
    metrics: tuple[MetricView, ...]


@dataclass(frozen=True, slots=True)
class ContentView:
    """A piece of content as recommended in one stage."""

    entry: EntryView
    link: Link
    type: str
    icon: str
    status: str
    """``live``, ``planned``, ``missing``, ``outdated``, or empty: not stated."""
    status_label: str
    helps: str
    language: str
    """What readers call the language that it is in."""


@dataclass(frozen=True, slots=True)
class MetricView:
    """A number against its target."""

    entry: EntryView
    link: Link
    value: str
    unit: Words
    target: str
    filled: int | None
    """How much of the target is reached, in percent from 0 to 100; None when it cannot be told."""
    verdict: str
    """``met``, ``near``, ``off``, or empty when it cannot be told."""
    verdict_label: str
    """The verdict in words; ``planned`` where the number is none that was measured."""
    period: str
    source: Text | None
    number: float | None = None
    """What ``value`` says, for tables that are handed on."""
    aim: float | None = None
    """What ``target`` says."""
    period_label: str = ""
    """``period`` as the language writes it: ``October 2026``."""


def touchpoint_view(
    use: TouchpointFacts, voice: Voice, anchors: Anchors | None = None, journey: Journey | None = None
) -> TouchpointView:
    """A touchpoint as used in a stage of ``journey``, with what its own page says where the use says nothing."""
    shared = voice.atlas.find(use.touchpoint) if isinstance(use, TouchpointUse) else None
    words: Words = use.name or (shared.name if shared else "") or ""
    identity = (use.touchpoint if isinstance(use, TouchpointUse) else None) or use.id
    anchor = anchors.of("touchpoint", f"touchpoint-{identity}" if identity else None, voice.words_for_address(words)) if anchors else ""
    entry = entry_view(use, words, voice, anchor, owner=shared.owner if shared else None)
    channel_ref = use.channel or (shared.channel if shared else None)
    channel = voice.atlas.find(channel_ref)
    metrics = use.metrics or (shared.metrics if shared else ())
    in_stage = isinstance(use, TouchpointUse)
    return TouchpointView(
        entry,
        voice.link(use.touchpoint) if isinstance(use, TouchpointUse) else Link(),
        channel.name if channel else "",
        voice.link(channel_ref),
        (channel.icon if channel else "") or (vocabulary.CHANNEL_ICON if channel else vocabulary.TOUCHPOINT_ICON),
        face_of(use.experience, voice) if isinstance(use, TouchpointUse) else None,
        use.importance if isinstance(use, TouchpointUse) else None,
        ref_label(use.sender, voice) if in_stage and isinstance(use, TouchpointUse) else None,
        ref_label(use.receiver, voice) if in_stage and isinstance(use, TouchpointUse) else None,
        tuple(metric_view(metric, voice, journey=journey if use.metrics else None) for metric in metrics),
    )


def content_view(use: ContentFacts, voice: Voice, anchors: Anchors | None = None) -> ContentView:
    """A piece of content as recommended in a stage, with what its own page says where the use says nothing."""
    ref = use.content if isinstance(use, ContentUse) else None
    shared = voice.atlas.find(ref)
    words: Words = use.name or (shared.name if shared else "") or ""
    identity = ref or use.id
    anchor = anchors.of("content", f"content-{identity}" if identity else None, voice.words_for_address(words)) if anchors else ""
    entry = entry_view(use, words, voice, anchor, owner=shared.owner if shared else None, url=shared.url if shared else None)
    kind = use.type or (shared.type if shared else None) or ""
    label, icon = vocabulary.CONTENT_TYPES.get(kind, (kind, vocabulary.OTHER_CONTENT))
    status = use.status or (shared.status if shared else None) or ""
    helps = use.helps or (shared.helps if shared else None)
    language = use.language or (shared.language if shared else None)
    return ContentView(
        entry,
        voice.link(ref),
        voice._(label) if label else "",
        icon,
        status,
        voice._(vocabulary.CONTENT_STATUSES[status]) if status else "",
        voice._(vocabulary.PURPOSES[helps]) if helps else "",
        voice.language.named(language) if language else "",
    )


def metric_views(
    uses: Iterable[Measured], voice: Voice, anchors: Anchors | None, owner: Owner | None, journey: Journey
) -> tuple[MetricView, ...]:
    """The metrics of a stage of ``journey``; those that nobody owns count for ``owner``'s, who answers for the stage."""
    views = [metric_view(use, voice, anchors, journey) for use in uses]
    return tuple(replace(view, entry=owned_by((view.entry,), owner)[0]) for view in views)


def metric_view(use: Measured, voice: Voice, anchors: Anchors | None = None, journey: Journey | None = None) -> MetricView:
    """A metric against its target, with what its own page says where the use says nothing.

    ``journey`` is where it is stated: what a plan states itself is no result and gets no verdict, it is planned.
    """
    ref = use.metric if isinstance(use, MetricUse) else None
    shared = voice.atlas.find(ref)

    def fact(name: str) -> object:
        value = getattr(use, name)
        return getattr(shared, name) if value in (None, "") and shared is not None else value

    words: Words = fact("name") or ""  # type: ignore[assignment]
    anchor = anchors.of("metric", f"metric-{ref}" if ref else use.id, voice.words_for_address(words)) if anchors else ""
    value, target = fact("value"), fact("target")
    better = fact("better") or "higher"
    filled, verdict = _against(value, target, lower=better == "lower")  # type: ignore[arg-type]
    labels = {"met": voice._("on target"), "near": voice._("near target"), "off": voice._("off target"), "": ""}
    if journey is not None and journey.is_plan and (use.value is not None or use.target is not None):
        verdict, labels[""] = "", voice._("planned")
    number = voice.language.number
    return MetricView(
        _of_metric(entry_view(use, words, voice, anchor), shared.owner if shared else None, voice),
        voice.link(ref),
        "" if value is None else number(value),  # type: ignore[arg-type]
        fact("unit") or "",  # type: ignore[arg-type]
        "" if target is None else number(target),  # type: ignore[arg-type]
        filled,
        verdict,
        labels[verdict],
        str(fact("period") or ""),
        fact("source"),  # type: ignore[arg-type]
        value,  # type: ignore[arg-type]
        target,  # type: ignore[arg-type]
        period_words(str(fact("period") or ""), voice),
    )


def _against(value: float | None, target: float | None, *, lower: bool) -> tuple[int | None, str]:
    """How much of the target ``value`` is, in percent, and a verdict."""
    if value is None or target is None:
        return None, ""
    if value <= target if lower else value >= target:
        return 100, "met"
    part, whole = (target, value) if lower else (value, target)
    share = part / whole if whole > 0 and part > 0 else 0.0
    near = abs(value - target) <= 0.1 * abs(target)
    return min(99, round(100 * share)), "near" if near else "off"


def _of_metric(entry: EntryView, owner: Owner | None, voice: Voice) -> EntryView:
    """``entry``, which counts for the shared metric's owner where nobody owns it here."""
    if entry.owner is not None or owner is None or not owner.department or entry.departments is None:
        return entry
    return replace(entry, departments=department_of(owner, voice))


def claimed(entry: Common, voice: Voice) -> Words:
    """What a claim says, in a few words."""
    if isinstance(entry, Item) and entry.text:
        return entry.text
    if isinstance(entry, TouchpointUse):
        return touchpoint_view(entry, voice).entry.words
    if isinstance(entry, ContentUse):
        return content_view(entry, voice).entry.words
    if isinstance(entry, MetricUse):
        return metric_view(entry, voice).entry.words
    return getattr(entry, "name", None) or ""

