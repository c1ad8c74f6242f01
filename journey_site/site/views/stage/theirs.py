"""What one stage asks of a department: its things there, by lane, to be read before the rest of the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from journey_site.site.addresses import Link
from journey_site.site.views.entries import EntryView, FaceView, OpportunityView, Words
from journey_site.site.views.map.cells import UsedView, entry_of
from journey_site.site.views.stage.lanes import LanesView, StepView
from journey_site.site.views.used import ContentView, MetricView, TouchpointView


@dataclass(frozen=True, slots=True)
class TheirThing:
    """One thing of theirs, with where it stands on the page."""

    words: Words
    link: Link
    face: FaceView | None = None
    """How it is felt, where somebody says so."""
    state: str = ""
    """How far it has come, or how a number stands against its target; empty: not stated."""
    state_label: str = ""


@dataclass(frozen=True, slots=True)
class TheirLane:
    """What they have to do with in one lane of the stage and of its steps."""

    heading: Words
    things: tuple[TheirThing, ...]


def theirs_of(
    lanes: LanesView, steps: Iterable[StepView], headings: Mapping[str, Words]
) -> dict[str, tuple[TheirLane, ...]]:
    """By department, what stands on the page in its name, in the page's order."""
    found: dict[str, dict[str, list[TheirThing]]] = {}
    labels = dict(headings)

    def note(whose: Iterable[str] | None, lane: str, thing: TheirThing) -> None:
        for identity in whose or ():
            found.setdefault(identity, {}).setdefault(lane, []).append(thing)

    for part, below in ((lanes, ""), *((step.lanes, f"step-{step.id}") for step in steps)):
        labels |= {own.id: own.label for own in part.own}
        if part.our_goal:
            note(part.promised_by, "our_goal", TheirThing(part.our_goal, Link(anchor=below or "our_goal")))
        for lane, view in part.views():
            note(entry_of(view).departments, lane, _thing(view, below or lane))
    return {
        identity: tuple(TheirLane(labels[lane], tuple(things)) for lane, things in by_lane.items())
        for identity, by_lane in found.items()
    }


def _thing(view: EntryView | UsedView, section: str) -> TheirThing:
    entry = entry_of(view)
    link = Link(anchor=entry.anchor or section)
    match view:
        case TouchpointView():
            return TheirThing(entry.words, link, view.face)
        case ContentView():
            return TheirThing(entry.words, link, state=view.status, state_label=view.status_label)
        case MetricView():
            return TheirThing(entry.words, link, state=view.verdict, state_label=view.verdict_label)
        case OpportunityView():
            return TheirThing(entry.words, link, state=entry.status, state_label=entry.status_label)
    return TheirThing(entry.words, link)
