"""What a check of the whole handbook is: a name, a severity, and what it looks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from journey_site.problems import Problem, Related, Severity, Span
from journey_site.rules.checks.survey import Survey


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that a check points at: the place, one sentence, what to do."""

    place: Span
    message: str
    hint: str = ""
    related: tuple[Related, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """A rule that looks at the whole handbook, declared at the foot of its module."""

    name: str
    """Its name in handbook.yml, for ever: a–z and dashes."""
    severity: Severity
    """How grave it is, where handbook.yml says nothing."""
    look: Callable[[Survey], Iterator[Found]]
    """Looks through the handbook. Never raises for what it says."""
    alone: bool = False
    """Whether what it finds in a thing follows from that thing, the journeys it extends, their models and personas, and
    from the handbook's languages, scale and day. It is then given these alone, and not asked again while they stay."""

    def check(self, survey: Survey) -> Iterator[Problem]:
        """Everything that the rule points at, as problems."""
        for found in self.look(survey):
            yield Problem(self.name, found.message, found.place, self.severity, found.hint, found.related)
