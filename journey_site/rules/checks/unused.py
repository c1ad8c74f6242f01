"""Shared things that nothing refers to: what the checks that are called ``…-never-used`` have in common."""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.rules.checks.check import Found
from journey_site.rules.checks.survey import Survey


def never_used(survey: Survey, kind: str, noun: str, hint: str) -> Iterator[Found]:
    """The things of ``kind`` that no reference and no link leads to, once the handbook has a journey.

    What is borrowed is there for others as well, and need not be used here.
    """
    if survey.journeys:
        for _, thing in survey.things(kind):
            if not survey.is_used(kind, thing.id) and not survey.atlas.is_borrowed(thing.file):
                yield Found(thing.origin, f"nothing refers to the {noun} {survey.name(thing)}", hint)
