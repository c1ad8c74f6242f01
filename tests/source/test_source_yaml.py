"""YAML becomes nodes that know their places and are typed only when asked."""

from __future__ import annotations

import pytest

from journey_site.problems import Problem, Severity, Span
from journey_site.source.text import SourceText
from journey_site.source.yaml import Mapping, Node, Scalar, Sequence, parse_yaml


def parse(text: str) -> tuple[Node | None, list[Problem]]:
    return parse_yaml(SourceText("f", text))


def good(text: str) -> Node:
    root, problems = parse(text)
    assert problems == []
    assert root is not None
    return root


def mapping(text: str) -> Mapping:
    root = good(text)
    assert isinstance(root, Mapping)
    return root


def plain(node: Node | None) -> object:
    """A node as ordinary lists, dicts and texts."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.text if isinstance(node, Scalar) else None


def value(text: str) -> Scalar:
    node = mapping(f"a: {text}\n").get("a")
    assert isinstance(node, Scalar)
    return node


def place(node: Node | None) -> tuple[int, int, int, int]:
    assert node is not None
    span = node.span
    assert span.file == "f"
    return span.line, span.column, span.end_line, span.end_column


def test_shapes() -> None:
    text = 'title: Köper\nstages:\n  a: {x: [1, "2"], y: }\n  b:\n    - c\n    -\n    - d: |\n        e\n'
    assert plain(good(text)) == {
        "title": "Köper",
        "stages": {"a": {"x": ["1", "2"], "y": ""}, "b": ["c", "", {"d": "e\n"}]},
    }


def test_questions_are_texts_in_brackets() -> None:
    assert plain(good("questions: [Vad kostar det?, Hur?]")) == {"questions": ["Vad kostar det?", "Hur?"]}


@pytest.mark.parametrize(
    "text", ["", "\n\n", "# only a comment", "---", "---\n", "---\n...\n", "\ufeff", "   \n"]
)
def test_an_empty_file(text: str) -> None:
    assert parse(text) == (None, [])


def test_mapping_conveniences() -> None:
    root = mapping("a: 1\nb: 2\n")
    assert root.keys() == ["a", "b"]
    assert "a" in root
    assert "c" not in root
    assert root.get("c") is None
    key = root.key("b")
    assert key is not None
    assert place(key) == (2, 1, 2, 2)
    by_hand = Mapping(root.entries, root.span)
    assert by_hand.get("b") is root.get("b")


def test_places() -> None:
    text = "å: 🚲 x\nlist:\n  - a\n  - {b: c}\nblock: |\n  one\n  two\nnone:\nlast: [x,\n  y]\n"
    root = mapping(text)
    assert place(root) == (1, 1, 10, 5)
    assert place(root.get("å")) == (1, 4, 1, 7)
    items = root.get("list")
    assert isinstance(items, Sequence)
    assert place(items) == (3, 3, 4, 11)
    assert place(items.items[1]) == (4, 5, 4, 11)
    assert place(root.get("block")) == (5, 8, 8, 1)
    assert place(root.get("none")) == (8, 6, 8, 6)
    assert place(root.get("last")) == (9, 7, 10, 5)


def test_a_block_ends_with_its_text_and_not_below_it() -> None:
    inner = mapping("a:\n  b: c\n\n# comment\n\nd: e\n").get("a")
    assert place(inner) == (2, 3, 2, 7)


def test_places_after_every_kind_of_line_end() -> None:
    root = mapping("\ufeffa: b\r\nc: d\re: f\x85g: h\u2028i: j\n")
    assert [key.span.line for key, _ in root.entries] == [1, 2, 3, 4, 5]
    assert {key.span.column for key, _ in root.entries} == {1}


def test_texts_are_composed_and_places_are_as_written() -> None:
    root = mapping("e\u0301: A\u030a x\n")
    assert root.keys() == ["é"]
    assert value("A\u030a").text == "Å"
    assert place(root.get("é")) == (1, 5, 1, 9)


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_nothing(text: str) -> None:
    assert value(text).is_null


@pytest.mark.parametrize("text", ['""', "'~'", '"null"', "nUll", "none", "!!str null"])
def test_not_nothing(text: str) -> None:
    assert not value(text).is_null


@pytest.mark.parametrize("text", ["true", "True", "TRUE"])
def test_true(text: str) -> None:
    assert value(text).as_bool() is True


@pytest.mark.parametrize("text", ["false", "False", "FALSE"])
def test_false(text: str) -> None:
    assert value(text).as_bool() is False


@pytest.mark.parametrize("text", ["no", "yes", "on", "off", "y", "tRue", '"true"', "1"])
def test_only_two_words_are_truth_values(text: str) -> None:
    assert value(text).as_bool() is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", 7),
        ("-7", -7),
        ("+7", 7),
        ("007", 7),
        ("0o17", 15),
        ("0x1F", 31),
        ("3.0", 3.0),
        (".5", 0.5),
        ("5.", 5.0),
        ("-0.5", -0.5),
        ("1e3", 1000.0),
        ("1.5E-2", 0.015),
        ("123456789012345678901234567890", 123456789012345678901234567890),
    ],
)
def test_numbers(text: str, number: float) -> None:
    scalar = value(text)
    assert scalar.as_number() == number
    assert type(scalar.as_number()) is type(number)
    assert scalar.text == text


@pytest.mark.parametrize(
    "text",
    [
        '"7"',
        "1_000",
        "12:30",
        "2026-11-12",
        ".inf",
        "-.INF",
        ".nan",
        "1e999",
        "-1e400",
        "0b1",
        "0xg",
        "٣",
        "½",
        ".",
        "e3",
        "+",
        "9" * 100_000,
    ],
)
def test_no_numbers(text: str) -> None:
    assert value(text).as_number() is None


def test_texts_stay_as_written() -> None:
    text = "languages: [sv, no]\nat: 12:30\nday: 2026-11-12\nid: 007\nshare: 3.0\n"
    assert plain(good(text)) == {
        "languages": ["sv", "no"],
        "at": "12:30",
        "day": "2026-11-12",
        "id": "007",
        "share": "3.0",
    }


def test_quotes_are_remembered() -> None:
    assert value("x").plain
    assert not value('"x"').plain
    assert not value("'x'").plain
    assert not value("|\n  x").plain
    assert not value("!!str 3").plain


def test_curly_quotes_are_text() -> None:
    assert value("“Hej” sa hon").text == "“Hej” sa hon"


def test_aliases_share_what_they_repeat() -> None:
    root = mapping("a: &x {b: c}\nd: *x\n")
    assert root.get("a") is root.get("d")


def test_an_anchor_may_be_named_again() -> None:
    assert plain(good("- &x a\n- *x\n- &x b\n- *x\n")) == ["a", "a", "b", "b"]


def test_dashes_around_one_document_are_harmless() -> None:
    assert plain(good("---\na: b\n---\n")) == {"a": "b"}
    assert plain(good("%YAML 1.2\n---\na: b\n...\n")) == {"a": "b"}


def only(text: str) -> Problem:
    _, problems = parse(text)
    assert len(problems) == 1, problems
    return problems[0]


def test_duplicate_keys_name_both_lines_and_reading_goes_on() -> None:
    root, [problem] = parse("name: Anna\nrole: x\nname: Bo\nage: 38\n")
    assert plain(root) == {"name": "Anna", "role": "x", "age": "38"}
    assert problem.rule == "duplicate-key"
    assert str(problem) == (
        'f:3:1: "name" stands twice, in line 1 and here (keep one of them, or put both texts under one)'
    )
    assert [(r.span, r.message) for r in problem.related] == [
        (Span("f", 1, 1, 1, 5), '"name" stands here first, and this one is used')
    ]


def test_keys_that_look_the_same_are_the_same() -> None:
    assert only("é: 1\ne\u0301: 2\n").rule == "duplicate-key"


def test_duplicates_in_other_mappings_are_none() -> None:
    good("a: {x: 1}\nb: {x: 1}\nc:\n  - x: 1\n  - x: 1\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "a: 1\n<<: {x: y}\n",
            (
                'merge-key f:2:1: "<<" would merge another mapping into this one, and that does not work here '
                "(write out the lines that are meant)"
            ),
        ),
        (
            "a: !secret x\n",
            (
                'custom-tag f:1:4: a text that begins with ! needs quotes: "!secret x" '
                "(tags such as !this do not work here)"
            ),
        ),
        ("a: ! viktigt\n", 'custom-tag f:1:4: a text that begins with ! needs quotes: "! viktigt"'),
        (
            "a: !!int 3\n",
            (
                'custom-tag f:1:4: a text that begins with ! needs quotes: "!!int 3" '
                "(tags such as !this do not work here)"
            ),
        ),
        (
            "a: *viktigt\n",
            'text-needs-quotes f:1:4: a text that begins with * needs quotes: "*viktigt" (write "*viktigt")',
        ),
        (
            "a: &x [1]\nb: *y\nc: *x\n",
            (
                'bad-alias f:2:4: "*y" repeats what is called &y, and nothing above it is '
                "(called so above: &x; if it is a text, put quotes around it)"
            ),
        ),
        (
            "a: &x [b, *x]\n",
            'bad-alias f:1:11: "*x" repeats something that it is itself a part of (write out what is meant)',
        ),
        (
            "a: &Co\n",
            'text-needs-quotes f:1:4: a text that begins with & needs quotes: "&Co" (write "&Co")',
        ),
        (
            "title: {{ namn }}\n",
            (
                "bad-key f:1:9: brackets or braces stand where a name is expected "
                "(put quotes around the whole text if they belong to it)"
            ),
        ),
        ("{: b}\n", "bad-key f:1:2: no name stands before this colon (write a name before it)"),
        (
            "a: b\n---\nc: d\n",
            (
                "several-documents f:2:1: a second document begins here, and a file holds only one "
                "(move what follows to a file of its own, or delete the three dashes)"
            ),
        ),
        (
            "name:Anna\n",
            (
                'missing-space f:1:6: a space is missing after the colon in "name:" '
                "(write a space after every colon between a name and its text)"
            ),
        ),
    ],
)
def test_what_is_refused(text: str, expected: str) -> None:
    problem = only(text)
    assert f"{problem.rule} {problem}" == expected
    assert problem.severity is Severity.ERROR


def test_what_is_refused_leaves_the_rest() -> None:
    root, problems = parse("a: 1\n<<: {x: y}\n? [k]\n: v\nb: !t 2\nc: *no\n")
    assert plain(root) == {"a": "1", "b": "2", "c": ""}
    assert [p.rule for p in problems] == ["merge-key", "bad-key", "custom-tag", "text-needs-quotes"]


def test_a_quoted_key_is_only_a_text() -> None:
    assert plain(good('"<<": x\n"": y\n')) == {"<<": "x", "": "y"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "a: &Co är här\n",
            (
                'text-needs-quotes f:1:4: "&Co" is left out of this text, because YAML reads it as a name to '
                "repeat the text by (put quotes around the text if it belongs to it; nothing repeats it)"
            ),
        ),
        (
            "goals:\n  -spara tid\n  -slippa köer\n",
            (
                'missing-space f:2:3: a space is missing after the dash in "-spara tid" '
                '(write "- spara tid" if it is a list item, or put quotes around the text)'
            ),
        ),
        (
            "goals: många\n  - spara tid\n",
            (
                'wrong-indent f:2:3: "- spara tid" is read as a part of the text in line 1, not as a list item '
                "(leave nothing after the colon above the list, or put quotes around the whole text)"
            ),
        ),
    ],
)
def test_what_is_probably_wrong(text: str, expected: str) -> None:
    root, [problem] = parse(text)
    assert root is not None
    assert f"{problem.rule} {problem}" == expected
    assert problem.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    ["a: x - y\nb: z - å\n", "a: -20\n", "summary: |\n  -ett\n  - två\nb: '-x'\n", "- -x är ett minus\n"],
)
def test_dashes_that_are_text(text: str) -> None:
    good(text)
