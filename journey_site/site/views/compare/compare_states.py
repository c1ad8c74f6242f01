"""Two states of one journey on a page: both curves, what must change and who answers for it, every difference."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journey_site.atlas.differences import merged_order
from journey_site.atlas.mood import lowest_in
from journey_site.atlas.states import StatePair, state_pairs
from journey_site.atlas.time import total_time
from journey_site.documents.journeys import Journey
from journey_site.site import vocabulary
from journey_site.site.addresses import Link, compare_state_uri
from journey_site.site.language import N_
from journey_site.site.views.compare.overlay import overlaid
from journey_site.site.views.compare.stage_change import StageChange, stage_change, whole_change
from journey_site.site.views.compare.state_tasks import OwnerTasks, owner_tasks
from journey_site.site.views.entries import Labelled, Words
from journey_site.site.views.map.curves import CurveView
from journey_site.site.views.people.person import PersonView, people_of
from journey_site.site.views.recalled import recalled
from journey_site.site.voice import Voice

_EARLIER_COLOUR = "var(--journey-line-2)"


@dataclass(frozen=True, slots=True)
class OtherState:
    """Another state of a journey, and the page where both are compared."""

    journey: Labelled
    page: Link


@dataclass(frozen=True, slots=True)
class StateView:
    """One of the two states."""

    name: str
    """What it is called on the page: ``as it is today``, else the journey's title."""
    journey: Labelled
    time: str
    """Its total time; empty when it cannot be told."""


@dataclass(frozen=True, slots=True)
class CompareStatesView:
    """Everything on the page that compares two states."""

    title: Words
    people: tuple[PersonView, ...]
    before: StateView
    after: StateView
    lead: str
    """Which two states these are, as a sentence."""
    verdict: tuple[str, ...]
    curve: CurveView | None
    stages: tuple[StageChange, ...]
    """Every stage of either, in order."""
    changes: tuple[StageChange, ...]
    """Those that differ, after what differs in the journeys themselves."""
    same: tuple[Labelled, ...]
    """Stages that say the same in both."""
    tasks_title: str
    owners: tuple[OwnerTasks, ...]
    colour: str


@recalled
def _pairs_by_journey(voice: Voice) -> dict[str, tuple[StatePair, ...]]:
    found: dict[str, tuple[StatePair, ...]] = {}
    for pair in state_pairs(voice.atlas):
        for journey in (pair.before, pair.after):
            found[journey.id] = (*found.get(journey.id, ()), pair)
    return found


def other_states(journey: Journey, voice: Voice) -> tuple[OtherState, ...]:
    """The other states of ``journey``, whichever of the two names the other."""
    found = []
    for pair in _pairs_by_journey(voice).get(journey.id, ()):
        other = pair.after if pair.before is journey else pair.before
        found.append(OtherState(Labelled(other.name, voice.link_to("journeys", other)), Link(compare_state_uri(pair.at))))
    return tuple(found)


def state_names(pair: StatePair, voice: Voice) -> tuple[str, str]:
    """What the two are called: by their state, or by their titles where that does not tell them apart."""
    before, after = pair.before, pair.after
    if before.state and after.state and before.state != after.state:
        return voice._(vocabulary.STATES[before.state]), voice._(vocabulary.STATES[after.state])
    return voice.words(before.name), voice.words(after.name)


def compare_states_view(pair: StatePair, voice: Voice) -> CompareStatesView:
    """The page that compares the two states of ``pair``."""
    before, after = pair.before, pair.after
    names = state_names(pair, voice)
    order = merged_order([stage.id for stage in before.stages], [stage.id for stage in after.stages])
    everything = tuple(stage_change(identity, pair, voice) for identity in order)
    whole = whole_change(pair, voice)
    stages = tuple(stage for stage in (whole, *everything) if stage.count or stage.only)
    people = people_of(before, voice)
    colour = people[0].colour if people else ""
    curve = overlaid(
        ((before, names[0], _EARLIER_COLOUR), (after, names[1], colour or "var(--journey-accent)")), order, voice
    )
    owners = owner_tasks(pair, stages, voice)
    looks_back = after.state == "actual"
    return CompareStatesView(
        title=before.name,
        people=people,
        before=_state(before, names[0], voice),
        after=_state(after, names[1], voice),
        lead=voice._("Two states of one journey: %(before)s, and %(after)s.") % {"before": names[0], "after": names[1]},
        verdict=tuple(_verdict(pair, everything, owners, voice)),
        curve=curve,
        stages=everything,
        changes=tuple(stage for stage in stages if stage.count),
        same=tuple(Labelled(stage.name, stage.after_link) for stage in everything if stage not in stages),
        tasks_title=voice._("What turned out differently, by owner") if looks_back else voice._("What must change, by owner"),
        owners=owners,
        colour=colour,
    )


def _state(journey: Journey, name: str, voice: Voice) -> StateView:
    return StateView(name, Labelled(journey.name, voice.link_to("journeys", journey)), voice.duration(total_time(journey)))


def _verdict(
    pair: StatePair, stages: tuple[StageChange, ...], owners: tuple[OwnerTasks, ...], voice: Voice
) -> Iterator[str]:
    _, ngettext, number = voice._, voice.language.ngettext, voice.language.number
    both = [stage for stage in stages if stage.before and stage.after]
    for mood, one, many in (
        ("better", N_("Feels better in %(num)s of %(count)s stage"), N_("Feels better in %(num)s of %(count)s stages")),
        ("worse", N_("Feels worse in %(num)s of %(count)s stage"), N_("Feels worse in %(num)s of %(count)s stages")),
    ):
        found = [stage for stage in both if stage.mood == mood]
        if not found:
            continue
        most = max(found, key=lambda stage: abs(_felt(pair.after, stage) - _felt(pair.before, stage)))
        assert most.before and most.after
        words = ngettext(one, many, len(stages)) % {"num": number(len(found)), "count": number(len(stages))}
        name = most.name if isinstance(most.name, str) else voice.words(most.name)
        told = {"what": words, "stage": name, "before": most.before.value, "after": most.after.value}
        yield _("%(what)s, most in %(stage)s: from %(before)s to %(after)s.") % told
    count = sum(len(each.tasks) for each in owners)
    named = [each for each in owners if each.owner]
    if count:
        things = ngettext("%(num)s thing is to change", "%(num)s things are to change", count) % {"num": number(count)}
        if pair.after.state == "actual":
            things = ngettext("%(num)s thing is different", "%(num)s things are different", count) % {"num": number(count)}
        who = ngettext("%(num)s owner", "%(num)s owners", len(named)) % {"num": number(len(named))}
        alone = sum(len(each.tasks) for each in owners if not each.owner)
        told = {"things": things, "who": who, "alone": number(alone)}
        if not named:
            yield _("%(things)s, none with an owner.") % told
        elif alone:
            yield _("%(things)s, with %(who)s; %(alone)s without an owner.") % told
        else:
            yield _("%(things)s, with %(who)s.") % told
    elif not any(stage.count or stage.only for stage in stages):
        yield _("Both say the same, stage by stage.")


def _felt(journey: Journey, stage: StageChange) -> float:
    found = journey.stage(stage.id)
    return (lowest_in(journey, found) if found else None) or 0.0
