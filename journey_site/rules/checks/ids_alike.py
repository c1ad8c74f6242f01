"""Two ids that are easily taken for each other.

Compares the ids of one kind as a hurried reader sees them: 0 as o, 1 as l, and without the dashes between letters.

Why: ``check-out`` and ``checkout`` are most likely one thing that was written twice, and each has half of its story.

Good::

    # file: touchpoints.yml
    checkout: {name: The till}
    web-shop: {name: The shop on the web}

Bad::

    # file: touchpoints.yml
    checkout: {name: The till}
    check-out: {name: Paying}   # here
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from journey_site.documents.reading import quoted
from journey_site.documents.things import Thing
from journey_site.problems import Related, Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey

_BETWEEN_LETTERS = re.compile(r"(?<=[a-z])-(?=[a-z])")
_SEEN_AS = str.maketrans({"0": "o", "1": "l"})


def look(survey: Survey) -> Iterator[Found]:
    """The second of two ids that look the same."""
    first: dict[tuple[str, str], Thing] = {}
    for kind, thing in sorted(survey.things(), key=lambda pair: pair[1].origin):
        there = first.setdefault((kind, _seen(thing.id)), thing)
        if there is not thing:
            related = (Related(there.origin, f"{quoted(there.id)} stands here"),)
            message = f"the ids {quoted(there.id)} and {quoted(thing.id)} are easily taken for each other"
            yield Found(thing.origin, message, "put both together, or give one a clearer id with was: for the old one", related)


def _seen(identity: str) -> str:
    # Digits are numbers beside digits, and look like letters only among letters.
    bare = _BETWEEN_LETTERS.sub("", identity)
    return bare if not any(c in "01" for c in bare) else re.sub(r"(?<=[a-z])[01](?=[a-z])", lambda m: m[0].translate(_SEEN_AS), bare)


CHECK = Check("ids-alike", Severity.ADVICE, look)
