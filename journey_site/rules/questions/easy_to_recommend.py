"""Something that makes it easy to recommend us.

Looks for touchpoints, content that is there, and what we do in the stages that serve ``recommend``, and in
every stage for content that says ``helps: recommend``. Most models have no stage for it: then such content
is looked for, and it is wanting only where the journey goes on after the purchase. One that ends before
cannot be judged.

Why: a tip from a friend weighs more than anything that we say ourselves, and most people who would give one
are never asked.

Good::

    title: Buys a bicycle
    stages:
      buy: {serves: buy}
      ride: {serves: use, content: [{title: A card for a friend, helps: recommend}]}

Bad::

    title: Buys a bicycle
    stages:
      buy: {serves: buy}
      ride: {serves: use, content: [{title: Care for your bicycle}]}
"""

from __future__ import annotations

from journey_site.atlas.atlas import Atlas
from journey_site.documents.journeys import Journey
from journey_site.rules.finding import Question, Said, Verdict
from journey_site.rules.questions.follow_up_after_purchase import something_in
from journey_site.rules.questions.stages import (
    NOTHING_SERVES,
    SAY_WHAT_IT_SERVES,
    helping,
    in_order,
    names,
    says_what_it_serves,
    serving,
)
from journey_site.sentence import N_, Sentence


def check(journey: Journey, atlas: Atlas) -> Said:
    """Where something helps to recommend."""
    recommending = serving(journey, "recommend")
    there = [stage for stage in recommending if something_in(stage, atlas)]
    full = in_order(journey, (*there, *helping(journey, ("recommend",), atlas)))
    if full:
        found = Sentence(N_("Something to recommend us with in %(stages)s"), {"stages": names(full)})
        return Said(Verdict.MET, found, fulfilled=full)
    if not says_what_it_serves(journey):
        return Said(Verdict.UNSAID, NOTHING_SERVES, SAY_WHAT_IT_SERVES)
    stages = recommending or serving(journey, "use")[-1:]
    if not stages:
        return Said(Verdict.UNSAID, Sentence(N_("This journey ends before anybody could recommend us")))
    found = Sentence(N_("Nothing helps to recommend us in %(stages)s"), {"stages": names(stages)})
    todo = Sentence(N_("Make something to pass on, and write helps: recommend on it"))
    return Said(Verdict.WANTING, found, todo, stages)


RULE = Question(
    "easy-to-recommend",
    N_("Do we make it easy to recommend us?"),
    N_("Easy to recommend"),
    N_(
        "A tip from a friend weighs more than anything we say ourselves, "
        "and most people who would give one are never asked."
    ),
    check,
)
