"""The same touchpoint, rated differently in different stages: told, and nobody's mistake.

Looks at the ``experience`` of shared touchpoints that are rated in more than one stage. That one differs is
no fault, since the same invoice may frighten at first and reassure later: it is worth a look, is never
counted as wanting, and never fails a check. Of several ratings in one stage the lowest counts.

Why: where the same thing is felt so differently, one stage can learn from the other.

Good::

    title: Buys a bicycle
    stages:
      compare: {touchpoints: [{touchpoint: shop, experience: 1}]}
      ride: {touchpoints: [{touchpoint: shop, experience: 1}]}

Worth a look::

    title: Buys a bicycle
    stages:
      compare: {touchpoints: [{touchpoint: shop, experience: -1.5}]}
      ride: {touchpoints: [{touchpoint: shop, experience: 0.5}]}
"""

from __future__ import annotations

from journey_site.atlas.atlas import Atlas
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.things import Touchpoint
from journey_site.rules.finding import Question, Said, Verdict
from journey_site.rules.questions.stages import NAMED, in_order, shared_touchpoint
from journey_site.sentence import N_, NN_, Felt, Sentence, counted

_TOLD = 3
"""How many touchpoints are told one by one, those furthest apart first."""

Ratings = dict[str, tuple[Stage, float]]
"""How one touchpoint is felt, by stage."""


def check(journey: Journey, atlas: Atlas) -> Said:
    """Which touchpoints are felt differently along the way."""
    rated = [each for each in _ratings(journey, atlas) if len(each[1]) > 1]
    if not rated:
        return Said(Verdict.UNSAID, Sentence(N_("No touchpoint is rated in more than one stage")))
    differing = sorted((each for each in rated if _apart(each[1])), key=lambda each: -_apart(each[1]))
    stages = in_order(journey, (stage for _, ratings in (differing or rated) for stage, _ in ratings.values()))
    if not differing:
        forms = NN_(
            "One touchpoint recurs, and feels the same each time",
            "%(num)s touchpoints recur, and each feels the same every time",
        )
        return Said(Verdict.MET, counted(forms, len(rated)), fulfilled=stages)
    todo = Sentence(N_("Ask what is done otherwise where it goes well"))
    return Said(Verdict.TOLD, _told(differing), todo, wanting=stages)


def _ratings(journey: Journey, atlas: Atlas) -> list[tuple[Touchpoint, Ratings]]:
    found: dict[str, tuple[Touchpoint, Ratings]] = {}
    for stage in journey.stages:
        for use in stage.all_in("touchpoints"):
            shared = shared_touchpoint(use, atlas)
            if shared is None or use.experience is None or shared.publish == "retired":
                continue
            ratings = found.setdefault(shared.id, (shared, {}))[1]
            known = ratings.get(stage.id)
            if known is None or use.experience < known[1]:
                ratings[stage.id] = (stage, use.experience)
    return list(found.values())


def _apart(ratings: Ratings) -> float:
    values = [value for _, value in ratings.values()]
    return max(values) - min(values)


def _told(differing: list[tuple[Touchpoint, Ratings]]) -> Sentence:
    parts = [
        Sentence(N_("%(touchpoint)s: %(ratings)s"), {"touchpoint": touchpoint, "ratings": _each(ratings)})
        for touchpoint, ratings in differing[:_TOLD]
    ]
    more = len(differing) - _TOLD
    if more > 0:
        parts.append(counted(NN_("%(num)s more differs", "%(num)s more differ"), more))
    told = parts.pop()
    while parts:
        told = Sentence(N_("%(one)s; %(another)s"), {"one": parts.pop(), "another": told})
    return told


def _each(ratings: Ratings) -> object:
    """Every rating with its stage; of many, the lowest and the highest."""
    told = [
        Sentence(N_("%(value)s in %(stage)s"), {"value": Felt(value), "stage": stage}) for stage, value in ratings.values()
    ]
    if len(told) <= NAMED:
        return tuple(told)
    values = [value for _, value in ratings.values()]
    low, high = told[values.index(min(values))], told[values.index(max(values))]
    return Sentence(N_("from %(low)s to %(high)s, in %(num)s stages"), {"low": low, "high": high}, number=len(told))


RULE = Question(
    "touchpoints-rated-alike",
    N_("Is each touchpoint felt alike along the way?"),
    N_("Felt alike"),
    N_("Where the same thing is felt differently, one stage can learn from the other. It is nobody's mistake."),
    check,
)
