"""What is said of fenced blocks that ask for what cannot be shown: where, which word, and what may stand there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from pygments.lexers import get_all_lexers

from journey_site.atlas.atlas import SCHEME_KINDS
from journey_site.cli.main import commands
from journey_site.handbook import Outcome
from journey_site.handwritten import mentions_in
from journey_site.problems import Severity

FILES = {
    "handbook.yml": "title: T\ndepartments: {sales: {name: Sales}}\n",
    "personas.yml": "anna: {name: Anna}\nbo: {name: Bo}\n",
    "journeys/buy.yml": "title: Buys\nactors: [anna, bo]\nstages: {need: {name: Need}, decide: {name: Decides}}\n",
    "touchpoints.yml": "shop: {name: The shop}\n",
}
SAID = {
    "journey by": (12, "unknown-journey", 'there is no journey "by"', 'did you mean "buy"?'),
    "persona Anna": (12, "unknown-persona", 'there is no persona "Anna"', 'that is a title; the id is "anna"'),
    "journey buy#decision": (16, "unknown-stage", 'the journey "buy" has no stage "decision"', 'did you mean "decide"?'),
    "journey buy#Decides": (16, "unknown-stage", 'the journey "buy" has no stage "Decides"', 'that is its name; write its id, "decide"'),
    "journey buy#Need": (16, "unknown-stage", 'the journey "buy" has no stage "Need"', "write its id: need"),
    "journey buy#need show=map": (21, "bad-embed", "one stage has no map of its own", "show=card shows the stage; leave out #need to show the map"),
    "journey buy department=sale": (16, "unknown-department", 'there is no department "sale"', 'did you mean "sales"?'),
    "journey buy actor=ana": (16, "unknown-actor", '"ana" is none of the actors of this journey', 'did you mean "anna"?'),
    "journey buy show=crd": (16, "bad-embed", 'a journey cannot be shown as "crd"', 'did you mean "card"?'),
    "persona anna show=map": (17, "bad-embed", 'a persona cannot be shown as "map"', "there are card, list"),
    "persona anna shw=card": (17, "bad-embed", 'there is no option "shw"', 'did you mean "show"?'),
    "persona anna card": (17, "bad-embed", '"card" is no option', "options are written with an equals sign: show=card"),
    "persona anna show=card show=list": (27, "bad-embed", '"show" stands here twice', "leave one of them"),
    "persona anna show=list limit=all": (27, "bad-embed", 'limit says how many are shown, and "all" is not a whole number from 1 to 400', ""),
    "persona anna limit=3": (17, "bad-embed", "limit belongs to show=list", "leave it out"),
    "touchpoint shop show=list of=pains": (30, "bad-embed", 'there is no list of "pains" for a touchpoint', "there is stages"),
    "touchpoint shop#x": (15, "bad-embed", "only a journey has stages, and this is a touchpoint", "leave out #x"),
    "journey:buy": (4, "bad-embed", "an id stands behind a space here, not behind a colon", "write journey buy"),
    "journey persona:anna": (12, "bad-embed", 'a block begins with what it shows, so "persona" stands first', "write persona anna"),
    "journey": (4, "bad-embed", "this block does not say which journey", "write its id behind the word: journey some-id"),
    "journey show=map": (4, "bad-embed", "this block does not say which journey", "write its id behind the word: journey some-id"),
    "persona anna\nshow: card": (4, "bad-embed", "what stands between the fences is not read", "leave it out; options stand behind the id: persona anna show=card"),
}


@pytest.mark.parametrize("written", SAID, ids=range(len(SAID)))
def test_what_is_said_and_where(written: str, handbook: Callable[..., Outcome]) -> None:
    column, rule, message, hint = SAID[written]
    found = handbook({**FILES, "notes.md": f"# Notes\n\n```{written}\n```\n"}).problems
    told = [(each.span.file, each.span.line, each.span.column, each.rule, each.message, each.hint) for each in found]
    assert told == [("notes.md", 3, column, rule, message, hint)]


def test_a_block_that_is_not_closed(handbook: Callable[..., Outcome]) -> None:
    (problem,) = handbook({**FILES, "notes.md": "```persona anna\n\nWords.\n"}).problems
    assert problem.message == "this block is not closed"


def test_nothing_is_said_of_blocks_that_are_right(handbook: Callable[..., Outcome]) -> None:
    right = ("journey buy", "journey buy#need show=card", "journey buy show=curve actor=bo", "persona bo show=list limit=2", "touchpoint shop")
    assert handbook({**FILES, "notes.md": "".join(f"```{each}\n```\n\n" for each in right)}).problems == ()


def test_what_is_certain_is_mended(handbook: Callable[..., Outcome]) -> None:
    found = handbook({**FILES, "notes.md": "```persona Anna\n```\n\n```journey:buy#need\n```\n\n```journey buy department=Sales\n```\n\n```journey buy#Decides\n```\n"}).problems
    assert [[(edit.span.line, edit.span.column, edit.span.end_column, edit.text) for edit in each.fix] for each in found] == [
        [(1, 12, 16, "anna")],
        [(4, 4, 20, "journey buy#need")],
        [(7, 16, 32, "department=sales")],
        [(10, 12, 23, "buy#decide")],
    ]


def test_all_that_a_page_names_is_found_where_it_stands() -> None:
    text = "[Anna](persona:anna)\n\n```journey   buy#need show=list department='sales' actor=bo\n```\n"
    lines = text.split("\n")
    for mention in mentions_in(text):
        at = mention.column + len(mention.scheme)
        assert lines[mention.line - 1][at : at + len(mention.target)] == mention.target
    assert [(each.scheme, each.target) for each in mentions_in(text)] == [
        ("persona", "anna"), ("journey", "buy#need"), ("department", "sales"), ("persona", "bo"),
    ]  # fmt: skip


def test_a_thing_that_gets_another_id_is_still_shown(handbook: Callable[..., Outcome], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    handbook({**FILES, "notes.md": "```journey buy#need\n```\n\n```journey buy department=sales actor=bo\n```\n"})
    monkeypatch.chdir(tmp_path)
    for names in (("journey", "buy", "purchase"), ("department", "sales", "shop-floor"), ("persona", "bo", "bosse")):
        done = CliRunner().invoke(commands, ["rename", *names, "."])
        assert done.exit_code == 0, done.output
    page = (tmp_path / "notes.md").read_text(encoding="utf-8")
    assert page == "```journey purchase#need\n```\n\n```journey purchase department=shop-floor actor=bosse\n```\n"


@pytest.mark.parametrize(("kind", "said"), [("content", "content"), ("evidence", "evidence"), ("model", "a model")])
def test_kinds_are_called_as_people_call_them(kind: str, said: str, handbook: Callable[..., Outcome]) -> None:
    things = {"content.yml": "x: {title: X}\n", "evidence.yml": "x: {title: X}\n", "models/x.yml": "title: X\nstages: [a]\n"}
    (problem,) = handbook({**FILES, **things, "notes.md": f"```{kind} x show=map\n```\n"}).problems
    assert problem.message == f'{said} cannot be shown as "map"'


CODE = ", so this block is printed as code"
MISSPELT = {
    "```resa buy\n```": ('"resa" is no kind of thing in a handbook' + CODE, 'did you mean "journey"?', "journey"),
    "```Journey buy show=curve\n```": ('"Journey" is no kind of thing in a handbook' + CODE, 'did you mean "journey"?', "journey"),
    "```journy nobody\n```": ('"journy" is no kind of thing in a handbook' + CODE, 'did you mean "journey"?', None),
    "```kundereise\n```": ('"kundereise" is no kind of thing in a handbook' + CODE, 'did you mean "journey"?', None),
    "```Resa:buy\n```": ('"Resa" is no kind of thing in a handbook' + CODE, 'did you mean "journey"?', None),
    "```avdelning sales\n```": ('"avdelning" is no kind of thing in a handbook' + CODE, 'did you mean "department"?', "department"),
    "```personer anna\n```": ('"personer" is no kind of thing in a handbook' + CODE, 'did you mean "persona"?', "persona"),
    "```Steg need\n```": ('"Steg" is no kind of thing in a handbook' + CODE, "a stage is shown as a part of its journey: journey some-id#some-stage", None),
    "```journey\nbuy#need\n```": ("the id stands on a line of its own" + CODE, "write journey buy#need on the first line, behind the fence", None),
}  # fmt: skip


@pytest.mark.parametrize("text", MISSPELT, ids=range(len(MISSPELT)))
def test_a_word_that_was_meant_for_a_kind_is_told_where_it_stands(text: str, handbook: Callable[..., Outcome]) -> None:
    message, hint, mended = MISSPELT[text]
    (problem,) = handbook({**FILES, "notes.md": f"# Notes\n\n{text}\n"}).problems
    assert (problem.rule, problem.severity, problem.message, problem.hint) == ("misspelt-block", Severity.WARNING, message, hint)
    assert (problem.span.line, problem.span.column) == (3, 4)
    assert [edit.text for edit in problem.fix] == ([mended] if mended else [])


def test_languages_of_code_are_nobodys_slip(handbook: Callable[..., Outcome]) -> None:
    languages = [alias for _, aliases, *_ in get_all_lexers() for alias in aliases if alias not in SCHEME_KINDS]
    assert {"json", "yaml", "stata", "console", "perl", "modelica"} <= {*languages}
    others = ["mermaid", "text", "chart", "context", "mode", "{note}", "storage", "page"]
    text = "".join(f"```{language}{more}\n```\n\n" for language in (*languages, *others) for more in ("", " buy", " title=x"))
    code = "```Model\nclass Model: ...\n```\n\n```models title=x.py\nx\n```\n\n```journey\n  title A day\n```\n\n```content\nwords\n```\n"
    assert handbook({**FILES, "notes.md": text + code}).problems == ()


def test_a_word_of_somebody_elses_may_stand(handbook: Callable[..., Outcome]) -> None:
    assert handbook({**FILES, "handbook.yml": FILES["handbook.yml"] + "checks: {misspelt-block: off}\n", "notes.md": "```journeys buy\n```\n"}).problems == ()
