"""The known word that somebody most likely meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

_LONGEST = 100
"""Longer words are no slips of a known one, and comparing them would be slow."""
_NEAR_ENOUGH = 0.68
_PER_LEADING_LETTER = 0.05
"""People rarely slip at the beginning of a word, so a shared beginning counts extra."""
_SURE = 0.75
_BY_FAR = 0.08
_PATIENCE = 1_500_000
_GLANCE = 6
"""What it costs to see that two words cannot be alike; comparing them costs their lengths multiplied."""


class Suggestions:
    """Finds the nearest known word, again and again, until that has cost about half a second in all.

    A handbook with a handful of slips never gets there; one with a hundred thousand of them is told
    of each, and only the first few thousand come with a suggestion.
    """

    def __init__(self, patience: int = _PATIENCE) -> None:
        self._patience = patience

    def nearest(self, word: str, known: Iterable[str]) -> str | None:
        """The entry of ``known`` closest to ``word``, None when nothing is near."""
        if self._patience <= 0 or len(word) > _LONGEST:
            return None
        wanted = _folded(word)
        if not wanted:
            return None
        best, best_score = None, _NEAR_ENOUGH
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(wanted)
        for entry in known:
            self._patience -= _GLANCE
            if self._patience <= 0:
                break
            if len(entry) > _LONGEST:
                continue
            candidate = _folded(entry)
            lead = _PER_LEADING_LETTER * _shared_beginning(wanted, candidate)
            matcher.set_seq1(candidate)
            if matcher.real_quick_ratio() + lead <= best_score:
                continue
            self._patience -= len(wanted) * 5
            if matcher.quick_ratio() + lead <= best_score:
                continue
            self._patience -= len(wanted) * len(candidate)
            score = matcher.ratio() + lead
            if score > best_score:
                best, best_score = entry, score
        return best

    def is_sure(self, word: str, near: str, known: Iterable[str]) -> bool:
        """Whether ``near``, the nearest to ``word``, is so by far: nothing else in ``known`` comes close."""
        wanted = _folded(word)
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(wanted)

        def score(entry: str) -> float:
            candidate = _folded(entry)
            self._patience -= _GLANCE + len(wanted) * len(candidate)
            matcher.set_seq1(candidate)
            return matcher.ratio() + _PER_LEADING_LETTER * _shared_beginning(wanted, candidate)

        best = score(near)
        least = best - _BY_FAR
        return best >= _SURE and all(self._patience > 0 and score(entry) < least for entry in known if entry != near and len(entry) <= _LONGEST)

    def did_you_mean(self, word: str, known: Iterable[str], otherwise: str = "") -> str:
        """A hint that names the nearest known word; ``otherwise`` when nothing is near."""
        near = self.nearest(word, known)
        return f'did you mean "{near}"?' if near else otherwise


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The entry of ``known`` closest to ``word``, None when nothing is near.

    >>> nearest("paint_points", ["pains", "gains", "thoughts"])
    'pains'
    """
    return Suggestions().nearest(word, known)


def _folded(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")


def _shared_beginning(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one[:4], other[:4], strict=False):
        if a != b:
            break
        count += 1
    return count
