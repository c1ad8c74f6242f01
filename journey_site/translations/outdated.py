"""Which translations were made from other words than stand there now: told from git, without a list of any kind.

A translation was made when its words first came to the branch that is checked out. What stood beside it in that
version is what the translator saw. Where something else stands there now, the translation is out of date. A line
``Translations-checked: en`` at the end of a commit's message says that somebody has looked at all of that
language, and counts as if everything had been translated then; ``all`` stands for every language.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from journey_site.documents.values import TWINS
from journey_site.git_objects import ask_git
from journey_site.history import History, contents_of, history_of
from journey_site.source.nodes import Mapping as MappingNode
from journey_site.source.nodes import Node, Scalar
from journey_site.source.nodes import Sequence as SequenceNode
from journey_site.source.text import composed, decode
from journey_site.source.yaml import parse_yaml
from journey_site.translations.completeness import Outdated
from journey_site.translations.texts import Languages, Translatable, words_in

CHECKED = "Translations-checked"
"""What a line of a commit's message begins with that says all translations are right."""
_MOST_VERSIONS = 200
"""So many versions of a file are looked into, the newest first."""
_MOST_MARKS = 20
_RAW = re.compile(r":\d{6} (\d{6}) [0-9a-f]+ ([0-9a-f]+) ([A-Z])\d*")


@dataclass(frozen=True, slots=True)
class _Version:
    """How a file stood after a commit."""

    commit: str
    blob: str


def outdated_translations(folder: Path, shown: str, texts: Sequence[Translatable], wanted: Iterable[str], languages: Languages) -> Outdated:
    """The translations into the ``wanted`` languages that are out of date; read only, and never an error.

    The handbook's own language is translated from nothing: a better word in another leaves it as it was.
    """
    asked: dict[str, dict[str, list[Translatable]]] = {}
    for language in (each for each in wanted if each != languages.own):
        for text in texts:
            if words_in(text.text, language) and languages.source_of(text.text, language):
                asked.setdefault(text.file, {}).setdefault(language, []).append(text)
    if not asked:
        return Outdated()
    missing = history_of(folder).missing
    if missing:
        return Outdated(missing=missing)
    written = _versions_of_files(folder)
    order = {commit: place for place, commit in enumerate(_lines(folder, "rev-list", "--first-parent", "HEAD"))}
    checked = _checked(folder, order)
    found: dict[tuple[str, str], str] = {}
    for file, by_language in asked.items():
        versions = written.get(posixpath.relpath(file, shown or "."), [])[:_MOST_VERSIONS]
        said = contents_of(History(folder), (version.blob for version in versions)) or {}
        roots = _Roots(said)
        for language, here in by_language.items():
            since = min((checked[each] for each in (language, "all") if each in checked), default=None)
            for text in here:
                saw = _seen_by_translator(text, language, languages, versions, roots, since, order)
                source = languages.source_of(text.text, language) or ""
                if saw and words_in(text.text, source) not in saw:
                    found[text.context, language] = saw[0]
    return Outdated(found)


def _seen_by_translator(
    text: Translatable,
    language: str,
    languages: Languages,
    versions: Sequence[_Version],
    roots: _Roots,
    since: int | None,
    order: Mapping[str, int],
) -> tuple[str, ...]:
    """What stood beside the translation in the version in which it came; nothing when it has not been committed."""
    words = words_in(text.text, language)
    source = languages.source_of(text.text, language) or ""
    saw: tuple[str, ...] = ()
    for version in versions:
        beside = roots.pairs(version.blob, source, language).get(words)
        if beside is None:
            break
        saw = tuple(beside) or saw
        if since is not None and order.get(version.commit, 0) >= since:
            break
    return saw


class _Roots:
    """What old versions of one file say, each read once."""

    def __init__(self, said: Mapping[str, bytes]) -> None:
        self.said = said
        self._pairs: dict[tuple[str, str, str], dict[str, dict[str, None]]] = {}
        self._read: dict[str, Node | None] = {}

    def pairs(self, blob: str, source: str, language: str) -> dict[str, dict[str, None]]:
        """From each text in ``language`` to what stood beside it in ``source``, wherever in the file."""
        key = blob, source, language
        if key not in self._pairs:
            found: dict[str, dict[str, None]] = {}
            waiting = [self._root(blob)]
            while waiting:
                node = waiting.pop()
                if isinstance(node, MappingNode):
                    words, beside = _said(node, language), _said(node, source)
                    if words:
                        found.setdefault(words, {}).update({beside: None} if beside else {})
                    waiting += [value for _, value in node.entries]
                elif isinstance(node, SequenceNode):
                    waiting += node.items
            self._pairs[key] = found
        return self._pairs[key]

    def _root(self, blob: str) -> Node | None:
        if blob not in self._read:
            source, _ = decode(self.said.get(blob, b""), "")
            self._read[blob] = parse_yaml(source)[0] if source is not None else None
        return self._read[blob]


def _said(node: MappingNode, language: str) -> str:
    value = node.get(language) or node.get(TWINS.get(language, language))
    return composed(value.text).strip() if isinstance(value, Scalar) and not value.is_null else ""


def _versions_of_files(folder: Path) -> dict[str, list[_Version]]:
    """The versions of every file below ``folder``, newest first, by the path that it has now."""
    said = ask_git(
        folder, "-c", "log.showRoot=true", "log", "--first-parent", "-m", "-M", "--no-ext-diff", "--no-textconv", "--raw",
        "--no-abbrev", "--relative", "-z", "--format=format:%x01%H", "HEAD", "--", ".",
    )  # fmt: skip
    found: dict[str, list[_Version]] = {}
    now: dict[str, str] = {}
    for told in os.fsdecode(said or b"").split("\x01")[1:]:
        commit, _, rest = told.partition("\n")
        pieces = iter(rest.split("\0"))
        moved: dict[str, str] = {}
        for piece in pieces:
            raw = _RAW.search(piece)
            if raw is None:
                continue
            mode, blob, state = raw.groups()
            before = next(pieces, "")
            path = next(pieces, "") if state in "RC" else before
            today = now.get(path, path)
            if state != "D" and mode.startswith("100"):
                found.setdefault(today, []).append(_Version(commit.strip("\0"), blob))
            if state == "R":
                moved[before] = today
        now |= moved
    return found


def _checked(folder: Path, order: Mapping[str, int]) -> dict[str, int]:
    """For each language, how far back the newest commit lies that says its translations are right; 0 is the newest."""
    said = _lines(
        folder, "log", "-i", "-E", f"--grep=^{CHECKED}:", f"--max-count={_MOST_MARKS}",
        f"--format=%H %(trailers:key={CHECKED},valueonly,separator=%x2C)", "HEAD",
    )  # fmt: skip
    found: dict[str, int] = {}
    for line in said:
        commit, _, languages = line.partition(" ")
        if commit not in order:
            # It lies on a branch that was merged: it counts from the merge on.
            commit = (_lines(folder, "rev-list", "--first-parent", "--ancestry-path", f"{commit}..HEAD") or [commit])[-1]
        for language in re.split(r"[,\s]+", languages.strip()):
            if language and commit in order:
                found[language] = min(order[commit], found.get(language, order[commit]))
    return found


def _lines(folder: Path, *command: str) -> list[str]:
    return (ask_git(folder, *command) or b"").decode("utf-8", "replace").splitlines()
