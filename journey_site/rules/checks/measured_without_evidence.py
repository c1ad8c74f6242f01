"""A claim is said to be measured, and nothing says by what.

Looks for ``evidence`` on the claim itself, its stage or its journey; for metrics ``source`` serves too.

Why: "measured" ends every discussion. Whoever asks for the numbers should find them.

Good::

    # file: evidence.yml
    survey: {title: The survey in May}
    # file: journeys/a.yml
    title: Buys a bicycle
    stages:
      wait:
        pains: [{text: Nobody says when it comes, confidence: measured, evidence: [survey]}]

Bad::

    title: Buys a bicycle
    stages:
      wait:
        pains: [{text: Nobody says when it comes, confidence: measured}]   # here
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.documents.items import Common, Measured
from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey


def look(survey: Survey) -> Iterator[Found]:
    """What is measured and has no source."""
    for entry, said in survey.claims:
        if said.confidence != "measured" or said.evidence or _has_source(said):
            continue
        if "confidence" in said.places and not any(getattr(each, "evidence", ()) for each in (entry.stage, entry.thing)):
            yield _found(said)
    for _, thing in survey.things():
        if thing.confidence == "measured" and not thing.evidence and not _has_source(thing):
            yield _found(thing)


def _has_source(said: Common) -> bool:
    return isinstance(said, Measured) and bool(said.source)


def _found(said: Common) -> Found:
    return Found(said.place("confidence"), "this is said to be measured, and nothing says by what", "name the source under evidence:")


CHECK = Check("measured-without-evidence", Severity.ADVICE, look, alone=True)
