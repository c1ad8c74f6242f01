"""A field of the atlas: how the worst of some stages feels, and what else is to be said of it in a mark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journey_site.atlas.blank import is_blank
from journey_site.atlas.mood import lowest_in
from journey_site.atlas.reviews import review_of
from journey_site.documents.journeys import Journey, Stage, Step
from journey_site.site.addresses import NO_LINK, Link
from journey_site.site.language import N_
from journey_site.site.views.entries import FaceView, Words, face_of
from journey_site.site.views.stage.claims import claims_of
from journey_site.site.voice import Voice

Stages = list[tuple[Journey, Stage]]

EVIDENCE = {
    "measured": N_("partly measured"),
    "observed": N_("partly observed"),
    "assumed": N_("only assumed"),
}
"""How well a stage is known, in words."""


@dataclass(frozen=True, slots=True)
class FieldMark:
    """A small mark: what is seen, and what else is read aloud."""

    kind: str
    """``measured``, ``observed``, ``assumed``, ``chances``, ``overdue`` or ``more``."""
    sign: str
    """A number or a word; empty where the kind has a sign of its own."""
    words: str


@dataclass(frozen=True, slots=True)
class FieldView:
    """One persona in one stage, or in all the stages that are for the same; false where there is none."""

    kind: str = "none"
    """``none``: no such stage; ``blank``: nothing is written; ``unknown``: nobody has said how it feels; ``felt``."""
    link: Link = NO_LINK
    stage: Words = ""
    """The stage that is shown: of several the worst."""
    face: FaceView | None = None
    marks: tuple[FieldMark, ...] = ()

    def __bool__(self) -> bool:
        return self.kind != "none"


def current_stages(persona: str, voice: Voice) -> Iterator[tuple[Journey, Stage]]:
    """Every stage of the journeys of ``persona`` (empty: of everyone's) as things are today."""
    for journey in voice.uses.journeys_of.get(persona, ()):
        if not journey.is_plan:
            yield from ((journey, stage) for stage in journey.stages)


def field_of(stages: Stages, persona: str, voice: Voice) -> FieldView:
    """The worst of ``stages`` for ``persona``; what is unknown or blank stands back behind what is known."""
    if not stages:
        return FieldView()
    felt = [(value, at) for at, (journey, stage) in enumerate(stages) if (value := lowest_in(journey, stage, persona or None)) is not None]
    if felt:
        value, at = min(felt)
        kind, face = "felt", face_of(value, voice)
    else:
        face = None
        at = next((at for at, (_journey, stage) in enumerate(stages) if not is_blank(stage)), 0)
        kind = "blank" if is_blank(stages[at][1]) else "unknown"
    journey, stage = stages[at]
    marks = tuple(_marks(journey, stage, len(stages) - 1, voice))
    return FieldView(kind, voice.stage_link(journey, stage), stage.name, face, marks)


def _marks(journey: Journey, stage: Stage, others: int, voice: Voice) -> Iterator[FieldMark]:
    ngettext, number = voice.language.ngettext, voice.language.number
    known = known_as(stage)
    if known:
        yield FieldMark(known, "", voice._(EVIDENCE[known]))
    chances = open_chances(stage)
    if chances:
        yield FieldMark("chances", number(chances), ngettext("open opportunity", "open opportunities", chances))
    if review_of(journey, voice.atlas).overdue:
        yield FieldMark("overdue", voice._("overdue"), "")
    if others:
        yield FieldMark("more", f"+{number(others)}", voice._("more"))


def known_as(stage: Stage) -> str:
    """The best that anything said in ``stage`` is: ``measured``, ``observed`` or ``assumed``; empty: nobody says."""
    best = ""
    for claim in claims_of(stage):
        if claim.confidence == "measured":
            return "measured"
        if claim.confidence == "observed" or claim.evidence:
            best = "observed"
        elif claim.confidence and not best:
            best = "assumed"
    return best


def open_chances(stage: Stage) -> int:
    """How many opportunities in ``stage`` are neither done nor dropped."""
    places: tuple[Step, ...] = (stage, *stage.steps)
    return sum(chance.status not in ("done", "dropped") for place in places for chance in place.opportunities)
