"""What a stage says about customers, and how much of it is known: confidence, and the sources it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journey_site.documents.items import Common
from journey_site.documents.journeys import Stage
from journey_site.documents.things import Evidence
from journey_site.documents.values import Ref
from journey_site.documents.walk import within
from journey_site.site import vocabulary
from journey_site.site.views.entries import Labelled, ref_label
from journey_site.site.voice import Voice

CLAIMS = ("thoughts", "questions", "actions", "feelings", "touchpoints", "pains", "gains", "metrics")
"""The lanes that say something about the customer; what we plan or offer is not a claim."""


@dataclass(frozen=True, slots=True)
class ClaimsView:
    """How well a stage is known."""

    count: int
    """How many claims the stage makes."""
    measured: int
    observed: int
    assumed: int
    unstated: int
    """Claims that do not say how sure they are."""
    words: str
    """The counts as a sentence: ``3 observed, 1 assumed, 9 not stated``."""
    sources: tuple[Labelled, ...]
    """Every source that something here rests on, once, with what kind it is and how large."""


def claims_view(stage: Stage, voice: Voice) -> ClaimsView:
    """How well ``stage`` is known."""
    _ = voice._
    stated = [claim.confidence or "" for claim in claims_of(stage)]
    counts = {name: stated.count(name) for name in ("measured", "observed", "assumed", "")}
    names = {name: _(label) for name, (label, _icon) in vocabulary.CONFIDENCES.items()} | {"": _("not stated")}
    said = [f"{voice.language.number(count)} {names[name]}" for name, count in counts.items() if count]
    return ClaimsView(
        len(stated), counts["measured"], counts["observed"], counts["assumed"], counts[""], ", ".join(said),
        _sources(stage, voice),
    )  # fmt: skip


def claims_of(stage: Stage) -> Iterator[Common]:
    """All that ``stage`` says about the customer, its steps with it."""
    for part in (stage, *stage.steps):
        for lane in CLAIMS:
            yield from getattr(part, lane)


def _sources(stage: Stage, voice: Voice) -> tuple[Labelled, ...]:
    refs = dict.fromkeys(ref for part in within(stage) for ref in getattr(part, "evidence", ()))
    return source_labels(tuple(refs), voice)


def source_labels(refs: tuple[Ref, ...], voice: Voice) -> tuple[Labelled, ...]:
    """Sources by name, each with its kind, size and date."""
    return tuple(
        Labelled(label.words, label.link, vocabulary.EVIDENCE_ICON, _source_note(ref, voice))
        for ref in refs
        if (label := ref_label(ref, voice))
    )


def _source_note(ref: Ref, voice: Voice) -> str:
    source = voice.atlas.find(ref)
    if not isinstance(source, Evidence):
        return ""
    kind = voice._(vocabulary.EVIDENCE_KINDS.get(source.kind or "", source.kind or ""))
    size = voice._("%(n)s taking part") % {"n": voice.language.number(source.n)} if source.n else ""
    return " · ".join(part for part in (kind, size, voice.language.day(source.date)) if part)

