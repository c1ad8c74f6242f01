"""Journeys and pages: stages, variants, circles, templates."""

from __future__ import annotations

from journey_site.problems import Severity
from journey_site.rules.explained.docstring import Told

JOURNEYS = (
    Told("no-stages", Severity.ERROR, r"""
        A journey needs at least one stage.

        Why: without one there is nothing to show.

        Good::

            title: Buys a bicycle
            stages: [buy]

        Bad::

            title: Buys a bicycle   # here
    """),
    Told("persona-and-actors", Severity.WARNING, r"""
        A journey has one persona or several actors, and here are both.

        Write the persona among the actors.

        Why: nobody could say whose curve is drawn.

        Good::

            # file: personas.yml
            anna: {name: Anna}
            # file: journeys/a.yml
            title: Buys a bicycle
            actors: [anna]
            stages: [buy]

        Bad::

            # file: personas.yml
            anna: {name: Anna}
            # file: journeys/a.yml
            title: Buys a bicycle
            persona: anna   # here
            actors: [anna]
            stages: [buy]
    """),
    Told("empty-next", Severity.WARNING, r"""
        ``next:`` has nothing after it.

        Write ``next: []`` to end the journey here, or leave the line out.

        Why: it can mean the following stage or the end.

        Good::

            title: Buys a bicycle
            stages:
              need: {next: [buy]}
              buy: {}

        Bad::

            title: Buys a bicycle
            stages:
              need:
                next:
              buy: {}
    """),
    Told("to-and-exit", Severity.ERROR, r"""
        A way leads both to a stage and out of the journey.

        Write two ways, or keep one.

        Why: nobody goes both ways at once.

        Good::

            title: Buys a bicycle
            stages:
              need: {next: [buy, {exit: Keeps the car}]}
              buy: {}

        Bad::

            title: Buys a bicycle
            stages:
              need: {next: [{to: buy, exit: Keeps the car}]}   # here
              buy: {}
    """),
    Told("extends-circle", Severity.ERROR, r"""
        Journeys extend each other in a circle.

        Let one of them stand alone.

        Why: none of them says anything of its own.

        Good::

            # file: journeys/a.yml
            title: A
            stages: [buy]
            # file: journeys/b.yml
            title: B
            extends: a

        Bad::

            # file: journeys/a.yml
            title: A
            extends: b
            # file: journeys/b.yml
            title: B
            extends: a   # here
    """),
    Told("journey-circle", Severity.ERROR, r"""
        Journeys open from each other's stages in a circle.

        Leave out one ``journey:``. The message names every journey and stage of the circle.

        Why: nobody would ever come to the innermost one.

        Good::

            # file: journeys/a.yml
            title: A
            stages: {one: {journey: b}}
            # file: journeys/b.yml
            title: B
            stages: [one]

        Bad::

            # file: journeys/a.yml
            title: A
            stages: {one: {journey: b}}
            # file: journeys/b.yml
            title: B
            stages: {one: {journey: a}}   # here
    """),
    Told("adds-to-nothing", Severity.ERROR, r"""
        ``thoughts+`` adds to a list, and there is none to add to.

        Write ``thoughts``, or name the journey under ``extends``.

        Why: it adds to the list of the journey that is extended.

        Good::

            title: Buys a bicycle
            stages:
              buy: {thoughts: [Which one?]}

        Bad::

            title: Buys a bicycle
            stages:
              buy: {thoughts+: [Which one?]}   # here
    """),
    Told("adds-and-replaces", Severity.ERROR, r"""
        ``thoughts`` and ``thoughts+`` stand in one place.

        Keep the one that is meant.

        Why: one replaces what is inherited, the other adds to it.

        Good::

            # file: journeys/a.yml
            title: A
            stages: {buy: {thoughts: [Hm]}}
            # file: journeys/b.yml
            title: B
            extends: a
            stages:
              buy: {thoughts+: [Why?]}

        Bad::

            # file: journeys/a.yml
            title: A
            stages: {buy: {thoughts: [Hm]}}
            # file: journeys/b.yml
            title: B
            extends: a
            stages:
              buy: {thoughts: [Which?], thoughts+: [Why?]}   # here
    """),
    Told("inherits-too-much", Severity.ERROR, r"""
        A journey extends one that extends another, and so on, too far.

        Write one of them out in full.

        Why: nobody can tell any more where a sentence comes from.
    """),
    Told("removed-and-written", Severity.WARNING, r"""
        A stage of the model is removed, and written under ``stages`` all the same.

        What is written stays on the map. Take the stage out of ``remove``, or delete its lines under ``stages``. In a journey
        that ``extends`` another both may stand: the stage is then begun anew, and takes over nothing.

        Why: the file says two things, and whoever reads it next cannot tell which is meant.

        Good::

            # file: journeys/buy.yml
            title: Buys
            model: aida
            remove: [desire]
            stages: {action: {}}

        Bad::

            # file: journeys/buy.yml
            title: Buys
            model: aida
            remove: [action]   # here
            stages: {action: {}}
    """),
    Told("removed-stage", Severity.ERROR, r"""
        A stage is removed from the journey that is extended, and another still names it.

        Write that line anew.

        Why: the way would lead nowhere.

        Good::

            # file: journeys/a.yml
            title: A
            stages: {need: {next: [ride]}, ride: {}, buy: {}}
            # file: journeys/b.yml
            title: B
            extends: a
            remove: [ride]
            stages: {need: {next: [buy]}}

        Bad::

            # file: journeys/a.yml
            title: A
            stages: {need: {next: [ride]}, ride: {}, buy: {}}
            # file: journeys/b.yml
            title: B
            extends: a
            remove: [ride]   # here
    """),
    Told("template", Severity.ERROR, r"""
        A template of yours in ``custom_dir`` stopped.

        The message names its line. The guide lists the fields that templates are given.

        Why: the page could not be printed.
    """),
)
