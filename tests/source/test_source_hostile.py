"""Whatever text stands in a file, reading it ends soon, with nodes or with problems, and never raises."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journey_site.problems import Problem
from journey_site.source.text import SourceText
from journey_site.source.yaml import MAX_DEPTH, MAX_PROBLEMS, Mapping, Node, Scalar, parse_yaml

SIZE = 2_000_000


def rules(text: str) -> list[str]:
    _, problems = parse_yaml(SourceText("f", text))
    return [p.rule for p in problems]


def filled(piece: str) -> str:
    return piece * (SIZE // len(piece))


@pytest.mark.parametrize("piece", ["[", "{", "[\n", "- ", "? ", "{[", "{{", "[{a: "])
def test_deep_is_refused(piece: str) -> None:
    assert rules(filled(piece)) == ["too-deep"]


def test_deep_by_indentation_is_refused() -> None:
    text = "\n".join(" " * n + "a:" for n in range(1500))
    assert rules(text) == ["too-deep"]
    _, [problem] = parse_yaml(SourceText("f", text))
    assert problem.span.line == MAX_DEPTH + 1


def test_a_hundred_levels_are_read() -> None:
    assert rules("[" * MAX_DEPTH + "]" * MAX_DEPTH) == []


@pytest.mark.parametrize(
    "text",
    [
        filled("- a\n"),
        filled("-\n"),
        "[" + filled("a,") + "]",
        "[" + filled('"a",') + "]",
        "[" + filled("[],") + "]",
        "".join(f"k{n}:\n" for n in range(200_000)),
        filled("- {text: Allt, evidence: [a, b], confidence: observed}\n"),
        "- &x y\n" + filled("- *x\n"),
    ],
    ids=range(8),
)
def test_too_much_is_refused(text: str) -> None:
    assert rules(text)[-1] == "too-large"


def test_repetitions_of_repetitions_are_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for n in range(1, 30):
        again = ", ".join([f"*a{n - 1}"] * 10)
        lines.append(f"a{n}: &a{n} [{again}]")
    _, [problem] = parse_yaml(SourceText("f", "\n".join(lines)))
    assert (problem.rule, problem.message) == (
        "too-large",
        'repeating "*a4" here makes the file far too large',
    )


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (filled('"'), "text-after-quote"),
        ('a: "' + filled("x\n"), "unclosed-quote"),
        ("a: '" + filled("x\nb: c\n"), "unclosed-quote"),
        (filled("a: "), "unquoted-colon"),
        (filled("a 'b #\n"), "missing-colon"),
        ("a" * 1_000_000 + ": b", "yaml-syntax"),
        (filled("\t"), "tab-indent"),
        (filled("&a *a "), "text-needs-quotes"),
        ("*" + filled("x"), "text-needs-quotes"),
        ("!<" + filled("x"), "text-needs-quotes"),
        (filled("\ud800"), "control-character"),
        (filled("\0"), "control-character"),
        (filled("%x\n"), "text-needs-quotes"),
        ("".join(f"%TAG !a{n}! x\n" for n in range(100_000)), "custom-tag"),
        (filled("<<<<<<< x\n"), "merge-conflict"),
        ("a: [" + filled('"x" '), "unclosed-bracket"),
        ("a: {" + filled("b c\n "), "unclosed-bracket"),
        ("- [x, y]\n" * 30_000 + "a: b: c", "wrong-indent"),
        ('a: "x\n' + ("- " * 499 + "\n") * 2000, "unclosed-quote"),
        (filled("--- a\n"), "several-documents"),
        (filled("\u00a0a: b\n"), "odd-space"),
        (filled("-\u00a0a\n"), "odd-space"),
        ("a: " + filled("{b,\u200b"), "unclosed-bracket"),
    ],
    ids=range(23),
)
def test_large_mistakes_have_one_sentence(text: str, rule: str) -> None:
    assert rules(text) == [rule]


@pytest.mark.parametrize(
    "text",
    [
        filled(" "),
        filled("\n"),
        filled("\r\n"),
        filled("#"),
        filled("#\n"),
        filled("x"),
        filled("x "),
        filled("x\n"),
        filled("\u2028"),
        "a: b\x85" + filled("\x85"),
        filled("''"),
        '"' + filled("\\x41") + '"',
        '"' + filled("\\\n") + '"',
        "|\n" + filled(" x\n"),
        ">\n" + filled(" x\n\n"),
        "? " + "a" * 1_000_000 + "\n: b",
        "- a" + filled("\u0301\u0323"),
        '"' + filled("\\u0301\\u0323") + '"',
        "a: " + filled("9"),
        "".join(f"k{n}: {n}\n" for n in range(90_000)),
        "a: " + filled("b\u00a0"),
    ],
    ids=range(21),
)
def test_large_texts_are_read(text: str) -> None:
    assert rules(text) == []


@pytest.mark.parametrize(
    "text", ["a: 1\n" * 66_000, "- !x y\n" * 60_000, "- *x\n" * 60_000, "<<: x\n" * 60_000]
)
def test_of_many_problems_the_first_are_told(text: str) -> None:
    assert len(rules(text)) == MAX_PROBLEMS


def test_many_warnings_do_not_hide_an_error() -> None:
    found = rules("- x\n   - y\n" * 1000 + "- !t x\n")
    assert found.count("wrong-indent") == MAX_PROBLEMS
    assert found[-1] == "custom-tag"


def test_huge_numbers_are_not_computed() -> None:
    root, _ = parse_yaml(SourceText("f", "a: " + "9" * 1_000_000))
    assert isinstance(root, Mapping)
    number = root.get("a")
    assert isinstance(number, Scalar)
    assert number.as_number() is None


yamlish = st.lists(
    st.one_of(
        st.sampled_from(
            ["a: ", "b:", "- ", "\n", "\n  ", "\n    ", "  ", "\t", "[", "]", "{", "}", ", ", ",", ": ", ":"]
            + ["'", '"', "#", " #", "&a ", "*a", "!t ", "!!str ", "|\n", ">-\n", "? ", "---\n", "...\n", "%"]
            + ["@", "`", "<<: ", "\\", "\r\n", "\x85", "\u2028", "\ufeff", "å", "é", "e\u0301", "🚲", "x y"]
            + [
                "<<<<<<< ",
                "=======",
                "%TAG ! !\n",
                "%YAML 1.1\n",
                "~",
                "null",
                "-1.5e3",
                "0x",
                "-",
                "\0",
                "\ud800",
            ]
            + ["\u00a0", "\n\u00a0 ", "\u3000", "\u200b", "name ", "name", "text = ", "goals\n"]
        ),
        st.text(alphabet=string.printable, max_size=3),
    ),
    max_size=25,
).map("".join)


FIELDS = frozenset({"name", "text", "goals", "a"})


def check(text: str) -> None:
    source = SourceText("f", text)
    for fields in ((), FIELDS):
        root, problems = parse_yaml(source, fields)
        assert root is not None or problems or not rules(text)
        for problem in problems:
            check_problem(source, problem)
        if root is not None:
            check_node(source, root)


def check_problem(source: SourceText, problem: Problem) -> None:
    span = problem.span
    assert 1 <= span.line <= len(source.lines)
    assert 1 <= span.column <= len(source.line(span.line)) + 1
    assert (span.end_line, span.end_column) > (span.line, span.column)
    assert "\n" not in str(problem)
    for word in ("scalar", "token", "node", "mapping values", "expected <"):
        assert word not in problem.message or word in source.text


def check_node(source: SourceText, node: Node) -> None:
    span = node.span
    assert span.file == "f"
    assert (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column)
    assert span.line <= len(source.lines) + 1  # what is left out at the end stands below it
    if isinstance(node, Scalar):
        node.as_number()
        node.as_bool()
    elif isinstance(node, Mapping):
        assert len(set(node.keys())) == len(node.entries)
        for _, value in node.entries:
            check_node(source, value)
    else:
        for item in node.items:
            check_node(source, item)


@settings(deadline=None, max_examples=400)
@given(st.text())
def test_any_text(text: str) -> None:
    check(text)


@settings(deadline=None, max_examples=1000)
@given(yamlish)
def test_any_text_like_yaml(text: str) -> None:
    check(text)


GOOD = """title: Köper sin första elcykel
scenario: |
  Bilköerna har blivit för långa.
stages:
  awareness:
    name: "Medvetenhet"
    thoughts:
      - Det här känner jag igen
      - {text: 'Är en elcykel något för mig?', evidence: [interviews-2026]}
    next: []
"""


@settings(deadline=None, max_examples=600)
@given(
    st.integers(0, len(GOOD)),
    st.integers(0, 12),
    st.text(alphabet="\"'[]{}:-,*&!|>%@` \t#\n?\\ax\u00a0", max_size=3),
)
def test_a_slip_of_the_keys(place: int, gone: int, typed: str) -> None:
    check(GOOD[:place] + typed + GOOD[place + gone :])
