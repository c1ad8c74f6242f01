"""What a variant says otherwise than the journey it is built on, on its map and on each of its stages."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from journey_site.atlas.differences import Difference
from journey_site.documents.journeys import Journey, Stage
from journey_site.site import vocabulary
from journey_site.site.addresses import NO_LINK, Link
from journey_site.site.language import N_
from journey_site.site.views.compare.changes import LaneChanges, journey_changes, lane_label, stage_changes
from journey_site.site.views.entries import Labelled, Words
from journey_site.site.views.recalled import recalled
from journey_site.site.voice import Voice

UNFOLDED = 8
"""More lanes than this that differ are folded away on the map."""
_WHOLE = {
    "persona": N_("whose journey it is"),
    "actors": N_("whose journey it is"),
    "model": N_("Model"),
    "scenario": N_("Scenario"),
    "trigger": N_("Begins when"),
    "expectations": N_("Expects"),
    "outcome": N_("Ends well when"),
    "owner": N_("Owner"),
    "paths": N_("Paths"),
    "activities": N_("What we do"),
    "pains": N_("Pains"),
    "gains": N_("Gains"),
    "opportunities": N_("Opportunities"),
    "metrics": N_("Metrics"),
}
"""What stands on the journey itself and may differ, as its map calls it."""


@dataclass(frozen=True, slots=True)
class VariantStage:
    """A stage that differs, and in what."""

    name: Words
    link: Link
    lanes: tuple[Words, ...]
    """The lanes that differ; none where the base has no such stage."""


@dataclass(frozen=True, slots=True)
class VariantView:
    """What differs from the journey that this one extends."""

    base: Labelled
    words: str
    """How many stages differ, as a sentence."""
    stages: tuple[VariantStage, ...]
    inherited: tuple[Labelled, ...]
    """Stages that say what the base says."""
    removed: tuple[Labelled, ...]
    """Stages of the base that this one leaves out."""
    whole: tuple[str, ...]
    """What differs of the journey itself: its scenario, its owner."""
    folded: bool
    """Whether it is long enough to be folded away."""


@dataclass(frozen=True, slots=True)
class VariantLane:
    """A lane of one stage that differs, and how."""

    label: Words
    link: Link
    """The lane on this page; none where it has no place of its own."""
    how: str
    """``2 added, 1 left out``; ``−1.8, there −0.5``."""


@dataclass(frozen=True, slots=True)
class StageVariantView:
    """What one stage says otherwise than the same stage of the journey it is built on."""

    base: Labelled
    """The journey that is extended, with the page of this stage in it; its own page where it has no such stage."""
    own: bool
    """Whether the base has no such stage."""
    same: bool
    """Whether it says all that the base says, and nothing else."""
    lanes: tuple[VariantLane, ...]
    inherited: tuple[Words, ...]
    """The lanes that say what the base says."""


def _base(journey: Journey, voice: Voice) -> Journey | None:
    """The journey that this one is a variant of; None where there is none to see."""
    base = voice.atlas.journeys.get(journey.extends) if journey.extends else None
    return base if base is not journey else None


@recalled
def variant_view(journey: Journey, voice: Voice) -> VariantView | None:
    """What differs from the journey that this one extends; None where it extends none that is to be seen."""
    base = _base(journey, voice)
    if base is None:
        return None
    differing: list[VariantStage] = []
    inherited: list[Labelled] = []
    for stage in journey.stages:
        link = voice.stage_link(journey, stage)
        lanes = tuple(change.label for change in stage_changes(base, journey, stage.id, voice))
        if lanes or base.stage(stage.id) is None:
            differing.append(VariantStage(stage.name, link, lanes))
        else:
            inherited.append(Labelled(stage.name, link))
    kept = {stage.id for stage in journey.stages}
    return VariantView(
        Labelled(base.name, voice.link_to("journeys", base)),
        _how_many(len(differing), len(journey.stages), voice),
        tuple(differing),
        tuple(inherited),
        tuple(Labelled(stage.name, voice.stage_link(base, stage)) for stage in base.stages if stage.id not in kept),
        _whole(journey_changes(base, journey, voice), voice),
        sum(len(stage.lanes) for stage in differing) > UNFOLDED,
    )


def _how_many(differing: int, count: int, voice: Voice) -> str:
    if not differing:
        return voice._("Every stage is as it is there.")
    words = voice.language.ngettext("%(num)s of %(count)s stage differs.", "%(num)s of %(count)s stages differ.", count)
    return words % {"num": voice.language.number(differing), "count": voice.language.number(count)}


def _whole(found: tuple[Difference, ...], voice: Voice) -> tuple[str, ...]:
    fields = dict.fromkeys(each.field for each in found)
    return tuple(dict.fromkeys(voice._(_WHOLE[field]) for field in fields if field in _WHOLE))


def stage_variant_view(journey: Journey, stage: Stage, voice: Voice) -> StageVariantView | None:
    """What ``stage`` says otherwise than in the base; None where the journey is no variant."""
    base = _base(journey, voice)
    if base is None:
        return None
    there = base.stage(stage.id)
    page = voice.stage_link(base, there) if there else voice.link_to("journeys", base)
    changes = stage_changes(base, journey, stage.id, voice)
    differing = {change.lane for change in changes}
    inherited = [lane for lane in vocabulary.LANES if lane not in differing and _says(stage, lane)] if there else []
    return StageVariantView(
        Labelled(base.name, page),
        there is None,
        there is not None and not changes,
        tuple(VariantLane(change.label, _anchor(change.lane, stage), _how(change, voice)) for change in changes),
        tuple(lane_label(lane, voice, journey)[0] for lane in inherited) if changes else (),
    )


def _says(stage: Stage, lane: str) -> bool:
    """Whether anything stands in a lane of the stage or of its steps."""
    return any(getattr(part, lane) for part in (stage, *stage.steps))


def _anchor(lane: str, stage: Stage) -> Link:
    """Where the lane stands on the stage's page."""
    if lane in ("emotion", "owner"):
        return Link(anchor=lane)
    if lane in ("duration", "waiting"):
        return Link(anchor="duration") if stage.duration or stage.waiting else NO_LINK
    if lane.startswith("own."):
        identity = lane.removeprefix("own.")
        return Link(anchor=identity) if stage.own.get(identity) else NO_LINK
    if lane in vocabulary.LANES and lane != "departments" and getattr(stage, lane):
        return Link(anchor=lane)
    return Link(anchor="steps") if stage.steps and (lane == "steps" or (lane in vocabulary.LANES and _says(stage, lane))) else NO_LINK


_COUNTED = (
    ("new", N_("%(num)s added"), N_("%(num)s added")),
    ("changed", N_("%(num)s changed"), N_("%(num)s changed")),
    ("gone", N_("%(num)s left out"), N_("%(num)s left out")),
)
_SINGLE = ("name", "summary", "goal", "our_goal", "moment_of_truth", "owner", "note")


def _how(change: LaneChanges, voice: Voice) -> str:
    """How a lane differs, in a few words."""
    pair = change.pairs[0]
    if change.lane in _SINGLE and not pair.step:
        if change.lane == "owner":
            return voice._("another")
        return voice._({"new": N_("only here"), "gone": N_("left out"), "changed": N_("other words")}[pair.kind])
    if change.lane in ("emotion", "duration", "waiting") and pair.before and pair.after:
        here, there = (
            side.face.value if side.face else side.words if isinstance(side.words, str) else voice.words(side.words)
            for side in (pair.after, pair.before)
        )
        return voice._("%(here)s, there %(there)s") % {"here": here, "there": there} if here != there else voice._("another spread")
    counts = Counter(each.kind for each in change.pairs)
    number = voice.language.number
    said = [
        voice.language.ngettext(one, many, counts[kind]) % {"num": number(counts[kind])}
        for kind, one, many in _COUNTED
        if counts[kind]
    ]
    return ", ".join(said)


__all__ = ["StageVariantView", "VariantLane", "VariantStage", "VariantView", "stage_variant_view", "variant_view"]
