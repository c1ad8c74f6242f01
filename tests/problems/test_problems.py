"""What is said of each mistake: exactly the problems that a corpus expects, no more and no fewer."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from corpus import HERE, corpora, read_corpus, without_advice, write_corpus

import journey_site
from journey_site.handbook import read_handbook
from journey_site.problems import Problem

CODE = Path(journey_site.__file__).parent


@pytest.mark.parametrize("path", corpora(), ids=lambda path: path.relative_to(HERE).as_posix())
def test_a_corpus(path: Path, tmp_path: Path) -> None:
    corpus = read_corpus(path.read_text(encoding="utf-8"))
    write_corpus(corpus, tmp_path)
    told = without_advice(read_handbook(tmp_path).problems)
    problems = [problem for problem in told if problem.rule != "no-audience-chosen" or path.stem == problem.rule]
    assert [_place(problem) for problem in problems] == [
        f"{each.file}:{each.line}:{each.column} {each.rule}" for each in corpus.expected
    ]
    for problem, expected in zip(problems, corpus.expected, strict=True):
        assert expected.words, f"what is to be said of {expected}?"
        assert expected.words in f"{problem.message} ({problem.hint})"
        _is_a_sentence(problem)


def _place(problem: Problem) -> str:
    return f"{problem.span} {problem.rule}"


def _is_a_sentence(problem: Problem) -> None:
    """In an editor's words: one sentence without a full stop, and none of a schema library's or of Python's."""
    for words in (problem.message, problem.hint):
        assert not words.endswith(".")
        assert "\n" not in words
        for foreign in ("None", "Mapping", "Scalar", "Sequence", "NoneType", "validation", "pydantic", "<class", "tuple"):
            assert foreign not in words
    assert len(problem.message) < 250


def rules_in_the_code() -> Iterator[tuple[str, str]]:
    """Every rule's name that stands in the code as a word, with the file."""
    for path in sorted(CODE.rglob("*.py")):
        if not {"site", "hosts"}.isdisjoint(path.relative_to(CODE).parts):  # pages are made without problems
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                rule = node.args[0].value
                if name in ("Problem", "report", "problem") and isinstance(rule, str) and rule:
                    yield rule, path.name


def test_every_rule_has_a_corpus() -> None:
    expected = {each.rule for path in corpora() for each in read_corpus(path.read_text(encoding="utf-8")).expected}
    expected |= ELSEWHERE
    missing = {f"{rule} ({file})" for rule, file in rules_in_the_code() if rule not in expected}
    assert missing == set()


ELSEWHERE = {
    "bad-embed",  # tests/embeds: it stands in a page, not in YAML
    "misspelt-block",  # likewise
    "not-utf8",  # tests/source: the file is no text
    "file-too-large",
    "too-large",
    "too-many-problems",
    "inherits-too-much",
    "unreadable-file",
    "link-circle",
    "link-outside",
    "yaml-syntax",
    "control-character",
    "dead-link",  # tests of --links: another site must answer
    "moved-link",
    "unchecked-link",
}
"""Rules about files that are no text, too large, or links: their tests make the file."""
