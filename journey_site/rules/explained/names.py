"""Names: fields, ids, rules, languages and audiences, and how they are called."""

from __future__ import annotations

from journey_site.problems import Severity
from journey_site.rules.explained.docstring import Told

NAMES = (
    Told("unknown-field", Severity.ERROR, r"""
        There is no such field here.

        The message names the nearest one. Begin the name with ``x-`` to keep something of your own.

        Why: what stands in it is not on the site until the name is corrected.

        Good::

            title: Buys a bicycle
            stages:
              buy:
                pains: [Nobody says when it comes]

        Bad::

            title: Buys a bicycle
            stages:
              buy:
                paint_points: [Nobody says when it comes]   # here
    """),
    Told("unknown-word", Severity.ERROR, r"""
        Only some words may stand here.

        The message lists them.

        Why: pages, filters and checks go by them.

        Good::

            title: Buys a bicycle
            state: future
            stages: [buy]

        Bad::

            title: Buys a bicycle
            state: futur   # here
            stages: [buy]
    """),
    Told("unknown-rule", Severity.WARNING, r"""
        ``checks``, or a comment that silences a rule, names one that there is not.

        The message names the nearest.

        Why: the level that was meant is not set.

        Good::

            # file: handbook.yml
            title: T
            checks: {review-overdue: error}

        Bad::

            # file: handbook.yml
            title: T
            checks: {review-overdu: error}   # here
    """),
    Told("unused-ignore", Severity.WARNING, r"""
        A comment silences nothing.

        Delete the comment, or move it to the line that is meant.

        Why: the mistake is mended, or the comment stands on another line, and the next one would be silenced unseen.

        Good::

            title: Buys a bicycle
            stages: [buy]

        Bad::

            title: Buys a bicycle
            # journey: ignore[]
            stages: [buy]
    """),
    Told("unused-override", Severity.WARNING, r"""
        Levels are set for files that there are not.

        Paths start in the handbook's folder, such as ``journeys/drafts/**``.

        Why: a folder was renamed, and its files are judged by other levels than was agreed.

        Good::

            # file: handbook.yml
            title: T

        Bad::

            # file: handbook.yml
            title: T
            checks:
              overrides:
                - {files: journeys/old/**, checks: {dead-end: error}}   # here
    """),
    Told("missing-field", Severity.ERROR, r"""
        Something is required and not there.

        Required are a handbook's title, a persona's name, a journey's title and stages, and what an entry of a list is
        about.

        Why: without a title or name there is nothing to call it by.

        Good::

            # file: personas/anna.yml
            name: Anna
            role: Project lead

        Bad::

            # file: personas/anna.yml
            role: Project lead
    """),
    Told("unknown-audience", Severity.ERROR, r"""
        The audience is not declared under ``audiences`` in handbook.yml.

        Why: nobody could say who may see this. Until it is mended, the narrowest audience is taken.

        Good::

            # file: handbook.yml
            title: T
            audiences: [internal, public]
            # file: journeys/a.yml
            title: Buys a bicycle
            audience: internal
            stages: [buy]

        Bad::

            title: Buys a bicycle
            audience: staff   # here
            stages: [buy]
    """),
    Told("no-audience-chosen", Severity.ADVICE, r"""
        The handbook has audiences, and none is chosen.

        The option ``audience`` chooses one.

        Why: the narrowest edition is built, which shows everything. That is right for a preview, and not for publishing.

        Good::

            # file: handbook.yml
            title: T

        Bad::

            # file: handbook.yml
            title: T
            audiences: [internal, public]   # here
    """),
    Told("unknown-language", Severity.ERROR, r"""
        The language is not declared under ``languages`` in handbook.yml.

        Why: there is no page on which it would be shown.

        Good::

            # file: handbook.yml
            title: T
            languages: [en, sv]
            # file: journeys/a.yml
            title: {en: Buys a bicycle, sv: Köper cykel}
            stages: [buy]

        Bad::

            title: {en: Buys a bicycle, sv: Köper cykel}   # here
            stages: [buy]
    """),
    Told("bad-language", Severity.ERROR, r"""
        A language is written as its code.

        Such as ``en``, ``sv``, ``da`` or ``nb``.

        Why: browsers and screen readers know it by that.

        Good::

            # file: handbook.yml
            title: T
            languages: [sv]

        Bad::

            # file: handbook.yml
            title: T
            languages: [swedish language]   # here
    """),
    Told("duplicate-entry", Severity.ERROR, r"""
        The same thing stands twice in one list.

        Keep one of the two.

        Why: one of the two was most likely to be another.

        Good::

            # file: handbook.yml
            title: T
            languages: [en, sv]

        Bad::

            # file: handbook.yml
            title: T
            languages: [en, sv, en]   # here
    """),
)
