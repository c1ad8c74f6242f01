"""A touchpoint that no channel is named for.

Asked only where the handbook names channels for other touchpoints. A channel that each use states for itself counts.

Why: whoever answers for a channel looks for its touchpoints there, and does not find this one.

Good::

    # file: channels.yml
    web: {name: Website}
    # file: touchpoints.yml
    shop: {name: The shop, channel: web}

Bad::

    # file: channels.yml
    web: {name: Website}
    # file: touchpoints.yml
    shop: {name: The shop, channel: web}
    quote: {name: The quote}   # here
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.documents.items import TouchpointUse
from journey_site.documents.reading import some
from journey_site.documents.things import Touchpoint
from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey


def look(survey: Survey) -> Iterator[Found]:
    """Touchpoints without a channel among others that have one."""
    touchpoints = [thing for _, thing in survey.things("touchpoints") if isinstance(thing, Touchpoint)]
    if not any(touchpoint.channel for touchpoint in touchpoints):
        return
    stated = {use.touchpoint for _, use in survey.entries_of(TouchpointUse) if use.channel and use.touchpoint}
    for touchpoint in touchpoints:
        if not touchpoint.channel and touchpoint.id not in stated:
            message = f"nothing says in which channel {survey.name(touchpoint)} is met"
            yield Found(touchpoint.origin, message, f"write channel: {some(survey.atlas.channels) or 'and its id'}")


CHECK = Check("touchpoint-without-channel", Severity.ADVICE, look)
