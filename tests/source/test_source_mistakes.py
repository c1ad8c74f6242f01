"""Each mistake in YAML has one sentence, at the place where the mistake is."""

from __future__ import annotations

import pytest

from journey_site.problems import Problem, Span
from journey_site.source.text import SourceText
from journey_site.source.yaml import parse_yaml


def mistake(text: str) -> Problem:
    root, problems = parse_yaml(SourceText("f", text))
    assert root is None
    assert len(problems) == 1, problems
    return problems[0]


# Each case: the text, and the rule with place, sentence and hint.
TABS = [
    (
        "a:\n\tb: c\n",
        (
            "tab-indent f:2:1: a tab stands at the beginning of this line, and YAML indents with spaces "
            "(indent it with spaces, as far as the lines beside it: 2 for each level)"
        ),
    ),
    (
        "a:\n  b: c\n  \td: e\n",
        (
            "tab-indent f:3:3: a tab stands at the beginning of this line, and YAML indents with spaces "
            "(indent it with spaces, as far as the lines beside it: 2 for each level, as elsewhere in this file)"
        ),
    ),
    (
        "a: |\n\tb\n",
        (
            "tab-indent f:2:1: a tab stands at the beginning of this line, and YAML indents with spaces "
            "(indent it with spaces, as far as the lines beside it: 2 for each level)"
        ),
    ),
    ("-\tb\n", "tab-indent f:1:2: a tab stands here, and YAML wants a space (write a space)"),
]

COLONS = [
    (
        "persona: anna\ntitle: Kassan: steg 2\n",
        (
            'unquoted-colon f:2:8: "Kassan: steg 2" holds a colon and needs quotes '
            '(write title: "Kassan: steg 2")'
        ),
    ),
    (
        'stages:\n  - a: Hon sa: "nej"  # sic\n',
        'unquoted-colon f:2:8: Hon sa: "nej" holds a colon and needs quotes (write a: \'Hon sa: "nej"\')',
    ),
    (
        "a: {x: kl: 12}\n",
        'unquoted-colon f:1:8: "kl: 12" holds a colon and needs quotes (write x: "kl: 12")',
    ),
    ("a: [kl 12:, b]\n", 'unquoted-colon f:1:5: "kl 12:" ends in a colon and needs quotes (write "kl 12:")'),
    (
        "a: en text\n  som går vidare: så här\n",
        (
            'unquoted-colon f:2:3: "som går vidare: så här" goes on with the text above, and holds a colon '
            "(put quotes around the whole text, or begin it below a |)"
        ),
    ),
    (
        "a: " + "ord " * 300 + ": b\n",
        (
            'unquoted-colon f:1:4: "ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord…" '
            "holds a colon and needs quotes (put quotes around the whole text)"
        ),
    ),
]

QUOTES = [
    (
        'title: "Kassan\npersona: anna\n',
        (
            'unclosed-quote f:1:8: the quote that opens here is never closed: "Kassan '
            '(write " at the end of the text too)'
        ),
    ),
    (
        "title: 'Kassan\npersona: 'anna'\nb: c\n",
        (
            "unclosed-quote f:1:8: the quote that opens here is never closed: 'Kassan "
            "(write ' at the end of the text too)"
        ),
    ),
    (
        'a: [x, "y]\nb: "z"\n',
        (
            'unclosed-quote f:1:8: the quote that opens here is never closed: "y] '
            '(write " at the end of the text too)'
        ),
    ),
    (
        'a: "Hej" sa hon\n',
        (
            'text-after-quote f:1:10: the text goes on after its closing quote: "Hej" sa hon '
            "(write '\"Hej\" sa hon')"
        ),
    ),
    (
        "a: 'Anna's cykel'\n",
        (
            "text-after-quote f:1:10: the text goes on after its closing quote: 'Anna's cykel' "
            '(write "Anna\'s cykel")'
        ),
    ),
    (
        'a: "b": c\n',
        'text-after-quote f:1:7: the text goes on after its closing quote: "b": c (write \'"b": c\')',
    ),
    (
        '- "a" - b\n',
        'text-after-quote f:1:7: the text goes on after its closing quote: - "a" - b (write \'"a" - b\')',
    ),
    (
        "a: 'b' c: d\n",
        "text-after-quote f:1:8: the text goes on after its closing quote: 'b' c: d (write \"'b' c: d\")",
    ),
    (
        'a: "C:\\kurs"\n',
        (
            "bad-escape f:1:7: \\k means nothing inside double quotes "
            "(write \\\\ for a backslash, or put single quotes around the text)"
        ),
    ),
]

BRACKETS = [
    (
        "goals: [a, b\nneeds: [c]\n",
        "unclosed-bracket f:1:8: [ opens here and is never closed: [a, b (write ] at the end of the list)",
    ),
    (
        "- {a: b, c: [d}\n- e\n",
        "unclosed-bracket f:1:13: [ opens here and is never closed: [d} (write ] at the end of the list)",
    ),
    (
        "a:\n  - {text: b, severity: 4\n  - c\n",
        (
            "unclosed-bracket f:2:5: { opens here and is never closed: {text: b, severity: 4 "
            "(write } at the end of the mapping)"
        ),
    ),
    ("a: [b]]\n", "unclosed-bracket f:1:7: ] closes nothing, because nothing is open (delete it)"),
    (
        "a: {b: c\n    d: e}\n",
        'missing-comma f:2:5: a comma is missing before "d: e" (write a comma at the end of the line above)',
    ),
    (
        'a: ["x" "y"]\n',
        (
            'missing-comma f:1:9: a comma is missing before "y" '
            "(write a comma, or put quotes around the whole text)"
        ),
    ),
    (
        "a: [\nb,\nc: d: e\n]\n",
        'unquoted-colon f:3:4: "d: e" holds a colon and needs quotes (write c: "d: e")',
    ),
    ("a: [b, , c]\n", "yaml-syntax f:1:8: nothing stands before this comma (delete it)"),
    (
        "a: [- b]\n",
        'list-place f:1:5: a list in brackets has no dashes: "- b" (delete the dash: commas divide the items)',
    ),
    (
        "a: {b:[c]}\n",
        'missing-space f:1:7: a space is missing after the colon in "b:" (write one)',
    ),
]

STARTS = [
    (
        f"a: {text}\n",
        f'text-needs-quotes f:1:4: a text that begins with {text[0]} needs quotes: "{text}" ({hint})',
    )
    for text, hint in [
        ("**viktigt** nu", 'write "**viktigt** nu"'),
        ("*viktigt nu", 'write "*viktigt nu"'),
        ("@anna", 'write "@anna"'),
        ("%rabatt", 'write "%rabatt"'),
        ("& Co", 'write "& Co"'),
        ("`kod`", 'write "`kod`"'),
        ("!x!y", 'write "!x!y"'),
        ("]", 'write "]"'),
        (", sedan", 'write ", sedan"'),
        ("[Nytt] erbjudande", 'write "[Nytt] erbjudande"'),
        ("{{ namn }} hej", 'write "{{ namn }} hej"'),
        (">fri frakt", 'write ">fri frakt", or begin the text on the line below the >'),
        ("| x", 'write "| x", or begin the text on the line below the |'),
    ]
] + [
    ("a: [@x, y]\n", 'text-needs-quotes f:1:5: a text that begins with @ needs quotes: "@x" (write "@x")'),
    (
        "- >fri frakt\n",
        (
            'text-needs-quotes f:1:3: a text that begins with > needs quotes: ">fri frakt" '
            '(write ">fri frakt", or begin the text on the line below the >)'
        ),
    ),
    ("% a\n", 'text-needs-quotes f:1:1: a text that begins with % needs quotes: "% a" (write "% a")'),
]

LEVELS = [
    (
        "title: Resa\n  language: sv\n",
        (
            'wrong-indent f:2:3: "language" is indented deeper than line 1, which is complete in itself '
            "(give it the same indentation as the lines it belongs beside)"
        ),
    ),
    (
        "a:\n    b: c\n  d: e\n",
        (
            'wrong-indent f:3:3: "d" is indented by 2 spaces, which fits no line above it '
            "(indent it by 4 spaces or do not indent it)"
        ),
    ),
    (
        "- a: b\n c: d\n",
        (
            'wrong-indent f:2:2: "c" is indented by 1 space, which fits no line above it '
            "(indent it by 2 spaces or do not indent it)"
        ),
    ),
    (
        "  a: b\nc: d\n",
        'wrong-indent f:2:1: "c" is not indented, which fits no line above it (indent it by 2 spaces)',
    ),
    (
        'goals: "många"\n  - spara tid\n',
        (
            'wrong-indent f:2:3: "- spara tid" is indented deeper than line 1, which is complete in itself '
            "(leave nothing after the colon in line 1 if the list belongs to it)"
        ),
    ),
    (
        "goals: många\n- spara tid\n",
        (
            'wrong-indent f:2:1: "- spara tid" is a list item among names '
            "(move it below the name it belongs to, and leave nothing else after that name's colon)"
        ),
    ),
    (
        "- a\nb: c\n",
        (
            'wrong-indent f:2:1: "b" stands beside list items and is none '
            "(write a dash and a space before it, or move it to the level of the list's name)"
        ),
    ),
    (
        "summary: |\n    Ett\n  två\nb: c\n",
        (
            'wrong-indent f:3:3: "två" is indented less than the text of line 1 that it goes on with '
            "(indent every line of that text alike)"
        ),
    ),
    (
        "goals: - spara tid\n",
        (
            'list-place f:1:8: a list cannot begin on the same line as "goals:" '
            '(write "- spara tid" on the line below, or put quotes around it if it is a text)'
        ),
    ),
]

SPACES = [
    (
        "name:Anna\nrole: x\n",
        'missing-space f:1:6: a space is missing after the colon in "name:Anna" (write name: Anna)',
    ),
    (
        "role: x\nname:Anna\n",
        'missing-space f:2:6: a space is missing after the colon in "name:Anna" (write name: Anna)',
    ),
    (
        "role: x\n-item\n",
        'missing-space f:2:2: a space is missing after the dash in "-item" (write - item)',
    ),
    (
        'b: c\n"a":b\n',
        'missing-space f:2:5: a space is missing after the colon in "a":b (write "a": b)',
    ),
    (
        "a: b\ntext utan kolon\nc: d\n",
        (
            'missing-colon f:2:1: "text utan kolon" stands where a name and a colon are expected '
            "(write name: text, or indent the line if it goes on with the text above)"
        ),
    ),
    (
        "a:\n  - one\n  the other\n",
        (
            'missing-colon f:3:3: "the other" stands where a name and a colon are expected '
            '(write "- the other" if it is an item of the list, or indent the line if it goes on with the text above)'
        ),
    ),
    ("a: b\n: c\n", "bad-key f:2:1: no name stands before this colon (write a name before it)"),
]

OTHERS = [
    ("%YAML 3.0\n---\na: b\n", 'yaml-syntax f:1:1: "%YAML 3.0" does not work here (delete the line)'),
    (
        "a: b\n\ufeffc: d\n",
        (
            "control-character f:2:1: an invisible mark (U+FEFF, a byte order mark) stands here "
            "(delete the beginning of the line and write it again)"
        ),
    ),
    (
        "x" * 1100 + ": b\n",
        'yaml-syntax f:1:1: what stands before the colon is too long for a name: "' + "x" * 59 + '…" '
        "(put quotes around it if it is a text)",
    ),
    (
        "a: b\x00\n",
        (
            "control-character f:1:5: an invisible control character (U+0000) stands here, and YAML allows none "
            "(delete it, or save the file again as UTF-8 text)"
        ),
    ),
    (
        "a: \ud800\n",
        "control-character f:1:4: half a character (U+D800) stands here, and YAML allows none (delete it)",
    ),
    (
        "a: b\n...\nc: d\n",
        (
            'yaml-syntax f:3:1: "c: d" cannot be understood here '
            "(look at indentation, quotes and brackets in this line and the one above)"
        ),
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [*TABS, *COLONS, *QUOTES, *BRACKETS, *STARTS, *LEVELS, *SPACES, *OTHERS]
)
def test_one_sentence(text: str, expected: str) -> None:
    problem = mistake(text)
    assert f"{problem.rule} {problem}" == expected


def test_the_span_covers_what_is_wrong() -> None:
    assert mistake("a: b: c  # d\n").span == Span("f", 1, 4, 1, 8)
    assert mistake('a: "x" y\n').span == Span("f", 1, 8, 1, 9)


def test_a_merge_conflict_names_its_lines() -> None:
    text = "title: Resa\n<<<<<<< HEAD\nowner: sales\n=======\nowner: marketing\n>>>>>>> branch\n"
    problem = mistake(text)
    assert f"{problem.rule} {problem}" == (
        'merge-conflict f:2:1: two versions of the text stand here unmerged: "<<<<<<< HEAD" in line 2 to line 6 '
        "(keep the lines that are right, and delete the lines with <<<<<<<, ======= and >>>>>>>)"
    )
    assert [(str(r.span), r.message) for r in problem.related] == [("f:6:1", '">>>>>>> branch"')]


def test_marks_of_a_merge_within_a_text_are_text() -> None:
    root, problems = parse_yaml(SourceText("f", "a: |\n  <<<<<<< HEAD\n  x\nb: '>>>>>>>'\n"))
    assert root is not None
    assert problems == []


def test_what_was_wrong_before_is_told_too() -> None:
    root, problems = parse_yaml(SourceText("f", "a: 1\na: 2\nb: c: d\n"))
    assert root is None
    assert [p.rule for p in problems] == ["duplicate-key", "unquoted-colon"]


def test_what_followed_from_the_mistake_is_not_told() -> None:
    _, problems = parse_yaml(SourceText("f", "a: *b c\n"))
    assert [p.rule for p in problems] == ["text-needs-quotes"]


def test_a_line_before_may_be_the_one_at_the_wrong_level() -> None:
    problem = mistake("stages:\n  a:\n    goal: x\n  pains:\n      - y\n    next: z\n")
    assert problem.span == Span("f", 6, 5, 6, 9)
    assert [(str(r.span), r.message) for r in problem.related] == [
        ("f:4:3", "unless this line should be indented by 4 spaces")
    ]
