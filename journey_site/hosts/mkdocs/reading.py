"""From mkdocs.yml to the handbook's outcome, and from problems to MkDocs' log."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from journey_site.atlas.atlas import Atlas
from journey_site.documents.rule_names import CHECKS
from journey_site.handbook import Outcome, read_handbook
from journey_site.handwritten import markdown_files
from journey_site.problems import Problem, Severity, Span
from journey_site.reports.frame import frame_lines
from journey_site.reports.sources import Sources
from journey_site.site.addresses import START, directory_address, list_uri
from journey_site.site.language import CATALOGUES, Language
from journey_site.site.pages import Site, SitePage
from journey_site.site.recent_months import NOTHING_RECENT, Recent
from journey_site.site.views.overview.problems import problems_view
from journey_site.site.voice import Voice
from journey_site.translations.completeness import Outdated

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger("mkdocs.plugins.journey_site")
_ROOM = 76
"""How many letters of a file's line fit on the page of problems."""
_LOG = {Severity.ERROR: log.error, Severity.WARNING: log.warning, Severity.ADVICE: log.info}


def folder(config: MkDocsConfig, maps: str | None) -> Path:
    """The handbook's folder, whether or not it is there."""
    return Path(config.docs_dir) if maps is None else (home(config) / maps).resolve()


def home(config: MkDocsConfig) -> Path:
    """Where mkdocs.yml lies, which is where names in messages start."""
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent


def named(path: Path, config: MkDocsConfig) -> str:
    """A file or folder as messages name it: from where mkdocs.yml lies."""
    shown = Path(os.path.relpath(path, home(config))).as_posix()
    return "" if shown == "." else shown


def read(
    config: MkDocsConfig, place: Path, maps: str | None, audience: str, *, drafts: bool, serving: bool
) -> Outcome:
    """Read the handbook in ``place`` and look at the links of the pages in ``docs_dir``."""
    pages = pages_of(config, place, serving=serving)
    outcome = read_handbook(place, shown=named(place, config), audience=audience, drafts=drafts, pages=pages)
    if maps is not None and not place.is_dir():
        hint = "see maps: under journey-site in mkdocs.yml"
        missing = Problem("missing-folder", f'there is no folder "{maps}"', _place_of_option(config, maps), hint=hint)
        outcome = replace(outcome, problems=(missing,))
    return outcome


def pages_of(config: MkDocsConfig, place: Path, *, serving: bool) -> list[tuple[Path, str]]:
    """The Markdown files that MkDocs will read, with their names in messages."""
    return [(path, named(path, config)) for path in _pages(config, place, serving=serving)]


def _pages(config: MkDocsConfig, place: Path, *, serving: bool) -> Iterable[Path]:
    """The Markdown files that MkDocs will read."""
    docs = Path(config.docs_dir)
    left_out = [spec for spec in (config.exclude_docs, None if serving else config.draft_docs) if spec]
    for path in markdown_files(docs):
        if not any(spec.match_file(path.relative_to(docs).as_posix()) for spec in left_out):
            yield path
    if beside(docs, place):
        yield from markdown_files(place)


def beside(docs: Path, place: Path) -> bool:
    """Whether the handbook lies apart from MkDocs' own folder, so that MkDocs does not see its files."""
    one, other = docs.resolve(), place.resolve()
    return not one.is_relative_to(other) and not other.is_relative_to(one)


def _place_of_option(config: MkDocsConfig, maps: str) -> Span:
    """Where mkdocs.yml says ``maps:``; its first line when that cannot be found."""
    path = Path(config.config_file_path or "mkdocs.yml")
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        lines = []
    for number, line in enumerate(lines, 1):
        if "maps:" in line and maps in line.split("maps:", 1)[1]:
            column = line.index(maps, line.index("maps:") + len("maps:")) + 1
            return Span(path.name, number, column, number, column + len(maps))
    return Span(path.name)


def watched(config: MkDocsConfig, place: Path, outcome: Outcome) -> list[str]:
    """What a preview should watch besides MkDocs' own folder: only folders that exist may be named."""
    while not place.is_dir():
        place = place.parent
    folders = [place, *((place / use).resolve() for use in outcome.atlas.handbook.uses)]
    if config.theme.custom_dir:
        folders.append(Path(config.theme.custom_dir) / "journey")
    known = {config.docs_dir, *config.watch}
    return [str(path) for path in folders if path.is_dir() and str(path) not in known]


def report(problems: Iterable[Problem]) -> None:
    """A line in MkDocs' log for each problem; below its own logger, so that ``--strict`` counts them.

    What checks of the whole handbook advise is told as a number: it is for whoever edits, not for every build.
    """
    advice = 0
    for problem in problems:
        if problem.severity is Severity.ADVICE and problem.rule in CHECKS:
            advice += 1
        else:
            _LOG[problem.severity](str(problem))
    if advice:
        noun = "piece" if advice == 1 else "pieces"
        log.info(f"{advice:,} {noun} of advice about the handbook: journey-site check tells {'it' if advice == 1 else 'them'}")


def tell_coverage(outcome: Outcome, site: Site) -> None:
    """One line about whether customers are met where they are; what there is to do stands on the page of checks, where there is one."""
    score = outcome.coverage.score()
    if score.of:
        noun = "check" if score.of == 1 else "checks"
        page = list_uri("checks")
        more = f"see the page {directory_address(page)}" if page in site.pages else "journey-site check tells more"
        log.info(f"{score.met:,} of {score.of:,} {noun} of coverage are met: {more}")


def stop_for(outcome: Outcome, *, strict: bool, also: int = 0) -> None:
    """End the build when the handbook cannot be shown, or has warnings and must have none; ``also`` is how many more there are.

    Raises:
        PluginError: which MkDocs prints as one line, and exits with 1.
    """
    for count, noun in ((outcome.errors, "error"), (outcome.warnings + also if strict else 0, "warning")):
        if count:
            raise PluginError(
                f"The handbook has {count} {noun}{'' if count == 1 else 's'}; "
                "nothing was built, and the last site stays as it was"
            )


def language_of(outcome: Outcome, place: Path, code: str = "") -> Language:
    """How the site speaks in the language ``code``, else in its first; the handbook in ``place`` may bring words of its own."""
    return Language(code or outcome.atlas.language, place / CATALOGUES)


def site_of(
    outcome: Outcome,
    language: Language,
    last: Mapping[str, str],
    recent: Recent = NOTHING_RECENT,
    base: Path | None = None,
    *,
    upkeep: bool | None = None,
    outdated: Outdated | None = None,
) -> Site:
    """The planned site in ``language``; with errors, the list of them at the start and at each address that ``last`` had.

    ``base`` is where names in messages start: with it, each problem is shown with its line. ``upkeep`` is what
    mkdocs.yml says of the work on the map; None where it says nothing. ``outdated`` are translations that are out of date.
    """
    if not outcome.errors:
        return outcome.site(recent, language, upkeep=upkeep, outdated=outdated)
    return site_of_problems(outcome.atlas, outcome.problems, last, base, language)


def site_of_problems(
    atlas: Atlas,
    problems: Iterable[Problem],
    last: Mapping[str, str],
    base: Path | None = None,
    language: Language | None = None,
) -> Site:
    """A site that says at every address what must be mended."""
    empty = Atlas(atlas.handbook, atlas.today, atlas.shown)
    voice = Voice(empty, language or Language(atlas.language))
    sources = Sources(base) if base else None
    view = problems_view(problems, voice.language, lambda span: frame_lines(span, sources, _ROOM) if sources else ())
    pages = {uri: SitePage(uri, "problems", view.title, lambda: view, searched=False) for uri in (START, *last)}
    return Site(voice, pages, ())
