"""``journey-site rename``: the id, all its mentions, and the old one under ``was``."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from journey_site.cli.main import commands
from journey_site.diff.changes import ThingChanged
from journey_site.diff.compare import compare
from journey_site.edit.code_owners import with_moved
from journey_site.handbook import read_handbook

FILES = {
    "handbook.yml": "title: T\nlanguages: [sv, en]\nowner: sales\ndepartments:\n  sales: Sälj  # name\n  it: {name: IT}\n",
    "channels.yml": "web: {sv: Webb, en: Web}\nstore:\n",
    "personas/anna.yml": "name: Anna\nportrait: anna.jpg\nsummary: |\n  # no comment\n  Se [Bo](persona:bo).\n",
    "personas/sub/bo.yml": "# Bo\r\nname: Bo\r\nwas: b-o # once\r\n",
    "touchpoints.yml": "shop: {name: Butik, channel: store, owner: {department: sales, name: Eva}}\n",
    "evidence.yml": "calls:\n  title: Samtal\n\n  kind: ticket\n",
    "metrics.yml": "nps: {name: NPS, was: []}\n",
    "content/guide.yml": "title: Guide\nevidence: calls\n",
    "journeys/base.yml": """
title: Base
actors: [anna, {persona: bo, role: user}]
owner: {department: sales}
evidence: [calls]
stages:
  need:   # the first
    emotion: {anna: 1, bo: -1}
    touchpoints:
      - shop
      - {touchpoint: shop, from: sales, to: bo, channel: web}
      - {name: "Annas [länk](touchpoint:shop)", channel: web}
    content: guide
    metrics: [nps, {metric: "nps", value: 3}]
    pains: [{id: slow, text: x}]
    opportunities: [{text: y, solves: slow, actor: [bo]}]
    next: [buy, {to: buy, share: 10%, why: "se [x](journey:base#buy) och `[y](journey:base#buy)`"}]
  buy:
    name: Köp
    goal: >-
      Se [Anna](persona:anna)
      och [köp](<journey:base#buy>)
    after: need
paths: {fast: {stages: [need, buy]}}
""".lstrip("\n"),
    "journeys/variant.yml": "title: V\nextends: base\nstages:\n  buy:\n    thoughts+: [[mer](journey:variant#buy)]\n"
    .replace("[[mer](journey:variant#buy)]", '["[mer](journey:variant#buy)"]'),
    "journeys/short.yml": "title: S\nextends: variant\nremove: [need]\ncompare_with: base\nreplaces: [variant]\npaths: {}\n"
    "stages: {buy: {after: [], next: []}}\n",
    "index.md": "Se [Anna](persona:anna), [basen](journey:base#buy) och <a href=\"journey:base\">x</a>, inte `persona:anna`.\n",
}  # fmt: skip
"""Every way in which one thing may mention another."""


@pytest.fixture
def maps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        path = tmp_path / "maps" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    (tmp_path / "maps" / "personas" / "anna.jpg").write_bytes(b"")
    outcome = read_handbook(tmp_path / "maps")
    assert not outcome.errors, [str(problem) for problem in outcome.problems]
    return tmp_path / "maps"


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(commands, ["rename", *words])
    return result.exit_code, result.output


def text(path: Path) -> str:
    return path.read_bytes().decode()


@pytest.mark.parametrize(
    ("kind", "old", "written"),
    [
        ("persona", "anna", "personas/new.yml"),
        ("personas", "bo", "personas/sub/new.yml"),
        ("journey", "base", "journeys/new.yml"),
        ("journey", "variant", "journeys/new.yml"),
        ("content", "guide", "content/new.yml"),
        ("department", "sales", "handbook.yml"),
        ("department", "it", "handbook.yml"),
        ("channel", "web", "channels.yml"),
        ("channel", "store", "channels.yml"),
        ("touchpoint", "shop", "touchpoints.yml"),
        ("evidence", "calls", "evidence.yml"),
        ("metric", "nps", "metrics.yml"),
    ],
)
def test_everything_that_mentions_it_follows(maps: Path, kind: str, old: str, written: str) -> None:
    before = read_handbook(maps)
    code, said = run(kind, old, "new")
    assert code == 0, said
    after = read_handbook(maps)
    assert after.errors == 0, [str(problem) for problem in after.problems]
    assert old in text(maps / written)
    table = {"personas": "personas", "content": "content", "evidence": "evidence"}.get(kind, f"{kind}s")
    assert old not in after.atlas.table(table)
    assert old in after.atlas.table(table)["new"].was
    # What is compared without the words of links says the same: only the id is new.
    changes = [change for change in compare(before.atlas, after.atlas) if isinstance(change, ThingChanged) and change.has_new_id]
    assert [(change.kind, change.thing.id) for change in changes] == [(table, "new")]
    assert {change.kind for change in compare(before.atlas, after.atlas)} <= {table, "journeys", "personas"}
    assert (maps / "personas" / "anna.jpg").is_file()
    assert run(kind, "new", old)[0] == 0
    assert read_handbook(maps).atlas.table(table)[old].was[-1:] == ("new",)


def test_how_it_is_written(maps: Path) -> None:
    run("persona", "bo", "bosse")
    assert text(maps / "personas" / "sub" / "bosse.yml") == "# Bo\r\nname: Bo\r\nwas: [b-o, bo] # once\r\n"
    assert text(maps / "personas" / "anna.yml") == FILES["personas/anna.yml"].replace("persona:bo", "persona:bosse")
    run("department", "sales", "selling")
    assert "  selling: {name: Sälj, was: [sales]}  # name\n" in text(maps / "handbook.yml")
    run("channel", "web", "site")
    run("channel", "store", "shop")
    assert text(maps / "channels.yml") == "site: {name: {sv: Webb, en: Web}, was: [web]}\nshop: {was: [store]}\n"
    run("evidence", "calls", "tickets")
    assert text(maps / "evidence.yml") == "tickets:\n  title: Samtal\n\n  kind: ticket\n  was: [calls]\n"
    run("metric", "nps", "promoters")
    assert text(maps / "metrics.yml") == "promoters: {name: NPS, was: [nps]}\n"


def test_an_old_id_that_is_taken_back(maps: Path) -> None:
    run("persona", "bo", "bosse")
    assert run("persona", "bosse", "b-o")[0] == 0
    assert "was: [bosse, bo] # once" in text(maps / "personas" / "sub" / "b-o.yml")


def test_a_stage_with_all_journeys_that_inherit_it(maps: Path) -> None:
    code, said = run("stage", "base/buy", "purchase")
    assert code == 0, said
    base, variant = text(maps / "journeys" / "base.yml"), text(maps / "journeys" / "variant.yml")
    assert "next: [purchase, {to: purchase, share: 10%" in base
    assert "(journey:base#purchase) och `[y](journey:base#buy)`" in base, "code is only shown"
    assert "[köp](<journey:base#purchase>)" in base
    assert "paths: {fast: {stages: [need, purchase]}}" in base
    assert "  purchase:\n    name: Köp\n" in base
    assert base.count("was: [buy]") == variant.count("was: [buy]") == 1
    assert "(journey:variant#purchase)" in variant
    assert "stages: {purchase: {after: [], next: [], was: [buy]}}" in text(maps / "journeys" / "short.yml")
    assert "(journey:base#purchase)" in text(maps / "index.md")
    assert not read_handbook(maps).errors


def test_a_stage_that_is_removed_elsewhere(maps: Path) -> None:
    code, said = run("stage", "base/need", "want")
    assert code == 0, said
    assert "remove: [want]" in text(maps / "journeys" / "short.yml")
    assert "note: journeys/variant/need/ leads nowhere then" in said
    assert not read_handbook(maps).errors


def test_stages_in_a_list(maps: Path) -> None:
    path = maps / "journeys" / "list.yml"
    path.write_text("title: L\nstages: [one, {id: two, name: Två}, Tredje]\n", encoding="utf-8")
    assert run("stage", "list/one", "first")[0] == 0
    assert run("stage", "list/two", "second")[0] == 0
    assert text(path) == "title: L\nstages: [{id: first, was: [one]}, {id: second, name: Två, was: [two]}, Tredje]\n"
    code, said = run("stage", "list/tredje", "third")
    assert (code, said) == (
        2, "journey-site: was: could not be written into the stage, as its id is made from its name: journey-site fmt writes it out\n"
    )  # fmt: skip


def test_a_pain(maps: Path) -> None:
    assert run("pain", "base/slow", "too-slow")[0] == 0
    base = text(maps / "journeys" / "base.yml")
    assert "pains: [{id: too-slow, text: x}]" in base
    assert "solves: too-slow" in base


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("persona", "ana", "x"), 'there is no persona called "ana": did you mean "anna"?'),
        (("persona", "nobody-at-all", "x"), 'there is no persona called "nobody-at-all": there are anna and bo'),
        (("persona", "anna", "bo"), '"bo" is there already among personas'),
        (("persona", "anna", "b-o"), '"b-o" is an old id of "bo" among personas'),
        (("persona", "anna", "Åsa"), '"Åsa" is no id, which holds only a-z, 0-9 and dashes: it could be "asa"'),
        (("persona", "anna", "index"), '"index" is no id'),
        (("persona", "bo", "sales"), '"sales" is there already among departments, and from: and to: could then mean either'),
        (("model", "aida", "x"), '"aida" is a model that is built in, and keeps its id'),
        (("stage", "need", "x"), 'journey-site rename stage JOURNEY/STAGE NEW; "need" is base/need'),
        (("stage", "Köp", "x"), 'JOURNEY/STAGE NEW; "Köp" is base/buy'),
        (("stage", "gone", "x"), 'no journey has a stage "gone"; name it with its journey'),
        (("stage", "nowhere/need", "x"), 'there is no journey called "nowhere": there are base, short (S) and variant (V)'),
        (("stage", "aida/desire", "x"), '"aida" is a model, which is built in: its ids stay'),
        (("stage",), "say which, and its new id: journey-site rename stage JOURNEY/STAGE NEW, or MODEL/STAGE"),
        (("persona", "anna"), "say which, and its new id: journey-site rename persona OLD NEW"),
        (("stage", "variant/buy", "x"), '"variant" has this stage from "base": rename base/buy'),
        (("stage", "base/bye", "x"), 'there is no stage of "base" called "bye": did you mean "buy" (Köp)?'),
        (("stage", "base/need", "buy"), '"buy" is there already among the stages of "base"'),
        (("pain", "base/fast", "x"), '"base" has no pain with the id "fast"'),
        (("thing", "a", "b"), '"thing" is no kind of thing'),
    ],
)
def test_what_cannot_be(maps: Path, words: tuple[str, ...], why: str) -> None:
    before = {path: path.read_bytes() for path in maps.rglob("*") if path.is_file()}
    code, said = run(*words)
    assert code == 2
    assert why in said
    assert {path: path.read_bytes() for path in maps.rglob("*") if path.is_file()} == before


def test_nothing_is_renamed_while_something_cannot_be_read(maps: Path) -> None:
    (maps / "journeys" / "broken.yml").write_text("title: [\n", encoding="utf-8")
    assert "there is 1 error in the handbook, so a mention could be missed" in run("persona", "anna", "x")[1]


def test_it_can_be_looked_at_before(maps: Path) -> None:
    before = {path: path.read_bytes() for path in maps.rglob("*") if path.is_file()}
    result = CliRunner().invoke(commands, ["rename", "persona", "anna", "asa", "--diff"])
    assert result.exit_code == 0
    assert "-actors: [anna, {persona: bo, role: user}]\n+actors: [asa, {persona: bo, role: user}]\n" in result.stdout
    assert result.stdout.endswith("rename from maps/personas/anna.yml\nrename to maps/personas/asa.yml\n")
    assert result.stderr == "The persona anna would be asa; 4 mentions follow.\n"
    assert {path: path.read_bytes() for path in maps.rglob("*") if path.is_file()} == before


def test_a_title_will_do(maps: Path) -> None:
    code, said = run("journey", "  bASE ", "start")
    assert (code, "The journey base is now start" in said) == (0, True), said
    code, said = run("stage", "Base/KÖP", "purchase")
    assert (code, "The stage buy is now purchase" in said) == (0, True), said
    (maps / "personas" / "anna-b.yml").write_text("name: Anna\n", encoding="utf-8")
    code, said = run("persona", "Anna", "x")
    assert (code, said) == (2, 'journey-site: more than one persona is called "Anna": write the id, anna-b (Anna) or anna\n')


MODEL = {
    "models/ours.yml": "name: Våra steg\nstages:\n  need: {name: Behov, next: [look, {exit: Nej}]}\n  look:   # the second\n    name: Letar\n  buy:\n",
    "journeys/on-it.yml": "title: På modellen\nmodel: ours\nstages:\n  need: {next: [look]}\n  look: {thoughts: [x], was: [search]}\n",
    "journeys/silent.yml": "title: Tyst\nmodel: ours\nremove: [need]\npaths: {fast: {stages: [look, buy]}}\n",
    "journeys/built.yml": "title: Byggd\nextends: on-it\nstages: {look: {goal: '[se](journey:silent#look)'}}\n",
    "journeys/apart.yml": "title: Annan\nstages: {look: {}}\n",
}


@pytest.fixture
def on_a_model(maps: Path) -> Path:
    for name, text in MODEL.items():
        (maps / name).parent.mkdir(exist_ok=True)
        (maps / name).write_text(text, encoding="utf-8")
    (maps / "more.md").write_text("Se [steget](model:ours#look) och [resan](journey:built#look).\n", encoding="utf-8")
    outcome = read_handbook(maps)
    assert not outcome.errors, [str(problem) for problem in outcome.problems]
    return maps


def test_a_stage_of_an_own_model_with_its_uses(on_a_model: Path) -> None:
    maps = on_a_model
    code, said = run("stage", "Våra steg/Letar", "compare")
    assert code == 0, said
    assert "note: journeys on this model follow: built, on-it, silent" in said
    model = text(maps / "models" / "ours.yml")
    assert "need: {name: Behov, next: [compare, {exit: Nej}]}" in model
    assert "  compare:   # the second\n    name: Letar\n    was: [look]\n" in model
    assert "need: {next: [compare]}\n  compare: {thoughts: [x], was: [search]}" in text(maps / "journeys" / "on-it.yml")
    assert "stages: [compare, buy]" in text(maps / "journeys" / "silent.yml")
    assert "compare: {goal: '[se](journey:silent#compare)'}" in text(maps / "journeys" / "built.yml")
    assert text(maps / "more.md") == "Se [steget](model:ours#compare) och [resan](journey:built#compare).\n"
    assert text(maps / "journeys" / "apart.yml") == MODEL["journeys/apart.yml"]
    outcome = read_handbook(maps)
    assert not outcome.errors, [str(problem) for problem in outcome.problems]
    journeys = outcome.atlas.journeys
    assert [journeys[each].stage("compare").was for each in ("on-it", "silent", "built")] == [("search", "look"), ("look",), ("search", "look")]  # type: ignore[union-attr]
    led = {redirect.uri: redirect.to for redirect in outcome.site().redirects}
    assert led["journeys/silent/look.md"] == "journeys/silent/compare.md"
    assert led["compare/stages/ours/look.md"] == "compare/stages/ours/compare.md"
    assert run("stage", "ours/compare", "look")[0] == 0
    assert read_handbook(maps).atlas.journeys["silent"].stage("look").was == ("compare",)  # type: ignore[union-attr]


def test_a_journey_may_use_the_old_id_of_a_models_stage_again(on_a_model: Path) -> None:
    run("stage", "ours/look", "compare")
    (on_a_model / "journeys" / "new.yml").write_text("title: Ny\nmodel: ours\nstages: {look: {name: Tittar}}\n", encoding="utf-8")
    outcome = read_handbook(on_a_model)
    assert not outcome.errors, [str(problem) for problem in outcome.problems]
    assert outcome.atlas.journeys["new"].stage("compare").was == ()  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("where", "new", "why"),
    [
        ("on-it/look", "x", '"look" is a stage of the model "ours", for every journey on it: rename stage ours/look'),
        ("ours/look", "buy", '"buy" is there already among the stages of "ours"'),
        ("ours/look", "search", '"search" is an old id here, and still in use'),
        ("look", "x", "ours/look"),
    ],
)
def test_what_a_models_stage_cannot_be(where: str, new: str, why: str, on_a_model: Path) -> None:
    code, said = run("stage", where, new)
    assert (code, why in said) == (2, True), said


def test_owners_of_a_moved_file_are_still_asked(maps: Path) -> None:
    root = maps.parent
    (root / ".git").mkdir()
    lines = "* @all\n/maps/personas/anna.yml @anna  # who\nmaps/journeys/base.yml @base\nanna.yml @x\n# /maps/personas/anna.yml @later\n/maps/personas/* @p\n"
    for place in ("CODEOWNERS", ".github/CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"):
        (root / place).parent.mkdir(exist_ok=True)
        (root / place).write_text(lines, encoding="utf-8")
    code, said = run("persona", "anna", "asa", "--diff")
    assert (code, "+/maps/personas/asa.yml @anna  # who" in said) == (0, True)
    assert text(root / "CODEOWNERS") == lines
    code, said = run("persona", "anna", "asa")
    assert code == 0
    for place in ("CODEOWNERS", ".github/CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"):
        assert text(root / place) == lines.replace("anna.yml", "asa.yml")
        assert f"{place} names the new file" in said
    run("journey", "base", "start")
    assert "maps/journeys/start.yml @base" in text(root / "CODEOWNERS")


def test_owners_follow_in_a_folder_that_is_no_repository_yet(maps: Path) -> None:
    (maps.parent / "CODEOWNERS").write_text("/maps/personas/anna.yml @anna\n", encoding="utf-8")
    assert "CODEOWNERS names the new file" in run("persona", "anna", "asa")[1]
    assert text(maps.parent / "CODEOWNERS") == "/maps/personas/asa.yml @anna\n"


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("**/personas/anna.yml @a", "**/personas/new.yml @a"),
        ("anna.yml @a", "anna.yml @a"),
        ("/personas/anna.yml @a", "/personas/anna.yml @a"),
        ("/a\\ b/personas/anna.yml\t@a # x\r\n", "/a\\ b/personas/new.yml\t@a # x\r\n"),
        ("!/a\\ b/personas/anna.yml", "!/a\\ b/personas/new.yml"),
        ("/a\\ b/personas/*.yml @a", "/a\\ b/personas/*.yml @a"),
        ("# about anna.yml", "# about anna.yml"),
        ("[Section][2] @a", "[Section][2] @a"),
        ("", ""),
    ],
)
def test_lines_of_owners(line: str, after: str) -> None:
    assert with_moved(line, {"a b/personas/anna.yml": "a b/personas/new.yml"}, ["other/anna.yml"]) == after
