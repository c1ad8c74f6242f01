"""Blocks of pages written by hand, which ask for a part of the handbook."""

from __future__ import annotations

from journey_site.problems import Severity
from journey_site.rules.explained.docstring import Told

BLOCKS = (
    Told("bad-embed", Severity.ERROR, r"""
        A fenced block in a page asks for something that cannot be shown.

        Its first line names a kind, an id and options: ``journey anna-ebike show=card``. The message says which word is
        wrong, and what may stand there.

        Why: readers of the page would miss what should stand there.

        Good::

            # file: personas.yml
            anna: {name: Anna Lindqvist}
            # file: meeting.md
            ~~~persona anna show=card
            ~~~

        Bad::

            # file: personas.yml
            anna: {name: Anna Lindqvist}
            # file: meeting.md
            ~~~persona anna show=map   # here
            ~~~
    """),
    Told("misspelt-block", Severity.WARNING, r"""
        A fenced block in a page begins with a word that is nearly a kind of thing in a handbook.

        The kinds are ``journey``, ``persona``, ``touchpoint``, ``content``, ``department``, ``channel``, ``evidence``,
        ``metric`` and ``model``, in lower case and in English whatever the page is written in. Languages of code are
        left alone. Where the word is right, as another program reads it, write ``misspelt-block: off`` under ``checks``.

        Why: the page shows the block as code, where a map or a card should stand.

        Good::

            # file: personas.yml
            anna: {name: Anna Lindqvist}
            # file: meeting.md
            ~~~persona anna
            ~~~

        Bad::

            # file: personas.yml
            anna: {name: Anna Lindqvist}
            # file: meeting.md
            ~~~personna anna   # here
            ~~~
    """),
)
