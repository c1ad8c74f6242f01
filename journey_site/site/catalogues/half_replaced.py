"""A word of ours that a handbook has replaced in one place and not in others, as in a heading and not in its plural."""

from __future__ import annotations

import re
from collections.abc import Iterator
from os.path import commonprefix

from journey_site.documents.reading import quoted
from journey_site.problems import Severity
from journey_site.site.catalogues.catalogue import Catalogue, our_messages, our_words
from journey_site.site.catalogues.slips import Slip
from journey_site.source.po import PoEntry

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4
"""Shorter words are hardly names of things, and stand in too many others."""
_MOST_WORDS = 2
_ALIKE = 0.6
"""So much of a word its other forms begin with: ``kontaktpunkt`` of ``kontaktpunkterna``."""
_NAMED = 2


def half_replaced(catalogue: Catalogue, code: str) -> Iterator[Slip]:
    """The names of things that other texts of the interface still call as we do; none in a language that we do not speak."""
    ours = our_words(code) or (our_messages() if code.split("-")[0] == "en" else {})
    # A file that our words were written into says most of them as we do.
    replaced = {key for key, said in catalogue.said.items() if key in ours and _spoken(ours[key], code) != said.forms}
    for key in catalogue.said:
        if key not in replaced or not is_name(key[1]):
            continue
        before = _spoken(ours[key], code)
        left = [
            quoted(other.source.words)
            for other in ours.values()
            if other.key not in replaced and has_word(other.source.words, key[1]) and _is_said(before[0], _spoken(other, code))
        ]
        if left:
            others = ", ".join(left[:_NAMED]) + (f" and {len(left) - _NAMED} more" if len(left) > _NAMED else "")
            verb = "still uses" if len(left) == 1 else "still use"
            message = f"{quoted(key[1])} has words of your own, and {others} {verb} ours"
            word = f'"{key[1]}"' if " " in key[1] else key[1].casefold()
            hint = f"journey-site translations words {code} --find {word} lists them"
            yield Slip("half-replaced-word", message, catalogue.places[key], hint, severity=Severity.ADVICE)


def is_name(message: str) -> bool:
    """Whether a message may be the name of something: a word or two, with nothing to fill in."""
    words = message.split()
    return len(words) <= _MOST_WORDS and all(_WORD.fullmatch(word) for word in words) and len(message) >= _SHORTEST


def stem_of(word: str) -> str:
    """What one thing and several have in common in English: ``opportunit``."""
    plain = word.casefold()
    for ending in ("ies", "y", "s"):
        if plain.endswith(ending) and not plain.endswith("ss") and len(plain) - len(ending) >= _SHORTEST - 1:
            return plain[: -len(ending)]
    return plain


def words_in(message: str) -> list[str]:
    """The words of a message, without signs and numbers."""
    return _WORD.findall(message)


def has_word(message: str, word: str) -> bool:
    """Whether a message speaks of what ``word`` is the name of, of one or of several."""
    stem = stem_of(word)
    if " " in stem:
        return stem in message.casefold()
    return any(stem_of(each) == stem for each in words_in(message))


def _is_said(name: str, words: tuple[str, ...]) -> bool:
    """Whether a translation has the name itself, in any of its forms."""
    name = name.casefold()
    least = max(_SHORTEST, round(_ALIKE * len(name)))
    return any(len(commonprefix((name, word.casefold()))) >= least for each in words for word in words_in(each))


def _spoken(entry: PoEntry, code: str) -> tuple[str, ...]:
    """Our words for a message."""
    if code.split("-")[0] == "en":
        return (entry.source.words, entry.many.words) if entry.many else (entry.source.words,)
    return entry.words
