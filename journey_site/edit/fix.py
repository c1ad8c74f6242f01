"""Mends what can be mended with certainty: what ``journey-site check --fix`` makes of a handbook.

Problems bring their own mending (``Problem.fix``). Every result is read again before it is handed out: a
mending that leads to another problem, or after which anything is missing, is not made.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from journey_site.atlas.atlas import Atlas
from journey_site.atlas.link import link
from journey_site.documents.field_names import field_names
from journey_site.documents.load import load_documents
from journey_site.edit.changes import Change, Changes, FileText, Move, file_text
from journey_site.edit.edits import apply, fitting
from journey_site.edit.rewritten import Rewritten, rewritten
from journey_site.handbook import pages_beside, read_handbook
from journey_site.handwritten import check_pages
from journey_site.page_audiences import check_audiences
from journey_site.problems import Edit, Problem, Severity
from journey_site.source.discover import discover
from journey_site.source.ids import slug
from journey_site.source.text import SourceText
from journey_site.source.yaml import parse_yaml

_MOST_ROUNDS = 20
_MOST_SLIPS = 1_000
"""So many mistakes in the YAML of one file are mended, one after the other."""
_LINE = re.compile(r"\bline \d+|\d+ lines?\b")


@dataclass(frozen=True, slots=True)
class Mended:
    """What mending makes of a handbook."""

    changes: Changes = field(default_factory=Changes)
    problems: tuple[Problem, ...] = ()
    """What was mended, at the places where it stood when it was found."""
    rewritten: tuple[Rewritten, ...] = ()
    """What was written for it, by place."""


def mend(folder: Path, shown: str = "", audience: str = "") -> Mended:
    """Mend everything in ``folder`` that can be mended with certainty; writes nothing.

    After the files have got new names there may be more to mend in them.
    """
    mending = _Mending(folder, shown, audience)
    mending.syntax()
    for _ in range(_MOST_ROUNDS):
        if not mending.round():
            break
        mending.syntax()
    return mending.result()


class _Mending:
    """One run over a handbook, with the texts as they are so far."""

    def __init__(self, folder: Path, shown: str, audience: str) -> None:
        self.folder = folder
        self.shown = shown
        self.audience = audience
        found, self.found_wrong = discover(folder, shown)
        own = [(each.path, each.file) for each in found]
        self.yaml = {file for _, file in own}
        texts = [file_text(path, file) for path, file in [*own, *pages_beside(folder, shown)]]
        self.files: dict[str, FileText] = {text.file: text for text in texts if text is not None}
        self.texts: dict[str, str] = {}
        """The texts that are otherwise by now."""
        self.mended: list[Problem] = []
        self.rewritten: list[Rewritten] = []
        self.refused: set[tuple[str, str, str]] = set()

    def text(self, file: str) -> str:
        return self.texts.get(file, self.files[file].text)

    def unsaved(self, texts: Mapping[str, str]) -> dict[Path, str]:
        return {self.files[file].path: text for file, text in {**self.texts, **texts}.items()}

    def syntax(self) -> None:
        """Mend what is no YAML, file by file: each mistake hides those below it."""
        for file in sorted(self.yaml & self.files.keys()):
            for _ in range(_MOST_SLIPS):
                mended = _one_slip(file, self.text(file))
                if mended is None:
                    break
                self._note(mended[0])
                self.texts[file] = mended[1]

    def _note(self, problem: Problem) -> None:
        """Remember what is mended and what is written for it, while the text still is as it was."""
        self.mended.append(problem)
        self.rewritten += rewritten(problem, self.text)

    def round(self) -> bool:
        """Mend all that is known to be wrong by now; whether there was anything."""
        outcome = read_handbook(self.folder, shown=self.shown, audience=self.audience, drafts=True, unsaved=self.unsaved({}))
        wanted = [
            problem for problem in outcome.problems
            if problem.fix and _key(problem) not in self.refused and {edit.span.file for edit in problem.fix} <= self.files.keys()
        ]  # fmt: skip
        return bool(wanted) and self._all_of(wanted)

    def _all_of(self, wanted: Sequence[Problem]) -> bool:
        """Mend them together; where that goes wrong, each half alone."""
        chosen, texts = self._edited(wanted)
        if chosen and self._is_better(chosen, texts):
            for problem in chosen:
                self._note(problem)
            self.texts |= texts
            return True
        if len(wanted) == 1:
            self.refused.add(_key(wanted[0]))
            return False
        middle = len(wanted) // 2
        first = self._all_of(wanted[:middle])
        # The places of the second half are those of the text as it was: after a change they are found anew.
        return True if first else self._all_of(wanted[middle:])

    def _edited(self, wanted: Sequence[Problem]) -> tuple[list[Problem], dict[str, str]]:
        """Those whose edits fit together, and the texts they lead to."""
        files = {edit.span.file for problem in wanted for edit in problem.fix}
        edits: dict[str, list[Edit]] = {file: [] for file in files}
        chosen: list[Problem] = []
        for file in sorted(files):
            here = [problem for problem in wanted if problem.fix[0].span.file == file]
            fit = fitting(self.text(file), [problem.fix for problem in here])
            chosen += [problem for problem in here if problem.fix in fit]
            edits[file] += [edit for group in fit for edit in group]
        return chosen, {file: apply(self.text(file), edits[file]) for file in files if edits[file]}

    def _is_better(self, chosen: Sequence[Problem], texts: Mapping[str, str]) -> bool:
        """Whether with these texts what was to be mended is, nothing is lost, and nothing else went wrong by it.

        A name that is corrected lets things be read that nobody had looked at: what is wrong there was so before.
        Yet where it is a field's, and what stands under it is nothing for that field, another one was meant.
        """
        before, there = self._read({})
        after, still_there = self._read(texts)
        known, left = Counter(map(_key, before)), Counter(map(_key, after))
        if not there <= still_there or any(left[_key(problem)] >= known[_key(problem)] for problem in chosen):
            return False
        guessed = any(problem.rule == "unknown-field" for problem in chosen)
        new = [problem for problem in after if left[_key(problem)] > known[_key(problem)] and not problem.fix]
        return not any(guessed or problem.rule.startswith("duplicate-") for problem in new)

    def _read(self, texts: Mapping[str, str]) -> tuple[list[Problem], set[tuple[str, ...]]]:
        """What is wrong with the handbook, and what there is, when these texts stand in its files."""
        unsaved = self.unsaved(texts)
        documents = load_documents(self.folder, self.shown, unsaved)
        atlas, found = link(documents)
        pages = list(pages_beside(self.folder, self.shown))
        found += [*check_pages(pages, atlas, unsaved), *check_audiences(pages, atlas, unsaved)]
        return [*documents.problems, *found], _there(atlas)

    def result(self) -> Mended:
        changes = tuple(
            Change(self.files[file], text) for file, text in sorted(self.texts.items()) if text != self.files[file].text
        )
        moves = tuple(self._moves())
        return Mended(Changes(changes, moves), tuple(self.mended), tuple(sorted(set(self.rewritten))))

    def _moves(self) -> list[Move]:
        """Files whose names are no ids, and what they should be called."""
        moves: list[Move] = []
        for problem in self.found_wrong:
            if problem.rule != "bad-id" or problem.severity is not Severity.ERROR:
                continue
            file = problem.span.file
            path = self.folder / (file.removeprefix(f"{self.shown}/") if self.shown else file)
            name = slug(path.stem)
            to = path.with_name(name + path.suffix.lower())
            taken = {each.stem for each in path.parent.iterdir() if each != path} | {move.to.stem for move in moves}
            if name and name not in ("index", *taken) and path.is_file() and not path.is_symlink():
                moves.append(Move(path, to, file, f"{file.rpartition('/')[0]}/{to.name}".lstrip("/")))
                self.mended.append(problem)
        return moves


def _one_slip(file: str, text: str) -> tuple[Problem, str] | None:
    """The first mistake in a text that is no YAML, and the text without it; nothing where that is not certain."""
    before = _errors(file, text)
    for problem in before:
        if problem.fix:
            after = apply(text, problem.fix)
            first = min(((each.span.line, each.span.column) for each in _errors(file, after)), default=None)
            # Reading must now get beyond the place, or to the end.
            if first is None or first > (problem.span.line, problem.span.column) or first > _last(problem):
                return problem, after
        break
    return None


def _errors(file: str, text: str) -> list[Problem]:
    _, problems = parse_yaml(SourceText(file, text), field_names())
    return sorted((each for each in problems if each.severity is Severity.ERROR), key=lambda each: each.span)


def _last(problem: Problem) -> tuple[int, int]:
    return max((edit.span.line, edit.span.column) for edit in problem.fix)


def _key(problem: Problem) -> tuple[str, str, str]:
    """By what a problem is known again when the lines above it have changed."""
    return problem.rule, problem.span.file, _LINE.sub("", problem.message)


def _there(atlas: Atlas) -> set[tuple[str, ...]]:
    """Every thing and every stage."""
    things: set[tuple[str, ...]] = {(kind, identity) for kind, thing in atlas.things() for identity in (thing.id,)}
    return things | {("stages", journey.id, stage.id) for journey in atlas.journeys.values() for stage in journey.stages}
