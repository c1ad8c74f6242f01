"""The whole way from a folder to a planned site, in one call."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from journey_site.atlas.atlas import Atlas
from journey_site.atlas.link import link
from journey_site.documents.load import load_documents
from journey_site.editions import UnknownAudience, edition
from journey_site.problems import Problem, Severity, Span, by_place
from journey_site.site.pages import Site, plan


@dataclass(frozen=True)
class Outcome:
    """What came of reading a handbook."""

    atlas: Atlas
    """Everything that could be read, as the chosen audience may see it."""
    problems: tuple[Problem, ...]
    """Everything that is wrong, sorted by place."""
    files: tuple[str, ...]
    """The YAML files that were read, as paths within the handbook's folder."""

    @property
    def errors(self) -> int:
        """How many problems are errors."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many problems are warnings."""
        return sum(problem.severity is Severity.WARNING for problem in self.problems)

    def site(self) -> Site:
        """The site as planned; of any use only without errors."""
        return plan(self.atlas)


def read_handbook(folder: Path, *, shown: str = "", audience: str = "", drafts: bool = False) -> Outcome:
    """Read the handbook in ``folder``; never raises for what is written in it.

    ``shown`` stands before file names in messages; ``drafts`` keeps what is marked as a draft.
    """
    documents = load_documents(folder, shown)
    atlas, found = link(documents, drafts=drafts)
    problems = [*documents.problems, *found]
    try:
        atlas = edition(atlas, audience)
    except UnknownAudience as reason:
        problems.append(Problem("unknown-audience", str(reason), Span(atlas.handbook.origin.file or "handbook.yml")))
    levelled = _with_levels(problems, atlas)
    files = tuple(atlas.path_of(file) for file in documents.files)
    return Outcome(atlas, tuple(by_place(levelled)), files)


def _with_levels(problems: list[Problem], atlas: Atlas) -> list[Problem]:
    """The problems at the levels that handbook.yml sets; what cannot be shown rightly stays an error."""
    levels = {"advice": Severity.ADVICE, "warning": Severity.WARNING, "error": Severity.ERROR}
    kept: list[Problem] = []
    for problem in problems:
        level = atlas.handbook.checks.get(problem.rule)
        if level is None or problem.severity is Severity.ERROR:
            kept.append(problem)
        elif level != "off":
            kept.append(replace(problem, severity=levels[level]))
    return kept
