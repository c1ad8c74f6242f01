"""The whole way from a folder to a planned site, in one call."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from journey_site.atlas.atlas import KINDS_IN_ORDER, Atlas
from journey_site.atlas.link import link
from journey_site.documents.load import load_documents
from journey_site.editions import UnknownAudience, edition
from journey_site.handwritten import check_pages, markdown_files
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


def read_handbook(
    folder: Path,
    *,
    shown: str = "",
    audience: str = "",
    drafts: bool = False,
    pages: Iterable[tuple[Path, str]] | None = None,
) -> Outcome:
    """Read the handbook in ``folder``; never raises for what is written in it.

    ``shown`` stands before file names in messages; ``drafts`` keeps what is marked as a draft. ``pages``
    are the hand-written pages whose links are checked, with their names in messages; left out, those in
    the folder.
    """
    documents = load_documents(folder, shown)
    everything, found = link(documents, drafts=True)
    atlas = everything if drafts else _without_drafts(everything)
    problems = [*documents.problems, *found]
    problems += check_pages(_pages_beside(folder, shown) if pages is None else pages, everything)
    try:
        atlas = edition(atlas, audience)
    except UnknownAudience as reason:
        problems.append(Problem("unknown-audience", str(reason), Span(atlas.handbook.origin.file or "handbook.yml")))
    levelled = _with_levels(problems, atlas)
    files = tuple(atlas.path_of(file) for file in documents.files)
    return Outcome(atlas, tuple(by_place(levelled)), files)


def _without_drafts(atlas: Atlas) -> Atlas:
    """What is ready to be read."""
    live = {kind: {i: each for i, each in atlas.table(kind).items() if each.publish != "draft"} for kind in KINDS_IN_ORDER}
    return replace(atlas, **live)


def _pages_beside(folder: Path, shown: str) -> Iterable[tuple[Path, str]]:
    """The Markdown pages that lie in the handbook's own folder."""
    for path in markdown_files(folder):
        below = path.relative_to(folder).as_posix()
        yield path, f"{shown}/{below}" if shown else below


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
