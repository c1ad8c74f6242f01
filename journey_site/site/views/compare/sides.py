"""What one of two versions says of something that differs: its words, and what of it is to be compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from journey_site.documents.durations import Duration
from journey_site.documents.items import ContentUse, Item, MetricUse, Opportunity, TouchpointUse
from journey_site.documents.journeys import Journey, Step
from journey_site.documents.values import Owner, Ref, Text
from journey_site.documents.ways import Way
from journey_site.site.addresses import NO_LINK, Link
from journey_site.site.language import N_
from journey_site.site.views.entries import (
    FaceView,
    OwnerView,
    Words,
    entry_view,
    face_of_emotion,
    owner_view,
    ref_label,
)
from journey_site.site.views.used import content_view, metric_view, touchpoint_view
from journey_site.site.voice import Voice

FLAGS = {
    "optional": N_("May be skipped"),
    "repeatable": N_("May happen several times"),
    "parallel": N_("At the same time as"),
    "any_order": N_("Before or after"),
    "after": N_("Only after"),
}
"""How a stage may be passed, as readers see it."""


@dataclass(frozen=True, slots=True)
class SideView:
    """What one of the two versions says."""

    words: Words
    link: Link = NO_LINK
    face: FaceView | None = None
    facts: tuple[Words, ...] = ()
    """What of it is to be compared: ``55%``, ``target 2``, ``severity 4 of 5``."""
    owner: OwnerView | None = None
    """Who answers for it, where that is said of it."""


def said(value: Any, field: str, voice: Voice) -> SideView | None:
    """A single value in words."""
    if field in FLAGS:
        return SideView(voice._(FLAGS[field])) if value else None
    match value:
        case Text():
            return SideView(value) if value else None
        case Duration():
            return SideView(voice.duration(value))
        case Owner():
            return SideView("", owner=owner_view(value, voice))
        case bool():
            return SideView(voice._("yes")) if value else None
        case int():
            return SideView(voice._("%(n)s of %(of)s") % {"n": value, "of": 5})
    return None


def side_view(
    entry: object, journey: Journey, field: str, voice: Voice, fields: set[str] | None = None
) -> SideView:
    """What one version of an entry says; of what both have, only what differs in ``fields``."""
    _ = voice._

    def told(*names: str) -> bool:
        return fields is None or bool(fields & {*names})

    match entry:
        case TouchpointUse():
            met = touchpoint_view(entry, voice)
            elsewhere = "channel" in fields if fields is not None else entry.channel is not None
            facts: list[Words] = [met.channel] if elsewhere and met.channel else []
            if fields and "importance" in fields and entry.importance:
                facts.append(_("importance %(n)s of 5") % {"n": entry.importance})
            if fields:
                facts += [label.words for label, name in ((met.sender, "sender"), (met.receiver, "receiver")) if label and name in fields]
            face = met.face if told("experience") else None
            return SideView(met.entry.words, met.link, face, tuple(facts), met.entry.owner)
        case ContentUse():
            given = content_view(entry, voice)
            state = (given.status_label,) if given.status not in ("", "live") or (fields and "status" in fields) else ()
            return SideView(given.entry.words, given.link, None, state, given.entry.owner)
        case MetricUse():
            measured = metric_view(entry, voice)
            numbers: list[Words] = []
            if measured.value and told("value"):
                numbers.append(f"{measured.value} {voice.words(measured.unit) if isinstance(measured.unit, Text) else measured.unit}".strip())
            if measured.target and told("target"):
                numbers.append(_("target %(target)s") % {"target": measured.target})
            return SideView(measured.entry.words, measured.link, None, tuple(numbers), measured.entry.owner)
        case Way():
            stage = journey.stage(entry.to) if entry.to else None
            words: Words = stage.name if stage else entry.exit or _("leaves the journey")
            share = (voice.language.percent(entry.share),) if entry.share is not None and told("share") else ()
            why = (entry.why,) if entry.why and fields and "why" in fields and "share" not in fields else ()
            return SideView(words, voice.stage_link(journey, stage) if stage else NO_LINK, None, (*share, *why))
        case Step():
            times: list[Words] = [voice.duration(entry.duration)] if entry.duration and told("duration") else []
            if entry.waiting and told("waiting"):
                times.append(_("%(time)s waiting") % {"time": voice.duration(entry.waiting)})
            face = face_of_emotion(entry.emotion, voice) if told("emotion") else None
            return SideView(entry.name, NO_LINK, face, tuple(times))
        case Item():
            return _item(entry, field, voice, fields)
        case Ref():
            stage = journey.stage(entry) if entry.kind == "stages" else None
            label = ref_label(entry, voice)
            said: Words = stage.name if stage else label.words if label else str(entry)
            if field in FLAGS:
                said = f"{_(FLAGS[field])} {voice.words(said) if isinstance(said, Text) else said}"
            return SideView(said, voice.stage_link(journey, stage) if stage else label.link if label else NO_LINK)
    inner = getattr(entry, "journey", None)
    label = ref_label(inner, voice) if isinstance(inner, Ref) else None
    return SideView(label.words, label.link) if label else SideView(str(entry) if isinstance(entry, str) else "")


def _item(entry: Item, field: str, voice: Voice, fields: set[str] | None) -> SideView:
    _ = voice._
    view = entry_view(entry, entry.text or "", voice)
    facts: list[Words] = []
    if view.severity and (field == "pains" if fields is None else "severity" in fields):
        facts.append(_("severity %(n)s of 5") % {"n": view.severity})
    if view.status_label and (fields is None or "status" in fields):
        facts.append(view.status_label)
    if isinstance(entry, Opportunity) and fields:
        for name, words in (("impact", _("impact %(n)s of 5")), ("effort", _("effort %(n)s of 5"))):
            number = getattr(entry, name)
            if name in fields and number:
                facts.append(words % {"n": number})
    return SideView(view.words, NO_LINK, None, tuple(facts), view.owner)
