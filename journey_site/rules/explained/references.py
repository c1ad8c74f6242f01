"""References to things: what points to a persona, a touchpoint or a metric that is not there."""

from __future__ import annotations

from journey_site.problems import Severity
from journey_site.rules.explained.docstring import Told

REFERENCES = (
    Told("unknown-persona", Severity.ERROR, r"""
        A reference leads to a persona that is not there.

        Use the id, which is the file's name or the key, not the title. The message names the nearest id, or lists what
        there is.

        Why: the link would lead nowhere, and whoever is looked up there is missing.

        Good::

            # file: personas.yml
            anna: {name: Anna Lindqvist}
            # file: journeys/a.yml
            title: Buys a bicycle
            persona: anna
            stages: [buy]

        Bad::

            # file: personas.yml
            anna: {name: Anna Lindqvist}
            # file: journeys/a.yml
            title: Buys a bicycle
            persona: Anna Lindqvist   # here
            stages: [buy]
    """),
    Told("unknown-journey", Severity.ERROR, r"""
        A reference leads to a journey that is not there.

        Use the id, which is the file's name or the key, not the title. The message names the nearest id, or lists what
        there is.

        Why: the link would lead nowhere, and whoever is looked up there is missing.

        Good::

            # file: journeys/test-ride.yml
            title: Tries it
            stages: [ride]
            # file: journeys/a.yml
            title: Buys a bicycle
            stages:
              ride: {journey: test-ride}

        Bad::

            title: Buys a bicycle
            stages:
              ride: {journey: test-ride}   # here
    """),
    Told("unknown-model", Severity.ERROR, r"""
        A reference leads to a model that is not there.

        Use the id, which is the file's name or the key, not the title. The message names the nearest id, or lists what
        there is. Built-in models need no file.

        Why: the link would lead nowhere, and whoever is looked up there is missing.

        Good::

            title: Buys a bicycle
            model: aida

        Bad::

            title: Buys a bicycle
            model: aidaa   # here
    """),
    Told("unknown-department", Severity.ERROR, r"""
        A reference leads to a department that is not there.

        Use the id, which is the file's name or the key, not the title. The message names the nearest id, or lists what
        there is.

        Why: the link would lead nowhere, and whoever is looked up there is missing.

        Good::

            # file: departments.yml
            sales: {name: Sales}
            # file: journeys/a.yml
            title: Buys a bicycle
            owner: sales
            stages: [buy]

        Bad::

            title: Buys a bicycle
            owner: slaes   # here
            stages: [buy]
    """),
    Told("unknown-channel", Severity.ERROR, r"""
        A reference leads to a channel that is not there.

        Use the id, which is the file's name or the key, not the title. The message names the nearest id, or lists what
        there is.

        Why: the link would lead nowhere, and whoever is looked up there is missing.

        Good::

            # file: channels.yml
            web: {name: Website}
            # file: touchpoints.yml
            shop: {name: The shop, channel: web}

        Bad::

            # file: touchpoints.yml
            shop: {name: The shop, channel: wbe}   # here
    """),
    Told("unknown-touchpoint", Severity.ERROR, r"""
        A reference leads to a touchpoint that is not there.

        Use the id, which is the file's name or the key, not the title. The message names the nearest id, or lists what
        there is. One that is used in this stage alone is written ``{name: …}``.

        Why: the link would lead nowhere, and whoever is looked up there is missing.

        Good::

            title: Buys a bicycle
            stages:
              buy: {touchpoints: [{name: Checkout}]}

        Bad::

            title: Buys a bicycle
            stages:
              buy: {touchpoints: [chekout]}   # here
    """),
    Told("unknown-content", Severity.ERROR, r"""
        A reference leads to content that is not there.

        Use the id, which is the file's name or the key, not the title. The message names the nearest id, or lists what
        there is. Content that is used in this stage alone is written ``{title: …}``.

        Why: the link would lead nowhere, and whoever is looked up there is missing.

        Good::

            title: Buys a bicycle
            stages:
              buy: {content: [{title: A guide}]}

        Bad::

            title: Buys a bicycle
            stages:
              buy: {content: [guide]}   # here
    """),
    Told("unknown-evidence", Severity.ERROR, r"""
        A reference leads to evidence that is not there.

        Use the id, which is the file's name or the key, not the title. The message names the nearest id, or lists what
        there is.

        Why: a claim that names its source must lead to it.

        Good::

            # file: evidence.yml
            interviews: {title: Twelve interviews}
            # file: journeys/a.yml
            title: Buys a bicycle
            evidence: [interviews]
            stages: [buy]

        Bad::

            title: Buys a bicycle
            evidence: [interviews]   # here
            stages: [buy]
    """),
    Told("unknown-metric", Severity.ERROR, r"""
        A reference leads to a metric that is not there.

        Use the id, which is the file's name or the key, not the title. The message names the nearest id, or lists what
        there is.

        Why: the link would lead nowhere, and whoever is looked up there is missing.

        Good::

            # file: metrics.yml
            reach: {name: Reach}
            # file: journeys/a.yml
            title: Buys a bicycle
            stages:
              buy: {metrics: [reach]}

        Bad::

            title: Buys a bicycle
            stages:
              buy: {metrics: [reach]}   # here
    """),
    Told("unknown-person", Severity.ERROR, r"""
        A reference leads to a department or persona that is not there.

        Use the id, which is the file's name or the key, not the title. The message names the nearest id, or lists what
        there is.

        Why: the link would lead nowhere, and whoever is looked up there is missing.

        Good::

            # file: departments.yml
            sales: {name: Sales}
            # file: journeys/a.yml
            title: Buys a bicycle
            stages:
              buy: {touchpoints: [{name: The quote, from: sales}]}

        Bad::

            title: Buys a bicycle
            stages:
              buy: {touchpoints: [{name: The quote, from: slaes}]}   # here
    """),
)
"""Rules of references to things, kind by kind."""
