"""The whole way from a folder to a planned site, in one call."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from journey_site.atlas.atlas import Atlas
from journey_site.atlas.link import link
from journey_site.atlas.written_out import WrittenOut
from journey_site.documents.load import load_documents
from journey_site.documents.remembered import Remembered
from journey_site.documents.rule_names import ON_DEMAND
from journey_site.editions import UnknownAudience, edition, without_drafts
from journey_site.handwritten import check_pages, markdown_files
from journey_site.levels import at_levels, coverage_problems, is_asked_of_coverage, unused_overrides
from journey_site.page_audiences import check_audiences
from journey_site.problems import Problem, Severity, by_place
from journey_site.rules.checks.looking import LookedAt, found_by_checks
from journey_site.rules.coverage import Coverage, examine
from journey_site.silenced import slips, unused, without_silenced
from journey_site.site.catalogues.check import check_catalogues
from journey_site.site.language import Language
from journey_site.site.pages import Site, plan
from journey_site.site.recent_months import NOTHING_RECENT, Recent
from journey_site.translations.completeness import Outdated


@dataclass(frozen=True)
class Outcome:
    """What came of reading a handbook."""

    atlas: Atlas
    """Everything that could be read, as the chosen audience may see it."""
    problems: tuple[Problem, ...]
    """Everything that is wrong, sorted by place."""
    files: tuple[str, ...]
    """The YAML files that were read, as paths within the handbook's folder."""
    coverage: Coverage = field(default_factory=lambda: Coverage((), (), ()))
    """Whether customers are met where they are, as that audience may see it; empty while there are errors."""
    everything: Atlas | None = field(default=None, repr=False)
    """The handbook with all that the audience may not see: to know what must not be told, and never to be shown."""
    narrowest: bool = False
    """Whether this is the edition that shows everything, for those who keep the handbook."""

    @property
    def errors(self) -> int:
        """How many problems are errors."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many problems are warnings."""
        return sum(problem.severity is Severity.WARNING for problem in self.problems)

    def site(
        self,
        recent: Recent = NOTHING_RECENT,
        language: Language | None = None,
        *,
        upkeep: bool | None = None,
        outdated: Outdated | None = None,
    ) -> Site:
        """The site as planned in ``language`` (else its first), with what changed lately; of any use only without errors.

        ``upkeep`` says whether the work on the map goes along; left out, in the narrowest edition only. ``outdated``
        are the translations that it tells to be out of date.
        """
        upkeep = self.narrowest if upkeep is None else upkeep
        return plan(self.atlas, self.coverage, recent, upkeep=upkeep, language=language, outdated=outdated)


@dataclass(frozen=True)
class Memory:
    """What one reading of a handbook leaves for the next, which then takes up only what is no longer as it was."""

    files: Remembered = field(default_factory=Remembered)
    journeys: WrittenOut = field(default_factory=WrittenOut)
    looked_at: LookedAt = field(default_factory=LookedAt)


def read_handbook(
    folder: Path,
    *,
    shown: str = "",
    audience: str = "",
    drafts: bool = False,
    pages: Iterable[tuple[Path, str]] | None = None,
    memory: Memory | None = None,
    unsaved: Mapping[Path, str] | None = None,
    on_demand: Callable[[Atlas], Iterable[Problem]] | None = None,
) -> Outcome:
    """Read the handbook in ``folder``; never raises for what is written in it.

    ``shown`` stands before file names in messages; ``drafts`` keeps what is marked as a draft. ``pages``
    are the hand-written pages whose links are checked, with their names in messages; left out, those in
    the folder. ``memory`` spares reading again what is as it was in an earlier call that was given it, for
    whoever wants the problems at each save; the coverage is then left out where nothing can fail for it.
    ``unsaved`` holds texts that are read in place of what stands in those files. ``on_demand`` finds what is
    looked for only where somebody asks, in everything that was read.
    """
    with _without_collecting():
        documents = load_documents(folder, shown, unsaved, memory.files if memory else None)
        everything, found = link(documents, memory.journeys if memory else None)
        problems = [*documents.problems, *found]
        written = list(pages_beside(folder, shown) if pages is None else pages)
        problems += check_pages(written, everything, unsaved)
        problems += check_audiences(written, everything, unsaved)
        problems += check_catalogues(folder, shown, everything.handbook.site_languages)
        atlas = everything if drafts else without_drafts(everything)
        problems += on_demand(everything) if on_demand else ()
        try:
            atlas = edition(atlas, audience)
        except UnknownAudience as reason:
            atlas = edition(atlas, "".join(everything.handbook.audiences[-1:]))  # nobody knows who asks
            if everything.handbook.audiences or not everything.partial:
                problems.append(Problem("unknown-audience", str(reason), everything.handbook.place("audiences")))
        if not audience:
            problems += _narrowest(everything)
        problems, used = without_silenced(problems, documents.ignores)
        problems += slips(documents.ignores)
        problems += unused_overrides(everything, documents.files)
        levelled = at_levels(problems, everything)
        # A handbook that cannot be read in full would be found wanting for what is only not read.
        whole = not any(problem.severity is Severity.ERROR for problem in levelled)
        asked = memory is None or is_asked_of_coverage(everything, documents.ignores)
        coverage = examine(atlas) if whole and asked else Coverage((), (), ())
        advised = found_by_checks(everything, folder, memory.looked_at if memory else None) if whole else ()
        checked, of_checks = without_silenced(advised, documents.ignores)
        levelled += at_levels(checked, everything)
        raised, of_coverage = without_silenced(coverage_problems(coverage, atlas), documents.ignores)
        levelled += raised
        # Whether a comment is of use can be said only where everything was looked at.
        if whole and drafts and not audience:
            ignores = [ignore for ignore in documents.ignores if ignore.rule not in ON_DEMAND]
            told = ((finding.rule, finding.place.file, finding.place.line) for finding in coverage.findings)
            levelled += at_levels(unused(ignores, used | of_checks | of_coverage, told), everything)
    files = tuple(atlas.path_of(file) for file in documents.files)
    narrowest = audience in ("", *everything.handbook.audiences[:1])
    return Outcome(atlas, tuple(by_place(levelled)), files, coverage, everything, narrowest)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Hold back Python's search for garbage: a million values that all stay are made here, and it looks at each."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _narrowest(atlas: Atlas) -> Iterator[Problem]:
    """Say which edition this is where audiences are declared and none is chosen."""
    if atlas.handbook.audiences:
        message = f'no audience is chosen, so this is the edition for "{atlas.handbook.audiences[0]}", which shows everything'
        hint = "choose one with the option audience"
        yield Problem("no-audience-chosen", message, atlas.handbook.place("audiences"), Severity.ADVICE, hint)


def pages_beside(folder: Path, shown: str) -> Iterable[tuple[Path, str]]:
    """The Markdown pages that lie in the handbook's own folder."""
    for path in markdown_files(folder):
        below = path.relative_to(folder).as_posix()
        yield path, f"{shown}/{below}" if shown else below
