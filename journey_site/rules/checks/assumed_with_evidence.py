"""A claim is said to be assumed, and names a source.

Why: one of the two is out of date. Most often somebody has asked since, and ``assumed`` was left standing.

Good::

    # file: evidence.yml
    interviews: {title: Twelve interviews}
    # file: journeys/a.yml
    title: Buys a bicycle
    stages:
      wait:
        pains: [{text: Nobody says when it comes, confidence: observed, evidence: [interviews]}]

Bad::

    # file: evidence.yml
    interviews: {title: Twelve interviews}
    # file: journeys/a.yml
    title: Buys a bicycle
    stages:
      wait:
        pains: [{text: Nobody says when it comes, confidence: assumed, evidence: [interviews]}]   # here
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey


def look(survey: Survey) -> Iterator[Found]:
    """What is assumed although there is a source."""
    for _, said in survey.claims:
        if said.confidence == "assumed" and said.evidence and "confidence" in said.places:
            message = "this is said to be assumed, and names a source"
            yield Found(said.place("confidence"), message, "write observed or measured, or take the source out")


CHECK = Check("assumed-with-evidence", Severity.ADVICE, look, alone=True)
