"""Gives a thing another id everywhere it is mentioned: what ``journey-site rename`` does.

The old id stays behind under ``was``, so that its address leads to the new one. The result is read before it is
handed out: it must say the same as before in every other word, and nothing may be wrong that was not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from journey_site.atlas.atlas import Atlas
from journey_site.atlas.link import link
from journey_site.documents.built_in import built_in_models
from journey_site.documents.documents import KINDS, Documents
from journey_site.documents.load import load_documents
from journey_site.documents.things import Thing
from journey_site.edit.changes import Change, Changes, FileText, Move, file_text
from journey_site.edit.edits import apply
from journey_site.edit.meant import NotMeant, Titles, meant, titles
from journey_site.edit.mentions_of import links, links_in_pages, references
from journey_site.edit.old_ids import CannotSay, with_old_id
from journey_site.edit.said import everything_said, is_called_after_its_id
from journey_site.handbook import pages_beside
from journey_site.handwritten import check_pages
from journey_site.problems import Edit, Problem, Severity, Span
from journey_site.source.discover import discover
from journey_site.source.ids import is_id, slug
from journey_site.source.nodes import Mapping, Node, Scalar
from journey_site.source.text import SourceText
from journey_site.source.written import as_written
from journey_site.source.yaml import parse_yaml


class Refused(ValueError):
    """The id cannot be changed; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Renamed:
    """What renaming makes of a handbook."""

    changes: Changes
    mentions: int
    """In how many places the old id was referred to."""
    old: str
    """The id that was meant, where a title was given."""
    notes: tuple[str, ...] = ()
    """What is to be known about it."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Which id is to become which."""

    kind: str
    """The table's name: ``personas``; or ``stages``, ``pains``."""
    old: str
    new: str
    journeys: tuple[str, ...] = ()
    """For a stage or pain: its journey or model (``model:id``) first, then those that inherit it."""

    def later(self, kind: str, identity: str, journey: str) -> str:
        """The later id of something."""
        mine = kind == self.kind and identity == self.old and (not self.journeys or journey in self.journeys)
        return self.new if mine else identity


@dataclass(frozen=True, slots=True)
class Written:
    """A thing in the file that holds it."""

    source: SourceText
    root: Node | None
    node: Node | None
    """What stands in the file, or under the thing's id; nothing in an empty file."""
    key: Scalar | None
    """Its id, where it shares the file with others."""


class Files:
    """The files of a handbook, each read once."""

    def __init__(self, folder: Path, shown: str) -> None:
        self.folder = folder
        found, _ = discover(folder, shown)
        self.pages = list(pages_beside(folder, shown))
        self.paths = {file: path for path, file in [*((each.path, each.file) for each in found), *self.pages]}
        self.read: dict[str, FileText] = {}

    def text(self, file: str) -> str:
        return self.file(file).text

    def file(self, file: str) -> FileText:
        """A file of the handbook's own; refuses one that lies elsewhere."""
        if file not in self.read:
            text = file_text(self.paths[file], file) if file in self.paths else None
            if text is None:
                raise Refused(f"{file} is no file of this handbook, so nothing can be changed in it")
            self.read[file] = text
        return self.read[file]

    def has_one_thing(self, file: str) -> bool:
        """Whether a file's name is the id of the one thing in it."""
        return self.paths[file].parent != self.folder

    def written(self, file: str, kind: str, identity: str) -> Written:
        """A thing as it is written in one of the files."""
        source = SourceText(file, self.text(file))
        root = parse_yaml(source)[0]
        if self.has_one_thing(file):
            return Written(source, root, root, None)
        table = root.get(kind) if isinstance(root, Mapping) and self.paths[file].stem == "handbook" else root
        if not isinstance(table, Mapping) or identity not in table:
            raise Refused(f'"{identity}" was not found in {file}')
        return Written(source, root, table.get(identity), table.key(identity))


def everything_read(folder: Path, shown: str) -> tuple[Documents, Atlas, list[Problem]]:
    """The handbook as it stands, whole.

    Raises:
        Refused: when there are errors in it, as something may be mentioned in what cannot be read.
    """
    documents = load_documents(folder, shown)
    atlas, found = link(documents)
    problems = [*documents.problems, *found, *check_pages(pages_beside(folder, shown), atlas)]
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if errors:
        count = "there is 1 error" if errors == 1 else f"there are {errors:,} errors"
        raise Refused(f"{count} in the handbook, so a mention could be missed: mend it first, journey-site check tells how")
    return documents, atlas, problems


def rename(folder: Path, shown: str, kind: str, old: str, new: str) -> Renamed:
    """The changes after which the thing ``old`` of ``kind`` (a table's name) is called ``new``; writes nothing.

    Raises:
        Refused: when that cannot be, or not with certainty.
    """
    documents, atlas, problems = everything_read(folder, shown)
    if kind == "models" and old in built_in_models() and old not in documents.tables[kind]:
        raise Refused(f'"{old}" is a model that is built in, and keeps its id')
    old = the_one(old, titles(documents.tables[kind].values()), kind.removesuffix("s"))
    thing = documents.tables[kind][old]
    must_be_free(new, {**atlas.table(kind), **(dict.fromkeys(built_in_models()) if kind == "models" else {})}, kind)
    _must_not_mean_another(documents, kind, old, new)
    files = Files(folder, shown)
    if thing.file not in files.paths:
        raise Refused(f"it is written in {thing.file}, which belongs to another folder: rename it there")
    wish = Wish(kind, old, new)
    kinds = (kind, "people") if kind in ("departments", "personas") else (kind,)
    if kind == "personas" and old in documents.tables["departments"]:
        kinds = (kind,)
    spans = [ref.origin for ref in references(documents, kinds, old)]
    spans += links(documents, kind, old, files.text)
    spans += links_in_pages(files.pages, kind, old, files.text)
    edits = [Edit(span, as_written(new)) for span in spans]
    written = files.written(thing.file, kind, old)
    moves: list[Move] = []
    if written.key is not None:
        edits.append(Edit(written.key.span, as_written(new)))
    else:
        path = files.paths[thing.file]
        to = path.with_name(new + path.suffix)
        moves.append(Move(path, to, thing.file, f"{thing.file.rpartition('/')[0]}/{to.name}".lstrip("/")))
    if isinstance(written.node, Mapping) and (repeated := written.node.get("id")) is not None:
        edits.append(Edit(repeated.span, as_written(new)))
    edits += _old_id(written, KINDS[kind], old, new)
    changes = made(files, edits, moves)
    must_say_the_same(folder, shown, documents, problems, changes, wish)
    return Renamed(changes, len({*spans}), old, _notes(documents, kind, old))


def _old_id(written: Written, kind: type[Thing], old: str, new: str) -> list[Edit]:
    if written.node is None or written.root is None:
        return [Edit(Span(written.source.file, 1, 1, 1, 1), f"was: [{old}]\n")]
    try:
        return with_old_id(written.node, kind, old, new, written.source, written.root)
    except CannotSay as reason:
        raise Refused(f"was: could not be written into it, as {reason}") from None


def must_be_free(new: str, taken: Iterable[str], what: str) -> None:
    """Refuse an id that is none, or that leads somewhere already.

    Raises:
        Refused: with the reason.
    """
    things = taken if isinstance(taken, dict) else dict.fromkeys(taken)
    if not is_id(new):
        could = slug(new)
        hint = f': it could be "{could}"' if could else ""
        raise Refused(f'"{new}" is no id, which holds only a-z, 0-9 and dashes{hint}')
    if new == "index" and what in KINDS:
        raise Refused(f'"index" is no id: the page with that address lists the {what}')
    if new in things:
        raise Refused(f'"{new}" is there already among {what}')


def must_lead_nowhere(old: str, new: str, things: Iterable[object], what: str) -> None:
    """Refuse an id under which something else was known: its old address would lead to the wrong page.

    Raises:
        Refused: with the name of what was called so.
    """
    for thing in things:
        identity = getattr(thing, "id", "")
        if identity != old and new in getattr(thing, "was", ()):
            raise Refused(f'"{new}" is an old id of "{identity}" among {what}: take it out of its was: first, or choose another')


def _must_not_mean_another(documents: Documents, kind: str, old: str, new: str) -> None:
    must_lead_nowhere(old, new, documents.tables[kind].values(), kind)
    others = {"departments": "personas", "personas": "departments"}.get(kind)
    if others and new in documents.tables[others] and any(True for name in (old, new) for _ in references(documents, ["people"], name)):
        raise Refused(f'"{new}" is there already among {others}, and from: and to: could then mean either')


def the_one(words: str, known: Titles, what: str) -> str:
    """The id that ``words`` mean, be they an id or a title.

    Raises:
        Refused: when they mean none of ``known``, or several.
    """
    try:
        return meant(words, known, what)
    except NotMeant as reason:
        raise Refused(str(reason)) from None


def made(files: Files, edits: Iterable[Edit], moves: Iterable[Move]) -> Changes:
    """The edits as changes of whole files."""
    by_file: dict[str, list[Edit]] = {}
    for edit in edits:
        by_file.setdefault(edit.span.file, []).append(edit)
    texts = [Change(files.file(file), apply(files.text(file), each)) for file, each in sorted(by_file.items())]
    return Changes(tuple(texts), tuple(moves))


def must_say_the_same(
    folder: Path, shown: str, before: Documents, problems: Iterable[Problem], changes: Changes, wish: Wish
) -> None:
    """Refuse changes after which anything but the id is otherwise.

    Raises:
        Refused: with what would be wrong.
    """
    unsaved = changes.unsaved
    after = load_documents(folder, shown, unsaved, moved={move.path: move.to for move in changes.moves})
    atlas, found = link(after)
    found = [*after.problems, *found, *check_pages(pages_beside(folder, shown), atlas, unsaved)]
    before_it = {problem.message for problem in problems}
    wrong = next((each for each in found if each.severity is Severity.ERROR and each.message not in before_it), None)
    if wrong is not None:
        raise Refused(f"something would be wrong then: {wrong}")
    same = everything_said(before, wish.later) == everything_said(after, lambda kind, identity, journey: identity)
    if not same:
        raise Refused("the handbook would not say the same in every other word, so nothing was changed")


def _notes(documents: Documents, kind: str, old: str) -> tuple[str, ...]:
    thing = documents.tables[kind][old]
    return ("it has no name of its own, so it is called after its new id",) if is_called_after_its_id(thing) else ()
