"""Languages as people name them, in their own words or in others': svenska, Swedish, norsk, Deutsch."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

_NEAR = ("en", "sv", "da", "nb")
"""In these most people who write a handbook name a language; to know all names of all languages takes a second."""
_OTHERWISE = {"bokmål": "nb", "norskt bokmål": "nb", "bokmal": "nb", "nynorsk": "nn", "engelskt": "en", "svenskt": "sv", "danskt": "da"}
_WRITTEN_AS = {"no": "nb"}
"""A code that stands for several, and the one that is written."""


def code_of_language(words: str) -> str | None:
    """The code of the language that somebody names; None where no language is called so.

    The names are those of the Unicode CLDR, as Babel brings them. A code, too, with or without a country, is
    understood: only its language is given back.

    >>> code_of_language("Svenska"), code_of_language("norska"), code_of_language("sv-SE"), code_of_language("Klingon?")
    ('sv', 'nb', 'sv', None)
    """
    name = " ".join(words.split()).casefold()
    base = name.replace("_", "-").split("-")[0]
    if name in _OTHERWISE:
        code: str | None = _OTHERWISE[name]
    elif len(base) <= len("swe") and base in _codes():
        code = base
    else:
        code = _named_nearby().get(name) or _named_by_themselves().get(name)
    return _WRITTEN_AS.get(code, code) if code else None


@cache
def own_name(code: str) -> str:
    """What the people who speak a language call it; its code where that is not known.

    >>> own_name("sv"), own_name("nb")
    ('svenska', 'norsk bokmål')
    """
    return dict(_names_in(code)).get(code, code)


def _names_in(code: str) -> Iterator[tuple[str, str]]:
    """Code and name of every language, in the words of one of them."""
    from babel import Locale, UnknownLocaleError

    try:
        yield from Locale.parse(code, sep="-").languages.items()
    except (UnknownLocaleError, ValueError):
        return


@cache
def _codes() -> frozenset[str]:
    return frozenset(code for code, _ in _names_in("en") if "_" not in code)


@cache
def _named_nearby() -> dict[str, str]:
    return {name.casefold(): code for near in reversed(_NEAR) for code, name in _names_in(near) if "_" not in code}


@cache
def _named_by_themselves() -> dict[str, str]:
    from babel.localedata import locale_identifiers

    return {own_name(code).casefold(): code for code in locale_identifiers() if "_" not in code}
