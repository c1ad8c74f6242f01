"""Touchpoints that are named and not measured.

Looks for ``metrics`` on each touchpoint of the journey: on the shared one, or where it is used. Touchpoints
that are used in one stage alone count too. A journey that names no touchpoint cannot be judged.

Why: what is not measured is believed to go well until a customer says otherwise.

Good::

    title: Buys a bicycle
    stages:
      buy: {touchpoints: [{name: The till, metrics: [{name: Time in the queue, value: 4, unit: min}]}]}

Bad::

    title: Buys a bicycle
    stages:
      buy: {touchpoints: [{name: The till}]}
"""

from __future__ import annotations

from journey_site.atlas.atlas import Atlas
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.values import Text
from journey_site.rules.finding import Question, Said, Verdict
from journey_site.rules.questions.stages import in_order, names, shared_touchpoint
from journey_site.sentence import N_, NN_, Sentence, counted


def check(journey: Journey, atlas: Atlas) -> Said:
    """Which touchpoints have a number."""
    told: dict[str, object] = {}
    stages: dict[str, list[Stage]] = {}
    measured: set[str] = set()
    for stage in journey.stages:
        for use in stage.all_in("touchpoints"):
            shared = shared_touchpoint(use, atlas)
            name: Text | None = shared.name if shared else use.name
            if name is None or (shared and shared.publish == "retired"):
                continue
            key = f"id {shared.id}" if shared else f"name {sorted(name.values.items())}"
            told[key] = shared or name
            stages.setdefault(key, []).append(stage)
            if use.metrics or (shared and shared.metrics):
                measured.add(key)
    if not told:
        return Said(Verdict.UNSAID, Sentence(N_("No touchpoint is named")))
    full = in_order(journey, (stage for key in measured for stage in stages[key]))
    open_ = [key for key in told if key not in measured]
    if not open_:
        forms = NN_("The only touchpoint is measured", "All %(num)s touchpoints are measured")
        return Said(Verdict.MET, counted(forms, len(told)), fulfilled=full)
    forms = NN_(
        "%(num)s of %(all)s touchpoints is not measured: %(touchpoints)s",
        "%(num)s of %(all)s touchpoints are not measured: %(touchpoints)s",
    )
    found = counted(forms, len(open_), all=len(told), touchpoints=names(told[key] for key in open_))
    todo = Sentence(N_("Choose a number that shows how it works there, and write it under metrics"))
    return Said(Verdict.WANTING, found, todo, in_order(journey, (s for key in open_ for s in stages[key])), full)


RULE = Question(
    "every-touchpoint-measured",
    N_("Is every touchpoint measured?"),
    N_("Measured"),
    N_("What is not measured is believed to go well until a customer says otherwise."),
    check,
)
