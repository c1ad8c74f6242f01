"""The known word that somebody most likely meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

_LONGEST = 100
"""Longer words are no slips of a known one, and comparing them would be slow."""
_NEAR_ENOUGH = 0.68
_PER_LEADING_LETTER = 0.05
"""People rarely slip at the beginning of a word, so a shared beginning counts extra."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The entry of ``known`` closest to ``word``, None when nothing is near.

    >>> nearest("paint_points", ["pains", "gains", "thoughts"])
    'pains'
    """
    wanted = _folded(word)
    if not wanted or len(wanted) > _LONGEST:
        return None
    best, best_score = None, _NEAR_ENOUGH
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    for entry in known:
        candidate = _folded(entry)
        lead = _PER_LEADING_LETTER * _shared_beginning(wanted, candidate)
        matcher.set_seq1(candidate)
        if matcher.real_quick_ratio() + lead <= best_score or matcher.quick_ratio() + lead <= best_score:
            continue
        score = matcher.ratio() + lead
        if score > best_score:
            best, best_score = entry, score
    return best


def _folded(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")


def _shared_beginning(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one[:4], other[:4], strict=False):
        if a != b:
            break
        count += 1
    return count
