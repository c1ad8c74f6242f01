"""Handbooks with mistakes, and what is to be said of each, on the line where it stands.

A corpus is one text: ``# file: journeys/a.yml`` begins a file of the handbook (without a handbook.yml, one
with a title alone is put there), ``#! 14 emotion-range: off the scale`` at a line's end expects a problem
in column 14 whose sentence holds these words, and a line ``#!! personas:1:1 near-kind: …`` expects one
where no comment can stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from journey_site.documents.rule_names import CHECKS
from journey_site.problems import Problem, Severity

HERE = Path(__file__).parent
_FILE = re.compile(r"^# file: (\S+)$", re.MULTILINE)
_ON_LINE = re.compile(r"#! (\d+) ([a-z0-9-]+): ([^\n]*?)(?=\s+#! |$)")
_ELSEWHERE = re.compile(r"^#!! (\S+):(\d+):(\d+) ([a-z0-9-]+): (.*)\n?", re.MULTILINE)
_COMMENT = re.compile(r"[ \t]*#!.*$", re.MULTILINE)


@dataclass(frozen=True, order=True)
class Expected:
    """A problem at a place, and words of its sentence or hint."""

    file: str
    line: int
    column: int
    rule: str
    words: str


@dataclass
class Corpus:
    """The files of one handbook, and every problem in them."""

    files: dict[str, str] = field(default_factory=dict)
    expected: list[Expected] = field(default_factory=list)


def corpora() -> list[Path]:
    """Every corpus, by name."""
    return sorted(HERE.rglob("*.yml"))


def read_corpus(text: str) -> Corpus:
    """Take a corpus apart."""
    corpus = Corpus()
    for found in _ELSEWHERE.finditer(text):
        corpus.expected.append(Expected(found[1], int(found[2]), int(found[3]), found[4], found[5].strip()))
    pieces = _FILE.split(_ELSEWHERE.sub("", text))
    for name, body in zip(pieces[1::2], pieces[2::2], strict=True):
        written = body.removeprefix("\n")
        for number, line in enumerate(written.split("\n"), 1):
            for found in _ON_LINE.finditer(line):
                corpus.expected.append(Expected(name, number, int(found[1]), found[2], found[3].strip()))
        corpus.files[name] = _COMMENT.sub("", written)
    corpus.files.setdefault("handbook.yml", "title: T\n")
    corpus.expected.sort()
    return corpus


def write_corpus(corpus: Corpus, folder: Path) -> None:
    """Put the files of a corpus into a folder; ``(none)`` as the text of a file leaves it out."""
    for name, text in corpus.files.items():
        if text.strip() == "(none)":
            continue
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def without_advice(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems but for the advice of checks of the whole handbook."""
    return tuple(each for each in problems if each.rule not in CHECKS or each.severity is not Severity.ADVICE)
