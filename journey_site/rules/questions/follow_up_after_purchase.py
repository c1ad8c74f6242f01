"""Something for the customer after the purchase, and how soon.

Looks for touchpoints, content that is there, and what we do (``activities``, ``frontstage``) in the stages
that serve ``use`` or ``recommend``. How soon is told from the duration and waiting of the first of them.
A journey that has no such stage ends with the purchase: then it cannot be said, unless some content says
that it helps to use or to recommend.

Why: keeping a customer costs less than winning one, and the weeks after the purchase decide whether it
felt right.

Good::

    title: Buys a bicycle
    stages:
      buy: {serves: buy}
      ride: {serves: use, duration: 2-3 weeks, activities: [We call and ask how it goes]}

Bad::

    title: Buys a bicycle
    stages:
      buy: {serves: buy, activities: [We take the money]}
      ride: {serves: use, thoughts: [Was this right?]}
"""

from __future__ import annotations

from journey_site.atlas.atlas import Atlas
from journey_site.documents.journeys import Journey, Stage
from journey_site.rules.finding import Question, Said, Verdict
from journey_site.rules.questions.stages import (
    AFTER_PURCHASE,
    NOTHING_SERVES,
    SAY_WHAT_IT_SERVES,
    content_there,
    helping,
    names,
    says_what_it_serves,
    serving,
)
from journey_site.sentence import N_, Sentence


def something_in(stage: Stage, atlas: Atlas) -> bool:
    """Whether the customer is met in ``stage`` at all: at a touchpoint, by what we do, by content."""
    met = any(stage.all_in(lane) for lane in ("touchpoints", "activities", "frontstage"))
    return met or any(True for _ in content_there(stage, atlas))


def check(journey: Journey, atlas: Atlas) -> Said:
    """Where we meet the customer afterwards, and when first."""
    after = serving(journey, *AFTER_PURCHASE)
    full = tuple(stage for stage in after if something_in(stage, atlas))
    if full:
        return Said(Verdict.MET, _how_soon(full), fulfilled=full)
    if not says_what_it_serves(journey):
        return Said(Verdict.UNSAID, NOTHING_SERVES, SAY_WHAT_IT_SERVES)
    if after:
        found = Sentence(N_("We do nothing in %(stages)s"), {"stages": names(after)})
        return Said(Verdict.WANTING, found, Sentence(N_("Get in touch: ask how it goes, give a tip")), after)
    elsewhere = helping(journey, AFTER_PURCHASE, atlas)
    if elsewhere:
        found = Sentence(N_("Content for afterwards in %(stages)s"), {"stages": names(elsewhere)})
        return Said(Verdict.MET, found, fulfilled=elsewhere)
    todo = Sentence(N_("If it goes on, add a stage with serves: use"))
    if serving(journey, "buy"):
        return Said(Verdict.UNSAID, Sentence(N_("This journey ends with the purchase")), todo)
    return Said(Verdict.UNSAID, Sentence(N_("No stage of this journey comes after a purchase")), todo)


def _how_soon(full: tuple[Stage, ...]) -> Sentence:
    first, *later = full
    told = {"first": first, "when": _when(first), "later": names(later)}
    if later:
        return Sentence(N_("We are there first in %(first)s (%(when)s), then in %(later)s"), told)
    return Sentence(N_("We are there in %(first)s (%(when)s)"), told)


def _when(stage: Stage) -> object:
    told = {"time": stage.duration, "wait": stage.waiting}
    if stage.duration and stage.waiting:
        return Sentence(N_("%(time)s, %(wait)s of it waiting"), told)
    if stage.waiting:
        return Sentence(N_("%(wait)s of waiting"), told)
    return stage.duration or Sentence(N_("how soon is not stated"))


RULE = Question(
    "follow-up-after-purchase",
    N_("Do we follow up after the purchase?"),
    N_("Follow-up"),
    N_(
        "Keeping a customer costs less than winning one, "
        "and the first weeks decide whether the purchase felt right."
    ),
    check,
)
