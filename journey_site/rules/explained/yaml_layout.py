"""Slips with the layout of YAML: lines, columns, brackets, and what belongs together."""

from __future__ import annotations

from journey_site.problems import Severity
from journey_site.rules.explained.docstring import Told

YAML_LAYOUT = (
    Told("unclosed-bracket", Severity.ERROR, r"""
        A bracket is never closed, or closes what nobody opened.

        Why: everything below it is read as a part of the list.

        Good::

            title: Buys a bicycle
            stages: [need, buy]

        Bad::

            title: Buys a bicycle
            stages: [need, buy
    """),
    Told("missing-comma", Severity.ERROR, r"""
        Items in brackets are divided by commas, and one is missing.

        Why: two entries would be read as one.

        Good::

            title: Buys a bicycle
            stages: [need, {id: compare}]

        Bad::

            title: Buys a bicycle
            stages: [need {id: compare}]
    """),
    Told("missing-colon", Severity.ERROR, r"""
        A line stands where a name and a colon should.

        Write ``name: text``, or indent the line if it goes on with the text above. Where the line begins with the name of
        a field, the message says how it should be written.

        Why: without its colon, a line is a text to YAML, and belongs to nothing.

        Good::

            title: Buys a bicycle
            stages: [buy]

        Bad::

            title Buys a bicycle
            stages: [buy]
    """),
    Told("wrong-indent", Severity.ERROR, r"""
        A line begins too far left or right.

        Why: what belongs together begins in the same column; that is all that YAML goes by.

        Good::

            title: Buys a bicycle
            stages:
              buy:
                goal: A fair price
                summary: Pays

        Bad::

            title: Buys a bicycle
            stages:
              buy:
                goal: A fair price
               summary: Pays
    """),
    Told("tab-indent", Severity.ERROR, r"""
        A tab stands where YAML wants spaces.

        Set your editor to write two spaces.

        Why: a tab is as wide as each editor likes, so YAML refuses to guess.

        Good::

            title: Buys a bicycle
            stages:
              buy: {}

        Bad::

            title: Buys a bicycle
            stages:
            	buy: {}
    """),
    Told("odd-space", Severity.ERROR, """
        A blank that looks like a space is none to YAML, and stands where a space belongs.

        It is looked for at the beginning of a line, after a dash, beside the colon of a field and before the ``#`` of a
        comment. Within a text such blanks are left alone: some languages want them there. In the example, two
        non-breaking spaces (U+00A0) stand before the last line.

        Why: it comes with text that is copied from a page, a letter or a chat; YAML takes it for a letter, and nobody sees it.

        Good::

            title: Buys a bicycle
            stages:
              buy: {}

        Bad::

            title: Buys a bicycle
            stages:
            \u00a0\u00a0buy: {}
    """),
    Told("list-place", Severity.ERROR, r"""
        A list begins where none can stand, or its items begin with another sign than a dash.

        Write each item on a line of its own below the name, with a dash and a space before it.

        Why: that is how YAML knows a list; ``• one`` below ``• two`` is a single text to it.

        Good::

            title: Buys a bicycle
            stages:
              - buy

        Bad::

            title: Buys a bicycle
            stages: - buy
    """),
    Told("duplicate-key", Severity.ERROR, r"""
        The same name stands twice in one place.

        Keep one of them, or put both texts under one.

        Why: only one of the two can be shown, and nobody would know which.

        Good::

            title: Buys a bicycle
            stages: [buy]

        Bad::

            title: Buys a bicycle
            title: Buys a car   # here
            stages: [buy]
    """),
    Told("merge-key", Severity.ERROR, r"""
        ``<<`` would take lines from elsewhere.

        Write out the lines that are meant. To build one journey on another there is ``extends``.

        Why: whoever reads the file should see what holds without looking it up.

        Good::

            title: Buys a bicycle
            stages: [buy]

        Bad::

            title: Buys a bicycle
            <<: {owner: sales}
            stages: [buy]
    """),
    Told("several-documents", Severity.ERROR, r"""
        Three dashes begin a second document in one file.

        Put it into a file of its own.

        Why: a file is one thing, called by the file's name.

        Good::

            title: Buys a bicycle
            stages: [buy]

        Bad::

            title: Buys a bicycle
            stages: [buy]
            ---
            title: Buys a car
    """),
    Told("merge-conflict", Severity.ERROR, r"""
        Two versions of the text stand unmerged.

        Keep the lines that are right, and delete the lines with ``<<<<<<<``, ``=======`` and ``>>>>>>>``.

        Why: a version control system asks here which of them holds.

        Good::

            title: Buys a bicycle
            stages: [buy]

        Bad::

            <<<<<<< ours
            title: Buys a bicycle
            =======
            title: Buys a car
            >>>>>>> theirs
            stages: [buy]
    """),
    Told("yaml-syntax", Severity.ERROR, r"""
        YAML does not understand something here.

        Look at quotes, brackets and indentation in this line and the one above.

        Why: what cannot be read cannot be shown.

        Good::

            title: Buys a bicycle
            stages: [buy]

        Bad::

            %YAML 3.0
            ---
            title: Buys a bicycle
            stages: [buy]
    """),
)
"""Rules of ``source/`` about how lines stand to each other."""
