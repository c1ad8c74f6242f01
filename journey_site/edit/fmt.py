"""A handbook's files in their one layout: what ``journey-site fmt`` makes of them.

A file is left alone where anything is in doubt, and every result is read again and compared before it is
handed out: nothing that was said is lost, no comment, and nothing is added but the ids that names had made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from journey_site.documents.declared import Declared
from journey_site.documents.documents import Documents
from journey_site.documents.load import load_documents
from journey_site.edit.blocks import Block, Entry, Unusual, read_page
from journey_site.edit.changes import Change, FileText, file_text
from journey_site.edit.edits import apply, fitting, line_end
from journey_site.edit.key_order import kinds_of_mappings, rank_of
from journey_site.edit.layout import laid_out
from journey_site.edit.long_brackets import unfolded
from journey_site.edit.same_words import comments, same_words
from journey_site.problems import Severity
from journey_site.source.discover import Found, discover
from journey_site.source.nodes import Node
from journey_site.source.text import SourceText
from journey_site.source.yaml import beyond_nodes, parse_yaml


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that was left as it is, and why."""

    file: str
    why: str
    broken: bool = False
    """Whether it cannot be read, rather than only being written in a rare way."""


@dataclass(frozen=True, slots=True)
class Formatted:
    """What formatting makes of a handbook."""

    changes: tuple[Change, ...] = ()
    kept: tuple[Kept, ...] = ()
    files: int = 0
    """How many files were looked at."""


def formatted(folder: Path, shown: str = "", only: Callable[[Path], bool] = lambda _: True) -> Formatted:
    """The layout of every file of the handbook in ``folder``, or of those that ``only`` wants; writes nothing."""
    documents = load_documents(folder, shown)
    found, _ = discover(folder, shown)
    files = [each for each in found if only(each.path)]
    changes: list[Change] = []
    kept: list[Kept] = []
    for each in files:
        text = file_text(each.path, each.file)
        result = _file(each, text, documents) if text is not None else Kept(each.file, "it cannot be read", broken=True)
        if isinstance(result, Kept):
            kept.append(result)
        elif text is not None and result != text.text:
            changes.append(Change(text, result))
    changes, doubted = _with_same_meaning(changes, documents)
    return Formatted(tuple(changes), (*kept, *doubted), len(files))


def _file(found: Found, file: FileText, documents: Documents) -> str | Kept:
    text = _with_ids(file, documents)
    for attempt in (text, file.text):
        try:
            return format_text(attempt, found.file, kind_of(found))
        except Unreadable as reason:
            if attempt is file.text:
                return Kept(found.file, str(reason), broken=True)
        except Unusual as reason:
            return Kept(found.file, str(reason))
    return file.text


class Unreadable(ValueError):
    """The text is no YAML; the message says where."""


def kind_of(found: Found) -> str:
    """What a file holds, as the order of keys wants to know it: ``handbook``, ``personas``, ``personas.yml``."""
    return found.kind if found.id is not None or found.kind == "handbook" else f"{found.kind}.yml"


def format_text(text: str, file: str, kind: str) -> str:
    """``text`` in the one layout; ``kind`` is what ``kind_of`` says.

    Raises:
        Unreadable: when it is no YAML, or holds something that a handbook may not.
        Unusual: when it is written in a way that must be left alone.
    """
    source = SourceText(file, text)
    odd = next((sign for sign in "\x85\u2028\u2029" if sign in text), "")
    if odd or "\r" in text.replace("\r\n", ""):
        raise Unusual("its lines end in a rare way")
    root, problems = parse_yaml(source)
    error = next((problem for problem in problems if problem.severity is Severity.ERROR), None)
    if error:
        raise Unreadable(f"it cannot be read: line {error.span.line}, {error.message}")
    if special := beyond_nodes(source):
        raise Unusual(f"it holds {special}")
    long = unfolded(source, root)
    root_of_lines = root if long is source else parse_yaml(long)[0]
    page = read_page(long, root_of_lines)
    lines = laid_out(page, long, partial(_in_order, dict(_kinds(root_of_lines, kind))))
    new = line_end(text).join([*lines, ""]) if lines else ""
    after = SourceText(file, new)
    again, more = parse_yaml(after)
    if not text.endswith("\n"):
        # To a text under | at its end belongs the line end that is put there.
        root = parse_yaml(SourceText(file, text + "\n"))[0]
    if len(more) != len(problems) or not same_words(root, again) or comments(source, root) != comments(after, again):
        raise Unusual("in the usual layout it would not say quite the same")
    return new


def _kinds(root: Node | None, kind: str) -> list[tuple[int, type[Declared]]]:
    return [(id(node), what) for node, what in kinds_of_mappings(root, kind)] if root is not None else []


def _in_order(kinds: Mapping[int, type[Declared]], block: Block) -> list[Entry]:
    """The entries by the order of fields; a key that is no field stays behind the one it was written behind."""
    kind = kinds.get(id(block.node))
    if kind is None:
        return block.entries
    placed: list[tuple[int, Entry]] = []
    last = -1
    for entry in block.entries:
        rank = rank_of(kind, entry.key.text) if entry.key else None
        last = last if rank is None else rank
        placed.append((last, entry))
    return [entry for _, entry in sorted(placed, key=lambda each: each[0])]


def _with_ids(file: FileText, documents: Documents) -> str:
    """The text with the ids written out that names had made: a new name would change an address."""
    fixes = [problem.fix for problem in documents.problems if problem.rule == "id-from-name" and problem.span.file == file.file]
    groups = fitting(file.text, [fix for fix in fixes if fix])
    return apply(file.text, [edit for group in groups for edit in group])


def _with_same_meaning(changes: list[Change], before: Documents) -> tuple[list[Change], list[Kept]]:
    """Those changes after which the handbook says the same, and the files that are better left alone."""
    if not changes:
        return [], []
    if _says_the_same(changes, before):
        return changes, []
    good = [change for change in changes if _says_the_same([change], before)]
    kept = [Kept(change.file, "in the usual layout it would not mean quite the same") for change in changes if change not in good]
    return good, kept


def _says_the_same(changes: list[Change], before: Documents) -> bool:
    unsaved = {change.before.path: change.after for change in changes}
    after = load_documents(before.root, before.shown, unsaved)
    return (before.handbook, before.tables) == (after.handbook, after.tables)
