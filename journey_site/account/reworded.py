"""Entries of lists that are the same ones in other words, or in another order."""

from __future__ import annotations

from collections.abc import Iterable

from journey_site.account.word_by_word import word_by_word
from journey_site.atlas.differences import Added, Altered, Difference, Removed, differences
from journey_site.documents.items import Item
from journey_site.documents.values import Text

_ALIKE = 0.5
"""What share of its words an entry must have kept to be told as reworded."""
_MOST_REWORDED = 100


def reworded(found: Iterable[Difference]) -> list[Difference]:
    """``found`` with an entry that went and one like it that came as one entry that was reworded."""
    every = list(found)
    gone = {id(each): each for each in every if isinstance(each, Removed) and isinstance(each.before, Item) and each.before.text}
    partners: dict[int, Difference] = {}
    if len(gone) <= _MOST_REWORDED:
        for each in every:
            if isinstance(each, Added) and isinstance(each.after, Item) and each.after.text:
                alike = [
                    (_alike(other.before.text, each.after.text), at) for at, other in gone.items() if other.field == each.field
                ]  # fmt: skip
                share, best = max(alike, default=(0.0, 0), key=lambda pair: pair[0])
                if share >= _ALIKE:
                    old = gone.pop(best)
                    within = tuple(differences(old.before, each.after, old.path))
                    partners[id(each)] = Altered(old.path, old.before, each.after, old.before_at, each.after_at, within)
                    partners[best] = each
    # In the place of what came; what went is told there, too.
    return [partners.get(id(each), each) for each in every if not (isinstance(each, Removed) and id(each) in partners)]


def _alike(one: Text, other: Text) -> float:
    """What share of its words an entry has kept, in the language in which it kept most."""
    shares = [0.0]
    for language in one.values.keys() & other.values.keys():
        same = sum(len(each.words.split()) for each in word_by_word(one.values[language], other.values[language]) if each.stays == "same")
        words = len(one.values[language].split()) + len(other.values[language].split())
        shares.append(2 * same / words if words else 0.0)
    return max(shares)


def moved_of(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[str, ...]:
    """The fewest entries of ``after`` that one would have to move to get there from ``before``.

    >>> moved_of(("need", "search", "buy"), ("search", "buy", "need"))
    ('need',)
    """
    places = [before.index(each) for each in after]
    best: list[tuple[int, int]] = []
    for place in places:
        longest = max(((length, back) for back, (length, _) in enumerate(best) if places[back] < place), default=(0, -1))
        best.append((longest[0] + 1, longest[1]))
    at = max(range(len(best)), key=lambda each: best[each][0]) if best else -1
    stays: set[int] = set()
    while at >= 0:
        stays.add(at)
        at = best[at][1]
    return tuple(each for at, each in enumerate(after) if at not in stays)
