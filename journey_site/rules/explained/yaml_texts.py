"""Slips with texts in YAML: quotes, colons, and signs that mean something."""

from __future__ import annotations

from journey_site.problems import Severity
from journey_site.rules.explained.docstring import Told

YAML_TEXTS = (
    Told("unquoted-colon", Severity.ERROR, r"""
        A text holds a colon and a space, which YAML reads as a name.

        Put quotes around the whole text. It happens in lists too: ``- He asks: who is it``.

        Why: half of the text would be taken for a field that there is not.

        Good::

            title: "Cost: too much"
            stages: [buy]

        Bad::

            title: Cost: too much
            stages: [buy]
    """),
    Told("text-needs-quotes", Severity.ERROR, r"""
        A text begins with a sign that means something to YAML.

        Put quotes around it.

        Why: YAML takes ``*``, ``&``, ``@``, ``%``, ``!``, ``>`` and ``|`` at the beginning for an instruction, and the text
        is lost.

        Good::

            title: "@anna buys a bicycle"
            stages: [buy]

        Bad::

            title: @anna buys a bicycle
            stages: [buy]
    """),
    Told("printed-quotes", Severity.ADVICE, r"""
        A name stands in quotation marks of print, which are shown with it.

        YAML's own quotes are straight ones, and are not shown. Programs for writing make curved ones of them. Leave them out;
        in other texts, where somebody is quoted, they may stand.

        Why: they would be in every list, heading and search result.

        Good::

            title: Buys a bicycle
            stages: [buy]

        Bad::

            title: “Buys a bicycle”   # here
            stages: [buy]
    """),
    Told("unclosed-quote", Severity.ERROR, r"""
        A quote opens and is never closed.

        Write the same sign at the end of the text. A quote that closes only at the quote of another text, lines below, is
        told as this one.

        Why: everything below it is read as a part of that text.

        Good::

            title: "Buys a bicycle"
            stages: [buy]

        Bad::

            title: "Buys a bicycle
            stages: [buy]
    """),
    Told("colour-needs-quotes", Severity.WARNING, r"""
        A colour without quotes is a comment to YAML, because # begins one.

        Why: the colour is gone, and nothing else says so.

        Good::

            # file: personas/anna.yml
            name: Anna
            colour: "#bf360c"

        Bad::

            # file: personas/anna.yml
            name: Anna
            colour: #bf360c
    """),
    Told("cut-at-hash", Severity.WARNING, r"""
        A text ends before a #, because YAML reads what follows as a comment.

        Put quotes around the text. A comment is known by the space behind its #.

        Why: half of the sentence is missing on the page, and what is left looks whole.

        Good::

            title: "We are #1 in the north"
            stages: [buy]

        Bad::

            title: We are #1 in the north
            stages: [buy]
    """),
    Told("text-after-quote", Severity.ERROR, r"""
        Something follows a closing quote or bracket.

        Put the quotes around the whole text.

        Why: YAML cannot tell whether it belongs to the text.

        Good::

            title: '"Buys" a bicycle'
            stages: [buy]

        Bad::

            title: "Buys" a bicycle
            stages: [buy]
    """),
    Told("bad-escape", Severity.ERROR, r"""
        A backslash in double quotes stands before a letter with which it means nothing.

        Write two backslashes, or use single quotes.

        Why: in double quotes a backslash begins a sign such as a line break.

        Good::

            title: 'Buys\qa bicycle'
            stages: [buy]

        Bad::

            title: "Buys\qa bicycle"
            stages: [buy]
    """),
    Told("missing-space", Severity.ERROR, r"""
        A space is missing after a colon or a dash.

        Write ``name: Anna`` and ``- Anna``.

        Why: without the space YAML reads one word, and no name with a text.

        Good::

            title: Buys a bicycle
            stages: [buy]

        Bad::

            title:Buys a bicycle
    """),
    Told("bad-key", Severity.ERROR, r"""
        Something stands before a colon that is no name.

        Write a name, or put quotes around the whole text.

        Why: names of fields are words.

        Good::

            title: "{{ name }}"
            stages: [buy]

        Bad::

            title: {{ name }}
            stages: [buy]
    """),
    Told("bad-alias", Severity.ERROR, r"""
        ``*name`` repeats something that is not there, or that it is itself a part of.

        If it is a text, put quotes around it.

        Why: there is nothing to repeat.

        Good::

            title: Buys a bicycle
            pains: [Nobody says when it comes]
            stages: [buy]

        Bad::

            title: Buys a bicycle
            pains: &all [*all]
            stages: [buy]
    """),
    Told("custom-tag", Severity.ERROR, r"""
        ``!something`` is an instruction to other programs.

        Put quotes around it if it is a text, else delete it.

        Why: here it means nothing, and the text behind it would be lost with it.

        Good::

            title: "!important Buys a bicycle"
            stages: [buy]

        Bad::

            title: !important Buys a bicycle
            stages: [buy]
    """),
)
"""Rules of ``source/`` about single texts and names."""
