"""One stage in two states of a journey: how it feels in each, and everything that differs."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.atlas.mood import lowest_in
from journey_site.atlas.states import StatePair
from journey_site.atlas.ways import order_of
from journey_site.site.addresses import NO_LINK, Link
from journey_site.site.views.compare.changes import LaneChanges, stage_changes, whole_changes
from journey_site.site.views.entries import FaceView, Words
from journey_site.site.views.stage.moods import stage_face
from journey_site.site.voice import Voice


@dataclass(frozen=True, slots=True)
class StageChange:
    """What differs in one stage."""

    id: str
    """Empty for what the journeys say of themselves."""
    name: Words
    number: int | None
    """The stage's number in the later state."""
    before: FaceView | None
    after: FaceView | None
    before_link: Link
    after_link: Link
    """Where the stage stands in each state; no link where it does not."""
    only: str
    """``before`` or ``after`` where one state alone has it; else empty."""
    mood: str
    """Whether it feels ``better`` or ``worse``; empty when the same, or unknown."""
    lanes: tuple[LaneChanges, ...]
    count: int
    """How many differences there are."""


def whole_change(pair: StatePair, voice: Voice) -> StageChange:
    """The two journeys themselves, without their stages."""
    lanes = whole_changes(pair.before, pair.after, voice)
    before, after = voice.link_to("journeys", pair.before), voice.link_to("journeys", pair.after)
    count = sum(len(lane.pairs) for lane in lanes)
    return StageChange("", voice._("The journey itself"), None, None, None, before, after, "", "", lanes, count)


def stage_change(identity: str, pair: StatePair, voice: Voice) -> StageChange:
    """The stage of that id in both states of ``pair``."""
    before, after = pair.before, pair.after
    old, new = before.stage(identity), after.stage(identity)
    lanes = stage_changes(before, after, identity, voice)
    numbered = new is not None and order_of(after, voice.atlas) in ("linear", "cyclic")
    named = new or old
    assert named is not None  # the id is one of theirs
    felt = [lowest_in(journey, stage) if stage else None for journey, stage in ((before, old), (after, new))]
    mood = ""
    if felt[0] is not None and felt[1] is not None and felt[0] != felt[1]:
        mood = "better" if felt[1] > felt[0] else "worse"
    return StageChange(
        identity,
        named.name,
        after.stages.index(new) + 1 if new and numbered else None,
        stage_face(before, old, voice) if old else None,
        stage_face(after, new, voice) if new else None,
        voice.stage_link(before, old) if old else NO_LINK,
        voice.stage_link(after, new) if new else NO_LINK,
        "" if old and new else "before" if old else "after",
        mood,
        lanes,
        sum(len(lane.pairs) for lane in lanes),
    )
