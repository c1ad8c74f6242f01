"""Two texts word by word: which words stayed, which went, which came."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_LETTERS_ALONE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af\U00020000-\U0003ffff"
"""Scripts that put no spaces between words: each letter counts by itself."""
_TOKEN = re.compile(rf"\s+|[{_LETTERS_ALONE}]|[^\s{_LETTERS_ALONE}]+")
_MOST = 4_000
"""Texts of more words are told as one that went and one that came: comparing them would take minutes."""

Stays = Literal["same", "gone", "new"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that stayed, went or came. Spaces between stretches belong to those that stayed."""

    stays: Stays
    words: str


def word_by_word(before: str, after: str) -> tuple[Stretch, ...]:
    """The two texts as one row of stretches.

    >>> [(each.stays, each.words) for each in word_by_word("Too many words", "Too few words")]
    [('same', 'Too '), ('gone', 'many'), ('new', 'few'), ('same', ' words')]
    """
    if before == after:
        return (Stretch("same", before),) if before else ()
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if len(old) * len(new) > _MOST**2:
        return tuple(_stretches(before, after))
    found: list[tuple[str, str, str]] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        one, other = "".join(old[i1:i2]), "".join(new[j1:j2])
        found.append((one, "", "") if tag == "equal" else ("", one, other))
    return tuple(_tidied(found))


def _tidied(found: list[tuple[str, str, str]]) -> Iterator[Stretch]:
    """The stretches without islands of a mere space between two that changed."""
    merged: list[tuple[str, str, str]] = []
    for at, (same, gone, new) in enumerate(found):
        island = same and not same.strip() and 0 < at < len(found) - 1
        if merged and not merged[-1][0] and (island or not same):
            _, before, after = merged[-1]
            merged[-1] = ("", before + (same or gone), after + (same or new))
        else:
            merged.append((same, gone, new))
    for same, gone, new in merged:
        if same:
            yield Stretch("same", same)
        else:
            yield from _stretches(gone, new)


def _stretches(gone: str, new: str) -> Iterator[Stretch]:
    """A change without the spaces that both begin or end with."""
    if not gone.strip() and not new.strip():
        # Nothing but spaces is otherwise: then these are what there is to tell.
        if gone:
            yield Stretch("gone", gone)
        if new:
            yield Stretch("new", new)
        return
    lead = _shared(gone, new)
    if lead:
        yield Stretch("same", lead)
    gone, new = gone[len(lead) :], new[len(lead) :]
    tail = _shared(gone[::-1], new[::-1])[::-1]
    cut = len(tail)
    one, other = gone[: len(gone) - cut], new[: len(new) - cut]
    if one:
        yield Stretch("gone", one)
    if other:
        yield Stretch("new", other)
    if tail:
        yield Stretch("same", tail)


def _shared(one: str, other: str) -> str:
    """The spaces that both begin with."""
    count = 0
    while count < min(len(one), len(other)) and one[count] == other[count] and one[count].isspace():
        count += 1
    return one[:count]


def near(stretches: tuple[Stretch, ...], words: int = 8) -> tuple[Stretch, ...]:
    """``stretches`` with only so many words of what stayed around what changed; what is left out is an ellipsis."""
    kept: list[Stretch] = []
    for at, each in enumerate(stretches):
        if each.stays != "same":
            kept.append(each)
            continue
        parts = _TOKEN.findall(each.words)
        room = words * 2  # a space is a part too
        head = parts[:room] if at else []
        tail = parts[-room:] if at < len(stretches) - 1 else []
        if len(head) + len(tail) >= len(parts):
            kept.append(each)
        else:
            kept.append(Stretch("same", "".join(head).rstrip() + (" … " if head and tail else "…") + "".join(tail).lstrip()))
    return tuple(kept)
