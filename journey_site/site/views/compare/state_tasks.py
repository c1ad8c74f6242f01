"""What must change from one state of a journey to the other, by who answers for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journey_site.atlas.states import StatePair
from journey_site.documents.items import Opportunity
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.values import Owner, Text
from journey_site.site.addresses import Link
from journey_site.site.language import N_
from journey_site.site.views.compare.changes import PairView
from journey_site.site.views.compare.stage_change import StageChange
from journey_site.site.views.entries import OwnerView, Words, owner_view
from journey_site.site.voice import Voice

_BY_US = frozenset(
    {
        "our_goal", "duration", "waiting", "touchpoints", "content", "evidence_shown", "frontstage", "backstage",
        "support", "activities", "metrics", "steps", "journey", "owner", "departments",
    }
)  # fmt: skip
"""Lanes in which we do something; what customers think, feel and do in the others follows from it."""
_OPEN = (None, "idea", "planned", "doing")
_ENDED = ("pains", "opportunities")
"""What is gone of these had to be solved and done."""
_ANCHORS = {"waiting": "duration", "journey": "", "departments": "owner"}
"""Where on a stage's page a lane is found that has no section of its name."""
_VERBS = {"new": N_("add"), "changed": N_("change"), "gone": N_("not there")}
_FOUND = {"new": N_("new"), "changed": N_("other"), "gone": N_("gone")}
"""The same where the later state is how it turned out."""


@dataclass(frozen=True, slots=True)
class TaskView:
    """One thing that must become different."""

    verb: str
    """What to do with it, in a word: add, drop, change; solve, do."""
    kind: str
    """``new``, ``gone`` or ``changed``."""
    icon: str
    lane: Words
    pair: PairView
    stage: Words
    link: Link
    """The lane on the page of the stage where it is written."""
    person: str
    """Who in the department; empty when nobody is named."""
    rank: int
    """What comes first: what hurts, what was meant to be done, what is new, what changes, what goes."""


@dataclass(frozen=True, slots=True)
class OwnerTasks:
    """What one owner has to see to; ``owner`` is None for what has none."""

    owner: OwnerView | None
    tasks: tuple[TaskView, ...]


def owner_tasks(pair: StatePair, stages: tuple[StageChange, ...], voice: Voice) -> tuple[OwnerTasks, ...]:
    """The tasks by owner, those with most of them first; what has no owner comes last."""
    owners: dict[str, OwnerView | None] = {}
    tasks: dict[str, list[TaskView]] = {}
    for stage in stages:
        for task, owner in _tasks(pair, stage, voice):
            key = (owner.link.uri or (owner.words if isinstance(owner.words, str) else voice.words(owner.words))) if owner else ""
            owners.setdefault(key, owner and OwnerView(owner.words, owner.link, owner.colour))
            tasks.setdefault(key, []).append(task)
    order = sorted(tasks, key=lambda key: (not key, -len(tasks[key])))
    return tuple(OwnerTasks(owners[key], tuple(sorted(tasks[key], key=lambda task: task.rank))) for key in order)


def _tasks(pair: StatePair, stage: StageChange, voice: Voice) -> Iterator[tuple[TaskView, OwnerView | None]]:
    """What must become different in ``stage``, each with who answers: for the entry, else the stage, else the journey."""
    old, new = pair.before.stage(stage.id), pair.after.stage(stage.id)
    its = _owner(pair.after, new) or _owner(pair.before, old)
    looks_back = pair.after.state == "actual"
    if stage.only:
        whole = PairView("new" if new else "gone", None, None)
        link = stage.after_link or stage.before_link
        lane: tuple[str, Words, str] = ("", voice._("Stage"), "material/flag-variant-outline")
        yield _task(lane, whole, stage, link, "", voice, looks_back=looks_back), owner_view(its, voice)
    done = {item.text for item in _opportunities(old) if item.status not in _OPEN}
    for its_lane in stage.lanes:
        name = its_lane.lane
        for each in its_lane.pairs:
            if not _is_task(name, each, done):
                continue
            side = each.after or each.before
            owner = (side.owner if side and name != "owner" else None) or owner_view(its, voice)
            page = stage.before_link if each.kind == "gone" else stage.after_link
            anchor = "" if not stage.id else "steps" if each.step else _ANCHORS.get(name, name.removeprefix("own."))
            lane = (name, its_lane.label, its_lane.icon)
            person = owner.person if owner else ""
            yield _task(lane, each, stage, Link(page.uri, anchor), person, voice, looks_back=looks_back), owner


def _task(
    lane: tuple[str, Words, str], pair: PairView, stage: StageChange, link: Link, person: str, voice: Voice, *, looks_back: bool
) -> TaskView:
    identity, label, icon = lane
    verb = _verb(identity, pair.kind, voice, looks_back=looks_back)
    rank = _ENDED.index(identity) if identity in _ENDED else 2 + list(_VERBS).index(pair.kind)
    return TaskView(verb, pair.kind, icon, label, pair, stage.name, link, person, rank)


def _verb(lane: str, kind: str, voice: Voice, *, looks_back: bool) -> str:
    if looks_back:
        return voice._(_FOUND[kind])
    return {"pains": voice._("solve"), "opportunities": voice._("do")}.get(lane) or voice._(_VERBS[kind])


def _is_task(lane: str, pair: PairView, done: set[Text | None]) -> bool:
    """Whether somebody of ours has something to do about it; the rest follows from what they do."""
    if lane in _ENDED:
        return pair.kind == "gone" and pair.before is not None and pair.before.words not in done
    if lane == "steps" and pair.before and pair.after:
        return pair.before.words != pair.after.words
    if lane == "owner":
        return pair.after is not None
    return lane in _BY_US or lane.startswith("own.")


def _owner(journey: Journey, stage: Stage | None) -> Owner | None:
    return (stage.owner if stage else None) or journey.owner


def _opportunities(stage: Stage | None) -> Iterator[Opportunity]:
    for part in (stage, *stage.steps) if stage else ():
        yield from part.opportunities
