"""A persona has no portrait, and others have one.

Why: in a row of faces the one with initials looks forgotten, and is.

Good::

    # file: personas.yml
    anna: {name: Anna, portrait: anna.svg}
    bo: {name: Bo, portrait: bo.svg}

Bad::

    # file: personas.yml
    anna: {name: Anna, portrait: anna.svg}
    bo: {name: Bo}   # here
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.documents.things import Persona
from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey


def look(survey: Survey) -> Iterator[Found]:
    """Personas without a picture among others that have one."""
    people = [thing for _, thing in survey.things("personas") if isinstance(thing, Persona)]
    if any(person.portrait for person in people):
        for person in people:
            if not person.portrait:
                yield Found(person.origin, f"{survey.name(person)} has no portrait, and others have", "write portrait: and a file")


CHECK = Check("portrait-missing", Severity.ADVICE, look)
