"""Hand-written pages that say for whom they are, and what becomes of links to those that are left out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from journey_site.guard.pages import hidden_words, sentences_of
from journey_site.handbook import Outcome
from journey_site.handwritten import without_code
from journey_site.hidden_problems import told_in_full
from journey_site.page_audiences import hidden_pages, left_behind, said_audience, without_links
from journey_site.problems import Severity
from journey_site.source.text import SourceText

GONE = {"inside/prices.md", "inside/index.md", "list.png"}


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("---\naudience: internal\n---\n# A\n", "internal", "a.md:2:11"),
        ("---\r\ntitle: x\r\naudience: 'client'\r\n---\r\n", "client", "a.md:3:11"),
        ("audience: internal\ntitle: x\n\n# A\n", "internal", "a.md:1:11"),
        ("---\ntitle: !odd [\naudience: internal # for now\n---\n", "internal", "a.md:3:11"),
        ("---\naudience: [a, b]\n---\n", "", "a.md:2:11"),
    ],
)
def test_what_a_page_says(text: str, words: str, place: str) -> None:
    said = said_audience(SourceText("a.md", text))
    assert said is not None
    assert (said.words, str(said.place)) == (words, place)


@pytest.mark.parametrize("text", ["# audience: internal\n", "Some words\n\naudience: internal\n", "---\ntitle: x\n---\naudience: internal\n"])
def test_what_is_no_front_matter_says_nothing(text: str) -> None:
    assert said_audience(SourceText("a.md", text)) is None


def test_which_pages_an_edition_leaves_out(handbook: Callable[..., Outcome]) -> None:
    declared = handbook({"handbook.yml": "title: T\naudiences: [internal, client, public]\n"}).atlas.handbook
    texts = {
        "a.md": "---\naudience: internal\n---\n", "a.sv.md": "# A\n", "b.md": "---\naudience: client\n---\n", "c.md": "# C\n",
        "d.sv.md": "---\naudience: internal\n---\n", "d.md": "# D\n", "e.md": "---\naudience: nobody\n---\n",
    }  # fmt: skip
    assert hidden_pages(texts, declared, "") == hidden_pages(texts, declared, "internal") == set()
    assert hidden_pages(texts, declared, "client") == {"a.md", "a.sv.md", "d.sv.md", "e.md"}
    assert hidden_pages(texts, declared, "public") == {"a.md", "a.sv.md", "b.md", "d.sv.md", "e.md"}
    closed = declared.model_copy(update={"default_audience": "client"})
    assert hidden_pages(texts, closed, "public") == set(texts)


@pytest.mark.parametrize(
    ("text", "place", "is_certain"),
    [
        ("---\ntitle: x\naudiens: internal\n---\n# A\n", "a.md:3:1", True),
        ("---\r\ntitle: x\r\nAudience: internal\r\n---\r\n", "a.md:3:1", True),
        ("---\naudeince: intern\n---\n", "a.md:2:1", False),
        ("---\n'audiences': [internal]\n---\n", "a.md:2:1", False),
        ("---\nmålgrupp: internal\n---\n", "a.md:2:1", True),
        ("\ufefftitle: x\nAUDIENCE: internal\n\n# A\n", "a.md:2:1", True),
        ("---\ntitle: !odd [\naudiance: internal # for now\n---\n", "a.md:3:1", True),
    ],
)
def test_a_misspelt_audience_is_an_error_and_the_page_is_for_the_narrowest(handbook: Callable[..., Outcome], text: str, place: str, is_certain: bool) -> None:
    outcome = handbook({"handbook.yml": "title: T\naudiences: [internal, public]\n", "a.md": text}, audience="public")
    (problem,) = outcome.problems
    assert (problem.rule, problem.severity, str(problem.span), problem.hint) == ("unknown-field", Severity.ERROR, place, 'did you mean "audience"?')
    assert [edit.text for edit in problem.fix] == ["audience"] * is_certain
    assert hidden_pages({"a.md": text}, outcome.atlas.handbook, "public") == {"a.md"}


def test_other_fields_of_a_page_are_somebody_s_own(handbook: Callable[..., Outcome]) -> None:
    keys = (
        "title", "description", "template", "hide", "tags", "search", "author", "authors", "audio", "audios", "audit", "audited", "auditor", "audits",
        "audible", "ambience", "science", "patience", "target_audience", "x-audience", "publik", "icon", "status", "date", "experience",
    )  # fmt: skip
    text = "---\n" + "".join(f"{key}: someone\n" for key in keys) + "---\n"
    both = "---\naudience: public\naudiences: [all]\n---\n"
    files = {"a.md": text, "b.md": text.replace("---\n", ""), "c.md": both, "d.md": "# A\n\naudiens: internal\n"}
    outcome = handbook({"handbook.yml": "title: T\naudiences: [internal, public]\n", **files}, audience="public")
    assert not outcome.problems
    assert hidden_pages(files, outcome.atlas.handbook, "public") == set()


def test_an_audience_that_does_not_exist_is_an_error_with_its_line(handbook: Callable[..., Outcome]) -> None:
    outcome = handbook({"handbook.yml": "title: T\naudiences: [internal, public]\n", "a.md": "---\naudience: intern\n---\n# A\n"}, audience="public")
    (problem,) = outcome.problems
    assert (problem.rule, str(problem)) == ("unknown-audience", 'a.md:2:11: "intern" is no audience of this handbook (did you mean "internal"?)')
    (problem,) = handbook({"handbook.yml": "title: T\n", "a.md": "---\naudience: internal\n---\n# A\n"}).problems
    assert "audiences are declared in handbook.yml" in problem.hint


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("See [the *prices*](inside/prices.md#now \"all\").", "See the *prices*."),
        ("See [them](../inside/) and [us](us.md).", "See them and [us](us.md)."),
        ("See [them][p], [p] and [P][].\n\n[p]: inside/prices.md\n[q]: us.md\n", "See them, p and P.\n\n[q]: us.md\n"),
        ("A ![list of prices](list.png){ width=3 } here", "A  here"),
        ("<a class='x' href=\"inside/prices/\">them</a> <img src='list.png' alt='secret'>", "them "),
        ("`[them](inside/prices.md)` and\n\n```\n[them](inside/prices.md)\n```\n", "`[them](inside/prices.md)` and\n\n```\n[them](inside/prices.md)\n```\n"),
        ("[a](https://example.com/inside/prices.md) [b](mailto:list.png)", "[a](https://example.com/inside/prices.md) [b](mailto:list.png)"),
    ],
)
def test_links_to_what_is_left_out_are_words(written: str, kept: str) -> None:
    page = "more/a.md" if "../" in written else "a.md"
    assert without_links(written, page, GONE, without_code) == kept


def test_files_that_only_hidden_things_name() -> None:
    files = ["p/anna.jpg", "p/diana.jpg", "both.png", "nobody.png", "my list.pdf"]
    hidden, shown = "anna.jpg both.png my%20list.pdf", "see diana.jpg, both.png"
    assert left_behind(files, hidden, shown, closed=False) == {"p/anna.jpg", "my list.pdf"}
    assert left_behind(files, hidden, shown, closed=True) == {"p/anna.jpg", "my list.pdf", "nobody.png"}


PROBLEMS = {
    "handbook.yml": "title: T\naudiences: [internal, public]\nlanes: [thoughts, {id: law, label: Law, kind: list, audience: internal}]\n"
    "channels:\n  secretline: {name: Line, audience: internal, colour: 3}\n  web: {naame: Web}\n",
    "touchpoints.yml": "shop: {naame: A}\nvault: {audience: internal, nme: B}\n",
    "journeys/open.yml": "title: A\npersona: secret\nstages:\n  one:\n    thoghts: [x]\n    law: {a: b}\n"
    "    pains:\n      - {text: P, audience: internal, severty: 3}\n      - {text: Q, severty: 3}\n  two: {audience: internal, gol: x}\n",
    "journeys/closed.yml": "title: [unclosed\n",
    "personas/secret.yml": "name: S\naudience: internal\nrol: x\n",
}


def test_problems_of_hidden_things_are_counted(handbook: Callable[..., Outcome], tmp_path: Path) -> None:
    outcome = handbook(PROBLEMS)
    told, others = told_in_full(outcome.problems, outcome.everything or outcome.atlas, "public", tmp_path)
    places = [f"{problem.span.file}:{problem.span.line}" for problem in told if problem.rule == "unknown-field"]
    assert places == ["handbook.yml:6", "journeys/open.yml:5", "journeys/open.yml:9", "touchpoints.yml:1"]
    assert sum(others.values()) + len(told) == len(outcome.problems)
    everything = " ".join(f"{problem} {problem.hint} {problem.note}" for problem in told)
    for word in ("secret", "vault", "closed.yml", "unclosed", "law"):
        assert word not in everything


def test_what_says_nothing_is_hidden_where_the_handbook_is_closed(handbook: Callable[..., Outcome], tmp_path: Path) -> None:
    outcome = handbook({
        "handbook.yml": "title: T\naudiences: [internal, public]\ndefault_audience: internal\nsumary: x\nchannels: {web: {naame: x}}\n",
        "touchpoints.yml": "shop: {naame: A}\nstall: {naame: A, audience: public}\n",
        "personas/a.yml": "name: A\nrol: x\n", "personas/b.yml": "name: B\naudience: public\nrol: x\n",
    }, audience="public")  # fmt: skip
    told, _ = told_in_full(outcome.problems, outcome.everything or outcome.atlas, "public", tmp_path)
    assert [f"{problem.span.file}:{problem.span.line}" for problem in told] == ["handbook.yml:4", "personas/b.yml:3", "touchpoints.yml:2"]


@pytest.mark.parametrize(
    ("paragraph", "sentences"),
    [
        ("One is here. **Two**\nis there! 3 is far", ["One is here.", "**Two**\nis there!", "3 is far"]),
        ("We ask e.g. the shop. (Not *you.*) “No.” So", ["We ask e.g. the shop.", "(Not *you.*)", "“No.”", "So"]),
        ("## A title\nThe words below it.", ["## A title", "The words below it."]),
        ('!!! note "Prices"\n    They go up. Soon.', ['!!! note "Prices"', "They go up.", "Soon."]),
        ("| a b | c d |\n| -- | -- |", ["a b", "c d", "--", "--"]),
        ("価格は秘密です。誰にも話しません。", ["価格は秘密です。", "誰にも話しません。"]),
        ("Only one, at 1.5 of it.", []),
    ],
)
def test_the_sentences_of_a_paragraph(paragraph: str, sentences: list[str]) -> None:
    assert [each.strip() for each in sentences_of(paragraph)] == sentences


def test_a_sentence_of_a_hidden_page_is_a_secret_unless_its_whole_paragraph_is_open() -> None:
    hidden = {"in.md": ("---\naudience: internal\n---\n# In\n\nWe lose them in May.\nTell nobody.\n\nAsk us. We like that.\n\nAsk us. Today.\n", "maps/in.md")}
    shown = {"a.md": ("# Open\n\nWe lose them in May.\n\nAsk us. We like that.\n", "maps/a.md")}
    found = [(each.words.strip(), str(each.place)) for each in hidden_words(hidden, shown)]
    assert found == [
        ("# In", "maps/in.md:4:1"),
        ("We lose them in May.\nTell nobody.", "maps/in.md:6:1"), ("We lose them in May.", "maps/in.md:6:1"), ("Tell nobody.", "maps/in.md:6:1"),
        ("Ask us. Today.", "maps/in.md:11:1"), ("Today.", "maps/in.md:11:1"),
    ]  # fmt: skip
    assert hidden_words({}, shown) == []
