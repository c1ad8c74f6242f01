"""Something rests on a source that is older than three years.

Goes by the ``date`` of evidence that is in use: a day, a month or a year.

Why: people, prices and rivals change. What was found out then is a guess by now.

Good::

    # file: evidence.yml
    interviews: {title: Twelve interviews, date: 2026-05}
    # file: journeys/a.yml
    title: Buys a bicycle
    evidence: [interviews]
    stages: [buy]

Bad::

    # file: evidence.yml
    interviews: {title: Twelve interviews, date: 2019-05}   # here
    # file: journeys/a.yml
    title: Buys a bicycle
    evidence: [interviews]
    stages: [buy]
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.documents.things import Evidence
from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey

_YEARS = 3


def look(survey: Survey) -> Iterator[Found]:
    """Sources in use that were gathered long ago."""
    today = survey.atlas.today
    for _, source in survey.things("evidence"):
        if not isinstance(source, Evidence) or not source.date or not survey.is_used("evidence", source.id):
            continue
        year, _, rest = source.date.partition("-")
        if not year.isdecimal():
            continue
        # A source of a year alone is taken to be from its end.
        month = int(rest[:2]) if rest[:2].isdecimal() else 12
        months = (today.year - int(year)) * 12 + today.month - month
        if months > _YEARS * 12:
            message = f"{survey.name(source)} is from {source.date}, and is still what something rests on"
            yield Found(source.place("date"), message, "ask again, or say in a note why it still holds")


CHECK = Check("old-evidence", Severity.ADVICE, look)
