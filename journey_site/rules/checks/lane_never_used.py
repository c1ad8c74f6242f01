"""A lane of your own that no stage fills.

Looks at lanes that handbook.yml makes (those with ``kind``).

Why: it stands as an empty row, or not at all, and whoever asked for it believes that it is there.

Good::

    # file: handbook.yml
    title: T
    lanes: [thoughts, {id: policy, label: Policy, kind: list}]
    # file: journeys/a.yml
    title: Buys a bicycle
    stages: {buy: {policy: [Right of return]}}

Bad::

    # file: handbook.yml
    title: T
    lanes:
      - thoughts
      - {id: policy, label: Policy, kind: list}   # here
    # file: journeys/a.yml
    title: Buys a bicycle
    stages: {buy: {thoughts: [Which one?]}}
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.documents.reading import quoted
from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey


def look(survey: Survey) -> Iterator[Found]:
    """Own lanes without an entry."""
    lanes = [lane for lane in survey.atlas.handbook.lanes or () if lane.own and lane.id]
    if not lanes or not survey.journeys:
        return
    filled = {key for _, part in survey.steps for key in part.own}
    for lane in lanes:
        if lane.id not in filled and not survey.atlas.is_borrowed(lane.origin.file):
            message = f"no stage fills the lane {quoted(lane.id or '')}"
            yield Found(lane.place("id"), message, f"write {lane.id}: in a stage, or take the lane out")


CHECK = Check("lane-never-used", Severity.ADVICE, look)
