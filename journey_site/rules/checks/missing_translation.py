"""A text stands in some of the handbook's languages, and not in all.

Looks at texts that are written in several languages (``{sv: …, en: …}``). A text that is written once, without a
language, is in the handbook's own and is left alone.

Why: readers of the other language meet a foreign sentence in the middle of theirs.

Good::

    # file: handbook.yml
    title: T
    languages: [en, sv]
    # file: journeys/a.yml
    title: {en: Buys a bicycle, sv: Köper cykel}
    stages: [buy]

Bad::

    # file: handbook.yml
    title: T
    languages: [en, sv]
    # file: journeys/a.yml
    title: {en: Buys a bicycle}   # here
    stages: [buy]
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.documents.reading import some
from journey_site.problems import Severity
from journey_site.rules.checks.check import Check, Found
from journey_site.rules.checks.survey import Survey

_TWINS = {"no": "nb", "nb": "no"}


def look(survey: Survey) -> Iterator[Found]:
    """Texts with some languages and without others."""
    languages = survey.atlas.handbook.site_languages
    if len(languages) < 2:
        return
    for text in survey.texts:
        if not text.places:
            continue
        said = text.values
        missing = [each for each in languages if each not in said and _TWINS.get(each) not in said]
        if missing:
            message = f"this text stands in {some(said)}, and not in {some(missing)}"
            yield Found(text.origin, message, f"add {missing[0]}: and the words")


CHECK = Check("missing-translation", Severity.ADVICE, look, alone=True)
