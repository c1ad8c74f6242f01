"""From the history of a handbook to what is told of it: month by month, as the same readers would have seen it.

At most one version a month is read, and only where the pair that it makes is not told already.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path

from journey_site.atlas.atlas import Atlas
from journey_site.atlas.link import link
from journey_site.diff.compare import compare
from journey_site.diff.explain import Line, explain
from journey_site.documents.load import load_documents
from journey_site.editions import UnknownAudience, edition, without_drafts
from journey_site.history import (
    Files,
    History,
    Version,
    begins_within,
    contents_of,
    days_touched,
    files_of,
    months_of,
    written_out,
)
from journey_site.kept_back import KeptBack, kept_back, silent_about
from journey_site.site.catalogues.places import CATALOGUES, catalogues_of
from journey_site.site.language import Language
from journey_site.site.recent_months import Recent, RecentMonth, ToldChange
from journey_site.site.views.told import in_words
from journey_site.site.voice import Voice
from journey_site.theme import theme_dir
from journey_site.told_cache import ToldCache
from journey_site.touched_files import worth_reading

_MOST_LINES = 2_000
"""More lines of one month nobody reads."""


@dataclass(frozen=True, slots=True)
class Readers:
    """For whom it is told: what they may see of the handbook, and in which language."""

    audience: str = ""
    drafts: bool = False
    language: str = ""
    """Left out, the first of the handbook's languages."""
    unseen: KeptBack = field(default_factory=KeptBack)
    """What they do not see of the handbook today."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A version that may be told of, with its files."""

    version: Version
    files: Files


def recent_changes(
    history: History, everything: Atlas, shown: Atlas, readers: Readers, months: int = 12, kept: Path | None = None
) -> Recent:
    """What changed in the last ``months`` of ``history``.

    ``everything`` is the handbook of today with all that is in it, ``shown`` the same as readers see it;
    ``kept`` is the folder where what was told is kept for the next build.
    """
    readers = replace(readers, unseen=kept_back(everything, shown), language=readers.language or shown.language)
    telling = _Telling(history, tuple(everything.handbook.uses), readers, ToldCache(kept))
    found: list[RecentMonth] = []
    groups = months_of(history, months)
    if not groups:
        return Recent()
    count = sum(map(len, groups))
    days = days_touched(history, count)
    start = groups[0][0]
    began = telling.counts(start) if begins_within(history, months) else None
    since = telling.step(start)
    for versions in groups[1:]:
        first = versions[0].day.replace(day=1)
        lines: tuple[ToldChange, ...] = ()
        # The month's last version counts, or the last before it that can be read.
        for version in versions[:3]:
            after = telling.step(version)
            told = telling.lines(since, after) if since and after else None
            if told is not None:
                lines, since = tuple(_dated(line, days, first, versions[0].day) for line in told), after
                break
            if after is not None and telling.readable(after):
                since = after  # what stood before cannot be read, so that telling begins here
                break
        found.append(RecentMonth(first, versions[0].day, lines))
    if began is not None and began != (0, 0):
        found = _with_beginning(found, start.day, began)
    told_months = tuple(month for month in reversed(found) if month.lines or month.began)
    return Recent(told_months, history.versions[0].day, start.day)


def _with_beginning(found: Sequence[RecentMonth], day: date, began: tuple[int, int]) -> list[RecentMonth]:
    """The months with the one in which the handbook began."""
    first = day.replace(day=1)
    if any(month.first == first for month in found):
        return [replace(month, began=began) if month.first == first else month for month in found]
    return [RecentMonth(first, day, (), began), *found]


def _dated(line: ToldChange, days: dict[str, list[date]], first: date, last: date) -> ToldChange:
    """``line`` with the day on which its file was last written in the month from ``first`` to ``last``."""
    written = (day for day in days.get(line.file, ()) if first <= day <= last)
    return replace(line, day=next(written, None))


class _Telling:
    """One walk along the versions; the last atlas is kept at hand, as it is the next pair's earlier side."""

    def __init__(self, history: History, beside: tuple[str, ...], readers: Readers, kept: ToldCache) -> None:
        self.history = history
        self.beside = beside
        self.readers = readers
        self.kept = kept
        self.own = history.folder / CATALOGUES
        self.own_words = [hashlib.sha256(_bytes_of(path)).hexdigest() for path in catalogues_of(self.own, Language(readers.language).code)]
        self.read: dict[str, tuple[Atlas, KeptBack] | None] = {}
        self.said: dict[str, bytes] = {}

    def step(self, version: Version) -> _Step | None:
        files = files_of(self.history, version, self.beside)
        return _Step(version, files) if files is not None and files.blobs else None

    def _has(self, step: _Step) -> bool:
        """Whether git gives what stands in the files of ``step``, of which each is asked for once."""
        lacking = set(step.files.blobs.values()) - self.said.keys()
        found = contents_of(self.history, lacking) if lacking else {}
        self.said.update(found or {})
        return found is not None

    def counts(self, version: Version) -> tuple[int, int] | None:
        """How many personas and journeys there were to see."""
        step = self.step(version)
        if step is None:
            return None
        key = self._key("counts", step)
        known = self.kept.counts(key)
        if known is None:
            found = self._atlas(step)
            if found is not None:
                atlas = silent_about(found[0], self.readers.unseen)
                known = len(atlas.personas), len(atlas.journeys)
                self.kept.keep(key, known)
        return known

    def readable(self, step: _Step) -> bool:
        return self._atlas(step) is not None

    def lines(self, before: _Step, after: _Step) -> tuple[ToldChange, ...] | None:
        """What changed between the two; None when one of them cannot be read in full."""
        if before.files.fingerprint == after.files.fingerprint and before.version.prefix == after.version.prefix:
            return ()
        key = self._key("lines", before, after)
        known = self.kept.lines(key)
        if known is None:
            if not self._has(before) or not self._has(after):
                return None
            if before.version.prefix == after.version.prefix:
                files = worth_reading(before.files, after.files, before.version.prefix, self.said)
            else:
                files = before.files, after.files
            one, other = self._atlas(replace(before, files=files[0])), self._atlas(replace(after, files=files[1]))
            if one is None or other is None:
                return None
            # What was hidden before and is not any more is new; what is hidden later must not be told as removed.
            unseen = self.readers.unseen | other[1]
            pair = silent_about(one[0], unseen), silent_about(other[0], unseen)
            known = tuple(told_lines(*pair, self.readers.language, self.own))[:_MOST_LINES]
            self.kept.keep(key, known)
        return known

    def _key(self, what: str, *steps: _Step) -> str:
        readers = self.readers
        told = [
            what, _made_by(readers.language), self.own_words, readers.audience, readers.drafts, readers.language, readers.unseen.fingerprint,
            self.beside, [(step.files.fingerprint, step.version.prefix) for step in steps],
        ]  # fmt: skip
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()

    def _atlas(self, step: _Step) -> tuple[Atlas, KeptBack] | None:
        fingerprint = step.files.fingerprint
        if fingerprint not in self.read:
            found = _read(step, self.said, self.readers) if self._has(step) else None
            self.read = dict([*self.read.items()][-1:]) | {fingerprint: found}
        return self.read[fingerprint]


def _read(step: _Step, said: Mapping[str, bytes], readers: Readers) -> tuple[Atlas, KeptBack] | None:
    """The atlas of a version as ``readers`` would have seen it, and what they would not; None when it is not whole."""
    try:
        with written_out(step.files, said) as top:
            documents = load_documents(top / step.version.prefix)
    except OSError:
        return None
    everything, _ = link(documents)
    if everything.partial or everything.in_doubt or any(everything.unread.values()):
        return None  # what could not be read would be told as removed
    shown = everything if readers.drafts else without_drafts(everything)
    try:
        shown = edition(shown, readers.audience)
    except UnknownAudience:
        return None  # nothing says what these readers might have seen then
    return shown, kept_back(everything, shown)


def told_lines(before: Atlas, after: Atlas, language: str, own: Path | None = None) -> Iterable[ToldChange]:
    """What changed from ``before`` to ``after``, in the words of ``language``; ``own`` has the handbook's own."""
    spoken = Language(language, own)
    voices = Voice(before, spoken), Voice(after, spoken)
    for line in explain(compare(before, after), before, after):
        yield _told(line, voices[0] if line.change.after is None else voices[1])


def _told(line: Line, voice: Voice) -> ToldChange:
    thing, atlas = line.change.thing, voice.atlas
    first = atlas.personas.get(line.personas[0]) if line.personas else None
    return ToldChange(
        line.change.kind,
        thing.id,
        voice.words(thing.name),
        line.sort,
        "; ".join(in_words(sentence, voice) for sentence in line.said),
        line.stage.id if line.stage else "",
        voice.words(line.stage.name) if line.stage else "",
        line.personas,
        voice.words(first.name) if first else "",
        tuple(sorted(line.departments)),
        atlas.path_of(thing.file),
    )


@cache
def _made_by(language: str) -> str:
    """What tells: this version of the product, with its words in ``language``."""
    try:
        number = importlib.metadata.version("mkdocs-journey-site")
    except importlib.metadata.PackageNotFoundError:
        number = "0"
    here = Path(__file__).parent
    sources = [*sorted((here / "diff").glob("*.py")), *(here / f"{name}.py" for name in ("recent", "kept_back", "touched_files")), *sorted((theme_dir() / "locales").glob(f"{language}*.po"))]
    told = hashlib.sha256(number.encode())
    for source in sources:  # a checkout changes while its number stays
        told.update(_bytes_of(source))
    return told.hexdigest()


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return os.fsencode(path.name)


