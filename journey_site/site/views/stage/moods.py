"""How one stage feels: its face, how it compares along the journey, its spread, and each actor's own."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.atlas.mood import lowest_in, moments, worst_moment
from journey_site.documents.journeys import Journey, Stage
from journey_site.site.views.entries import FaceView, face_of
from journey_site.site.views.people.person import PersonView
from journey_site.site.voice import Voice


@dataclass(frozen=True, slots=True)
class ActorMood:
    """How one of several actors feels here."""

    person: PersonView
    face: FaceView | None


@dataclass(frozen=True, slots=True)
class ScaleView:
    """Where a mood lies between the ends of the handbook's scale, in percent from the worse end."""

    at: int
    middle: int
    low: int | None
    high: int | None
    """The ends of the spread; None when none is stated."""
    low_words: str
    high_words: str


def stage_face(journey: Journey, stage: Stage, voice: Voice) -> FaceView | None:
    """One face for the stage: its own, else the worst of its steps; None when unknown."""
    return face_of(lowest_in(journey, stage), voice)


def compared(journey: Journey, stage: Stage, voice: Voice) -> str:
    """Whether this is the journey's lowest or highest point; empty when it is neither, or the only one known."""
    known = moments(journey)
    if len({moment.stage.id for moment in known}) < 2:
        return ""
    worst = worst_moment(journey)
    if worst and worst.stage is stage:
        return voice._("the lowest of the journey")
    best = max(known, key=lambda moment: moment.value)
    return voice._("the highest of the journey") if best.stage is stage else ""


def stands_for(stage: Stage, voice: Voice) -> str:
    """What the one number is, where nobody wrote it down: a mean of actors, or the worst of the steps."""
    emotion = stage.emotion
    if emotion is not None and emotion.value is None and len(emotion.by_actor) > 1:
        count = len(emotion.by_actor)
        return voice.language.ngettext("the mean of %(num)s person", "the mean of %(num)s people", count) % {"num": count}
    own = emotion is not None and emotion.known
    return voice._("the lowest of its steps") if not own and any(step.emotion for step in stage.steps) else ""


def actor_moods(stage: Stage, people: tuple[PersonView, ...], voice: Voice) -> tuple[ActorMood, ...]:
    """Each actor's own mood, where they are stated apart."""
    if stage.emotion is None or not stage.emotion.by_actor:
        return ()
    return tuple(ActorMood(person, face_of(stage.emotion.by_actor.get(person.id), voice)) for person in people)


def scale_view(journey: Journey, stage: Stage, voice: Voice) -> ScaleView | None:
    """The mood on its scale; None when it is unknown."""
    known = [moment.value for moment in moments(journey) if moment.stage is stage]
    if not known:
        return None
    scale, emotion = voice.atlas.handbook.scale, stage.emotion
    signed = voice.language.signed

    def percent(value: float | None) -> int | None:
        return None if value is None else round(100 * scale.position(value))

    low, high = (emotion.low, emotion.high) if emotion else (None, None)
    return ScaleView(
        round(100 * scale.position(min(known))),
        round(100 * scale.position(scale.middle)),
        percent(low),
        percent(high),
        "" if low is None else signed(low),
        "" if high is None else signed(high),
    )
