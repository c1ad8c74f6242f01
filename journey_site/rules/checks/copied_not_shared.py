"""The same touchpoint, content or metric is written out again and again.

Finds one that is written out in a stage under the name of a shared one, and one that is written out in several
stages under the same name.

Why: copies drift. One is corrected, the others go on saying what was true once, and no list shows them together.

Good::

    # file: touchpoints.yml
    till: {name: The till}
    # file: journeys/a.yml
    title: Buys a bicycle
    stages: {buy: {touchpoints: [till]}}

Bad::

    # file: touchpoints.yml
    till: {name: The till}
    # file: journeys/a.yml
    title: Buys a bicycle
    stages: {buy: {touchpoints: [{name: The till}]}}   # here
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.documents.items import Common, ContentUse, MetricUse, TouchpointUse
from journey_site.documents.reading import quoted
from journey_site.documents.values import Text
from journey_site.problems import Related, Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey

_KINDS: tuple[tuple[type[Common], str, str], ...] = (
    (TouchpointUse, "touchpoints", "touchpoint"),
    (ContentUse, "content", "content"),
    (MetricUse, "metrics", "metric"),
)


def look(survey: Survey) -> Iterator[Found]:
    """Uses with a name of their own that others have too."""
    for use_type, kind, field in _KINDS:
        shared = {_key(survey, thing.name): thing for _, thing in survey.things(kind)}
        first: dict[str, Common] = {}
        for _, use in survey.entries_of(use_type):
            name: Text | None = getattr(use, "name", None)
            if getattr(use, field) or name is None:
                continue
            key, place = _key(survey, name), use.place("name")
            if key in shared:
                message = f"{quoted(survey.words(name))} is written out here, and is shared under {kind}"
                yield Found(place, message, f"write {field}: {shared[key].id} in place of its name")
            elif (there := first.setdefault(key, use)) is not use:
                message = f"{quoted(survey.words(name))} is written out more than once"
                related = (Related(there.place("name"), "it stands here first"),)
                yield Found(place, message, f"write it once under {kind}, and its id here", related)


def _key(survey: Survey, name: Text) -> str:
    return survey.words(name).casefold()


CHECK = Check("copied-not-shared", Severity.ADVICE, look)
