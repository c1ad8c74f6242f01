"""The page that a preview shows in place of the site while the handbook has errors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from journey_site.problems import Problem, Severity, Span
from journey_site.site.language import N_, Language

SHOWN = 100
"""How many problems are listed; mending the first ones often mends the rest."""

_LEVELS = {Severity.ERROR: N_("Error"), Severity.WARNING: N_("Warning"), Severity.ADVICE: N_("Advice")}


@dataclass(frozen=True, slots=True)
class ProblemView:
    """One thing to mend."""

    place: str
    """``maps/journeys/anna-ebike.yml:12:9``."""
    level: str
    """``error``, ``warning`` or ``advice``."""
    label: str
    """The level in the reader's language."""
    words: str
    hint: str
    related: tuple[tuple[str, str], ...]
    """Other places that help to understand it, each with a few words."""
    note: str = ""
    """What follows from it."""
    frame: str = ""
    """The line it stands on with marks below the value, as plain text of two lines."""


@dataclass(frozen=True, slots=True)
class ProblemsView:
    """Everything that stands between the handbook and its pages."""

    title: str
    intro: str
    problems: tuple[ProblemView, ...]
    more: int
    """How many are not listed."""


def problems_view(
    problems: Iterable[Problem], language: Language, frame_of: Callable[[Span], Sequence[str]] = lambda _: ()
) -> ProblemsView:
    """The problems, graver ones first, each level in the order of the files; ``frame_of`` gives the lines of a place."""
    ordered = sorted(problems, key=lambda problem: -problem.severity)
    errors = sum(problem.severity is Severity.ERROR for problem in ordered)
    title = language.ngettext("One thing to mend", "%(num)d things to mend", errors) % {"num": errors}
    return ProblemsView(
        title,
        language.gettext("The handbook cannot be shown yet. Save a file, and this page looks again by itself."),
        tuple(_problem(problem, language, frame_of) for problem in ordered[:SHOWN]),
        max(0, len(ordered) - SHOWN),
    )


def _problem(problem: Problem, language: Language, frame_of: Callable[[Span], Sequence[str]]) -> ProblemView:
    return ProblemView(
        str(problem.span),
        problem.severity.word,
        language.gettext(_LEVELS[problem.severity]),
        problem.message[:1].upper() + problem.message[1:],
        problem.hint,
        tuple((str(related.span), related.message) for related in problem.related),
        problem.note[:1].upper() + problem.note[1:],
        "\n".join(frame_of(problem.span)),
    )
