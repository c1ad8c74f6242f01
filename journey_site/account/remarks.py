"""What is said of a thing or stage as a whole: what it holds, why it is gone, what would keep its address."""

from __future__ import annotations

from journey_site.account.in_short import field_label
from journey_site.account.pair import Pair
from journey_site.documents.documents import KINDS
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.lanes import KNOWN_LANES
from journey_site.documents.things import Thing
from journey_site.site.voice import Voice


def holds(thing: Thing, voice: Voice) -> tuple[str, ...]:
    if isinstance(thing, Journey):
        return (f"{len(thing.stages)} {'stage' if len(thing.stages) == 1 else 'stages'}: {', '.join(voice.words(each.name) for each in thing.stages)}",)
    return (voice.words(thing.summary),) if thing.summary else ()


def lanes_of(stage: Stage, voice: Voice, *, is_gone: bool = False) -> tuple[str, ...]:
    """What a stage holds, lane by lane, in numbers."""
    found: list[str] = []
    for lane in KNOWN_LANES:
        value = getattr(stage, lane, None)
        if value:
            label = field_label(lane, voice)
            found.append(f"{label} ({len(value)})" if isinstance(value, tuple) else label)
    return (f"{'it held' if is_gone else 'it holds'}: {', '.join(found)}",) if found else ()


def gone(pair: Pair, kind: str, identity: str) -> tuple[str, ...]:
    """Why it is gone, and what would keep its address."""
    there = pair.sides[1].everything.table(kind).get(identity)
    if pair.sides[1].open and there is not None and there.publish == "draft":
        return ("it is a draft now, so its pages are gone until it is published",)
    for thing in pair.after.table(kind).values():
        if identity in thing.was:
            return (f'it went into "{thing.id}", where its old address leads',)
    if kind in KINDS:
        return (f"to keep the old address working, leave it with publish: retired, or write was: [{identity}] in what takes its place",)
    return ()


def stage_gone(journey: Journey, identity: str) -> tuple[str, ...]:
    for stage in journey.stages:
        if identity in stage.was:
            return (f'it went into "{stage.id}", where its old address leads',)
    return (f"to keep the old address working, write was: [{identity}] in the stage that takes its place",)


def emptied(stage: Stage, journey: Journey, voice: Voice) -> str:
    """Why a stage that nobody writes is there all the same, and how to take it away."""
    model = voice.atlas.find(journey.model)
    named = f"“{voice.words(model.name)}”" if model else "of the journey"
    return f"its page stays, without a word on it, because the stage model {named} has the stage; remove: [{stage.id}] in the journey takes it off the map"


def was_draft(pair: Pair, kind: str, identity: str) -> tuple[str, ...]:
    there = pair.sides[0].everything.table(kind).get(identity)
    return ("it was a draft before",) if pair.sides[0].open and there is not None and there.publish == "draft" else ()


def write_was(old: str) -> str:
    """What keeps the address of what has another id now."""
    return f"to keep the old address working, write was: [{old}] in it"
