"""A stage that a journey leaves empty.

Looks for stages about which nothing is written but their name and place: those of the model that the
journey passes over in silence, and those it only names. In an edition, a stage of which its readers may
see nothing is empty for them.

Why: the customer goes through that stage too, whether or not we have thought about it.

Good::

    title: Buys a bicycle
    stages:
      wonder: {thoughts: [Is a bicycle for me?]}
      buy: {emotion: 1}

Bad::

    title: Buys a bicycle
    stages:
      wonder: {thoughts: [Is a bicycle for me?]}
      buy: {name: Buys}
"""

from __future__ import annotations

from journey_site.atlas.atlas import Atlas
from journey_site.atlas.blank import is_blank
from journey_site.documents.journeys import Journey
from journey_site.rules.finding import Question, Said, Verdict
from journey_site.rules.questions.stages import names, others
from journey_site.sentence import N_, Sentence


def check(journey: Journey, atlas: Atlas) -> Said:
    """Which stages say something."""
    lacking = tuple(stage for stage in journey.stages if is_blank(stage))
    full = others(journey, lacking)
    if not lacking:
        return Said(Verdict.MET, Sentence(N_("Something is written about every stage")), fulfilled=full)
    found = Sentence(N_("Nothing is written about %(stages)s"), {"stages": names(lacking)})
    todo = Sentence(N_("Begin with one thought or question of the customer's"))
    return Said(Verdict.WANTING, found, todo, lacking, full)


RULE = Question(
    "no-stage-left-empty",
    N_("Is something written about every stage?"),
    N_("Every stage written"),
    N_("The customer goes through that stage too, whether or not we have thought about it."),
    check,
)
