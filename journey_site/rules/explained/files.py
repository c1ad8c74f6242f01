"""Files: what can be wrong before anything in them is read, and with what nobody sees in them."""

from __future__ import annotations

from journey_site.problems import Severity
from journey_site.rules.explained.docstring import Told

FILES = (
    Told("no-handbook", Severity.ERROR, r"""
        The folder has no handbook.yml.

        Create it with a ``title``, or point ``maps`` to the right folder.

        Why: without it there is no title, and nobody knows that the folder is a handbook.

        Good::

            # file: handbook.yml
            title: Our journeys

        Bad::

            # file: handbook.yml
            (none)
    """),
    Told("empty-file", Severity.ERROR, r"""
        There is nothing in a file in which something is needed.

        The message says the least that must stand there.

        Why: it has a name, and something may refer to it already.

        Good::

            # file: personas/anna.yml
            name: Anna

        Bad::

            # file: personas/anna.yml
            # still to come
    """),
    Told("near-kind", Severity.WARNING, r"""
        A folder or file is not read, because of its name or its place.

        Rename it: ``personas``, ``journeys``, ``models``, ``departments``, ``channels``, ``touchpoints``, ``content``,
        ``evidence``, ``metrics``. A journey that lies loose, or in another folder, moves into ``journeys/``, a persona into
        ``personas/``. Files that hold something else are left alone.

        Why: what lies in it is not read, and nothing else says so.

        Good::

            # file: personas/anna.yml
            name: Anna

        Bad::

            # file: persona/anna.yml
            name: Anna
    """),
    Told("missing-folder", Severity.ERROR, r"""
        ``uses`` names a folder that is not there.

        Paths start at the handbook's folder.

        Why: what is used from it is missing everywhere.

        Good::

            # file: handbook.yml
            title: T

        Bad::

            # file: handbook.yml
            title: T
            uses: [../common]   # here
    """),
    Told("unreadable-file", Severity.ERROR, r"""
        The file cannot be opened.

        Look at its rights, or at the link.

        Why: what cannot be read cannot be shown.
    """),
    Told("not-utf8", Severity.ERROR, r"""
        The file is saved in another encoding.

        Open it in your editor, choose Save as and the encoding UTF-8, and look at its letters.

        Why: its letters would turn into others.
    """),
    Told("control-character", Severity.ERROR, r"""
        An invisible control character stands in the text.

        Delete it and write the place again.

        Why: YAML allows none, and no reader can see it.
    """),
    Told("invisible-character", Severity.WARNING, r"""
        A character without a width stands in the text.

        Delete it and write the place again. What languages need is left alone: joiners, soft hyphens, marks of direction.

        Why: nobody sees it, and words that look alike are not found, or are not the same. It comes along when text is
        copied from a page or a chat.

        Good::

            title: Buys a bicycle
            stages: [buy]

        Bad::

            title: Buys a<U+200B> bicycle
            stages: [buy]
    """),
    Told("bidirectional-override", Severity.WARNING, r"""
        A mark turns the direction of what follows.

        Delete it. Arabic and Hebrew need no such mark, and isolates that are closed in the same line are left alone.

        Why: the text is read otherwise than it is written, in the file as on the page. It can hide in a review what a line
        does.

        Good::

            title: Buys a bicycle
            stages: [buy]

        Bad::

            title: Buys a <U+202E>elcycib
            stages: [buy]
    """),
    Told("broken-letters", Severity.WARNING, r"""
        Letters were saved in another encoding and opened in this one.

        Write the letters again, and save the file as UTF-8.

        Why: readers meet Ã¥ in place of å, and the search finds neither.

        Good::

            title: Köper cykel
            stages: [buy]

        Bad::

            title: KÃ¶per cykel
            stages: [buy]
    """),
    Told("secret-in-address", Severity.WARNING, r"""
        An address holds a password or a key.

        Write the address without it. What has been shared once is known: have the secret changed.

        Why: whoever reads the site, or the file, can open what it leads to.

        Good::

            title: Buys a bicycle
            stages:
              buy:
                thoughts: [{text: Which one?, url: "https://example.com/"}]

        Bad::

            title: Buys a bicycle
            stages:
              buy:
                thoughts: [{text: Which one?, url: "https://example.com/?access_token=4f9c2e71ab"}]   # here
    """),
    Told("file-too-large", Severity.ERROR, r"""
        The file is larger than two megabytes.

        Divide it into several.

        Why: a journey has a hundredth of it; something else was saved there.
    """),
    Told("too-large", Severity.ERROR, r"""
        The file holds more texts than are read from one.

        Divide it into several.

        Why: somebody who opens it cannot find anything either.
    """),
    Told("too-deep", Severity.ERROR, r"""
        A hundred lists and mappings stand inside each other.

        Put quotes around it if it is a text.

        Why: nothing in a handbook is a tenth as deep, so it is most likely a text.

        Good::

            title: A
            stages: [buy]

        Bad::

            title: A
            stages: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
    """),
    Told("too-many-problems", Severity.ERROR, r"""
        There are more problems than anybody reads, so the rest of the file is not read.

        Mend the problems above first.

        Why: they most often have one cause.
    """),
    Told("link-outside", Severity.ERROR, r"""
        A link or a picture leads out of the handbook's folder.

        Copy what it leads to into the folder.

        Why: elsewhere, on another computer or in the build, it leads nowhere.

        Good::

            # file: personas/anna.yml
            name: Anna

        Bad::

            # file: personas/anna.yml
            name: Anna
            portrait: ../../anna.jpg   # here
    """),
    Told("link-circle", Severity.ERROR, r"""
        A link leads to a folder that it lies in itself.

        Delete the link.

        Why: reading it would never end.
    """),
    Told("missing-picture", Severity.WARNING, r"""
        There is no such picture beside the file.

        Check the name, also upper and lower case.

        Why: readers see a broken picture, or initials.

        Good::

            # file: personas/anna.yml
            name: Anna

        Bad::

            # file: personas/anna.yml
            name: Anna
            portrait: ana.jpg   # here
    """),
    Told("missing-font", Severity.WARNING, r"""
        There is no such font beside the file.

        Check the name, also upper and lower case.

        Why: readers see another font in its place, and the site is not dressed as it should be.

        Good::

            # file: handbook.yml
            title: T
            brand: {fonts: {text: acme.woff2}}

        Bad::

            # file: handbook.yml
            title: T
            brand: {fonts: {text: fonts/acme.woff2}}   # here
    """),
    Told("format-version", Severity.ERROR, r"""
        The handbook is written for another version of the format.

        Install a newer mkdocs-journey-site, or write ``format: 1``.

        Why: fields may mean something else there.

        Good::

            # file: handbook.yml
            format: 1
            title: T

        Bad::

            # file: handbook.yml
            format: 2   # here
            title: T
    """),
)
"""Rules about files and the characters in them."""
