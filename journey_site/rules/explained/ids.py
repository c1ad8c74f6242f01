"""Ids: how they are written, and that each means one thing."""

from __future__ import annotations

from journey_site.problems import Severity
from journey_site.rules.explained.docstring import Told

IDS = (
    Told("bad-id", Severity.ERROR, r"""
        An id is made of a–z, 0–9 and dashes, and starts with a letter or digit.

        The message proposes one. ``index`` is none, because that page lists all.

        Why: it becomes an address, and must look the same everywhere.

        Good::

            title: Buys a bicycle
            stages:
              first-look: {name: First Look}

        Bad::

            title: Buys a bicycle
            stages:
              First Look: {}   # here
    """),
    Told("duplicate-id", Severity.ERROR, r"""
        Two things of one kind, or two entries on one page, have the same id.

        Rename one, or put both together.

        Why: an address can lead to one of them only.

        Good::

            title: Buys a bicycle
            stages:
              - {id: choose, name: Chooses}
              - {id: buy, name: Pays}

        Bad::

            title: Buys a bicycle
            stages:
              - {id: buy, name: Chooses}
              - {id: buy, name: Pays}   # here
    """),
    Told("other-id", Severity.ERROR, r"""
        A thing that has its id from its file or key says another one.

        Leave the ``id`` out, or rename the file.

        Why: only one of the two can be its address.

        Good::

            # file: personas/anna.yml
            name: Anna

        Bad::

            # file: personas/anna.yml
            id: ann   # here
            name: Anna
    """),
    Told("old-id-in-use", Severity.ERROR, r"""
        ``was`` names an id that something else has, or had.

        Why: an old address can lead to one place only.

        Good::

            # file: touchpoints.yml
            till: {name: The till, was: [cash-desk]}
            shop: {name: The shop}

        Bad::

            # file: touchpoints.yml
            till: {name: The till, was: [shop]}   # here
            shop: {name: The shop}
    """),
    Told("id-from-name", Severity.ADVICE, r"""
        An id is made from a name.

        Write ``id:``.

        Why: a new name would change the address, and links that were sent to colleagues lead nowhere.

        Good::

            title: Buys a bicycle
            stages:
              - {id: first-look, name: First look}

        Bad::

            title: Buys a bicycle
            stages:
              - {name: First look}   # here
    """),
)
