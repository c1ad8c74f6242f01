"""A comment on a pull request: found again by its marker, never too long, and only words from the handbook in it."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from account.conftest import Compare
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from repositories import needs_git

from journey_site.account.account import Account, Broken, Change, Concerned, Told, Unused
from journey_site.account.characters import seen
from journey_site.account.harmless_markdown import code, words_only
from journey_site.account.in_html import in_html
from journey_site.account.in_json import in_json
from journey_site.account.in_markdown import LONGEST, MARKER, in_markdown
from journey_site.account.in_text import in_text
from journey_site.account.places_kept import Address
from journey_site.account.rows import Choice, Entry, Row, Wording
from journey_site.problems import Problem, Span

EVIL = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))", "![x](https://evil.example/x.png)",
    "@octocat and @org/team", "| a | b |", "```\n# code\n```", "~~~", "# title", "`code`", "**bold** __too__ ~~gone~~", "a\n\n- list\n1. one",
    "https://evil.example www.evil.example", "fixes #12 and GH-7, !8 %9 ~label $x$ org/repo#3", ":tada: :+1:", "<!-- journey-site diff -->",
    "&lt;b&gt; &amp; &copy;", "\\", "\\`\\*", "a\u202eb\u200bc", "<https://evil.example>", "[x]: https://evil.example", "::error::x", "[[x]] {{ y }} {% z %}",
    "/close", "x" * 500, "a *b* c_d_e", "$`x`$", "==mark== ^sup^", "user@evil.example", "trailing  ", "<details><summary>",
]  # fmt: skip
MARKDOWN = MarkdownIt("js-default", {"html": True}).enable(["table", "strikethrough"])


class _Read(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_comment(self, data: str) -> None:
        self.tags.append("!--")


def shown(markdown: str) -> _Read:
    read = _Read()
    read.feed(MARKDOWN.render(markdown))
    return read


def plain(words: str) -> str:
    return re.sub(r"\s+", " ", words.replace("\u200b", "")).strip()


@pytest.mark.parametrize("words", EVIL)
def test_words_are_shown_as_they_are(words: str) -> None:
    read = shown(f"- in **{words_only(words.strip())}** a line")
    assert set(read.tags) <= {"ul", "li", "strong"}
    assert plain(read.words).replace("**", "") == plain(f"in {seen(words.strip())} a line").replace("**", "")


@given(st.text(max_size=40) | st.lists(st.sampled_from([*EVIL, " ", "*", "`", "_", "\\", "<", "&", "@a", "#1", "|"]), max_size=5).map("".join))
def test_no_words_are_read_as_anything_else(words: str) -> None:
    read = shown(f"- x {words_only(words)} x")
    assert set(read.tags) <= {"ul", "li"}
    assert plain(read.words) == plain(f"x {seen(words)} x")
    assert not re.search(r"@(?=\w)|https?://|\bwww\.|(?<!&)#\d|<!--", words_only(words))


@given(st.text(alphabet="`a \n<", max_size=12))
def test_code_is_code(words: str) -> None:
    read = shown(f"x {code(words)} x")
    assert set(read.tags) <= {"p", "code"}
    assert plain(read.words) == plain(f"x {words} x")


@needs_git
@pytest.mark.parametrize("words", EVIL)
def test_no_words_leave_their_place_in_the_comment_or_on_the_page(compare: Compare, words: str) -> None:
    quoted = "'" + words.replace("'", "''").replace("\n", " ").replace("\u202e", "") + "'"
    journey = f"title: {quoted}\nstages:\n  a: {{name: {quoted}, thoughts: [{quoted}], summary: {quoted}}}\n"
    account = compare(
        {"journeys/evil.yml": journey.replace("thoughts: [", "goal: word, thoughts: [more, "), "personas/anna.yml": f"name: {quoted}\nquote: {quoted}\n"},
        {"journeys/evil.yml": journey, "personas/anna.yml": "name: Anna\nquote: Something else\n"},
    )
    said = in_markdown(account)
    assert said.startswith(MARKER + "\n") and said.count(MARKER) == 1
    assert set(shown(said.removeprefix(MARKER)).tags) <= {"h3", "h4", "p", "ul", "li", "strong", "s", "code", "em", "blockquote"}
    page = in_html(account)
    assert not re.search(r"<(script|img|details|iframe)", page, re.IGNORECASE)
    assert set(re.findall(r"<a [^>]*", page)) == set()


@needs_git
def test_a_comment_never_grows_too_long_and_says_how_many_are_left_out(compare: Compare) -> None:
    touchpoints = "".join(f"t{n}: {{name: Touchpoint {n}, summary: WORDS}}\n" for n in range(900))
    long = "'" + "many | words " * 60 + "'"
    account = compare({"touchpoints.yml": touchpoints.replace("WORDS", long)}, {"touchpoints.yml": touchpoints.replace("WORDS", "short"), "journeys/ebike.yml": "title: T\nstages: {a: {name: A}}\n"})
    said = in_markdown(account)
    assert len(said) < LONGEST
    told = len(re.findall(r"^- \*\*Touchpoint", said, re.MULTILINE))
    left_out = re.search(r"\*\*And (\d+) more changes\*\*", said)
    assert left_out is not None
    assert told > 20 and told + int(left_out[1]) == len(account.changes)


EVIL_WORDS = st.lists(st.sampled_from([*EVIL, " ", "@", "`", "\n", "\n\n```\n", "x" * 300]), max_size=30).map("".join)
AT = st.builds(Span, EVIL_WORDS, st.integers(1, 9))
ROW = st.builds(
    Row, EVIL_WORDS, EVIL_WORDS, st.sampled_from(["added", "removed", "changed"]),
    st.builds(Wording, EVIL_WORDS, EVIL_WORDS) | st.builds(Choice, EVIL_WORDS, EVIL_WORDS) | st.builds(Entry, EVIL_WORDS, st.tuples(EVIL_WORDS)),
    st.none(), st.none(), st.just(True), AT, AT,
)  # fmt: skip
CHANGE = st.builds(
    Change, st.sampled_from(["added", "removed", "renamed", "moved", "changed"]), st.sampled_from(["personas", "stages"]), st.just("a"), EVIL_WORDS,
    of=EVIL_WORDS, was=EVIL_WORDS, personas=st.tuples(EVIL_WORDS), rows=st.lists(ROW, max_size=4).map(tuple), holds=st.tuples(EVIL_WORDS),
    lost=st.lists(st.builds(Address, EVIL_WORDS, EVIL_WORDS, st.just("personas"), st.just("a")), max_size=3).map(tuple),
    remarks=st.tuples(EVIL_WORDS), also_in=st.tuples(EVIL_WORDS), after_at=AT,
)  # fmt: skip
TOLD = st.builds(Told, EVIL_WORDS, st.just(""), st.booleans(), st.lists(st.builds(Problem, st.just("x"), EVIL_WORDS, AT), max_size=9).map(tuple))
ACCOUNT = st.builds(
    Account, EVIL_WORDS, TOLD, TOLD, st.lists(CHANGE, max_size=12).map(tuple), st.lists(st.builds(Broken, AT, EVIL_WORDS, EVIL_WORDS), max_size=25).map(tuple),
    st.lists(st.builds(Unused, st.just("touchpoints"), st.just("a"), EVIL_WORDS, AT), max_size=25).map(tuple),
    st.lists(st.builds(Concerned, EVIL_WORDS, EVIL_WORDS, st.tuples(EVIL_WORDS)), max_size=25).map(tuple),
    drafts=st.tuples(EVIL_WORDS), other_files=st.lists(EVIL_WORDS, max_size=9).map(tuple), preview=st.sampled_from(["", "https://x.example/1/"]), audience=EVIL_WORDS,
)  # fmt: skip


@settings(max_examples=40, phases=[Phase.explicit, Phase.reuse, Phase.generate], suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example], deadline=None)
@given(st.data())
def test_whatever_stands_in_an_account_the_comment_is_short_and_holds_words_only(data: st.DataObject) -> None:
    account = data.draw(ACCOUNT)
    said = in_markdown(account)
    assert len(said) < LONGEST
    assert said.startswith(MARKER + "\n") and said.count("<!--") == 1
    assert set(shown(said.removeprefix(MARKER)).tags) <= {"h3", "h4", "p", "ul", "li", "strong", "s", "code", "em", "blockquote", *(["a"] if account.preview else [])}
    outside = re.sub(r"(`+).*?\1|\]\(<[^>]*>\)", "", said)
    assert not re.search(r"@(?=\w)|https?://|\bwww\.", outside)
    # Nothing of it makes a line of its own, on any screen or page.
    for each in (in_text(account), in_text(account, colour=True, columns=80)):
        assert not re.search(r"^\s*::|##\[|\x1b(?!\[[\d;]*m)|[\u202e\u200b]", each, re.MULTILINE)
    page = in_html(account)
    assert not re.search(r"<(script|img|iframe|h1 on)", page.partition("<body>")[2], re.IGNORECASE)
    assert json.loads(in_json(account))["title"] == account.title
