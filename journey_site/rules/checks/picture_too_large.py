"""A picture is larger than any page shows it.

Looks at the size of files: one megabyte is the most.

Why: whoever opens the page on a phone waits for it, and every reader pays for it again.

Good::

    # file: personas.yml
    anna: {name: Anna, portrait: small.jpg}

Bad::

    # file: personas.yml
    anna: {name: Anna, portrait: large.jpg}   # here
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.documents.reading import quoted
from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey

_MOST = 1_000_000
"""Bytes. A portrait of 800 by 800 pixels has about a tenth of it."""


def look(survey: Survey) -> Iterator[Found]:
    """Pictures of more than a megabyte."""
    if survey.root is None:
        return
    for _, image in survey.pictures:
        try:
            size = (survey.root / survey.atlas.picture_path(image)).stat().st_size
        except (OSError, ValueError):  # what is missing is told as such
            continue
        if size > _MOST:
            message = f"the picture {quoted(image.file)} has {size / 1_000_000:.1f} MB"
            yield Found(image.origin, message, "save it smaller: 1,600 pixels on the longer side are plenty")


CHECK = Check("picture-too-large", Severity.ADVICE, look)
