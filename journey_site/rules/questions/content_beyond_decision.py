"""Content for more stages than the one in which the customer buys.

Looks at every stage that does not serve ``buy``: each should have content that is there. What is planned,
missing or outdated does not count, nor does what is retired; content without a status does. Content of
steps counts with their stage. Where no stage says what it serves, it cannot be said, unless there is no
content at all, or some in every stage.

Why: most of what companies publish is for people who are about to buy, and they are few. Those who have
only begun to wonder, and those who have bought, find nothing.

Good::

    title: Buys a bicycle
    stages:
      wonder: {serves: recognise, content: [{title: "Is a bicycle for me?"}]}
      buy: {serves: buy}
      ride: {serves: use, content: [{title: Care for your bicycle, status: live}]}

Bad::

    title: Buys a bicycle
    stages:
      wonder: {serves: recognise, content: [{title: "Is a bicycle for me?", status: planned}]}
      buy: {serves: buy, content: [{title: Prices}]}
      ride: {serves: use}
"""

from __future__ import annotations

from journey_site.atlas.atlas import Atlas
from journey_site.documents.journeys import Journey
from journey_site.rules.finding import Question, Said, Verdict
from journey_site.rules.questions.stages import (
    NOTHING_SERVES,
    SAY_WHAT_IT_SERVES,
    content_there,
    names,
    others,
    says_what_it_serves,
)
from journey_site.sentence import N_, Sentence


def check(journey: Journey, atlas: Atlas) -> Said:
    """Which stages have content, and which of the others should have some."""
    full = tuple(stage for stage in journey.stages if any(content_there(stage, atlas)))
    if len(full) == len(journey.stages):
        return Said(Verdict.MET, Sentence(N_("Content in every stage")), fulfilled=full)
    if full and not says_what_it_serves(journey):
        return Said(Verdict.UNSAID, NOTHING_SERVES, SAY_WHAT_IT_SERVES, fulfilled=full)
    lacking = tuple(stage for stage in others(journey, full) if stage.serves != "buy")
    if not lacking:
        return Said(Verdict.MET, Sentence(N_("Content in every stage but where the customer buys")), fulfilled=full)
    listed = all(stage.all_in("content") for stage in lacking)
    finish = Sentence(N_("Finish what is listed there, and publish it"))
    if not full:
        begin = Sentence(N_("Begin where customers ask the most"))
        return Said(Verdict.WANTING, Sentence(N_("No stage has content yet")), finish if listed else begin, lacking)
    if all(stage.serves == "buy" for stage in full):
        found = Sentence(N_("Content only where the customer buys, in %(stages)s"), {"stages": names(full)})
        todo = Sentence(N_("Find something to read, watch or use in %(stages)s"), {"stages": names(lacking)})
        return Said(Verdict.WANTING, found, todo, lacking, full)
    found = Sentence(N_("No content in %(stages)s"), {"stages": names(lacking)})
    todo = finish if listed else Sentence(N_("Find something to read, watch or use there"))
    return Said(Verdict.WANTING, found, todo, lacking, full)


RULE = Question(
    "content-beyond-decision",
    N_("Is there content for every stage, not only for the purchase?"),
    N_("Content in every stage"),
    N_(
        "Most content is made for people who are about to buy, and they are few. "
        "Those who have only begun to wonder, and those who have bought, find nothing."
    ),
    check,
)
