"""The worst experience has an opportunity that somebody answers for.

Looks for the lowest value along the journey, of stages, steps, all actors and touchpoints. When it lies
below the middle of the scale, its stage should have an opportunity that is open (neither done nor dropped)
and has an owner of its own. One that stands elsewhere and ``solves`` a pain of that stage counts too.
Where no value is stated, it cannot be said.

Why: people remember a journey by its worst moment and by its end. Nothing else we mend counts as much.

Good::

    title: Buys a bicycle
    stages:
      wait: {emotion: -2, opportunities: [{text: Say on which day it comes, owner: {name: Eva Ek}}]}
      ride: {emotion: 2}

Bad::

    title: Buys a bicycle
    stages:
      wait: {emotion: -2, opportunities: [{text: Say on which day it comes}]}
      ride: {emotion: 2}
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journey_site.atlas.atlas import Atlas
from journey_site.atlas.mood import moments
from journey_site.documents.items import Opportunity, TouchpointUse
from journey_site.documents.journeys import Journey, Stage
from journey_site.rules.finding import Question, Said, Verdict
from journey_site.rules.questions.stages import others, shared_touchpoint
from journey_site.sentence import N_, Felt, Sentence

_CLOSED = ("done", "dropped")


@dataclass(frozen=True, slots=True)
class _Low:
    """A value somewhere along the journey."""

    value: float
    stage: Stage
    touchpoint: TouchpointUse | None = None


def check(journey: Journey, atlas: Atlas) -> Said:
    """What is done about the lowest moment; of several equally low ones, the one with the least done about it."""
    every = list(_values(journey))
    lowest = min((low.value for low in every), default=None)
    if lowest is None:
        found = Sentence(N_("Nobody has stated how it feels"))
        return Said(Verdict.UNSAID, found, Sentence(N_("Write emotion: where you know it")))
    if lowest >= atlas.handbook.scale.middle:
        return Said(Verdict.MET, Sentence(N_("Nothing feels worse than neutral")))
    said = [_about(low, journey, atlas) for low in every if low.value == lowest]
    return next((each for each in said if each.verdict is Verdict.WANTING), said[0])


def _values(journey: Journey) -> Iterator[_Low]:
    for actor in (None, *journey.personas):
        yield from (_Low(moment.value, moment.stage) for moment in moments(journey, actor))
    for stage in journey.stages:
        for use in stage.all_in("touchpoints"):
            if use.experience is not None:
                yield _Low(use.experience, stage, use)


def _about(low: _Low, journey: Journey, atlas: Atlas) -> Said:
    stage, chances = low.stage, list(_chances(low.stage, journey))
    still = [chance for chance in chances if chance.status not in _CLOSED]
    owner = next((chance.owner for chance in still if chance.owner), None)
    told: dict[str, object] = {"worst": _named(low, atlas)}
    if owner is not None:
        told["owner"] = atlas.find(owner.department) or owner.name or owner.contact
        found = Sentence(N_("The worst is %(worst)s; %(owner)s answers for what could help"), told)
        return Said(Verdict.MET, found, fulfilled=(stage,))
    if still:
        found = Sentence(N_("The worst is %(worst)s; what could help there has no owner"), told)
        todo = Sentence(N_("Agree on who answers for it, and write that as its owner"))
    elif chances:
        found = Sentence(N_("The worst is %(worst)s; every opportunity there is done or dropped"), told)
        todo = Sentence(N_("Ask customers whether it helped, and write down what comes next"))
    else:
        found = Sentence(N_("The worst is %(worst)s; there is no opportunity"), told)
        todo = Sentence(N_("Write down what could help, with an owner"))
    return Said(Verdict.WANTING, found, todo, (stage,))


def _chances(stage: Stage, journey: Journey) -> Iterator[Opportunity]:
    """The opportunities of ``stage``, then those that stand elsewhere and would end one of its pains."""
    yield from stage.all_in("opportunities")
    pains = {pain.id for pain in stage.all_in("pains") if pain.id}
    elsewhere = (each for other in others(journey, (stage,)) for each in other.all_in("opportunities"))
    for chance in (*journey.opportunities, *elsewhere):
        if pains.intersection(chance.solves):
            yield chance


def _named(low: _Low, atlas: Atlas) -> Sentence:
    told: dict[str, object] = {"stage": low.stage, "value": Felt(low.value)}
    if low.touchpoint is not None:
        touchpoint = shared_touchpoint(low.touchpoint, atlas) or low.touchpoint.name
        if touchpoint:
            return Sentence(N_("%(touchpoint)s in %(stage)s (%(value)s)"), {**told, "touchpoint": touchpoint})
    return Sentence(N_("%(stage)s (%(value)s)"), told)


RULE = Question(
    "worst-experience-has-opportunity",
    N_("Does somebody work on the worst experience?"),
    N_("Worst experience"),
    N_("People remember a journey by its worst moment and by its end. Nothing else we mend counts as much."),
    check,
)
