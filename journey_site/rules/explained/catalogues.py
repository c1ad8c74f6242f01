"""Words of the interface that a handbook brings itself: what can be wrong in its ``locales`` folder."""

from __future__ import annotations

from journey_site.problems import Severity
from journey_site.rules.explained.docstring import Told

CATALOGUES = (
    Told("unused-catalogue", Severity.WARNING, r"""
        A file with words of the interface is not read.

        It stands in the folder ``locales`` of the handbook and is called after one of the site's languages, as in
        ``locales/fi.po``.

        Why: none of its words are on the site, and nothing else says so.

        Good::

            # file: handbook.yml
            title: T
            languages: [sv, en]
            # file: locales/sv.po
            msgid "More"
            msgstr "Övrigt"

        Bad::

            # file: handbook.yml
            title: T
            languages: [sv, en]
            # file: locales/swedish.po
            msgid "More"   # here
            msgstr "Övrigt"
    """),
    Told("po-syntax", Severity.WARNING, r"""
        A line in a catalogue is none of a PO file.

        A message is a line ``msgid`` with the English text and a line ``msgstr`` with yours, both between straight quotes;
        a quote within is written ``\"``. The message is left out, and all others are used.

        Why: the site keeps our words there.

        Good::

            # file: locales/en.po
            msgid "More"
            msgstr "Further pages"

        Bad::

            # file: locales/en.po
            msgid "More"
            msgstr "Further pages   # here
    """),
    Told("unknown-message", Severity.WARNING, r"""
        No text of the interface is called so.

        A ``msgid`` is the English text to the letter; ``journey-site translations words`` lists them all. Where a
        template of your own says it, write ``unknown-message: off`` under ``checks``.

        Why: the word is not replaced, and nothing else says so. A text may also have changed with a new version.

        Good::

            # file: locales/en.po
            msgid "More"
            msgstr "Further pages"

        Bad::

            # file: locales/en.po
            msgid "Mroe"   # here
            msgstr "Further pages"
    """),
    Told("lost-placeholder", Severity.WARNING, r"""
        A text of your own has not the placeholders of the English one.

        ``%(num)s`` stands for a number or a name that is put in there. Keep each as it is, where your language wants it;
        the form for one thing may say the number in letters. A sign of percent beside them is written ``%%``.

        Why: readers would miss a number or a name, so our words are shown instead.

        Good::

            # file: locales/en.po
            msgid "and %(num)s more"
            msgstr "plus %(num)s"

        Bad::

            # file: locales/en.po
            msgid "and %(num)s more"
            msgstr "and others"   # here
    """),
    Told("plural-forms", Severity.WARNING, r"""
        A text with a number has not as many forms as the language.

        English has two, ``msgstr[0]`` for one and ``msgstr[1]`` for more; others have one, three or six.
        ``journey-site translations words`` writes as many as the language wants, and the line ``Plural-Forms``.

        Why: nobody can say which form goes with which number, so our words are shown instead.

        Good::

            # file: locales/en.po
            msgid "%(num)s stage"
            msgid_plural "%(num)s stages"
            msgstr[0] "%(num)s phase"
            msgstr[1] "%(num)s phases"

        Bad::

            # file: locales/en.po
            msgid "%(num)s stage"
            msgid_plural "%(num)s stages"
            msgstr[0] "%(num)s phase"   # here
    """),
    Told("unfinished-message", Severity.ADVICE, r"""
        A translation of the interface is marked as needing work.

        Look at it, and take the word ``fuzzy`` out of the line above it when it is right.

        Why: it is not used until then.

        Good::

            # file: locales/en.po
            msgid "More"
            msgstr "Further pages"

        Bad::

            # file: locales/en.po
            #, fuzzy
            msgid "More"   # here
            msgstr "Further pages"
    """),
    Told("half-replaced-word", Severity.ADVICE, r"""
        A word of the interface is replaced here, and stands as before in other texts.

        The command in the message lists all texts with that word, as they would stand in your catalogue.

        Why: a reader meets two words for one thing.

        Good::

            # file: locales/en.po
            msgid "Overview"
            msgstr "Welcome"

        Bad::

            # file: locales/en.po
            msgid "Touchpoints"   # here
            msgstr "Moments"
    """),
)
