"""Every rule is explained, and what its explanation shows is true: the bad example yields the rule, the good one does not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from corpus import read_corpus, write_corpus

from journey_site.documents.rule_names import CHECKS, COVERAGE, KNOWN, PROBLEMS
from journey_site.handbook import read_handbook
from journey_site.problems import Problem
from journey_site.rules.explained import Explanation, every_explanation, explanation

EVERY = every_explanation()
HERE = re.compile(r"   # here$", re.MULTILINE)
VISIBLE = re.compile(r"<U\+([0-9A-F]{4})>")

WITHOUT_EXAMPLES = {
    "unreadable-file", "not-utf8", "control-character", "file-too-large", "too-large", "too-many-problems", "link-circle",
    "inherits-too-much", "template", "dead-link", "moved-link", "unchecked-link",
}  # fmt: skip
"""Rules about what no text can show: files, sites of others, and what would be far too long."""


def problems_of(example: str, folder: Path) -> tuple[list[Problem], list[tuple[str, int]]]:
    """What is said of an example, and the lines that it marks; every picture but ``ana.jpg`` is there."""
    text = VISIBLE.sub(lambda found: chr(int(found[1], 16)), example)
    corpus = read_corpus(text if "# file: " in text else f"# file: journeys/a.yml\n{text}")
    marked = [
        (name, number)
        for name, words in corpus.files.items()
        for number, line in enumerate(words.split("\n"), 1)
        if HERE.search(line)
    ]
    corpus.files = {name: HERE.sub("", words) for name, words in corpus.files.items()}
    write_corpus(corpus, folder)
    for at in ("", "personas/", "journeys/"):
        for name in ("anna.svg", "bo.svg", "till.svg", "small.jpg", "large.jpg", "acme.woff2"):
            (folder / at).mkdir(exist_ok=True)
            (folder / at / name).write_bytes(b" " * (2_000_000 if name == "large.jpg" else 100))
    return list(read_handbook(folder, drafts=True).problems), marked


def test_every_rule_is_explained_once() -> None:
    assert set(EVERY) == set(KNOWN)
    assert explanation("no-such-rule") is None
    assert explanation("dead-end") is EVERY["dead-end"]


@pytest.mark.parametrize("told", EVERY.values(), ids=EVERY)
def test_an_explanation_is_whole(told: Explanation) -> None:
    assert told.title.endswith((".", "?"))
    assert told.why.endswith((".", "?"))
    assert len(told.title) < 120
    assert told.subject
    assert bool(told.bad) == bool(told.good) == (told.name not in WITHOUT_EXAMPLES)


@pytest.mark.parametrize("name", [name for name in (*CHECKS, *PROBLEMS) if name not in WITHOUT_EXAMPLES])
def test_examples_tell_the_truth(name: str, tmp_path: Path) -> None:
    told = EVERY[name]
    problems, marked = problems_of(told.bad, tmp_path / "bad")
    found = [problem for problem in problems if problem.rule == name]
    assert found, [str(problem) for problem in problems]
    for file, line in marked:
        assert (file, line) in [(problem.span.file, problem.span.line) for problem in found]
    assert all(problem.severity <= told.severity for problem in found)
    if name in CHECKS:
        assert [problem.severity for problem in found] == [told.severity] * len(found)
        assert len(found) == len(marked)
    problems, marked = problems_of(told.good, tmp_path / "good")
    assert [str(problem) for problem in problems if problem.rule == name or problem.severity > 1] == []
    assert not marked


def test_names_of_questions_are_explained_by_their_docstrings() -> None:
    """Their examples are judged in test_rules.py."""
    for name in COVERAGE:
        assert EVERY[name].subject == "Do we meet them?"
