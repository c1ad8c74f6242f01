"""A picture is not described for those who do not see it.

Looks for ``alt`` on each ``image``. A portrait is described by the persona's name.

Why: a screen reader says "picture" and goes on. What it shows is then known to some readers only.

Good::

    title: Buys a bicycle
    stages:
      buy:
        image: {file: till.svg, alt: The queue at the till on a Saturday}

Bad::

    title: Buys a bicycle
    stages:
      buy:
        image: till.svg   # here
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.documents.reading import quoted
from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey


def look(survey: Survey) -> Iterator[Found]:
    """Pictures without a description."""
    for field, image in survey.pictures:
        if field == "image" and not image.alt:
            hint = f"write image: {{file: {image.file}, alt: what it shows}}"
            yield Found(image.origin, f"the picture {quoted(image.file)} is not described", hint)


CHECK = Check("picture-without-words", Severity.ADVICE, look, alone=True)
