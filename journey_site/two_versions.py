"""Two versions of a handbook as the same readers would see them: from git without a checkout, or as the files are now."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from journey_site.atlas.atlas import Atlas
from journey_site.atlas.link import link
from journey_site.atlas.written_out import WrittenOut
from journey_site.documents.documents import Documents
from journey_site.documents.load import load_documents
from journey_site.documents.remembered import Remembered
from journey_site.editions import UnknownAudience, edition, without_drafts
from journey_site.git_objects import ask_git
from journey_site.history import Files, History, contents_of, files_of, others_of, written_out
from journey_site.kept_back import kept_back, silent_about
from journey_site.levels import at_levels
from journey_site.problems import Problem, Severity, by_place
from journey_site.revisions import NotThere, Revision, find_revision, in_repository, lacking, parting, short

_LARGEST = 8_000_000
"""A larger file, in bytes, is not looked at."""


@dataclass(frozen=True)
class Side:
    """One version of a handbook."""

    name: str
    """As people call it: a revision, or ``the files as they are now``."""
    commit: str
    """Its commit; empty for files as they are now."""
    everything: Atlas
    """The handbook with all that is in it: to know what must not be told."""
    atlas: Atlas
    """The handbook as it is told of."""
    errors: tuple[Problem, ...]
    """What is wrong in it, so that something may be missing or told wrongly."""
    yaml: Mapping[str, str]
    """From each YAML file, as a path below the handbook's folder, to what tells whether two say the same."""
    others: Mapping[str, str]
    """The same for pages and pictures."""
    pages: Mapping[str, str]
    """The Markdown of hand-written pages, by their names as shown to people."""
    there: bool = True
    """Whether there was a handbook at all."""
    open: bool = True
    """Whether everything in it may be named; not so where it is told to an audience."""

    @property
    def label(self) -> str:
        """Its name with the commit's number, where it has one."""
        return f"{self.name} ({short(self.commit)})" if self.commit and not self.commit.startswith(self.name) else self.name


@dataclass(frozen=True)
class _Read:
    """What reading one version leaves for the other, so that what stands in both is one object."""

    files: Remembered = field(default_factory=Remembered)
    journeys: WrittenOut = field(default_factory=WrittenOut)


@dataclass(frozen=True)
class Readers:
    """For whom two versions are compared."""

    audience: str = ""
    """The edition; empty is the narrowest, which sees everything."""
    drafts: bool = False
    """Whether drafts are told of as if they were published."""


def read_versions(
    folder: Path, shown: str, base: str, head: str, readers: Readers = Readers()
) -> tuple[Side, Side] | NotThere:
    """The handbook of ``folder`` in the revision ``base`` and in ``head``, or as its files are now when that is empty.

    As in git, two dots may stand between the two, and three stand for the commit at which the later one set out
    from ``base``. ``shown`` stands before file names.
    """
    if ".." in base and "..." not in base and not head:
        base, _, head = base.partition("..")
    if "..." in base and not head:
        base, _, head = base.partition("...")
        found = find_revision(folder, base)
        tip = find_revision(folder, head) if head else None
        for each in (found, tip):
            if isinstance(each, NotThere):
                return each
        assert isinstance(found, Revision)
        start = parting(folder, found, head or "HEAD")
    else:
        start = find_revision(folder, base)
    if isinstance(start, NotThere):
        return start
    read = _Read()  # most files say the same in both
    before = _from_git(folder, shown, start, read)
    if isinstance(before, NotThere):
        return before
    after: Side | NotThere
    if head:
        found = find_revision(folder, head)
        after = _from_git(folder, shown, found, read) if isinstance(found, Revision) else found
    else:
        after = _as_it_is(folder, shown, read)
    if isinstance(after, NotThere):
        return after
    return _as_seen(before, after, readers)


def _as_seen(before: Side, after: Side, readers: Readers) -> tuple[Side, Side] | NotThere:
    """Both as ``readers`` would see them, silent about what they do not see of either."""
    sides: list[Side] = []
    for side in (before, after):
        atlas = side.everything if readers.drafts else without_drafts(side.everything)
        try:
            sides.append(replace(side, atlas=edition(atlas, readers.audience)))
        except UnknownAudience as reason:
            if side.there:
                return NotThere(f"{reason} (in {side.label})")
            sides.append(side)
    audiences = after.everything.handbook.audiences
    if not readers.audience or (audiences and readers.audience == audiences[0]):
        return sides[0], sides[1]
    # What was hidden before and is not any more is new; what is hidden later must not be told as removed.
    unseen = kept_back(sides[1].everything, sides[1].atlas)
    one, other = (
        replace(side, atlas=silent_about(side.atlas, unseen), yaml={}, others={}, pages={}, open=False) for side in sides
    )
    return one, other


def _from_git(folder: Path, shown: str, revision: Revision, read: _Read) -> Side | NotThere:
    history = History(folder)
    version = revision.version
    if not revision.has_folder:
        return _nothing(revision)
    beside: tuple[str, ...] = ()
    while True:
        files = files_of(history, version, beside)
        others = others_of(history, version)
        pages = [path for path in others.blobs if path.endswith(".md")]
        said = contents_of(history, [*files.blobs.values(), *(others.blobs[path] for path in pages)]) if files else None
        if files is None or said is None:
            return lacking(folder, revision)
        shown_then = _shown_then(shown, folder, version.prefix)
        try:
            with written_out(files, said) as top:
                documents = load_documents(top / version.prefix, shown_then, remembered=read.files)
                everything, found = link(documents, read.journeys)
        except OSError as reason:
            return NotThere(f'the files of "{revision.name}" cannot be written out to be read: {reason.strerror or reason}')
        used = tuple(documents.handbook.uses)
        if set(used) <= set(beside):
            break
        beside = used  # where they are is known only now
    yaml = {path.removeprefix(version.prefix): _sum(said[blob]) for path, blob in files.blobs.items()}
    texts = {
        _named(shown_then, path.removeprefix(version.prefix)): said[others.blobs[path]].decode("utf-8", "replace") for path in pages
    }
    other = _sums_of(history, others, version.prefix)
    return Side(
        revision.name, version.commit, everything, everything, _errors(documents, found, everything), yaml, other, texts
    )


def _sums_of(history: History, others: Files, prefix: str) -> dict[str, str]:
    said = contents_of(history, others.blobs.values()) or {}
    return {path.removeprefix(prefix): _sum(said[blob]) for path, blob in others.blobs.items() if blob in said}


def _shown_then(shown: str, folder: Path, prefix: str) -> str:
    """What stands before file names of a version in which the folder had another name."""
    name = prefix.rstrip("/").rpartition("/")[2]
    return shown if not name or name == folder.resolve().name else prefix.rstrip("/")


def _as_it_is(folder: Path, shown: str, read: _Read) -> Side | NotThere:
    wrong = in_repository(folder)
    if wrong is not None:
        return wrong
    documents = load_documents(folder, shown, remembered=read.files)
    everything, found = link(documents, read.journeys)
    yaml: dict[str, str] = {}
    others: dict[str, str] = {}
    pages: dict[str, str] = {}
    for name in _names_below(folder):
        said = _said_in(folder / name)
        if said is None:
            continue
        (yaml if name.lower().endswith((".yml", ".yaml")) else others)[name] = _sum(said)
        if name.endswith(".md"):
            pages[_named(shown, name)] = said.decode("utf-8", "replace")
    errors = _errors(documents, found, everything)
    return Side("the files as they are now", "", everything, everything, errors, yaml, others, pages)


def _nothing(revision: Revision) -> Side:
    """A version in which there was no handbook yet."""
    with written_out(Files(), {}) as top:
        documents = load_documents(top)
    nothing, _ = link(documents)
    nothing = replace(nothing, partial=frozenset())
    return Side(revision.name, revision.version.commit, nothing, nothing, (), {}, {}, {}, there=False)


def _names_below(folder: Path) -> list[str]:
    """The files of ``folder`` that git knows or would take, as paths below it; none that is hidden."""
    said = ask_git(folder, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ".") or b""
    names = sorted(set(os.fsdecode(said).split("\0")) - {""})
    return [name for name in names if not any(part.startswith(".") for part in name.split("/"))]


def _said_in(path: Path) -> bytes | None:
    """What stands in an ordinary file; None where it is gone, is a link, or is too large to be looked at."""
    try:
        ordinary = path.is_file() and not path.is_symlink() and path.stat().st_size <= _LARGEST
        return path.read_bytes() if ordinary else None
    except OSError:
        return None


def _sum(said: bytes) -> str:
    # Git may write lines with another end than it stores them with.
    return hashlib.sha256(said.replace(b"\r\n", b"\n")).hexdigest()


def _named(shown: str, path: str) -> str:
    return f"{shown}/{path}" if shown else path


def _errors(documents: Documents, found: Iterable[Problem], atlas: Atlas) -> tuple[Problem, ...]:
    levelled = at_levels([*documents.problems, *found], atlas)
    return tuple(problem for problem in by_place(levelled) if problem.severity is Severity.ERROR)
