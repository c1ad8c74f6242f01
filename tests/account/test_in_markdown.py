"""A comment on a pull request: found again by its marker, never too long, and only words from the handbook in it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from account.conftest import Compare
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from repositories import needs_git

from journey_site.account.characters import seen
from journey_site.account.harmless_markdown import code, words_only
from journey_site.account.in_html import in_html
from journey_site.account.in_markdown import LONGEST, MARKER, in_markdown

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
