"""A channel in which customers meet nothing.

Looks for it on touchpoints, in stages and among the channels that personas like.

Why: the list of channels is what people choose from. What nobody uses makes it longer, and is chosen by mistake.

Good::

    # file: channels.yml
    web: {name: Website}
    # file: journeys/a.yml
    title: Buys a bicycle
    stages: {buy: {touchpoints: [{name: The shop, channel: web}]}}

Bad::

    # file: channels.yml
    web: {name: Website}
    fax: {name: Fax}   # here
    # file: journeys/a.yml
    title: Buys a bicycle
    stages: {buy: {touchpoints: [{name: The shop, channel: web}]}}
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey
from journey_site.rules.checks.unused import never_used


def look(survey: Survey) -> Iterator[Found]:
    """The channels to which nothing leads."""
    return never_used(survey, "channels", "channel", "name it as channel: of a touchpoint, or take it out")


CHECK = Check("channel-never-used", Severity.ADVICE, look)
