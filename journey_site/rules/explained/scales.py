"""Scales and shares: scores, emotions, and how many go where."""

from __future__ import annotations

from journey_site.problems import Severity
from journey_site.rules.explained.docstring import Told

SCALES = (
    Told("score-range", Severity.ERROR, r"""
        Scores run from 1 to 5, in whole numbers.

        Why: severity, impact and effort are compared across the handbook.

        Good::

            title: Buys a bicycle
            stages:
              buy: {pains: [{text: Nobody says when it comes, severity: 5}]}

        Bad::

            title: Buys a bicycle
            stages:
              buy: {pains: [{text: Nobody says when it comes, severity: 9}]}   # here
    """),
    Told("emotion-range", Severity.ERROR, r"""
        An emotion is off the handbook's scale.

        Another scale is set in handbook.yml: ``emotion: {from: 1, to: 10}``.

        Why: the curve would leave the map.

        Good::

            title: Buys a bicycle
            stages:
              buy: {emotion: 2}

        Bad::

            title: Buys a bicycle
            stages:
              buy: {emotion: 9}   # here
    """),
    Told("emotion-order", Severity.ERROR, r"""
        A range or a scale runs the wrong way round.

        Why: the lower end comes first.

        Good::

            title: Buys a bicycle
            stages:
              buy: {emotion: {low: -1, high: 2}}

        Bad::

            title: Buys a bicycle
            stages:
              buy: {emotion: {low: 2, high: -1}}   # here
    """),
    Told("share-expected", Severity.ERROR, r"""
        A share is written with its sign: ``60%``.

        Why: 60 and 0.6 would both be believed.

        Good::

            title: Buys a bicycle
            stages:
              need: {next: [{to: buy, share: 60%}]}
              buy: {}

        Bad::

            title: Buys a bicycle
            stages:
              need: {next: [{to: buy, share: 60}]}   # here
              buy: {}
    """),
    Told("shares-above-100", Severity.ERROR, r"""
        The ways out of a stage add up to more than everybody.

        Lower one of the shares.

        Why: nothing can be computed from them, and the picture of the flow would lie.

        Good::

            title: Buys a bicycle
            stages:
              need: {next: [{to: buy, share: 60%}, {exit: Keeps the car, share: 40%}]}
              buy: {}

        Bad::

            title: Buys a bicycle
            stages:
              need: {next: [{to: buy, share: 80%}, {exit: Keeps the car, share: 40%}]}   # here
              buy: {}
    """),
)
