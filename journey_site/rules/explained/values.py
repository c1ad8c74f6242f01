"""Values: what may stand in a field."""

from __future__ import annotations

from journey_site.problems import Severity
from journey_site.rules.explained.docstring import Told

VALUES = (
    Told("text-expected", Severity.ERROR, r"""
        A text should stand here.

        Put quotes around it if brackets belong to the text.

        Why: a list or fields cannot be read as a sentence.

        Good::

            title: Buys a bicycle
            trigger: The car is broken
            stages: [buy]

        Bad::

            title: Buys a bicycle
            trigger: [The car, is broken]   # here
            stages: [buy]
    """),
    Told("number-expected", Severity.ERROR, r"""
        A number should stand here.

        A fraction is written with a point. What can mean one number only (``0,5``, ``−1``, ``41 000``, ``"3"``) is corrected
        by ``--fix``; ``1,000`` is a thousand in one country and one in the next, so there you choose.

        Why: it is compared, drawn and computed with.

        Good::

            title: Buys a bicycle
            stages:
              buy: {emotion: 1}

        Bad::

            title: Buys a bicycle
            stages:
              buy: {emotion: good}   # here
    """),
    Told("flag-expected", Severity.ERROR, r"""
        ``true`` or ``false`` should stand here.

        Why: ``yes`` and ``no`` are texts, and ``no`` is Norwegian.

        Good::

            title: Buys a bicycle
            stages:
              buy: {optional: true}

        Bad::

            title: Buys a bicycle
            stages:
              buy: {optional: yes}   # here
    """),
    Told("list-expected", Severity.WARNING, r"""
        Several ids stand with commas between, and no brackets around them.

        Write ``[shop, web]``, or each on a line of its own with a dash before it; ``check --fix`` writes the brackets. What is
        meant is certain, as no id holds a comma, so the page shows it already. In texts a comma is a comma.

        Why: without brackets it is one text, and other programs that read the file take it for one.

        Good::

            # file: touchpoints.yml
            {shop: The shop, web: The web shop}
            # file: journeys/buy.yml
            title: Buys
            stages: {look: {touchpoints: [shop, web]}}

        Bad::

            # file: touchpoints.yml
            {shop: The shop, web: The web shop}
            # file: journeys/buy.yml
            title: Buys
            stages:
              look:
                touchpoints: shop, web   # here
    """),
    Told("bad-font", Severity.ERROR, r"""
        A font should be a file that browsers read.

        Write the name of a file that ends in ``.woff2``, ``.woff``, ``.ttf`` or ``.otf``.

        Why: a site brings its fonts with it. A name such as Arial is no file, and the reader may not have it.

        Good::

            # file: handbook.yml
            title: T
            brand: {fonts: {text: acme.woff2}}

        Bad::

            # file: handbook.yml
            title: T
            brand: {fonts: {text: Arial}}   # here
    """),
    Told("mapping-expected", Severity.ERROR, r"""
        Fields with names should stand here.

        Why: a list or a text does not say what is what.

        Good::

            title: Buys a bicycle
            stages: [buy]

        Bad::

            title: Buys a bicycle
            stages: buy   # here
    """),
    Told("bad-date", Severity.ERROR, r"""
        A date is written ``2026-11-12``, and must exist.

        What can mean one day only (``2026-3-4``, ``2026/03/04``, ``4.3.2026``, ``4 March 2026``) is corrected by ``--fix``.

        Why: day and month are written the other way round in half of the world.

        Good::

            title: Buys a bicycle
            reviewed: 2026-11-12
            stages: [buy]

        Bad::

            title: Buys a bicycle
            reviewed: 12/11/2026   # here
            stages: [buy]
    """),
    Told("bad-duration", Severity.ERROR, r"""
        A length of time cannot be read.

        Such as ``2 weeks``, ``1-2 days``, ``<2 min``, ``12+ months`` or ``ongoing``, with the units of English, Swedish,
        Danish and Norwegian.

        Why: times are added up and drawn to scale.

        Good::

            title: Buys a bicycle
            stages:
              buy: {duration: 1-2 days}

        Bad::

            title: Buys a bicycle
            stages:
              buy: {duration: a while}   # here
    """),
    Told("bad-colour", Severity.ERROR, r"""
        A colour is written ``"#1565c0"``, with quotes.

        For the most usual names, such as ``yellow``, the message says what to write, and ``check --fix`` writes it.

        Why: names of colours differ from program to program.

        Good::

            # file: personas/anna.yml
            name: Anna
            colour: "#c62828"

        Bad::

            # file: personas/anna.yml
            name: Anna
            colour: red   # here
    """),
    Told("bad-address", Severity.ERROR, r"""
        An address that no page may open.

        Why: pages open http, https, mailto and tel, and what lies beside them. Anything else could run a program.

        Good::

            title: Buys a bicycle
            url: https://www.example.com
            stages: [buy]

        Bad::

            title: Buys a bicycle
            url: www.example.com   # here
            stages: [buy]
    """),
    Told("bad-requirement", Severity.ERROR, r"""
        ``require`` is a share such as 80%, or a number of journeys.

        Why: it asks how many journeys must meet a question, so only those questions have it.

        Good::

            # file: handbook.yml
            title: T
            checks: {goal-in-every-stage: {require: 80%}}

        Bad::

            # file: handbook.yml
            title: T
            checks: {goal-in-every-stage: {require: most}}   # here
    """),
    Told("bad-level", Severity.ERROR, r"""
        This rule tells and does not judge.

        Its level is ``off`` or ``advice``.

        Why: that a touchpoint is felt differently is nobody's mistake, so nothing may fail for it.

        Good::

            # file: handbook.yml
            title: T
            checks: {touchpoints-rated-alike: advice}

        Bad::

            # file: handbook.yml
            title: T
            checks: {touchpoints-rated-alike: error}   # here
    """),
)
