"""Content is live, and nothing says where it is.

Looks for ``url`` on content whose ``status`` is ``live``, shared or in a stage.

Why: a reader who wants to see it has to ask, and a link that is not there cannot be checked.

Good::

    # file: content.yml
    guide: {title: Ride to work, status: live, url: "https://example.com/guide"}

Bad::

    # file: content.yml
    guide: {title: Ride to work, status: live}   # here
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.documents.items import ContentUse
from journey_site.documents.reading import quoted
from journey_site.documents.things import Content
from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey


def look(survey: Survey) -> Iterator[Found]:
    """Live content without an address."""
    for _, thing in survey.things("content"):
        if isinstance(thing, Content) and thing.status == "live" and not thing.url:
            yield _found(thing, survey)
    for _, use in survey.entries_of(ContentUse):
        if use.status == "live" and not use.url and not use.content:
            yield _found(use, survey)


def _found(content: Content | ContentUse, survey: Survey) -> Found:
    name = quoted(survey.words(content.name)) if content.name else "this content"
    return Found(content.place("status"), f"{name} is live, and nothing says where", "write url: and its address")


CHECK = Check("content-without-address", Severity.ADVICE, look, alone=True)
