"""``journey-site rename``: the id, all its mentions, and the old one under ``was``."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from journey_site.cli.main import commands
from journey_site.diff.changes import ThingChanged
from journey_site.diff.compare import compare
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
        (("persona", "ana", "x"), 'there is no "ana" among personas: did you mean "anna"?'),
        (("persona", "anna", "bo"), '"bo" is there already among personas'),
        (("persona", "anna", "b-o"), '"b-o" is an old id of "bo" among personas'),
        (("persona", "anna", "Åsa"), '"Åsa" is no id, which holds only a-z, 0-9 and dashes: it could be "asa"'),
        (("persona", "anna", "index"), '"index" is no id'),
        (("persona", "bo", "sales"), '"sales" is there already among departments, and from: and to: could then mean either'),
        (("model", "aida", "x"), '"aida" is a model that is built in, and keeps its id'),
        (("stage", "need", "x"), "a stage is named with its journey"),
        (("stage", "variant/buy", "x"), '"variant" has this stage from "base": rename base/buy'),
        (("stage", "base/bye", "x"), '"base" has no stage "bye": did you mean "buy"?'),
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
