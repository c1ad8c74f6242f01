"""What a rule of coverage is, and what it says of a journey."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from journey_site.atlas.atlas import Atlas
from journey_site.documents.journeys import Journey, Stage
from journey_site.problems import Severity, Span
from journey_site.sentence import Sentence


class Verdict(Enum):
    """The answer to a rule's question."""

    MET = "met"
    """Yes."""
    WANTING = "wanting"
    """Not yet: something can be done."""
    TOLD = "told"
    """Worth a look, and nobody's mistake; it is never counted as wanting, and never becomes a problem."""
    UNSAID = "unsaid"
    """Cannot be said: the journey does not state what it would take."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a rule's check gives back: the answer, what was found, and what to do."""

    verdict: Verdict
    found: Sentence
    todo: Sentence | None = None
    wanting: tuple[Stage, ...] = ()
    """The stages concerned: where something is missing, or worth a look."""
    fulfilled: tuple[Stage, ...] = ()
    """The stages in which it is as it should be."""


class Rule(Protocol):
    """A question about each journey. What satisfies this can stand in the table of rules."""

    @property
    def name(self) -> str:
        """Its name in handbook.yml, for ever: a–z and dashes."""

    @property
    def severity(self) -> Severity:
        """How grave what is wanting is, where handbook.yml says nothing."""

    @property
    def question(self) -> str:
        """What it asks, so that "yes" is good: an English message of the catalogues."""

    @property
    def short(self) -> str:
        """The question in two or three words, for the head of a column: a message likewise."""

    @property
    def why(self) -> str:
        """Why it matters, in a sentence or two: a message likewise."""

    def check(self, journey: Journey, atlas: Atlas, /) -> Said:
        """Look at one journey, which has at least one stage. Never raises for what a handbook says."""


@dataclass(frozen=True, slots=True)
class Question:
    """A rule of ours, declared at the foot of its module."""

    name: str
    question: str
    short: str
    why: str
    check: Callable[[Journey, Atlas], Said]
    severity: Severity = Severity.ADVICE


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says of one journey, with the place in the YAML where to begin."""

    rule: str
    journey: Journey
    verdict: Verdict
    found: Sentence
    todo: Sentence | None
    wanting: tuple[Stage, ...]
    fulfilled: tuple[Stage, ...]
    place: Span
    """The first stage concerned, where it is written with the journey; else the journey."""
