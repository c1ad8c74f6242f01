"""The account of what changed between two versions of a handbook: the values that every style tells."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from journey_site.account.places_kept import Address
from journey_site.account.rows import Row
from journey_site.documents.journeys import Journey
from journey_site.problems import Problem, Span
from journey_site.site.addresses import Link, directory_address
from journey_site.site.voice import Voice

Level = Literal["breaks-links", "readers-see", "no-visible-change"]
Sort = Literal["added", "removed", "renamed", "moved", "changed"]


@dataclass(frozen=True, slots=True)
class Change:
    """What changed in one thing, in one stage of a journey, or in the handbook's settings."""

    sort: Sort
    kind: str
    """``personas``, ``journeys``, …; ``stages`` for a stage, ``handbook`` for the settings."""
    thing: str
    """The id as it is now, else as it was."""
    name: str
    stage: str = ""
    of: str = ""
    """For a stage: what its journey is called."""
    personas: tuple[str, ...] = ()
    """The names of those whose journey it is."""
    was: str = ""
    """The id that it had, where that is another."""
    says_was: bool = False
    """Whether the old id is named under ``was``."""
    rows: tuple[Row, ...] = ()
    holds: tuple[str, ...] = ()
    """What an added or removed thing holds, in words."""
    lost: tuple[Address, ...] = ()
    """Addresses that lead nowhere now."""
    remarks: tuple[str, ...] = ()
    """What else there is to know, or to do."""
    also_in: tuple[str, ...] = ()
    """Variants of the journey that take the same over, by title."""
    in_doubt: bool = False
    """Whether its file has an error in one of the versions, so that something may be told wrongly."""
    file_moved: bool = False
    """Whether it is written in another file."""
    emptied: bool = False
    """Whether a stage is left out and stands there without a word, because the journey's model has it."""
    retired: bool | None = None
    """Whether it left the lists (True), came back to them (False), or neither."""
    link: Link = field(default_factory=Link)
    """Its page in the later version."""
    before_at: Span | None = None
    after_at: Span | None = None

    @property
    def level(self) -> Level:
        """The gravest of what there is to tell."""
        if self.lost:
            return "breaks-links"
        told = self.sort in ("added", "removed") or self.retired is not None or any(row.seen for row in self.rows)
        return "readers-see" if told or self._moves else "no-visible-change"

    @property
    def _moves(self) -> bool:
        return self.sort == "renamed"  # its address is another, though the old one leads there

    @property
    def at(self) -> Span | None:
        """Where it is written: now, else where it was."""
        return self.after_at or self.before_at

    @property
    def fingerprint(self) -> str:
        """The same for the same change, wherever it is written and whatever else changes."""
        said = [self.sort, self.kind, self.thing, self.stage, self.was, *(repr(row.key) for row in self.rows)]
        said += [each.whole for each in self.lost] + list(self.holds) + [str(self.retired), str(self.file_moved), *(["emptied"] if self.emptied else [])]
        return fingerprint(*said)

    def row_fingerprint(self, row: Row) -> str:
        """The same for one value that changes from the same to the same, in the same thing."""
        return fingerprint(self.kind, self.thing, self.stage, repr(row.key))


def fingerprint(*said: str) -> str:
    """Sixteen letters that tell one from another."""
    return hashlib.sha256("\0".join(said).encode("utf-8", "surrogateescape")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Broken:
    """A place in the later version that still leads to what is gone."""

    at: Span
    where: str
    """Whose text it is, in words; empty for a hand-written page."""
    target: str
    """What it leads to, in words."""


@dataclass(frozen=True, slots=True)
class Unused:
    """Something whose last use went."""

    kind: str
    thing: str
    name: str
    at: Span | None


@dataclass(frozen=True, slots=True)
class Concerned:
    """Somebody who answers for what changed."""

    name: str
    contact: str
    things: tuple[str, ...]
    """What changed of theirs, by name."""


@dataclass(frozen=True, slots=True)
class Told:
    """One of the two versions, as far as an account speaks of it."""

    label: str
    commit: str
    there: bool
    errors: tuple[Problem, ...]
    hidden_errors: int = 0
    """How many more there are in what may not be named to these readers."""


@dataclass(frozen=True)
class Account:
    """Everything there is to tell of two versions."""

    title: str
    before: Told
    after: Told
    changes: tuple[Change, ...]
    broken: tuple[Broken, ...] = ()
    unused: tuple[Unused, ...] = ()
    concerned: tuple[Concerned, ...] = ()
    rewritten: int = 0
    """YAML files that say the same in other lines."""
    drafts: tuple[str, ...] = ()
    """Drafts that changed, which no reader sees."""
    other_files: tuple[str, ...] = ()
    """Hand-written pages and pictures that changed, and are not compared."""
    curves: tuple[tuple[Journey, Journey], ...] = ()
    """Journeys of which both versions say how they feel, and not the same."""
    preview: str = ""
    """The site of the later version, with a slash at its end; empty where there is none."""
    audience: str = ""
    voices: tuple[Voice, Voice] | None = field(default=None, repr=False)
    """Both as they are told of: for styles that tell more than words."""

    def at_level(self, level: Level) -> tuple[Change, ...]:
        """The changes of one level."""
        return tuple(change for change in self.changes if change.level == level)

    @cached_property
    def breaks_links(self) -> bool:
        """Whether an address that worked does not any more."""
        return bool(self.at_level("breaks-links"))

    @cached_property
    def nothing_for_readers(self) -> bool:
        """Whether readers see the same as before, as far as can be known."""
        seen = any(change.level != "no-visible-change" for change in self.changes)
        return not seen and not self.other_files and not self.before.errors and not self.after.errors and not self.after.hidden_errors

    def url(self, change: Change) -> str:
        """The page of a change in the preview; empty where there is none."""
        if not self.preview or not change.link:
            return ""
        return self.preview + directory_address(change.link.uri) + (f"#{change.link.anchor}" if change.link.anchor else "")


__all__ = ["Account", "Broken", "Change", "Concerned", "Level", "Sort", "Told", "Unused", "fingerprint"]
