"""Hand-written pages that say for whom they are, and what becomes of links to those that are left out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from journey_site.handbook import Outcome
from journey_site.handwritten import without_code
from journey_site.hidden_problems import told_in_full
from journey_site.page_audiences import hidden_pages, left_behind, said_audience, without_links
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
