"""What differs between two versions of a stage, in words and by lane: for two states, and for a variant and its base."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from journey_site.atlas.differences import (
    Added,
    Altered,
    Changed,
    Difference,
    Removed,
    Reordered,
    journey_differences,
    of_stage,
)
from journey_site.atlas.mood import lowest_in
from journey_site.documents.journeys import Journey, Stage, Step
from journey_site.documents.values import Emotion
from journey_site.site import vocabulary
from journey_site.site.addresses import NO_LINK
from journey_site.site.language import N_
from journey_site.site.views.compare.sides import FLAGS, SideView, said, side_view
from journey_site.site.views.entries import Words, face_of
from journey_site.site.views.people.person import people_of
from journey_site.site.views.recalled import recalled
from journey_site.site.voice import Voice

_BESIDE_LANES = {
    "name": (N_("Name"), "material/format-title"),
    "summary": (N_("In short"), "material/text-short"),
    "waiting": (N_("Waiting"), "material/timer-sand"),
    "steps": (N_("Step by step"), "material/stairs"),
    "next": (N_("Where it goes from here"), "material/directions-fork"),
    "journey": (N_("Opens from here"), "material/map-outline"),
    "going": (N_("On the way"), "material/sign-direction"),
    "scenario": (N_("Scenario"), "material/text-long"),
    "trigger": (N_("Begins when"), "material/flag-outline"),
    "expectations": (N_("Expects"), "material/eye-outline"),
    "outcome": (N_("Ends well when"), "material/flag-checkered"),
    "actor": (N_("Whom it concerns"), "material/account-outline"),
    "note": (N_("Note"), "material/note-text-outline"),
    "evidence": (N_("Evidence"), "material/file-search-outline"),
}
"""What a stage or a journey says beside its lanes: name and icon."""
_WHOLE = frozenset(
    {"scenario", "trigger", "expectations", "outcome", "activities", "pains", "gains", "opportunities", "metrics", "owner"}
)
"""What stands on the journey itself."""
_FIRST = ("name", "summary", "emotion", "duration", "waiting")
_ORDER = {lane: at for at, lane in enumerate(dict.fromkeys((*_FIRST, *vocabulary.LANES, *_BESIDE_LANES)))}


@dataclass(frozen=True, slots=True)
class PairView:
    """One difference."""

    kind: str
    """``new``, ``gone`` or ``changed``."""
    before: SideView | None
    after: SideView | None
    step: Words = ""
    """The part of the stage in which it is; empty where it is the stage's own."""


@dataclass(frozen=True, slots=True)
class LaneChanges:
    """What differs in one lane of a stage."""

    lane: str
    label: Words
    icon: str
    pairs: tuple[PairView, ...]


@recalled
def journey_changes(before: Journey, after: Journey, voice: Voice) -> tuple[Difference, ...]:
    """What differs between two journeys as they are read."""
    return journey_differences(before, after, voice.atlas)


def stage_changes(
    before: Journey, after: Journey, stage: str, voice: Voice
) -> tuple[LaneChanges, ...]:
    """What differs in the stage that both journeys have, lane by lane; nothing where both say the same."""
    old, new = before.stage(stage), after.stage(stage)
    if old is None or new is None:
        return ()
    found: dict[str, list[PairView]] = {}
    within = of_stage(journey_changes(before, after, voice), stage)
    mood = _mood(before, old, after, new, within, voice)
    if mood:
        found["emotion"] = [mood]
    _Collected(before, after, voice, found).take(within)
    return _by_lane(found, after, voice)


def whole_changes(before: Journey, after: Journey, voice: Voice) -> tuple[LaneChanges, ...]:
    """What differs in what the journeys say of themselves."""
    found: dict[str, list[PairView]] = {}
    within = [each for each in journey_changes(before, after, voice) if each.field in _WHOLE]
    _Collected(before, after, voice, found).take(within)
    return _by_lane(found, after, voice)


def lane_label(lane: str, voice: Voice, journey: Journey | None = None) -> tuple[Words, str]:
    """What a lane, or what else a stage says, is called, and its icon; ``journey`` may bring lanes of its own."""
    identity = lane.removeprefix("own.")
    label, icon = vocabulary.LANES.get(lane) or _BESIDE_LANES.get(lane) or ("", "material/table-row")
    rows = (*(voice.atlas.handbook.lanes or ()), *((journey.lanes if journey else None) or ()))
    named = [each for each in rows if each.id == identity]
    words: Words = next((each.label for each in named if each.label), None) or (voice._(label) if label else identity)
    return words, next((each.icon for each in named if each.icon), None) or icon


def _by_lane(found: dict[str, list[PairView]], journey: Journey, voice: Voice) -> tuple[LaneChanges, ...]:
    lanes = sorted(found, key=lambda lane: _ORDER.get(lane, len(_ORDER)))
    return tuple(LaneChanges(lane, *lane_label(lane, voice, journey), tuple(_in_order(found[lane]))) for lane in lanes)


def _in_order(pairs: Iterable[PairView]) -> list[PairView]:
    """What is on both sides first, so that it stands side by side."""
    return sorted(pairs, key=lambda pair: {"changed": 0, "gone": 1, "new": 2}[pair.kind])


class _Collected:
    """Differences turned into pairs, by lane."""

    def __init__(self, before: Journey, after: Journey, voice: Voice, found: dict[str, list[PairView]]) -> None:
        self.before = before
        self.after = after
        self.voice = voice
        self.found = found

    def take(self, within: Sequence[Difference], steps: tuple[Words, Words] = ("", "")) -> None:
        """Put each of ``within`` into its lane; those inside a step with the step's name before or after."""
        for each in within:
            step = steps[0] if isinstance(each, Removed) else steps[1]
            if each.field == "emotion" or (step and each.field in ("name", "duration", "waiting", "summary")):
                continue
            lane = "going" if each.field in FLAGS else each.field
            if lane not in _ORDER and not lane.startswith("own."):
                continue
            if isinstance(each.before, Step) and isinstance(each, Altered):
                self._step(each)
                continue
            pair = self._pair(each, step)
            if pair is not None:
                self.found.setdefault(lane, []).append(pair)

    def _step(self, each: Altered) -> None:
        """A step that both have: what is said of it, and what stands in its lanes."""
        fields = {inner.field for inner in each.within}
        if fields & {"name", "emotion", "duration", "waiting", "summary"}:
            self.found.setdefault("steps", []).append(self._both(each, fields))
        self.take(each.within, (each.before.name, each.after.name))

    def _pair(self, each: Difference, step: Words) -> PairView | None:
        match each:
            case Added():
                return PairView("new", None, side_view(each.after, self.after, each.field, self.voice), step)
            case Removed():
                return PairView("gone", side_view(each.before, self.before, each.field, self.voice), None, step)
            case Altered():
                both = self._both(each, {inner.field for inner in each.within}, step)
                return None if both.before == both.after else both
            case Changed():
                return self._value(each, step)
            case Reordered():
                words = SideView(self.voice._("in another order"))
                return PairView("changed", None, words, step) if each.field == "steps" else None
        return None

    def _both(self, each: Altered, fields: set[str], step: Words = "") -> PairView:
        before = side_view(each.before, self.before, each.field, self.voice, fields)
        after = side_view(each.after, self.after, each.field, self.voice, fields)
        silent = {"note", "evidence", "confidence", "tags", "url", "image", "solves", "actor"}
        if before == after and fields & silent:
            after = SideView(after.words, after.link, after.face, (self.voice._("other details"),), after.owner)
        return PairView("changed", before, after, step)

    def _value(self, each: Changed, step: Words) -> PairView | None:
        before, after = (said(value, each.field, self.voice) for value in (each.before, each.after))
        if before == after:
            return None
        return PairView("changed" if before and after else "new" if after else "gone", before, after, step)


def _mood(
    before: Journey, old: Stage, after: Journey, new: Stage, within: Sequence[Difference], voice: Voice
) -> PairView | None:
    """How it feels on both sides, where that differs: the number, the spread, or each actor's own."""
    felt = lowest_in(before, old), lowest_in(after, new)
    if felt[0] == felt[1] and not any(each.field == "emotion" for each in within):
        return None
    one = _felt(felt[0], tuple(_apart(old.emotion, new.emotion, before, voice)), voice)
    other = _felt(felt[1], tuple(_apart(new.emotion, old.emotion, after, voice)), voice)
    return PairView("changed", one, other) if one != other else None


def _felt(value: float | None, facts: tuple[Words, ...], voice: Voice) -> SideView:
    face = face_of(value, voice)
    return SideView("" if face else voice._("unknown"), NO_LINK, face, facts)


def _apart(here: Emotion | None, there: Emotion | None, journey: Journey, voice: Voice) -> Iterator[Words]:
    """What one emotion says besides its value that the other does not."""
    if here is None:
        return
    signed = voice.language.signed
    known = there.by_actor if there else {}
    for person in people_of(journey, voice):
        if person.id in here.by_actor and here.by_actor[person.id] != known.get(person.id):
            yield f"{person.short} {signed(here.by_actor[person.id])}"
    if here.low is not None and here.high is not None and (there is None or (here.low, here.high) != (there.low, there.high)):
        yield voice._("between %(low)s and %(high)s") % {"low": signed(here.low), "high": signed(here.high)}
    if here.note and (there is None or here.note != there.note):
        yield here.note


__all__ = ["LaneChanges", "PairView", "SideView", "journey_changes", "lane_label", "stage_changes", "whole_changes"]
