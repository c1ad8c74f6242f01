"""Writes translations into a handbook: what ``journey-site translations import`` does.

The result is read before it is handed out: exactly the texts that were translated say something else, in that
language alone, every comment is there, and nothing is wrong that was not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from journey_site.atlas.link import link
from journey_site.documents.documents import Documents
from journey_site.documents.load import load_documents
from journey_site.documents.values import TWINS
from journey_site.edit.changes import Change, Changes
from journey_site.edit.edits import Overlap, apply
from journey_site.edit.language_maps import TextsInFile
from journey_site.edit.rename import Files, Refused
from journey_site.edit.said import everything_said
from journey_site.edit.same_words import comments
from journey_site.edit.written_words import CannotWrite
from journey_site.handbook import pages_beside
from journey_site.handwritten import check_pages
from journey_site.problems import Edit, Severity
from journey_site.source.text import SourceText
from journey_site.source.yaml import parse_yaml
from journey_site.translations.answers import Refusal, Wish
from journey_site.translations.texts import Languages, texts_of

_WRONG = "something would be wrong then"
_NUMBER = re.compile(r"\d+")
"""Some messages name lines, which may be others afterwards."""


@dataclass(frozen=True, slots=True)
class Translated:
    """What translating makes of a handbook."""

    changes: Changes = field(default_factory=Changes)
    written: tuple[Wish, ...] = ()
    refused: tuple[Refusal, ...] = ()


def translated(folder: Path, shown: str, documents: Documents, wishes: Sequence[Wish], language: str) -> Translated:
    """The changes after which the texts say what was wished for; writes nothing.

    ``documents`` is the handbook in ``folder`` as it stands, ``language`` the handbook's own code of the language.
    """
    translating = _Translating(folder, shown, documents, language)
    possible = [wish for wish in wishes if translating.has_edits(wish)]
    written = translating.accepted(possible)
    changes = Changes(tuple(Change(translating.files.file(file), text) for file, text in sorted(translating.texts(written).items())))
    return Translated(changes, tuple(written), tuple(translating.refused))


class _Translating:
    """One run over a handbook."""

    def __init__(self, folder: Path, shown: str, documents: Documents, language: str) -> None:
        self.folder = folder
        self.shown = shown
        self.language = language
        self.own = Languages.of(documents.handbook).own
        self.files = Files(folder, shown)
        self.refused: list[Refusal] = []
        self._read: dict[str, TextsInFile] = {}
        self._edits: dict[int, tuple[Edit, ...]] = {}
        self._before = self._said(documents)
        self._values = {text.context: dict(text.text.values) for text in texts_of(documents)}
        self._wrong = {_NUMBER.sub("", message) for message in self._errors(documents, {})}

    def has_edits(self, wish: Wish) -> bool:
        """Find the edits for a wish; where there are none, note why."""
        file = wish.text.file
        try:
            if file not in self._read:
                self._read[file] = TextsInFile(SourceText(file, self.files.text(file)))
            self._edits[id(wish)] = self._read[file].with_words(wish.text.text, self.language, wish.words, self.own)
        except (CannotWrite, Refused) as reason:
            self._refuse(wish, str(reason))
            return False
        return True

    def accepted(self, wishes: Sequence[Wish]) -> list[Wish]:
        """Those that can be written together; where that goes wrong, each half alone."""
        if not wishes:
            return []
        wrong = self._wrong_with(wishes)
        if not wrong:
            return list(wishes)
        if len(wishes) == 1:
            self._refuse(wishes[0], wrong)
            return []
        middle = len(wishes) // 2
        both = [*self.accepted(wishes[:middle]), *self.accepted(wishes[middle:])]
        wrong = self._wrong_with(both) if both else ""
        if not wrong:
            return both
        # Each is right and all together are not: nobody knows why, so none is written.
        for wish in both:
            self._refuse(wish, wrong)
        return []

    def _refuse(self, wish: Wish, why: str) -> None:
        advice = "mend it here and import it again" if why.startswith(_WRONG) else f"write it into {wish.text.place} by hand"
        self.refused.append(Refusal(wish.entry, f"{why}: {advice}"))

    def texts(self, wishes: Iterable[Wish]) -> dict[str, str]:
        """The new texts of the files in which something is to be written."""
        edits: dict[str, list[Edit]] = {}
        for wish in wishes:
            edits.setdefault(wish.text.file, []).extend(self._edits[id(wish)])
        return {file: apply(self.files.text(file), each) for file, each in edits.items()}

    def _wrong_with(self, wishes: Sequence[Wish]) -> str:
        """What would be wrong then; empty when nothing would."""
        try:
            texts = self.texts(wishes)
        except Overlap:
            return "it stands in the same place as another text"
        for file, text in texts.items():
            if _comments(file, text) != _comments(file, self.files.text(file)):
                return "a comment would be lost"
        unsaved = {self.files.file(file).path: text for file, text in texts.items()}
        after = load_documents(self.folder, self.shown, unsaved)
        wrong = next((message for message in self._errors(after, unsaved) if _NUMBER.sub("", message) not in self._wrong), None)
        if wrong is not None:
            return f"{_WRONG}: {wrong}"
        wanted = {wish.text.context: self._values[wish.text.context] | {self.language: wish.words} for wish in wishes}
        values = {text.context: dict(text.text.values) for text in texts_of(after)}
        if values != self._values | wanted or self._said(after) != self._before:
            return "it would not be read as it is meant"
        return ""

    def _errors(self, documents: Documents, unsaved: dict[Path, str]) -> list[str]:
        atlas, found = link(documents)
        problems = [*documents.problems, *found, *check_pages(pages_beside(self.folder, self.shown), atlas, unsaved)]
        return [problem.message for problem in problems if problem.severity is Severity.ERROR]

    def _said(self, documents: Documents) -> Any:
        """All that the handbook says, but for the language that is written."""
        return _without(everything_said(documents, lambda kind, identity, journey: identity), {self.language, TWINS.get(self.language)})


def _without(said: Any, keys: set[str | None]) -> Any:
    if isinstance(said, dict):
        return {key: _without(value, keys) for key, value in said.items() if key not in keys}
    return [_without(value, keys) for value in said] if isinstance(said, list) else said


def _comments(file: str, text: str) -> object:
    source = SourceText(file, text)
    return comments(source, parse_yaml(source)[0])
