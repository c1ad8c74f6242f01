"""Two things of one kind have the same name.

Journeys may be called alike: those of two personas often are.

Why: in a list nobody can tell which is meant, and half of what is written ends up at the wrong one.

Good::

    # file: touchpoints.yml
    shop: {name: The shop in Malmö}
    shop-lund: {name: The shop in Lund}

Bad::

    # file: touchpoints.yml
    shop: {name: The shop}
    shop-lund: {name: The shop}   # here
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.documents.reading import quoted
from journey_site.documents.things import Thing
from journey_site.problems import Related, Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey

_KINDS = ("personas", "departments", "channels", "touchpoints", "content", "evidence", "metrics")


def look(survey: Survey) -> Iterator[Found]:
    """The second of two things with one name."""
    first: dict[tuple[str, str], Thing] = {}
    for kind, thing in sorted(survey.things(*_KINDS), key=lambda pair: pair[1].origin):
        there = first.setdefault((kind, survey.words(thing.name).casefold()), thing)
        if there is not thing:
            related = (Related(there.origin, f"{quoted(there.id)} stands here"),)
            message = f"{quoted(there.id)} and {quoted(thing.id)} are both called {survey.name(thing)}"
            yield Found(thing.place("name"), message, "say in the name what is different, or keep one of them", related)


CHECK = Check("names-alike", Severity.ADVICE, look)
