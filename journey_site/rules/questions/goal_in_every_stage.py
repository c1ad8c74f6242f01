"""A goal of ours in every stage.

Looks for ``our_goal`` in each stage, or in one of its steps. It needs no ``serves``, so that it can always
be said.

Why: where nobody has said what we want, everybody works towards something else, and nobody can tell
whether it went well.

Good::

    title: Buys a bicycle
    stages:
      wonder: {our_goal: Be recognised}
      buy: {steps: [{title: Pays, our_goal: No surprise at the till}]}

Bad::

    title: Buys a bicycle
    stages:
      wonder: {our_goal: Be recognised}
      buy: {goal: Get it home today}
"""

from __future__ import annotations

from journey_site.atlas.atlas import Atlas
from journey_site.documents.journeys import Journey
from journey_site.rules.finding import Question, Said, Verdict
from journey_site.rules.questions.stages import names, others
from journey_site.sentence import N_, Sentence


def check(journey: Journey, atlas: Atlas) -> Said:
    """Which stages have a goal of ours."""
    full = tuple(stage for stage in journey.stages if any(part.our_goal for part in (stage, *stage.steps)))
    lacking = others(journey, full)
    if not lacking:
        return Said(Verdict.MET, Sentence(N_("A goal of ours in every stage")), fulfilled=full)
    told = {"stages": names(lacking)}
    found = Sentence(N_("No goal of ours in %(stages)s"), told) if full else Sentence(N_("No stage has a goal of ours"))
    todo = Sentence(N_("Agree on what we want there, and write it as our_goal"))
    return Said(Verdict.WANTING, found, todo, lacking, full)


RULE = Question(
    "goal-in-every-stage",
    N_("Do we have a goal of our own in every stage?"),
    N_("Our goals"),
    N_(
        "Where nobody has said what we want, everybody works towards something else, "
        "and nobody can tell whether it went well."
    ),
    check,
)
