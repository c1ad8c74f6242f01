"""What changed lately, from the history of the folder that is being built; a line in the log where there is none."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from journey_site.handbook import Outcome
from journey_site.history import Missing, history_of
from journey_site.recent import Readers, recent_changes
from journey_site.site.recent_months import NOTHING_RECENT, Recent
from journey_site.site.views.overview.translations import texts_told
from journey_site.told_cache import FOLDER
from journey_site.translations.completeness import Outdated
from journey_site.translations.outdated import outdated_translations
from journey_site.translations.texts import Languages

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger("mkdocs.plugins.journey_site")
MONTHS = 12
"""How many months are told of where nothing else is said."""
_WHY: dict[Missing, str] = {
    "no-git": "git is not installed here",
    "no-repository": "the handbook's folder is not kept in git",
    "refused": "git does not trust this folder, as it belongs to somebody else (see safe.directory in git's manual)",
    "not-committed": "nothing of the handbook is committed yet",
    "shallow": "this is a shallow clone, which has no history; fetch all of it, such as with fetch-depth: 0",
}


def recent_of(
    outcome: Outcome, folder: Path, config: MkDocsConfig, changes: bool | int, readers: Readers, *, quiet: bool = False
) -> Recent:
    """What the page of changes tells; nothing where ``changes`` is off, there are errors, or there is no history.

    Why there is none is told in the log, unless ``quiet``: for one language it is the same as for another.
    """
    months = MONTHS if changes is True else int(changes)
    if months < 1 or outcome.errors or outcome.everything is None or not folder.is_dir():
        return NOTHING_RECENT
    history = history_of(folder)
    if history.missing:
        _said(quiet, f"There is no page of changes: {_WHY[history.missing]}")
        return NOTHING_RECENT
    if not history.whole:
        _said(quiet, "The page of changes tells only of the newest commits: this is a shallow clone; fetch all of it to tell more")
    kept = Path(config.config_file_path or "mkdocs.yml").resolve().parent / FOLDER
    recent = recent_changes(history, outcome.everything, outcome.atlas, readers, months, kept)
    return replace(recent, fed=bool(config.site_url))


def outdated_of(outcome: Outcome, folder: Path) -> Outdated:
    """The translations that are out of date, as git tells it; nothing for readers who are told of no translations.

    What a text said earlier is told to those alone who see everything: nobody knows whom it was for then.
    """
    languages = Languages.of(outcome.atlas.handbook)
    if not outcome.narrowest or outcome.errors or len(languages.every) == 1:
        return Outdated()
    atlas = outcome.atlas
    return outdated_translations(folder, atlas.shown, texts_told(atlas), languages.every, languages)


class Remembered:
    """What changed lately, in each language that was asked for; a preview, built again and again, reads it once."""

    def __init__(self) -> None:
        self._recent: dict[str, Recent] = {}
        self._outdated: tuple[Outcome, Outdated] | None = None

    def outdated(self, outcome: Outcome, folder: Path) -> Outdated:
        """As :func:`outdated_of`, once for all the languages of one build."""
        if self._outdated is None or self._outdated[0] is not outcome:
            self._outdated = outcome, outdated_of(outcome, folder)
        return self._outdated[1]

    def recent(
        self, outcome: Outcome, folder: Path, config: MkDocsConfig, changes: bool | int, readers: Readers,
        *, serving: bool, quiet: bool,
    ) -> Recent:  # fmt: skip
        """As :func:`recent_of`, from memory while ``serving``; what errors hide is not remembered."""
        if not serving or readers.language not in self._recent:
            recent = recent_of(outcome, folder, config, changes, readers, quiet=quiet)
            if outcome.errors:
                return recent  # there is nothing to tell until they are mended
            self._recent[readers.language] = recent
        return self._recent[readers.language]


def _said(quiet: bool, line: str) -> None:
    if not quiet:
        log.info(line)
