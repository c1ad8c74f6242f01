"""Content that helps to choose, not only to buy.

Looks for content that is there and says ``helps: choose``, in any stage, and for content in stages that
serve ``choose`` unless it says that it helps with something else. A journey without such a stage, and
without such content, is not about choosing: then it cannot be said.

Why: a price list answers those who have decided. Whoever still compares needs help with the question which
one, and goes where somebody answers it.

Good::

    title: Buys a bicycle
    stages:
      compare: {serves: choose, content: [{title: Twelve models compared, type: comparison}]}
      buy: {serves: buy}

Bad::

    title: Buys a bicycle
    stages:
      compare: {serves: choose, content: [{title: Prices, helps: buy}]}
      buy: {serves: buy}
"""

from __future__ import annotations

from journey_site.atlas.atlas import Atlas
from journey_site.documents.journeys import Journey
from journey_site.rules.finding import Question, Said, Verdict
from journey_site.rules.questions.stages import (
    NOTHING_SERVES,
    SAY_WHAT_IT_SERVES,
    content_there,
    helping,
    helps,
    in_order,
    names,
    says_what_it_serves,
    serving,
)
from journey_site.sentence import N_, Sentence


def check(journey: Journey, atlas: Atlas) -> Said:
    """Where something helps to choose."""
    choosing = serving(journey, "choose")
    fits = [s for s in choosing if any(helps(use, atlas) in (None, "choose") for use in content_there(s, atlas))]
    full = in_order(journey, (*fits, *helping(journey, ("choose",), atlas)))
    if full:
        return Said(Verdict.MET, Sentence(N_("Help to choose in %(stages)s"), {"stages": names(full)}), fulfilled=full)
    if not says_what_it_serves(journey):
        return Said(Verdict.UNSAID, NOTHING_SERVES, SAY_WHAT_IT_SERVES)
    if not choosing:
        return Said(Verdict.UNSAID, Sentence(N_("No stage of this journey is about choosing")))
    found = Sentence(N_("Nothing helps to choose in %(stages)s"), {"stages": names(choosing)})
    return Said(Verdict.WANTING, found, Sentence(N_("Offer a comparison, a guide or a checklist there")), choosing)


RULE = Question(
    "content-to-choose",
    N_("Does some content help to choose, not only to buy?"),
    N_("Help to choose"),
    N_(
        "A price list answers those who have decided. "
        "Whoever still compares wants to know which one, and goes where somebody answers that."
    ),
    check,
)
