"""References that stay within a journey: to its stages, pains and actors, and to the rows of its map."""

from __future__ import annotations

from journey_site.problems import Severity
from journey_site.rules.explained.docstring import Told

REFERENCES_WITHIN = (
    Told("unknown-stage", Severity.ERROR, r"""
        The journey or its model has no such stage.

        With a model, a stage that is not in it needs a ``name``; without one it is taken for a slip.

        Why: the way, the path or the link would lead nowhere.

        Good::

            title: Buys a bicycle
            stages:
              need: {next: [buy]}
              buy: {}

        Bad::

            title: Buys a bicycle
            stages:
              need: {next: [by]}   # here
              buy: {}
    """),
    Told("unknown-pain", Severity.ERROR, r"""
        ``solves`` names a pain that has no such id in this journey.

        Give the pain an ``id``.

        Why: the opportunity would help nobody.

        Good::

            title: Buys a bicycle
            stages:
              wait:
                pains: [{id: when, text: Nobody says when it comes}]
                opportunities: [{text: Say on which day, solves: [when]}]

        Bad::

            title: Buys a bicycle
            stages:
              wait:
                pains: [Nobody says when it comes]
                opportunities: [{text: Say on which day, solves: [when]}]   # here
    """),
    Told("unknown-actor", Severity.ERROR, r"""
        Somebody is named who is none of the journey's actors.

        Why: their curve and their thoughts would belong to nobody.

        Good::

            # file: personas.yml
            anna: {name: Anna}
            bo: {name: Bo}
            # file: journeys/a.yml
            title: Buys a bicycle
            actors: [anna, bo]
            stages:
              buy: {actor: bo}

        Bad::

            # file: personas.yml
            anna: {name: Anna}
            bo: {name: Bo}
            # file: journeys/a.yml
            title: Buys a bicycle
            persona: anna
            stages:
              buy: {actor: bo}   # here
    """),
    Told("unknown-lane", Severity.ERROR, r"""
        There is no such lane.

        One of your own needs a ``kind``.

        Why: the row would stay empty.

        Good::

            # file: handbook.yml
            title: T
            lanes: [thoughts, {id: policy, label: Policy, kind: list}]

        Bad::

            # file: handbook.yml
            title: T
            lanes: [thoughts, policy]   # here
    """),
)
"""Rules of references that a journey, its model or the handbook's lanes must answer."""
