"""The small values that documents are made of: texts in languages, references, emotions, owners.

Every value remembers where it was written (``origin``) and forgets it when compared, so that two
handbooks that say the same are equal, and every message can still name a line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Self

from journey_site.problems import Span

NOWHERE = Span("")
"""The place of a value that no file states (a default, or one made in Python)."""
TWINS = {"no": "nb", "nb": "no"}
"""Two codes for the same Norwegian: handbooks may be written with either."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words in one or several languages, from language code to words."""

    values: Mapping[str, str]
    origin: Span = field(default=NOWHERE, compare=False, repr=False)
    places: Mapping[str, Span] = field(default_factory=dict, compare=False, repr=False)
    """With several languages: where the words of each stand."""

    def __bool__(self) -> bool:
        return bool(self.values)

    def __hash__(self) -> int:
        return hash(tuple(self.values.items()))

    def best(self, *languages: str) -> Said:
        """The words in the first of ``languages`` that has them, else in any; with their language."""
        for language in languages:
            if language in self.values:
                return Said(self.values[language], language)
            twin = TWINS.get(language, language)
            if twin in self.values:
                return Said(self.values[twin], twin)
        for language, words in self.values.items():
            return Said(words, language)
        return Said("", languages[0] if languages else "")


class Said(NamedTuple):
    """A text as chosen for one reader: the words, and the language they are in."""

    words: str
    language: str


class Ref(str):
    """The id of another thing, as written; equal to its plain text, so that it serves as a key."""

    __slots__ = ("kind", "origin")
    kind: str
    """The kind it points to, as in FORMAT: ``personas``, ``touchpoints``, ``stages``, …"""
    origin: Span

    def __new__(cls, value: str, kind: str, origin: Span = NOWHERE) -> Self:
        """Make a reference to the thing ``value`` of ``kind``, written at ``origin``."""
        made = super().__new__(cls, value)
        made.kind = kind
        made.origin = origin
        return made


@dataclass(frozen=True, slots=True)
class Owner:
    """Who answers for a thing: a department, a person in it, a way to reach them."""

    department: Ref | None = None
    name: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in the handbook's folder, ``file`` relative to the file that names it."""

    file: str
    alt: Text | None = None
    credit: str = ""
    origin: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Emotion:
    """How something feels, on the handbook's scale; ``value`` None is unknown, never neutral."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    note: Text | None = None
    by_actor: Mapping[str, float] = field(default_factory=dict)
    """With several actors: persona id to value."""

    @property
    def known(self) -> bool:
        """Whether anything is stated."""
        return self.value is not None or bool(self.by_actor)

    @property
    def lowest(self) -> float | None:
        """The worst value that anybody has here, None when unknown."""
        stated = [*self.by_actor.values(), *([] if self.value is None else [self.value])]
        return min(stated, default=None)

    @property
    def typical(self) -> float | None:
        """One value for a summary: the stated one, else the mean over the actors."""
        if self.value is not None or not self.by_actor:
            return self.value
        return sum(self.by_actor.values()) / len(self.by_actor)


@dataclass(frozen=True, slots=True)
class Scale:
    """The ends of the emotion scale, the worse first."""

    low: float = -2.0
    high: float = 2.0

    @property
    def middle(self) -> float:
        """Where neither good nor bad lies."""
        return 0.0 if self.low < 0 < self.high else (self.low + self.high) / 2

    def position(self, value: float) -> float:
        """Where ``value`` lies from 0 (the low end) to 1 (the high end)."""
        return (value - self.low) / (self.high - self.low)

    def face(self, value: float) -> int:
        """Which of five faces fits, from 1 (worst) to 5; the scale is split evenly."""
        return min(5, max(1, int(self.position(value) * 5) + 1))
